"""Workbooks that somebody filled in are not made anew over what stands in them."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ikmctl.domain.diagnostic import Diagnostic, Where, has_errors
from ikmctl.render.safe import quoted
from ikmctl.workflow.load import Cohort, shown
from ikmctl.workflow.record_notes import imports_of

if TYPE_CHECKING:
    from ikmctl.sheets.grid import Grid


def filled(cohort: Cohort, files: Iterable[Path], corner: tuple[int, int], command: str) -> tuple[Diagnostic, ...]:
    """What keeps workbooks from being made anew: entries that have not come in, or a file that cannot be read.

    Args:
        cohort: its imports say which workbooks came in as they are.
        files: where the new ones would be written.
        corner: row and column of the first cell that people fill in, counted from 0.
        command: what brings such a workbook in; `{file}` stands for it.
    """
    there = [path for path in files if path.exists()]
    if not there:
        return ()
    from ikmctl.sheets.reader import bytes_of, read_bytes

    records, problems = imports_of(cohort)
    known = {one.digest for one in records}
    found = list(problems)
    for path in there:
        data, faults = bytes_of(path)
        if data is None:
            found += faults
        elif sha256(data).hexdigest() not in known:
            grids, faults = read_bytes(data, shown(path))
            found += [one for one in faults if has_errors((one,))]
            if _holds_more(grids, corner):
                params = {"command": command.format(file=quoted(shown(path)))}
                found.append(Diagnostic("IKM296", Where(shown(path)), params))
    return tuple(found)


def _holds_more(grids: "Sequence[Grid]", corner: tuple[int, int]) -> bool:
    top, left = corner
    return any(
        not grid.cell(row, column).blank
        for grid in grids
        for row in range(top, grid.height)
        for column in range(left, grid.width)
    )
