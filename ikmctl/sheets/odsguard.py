"""ods before any reader: repeated rows and cells are where a small file hides a huge table.

A reader gives cells with an error as blank and knows no merged ones, so both are taken from here.
"""

from typing import Final

from ikmctl.sheets.grid import Fault, Span, address
from ikmctl.sheets.inspection import Inspection, SheetFacts, SheetName, choose
from ikmctl.sheets.package import Package, check_declared
from ikmctl.sheets.refuse import MOST_AREA, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, RefusedError, odd
from ikmctl.sheets.xmlscan import Listen, attributes, local, scan

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_MOST_FAULTS: Final = 100_000
_LONGEST_ERROR: Final = 16


class _Content:
    """Counts rows and columns with content, repeats included."""

    def __init__(self) -> None:
        self.names: list[SheetName] = []
        self.hidden_styles: set[str] = set()
        self.hidden_rows: dict[str, set[int]] = {}
        self.hidden_columns: dict[str, set[int]] = {}
        self.faults: dict[str, dict[tuple[int, int], Fault]] = {}
        self.merged: dict[str, list[Span]] = {}
        self.epoch_1904 = False
        self._style = ""
        self._row = self._column = 0
        self._repeat = 1
        self._wrong: Span | None = None
        self._erring = False
        self._error = ""
        self._listen: Listen = _deaf

    def attach(self, listen: Listen) -> None:
        """Take the switch for text."""
        self._listen = listen

    def start(self, name: str, pairs: list[str]) -> None:
        kind = local(name)
        if kind in ("table-cell", "covered-table-cell"):
            self.close_cell()
            self._cell(attributes(pairs), wrong="error" in pairs and _is_error(pairs))
        elif kind == "table-row":
            self._open_row(attributes(pairs))
        elif kind == "table":
            self._open_table(attributes(pairs))
        elif kind == "table-column":
            self._hide_columns(attributes(pairs))
        elif kind == "style":
            self._style = attributes(pairs).get("name", "")
        elif kind == "table-properties" and attributes(pairs).get("display") == "false":
            self.hidden_styles.add(self._style)
        elif kind == "null-date":
            self.epoch_1904 = attributes(pairs).get("date-value", "").startswith("1904")

    def _open_table(self, found: dict[str, str]) -> None:
        self.close_cell()
        title = found.get("name", "")
        self.names.append(SheetName(title, hidden=found.get("style-name") in self.hidden_styles))
        if len(self.names) > MOST_SHEETS:
            raise odd(f"{len(self.names)} sheets")
        self._row = self._column = 0
        self._repeat = 0

    def _hide_columns(self, found: dict[str, str]) -> None:
        """Columns are listed before the rows, and counted as cells are."""
        repeat = _repeat(found.get("number-columns-repeated", "1"), MOST_COLUMNS)
        if found.get("visibility", "visible") != "visible" and self.names:
            columns = self.hidden_columns.setdefault(self.names[-1].title, set())
            columns.update(range(self._column, min(self._column + repeat, MOST_COLUMNS)))
        self._column += repeat

    def _open_row(self, found: dict[str, str]) -> None:
        self._row += self._repeat
        self._repeat = _repeat(found.get("number-rows-repeated", "1"), MOST_ROWS)
        self._column = 0
        if found.get("visibility", "visible") != "visible" and self._repeat < MOST_ROWS // 2 and self.names:
            rows = self.hidden_rows.setdefault(self.names[-1].title, set())
            rows.update(range(self._row, self._row + min(self._repeat, MOST_COLUMNS)))

    def _cell(self, found: dict[str, str], *, wrong: bool) -> None:
        repeat = _repeat(found.get("number-columns-repeated", "1"), MOST_COLUMNS)
        self._column += repeat
        if "value-type" in found or "formula" in found:
            rows, columns = self._row + self._repeat, self._column
            if rows * columns > MOST_AREA or rows > MOST_ROWS or columns > MOST_COLUMNS:
                title = self.names[-1].title if self.names else None
                raise RefusedError("IKM210", title, far=address(rows - 1, columns - 1), rows=rows, columns=columns)
            self._merge(found)
            if wrong or "value-type" not in found:
                self._wrong = Span(self._row, columns - repeat, rows - 1, columns - 1)
                self._erring = wrong
                self._listen(self._hear if wrong else None)

    def _merge(self, found: dict[str, str]) -> None:
        """A merged cell; `_column` is the one behind it."""
        down = _repeat(found.get("number-rows-spanned", "1"), MOST_ROWS) - 1
        right = _repeat(found.get("number-columns-spanned", "1"), MOST_COLUMNS) - 1
        if (down or right) and self.names:
            left = self._column - 1
            spans = self.merged.setdefault(self.names[-1].title, [])
            spans.append(Span(self._row, left, self._row + down, left + right))

    def _hear(self, text: str) -> None:
        """The name of an error, such as `#N/A`."""
        if len(self._error) < _LONGEST_ERROR:
            self._error += text.strip()

    def close_cell(self) -> None:
        """The next cell begins: whatever was wrong with the last one is known now."""
        if self._wrong is None or not self.names:
            return
        top, left, bottom, right = self._wrong
        faults = self.faults.setdefault(self.names[-1].title, {})
        if len(faults) + (bottom - top + 1) * (right - left + 1) > _MOST_FAULTS:
            raise odd(f"{_MOST_FAULTS} error cells")
        fault = Fault("error", self._error or "#N/A") if self._erring else Fault("formula", "")
        faults |= {(row, column): fault for row in range(top, bottom + 1) for column in range(left, right + 1)}
        self._wrong, self._error = None, ""
        self._listen(None)


def _is_error(pairs: list[str]) -> bool:
    """Whether one of the two types of a cell is an error; its text may well be that word."""
    return any(local(pairs[at]) == "value-type" and pairs[at + 1] == "error" for at in range(0, len(pairs), 2))


def _deaf(_: object) -> None:
    """Nobody to tell yet."""


def _repeat(text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 0 < int(text) <= most):
        raise odd("repeat")
    return int(text)


def inspect_ods(package: Package, sheet: str | None) -> Inspection:
    """Inspect content.xml; raises `RefusedError`."""
    if _MANIFEST in package.parts:
        check_declared(package, [_MANIFEST])
        if b"encryption-data" in package.content(_MANIFEST):
            raise RefusedError("IKM206")
    if _CONTENT not in package.parts:
        raise RefusedError("IKM207", why=f"{_CONTENT}: missing")
    check_declared(package, [_CONTENT])
    content = _Content()
    scan(package.chunks(_CONTENT), _CONTENT, content.start, content.attach)
    content.close_cell()
    chosen = choose(content.names, sheet)
    facts = {
        title: SheetFacts(
            frozenset(content.hidden_rows.get(title, ())), frozenset(content.hidden_columns.get(title, ())),
            content.faults.get(title, {}), tuple(content.merged.get(title, ())),
        )
        for title in chosen
    }  # fmt: skip
    macros = any(name.startswith("Basic/") for name in package.parts)
    size = package.parts[_CONTENT].file_size
    return Inspection(tuple(content.names), chosen, facts, (), size, epoch_1904=content.epoch_1904, macros=macros)
