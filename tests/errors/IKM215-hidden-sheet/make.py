"""A workbook with a hidden sheet."""

from io import BytesIO
from pathlib import Path

import xlsxwriter


def make(root: Path) -> None:
    """The hidden one holds an older list."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target)
    for name, person in (
        ("Form", ("Siti Aminah", "3324086005909001", "Ecoprint")),
        ("Lama", ("Rina Wati", "3324125108959003", "Mebel")),
    ):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ("Nama Lengkap", "NIK", "Pelatihan"))
        sheet.write_row(1, 0, person)
    book.get_worksheet_by_name("Lama").hide()
    book.close()
    (root / "peserta.xlsx").write_bytes(target.getvalue())
