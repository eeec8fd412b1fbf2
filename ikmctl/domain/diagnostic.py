"""Problems as values: a stable code, a place, what was found. Text comes last, in `render`."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field

Param: TypeAlias = str | int


class Severity(StrEnum):
    """How bad a problem is: an error makes the command exit 1 or 2, a warning only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Where(Struct, frozen=True):
    """The place a reader should look at: a span of a text file or a cell of a sheet.

    Lines and columns count from 1. `length` is the width of the caret line. `cell` is an address as
    spreadsheet programs show it (`F23`). `file` is relative to where the user stands, with `/`.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    length: int = 1
    sheet: str | None = None
    cell: str | None = None


NOWHERE = Where()


class Diagnostic(Struct, frozen=True):
    """One problem. `code` names the entry in the message catalogues; `params` fill its text.

    A parameter never holds a NIK, phone, name, address or other private value.
    """

    code: str
    where: Where = NOWHERE
    params: Mapping[str, Param] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        if len(self.code) != len("IKM100") or not self.code.startswith("IKM"):
            raise AssertionError(self.code)


def sort_key(item: Diagnostic) -> tuple[str, str, int, int, str, str]:
    """Order of printing: by file, sheet, line, column, cell, code."""
    where = item.where
    row = "".join(ch for ch in where.cell or "" if ch.isdigit())
    return (
        where.file or "",
        where.sheet or "",
        where.line or int(row or 0),
        where.column or 0,
        where.cell or "",
        item.code,
    )


def has_errors(items: Iterable[Diagnostic]) -> bool:
    """Whether any of `items` is an error."""
    return any(item.severity is Severity.ERROR for item in items)


class Finding(Struct, frozen=True):
    """A problem found by pure code, which knows the key or row but not the line.

    `document` is the file's name (`program.yaml`, `marks.csv`). `path` leads to the place: keys and
    indexes in YAML (`("tracks", 2, "quota")`); in CSV the row's index counted from 0 among the data
    rows, then the column's name. The workflow turns it into a Diagnostic with line and column.
    """

    code: str
    document: str
    path: tuple[str | int, ...] = ()
    params: Mapping[str, Param] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
