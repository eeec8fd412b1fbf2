"""Workbooks that we write, read back with an independent reader."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from ikmctl.xlsx import BAD, HEADER, INPUT, PLAIN, TEXT, WRAP, Area, Bars, Book, Style
from ikmctl.xlsx.text import cell_text, lines_of, row_height, sheet_title

PAYLOADS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "http://contoh.id",
    "mailto:a@contoh.id",
    "internal:Sheet1!A1", "{=1+1}", "\t=1+1", "0220001234567", "3324016708909001",
)  # fmt: skip


def opened(book: Book) -> Any:
    return openpyxl.load_workbook(io.BytesIO(book.to_bytes()))


@pytest.mark.parametrize("text", PAYLOADS)
def test_text_stays_text_whatever_it_looks_like(text: str) -> None:
    book = Book()
    book.sheet("Data").cell(0, 0, text)
    cell = opened(book)["Data"]["A1"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, 7),
        (Decimal("2.50"), 2.5),
        (Decimal("-0.125"), -0.125),
        (123456789012345, 123456789012345),
        (3324016708909001, "3324016708909001"),
        (Decimal("0.1234567890123456"), "0.1234567890123456"),
        (Decimal("NaN"), "NaN"),
        (None, None),
        ("", None),
    ],
)
def test_numbers_stay_exact_or_become_text(value: Any, expected: object) -> None:
    book = Book()
    book.sheet("Data").cell(0, 0, value)
    assert opened(book)["Data"]["A1"].value == expected


def test_days_are_days() -> None:
    book = Book()
    book.sheet("Data").cell(0, 0, date(2025, 9, 29))
    cell = opened(book)["Data"]["A1"]
    assert (cell.value.date(), cell.number_format) == (date(2025, 9, 29), "dd/mm/yyyy")


def test_the_same_calls_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    def made() -> bytes:
        book = Book("Ditolak", subject="kendal")
        sheet = book.sheet("Data")
        sheet.row(0, ["NIK", "Nama"], HEADER)
        sheet.cell(1, 0, "3324016708909001", BAD)
        sheet.comment(1, 0, "NIK ini bukan 16 angka")
        sheet.choices(Area(1, 1, 9, 1), [f"P{number:03d}" for number in range(300)], "Pilih")
        return book.to_bytes()

    first = made()
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 0, 1, 0))
    assert made() == first


def test_comments_colours_and_text_format() -> None:
    book = Book()
    sheet = book.sheet("Data")
    sheet.cell(0, 0, "33240167", BAD)
    sheet.comment(0, 0, "terlalu pendek")
    sheet.cell(0, 1, "P001", TEXT)
    page = opened(book)["Data"]
    assert page["A1"].comment.text.endswith("terlalu pendek")
    assert page["A1"].fill.fgColor.rgb == "FFF8CBAD"
    assert (page["A1"].number_format, page["B1"].number_format) == ("@", "@")


def test_short_drop_downs_stand_in_the_cell_long_ones_on_a_hidden_sheet() -> None:
    book = Book()
    sheet = book.sheet("Data")
    sheet.choices(Area(1, 0, 9, 0), ["H", "S", "I", "A"], "H, S, I atau A")
    names = [f"P{number:03d} | Siti, {number}" for number in range(200)]
    sheet.choices(Area(1, 1, 9, 1), names)
    sheet.choices(Area(1, 2, 9, 2), names)
    sheet.choices(Area(1, 3, 9, 3), [])
    found = opened(book)
    short, long, again = found["Data"].data_validations.dataValidation
    assert (short.formula1, str(short.sqref), short.prompt) == ('"H,S,I,A"', "A2:A10", "H, S, I atau A")
    assert long.formula1 == again.formula1 == "'ikmctl lists'!$A$1:$A$200"
    lists = found["ikmctl lists"]
    assert lists.sheet_state == "veryHidden"
    assert [lists.cell(row, 1).value for row in (1, 200)] == [names[0], names[-1]]


def test_limits_of_numbers() -> None:
    book = Book()
    book.sheet("Data").between(Area(1, 1, 30, 5), Decimal(1), Decimal("5.5"), "1 sampai 5,5")
    (rule,) = opened(book)["Data"].data_validations.dataValidation
    assert (rule.type, rule.formula1, rule.formula2, str(rule.sqref)) == ("decimal", "1", "5.5", "B2:F31")


def test_protection_leaves_input_cells_open() -> None:
    book = Book()
    sheet = book.sheet("Juri")
    sheet.cell(0, 0, "P001")
    sheet.cell(0, 1, None, INPUT)
    sheet.protect()
    page = opened(book)["Juri"]
    assert page.protection.sheet
    assert (page["A1"].protection.locked, page["B1"].protection.locked) == (True, False)


def test_layout() -> None:
    book = Book()
    sheet = book.sheet("Cetak")
    sheet.widths(5, 30)
    sheet.widths(12, start=3)
    sheet.merge(Area(0, 0, 0, 3), "=JUDUL", HEADER)
    sheet.merge(Area(1, 1, 1, 1), "satu sel")
    sheet.cell(2, 1, "kata " * 30, WRAP)
    sheet.cell(3, 1, "pendek", WRAP)
    sheet.height(4, 45)
    sheet.hide_column(3)
    sheet.freeze(2, 1)
    sheet.filter(Area(2, 0, 9, 3))
    sheet.page("F4", landscape=True, repeat=1, footer="BA & SK")
    other = book.sheet("Lain")
    other.hide()
    found = opened(book)
    page = found["Cetak"]
    assert (page["A1"].value, page["A1"].data_type, [str(area) for area in page.merged_cells.ranges]) == (
        "=JUDUL", "s", ["A1:D1"],
    )  # fmt: skip
    assert page["B2"].value == "satu sel"
    assert page.row_dimensions[3].height == 15 * 6
    assert page.row_dimensions[4].height in (None, 15)
    assert page.row_dimensions[5].height == 45
    assert (page.column_dimensions["D"].hidden, page.freeze_panes, page.auto_filter.ref) == (True, "B3", "A3:D10")
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (14, "landscape")
    assert (page.print_title_rows, page.oddFooter.left.text) == ("$1:$2", "BA && SK")
    assert found["Lain"].sheet_state == "hidden"


def test_a_plain_style_says_nothing_of_colour() -> None:
    assert "bg_color" not in PLAIN.properties()
    assert Style(fill="#FFFFFF", form="0").properties()["num_format"] == "0"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Data", "Data"),
        ("Nilai: juri 1/2 [a]*?", "Nilai  juri 1 2  a"),
        ("'kutip'", "kutip"),
        ("", "Sheet"),
        ("x" * 40, "x" * 31),
        ("History", "History (2)"),
    ],
)
def test_names_of_sheets(name: str, title: str) -> None:
    assert sheet_title(name) == title


def test_sheets_of_one_name_are_told_apart() -> None:
    book = Book()
    assert [book.sheet(name).title for name in ("Data", "data", "DATA", "ikmctl lists")] == [
        "Data", "data (2)", "DATA (3)", "ikmctl lists (2)",
    ]  # fmt: skip
    assert len(sheet_title("y" * 31, frozenset({"y" * 31}))) == 31


def test_text_that_no_cell_can_hold() -> None:
    assert len(cell_text("x" * 40_000)) == 32_767
    assert cell_text("a\ud800b\uffff") == "a\ufffdb\ufffd"
    assert cell_text("a\x1b[0mb\x9b\u202ec\u200b") == r"a\x1b[0mb\x9b\u202ec\u200b"
    assert cell_text("baris 1\nbaris 2\tkolom\xa0sama") == "baris 1\nbaris 2\tkolom\xa0sama"
    book = Book()
    book.sheet("Data").cell(0, 0, "a\x00\x1b[31mb\ud800")
    assert opened(book)["Data"]["A1"].value.startswith("a")


def test_room_for_wrapped_text() -> None:
    assert [lines_of(text, 11) for text in ("", "x" * 10, "x" * 11, "a\nb", "x" * 25)] == [1, 1, 2, 2, 3]
    assert (row_height(2), row_height(100)) == (30, 409)


def charted() -> Book:
    book = Book()
    sheet = book.sheet("Data & lain")
    sheet.row(0, ["Bidang", "Kursi", "Terpilih"])
    sheet.row(1, ["=Batik", 2, 1])
    sheet.row(2, ["Las", 1, 1])
    sheet.chart(4, 0, Bars("Judul <b>", "Batik 1 dari 2; Las 1 dari 1", 0, (1, 2), 0, (1, 2), stacked=True))
    return book


def test_a_chart_shows_cells_and_is_described_in_words() -> None:
    with zipfile.ZipFile(io.BytesIO(charted().to_bytes())) as file:
        chart = file.read("xl/charts/chart1.xml").decode()
        drawing = file.read("xl/drawings/drawing1.xml").decode()
    for span in ("$A$2:$A$3", "$B$2:$B$3", "$C$2:$C$3"):
        assert f"'Data &amp; lain'!{span}" in chart
    assert 'descr="Batik 1 dari 2; Las 1 dari 1"' in drawing
    assert "Judul &lt;b&gt;" in chart
    assert '<c:grouping val="stacked"/>' in chart
    assert charted().to_bytes() == charted().to_bytes()


def test_a_page_repeats_the_rows_and_prints_the_cells_that_it_should() -> None:
    book = Book()
    sheet = book.sheet("Data")
    sheet.row(0, ["x"] * 5)
    sheet.page("F4", landscape=True, repeat=(3, 4), area=Area(0, 0, 9, 2))
    found = opened(book)["Data"]
    assert found.print_title_rows == "$4:$5"
    assert found.print_area == "'Data'!$A$1:$C$10"
    assert (found.page_setup.paperSize, found.page_setup.orientation) == (14, "landscape")


def test_a_row_is_never_lower_than_asked_and_wrapped_text_makes_it_higher() -> None:
    book = Book()
    sheet = book.sheet("Data")
    sheet.widths(10)
    sheet.cell(0, 0, "pendek", WRAP)
    sheet.cell(1, 0, "kata " * 12, WRAP)
    for row in (0, 1):
        sheet.least(row, 30)
    heights = [opened_row.height for opened_row in opened(book)["Data"].row_dimensions.values()]
    assert heights == [30, 15 * 7]  # 60 characters at 9 to a line
