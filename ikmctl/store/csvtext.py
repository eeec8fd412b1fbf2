"""CSV as ikmctl writes it: UTF-8, LF, commas, quotes only where needed. Read back with every fault placed."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.domain.spelling import composed
from ikmctl.store.conflict import conflicts

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]")
_LONE: Final = re.compile("\r(?!\n)|(?<!^)\ufeff")
MAX_REPORTED: Final = 50
_LARGE: Final = 1_000_000
_FEW: Final = 20_000


class Sheet:
    """A parsed table: its header, its rows of equal length, and where each of them stands."""

    def __init__(self, file: str, body: str, comma: str, rows: list[list[str]]) -> None:
        self.file = file
        self.header = tuple(rows[0])
        self.rows = rows[1:]
        self._body = body
        self._comma = comma
        self._numbers: Sequence[int] | None = None

    @cached_property
    def _source(self) -> list[str]:
        return self._body.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        """The line on which each row begins: quoted cells may hold line breaks."""
        reader = csv.reader(_lines(self._body), delimiter=self._comma, strict=True)
        starts, last = [], 0
        for _ in reader:
            starts.append(last + 1)
            last = reader.line_num
        return starts[1:]

    def keep(self, numbers: Sequence[int]) -> None:
        """Forget all rows but these, counted from 0 among the rows as read."""
        self.rows = [self.rows[number] for number in numbers]
        self._numbers = numbers

    def line(self, row: int) -> int:
        """The line on which a row begins."""
        return self._starts[row if self._numbers is None else self._numbers[row]]

    def where(self, row: int, column: str | None = None) -> Where:
        """Line, column and width of a cell; without a column, or where a cell spans lines, of the line."""
        line = self.line(row)
        source = self._source[line - 1].removesuffix("\r")
        spans = _spans(source, self._comma)
        if column is None or column not in self.header or len(spans) != len(self.header):
            return Where(self.file, line, 1, max(1, len(source)))
        start, end = spans[self.header.index(column)]
        return Where(self.file, line, start + 1, max(1, end - start))

    def head(self, column: str | None = None) -> Where:
        """The place of a column's name, or of the whole header."""
        spans = _spans(self._source[0].removesuffix("\r"), self._comma)
        if column is None or column not in self.header or len(spans) != len(self.header):
            return Where(self.file, 1, 1, max(1, spans[-1][1]))
        last = len(self.header) - 1 - self.header[::-1].index(column)
        return Where(self.file, 1, spans[last][0] + 1, max(1, spans[last][1] - spans[last][0]))


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def read_csv(text: str, file: str, command: str) -> tuple[Sheet | None, list[Diagnostic]]:
    """Split a table of ours into rows.

    A file that a spreadsheet program has re-saved (byte order mark, `;` or tabs between cells) is read
    all the same, with a warning that names `command`, which writes it anew.
    """
    if met := conflicts(text, file):
        return None, met[:MAX_REPORTED]
    if (unseen := _unseen(text)) is not None:
        start = text.rfind("\n", 0, unseen.start()) + 1
        where = Where(file, text.count("\n", 0, unseen.start()) + 1, unseen.start() - start + 1)
        return None, [Diagnostic("IKM112", where, {"char": f"U+{ord(unseen.group()):04X}"})]
    body = composed(text.removeprefix("\ufeff"))
    comma = _separator(body)
    problems = []
    if text.startswith("\ufeff") or comma != ",":
        params = {"file": file, "command": command}
        problems.append(Diagnostic("IKM923", Where(file, 1, 1), params, Severity.WARNING))
    reader = csv.reader(_lines(body), delimiter=comma, strict=True)
    try:
        rows = list(reader) if len(body) < _LARGE else _shared(reader)
    except csv.Error:
        return None, [*problems, _broken(file, reader.line_num, command)]
    if not rows or not rows[0]:
        return None, [*problems, _broken(file, 1, command)]
    sheet = Sheet(file, body, comma, rows)
    return sheet, problems + _even(sheet)


def _lines(body: str) -> Iterator[str]:
    """The lines with their ends; a StringIO would hold four bytes for each character."""
    start = 0
    while (end := body.find("\n", start) + 1) > 0:
        yield body[start:end]
        start = end
    if start < len(body):
        yield body[start:]


def _shared(reader: Iterable[list[str]]) -> list[list[str]]:
    """All rows; equal cells are one text in memory, as long as they are few."""
    known: dict[str, str] = {}
    rows = []
    for row in reader:
        rows.append([known.get(cell, cell) for cell in row])
        if len(known) < _FEW:
            known.update(zip(row, row, strict=True))
    return rows


def _unseen(text: str) -> re.Match[str] | None:
    """The first invisible character; line ends and a mark at the beginning are none."""
    lone = "\r" in text or "\ufeff" in text
    return _UNSEEN.search(text) or (_LONE.search(text) if lone else None)


def _broken(file: str, line: int, command: str) -> Diagnostic:
    return Diagnostic("IKM920", Where(file, max(1, line), 1), {"file": file, "command": command})


def _separator(body: str) -> str:
    head = body[: body.find("\n")] if "\n" in body else body
    return max(",;\t", key=lambda mark: (head.count(mark), mark == ","))


def _even(sheet: Sheet) -> list[Diagnostic]:
    """Leave out blank lines and report rows that have too few or too many cells."""
    width = len(sheet.header)
    bad = [index for index, row in enumerate(sheet.rows) if len(row) != width]
    if not bad:
        return []
    problems = [
        Diagnostic("IKM924", sheet.where(index), {"found": len(sheet.rows[index]), "expected": width})
        for index in bad
        if sheet.rows[index]
    ]
    uneven = frozenset(bad)
    sheet.keep([index for index in range(len(sheet.rows)) if index not in uneven])
    return problems[:MAX_REPORTED]


def _spans(line: str, comma: str) -> list[tuple[int, int]]:
    """Start and end of each cell of a line, quotes included."""
    spans, start, inside = [], 0, False
    for index, ch in enumerate(line):
        if ch == '"':
            inside = not inside
        elif ch == comma and not inside:
            spans.append((start, index))
            start = index + 1
    return [*spans, (start, len(line))]


def cell_place(text: str, file: str, row: int, column: str | None) -> Where:
    """Line, column and width of a cell: `row` counts data rows from 0, `column` is a header's name."""
    sheet, _ = read_csv(text, file, "")
    return sheet.where(row, column) if sheet is not None and 0 <= row < len(sheet.rows) else Where(file)
