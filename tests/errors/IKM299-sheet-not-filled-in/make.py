"""A sheet as it was made."""

from pathlib import Path

from openpyxl import load_workbook
from tools.judge_sheet import returned


def make(root: Path) -> None:
    """Write it."""
    path = returned(root)
    book = load_workbook(path)
    for row in book.active.iter_rows(min_row=6, min_col=4):
        for cell in row:
            cell.value = None
    book.save(path)
