"""Look over a plain worksheet at the speed of a regular expression; anything unusual is left to `sheetscan`.

Why this is safe: a reader can only see a cell where the bytes `<c` stand. All of them are counted, and the
answer is given only if each is spelled in the one plain way (address, then style, then an ordinary type)
and nothing in the part could hide or disguise one (comments, CDATA, a document type, prefixed names).

Counting costs as much as reading, so it is left out for large sheets: they are read in a child process with
limits, and looked at closely if the child dies.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct, field

from ikmctl.sheets.grid import column_index
from ikmctl.sheets.refuse import FREE_AREA, MOST_AREA, MOST_COLUMNS, MOST_EMPTY, MOST_ROWS, SPARSE

_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]{1,6}")?(?: t="(?:s|n|b|d|str|inlineStr)")?/?>')
_AFTER: Final = (b" ", b">", b"/", b"\t", b"\n", b"\r")
_UNFINISHED: Final = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*(?:<v[^<>]*/>|<v[^<>]*>\s*</v>)?\s*</c")
"""A formula without a stored result, or with one that may be nothing but an empty text."""
_PREFIXED: Final = re.compile(rb":(?:c|row|v|is|f|col|r)[\s/>]")
"""The end of a name with a prefix, such as `<x:c `; that text may hold it too only costs time."""
_ERROR: Final = (b'"e"', b"'e'")
_HIDDEN: Final = re.compile(rb"hidden\s*=")
_ROW: Final = re.compile(rb"<row\b([^<>]*)>")
_ROW_NUMBER: Final = re.compile(rb'\br="([0-9]{1,7})"')
_IS_HIDDEN: Final = re.compile(rb'\bhidden="(?:1|true)"')
_HEAD: Final = 4096
_MOST_PIECE: Final = 4 * 1024 * 1024
_PROLOG: Final = (
    rb'(?:\xef\xbb\xbf)?\s*(?:<\?xml(?:(?!encoding)[^<>])*(?:encoding\s*=\s*["\'](?i:utf-8)["\'][^<>]*)?\?>)?\s*'
)
_START: Final = re.compile(_PROLOG + rb"<[a-z]")
_SST: Final = re.compile(_PROLOG + rb"<sst\b([^<>]*)>")
_STATED: Final = re.compile(rb'\b(?:uniqueCount|count)="([0-9]{1,9})"')
_STATES: Final = re.compile(rb"ount\s*=")
_PREFIXED_STRING: Final = re.compile(rb"<[\w.-]+:si[\s/>]")


def _count(data: bytes, element: bytes) -> int:
    return sum(data.count(element + after) for after in _AFTER)


def _unusual(data: bytes) -> bool:
    """Whether anything here could hide a cell, or is a cell without a usable value."""
    if b"<!" in data or any(error in data for error in _ERROR) or _PREFIXED.search(data):
        return True
    return b"<f" in data and _UNFINISHED.search(data) is not None


class _Seen(Struct):
    count: bool
    letters: set[bytes] = field(default_factory=set)
    digits: set[bytes] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    filled: int = 0
    cells: int = 0

    def piece(self, data: bytes) -> bool:
        """Take in a piece that ends between two tags; false where it is not plain."""
        if _unusual(data):
            return False
        self.cells += data.count(b"<c ")
        self.filled += data.count(b"<v>") + data.count(b"<is>")
        if self.cells > MOST_EMPTY and self.cells > MOST_EMPTY + SPARSE * self.filled:
            return False
        return (not self.count or self._counted(data)) and (not _HIDDEN.search(data) or self._hidden(data))

    def _counted(self, data: bytes) -> bool:
        """Count cells and how far they reach; false where one is not spelled plainly."""
        found = _CELL.findall(data)
        if len(found) != _count(data, b"<c"):
            return False
        if found:
            letters, digits = zip(*found, strict=True)
            self.letters.update(letters)
            self.digits.update(digits)
        return True

    def _hidden(self, data: bytes) -> bool:
        rows = _ROW.findall(data)
        if len(rows) != _count(data, b"<row") or _HIDDEN.search(_ROW.sub(b"", data)):
            return False
        for attributes in rows:
            if _IS_HIDDEN.search(attributes):
                number = _ROW_NUMBER.search(attributes)
                if number is None:
                    return False
                self.hidden_rows.add(int(number[1]) - 1)
        return True

    def bearable(self) -> bool:
        """Whether the table is as dense and small as honest ones are."""
        last_row = max(map(int, self.digits), default=0)
        last_column = max((column_index(letters.decode()) + 1 for letters in self.letters), default=0)
        area = last_row * last_column
        inside = 0 not in map(int, self.digits) and last_row <= MOST_ROWS and last_column <= MOST_COLUMNS
        return inside and (area <= FREE_AREA or area <= SPARSE * self.filled) and area <= MOST_AREA


def _with_head(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same chunks, the first ones joined until the head of the part is whole."""
    pieces = iter(chunks)
    head = b""
    while len(head) < _HEAD and (piece := next(pieces, b"")):
        head += piece
    if head:
        yield head
    yield from pieces


def quick_sheet(chunks: Iterable[bytes], *, count: bool = True) -> frozenset[int] | None:
    """The hidden rows of a plain, bearable worksheet; None where it has to be looked at closely.

    Args:
        chunks: the bytes of the worksheet.
        count: whether to count its cells; without it only plainness is judged.
    """
    seen = _Seen(count)
    rest = b""
    first = True
    for chunk in _with_head(chunks):
        data = rest + chunk
        if first and not _START.match(data):
            return None
        first = False
        cut = data.rfind(b"<")
        if len(data) - cut > _MOST_PIECE or not seen.piece(data[:cut]):
            return None
        rest = data[cut:]
    return frozenset(seen.hidden_rows) if not first and seen.piece(rest) and seen.bearable() else None


def quick_strings(chunks: Iterable[bytes]) -> tuple[int, int] | None:
    """Stated and real number of shared strings; None where the part has to be looked at closely."""
    stated, real = -1, 0
    rest = b""
    for chunk in _with_head(chunks):
        data = rest + chunk
        if stated < 0:
            head = _SST.match(data)
            numbers = _STATED.findall(head[1]) if head else []
            if head is None or len(numbers) != len(_STATES.findall(head[1])):
                return None
            stated = max(map(int, numbers), default=0)
        cut = data.rfind(b"<")
        if b"<!" in data or _PREFIXED_STRING.search(data) or len(data) - cut > _MOST_PIECE:
            return None
        rest = data[cut:]
        real += _count(data[:cut], b"<si")
    return None if stated < 0 else (stated, real + _count(rest, b"<si"))
