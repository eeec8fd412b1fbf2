"""The header is found under whatever stands above it; without one nothing is eaten."""

from typing import Any

import pytest
from unit.sheets.program import grid, words

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets import header
from ikmctl.sheets.grid import Span
from ikmctl.sheets.header import find_header, find_table
from ikmctl.sheets.table import Table

HEADER = ["No", "Nama Lengkap", "NIK", "No. HP", "Kecamatan"]
SITI = ["1", "Siti Aminah", "3324016708909001", "0812-0000-1001", "Boja"]
BUDI = ["2", "Budi Santoso", "3324011203859002", "0812-0000-1002", "Kaliwungu"]


def table_of(*rows: list[Any], **more: Any) -> Table:
    table, problems = find_table(grid(*rows, **more), words())
    assert table is not None, problems
    return table


def headers(table: Table) -> list[str]:
    return [column.header for column in table.columns]


def test_header_in_the_first_row() -> None:
    table = table_of(HEADER, SITI, BUDI)
    assert (table.header_row, headers(table), [row.number for row in table.rows]) == (1, HEADER, [2, 3])
    assert table.rows[0].cell(2).address == "C2"
    assert table.columns[4].address == "E1"


def test_header_under_titles_blank_rows_and_a_date_line() -> None:
    above = [["PEMERINTAH KABUPATEN KENDAL"], ["DAFTAR PESERTA", "", ""], [], ["Tanggal:", "29 September 2025"], []]
    table = table_of(*above, HEADER, SITI, BUDI)
    assert (table.header_row, [row.number for row in table.rows]) == (6, [7, 8])
    assert table.rows[1].cell(1).address == "B8"


def test_labels_and_values_above_are_no_header() -> None:
    above = [["Kabupaten", "Kendal"], ["Kecamatan", "Boja"], ["Nama", "Dinas Perindustrian"]]
    assert table_of(*above, HEADER, SITI).header_row == 4


def test_blank_columns_before_and_between() -> None:
    rows = [["", "", *row[:2], "", *row[2:]] for row in (HEADER, SITI)]
    table = table_of(*rows)
    assert [(column.header, column.index) for column in table.columns] == [
        ("No", 2), ("Nama Lengkap", 3), ("NIK", 5), ("No. HP", 6), ("Kecamatan", 7),
    ]  # fmt: skip
    assert table.rows[0].cell(5).address == "F2"


def test_column_without_header_but_with_values_is_kept() -> None:
    table = table_of([*HEADER, ""], [*SITI, "catatan tangan"])
    assert table.columns[-1].header == ""
    assert table.columns[-1].index == 5


TOP = ["No", "NAMA PERUSAHAAN", "PEMILIK", "L/P", "ALAMAT", "", "", "TENAGA KERJA", ""]
SUB = ["", "", "", "", "JALAN", "DESA", "KECAMATAN", "L", "P"]
FIRM = ["1", "CV Sumber Rejeki", "Siti Aminah", "P", "Jl. Melati 3", "Boja", "Boja", 3.0, 2.0]
SPANS = (Span(3, 4, 3, 6), Span(3, 7, 3, 8), *(Span(3, column, 4, column) for column in range(4)))


@pytest.mark.parametrize("merged", [SPANS, ()])
def test_header_of_two_rows_with_and_without_known_merges(merged: tuple[Span, ...]) -> None:
    table = table_of(["DATA IKM"], [], [], TOP, SUB, FIRM, merged=merged)
    assert table.header_row == 5
    assert headers(table) == [
        "No", "NAMA PERUSAHAAN", "PEMILIK", "L/P", "ALAMAT / JALAN", "ALAMAT / DESA", "ALAMAT / KECAMATAN",
        "TENAGA KERJA / L", "TENAGA KERJA / P",
    ]  # fmt: skip
    assert [column.address for column in table.columns] == ["A4", "B4", "C4", "D4", "E5", "F5", "G5", "H5", "I5"]
    assert [row.number for row in table.rows] == [6]


def test_header_of_three_rows() -> None:
    top = ["NIK", "NAMA", "USAHA", "", ""]
    middle = ["", "", "NIB", "TENAGA KERJA", ""]
    bottom = ["", "", "", "L", "P"]
    table = table_of(top, middle, bottom, ["3324016708909001", "Siti Aminah", "0220001234567", 1.0, 2.0])
    assert (table.header_row, headers(table)[-2:]) == (3, ["USAHA / TENAGA KERJA / L", "USAHA / TENAGA KERJA / P"])
    assert len(table.rows) == 1


def test_title_merged_over_the_header_is_not_part_of_it() -> None:
    table = table_of(["DAFTAR PESERTA", "", "", "", ""], HEADER, SITI, merged=(Span(0, 0, 0, 4),))
    assert headers(table) == HEADER


def test_row_of_numbers_under_the_header_is_skipped() -> None:
    for numbers in ([1.0, 2.0, 3.0, 4.0, 5.0], ["(1)", "(2)", "(3)", "(4)", "(5)"]):
        table = table_of(HEADER, numbers, SITI)
        assert [tuple(skipped) for skipped in table.skipped] == [(2, "numbers")]
        assert table.read == 2


def test_long_questions_are_headers_too() -> None:
    question = "Dengan ini saya menyatakan bersedia mengikuti seluruh rangkaian kegiatan " * 8
    table = table_of([*HEADER, question], [*SITI, "Ya"])
    assert len(table.columns) == 6


def test_narrow_sheets_need_fewer_known_headers() -> None:
    assert table_of(["NIK", "Skor"], ["3324016708909001", "80"]).header_row == 1
    assert table_of(["No. Peserta", "Hari 1"], ["P001", "H"]).header_row == 1
    assert table_of(["NIK"], ["3324016708909001"]).header_row == 1


def test_misspelt_headers_are_found_when_nothing_is_exact() -> None:
    table = table_of(["Nma Lengkap", "Nomor Induk Kependudukn", "No Hanphone"], ["Siti Aminah", "x", "y"])
    assert table.header_row == 1


def test_without_header_the_answer_is_a_guess_and_no_table() -> None:
    table, problems = find_table(grid([], SITI[1:4], BUDI[1:4]), words())
    assert table is None
    (problem,) = problems
    assert (problem.code, problem.where.cell, problem.severity) == ("IKM217", "A2", Severity.ERROR)
    assert problem.params["guess"] == "A = Nama, B = NIK, C = No. HP"
    assert "3324" not in str(problem.params)


def test_header_without_rows_is_a_warning() -> None:
    table, problems = find_table(grid(HEADER), words())
    assert table is not None
    assert [(problem.code, problem.severity) for problem in problems] == [("IKM218", Severity.WARNING)]


def test_blank_sheet() -> None:
    table, problems = find_table(grid([], ["", " "]), words())
    assert table is None
    assert [problem.code for problem in problems] == ["IKM205"]


def test_header_is_not_looked_for_below_the_first_rows() -> None:
    assert find_header(grid(*[["lain"]] * 40, HEADER, SITI), words()) is None


def test_a_wide_sheet_without_a_header_is_looked_over_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each cell of thirty rows was compared with every known header: a thousand columns took a minute."""
    asked: list[str] = []

    def resembles(*headers: Any) -> None:
        asked.append(headers[0])

    monkeypatch.setattr(header, "resembling", resembles)
    rows = [[f"isi {row} kolom {column}" for column in range(500)] for row in range(40)]
    assert header.find_header(grid(*rows), words()) is None
    assert len(asked) <= 30 * 60
