"""Workbooks (xlsx, xlsm, xls, xlsb, ods) to grids: first the guard, then the reader, here or in a child process."""

from collections.abc import Sequence
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.child import read_sheets
from ikmctl.sheets.grid import Grid, Raw, Span, column_letters, is_blank
from ikmctl.sheets.guard import Passed, explain, inspect
from ikmctl.sheets.inspection import OWN_LISTS, SheetFacts, SheetName, choose
from ikmctl.sheets.refuse import RefusedError

_OLD: Final = 3
"""Formats that are not packed hold more in a byte."""
_SHOWN: Final = 5


def read_book(data: bytes, file: str, sheet: str | None) -> tuple[list[Grid], list[Diagnostic]]:
    """Read the visible sheets of a workbook, or the one named."""
    try:
        passed = inspect(data, sheet)
        answer = _read(passed, sheet)
        names = _names(passed, answer, sheet)
    except RefusedError as refused:
        return [], [refused.problem(file)]
    known = passed.inspection
    facts = known.facts if known else {}
    epoch_1904 = bool(known and known.epoch_1904)
    grids = [
        _grid(file, name, rows, merged, facts.get(name, SheetFacts()), epoch_1904=epoch_1904)
        for name, rows, merged in answer["sheets"]
        if name != OWN_LISTS
    ]
    filled = [grid for grid in grids if grid.filled()]
    notes = _notes(file, names if sheet is None else (), filled, macros=bool(known and known.macros))
    return filled, notes if filled else [*notes, Diagnostic("IKM205", Where(file))]


def _read(passed: Passed, sheet: str | None) -> dict[str, Any]:
    """The reader's answer; its errors become refusals."""
    known = passed.inspection
    wanted = list(known.chosen) if known else [sheet] if sheet else None
    if known and not known.chosen:
        return {"names": known.names, "sheets": []}
    if passed.vouched:
        answer = read_sheets(passed.data, wanted)
    else:
        from ikmctl.sheets.worker import read_apart

        answer = read_apart(passed.data, wanted, known.size if known and known.size else _OLD * len(passed.data))
    if answer.get("error") == "stopped":
        explain(passed.data, sheet)
    _refuse(answer)
    return answer


def _refuse(answer: dict[str, Any]) -> None:
    why = str(answer.get("why", ""))
    match answer.get("error"):
        case None:
            return
        case "password":
            raise RefusedError("IKM206")
        case "damaged":
            raise RefusedError("IKM207", why=why)
        case "far":
            rows, columns = int(answer["rows"]), int(answer["columns"])
            far = f"{column_letters(columns - 1)}{rows}"
            raise RefusedError("IKM210", why, far=far, rows=rows, columns=columns)
        case _:
            raise RefusedError("IKM212", why=why)


def _names(passed: Passed, answer: dict[str, Any], sheet: str | None) -> tuple[SheetName, ...]:
    if passed.inspection:
        return passed.inspection.names
    names = tuple(SheetName(name, hidden) for name, hidden in answer["names"])
    choose(names, sheet)
    return names


def _grid(  # noqa: PLR0913  # the parts of a grid, from two sources
    file: str, name: str, rows: list[list[Raw]], merged: Sequence[Sequence[int]], facts: SheetFacts, *, epoch_1904: bool
) -> Grid:
    for (row, column), fault in facts.faults.items():
        while len(rows) <= row:
            rows.append([])
        rows[row].extend([""] * (column + 1 - len(rows[row])))
        rows[row][column] = fault
    while rows and all(is_blank(raw) for raw in rows[-1]):
        rows.pop()
    spans = tuple(sorted((*facts.merged, *(Span(*corners) for corners in merged))))
    return Grid(file, name, rows, facts.hidden_rows, facts.hidden_columns, spans, epoch_1904)


def _notes(file: str, names: Sequence[SheetName], grids: Sequence[Grid], *, macros: bool) -> list[Diagnostic]:
    hidden = [name.title for name in names if name.hidden and name.title != OWN_LISTS]
    notes = [Diagnostic("IKM215", Where(file, sheet=title), {"sheet": title}, Severity.NOTE) for title in hidden]
    if macros:
        notes.append(Diagnostic("IKM211", Where(file), {}, Severity.WARNING))
    return notes + [found for grid in grids if (found := _hidden(grid)) is not None]


def _hidden(grid: Grid) -> Diagnostic | None:
    """Hidden rows and columns that hold something."""
    rows = [row for row in sorted(grid.hidden_rows) if row < grid.height and not all(map(is_blank, grid.rows[row]))]
    width = grid.width
    used = [column for column in sorted(grid.hidden_columns) if column < width and _column_used(grid, column)]
    if not rows and not used:
        return None
    shown = [f"{row + 1}" for row in rows[:_SHOWN]] + [column_letters(column) for column in used[:_SHOWN]]
    more = len(rows) + len(used) - len(shown)
    what = ", ".join(f"`{name}`" for name in shown) + (f" +{more}" if more else "")
    return Diagnostic("IKM216", Where(grid.file, sheet=grid.sheet), {"what": what}, Severity.WARNING)


def _column_used(grid: Grid, column: int) -> bool:
    return any(column < len(row) and not is_blank(row[column]) for row in grid.rows)
