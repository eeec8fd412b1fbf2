"""A workbook with one forgotten cell far below."""

from io import BytesIO
from pathlib import Path

import xlsxwriter


def make(root: Path) -> None:
    """The cell stands in the last row that Excel has."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("Form")
    sheet.write_row(0, 0, ("Nama Lengkap", "NIK", "Pelatihan"))
    sheet.write_row(1, 0, ("Siti Aminah", "3324086005909001", "Ecoprint"))
    sheet.write(1_048_575, 16_383, "x")
    book.close()
    (root / "peserta.xlsx").write_bytes(target.getvalue())
