"""Two workbooks with different marks of one judge."""

from pathlib import Path

from tools.judge_sheet import returned


def make(root: Path) -> None:
    """Write it."""
    returned(root)
    returned(root, {("P01", "hasil J1"): 2}, judge="*")
