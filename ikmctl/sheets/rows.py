"""Which rows under a header are data, and which are totals, signatures, repeated headers or notes.

Every row of the file passes here, so the quick questions come first.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.grid import Grid, Raw, address, describe, is_blank
from ikmctl.sheets.table import Column, Row, Skipped, Table, Why
from ikmctl.sheets.vocabulary import fold

_TOTAL: Final = re.compile(
    r"(?:(?:sub|grand) ?)?(?:jumlah|total|rata rata|rerata|rekapitulasi|average|sum)"
    r"(?: (?:peserta|orang|ikm|umkm|usaha|unit|semua|keseluruhan|seluruh|nilai|skor|hadir|total|jumlah|data|baris"
    r"|rows?|participants|laki|perempuan|l|p|dan|[0-9]+))*\Z"
)
_AMOUNT: Final = re.compile(r"[0-9][0-9.,]* ?[A-Za-z%]{0,12}\Z")
_NOTE: Final = re.compile(r"(?:catatan|keterangan|ket|sumber|note|notes|source|nb)\b(\s*(?:[:.=*)]|\Z))?|\*()")
"""The group says that the word is a label; `Sumber Makmur` is a firm, unless nothing stands beside it."""
_NIK: Final = re.compile(r"'?[0-9](?:[ .-]?[0-9]){15}")
_SIGNATURE: Final = re.compile(
    r"\b(?:mengetahui|menyetujui|kepala (?:dinas|bidang|seksi|upt)|ketua (?:panitia|tim|pelaksana)|panitia|nip|ttd|"
    r"petugas|pejabat|sekretaris|kabid|plt|pembina|penata|tertanda|yang membuat|hormat kami)\b"
    r"|\b[0-9]{1,2} (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
    r" (?:19|20)[0-9]{2}$"
)
_FEW: Final = 3
_HALF: Final = 2
_MOST_FILLED: Final = 200_000
"""Cells that merged ranges may fill; no office sheet comes near."""
_SHOWN: Final = 3


def _texts(values: Iterable[Raw]) -> list[str]:
    return [describe(raw)[0] for raw in values if not is_blank(raw)]


def _is_numbers(values: Sequence[Raw]) -> bool:
    """A row such as `1 2 3 4` or `(1) (2) (3)` under the header."""
    texts = [text.strip("() ") for text in _texts(values)]
    return len(texts) >= _FEW and texts == [str(number) for number in range(1, len(texts) + 1)]


def _is_total(values: Sequence[Raw]) -> bool:
    """`Jumlah` or `Total` as the first text, and nothing but amounts beside it."""
    first = next((raw for raw in values if not is_blank(raw)), "")
    if not isinstance(first, str) or not _TOTAL.match(fold(first)):
        return False
    others = [describe(raw) for raw in values if raw is not first and not is_blank(raw)]
    return all(kind != "text" or _AMOUNT.match(text) for text, kind in others)


class _Sorter:
    """Says of each row below a header whether it is data."""

    def __init__(self, grid: Grid, columns: Sequence[Column], bottom: int) -> None:
        self.grid = grid
        self.bottom = bottom
        self.labels = {column.index: set(column.labels) - {""} for column in columns}
        self.words = frozenset().union(*self.labels.values())
        wide = (span for span in grid.merged if (span.right - span.left + 1) * _HALF > len(columns))
        self.labelled = frozenset(span.top for span in wide)

    def why(self, row: int) -> Why | None:
        """Why a row is no data, or None."""
        values = self.grid.rows[row]
        if row == self.bottom + 1 and _is_numbers(values) and not self._counted_on(values, row + 1):
            return "numbers"
        if _is_total(values):
            return "total"
        if not self.words.isdisjoint(values) and self._is_header(values):
            return "header"
        return "label" if row in self.labelled and len(_texts(values)) == 1 else None

    def _counted_on(self, values: Sequence[Raw], below: int) -> bool:
        """Whether it is the first of numbered people after all: `1 2 3`, and then `2 ...`."""
        texts = next((found for row in self.grid.rows[below:] if (found := _texts(row))), [])
        return _texts(values)[0] == "1" and texts[:1] == ["2"]

    def _is_header(self, values: Sequence[Raw]) -> bool:
        """The header again, as at the top of every printed page; of two rows, one may hold little but labels."""
        named = sum(1 for labels in self.labels.values() if labels)
        same = sum(1 for index, raw in enumerate(values) if isinstance(raw, str) and raw in self.labels.get(index, ()))
        if same >= min(_FEW, named) and same * _HALF > named:
            return True
        return same >= _HALF and same == sum(1 for raw in values if not is_blank(raw))


def _is_note(texts: Sequence[str]) -> bool:
    found = _NOTE.match(texts[0].casefold())
    return found is not None and (len(texts) == 1 or found.lastindex is not None)


def _names_a_person(values: Iterable[Raw]) -> bool:
    """Whether a NIK stands in a row, however little else does; the number of an official has 18 digits."""
    return any(_NIK.fullmatch(text) for text in _texts(values))


def _block_start(grid: Grid, rows: Sequence[int]) -> int:
    """Index in `rows` at which a signature block or footnotes begin; its length where there are none."""
    counts = [len(grid.rows[row]) - grid.rows[row].count("") for row in rows]
    typical = sorted(counts)[len(counts) // 2] if counts else 0
    start = len(rows)
    few = min(_FEW, max(1, typical // _HALF))
    while start and counts[start - 1] <= few and not _names_a_person(grid.rows[rows[start - 1]]):
        start -= 1
    tail = [(rows[index], _texts(grid.rows[rows[index]])) for index in range(start, len(rows))]
    signed = [any(_SIGNATURE.search(fold(text)) for text in texts) for _, texts in tail]
    for at, (row, texts) in enumerate(tail):
        after_gap = all(map(is_blank, grid.rows[row - 1]))
        if signed[at] or _is_note(texts) or (after_gap and any(signed[at:])):
            return start + at
    return len(rows)


def _filled_merges(grid: Grid, first: int) -> tuple[dict[int, list[Raw]], list[str]]:
    """Rows in which a cell merged downwards is repeated, and the addresses of such cells."""
    changed: dict[int, list[Raw]] = {}
    cells = []
    room = _MOST_FILLED
    for span in grid.merged:
        value = grid.raw(span.top, span.left)
        if span.top < first or span.bottom == span.top or is_blank(value):
            continue
        room -= min(span.bottom, grid.height) - span.top
        if room < 0:
            break
        cells.append(address(span.top, span.left))
        for row in range(span.top + 1, min(span.bottom, grid.height - 1) + 1):
            values = changed.setdefault(row, list(grid.rows[row]))
            values.extend([""] * (span.left + 1 - len(values)))
            values[span.left] = value
    return changed, cells


def _too_long(grid: Grid, columns: Sequence[Column], rows: Sequence[Row]) -> dict[int, Diagnostic]:
    """Rows of a CSV file with more cells than the header: an unquoted separator moved them aside."""
    width = max((column.index + 1 for column in columns if column.labels[-1]), default=0)
    found = {}
    for row in rows:
        if len(row.values) > width and not all(map(is_blank, row.values[width:])):
            where = Where(grid.file, cell=address(row.number - 1, width))
            found[row.number] = Diagnostic("IKM226", where, {"found": len(row.values), "expected": width})
    return found


def read_rows(grid: Grid, columns: Sequence[Column], bottom: int) -> tuple[Table, list[Diagnostic]]:
    """Sort the rows below row `bottom` (counted from 0) into data and no data; blank rows are neither."""
    sorter = _Sorter(grid, columns, bottom)
    merged, cells = _filled_merges(grid, bottom + 1)
    filled = [row for row in range(bottom + 1, grid.height) if not all(map(is_blank, grid.rows[row]))]
    whys = {row: why for row in filled if (why := sorter.why(row))}
    data = [row for row in filled if row not in whys]
    cut = _block_start(grid, data)
    for row in data[cut:]:
        whys[row] = "note" if _is_note(_texts(grid.rows[row])) else "signature"
    rows = tuple(Row(row + 1, merged.get(row, grid.rows[row])) for row in data[:cut])
    skipped = tuple(Skipped(row + 1, whys[row]) for row in sorted(whys))
    faults = {} if grid.sheet else _too_long(grid, columns, rows)
    table = Table(grid, bottom + 1, _used(columns, rows), rows, skipped, faults)
    return table, _merge_note(grid, cells)


def _used(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns that have a header or any value."""
    bare = {column.index for column in columns if not column.labels[-1]}
    filled = {
        index for index in bare if any(not is_blank(raw) for row in rows for raw in row.values[index : index + 1])
    }
    return tuple(column for column in columns if column.index not in bare or column.index in filled)


def _merge_note(grid: Grid, cells: Sequence[str]) -> list[Diagnostic]:
    if not cells:
        return []
    more = f" +{len(cells) - _SHOWN}" if len(cells) > _SHOWN else ""
    listed = ", ".join(f"`{cell}`" for cell in cells[:_SHOWN]) + more
    where = Where(grid.file, sheet=grid.sheet or None, cell=cells[0])
    return [Diagnostic("IKM230", where, {"cells": listed}, Severity.WARNING)]
