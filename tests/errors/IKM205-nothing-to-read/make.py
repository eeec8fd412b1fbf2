"""A file of no bytes."""

from pathlib import Path


def make(root: Path) -> None:
    """Nothing in it."""
    (root / "kosong.csv").write_bytes(b"")
