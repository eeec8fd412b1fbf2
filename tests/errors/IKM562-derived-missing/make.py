"""The scores were written, the list is empty: a merge went wrong."""

from pathlib import Path


def make(root: Path) -> None:
    """An empty shortlist."""
    (root / "curation").mkdir()
    (root / "curation" / "shortlist.yaml").write_text("", encoding="utf-8")
