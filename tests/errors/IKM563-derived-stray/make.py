"""A list of the second stage although the first is not decided: a file left over from another branch."""

from pathlib import Path


def make(root: Path) -> None:
    """One that was written before."""
    (root / "curation").mkdir()
    (root / "curation" / "shortlist.yaml").write_text("format: 1\n", encoding="utf-8")
