"""What a file that is no plain text says, as text, so that somebody can look for personal data in it.

Parts of a zip (xlsx, ods, docx and their kin) are unpacked in the guard's counted pieces and no reader opens them; old
binary workbooks go through guard and reader, hidden sheets included.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from ikmctl.domain.diagnostic import has_errors
from ikmctl.sheets.compound import SIGNATURE
from ikmctl.sheets.grid import Grid
from ikmctl.sheets.package import Package, check_declared, open_package
from ikmctl.sheets.reader import PACKED, foreign
from ikmctl.sheets.refuse import MEGA, MOST_XML, RefusedError, odd
from ikmctl.sheets.workbook import read_book
from ikmctl.sheets.xmlscan import attributes, local, scan

_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_MARKUP: Final = ("HTML", "XML")
_PICTURES: Final = ("PNG", "JPEG", "GIF")
_HEAD: Final = 8000
_DEEPEST: Final = 3
_BINARY_BOOK: Final = "xl/workbook.bin"
_RUN: Final = frozenset(
    ("r", "t", "span", "a", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "hyperlink")
)
"""Elements within a line of text: a number may go on behind them."""
_BREAKS: Final = frozenset(("p", "br", "tab", "tc"))
_FORMAT: Final = "rPr"
_TELLING: Final = ("value", "string-value", "Target", "href")
"""Attributes with words of the writer: values of ods cells, addresses of links."""
_NUMBER: Final = re.compile(r"-?[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]{1,2})?")


def is_text(data: bytes) -> bool:
    """Whether a file reads as lines of text."""
    return not (data.startswith((PACKED, SIGNATURE, *_BOMS)) or b"\0" in data[:_HEAD] or _format(data))


def _format(data: bytes) -> str:
    name = foreign(data)
    return "" if name in _MARKUP else name


def texts(data: bytes) -> Iterator[str]:
    """Everything in a file that may be words or numbers; raises `RefusedError` at last where a part stays unseen."""
    yield from _Look().into(data)


class _Look:
    """One file with all that is packed in it, however often packed: together they may not outgrow the limit."""

    def __init__(self) -> None:
        self._left = MOST_XML
        self._unseen: RefusedError | None = None

    def into(self, data: bytes) -> Iterator[str]:
        yield from self._texts(data, 0)
        if self._unseen:
            raise self._unseen

    def _texts(self, data: bytes, depth: int) -> Iterator[str]:
        if data.startswith(PACKED):
            yield from self._packed(data, depth)
        elif data.startswith(SIGNATURE):
            yield from self._old(data, depth)
        elif data.startswith(_BOMS):
            yield data.decode("utf-16", "replace")
        elif is_text(data):
            yield data.decode("utf-8", "replace")
        elif not depth or _format(data) not in ("", *_PICTURES):  # pictures and fonts within a document say nothing
            self._unseen = RefusedError("IKM204", found=_format(data))

    def _packed(self, data: bytes, depth: int) -> Iterator[str]:
        try:
            package = self._open(data, depth)
        except RefusedError as refused:
            self._unseen = refused
            return
        yield "\n".join(package.parts)
        for name in package.parts:
            try:
                yield from self._part(package.content(name), name, depth)
            except RefusedError as refused:
                self._unseen = refused
        if _BINARY_BOOK in package.parts:
            yield from self._cells(data)

    def _open(self, data: bytes, depth: int) -> Package:
        if depth == _DEEPEST:
            raise odd("zip in zip")
        package = open_package(data)
        check_declared(package, list(package.parts))
        self._left -= sum(info.file_size for info in package.parts.values())
        if self._left < 0:
            raise RefusedError("IKM208", size=(MOST_XML - self._left) // MEGA, most=MOST_XML // MEGA)
        return package

    def _part(self, content: bytes, name: str, depth: int) -> Iterator[str]:
        if name.endswith((".xml", ".rels")):
            words = _Words()
            scan((content,), name, words.start, words.attach)
            yield words.text()
        else:
            yield from self._texts(content, depth + 1)

    def _old(self, data: bytes, depth: int) -> Iterator[str]:
        """Letters of one and of two bytes stand as they are in old files of Office; numbers of cells do not."""
        yield data.decode("latin-1")
        yield data.decode("utf-16-le", "replace")
        yield data[1:].decode("utf-16-le", "replace")
        if not depth:  # what is embedded in a document is seldom a workbook
            yield from self._cells(data)

    def _cells(self, data: bytes) -> Iterator[str]:
        grids, problems = read_book(data, "", None)
        for sheet in (str(one.params["sheet"]) for one in problems if one.code == "IKM215"):
            grids += read_book(data, "", sheet)[0]
        yield from map(_lines, grids)
        fault = next((one for one in problems if has_errors((one,)) and one.code != "IKM205"), None)
        if fault:
            self._unseen = RefusedError(fault.code)


def _lines(grid: Grid) -> str:
    return "\n".join(grid.cell(row, column).value for row in range(grid.height) for column in range(grid.width))


class _Words:
    """The text of one XML part: a line for each cell or paragraph, whatever runs it is cut into."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._in_format = False

    def attach(self, listen: Callable[[Callable[[str], None] | None], None]) -> None:
        listen(self._pieces.append)

    def start(self, name: str, pairs: list[str]) -> None:
        kind = local(name)
        if kind == _FORMAT:
            self._in_format = True
        elif kind in _RUN:
            self._in_format = False
        elif kind in _BREAKS or not self._in_format:
            self._in_format = False
            self._pieces.append("\n")
        if pairs:
            found = attributes(pairs)
            self._pieces += (f"\n{found[key]}\n" for key in _TELLING if key in found)

    def text(self) -> str:
        return "\n".join(map(_whole, "".join(self._pieces).splitlines()))


def _whole(line: str) -> str:
    """A number as a person reads it (`3.324E+15`), nothing of one with a fraction: its digits are no NIK."""
    if "." not in line or not _NUMBER.fullmatch(line.strip()):
        return line
    value = Decimal(line.strip())
    return format(value.to_integral_value(), "f") if value == value.to_integral_value() else ""
