"""PDF and pictures: tagged, the same twice, foreign text as text, no word of the moment or the machine."""

import io
from typing import Any

import pytest
from pypdf import PdfReader
from tools.pages import ROOT

from ikmctl.render.documents.typeset import lacking, typeset

SIGNER = {"role": "Kepala Dinas", "name": "Tri Wahyuningsih", "rank": "Pembina", "nip": ""}
HOSTILE = '#sys.inputs <a> *b* _c_ $x^2$ `d` [e] \\ " \u202e gpj'


def page(people: list[list[str]], paper: str = "F4", lang: str = "id") -> dict[str, Any]:
    return {
        "title": "Pengumuman: Program", "lang": lang, "paper": paper, "letterhead": ["PEMERINTAH KABUPATEN", "DINAS"],
        "program": "Program", "organizer": "", "number": "Nomor: 1", "place": "Kendal, 6 Oktober 2025",
        "page": "Halaman",
        "proof": "segel aturan ke-1", "signers": [SIGNER], "heading": "PENGUMUMAN", "head": ["tanggal"],
        "heads": ["No.", "No. peserta", "Nama", "Kecamatan"], "foot": ["Bukti"],
        "sections": [{"title": "Ecoprint: terpilih", "nobody": "tidak ada", "people": people, "notes": []}],
    }  # fmt: skip


def read(body: bytes) -> tuple[PdfReader, str]:
    found = PdfReader(io.BytesIO(body))
    return found, "\n".join(one.extract_text() for one in found.pages)


@pytest.mark.parametrize(("paper", "size"), [("F4", (609, 935)), ("A4", (595, 842))])
def test_the_sheet_is_the_one_that_is_asked_for(paper: str, size: tuple[int, int]) -> None:
    found, _ = read(typeset("announcement", page([["1", "P001", "Ani", "Weleri"]], paper)))
    box = found.pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_page_is_tagged_has_a_language_and_names_no_moment() -> None:
    body = typeset("announcement", page([["1", "P001", "Ani", "Weleri"]]))
    found, _ = read(body)
    root: Any = found.trailer["/Root"]
    assert root["/Lang"] == "id"
    assert root["/MarkInfo"]["/Marked"]
    assert found.metadata is not None
    assert found.metadata.title == "Pengumuman: Program"
    assert "/CreationDate" not in found.metadata
    assert str(ROOT).encode() not in body
    assert body == typeset("announcement", page([["1", "P001", "Ani", "Weleri"]]))


def test_foreign_text_is_printed_as_it_stands_and_directions_are_shown() -> None:
    _, words = read(typeset("announcement", page([["1", "P001", HOSTILE, "Weleri"]])))
    flat = " ".join(words.split())
    assert '#sys.inputs <a> *b* _c_ $x^2$ `d` [e] \\ "' in flat
    assert "\u202e" not in words
    assert "\\u202e" in flat


def test_heads_stand_on_every_page_and_pages_are_counted() -> None:
    people = [[str(place), f"P{place:03}", "Ani", "Weleri"] for place in range(1, 121)]
    found, words = read(typeset("announcement", page(people)))
    assert len(found.pages) >= 3
    for number, one in enumerate(found.pages[:-1], 1):
        text = one.extract_text()
        assert "Kecamatan" in text
        assert f"Halaman {number} / {len(found.pages)}" in text
    assert words.count("P001") == words.count("P120") == 1


def test_a_picture_is_the_first_page() -> None:
    made = typeset("announcement", page([["1", "P001", "Ani", "Weleri"]] * 120), form="png")
    assert made.startswith(b"\x89PNG")
    width, height = (int.from_bytes(made[at : at + 4]) for at in (16, 20))
    assert (width, height) == (1219, 1871)  # 215 x 330 mm at 144 pixels an inch


def test_a_long_word_breaks_within_its_cell_and_a_digest_stays_whole() -> None:
    people = [["1", "P001", "A" * 80, "Weleri"]]
    digest = "0123456789abcdef" * 4
    _, words = read(typeset("announcement", {**page(people), "foot": [f"sidik {digest}."]}))
    assert "A" * 80 not in words
    assert "".join(words.split()).replace("\u200b", "").count("A" * 80) == 1
    assert digest in words


def test_a_letter_that_no_font_has_becomes_a_box_and_the_paper_is_made() -> None:
    people = [["1", "P001", "Tan 李 Santoso", "Weleri"], ["2", "P002", "Dwi \U0001f389 Utami", "Boja"]]
    _, words = read(typeset("announcement", page(people)))
    assert "Tan \u25a1 Santoso" in words
    assert "Dwi \u25a1 Utami" in words


def test_letters_are_tried_one_by_one_beyond_those_of_europe() -> None:
    there, gone = "Š ș Ω Я ԱԲ – ’ □ e\u0301", "李あ한\U0001f389\u1bae\ua984"  # the last two: Sundanese, Javanese
    assert lacking(["Dwi Utami, é ñ"]) == lacking([there]) == frozenset()
    assert lacking([there + gone]) == frozenset(gone)
