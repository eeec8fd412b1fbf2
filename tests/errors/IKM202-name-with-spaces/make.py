"""A file whose name holds a space."""

from pathlib import Path


def make(root: Path) -> None:
    """Call it `data peserta.csv`."""
    (root / "peserta.csv").rename(root / "data peserta.csv")
