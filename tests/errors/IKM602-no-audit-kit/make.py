"""A file that is called like an audit kit."""

from pathlib import Path


def make(root: Path) -> None:
    """No zip at all."""
    (root / "kit.zip").write_text("bukti\n", encoding="utf-8")
