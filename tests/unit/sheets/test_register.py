"""The real register that an office sent: every row and column of it is understood. No row of it is shown."""

import os
from pathlib import Path

import pytest
from unit.sheets.program import program, words

from ikmctl.sheets.columns import match_columns
from ikmctl.sheets.grid import describe
from ikmctl.sheets.header import find_table
from ikmctl.sheets.reader import read_workbook

HERE = Path(__file__).resolve().parents[3]
REGISTER = Path(os.environ.get("IKMCTL_TEST_REGISTER") or HERE.parent / "shared" / "data" / "ikm-register.xlsx")


@pytest.mark.skipif(not REGISTER.is_file(), reason="the register is not public; IKMCTL_TEST_REGISTER names a copy")
def test_real_register_reads_whole() -> None:
    (grid,), problems = read_workbook(REGISTER)
    assert problems == []
    table, notes = find_table(grid, words())
    assert table is not None
    assert (notes, table.header_row, table.read, len(table.rows), table.skipped) == ([], 1, 1483, 1483, ())
    assert [row.number for row in table.rows] == list(range(2, 1485))
    matched = match_columns(table, program())
    assert {field: (column.header, column.unit) for field, column in matched.fields.items()} == {
        "business_name": ("Nama Industri", ""),
        "product": ("Nama Produk", ""),
        "workers": ("Tenaga Kerja (Orang)", "Orang"),
        "capacity": ("Kapasitas Produksi", ""),
        "capacity_unit": ("Satuan Produksi", ""),
        "investment": ("Nilai Investasi (Rp.000)", "Rp.000"),
        "production_value": ("Nilai Produksi (Rp.000)", "Rp.000"),
        "material_value": ("Nilai Bahan Baku (Rp.000)", "Rp.000"),
    }
    assert [column.header for column in matched.unknown] == ["Komoditi"]
    workers = matched.fields["workers"].index
    kinds = {describe(row.values[workers])[1] for row in table.rows}
    assert kinds <= {"number", "empty"}
    assert all("." not in row.cell(workers).value for row in table.rows), "whole numbers carry no `.0`"
