"""A PDF that somebody renamed."""

from pathlib import Path


def make(root: Path) -> None:
    """Its first bytes are enough."""
    (root / "peserta.xlsx").write_bytes(b"%PDF-1.7\n%made up\n")
