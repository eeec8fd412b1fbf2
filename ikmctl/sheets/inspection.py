"""What the guard learned about a workbook."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from ikmctl.sheets.grid import Fault, Span
from ikmctl.sheets.refuse import RefusedError

OWN_LISTS = "ikmctl lists"
"""The hidden sheet with the options of drop-downs in workbooks that ikmctl writes; never data."""


class SheetName(NamedTuple):
    """One sheet of the workbook."""

    title: str
    hidden: bool


class SheetFacts(Struct, frozen=True):
    """What a reader does not tell: hidden rows and columns, cells without a usable value, merged ranges of ods."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    faults: Mapping[tuple[int, int], Fault] = field(default_factory=dict)
    merged: tuple[Span, ...] = ()


class Inspection(Struct, frozen=True):
    """The sheets, those to be read, and facts about them. `parts` were seen whole by the guard."""

    names: tuple[SheetName, ...]
    chosen: tuple[str, ...]
    facts: Mapping[str, SheetFacts]
    parts: tuple[str, ...] = ()
    size: int = 0
    """Bytes that a reader will unpack."""
    epoch_1904: bool = False
    macros: bool = False


def choose(names: Sequence[SheetName], sheet: str | None) -> tuple[str, ...]:
    """The sheets to read: the one asked for, else the visible ones. Raises `RefusedError` where it is not there."""
    if sheet is None:
        return tuple(name.title for name in names if not name.hidden and name.title != OWN_LISTS)
    found = [name.title for name in names if name.title.strip().casefold() == sheet.strip().casefold()]
    exact = [title for title in found if title == sheet] or found
    if len(exact) != 1:
        titles = ", ".join(f"`{name.title}`" for name in names if name.title != OWN_LISTS)
        raise RefusedError("IKM213", sheet=None, name=sheet, sheets=titles)
    return (exact[0],)
