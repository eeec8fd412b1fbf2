"""What is no data is skipped with its reason; what is merely odd stays data, so that nothing is lost."""

from typing import Any

import pytest
from unit.sheets.program import grid, words

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.grid import Grid, Span
from ikmctl.sheets.header import find_table
from ikmctl.sheets.table import Table

HEADER = ["No", "Nama Lengkap", "NIK", "No. HP", "Kecamatan"]
SITI = ["1", "Siti Aminah", "3324016708909001", "0812-0000-1001", "Boja"]
BUDI = ["2", "Budi Santoso", "3324011203859002", "0812-0000-1002", "Kaliwungu"]


def below(*rows: list[Any], **more: Any) -> Table:
    table, problems = find_table(grid(HEADER, SITI, BUDI, *rows, **more), words())
    assert table is not None, problems
    assert table.read == len(table.rows) + len(table.skipped)
    return table


def skipped(table: Table) -> list[tuple[int, str]]:
    return [tuple(line) for line in table.skipped]


@pytest.mark.parametrize(
    "row",
    [
        ["Jumlah", "", "", "", 2.0],
        ["", "JUMLAH", "2 orang"],
        ["Total", "", "240"],
        ["", "Sub Total", "", "12"],
        ["Grand total peserta", "2"],
        ["Jumlah peserta: 2 orang"],
        ["Rata-rata", "", "", "", 77.5],
    ],
)
def test_total_rows(row: list[Any]) -> None:
    assert skipped(below(row)) == [(4, "total")]


@pytest.mark.parametrize(
    "row",
    [
        ["3", "Total Jaya Motor", "3324011203859003", "", ""],
        ["", "Total Jaya", "", "", 3.0],
        ["Jumlah", "Siti Rahma", "3324011203859003", "", ""],
        ["3", "Jumlahwati", "", "", ""],
    ],
)
def test_names_that_begin_like_totals_stay_data(row: list[Any]) -> None:
    table = below(row)
    assert skipped(table) == []
    assert len(table.rows) == 3


def test_a_total_in_the_middle_does_not_end_the_table() -> None:
    table = below(["Jumlah", "", "", "", 2.0], ["3", "Rina", "3324011203859003", "", ""])
    assert skipped(table) == [(4, "total")]
    assert [row.number for row in table.rows] == [2, 3, 5]


def test_signature_block_and_footnotes() -> None:
    block = [
        [],
        ["*) sesuai KTP"],
        [],
        ["", "", "", "Kendal, 3 Oktober 2025"],
        ["", "", "", "Kepala Dinas Perindustrian"],
        [],
        ["", "", "", "Drs. SUTRISNO"],
        ["", "", "", "NIP. 19700101 199003 1 001"],
    ]
    table = below(*block)
    assert skipped(table) == [(5, "note"), (7, "signature"), (8, "signature"), (10, "signature"), (11, "signature")]
    assert len(table.rows) == 2


def test_a_short_last_row_stays_data() -> None:
    assert len(below(["3", "Rina Wulandari"]).rows) == 3
    assert len(below([], ["", "Rina Wulandari"]).rows) == 3


def test_header_again_on_every_page() -> None:
    table = below(HEADER, ["3", "Rina", "3324011203859003", "", ""])
    assert skipped(table) == [(4, "header")]


def test_section_label_across_the_table() -> None:
    table = below(["KECAMATAN BOJA"], ["3", "Rina", "3", "", ""], merged=(Span(3, 0, 3, 4),))
    assert skipped(table) == [(4, "label")]


def test_blank_rows_count_nowhere() -> None:
    table = below([], ["", " "], ["3", "Rina", "3324011203859003", "", ""])
    assert (table.read, [row.number for row in table.rows]) == (3, [2, 3, 6])


def test_cells_merged_downwards_are_filled_and_said() -> None:
    rows = [HEADER, SITI, BUDI[:4], ["3", "Rina", "3324011203859003", "", ""]]
    table, problems = find_table(grid(*rows, merged=(Span(1, 4, 3, 4),)), words())
    assert table is not None
    assert [row.cell(4).value for row in table.rows] == ["Boja", "Boja", "Boja"]
    assert [(problem.code, problem.where.cell, problem.severity) for problem in problems] == [
        ("IKM230", "E2", Severity.WARNING)
    ]
    assert rows[2] == BUDI[:4], "the grid as read stays as it was"


def test_csv_row_with_more_cells_than_the_header_is_a_fault() -> None:
    wide = ["3", "Rina", "3324011203859003", "0812-0000-1003", "Jl. Melati 3", "Boja"]
    padded = ["4", "Tono", "3324011203859004", "0812-0000-1004", "Boja", "", ""]
    table, _ = find_table(Grid("a.csv", "", [HEADER, SITI, wide, padded]), words())
    assert table is not None
    assert list(table.faults) == [3]
    fault = table.faults[3]
    assert (fault.code, fault.where.cell, dict(fault.params)) == ("IKM226", "F3", {"found": 6, "expected": 5})
    assert len(table.rows) == 3
    assert [cell.address for cell in table.rows[1].cells()] == ["A3", "B3", "C3", "D3", "E3", "F3"]


def test_somebody_with_few_cells_at_the_end_stays_data() -> None:
    born = ["Nama Lengkap", "NIK", "Tanggal Lahir", "No. HP", "Kecamatan", "Bidang"]
    people = [["Siti", "3324016708909001", "27 Agustus 1990", "0812-0000-1001", "Boja", "Batik"]] * 3
    last = ["Budi", "3324011203859002", "12 Maret 1985"]
    table, _ = find_table(grid(born, *people, last, [], ["", "", "", "", "Kendal, 26 September 2025"]), words())
    assert table is not None
    assert (len(table.rows), skipped(table)) == (4, [(7, "signature")])


def test_a_firm_that_is_called_like_a_source_stays_data() -> None:
    header = ["Nama Usaha", "Pemilik", "Kecamatan", "Produk"]
    firms = [["Toko B", "Budi", "Boja", "Meja"], ["Sumber Makmur", "", "Boja", ""]]
    notes = [["Sumber: Disperin"], ["Ket", "B = baik"], ["Catatan penting"]]
    table, _ = find_table(grid(header, *[firms[0]] * 5, firms[1], *notes), words())
    assert table is not None
    assert (len(table.rows), skipped(table)) == (6, [(8, "note"), (9, "note"), (10, "note")])


def test_numbers_of_the_first_person_are_no_numbers_of_columns() -> None:
    header = ["No Peserta", "Jumlah tenaga kerja", "Usia"]
    table, _ = find_table(grid(header, [1.0, 2.0, 3.0], [2.0, 4.0, 4.0]), words())
    assert table is not None
    assert (len(table.rows), skipped(table)) == (2, [])
    table, _ = find_table(grid(header, [1.0, 2.0, 3.0], ["P1", 4.0, 4.0], [2.0, 4.0, 4.0]), words())
    assert table is not None
    assert skipped(table) == [(2, "numbers")]


def test_both_rows_of_a_header_again_on_every_page() -> None:
    top = ["No", "Nama Lengkap", "NIK", "No. HP", "ALAMAT", "", "Bidang", "Pekerjaan"]
    sub = ["", "", "", "", "Desa", "Kecamatan"]
    siti = ["1", "Siti Aminah", "3324016708909001", "0812-0000-1001", "Boja", "Boja", "Batik", "Pedagang"]
    table, problems = find_table(grid(top, sub, siti, top, sub, ["2", *siti[1:]], merged=(Span(0, 4, 0, 5),)), words())
    assert table is not None, problems
    assert [row.number for row in table.rows] == [3, 6]
    assert skipped(table) == [(4, "header"), (5, "header")]
    assert skipped(below(["3", "Kecamatan", "", "", "Kecamatan"])) == []
