"""CSV in: strict quotes, UTF-8 unless asked otherwise, `,` `;` or tab, and the ways in which offices damage it.

Problems name a cell, never a line of the file: whoever shows a problem with a line shows that line too, and
here it holds names and numbers of people.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.grid import Grid, address
from ikmctl.sheets.refuse import MOST_FILE

MOST_BYTES: Final = MOST_FILE
"""Largest CSV file read."""
MOST_LINE: Final = 1024 * 1024
"""Longest line, in bytes."""

_DELIMITERS: Final = (",", ";", "\t")
_SAMPLE: Final = 200
_SAME: Final = 0.9
_PAIR: Final = 2
_LINE_END: Final = re.compile(rb"\r\n?|\n")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half a letter, which some encodings let through and no file can hold."""
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
    start = _long_line(data)
    if start is None:
        return None
    line = len(_LINE_END.findall(data, 0, start)) + 1
    return Diagnostic("IKM227", Where(file, cell=f"A{line}"), {"most": MOST_LINE // 1024})


def _long_line(data: bytes) -> int | None:
    """Where a line beyond the limit starts. Such a line fills a whole window of half the limit."""
    window = MOST_LINE // 2
    for at in range(0, len(data), window):
        if _LINE_END.search(data, at, at + window):
            continue
        start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
        if not _LINE_END.search(data, start, start + MOST_LINE + 1) and len(data) - start > MOST_LINE:
            return start
    return None


def _decode(data: bytes, file: str, encoding: str | None) -> tuple[str | None, Diagnostic | None]:
    try:
        codec = codecs.lookup(encoding or "utf-8").name
    except (LookupError, ValueError):
        return None, Diagnostic("IKM229", Where(file), {"encoding": encoding or ""})
    if codec == "utf-8":
        codec = "utf-8-sig"
    try:
        text = data.decode(codec)
    except LookupError:
        return None, Diagnostic("IKM229", Where(file), {"encoding": encoding or ""})
    except UnicodeError as error:
        likely = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "cp1252"
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, start) + 1
        return None, Diagnostic(
            "IKM223", Where(file, cell=f"A{line}"), {"encoding": encoding or "UTF-8", "likely": likely}
        )
    odd = text.find("\0")
    if odd < 0 and codec != "utf-8-sig" and (half := _SURROGATE.search(text)):
        odd = half.start()
    if odd >= 0:
        what = f"U+{ord(text[odd]):04X}" if text[odd] != "\0" else "NUL"
        return None, Diagnostic("IKM224", Where(file, cell=f"A{text.count(chr(10), 0, odd) + 1}"), {"what": what})
    return text, None


def _lost(rows: Sequence[Sequence[str]], file: str) -> Diagnostic | None:
    """The first cell with a replacement character: a letter that an earlier conversion destroyed."""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if "\ufffd" in text:
                return Diagnostic("IKM224", Where(file, cell=address(number, column)), {"what": "U+FFFD"})
    return None


def _parse(text: str, delimiter: str) -> tuple[list[list[str]], int | None]:
    """Records, and the number of the first one that cannot be read (None where all can)."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)  # noqa: PERF402  # what was read before an unreadable record counts
    except csv.Error:
        return rows, len(rows) + 1
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
        scores[delimiter] = (even, width) if width > 1 else (0.0, 0)
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def _rows(text: str, file: str) -> tuple[list[list[str]] | None, list[Diagnostic]]:
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        text = text[stated.end() :]
    delimiter = stated[1] if stated else _delimiter(text)
    rows, broken = _parse(text, delimiter)
    mended = _mend(rows, delimiter) if broken is None else _split_again(text)
    if mended is not None:
        return mended[0], [Diagnostic("IKM228", Where(file), {"inner": _NAMES[mended[1]]}, Severity.NOTE)]
    if broken is not None:
        return None, [Diagnostic("IKM225", Where(file, cell=f"A{broken + (1 if stated else 0)}"))]
    return ([[], *rows] if stated else rows), []


_NAMES: Final = {",": ",", ";": ";", "\t": "TAB"}


def _mend(rows: list[list[str]], delimiter: str) -> tuple[list[list[str]], str] | None:
    """Records of a file saved twice, and the delimiter inside; None where it was saved once."""
    filled = [row for row in rows if any(row)]
    padding = {row[-1][-1:] for row in filled}
    if len(filled) >= _PAIR and len(padding) == 1 and padding < set(_DELIMITERS) and len(filled[0]) > 1:
        (outer,) = padding
        return [[*row[:-1], row[-1].rstrip(outer)] if row else row for row in rows], delimiter
    split = sum(1 for row in filled if sum(map(bool, row)) > 1)
    return None if split * _PAIR > len(filled) else _unwrap(rows, delimiter)


def _split_again(text: str) -> tuple[list[list[str]], str] | None:
    """The same for a file whose inner quotes make its own delimiter unreadable."""
    for outer in _DELIMITERS:
        rows, broken = _parse(text, outer)
        if broken is None and (found := _unwrap(rows, outer)) is not None and found[1] != outer:
            return found
    return None


def _unwrap(rows: list[list[str]], outer: str) -> tuple[list[list[str]], str] | None:
    """Each record joined to the line that it was, then parsed again."""
    lines = [_joined(row, outer) for row in rows]
    if sum(map(bool, lines)) < _PAIR:
        return None
    for inner in _DELIMITERS:
        parsed = [_one(line, inner) for line in lines]
        records = [record for record in parsed if record is not None]
        even, width = _widths(records)
        if len(records) == len(lines) and width > 1 and even >= _SAME:
            return records, inner
    return None


def _joined(row: Sequence[str], outer: str) -> str:
    return outer.join(row).rstrip(outer)


def _one(line: str, delimiter: str) -> list[str] | None:
    if not line:
        return []
    records, broken = _parse(line, delimiter)
    return records[0] if broken is None and len(records) == 1 else None
