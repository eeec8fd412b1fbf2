"""CSV in: strict quotes, UTF-8 unless asked otherwise, `,` `;` or tab, and the ways in which offices damage it."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.grid import Grid, address

MOST_BYTES: Final = 64 * 1024 * 1024
"""Largest CSV file read."""
MOST_LINE: Final = 1024 * 1024
"""Longest line, in bytes."""

_DELIMITERS: Final = (",", ";", "\t")
_SAMPLE: Final = 200
_SAME: Final = 0.9
_PAIR: Final = 2
_SEPARATOR_LINE: Final = re.compile(r"sep=([,;\t])\r?\n?", re.IGNORECASE)


def read_csv(data: bytes, file: str, encoding: str | None = None) -> tuple[Grid | None, list[Diagnostic]]:
    """Read a CSV file.

    Args:
        data: the bytes of the file.
        file: its name, for problems.
        encoding: what `--encoding` says; UTF-8 with or without a byte order mark where it says nothing.
    """
    if fault := _size_fault(data, file):
        return None, [fault]
    text, fault = _decode(data, file, encoding)
    if fault or text is None:
        return None, [fault] if fault else []
    rows, problems = _rows(text, file)
    if rows is None:
        return None, problems
    if lost := _lost(rows, file):
        return None, [lost]
    return Grid(file, "", rows), problems


def _size_fault(data: bytes, file: str) -> Diagnostic | None:
    if len(data) > MOST_BYTES:
        return Diagnostic(
            "IKM208", Where(file), {"size": len(data) // 1024 // 1024, "most": MOST_BYTES // 1024 // 1024}
        )
    start = 0
    for number, end in enumerate(_line_ends(data), start=1):
        if end - start > MOST_LINE:
            return Diagnostic("IKM227", Where(file, line=number), {"most": MOST_LINE // 1024})
        start = end
    return None


def _line_ends(data: bytes) -> Sequence[int]:
    return [*(found.end() for found in re.finditer(rb"\r\n?|\n", data)), len(data)]


def _decode(data: bytes, file: str, encoding: str | None) -> tuple[str | None, Diagnostic | None]:
    try:
        codec = codecs.lookup(encoding or "utf-8").name
    except LookupError:
        return None, Diagnostic("IKM229", Where(file), {"encoding": encoding or ""})
    if codec == "utf-8":
        codec = "utf-8-sig"
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, UnicodeError) as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, start) + 1
        return None, Diagnostic("IKM223", Where(file, line=line), {"encoding": encoding or "UTF-8"})
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, Diagnostic("IKM224", Where(file, line=line), {"what": "NUL"})
    return text, None


def _lost(rows: Sequence[Sequence[str]], file: str) -> Diagnostic | None:
    """The first cell with a replacement character: a letter that an earlier conversion destroyed."""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if "\ufffd" in text:
                return Diagnostic("IKM224", Where(file, cell=address(number, column)), {"what": "U+FFFD"})
    return None


def _parse(text: str, delimiter: str) -> tuple[list[list[str]], int | None]:
    """Records, and the line on which an unreadable record starts (None where all is well)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    started = 1
    try:
        for row in reader:
            rows.append(row)
            started = reader.line_num + 1
    except csv.Error:
        return rows, started
    return rows, None


def _widths(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """How alike the widths of the records are (0-1), and the commonest width."""
    widths = Counter(len(row) for row in rows if any(row))
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / widths.total(), width


def _delimiter(text: str) -> str:
    """The delimiter that gives many columns of even width in the first lines."""
    sample = "".join(io.StringIO(text, newline="").readlines(MOST_LINE)[:_SAMPLE])
    scores = {}
    for delimiter in _DELIMITERS:
        even, width = _widths(_parse(sample, delimiter)[0])
        scores[delimiter] = (width > 1, even if width > 1 else 0, width)
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def _rows(text: str, file: str) -> tuple[list[list[str]] | None, list[Diagnostic]]:
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        text = text[stated.end() :]
    delimiter = stated[1] if stated else _delimiter(text)
    rows, broken = _parse(text, delimiter)
    if broken is not None:
        return None, [Diagnostic("IKM225", Where(file, line=broken + (1 if stated else 0)))]
    mended = _unwrap(rows, delimiter)
    if mended is not None:
        return mended[0], [Diagnostic("IKM228", Where(file), {"inner": _NAMES[mended[1]]}, Severity.NOTE)]
    return ([[], *rows] if stated else rows), []


_NAMES: Final = {",": ",", ";": ";", "\t": "TAB"}


def _unwrap(rows: list[list[str]], outer: str) -> tuple[list[list[str]], str] | None:
    """Records of a file saved twice, where each line became one cell; None where it was saved once."""
    lines = [_joined(row, outer) for row in rows]
    filled = [line for line in lines if line]
    split = sum(1 for row in rows if sum(map(bool, row)) > 1)
    if len(filled) < _PAIR or split * _PAIR > len(filled):
        return None
    for inner in _DELIMITERS:
        parsed = [_one(line, inner) for line in lines]
        if any(record is None for record in parsed):
            continue
        records = [record or [] for record in parsed]
        even, width = _widths(records)
        if width > 1 and even >= _SAME:
            return records, inner
    return None


def _joined(row: Sequence[str], outer: str) -> str:
    return outer.join(row).rstrip(outer)


def _one(line: str, delimiter: str) -> list[str] | None:
    if not line:
        return []
    records, broken = _parse(line, delimiter)
    return records[0] if broken is None and len(records) == 1 else None
