"""A workbook with two lists."""

from pathlib import Path

from synthetic.book import Sheet, to_bytes


def make(root: Path) -> None:
    """One list for each year."""
    head = ("Nama Lengkap", "NIK", "Kecamatan", "Pelatihan")
    first = Sheet("2024", (head, ("Siti Aminah", "3324086005909001", "Kaliwungu", "Ecoprint")))
    second = Sheet("2025", (head, ("Rina Wati", "3324125108959003", "Weleri", "Mebel")))
    (root / "peserta.xlsx").write_bytes(to_bytes((first, second)))
