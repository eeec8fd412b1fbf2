"""A workbook in which somebody filtered rows away."""

from io import BytesIO
from pathlib import Path

import xlsxwriter


def make(root: Path) -> None:
    """Row 3 is hidden."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("Form")
    sheet.write_row(0, 0, ("Nama Lengkap", "NIK", "Pelatihan"))
    sheet.write_row(1, 0, ("Siti Aminah", "3324086005909001", "Ecoprint"))
    sheet.write_row(2, 0, ("Rina Wati", "3324125108959003", "Mebel"))
    sheet.set_row(2, None, None, {"hidden": True})
    book.close()
    (root / "peserta.xlsx").write_bytes(target.getvalue())
