"""A workbook that a program wrote without working out its formulas."""

from pathlib import Path

import openpyxl


def make(root: Path) -> None:
    """openpyxl stores a formula without a result."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Form"
    sheet.append(("Nama Lengkap", "NIK", "Kecamatan", "Pelatihan"))
    sheet.append(("Siti Aminah", "3324086005909001", '=UPPER("kaliwungu")', "Ecoprint"))
    book.save(root / "peserta.xlsx")
