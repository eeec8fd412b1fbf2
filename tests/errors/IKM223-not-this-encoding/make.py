"""A CSV file of an old program."""

from pathlib import Path


def make(root: Path) -> None:
    """A name with an accent, in cp1252."""
    path = root / "peserta.csv"
    path.write_bytes(path.read_bytes().replace(b"Rina Wati", b"Ren\xe9e Wati"))
