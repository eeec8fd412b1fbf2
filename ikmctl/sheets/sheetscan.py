"""One worksheet part of an xlsx file, streamed: how far it reaches, what is hidden, which cells have no value.

This is the hot loop of the guard (one call for each element), so it keeps plain attributes and no regex.
"""

from typing import Final

from ikmctl.sheets.grid import Fault, address, column_index
from ikmctl.sheets.refuse import (
    FREE_AREA,
    MOST_AREA,
    MOST_COLUMNS,
    MOST_EMPTY,
    MOST_ROWS,
    SPARSE,
    WIDE,
    RefusedError,
    odd,
)
from ikmctl.sheets.xmlscan import Listen, attributes

_TRUE: Final = ("1", "true")
_WORDY: Final = ("str", "inlineStr", "s")
"""Types of cells that hold text."""
_DIGITS: Final = "0123456789"
_MOST_FAULTS: Final = 100_000
_MOST_LETTERS: Final = 3
_LONGEST_ERROR: Final = 16


class SheetScan:
    """Feed `start` and `attach` to `xmlscan.scan`, then call `finish`."""

    def __init__(self, sheet: str) -> None:
        self.sheet: Final = sheet
        self.faults: dict[tuple[int, int], Fault] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.filled = 0
        self.last_row = self.last_column = -1
        self._cells = 0
        self._lowest = self._rightmost = 0
        self._row = self._column = -1
        self._row_text = "0"
        self._kinds: dict[str, str] = {}
        self._prefix = ""
        self._columns: dict[str, int] = {}
        self._formula = self._value = self._error = self._wordy = False
        self._said = ""
        self._listen: Listen = _deaf

    def attach(self, listen: Listen) -> None:
        """Take the switch for text."""
        self._listen = listen

    def start(self, name: str, pairs: list[str]) -> None:
        """One element opens."""
        kind = self._kinds.get(name) or self._learn(name)
        if kind == "c":
            self._cell(pairs)
        elif kind in ("v", "is"):
            self._content()
        elif kind == "row":
            self._open_row(pairs)
        elif kind == "f":
            self._formula = True
            self._listen(self._text)
        elif kind == "col":
            self._hide_columns(attributes(pairs))

    def _learn(self, name: str) -> str:
        """The local name; a formula under another prefix than the root's belongs to an extension, not to a cell."""
        prefix, _, kind = name.rpartition(":")
        if not self._kinds:
            self._prefix = prefix
        foreign = kind == "f" and prefix != self._prefix
        return self._kinds.setdefault(name, "extension" if foreign else kind)

    def _text(self, text: str) -> None:
        """The name of an error, such as `#N/A`, or the result of a formula."""
        if self._value and len(self._said) < _LONGEST_ERROR:
            self._said += text.strip()

    def _close_cell(self) -> None:
        if self._error or self._formula:
            self._listen(None)
            if self._error or (not self._said and not (self._wordy and self._value)):
                self._fault()
        self._formula = self._value = self._error = self._wordy = False
        self._said = ""

    def _fault(self) -> None:
        """An error, or a formula whose result is not there; only a text may be an empty one."""
        if len(self.faults) > _MOST_FAULTS:
            raise odd(f"{_MOST_FAULTS} error cells")
        self.faults[self._row, self._column] = (
            Fault("error", self._said or "#N/A") if self._error else Fault("formula", "")
        )
        self._reach()

    def _open_row(self, pairs: list[str]) -> None:
        self._close_cell()
        self._column = -1
        self._row += 1
        hidden = False
        for index in range(0, len(pairs), 2):
            if pairs[index] == "r":
                self._row = _number(pairs[index + 1], MOST_ROWS, "row") - 1
            elif pairs[index] == "hidden":
                hidden = pairs[index + 1] in _TRUE
        if self._row >= MOST_ROWS:
            raise odd(f"row {self._row + 1}")
        self._row_text = str(self._row + 1)
        if hidden:
            self.hidden_rows.add(self._row)

    def _cell(self, pairs: list[str]) -> None:
        self._close_cell()
        self._cells += 1
        column = self._column + 1
        for index in range(0, len(pairs), 2):
            key = pairs[index]
            if key == "r":
                column = self._place(pairs[index + 1])
            elif key == "t" and pairs[index + 1] == "e":
                self._error = True
                self._listen(self._text)
            elif key == "t":
                self._wordy = pairs[index + 1] in _WORDY
        if column >= MOST_COLUMNS:
            raise odd(f"column {column + 1}")
        self._column = column
        if self._cells > MOST_EMPTY and self._cells > MOST_EMPTY + SPARSE * self.filled:
            raise self._far(self._row, column)

    def _place(self, reference: str) -> int:
        """The column that a reference such as `F23` names; its row must be the row that it stands in."""
        letters = reference.rstrip(_DIGITS)
        column = self._columns.get(letters)
        if column is None:
            if not (0 < len(letters) <= _MOST_LETTERS and letters.isascii() and letters.isalpha()):
                raise odd("cell address")
            column = self._columns.setdefault(letters, column_index(letters.upper()))
        if reference[len(letters) :] != self._row_text:
            number = reference[len(letters) :]
            if not number or _number(number, MOST_ROWS, "row") - 1 != self._row:
                raise odd(f"cell address in row {self._row_text}")
        return column

    def _content(self) -> None:
        if not self._value:
            self._value = True
            self.filled += 1
            if self._row > self.last_row or self._column > self.last_column:
                self._reach()

    def _reach(self) -> None:
        """Move the lower right corner; remember the cells that moved it."""
        if self._row > self.last_row:
            self.last_row, self._lowest = self._row, self._column
        if self._column > self.last_column:
            self.last_column, self._rightmost = self._column, self._row
        if (self.last_row + 1) * (self.last_column + 1) > MOST_AREA:
            raise self._stray()

    def _hide_columns(self, found: dict[str, str]) -> None:
        if found.get("hidden") in _TRUE:
            first = _number(found.get("min", "1"), MOST_COLUMNS, "column")
            last = _number(found.get("max", str(first)), MOST_COLUMNS, "column")
            self.hidden_columns.update(range(first - 1, last))

    def _stray(self) -> RefusedError:
        """The cell to blame: far to the right where no table is so wide, else the lowest one."""
        if self.last_column >= WIDE:
            return self._far(self._rightmost, self.last_column)
        return self._far(self.last_row, self._lowest)

    def _far(self, row: int, column: int) -> RefusedError:
        far = address(max(row, 0), max(column, 0))
        rows, columns = max(self.last_row, row) + 1, max(self.last_column, column) + 1
        return RefusedError("IKM210", self.sheet, far=far, rows=rows, columns=columns)

    def finish(self) -> None:
        """The part ended: judge whether a few cells stand far outside the rest."""
        self._close_cell()
        area = (self.last_row + 1) * (self.last_column + 1)
        if area > FREE_AREA and area > SPARSE * self.filled:
            raise self._stray()


def _deaf(_: object) -> None:
    """Nobody to tell yet."""


def _number(text: str, most: int, what: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 0 < int(text) <= most):
        raise odd(f"{what} number")
    return int(text)
