"""A mark for somebody whom the judge must not mark."""

from pathlib import Path

from tools.judge_sheet import returned


def make(root: Path) -> None:
    """Write it."""
    returned(root, {("P01", "hasil J1"): 3}, judge="*")
