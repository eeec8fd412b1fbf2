"""A cell that the judge left empty."""

from pathlib import Path

from tools.judge_sheet import returned


def make(root: Path) -> None:
    """Write it."""
    returned(root, {("P01", "hasil"): None})
