"""A workbook as lines of text, so that git can show what changed in it."""

from pathlib import Path

from ikmctl.render.safe import safe
from ikmctl.sheets.reader import read_workbook
from ikmctl.workflow.result import Result


def run(path: Path) -> Result[tuple[str, ...]]:
    """Every filled cell as `Sheet!B2`, a tab and the value, in the order of sheets and rows."""
    grids, problems = read_workbook(path)
    lines = []
    for grid in grids:
        lead = f"{grid.sheet}!" if grid.sheet else ""
        for row in range(grid.height):
            cells = [grid.cell(row, column) for column in range(len(grid.rows[row]))]
            lines += [f"{safe(lead)}{cell.address}\t{safe(cell.value)}" for cell in cells if cell.value]
    return Result(tuple(lines), tuple(problems), unusable=not grids and bool(problems))
