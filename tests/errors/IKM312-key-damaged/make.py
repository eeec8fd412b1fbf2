"""An office key that somebody opened and saved in an editor."""

from pathlib import Path


def make(root: Path) -> None:
    """It has another length now."""
    (root / "private").mkdir(exist_ok=True)
    (root / "private" / "key").write_text("rahasia\n", encoding="utf-8")
