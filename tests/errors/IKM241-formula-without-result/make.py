"""A workbook that a program wrote without working out its formulas."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import xlsxwriter


def make(root: Path) -> None:
    """The stored result of the one formula is taken out."""
    whole = BytesIO()
    book = xlsxwriter.Workbook(whole)
    sheet = book.add_worksheet("Form")
    sheet.write_row(0, 0, ("Nama Lengkap", "NIK", "Kecamatan", "Pelatihan"))
    sheet.write_row(1, 0, ("Siti Aminah", "3324086005909001", None, "Ecoprint"))
    sheet.write_formula(1, 2, '=UPPER("kaliwungu")')
    book.close()
    with ZipFile(whole) as before, ZipFile(root / "peserta.xlsx", "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"</f><v>0</v>", b"</f>"))
