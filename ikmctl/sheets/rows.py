"""Which rows under a header are data, and which are totals, signatures, repeated headers or notes."""

import re
from collections.abc import Sequence
from typing import Final

from ikmctl.sheets.grid import Grid, Raw, describe, is_blank
from ikmctl.sheets.table import Column, Row, Skipped, Why
from ikmctl.sheets.vocabulary import fold

_TOTAL: Final = re.compile(r"(?:sub ?)?(?:jumlah|total|grand total|rata rata|rekapitulasi|average|sum)\b")
_NOTE: Final = re.compile(r"(?:catatan|keterangan|ket|sumber|note|notes|source|nb)\b|\*")
_SIGNATURE: Final = re.compile(
    r"\b(?:mengetahui|menyetujui|kepala (?:dinas|bidang|seksi|upt)|ketua (?:panitia|tim|pelaksana)|panitia|nip|ttd|"
    r"petugas|pejabat|sekretaris|kabid|plt|pembina|penata|tertanda|yang membuat|hormat kami)\b"
    r"|\b[0-9]{1,2} (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
    r" (?:19|20)[0-9]{2}$"
)
_FEW: Final = 3
_HALF: Final = 2
_NUMBERED: Final = 3


def _filled(values: Sequence[Raw]) -> list[str]:
    return [describe(raw)[0] for raw in values if not is_blank(raw)]


def _is_numbers(values: Sequence[Raw]) -> bool:
    """A row such as `1 2 3 4` or `(1) (2) (3)` under the header."""
    texts = [text.strip("() ") for text in _filled(values)]
    return len(texts) >= _NUMBERED and texts == [str(number) for number in range(1, len(texts) + 1)]


def _is_header_again(values: Sequence[Raw], columns: Sequence[Column]) -> bool:
    labels = {column.index: column.labels[-1] for column in columns if column.labels[-1]}
    same = sum(1 for index, raw in enumerate(values) if isinstance(raw, str) and raw.strip() == labels.get(index))
    return same >= min(_FEW, len(labels)) and same * _HALF > len(labels)


def _is_total(values: Sequence[Raw]) -> bool:
    """`Jumlah` or `Total` as the only text of the row."""
    cells = [describe(raw) for raw in values if not is_blank(raw)]
    texts = [text for text, kind in cells if kind == "text" and any(letter.isalpha() for letter in text)]
    return len(texts) == 1 and bool(_TOTAL.match(fold(texts[0]))) and len(fold(texts[0]).split()) <= _FEW


def _is_label(grid: Grid, row: int, filled: int) -> bool:
    """One text merged across much of the table, such as `KECAMATAN BOJA`."""
    if filled != 1:
        return False
    return any(span.top == row and (span.right - span.left + 1) * _HALF > grid.width for span in grid.merged)


def _why(grid: Grid, row: int, columns: Sequence[Column], bottom: int) -> Why | None:
    values = grid.rows[row]
    if row == bottom + 1 and _is_numbers(values):
        return "numbers"
    if _is_total(values):
        return "total"
    if _is_header_again(values, columns):
        return "header"
    return "label" if _is_label(grid, row, len(_filled(values))) else None


def _signature_start(grid: Grid, first: int, rows: Sequence[int]) -> int:
    """Index in `rows` at which a signature block or footnotes begin; its length where there are none."""
    typical = sorted(len(_filled(grid.rows[row])) for row in rows)[len(rows) // 2] if rows else 0
    start = len(rows)
    while start and len(_filled(grid.rows[rows[start - 1]])) <= min(_FEW, max(1, typical // _HALF)):
        start -= 1
    for index in range(start, len(rows)):
        texts = _filled(grid.rows[rows[index]])
        gap = rows[index] > first and all(is_blank(raw) for raw in grid.rows[rows[index] - 1])
        marked = any(_SIGNATURE.search(fold(text)) or _NOTE.match(text.casefold()) for text in texts)
        if marked or (gap and index and _marked(grid, rows[index:])):
            return index
    return len(rows)


def _marked(grid: Grid, rows: Sequence[int]) -> bool:
    return any(_SIGNATURE.search(fold(text)) for row in rows for text in _filled(grid.rows[row]))


def classify(grid: Grid, columns: Sequence[Column], bottom: int) -> tuple[tuple[Row, ...], tuple[Skipped, ...]]:
    """Sort the rows below row `bottom` (counted from 0) into data and no data; blank rows are neither."""
    filled = [row for row in range(bottom + 1, grid.height) if not all(is_blank(raw) for raw in grid.rows[row])]
    whys = {row: why for row in filled if (why := _why(grid, row, columns, bottom))}
    data = [row for row in filled if row not in whys]
    cut = _signature_start(grid, bottom + 1, data)
    for row in data[cut:]:
        texts = " ".join(_filled(grid.rows[row]))
        whys[row] = "note" if _NOTE.match(texts.casefold()) else "signature"
    rows = tuple(Row(row + 1, grid.rows[row]) for row in data[:cut])
    return rows, tuple(Skipped(row + 1, whys[row]) for row in sorted(whys))
