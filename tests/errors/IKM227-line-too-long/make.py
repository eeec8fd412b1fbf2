"""A file without line ends."""

from pathlib import Path


def make(root: Path) -> None:
    """One line of a megabyte."""
    (root / "peserta.csv").write_text("Nama Lengkap,NIK\n" + "x" * 3_000_000 + "\n", encoding="utf-8")
