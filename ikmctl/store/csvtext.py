"""CSV as ikmctl writes it: UTF-8, LF, commas, quotes only where needed. Read back with every fault placed."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]")
MAX_REPORTED: Final = 50


@dataclass(frozen=True, slots=True)
class Sheet:
    """A parsed table: its header, its rows of equal length, and the file's line of each row.

    `lines` is None where row i stands on line i + 2, which is nearly always.
    """

    file: str
    header: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int] | None = None

    def line(self, row: int) -> int:
        """The line on which a row begins."""
        return row + 2 if self.lines is None else self.lines[row]


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
    if (unseen := _UNSEEN.search(text)) is not None:
        start = text.rfind("\n", 0, unseen.start()) + 1
        where = Where(file, text.count("\n", 0, unseen.start()) + 1, unseen.start() - start + 1)
        return None, [Diagnostic("IKM112", where, {"char": f"U+{ord(unseen.group()):04X}"})]
    body = text.removeprefix("\ufeff")
    comma = _separator(body)
    problems = []
    if body is not text or comma != ",":
        params = {"file": file, "command": command}
        problems.append(Diagnostic("IKM923", Where(file, 1, 1), params, Severity.WARNING))
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=comma, strict=True)
    try:
        rows = list(reader)
    except csv.Error:
        return None, [*problems, _broken(file, reader.line_num, command)]
    if not rows:
        return None, [*problems, _broken(file, 1, command)]
    sheet, faults = _even(file, body, comma, rows)
    return sheet, problems + faults


def _broken(file: str, line: int, command: str) -> Diagnostic:
    return Diagnostic("IKM920", Where(file, max(1, line), 1), {"file": file, "command": command})


def _separator(body: str) -> str:
    head = body[: body.find("\n")] if "\n" in body else body
    return max(",;\t", key=lambda mark: (head.count(mark), mark == ","))


def _even(file: str, body: str, comma: str, rows: list[list[str]]) -> tuple[Sheet, list[Diagnostic]]:
    """Leave out blank lines and report rows that have too few or too many cells."""
    header = tuple(rows.pop(0))
    width = len(header)
    lines = None if body.count("\n") - len(rows) in (0, 1) and all(rows) else _lines_of(body, comma)[1:]
    sheet = Sheet(file, header, rows, lines)
    uneven = [index for index, row in enumerate(rows) if len(row) != width]
    if not uneven:
        return sheet, []
    problems = [
        Diagnostic("IKM924", Where(file, sheet.line(index), 1), {"found": len(rows[index]), "expected": width})
        for index in uneven
        if rows[index]
    ]
    bad = frozenset(uneven)
    kept = [index for index in range(len(rows)) if index not in bad]
    sheet = Sheet(file, header, [rows[index] for index in kept], [sheet.line(index) for index in kept])
    return sheet, problems[:MAX_REPORTED]


def _lines_of(body: str, comma: str) -> list[int]:
    """The line on which each row begins: quoted cells may hold line breaks."""
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=comma, strict=True)
    starts, last = [], 0
    for _ in reader:
        starts.append(last + 1)
        last = reader.line_num
    return starts


def cell_place(text: str, file: str, row: int, column: str | None) -> Where:
    """Line, column and width of a cell: `row` counts data rows from 0, `column` is a header's name."""
    sheet, _ = read_csv(text, file, "")
    if sheet is None or not 0 <= row < len(sheet.rows):
        return Where(file)
    line = sheet.line(row)
    source = text.removeprefix("\ufeff").split("\n")
    if column is None or column not in sheet.header:
        return Where(file, line, 1)
    index = sheet.header.index(column)
    comma = _separator(text.removeprefix("\ufeff"))
    spans = _spans(source[line - 1].removesuffix("\r"), comma)
    start, end = spans[index] if index < len(spans) else (0, 1)
    return Where(file, line, start + 1, max(1, end - start))


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
