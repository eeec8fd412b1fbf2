"""A column of NIKs of which most end in 0: Excel had them as numbers before somebody formatted the column as text."""

from pathlib import Path

from synthetic.book import Sheet, to_bytes
from synthetic.kendal import applicants


def make(root: Path) -> None:
    """Thirty people; the last digit of two in three is gone."""
    people = applicants()[:30]
    niks = [one.person.nik[:-1] + ("0" if place % 3 else one.person.nik[-1]) for place, one in enumerate(people)]
    rows = [(one.person.name, nik, "Boja", "Ecoprint") for one, nik in zip(people, niks, strict=True)]
    head = ("Nama Lengkap", "NIK", "Kecamatan", "Pelatihan")
    (root / "peserta.xlsx").write_bytes(to_bytes((Sheet("Form", (head, *rows)),)))
