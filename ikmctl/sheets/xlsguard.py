"""xls before any reader: how far its records reach, what is locked or hidden, which cells hold an error.

A reader gives error cells as blank, so they would be lost without a word.
"""

import struct
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from ikmctl.sheets.compound import Compound
from ikmctl.sheets.grid import Fault, address
from ikmctl.sheets.inspection import Inspection, SheetFacts, SheetName, choose
from ikmctl.sheets.refuse import FREE_AREA, MOST_AREA, MOST_SHEETS, SPARSE, WIDE, RefusedError, odd, way_to_table

_FILEPASS, _BOUNDSHEET, _DATE1904, _EOF, _BOF = 0x2F, 0x85, 0x22, 0x0A, 0x809
_ROW, _COLINFO, _BOOLERR, _FORMULA, _MULRK = 0x208, 0x7D, 0x205, 0x06, 0xBD
_CELLS: Final = frozenset((0x203, 0x204, 0xFD, 0x27E, _MULRK, _FORMULA, _BOOLERR, 0xD6))
_ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_WORKSHEET: Final = 0
_BIFF8: Final = 0x600
_HIDDEN_ROW: Final = 0x20
_ERROR_RESULT: Final = 2


class _Sheet(Struct):
    faults: dict[tuple[int, int], Fault] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filled: int = 0
    rows: int = 0
    columns: int = 0
    lowest: int = 0
    rightmost: int = 0

    def take(self, code: int, data: bytes) -> None:
        """One record of the sheet."""
        if code in _CELLS and len(data) >= 6:  # noqa: PLR2004  # row, column and format stand at the start of all
            self._cell(code, data)
        elif code == _ROW and len(data) >= 16:  # noqa: PLR2004  # size of the record
            if struct.unpack_from("<H", data, 12)[0] & _HIDDEN_ROW:
                self.hidden_rows.add(struct.unpack_from("<H", data)[0])
        elif code == _COLINFO and len(data) >= 10:  # noqa: PLR2004  # size of the record
            first, last, _, _, options = struct.unpack_from("<5H", data)
            if options & 1:
                self.hidden_columns.update(range(first, min(last, 255) + 1))

    def _cell(self, code: int, data: bytes) -> None:
        row, column = struct.unpack_from("<HH", data)
        last = struct.unpack_from("<H", data, len(data) - 2)[0] if code == _MULRK else column
        self.filled += 1
        if row >= self.rows:
            self.rows, self.lowest = row + 1, column
        if last >= self.columns:
            self.columns, self.rightmost = last + 1, row
        if code == _BOOLERR and len(data) > 7 and data[7]:  # noqa: PLR2004  # value, then whether it is an error
            self.faults[row, column] = Fault("error", _ERRORS.get(data[6], "#N/A"))
        elif code == _FORMULA and data[6:7] == bytes((_ERROR_RESULT,)) and data[12:14] == b"\xff\xff":
            self.faults[row, column] = Fault("error", _ERRORS.get(data[8], "#N/A"))

    def check(self, title: str) -> None:
        area = self.rows * self.columns
        if area > MOST_AREA or (area > FREE_AREA and area > SPARSE * self.filled):
            wide = self.columns >= WIDE
            far = address(self.rightmost, self.columns - 1) if wide else address(self.rows - 1, self.lowest)
            raise RefusedError("IKM210", title, far=far, rows=self.rows, columns=self.columns)


def _records(stream: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    at = start
    while at + 4 <= len(stream):
        code, size = struct.unpack_from("<HH", stream, at)
        if at + 4 + size > len(stream):
            raise RefusedError("IKM207", why="xls: record")
        yield code, stream[at + 4 : at + 4 + size]
        at += 4 + size
        if code == _EOF:
            return
    raise RefusedError("IKM207", why="xls: end")


def _bound(data: bytes) -> tuple[int, bool, int, str]:
    """Offset, hidden, kind and name of one sheet."""
    offset, state, kind, length, wide = struct.unpack_from("<IBBBB", data)
    raw = data[8 : 8 + length * (2 if wide & 1 else 1)]
    return offset, bool(state & 3), kind, raw.decode("utf-16-le" if wide & 1 else "latin-1", "replace")


def inspect_xls(data: bytes, sheet: str | None) -> Inspection | None:
    """Inspect the workbook stream; None for versions before Excel 97, which only the reader knows."""
    try:
        return _inspect(Compound(data), sheet)
    except (struct.error, IndexError) as error:
        raise RefusedError("IKM207", why=f"xls: {type(error).__name__}") from error


def _inspect(compound: Compound, sheet: str | None) -> Inspection | None:
    if "EncryptedPackage" in compound.names():
        raise RefusedError("IKM206")
    stream = compound.stream("Workbook")
    if stream is None:
        if compound.stream("Book") is not None:
            return None
        raise RefusedError("IKM204", **way_to_table(_what(compound.names())))
    bounds: list[tuple[int, bool, int, str]] = []
    epoch_1904 = False
    for code, content in _records(stream):
        if code == _BOF and struct.unpack_from("<H", content)[0] != _BIFF8:
            return None
        if code == _FILEPASS:
            raise RefusedError("IKM206")
        if code == _BOUNDSHEET:
            bounds.append(_bound(content))
        elif code == _DATE1904:
            epoch_1904 = content[:1] == b"\x01"
    if len(bounds) > MOST_SHEETS:
        raise odd(f"{len(bounds)} sheets")
    names = tuple(SheetName(title, hidden) for _, hidden, kind, title in bounds if kind == _WORKSHEET)
    chosen = choose(names, sheet)
    facts = {title: _facts(stream, offset, title) for offset, _, _, title in bounds if title in chosen}
    macros = "_VBA_PROJECT_CUR" in compound.names()
    return Inspection(names, chosen, facts, epoch_1904=epoch_1904, macros=macros)


def _facts(stream: bytes, offset: int, title: str) -> SheetFacts:
    seen = _Sheet()
    depth = 0
    for code, content in _nested(stream, offset):
        depth += (code == _BOF) - (code == _EOF)
        if depth == 1:
            seen.take(code, content)
    seen.check(title)
    return SheetFacts(frozenset(seen.hidden_rows), frozenset(seen.hidden_columns), seen.faults)


def _nested(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records of one sheet, charts inside it included, up to its own end."""
    depth, at = 0, offset
    while True:
        for code, content in _records(stream, at):
            yield code, content
            at += 4 + len(content)
            depth += (code == _BOF) - (code == _EOF)
        if depth <= 0:
            return


def _what(names: frozenset[str]) -> str:
    if "WordDocument" in names:
        return "Word"
    return "PowerPoint" if "PowerPoint Document" in names else "OLE"
