"""A folder with workbooks in it."""

from pathlib import Path


def make(root: Path) -> None:
    """An empty one will do."""
    (root / "sample").mkdir()
