"""A sheet of another program."""

from pathlib import Path

from tools.judge_sheet import returned


def make(root: Path) -> None:
    """Write it."""
    returned(root, raw={"A4": "ikmctl/sheet/1 kota-lain curation J1 0123456789abcdef"})
