"""A NIK that Excel kept as a number."""

from pathlib import Path

from synthetic.book import Sheet, to_bytes


def make(root: Path) -> None:
    """Write it."""
    rows = (
        ("Nama Lengkap", "NIK", "Kecamatan", "Pelatihan"),
        ("Siti Aminah", "3324086005909001", "Kaliwungu", "Ecoprint"),
        ("Rina Wati", 3324125108959000, "Weleri", "Mebel"),
    )
    (root / "peserta.xlsx").write_bytes(to_bytes((Sheet("Form", rows),)))
