"""ods before any reader: repeated rows and cells are where a small file hides a huge table."""

from typing import Final

from ikmctl.sheets.grid import address
from ikmctl.sheets.inspection import Inspection, SheetFacts, SheetName, choose
from ikmctl.sheets.package import Package, check_declared
from ikmctl.sheets.refuse import MOST_AREA, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, RefusedError, odd
from ikmctl.sheets.xmlscan import attributes, local, scan

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"


class _Content:
    """Counts rows and columns with content, repeats included."""

    def __init__(self) -> None:
        self.names: list[SheetName] = []
        self.hidden_styles: set[str] = set()
        self.hidden_rows: dict[str, set[int]] = {}
        self.epoch_1904 = False
        self._style = ""
        self._row = self._column = 0
        self._repeat = 1
        self._visible = True

    def start(self, name: str, pairs: list[str]) -> None:
        kind = local(name)
        if kind in ("table-cell", "covered-table-cell"):
            self._cell(attributes(pairs))
        elif kind == "table-row":
            self._open_row(attributes(pairs))
        elif kind == "table":
            self._open_table(attributes(pairs))
        elif kind == "style":
            self._style = attributes(pairs).get("name", "")
        elif kind == "table-properties" and attributes(pairs).get("display") == "false":
            self.hidden_styles.add(self._style)
        elif kind == "null-date":
            self.epoch_1904 = attributes(pairs).get("date-value", "").startswith("1904")

    def _open_table(self, found: dict[str, str]) -> None:
        title = found.get("name", "")
        self.names.append(SheetName(title, hidden=found.get("style-name") in self.hidden_styles))
        if len(self.names) > MOST_SHEETS:
            raise odd(f"{len(self.names)} sheets")
        self._row = self._column = 0
        self._repeat = 0

    def _open_row(self, found: dict[str, str]) -> None:
        self._row += self._repeat
        self._repeat = _repeat(found.get("number-rows-repeated", "1"), MOST_ROWS)
        self._column = 0
        if found.get("visibility", "visible") != "visible" and self._repeat < MOST_ROWS // 2 and self.names:
            rows = self.hidden_rows.setdefault(self.names[-1].title, set())
            rows.update(range(self._row, self._row + min(self._repeat, MOST_COLUMNS)))

    def _cell(self, found: dict[str, str]) -> None:
        repeat = _repeat(found.get("number-columns-repeated", "1"), MOST_COLUMNS)
        self._column += repeat
        if "value-type" in found or "formula" in found:
            rows, columns = self._row + self._repeat, self._column
            if rows * columns > MOST_AREA or rows > MOST_ROWS or columns > MOST_COLUMNS:
                title = self.names[-1].title if self.names else None
                raise RefusedError("IKM210", title, far=address(rows - 1, columns - 1), rows=rows, columns=columns)


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
    scan(package.chunks(_CONTENT), _CONTENT, content.start)
    chosen = choose(content.names, sheet)
    facts = {title: SheetFacts(frozenset(content.hidden_rows.get(title, ()))) for title in chosen}
    macros = any(name.startswith("Basic/") for name in package.parts)
    size = package.parts[_CONTENT].file_size
    return Inspection(tuple(content.names), chosen, facts, (), size, epoch_1904=content.epoch_1904, macros=macros)
