"""A sheet as read: values with the address that the user sees in Excel."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from msgspec import Struct

CellKind: TypeAlias = Literal["text", "number", "date", "bool", "error", "empty", "formula"]

_LETTERS: Final = 26
_LAST_SECOND: Final = datetime(9999, 12, 31, 23, 59, 59)  # noqa: DTZ001  # days of a sheet have no zone


class Fault(NamedTuple):
    """A cell without a usable value: an error such as `#N/A`, or a formula whose result is not stored."""

    kind: Literal["error", "formula"]
    text: str


Raw: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | Fault
"""What a reader gives for one cell; an empty cell is `""`."""


class Cell(NamedTuple):
    """One value as text: numbers as shortest decimal text, days ISO, errors as Excel spells them."""

    value: str
    kind: CellKind
    address: str

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read here."""
        return self.kind == "empty"


class Span(NamedTuple):
    """A merged range, both ends included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@lru_cache(maxsize=2048)
def column_letters(index: int) -> str:
    """The letters over the column counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The column counted from 0 of `A`, `Z`, `AA`."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def address(row: int, column: int) -> str:
    """The address of row and column counted from 0: `F23`."""
    return f"{column_letters(column)}{row + 1}"


def number_text(value: float) -> str:
    """A number as its shortest plain decimal text: `2.0` as `2`, `1e+16` as `10000000000000000`."""
    text = repr(value)
    if text.endswith(".0"):
        return text[:-2] if text != "-0.0" else "0"
    return text if "e" not in text else _plain(text)


def _plain(text: str) -> str:
    from decimal import Decimal

    return format(Decimal(text), "f")


def _day_text(value: date) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.microsecond and value < _LAST_SECOND:
        value += timedelta(microseconds=500_000)
    value = value.replace(microsecond=0)
    midnight = not (value.hour or value.minute or value.second)
    return value.date().isoformat() if midnight else value.isoformat(sep=" ")


def _clock_text(value: time | timedelta) -> str:
    seconds = int(value.total_seconds()) if isinstance(value, timedelta) else 0
    if isinstance(value, timedelta):
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return value.replace(microsecond=0).isoformat()


def describe(raw: Raw) -> tuple[str, CellKind]:
    """Text and kind of a value as a reader gave it. White space around text is not part of it."""
    if isinstance(raw, str):
        text = raw.strip()
        return text, "text" if text else "empty"
    if isinstance(raw, bool):
        return ("true" if raw else "false"), "bool"
    if isinstance(raw, int | float):
        return number_text(raw), "number"
    if isinstance(raw, Fault):
        return raw.text, raw.kind
    if isinstance(raw, date):
        return _day_text(raw), "date"
    return _clock_text(raw), "text"


def is_blank(raw: Raw) -> bool:
    """Whether a value is nothing but white space."""
    return isinstance(raw, str) and not (raw and raw.strip())


class Grid(Struct, frozen=True):
    """One sheet. `rows[r][c]` is row r + 1, column c + 1 of the file; rows may differ in length.

    Of a CSV file, which has no sheets, `sheet` is empty.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[Raw]]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Span, ...] = ()
    epoch_1904: bool = False

    @property
    def height(self) -> int:
        """How many rows there are, blank ones included."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Length of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def raw(self, row: int, column: int) -> Raw:
        """The value at row and column counted from 0; nothing beyond the end."""
        if 0 <= row < len(self.rows):
            values = self.rows[row]
            if 0 <= column < len(values):
                return values[column]
        return ""

    def cell(self, row: int, column: int) -> Cell:
        """The cell at row and column counted from 0."""
        text, kind = describe(self.raw(row, column))
        return Cell(text, kind, address(row, column))

    def filled(self) -> int:
        """How many rows hold anything at all."""
        return sum(1 for row in self.rows if not all(is_blank(raw) for raw in row))
