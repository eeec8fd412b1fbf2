"""A workbook with macros."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from synthetic.book import Sheet, to_bytes


def make(root: Path) -> None:
    """The part that holds macros is there; what it says does not matter, for nobody reads it."""
    rows = (("Nama Lengkap", "NIK", "Kecamatan", "Pelatihan"), ("Siti Aminah", "3324086005909001", "Boja", "Ecoprint"))
    whole = BytesIO(to_bytes((Sheet("Form", rows),)))
    with ZipFile(whole, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"made up")
    (root / "peserta.xlsm").write_bytes(whole.getvalue())
