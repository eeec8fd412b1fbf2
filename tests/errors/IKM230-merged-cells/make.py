"""A workbook in which one cell stands for several rows."""

from io import BytesIO
from pathlib import Path

import xlsxwriter


def make(root: Path) -> None:
    """The district was merged over two people."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("Form")
    sheet.write_row(0, 0, ("Nama Lengkap", "NIK", "Pelatihan", "Kecamatan"))
    sheet.write_row(1, 0, ("Siti Aminah", "3324086005909001", "Ecoprint"))
    sheet.write_row(2, 0, ("Rina Wati", "3324125108959003", "Mebel"))
    sheet.merge_range("D2:D3", "Kaliwungu")
    book.close()
    (root / "peserta.xlsx").write_bytes(target.getvalue())
