"""The summary: what it says of a list, of few people, of many words; what it never says; the same bytes twice."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.pages import ROOT
from tools.scratch import crowd, made
from tools.tiny import marks, tiny

KENDAL = ROOT / "cohorts" / "kendal-wub-2025"


class Page(HTMLParser):
    """The cells of every table by its caption, and the elements that were opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._rows: list[list[str]] = []
        self._caption, self._inside = "", ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "table":
            self._rows, self._caption = [], ""
        if tag == "tr":
            self._rows.append([])
        if tag in ("td", "th"):
            self._rows[-1].append("")
        if tag in ("td", "th", "caption", "style", "script"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.tables[self._caption] = self._rows
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("style", "script"):
            return
        self.words += data + " "
        if self._inside == "caption":
            self._caption += data
        elif self._inside:
            self._rows[-1][-1] += data


def summary(root: Path) -> Page:
    return Page(made(root, "summary", "html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kendal(tmp_path_factory: pytest.TempPathFactory) -> str:
    target = tmp_path_factory.mktemp("kendal") / "summary.html"
    assert ikmctl(["report", "summary", "--on", "2026-03-02", "-o", str(target)], KENDAL).code == 0
    return target.read_text(encoding="utf-8")


def test_kendal_in_tables(kendal: str) -> None:
    page = Page(kendal)
    assert page.tables["Dari pendaftar sampai terpilih"][1:] == [
        ["Mendaftar", "240", "100 %"], ["Memenuhi syarat", "126", "53 %"], ["Terpilih", "30", "13 %"],
    ]  # fmt: skip
    assert page.tables["Kursi per bidang"][1] == ["Ecoprint", "80", "43", "1", "10", "10", "3", "0", "9"]
    sexes = page.tables["Jenis kelamin sebelum dan sesudah seleksi"]
    assert sexes[1:] == [["laki-laki", "172", "72 %", "21", "70 %"], ["perempuan", "68", "28 %", "9", "30 %"]]
    places = page.tables["Kecamatan sebelum dan sesudah seleksi"][1:]
    assert places[-1][0] == "lainnya (6 digabung)"
    assert sum(int(row[1]) for row in places) == 240
    assert all(int(row[1]) >= 5 for row in places)
    assert page.tables["Keputusan"][1][:3] == ["8 Oktober 2025", "mundur", "P146"]


def test_the_line_of_a_track_is_the_lowest_score_by_rank(kendal: str) -> None:
    listed = (KENDAL / "curation" / "shortlist.yaml").read_text().split("reserves:")[0]
    scores = re.findall(r'track: furniture, id: P\d+, score: "([0-9.]+)", because: place', listed)
    lowest = f"{min(map(float, scores)):.2f}".replace(".", ",")
    assert f"nilai terendah yang terpilih menurut peringkat: {lowest}" in kendal


def test_sensitivity_is_that_of_the_command(kendal: str) -> None:
    shown = ikmctl("score --sensitivity 50 --format csv", KENDAL).out
    wanted = {row.split(",")[1]: row.split(",")[3] for row in shown.splitlines()[1:] if row.count(",") == 3}
    rows = Page(kendal).tables["Seberapa sering tetap terpilih bila bobot digeser"][1:]
    assert rows
    assert {row[0]: row[3].removesuffix(" %") for row in rows} == {
        number: share.removesuffix(".0") for number, share in wanted.items()
    }
    assert {"terpilih sekarang", "tidak terpilih sekarang"} == {row[2] for row in rows}


def test_every_chart_has_title_description_and_a_table(kendal: str) -> None:
    assert kendal.count("<svg ") == kendal.count("</desc>") == kendal.count("<figure>") >= 8
    for figure in re.findall(r"<figure>.*?</figure>", kendal, re.DOTALL):
        assert figure.count("<svg ") == 1
        assert figure.count("<table>") == 1
    ids = re.findall(r' id="([^"]+)"', kendal)
    assert len(ids) == len(set(ids))


def test_the_page_can_fetch_and_run_nothing_else(kendal: str) -> None:
    page = Page(kendal)
    policy = next(one["content"] or "" for tag, one in page.tags if one.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not {tag for tag, _ in page.tags} & {"link", "img", "iframe", "object", "base", "form", "a"}
    assert not [
        one for _, one in page.tags for name in one if name.startswith("on") or name in ("src", "href", "style")
    ]


def test_nobody_is_named(kendal: str) -> None:
    assert "Ketua Tim" in kendal  # who decided is a role
    assert not re.search(r"\b[0-9]{16}\b", kendal)


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    root = crowd(tmp_path, tracks=2, districts=3, people=40, quota=5)
    assert made(root, "summary", "html").read_bytes() == made(root, "summary", "html").read_bytes()


def test_few_people_are_not_shown_in_statistics(tmp_path: Path) -> None:
    page = summary(crowd(tmp_path, tracks=3, districts=3, people=9))
    assert "Kurang dari lima orang memenuhi syarat, jadi sebarannya tidak ditampilkan." in page.words
    assert "Yang terpilih atau yang lain kurang dari lima orang, jadi rata-ratanya tidak ditampilkan." in page.words
    # 3 people from each of three sub-districts, 2 women of 9: only the total could be told
    assert page.words.count("Kelompoknya terlalu kecil (kurang dari lima orang) untuk dirinci.") == 2
    assert not [caption for caption in page.tables if "sebelum dan sesudah" in caption]


def test_an_empty_program_and_an_empty_track_have_a_page(tmp_path: Path) -> None:
    page = summary(crowd(tmp_path, tracks=2, districts=1, people=0))
    assert "0 dari 0 pendaftar diusulkan" in page.words
    assert page.tables["Kursi per bidang"][2][:2] == ["Bidang 2", "0"]


def test_a_program_without_scores_has_no_part_about_them(tmp_path: Path) -> None:
    target = tmp_path / "s.html"
    kendari = ROOT / "cohorts" / "kendari-sentra-2022"
    assert ikmctl(["report", "summary", "--on", "2026-03-02", "-o", str(target)], kendari).code == 0
    page = Page(target.read_text(encoding="utf-8"))
    assert "Kursi per bidang" in page.tables
    assert "Kepekaan" not in page.words
    assert "Sebaran nilai akhir" not in page.words


def test_foreign_words_stay_words(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> & 'x"
    root = tiny(tmp_path)
    text = (root / "program.yaml").read_text()
    (root / "program.yaml").write_text(text.replace("name: Batik,", f'name: "{hostile}",'))
    (root / "marks.csv").write_text(marks({f"P00{n}": (70, 70) for n in range(1, 7)}))
    page = summary(root)
    assert "<script>alert(1)</script> & 'x" in page.words
    assert [tag for tag, _ in page.tags].count("script") == 1


def test_english_programs_get_english_pages(tmp_path: Path) -> None:
    root = crowd(tmp_path, tracks=1, districts=2, people=20, quota=5, extra="language: en\n")
    page = summary(root)
    assert "5 of 20 applicants are proposed; the list is not decided yet." in page.words
    assert "Seats by track" in page.tables
