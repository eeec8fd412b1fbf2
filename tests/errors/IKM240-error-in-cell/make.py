"""A workbook in which a formula went wrong."""

from io import BytesIO
from pathlib import Path

import xlsxwriter


def make(root: Path) -> None:
    """The district was to be looked up in another list, which is gone."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("Form")
    sheet.write_row(0, 0, ("Nama Lengkap", "NIK", "Pelatihan", "Kecamatan"))
    sheet.write_row(1, 0, ("Siti Aminah", "3324086005909001", "Ecoprint"))
    sheet.write_formula(1, 3, "=VLOOKUP(1,A1:B1,2)", None, "#N/A")
    book.close()
    (root / "peserta.xlsx").write_bytes(target.getvalue())
