"""What every table of ours promises: its columns, cells of the right form, no line twice."""

from collections.abc import Sequence

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity
from ikmctl.domain.fields import CATALOGUE
from ikmctl.store.cells import EXAMPLES
from ikmctl.store.csvtext import MAX_REPORTED, Sheet, read_csv


def open_table(  # noqa: PLR0913  # which columns a table must and may have
    text: str, file: str, needed: Sequence[str], command: str, facts: Sequence[str] = (), spare: Sequence[str] = ()
) -> tuple[Sheet | None, list[Diagnostic]]:
    """Split a table and check its header; None where a column that is needed is not there.

    Args:
        text: the file.
        file: its name in problems.
        needed: columns that it must have.
        command: what writes the file anew.
        facts: columns beyond those, which must be there too.
        spare: columns that may be there.
    """
    sheet, problems = read_csv(text, file, command)
    if sheet is None:
        return None, problems
    found = _missing(sheet, (*needed, *facts), command)
    problems += found
    problems += _unexpected(sheet, frozenset((*needed, *facts, *spare)))
    return None if found else sheet, problems


def _missing(sheet: Sheet, needed: Sequence[str], command: str) -> list[Diagnostic]:
    return [
        Diagnostic("IKM921", sheet.head(), {"file": sheet.file, "column": name, "command": command})
        for name in needed
        if name not in sheet.header
    ]


def _unexpected(sheet: Sheet, known: frozenset[str]) -> list[Diagnostic]:
    """Columns that stand there twice, that nobody needs, or that must not be in a tracked file."""
    problems = []
    for index, name in enumerate(sheet.header):
        if name in sheet.header[:index]:
            problems.append(Diagnostic("IKM926", sheet.head(name), {"found": name, "line": 1}))
        elif name not in known:
            private = name in CATALOGUE and CATALOGUE[name].private
            severity = Severity.ERROR if private else Severity.WARNING
            params: dict[str, Param] = {"file": sheet.file, "column": name}
            problems.append(Diagnostic("IKM922", sheet.head(name), params, severity))
    return problems


def wrong(sheet: Sheet, row: int, column: str, command: str, like: str = "") -> Diagnostic:
    """A cell that does not hold what its column promises."""
    params: dict[str, Param] = {"column": column, "example": like or EXAMPLES.get(column, ""), "command": command}
    return Diagnostic("IKM925", sheet.where(row, column), params)


def repeated(sheet: Sheet, keys: Sequence[object]) -> list[Diagnostic]:
    """Lines that say again what an earlier line says; `keys` has one entry for each row."""
    if len(set(keys)) == len(keys):
        return []
    first: dict[object, int] = {}
    problems: list[Diagnostic] = []
    for row, key in enumerate(keys):
        if first.setdefault(key, row) != row and len(problems) < MAX_REPORTED:
            params: dict[str, Param] = {"found": sheet.rows[row][0], "line": sheet.line(first[key])}
            problems.append(Diagnostic("IKM926", sheet.where(row, sheet.header[0]), params))
    return problems
