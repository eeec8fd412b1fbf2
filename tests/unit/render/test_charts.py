"""Charts: sound SVG, readable without colour, hostile words shown as words, contrasts that hold."""

import re
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from tools.pages import ROOT

from ikmctl.render.charts import PAPER, SCREEN, Bar, Bin, Dot, Heading, Ink, bars, dots, histogram

SVG = "{http://www.w3.org/2000/svg}"
HEADING = Heading("one", "Judul <b>", "Isi & uraian")
ROWS = (
    Bar("Bojong", (Fraction(1, 3), Fraction(1, 2)), ("33 %", "50 %")),
    Bar("[x] <script>alert(1)</script> \u202eP017", (Fraction(0), Fraction(1)), ("0 %", "100 %")),
)


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  # our own output


def test_a_chart_says_what_it_is_and_shows_foreign_words_as_words() -> None:
    root = parsed(bars(HEADING, SCREEN, ROWS, ("sebelum", "sesudah")))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "one-t one-d"
    assert [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == ["Judul <b>", "Isi & uraian"]
    words = [one.text for one in root.iter(SVG + "text")]
    assert "\\u202e..." in " ".join(filter(None, words))
    assert not list(root.iter(SVG + "script"))


def test_bars_are_as_long_as_their_values_and_series_differ_by_more_than_colour() -> None:
    root = parsed(bars(HEADING, PAPER, ROWS, ("sebelum", "sesudah")))
    drawn = [one for one in root.iter(SVG + "rect") if one.get("x") == "212"][1:]  # the first is in the legend
    widths = [Fraction(one.get("width", "")) for one in drawn]
    assert widths == [Fraction("138.7"), 208, 0, 416]  # of 720 - 212 - 92 = 416
    hatched = [one.get("fill", "").startswith("url(#one-h)") for one in drawn]
    assert hatched == [True, False, True, False]
    assert {"33 %", "50 %", "0 %", "100 %"} <= {one.text for one in root.iter(SVG + "text")}


def test_the_area_of_a_class_stands_for_its_people() -> None:
    bins = (Bin(Fraction(50), Fraction(60), 10), Bin(Fraction(60), Fraction(80), 10))
    root = parsed(histogram(HEADING, PAPER, bins, Fraction(65), "batas 65"))
    boxes = list(root.iter(SVG + "rect"))
    heights = [Fraction(one.get("height", "")) for one in boxes]
    assert heights == [150, 75]  # twice as wide, half as high
    lines = [one for one in root.iter(SVG + "line") if one.get("stroke-dasharray")]
    assert [one.get("x1") for one in lines] == ["360"]  # 30 + 660 * (65 - 50) / 30
    assert "batas 65" in {one.text for one in root.iter(SVG + "text")}


def test_dots_stand_at_their_shares() -> None:
    rows = (Dot("P001", Fraction(1, 4), True, "25 %"), Dot("P002", Fraction(3, 4), False, "75 %"))
    root = parsed(dots(HEADING, PAPER, rows, ("terpilih", "tidak")))
    points = list(root.iter(SVG + "circle"))[2:]
    assert [one.get("cx") for one in points] == ["316", "524"]  # 212 + share * (628 - 212)
    assert points[0].get("fill") != points[1].get("fill")


@pytest.mark.parametrize("ink", [SCREEN, PAPER])
def test_the_same_data_gives_the_same_bytes_in_plain_decimals(ink: Ink) -> None:
    rows = [Bar(f"k{n}", (Fraction(n, 7),), (str(n),)) for n in range(1, 8)]
    once = bars(HEADING, ink, rows)
    assert once == bars(HEADING, ink, rows)
    for value in re.findall(r' (?:x|y|width|height|x1|x2)="([^"]*)"', once):
        assert re.fullmatch(r"-?\d+(\.\d)?", value)


def test_labels_never_run_into_the_bars() -> None:
    name = "Kelompok Usaha Bersama Perempuan Nelayan Sejahtera Kecamatan Kangkung Kabupaten"
    root = parsed(bars(HEADING, PAPER, [Bar(name, (Fraction(1),), ("1",))]))
    labels = [one.text or "" for one in root.iter(SVG + "text") if one.get("text-anchor") == "end"]
    assert len(labels) == 2
    assert all(len(label) <= 30 for label in labels)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def themes() -> list[dict[str, str]]:
    style = (ROOT / "ikmctl/render/documents/templates/page.css").read_text()
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return [dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block)) for block in blocks]


def test_words_and_marks_stand_out_in_light_in_dark_and_on_paper() -> None:
    light, dark = themes()
    assert set(light) == set(dark)
    for theme in (light, dark):
        for word in ("ink", "quiet", "strong", "soft"):
            assert contrast(theme[word], theme["paper"]) >= 4.5
        for behind in ("band", "note"):
            assert contrast(theme["ink"], theme[behind]) >= 4.5
        assert contrast(theme["quiet"], theme["band"]) >= 4.5
    for colour in (PAPER.text, PAPER.strong, PAPER.soft):
        assert contrast(colour, PAPER.paper) >= 4.5


def test_ticks_keep_apart() -> None:
    bins = [Bin(Fraction(n), Fraction(n + 1), 5) for n in range(60)]
    root = parsed(histogram(HEADING, PAPER, bins, None, ""))
    places = [Fraction(one.get("x", "")) for one in root.iter(SVG + "text") if one.get("y") == "210"]
    assert all(later - earlier >= 44 for earlier, later in pairwise(places))
