"""Workbooks (xlsx, xlsm, xls, ods) to grids through python-calamine."""

import io
from collections.abc import Sequence
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.grid import Grid, Raw, Span, is_blank

_OWN_LISTS: Final = "ikmctl lists"
"""Options of drop-downs in workbooks that ikmctl writes."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def read_book(data: bytes, file: str, sheet: str | None) -> tuple[list[Grid], list[Diagnostic]]:
    """Read the visible sheets of a workbook, or the one named."""
    if _ENCRYPTED in data[: 1024 * 1024] and not data.startswith(b"PK"):
        return [], [Diagnostic("IKM206", Where(file))]
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names, problems = _names(book, file, sheet)
        grids = [_grid(book.get_sheet_by_name(name), file, name) for name in names]
    except python_calamine.PasswordError:
        return [], [Diagnostic("IKM206", Where(file))]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        return [], [Diagnostic("IKM207", Where(file), {"why": type(error).__name__})]
    filled = [grid for grid in grids if grid.filled()]
    if not filled and not problems:
        problems = [Diagnostic("IKM205", Where(file))]
    return filled, problems


def _names(book: Any, file: str, sheet: str | None) -> tuple[list[str], list[Diagnostic]]:
    """The sheets to read: the one asked for, else the visible ones."""
    metadata = [item for item in book.sheets_metadata if _kind(item.typ) == "WorkSheet" and item.name != _OWN_LISTS]
    names = [item.name for item in metadata]
    if sheet is not None:
        found = [name for name in names if name.strip().casefold() == sheet.strip().casefold()]
        if len(found) == 1:
            return found, []
        return [], [Diagnostic("IKM213", Where(file), {"sheet": sheet, "sheets": ", ".join(f"`{n}`" for n in names)})]
    hidden = [item.name for item in metadata if _kind(item.visible) != "Visible"]
    notes = [Diagnostic("IKM215", Where(file, sheet=name), {"sheet": name}, Severity.NOTE) for name in hidden]
    return [name for name in names if name not in hidden], notes


def _kind(value: object) -> str:
    return str(value).rsplit(".", 1)[-1]


def _grid(sheet: Any, file: str, name: str) -> Grid:
    rows: list[list[Raw]] = sheet.to_python(skip_empty_area=False)
    while rows and all(is_blank(raw) for raw in rows[-1]):
        rows.pop()
    return Grid(file, name, rows, merged=_spans(sheet.merged_cell_ranges))


def _spans(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]] | None) -> tuple[Span, ...]:
    return tuple(sorted(Span(*start, *end) for start, end in ranges or ()))
