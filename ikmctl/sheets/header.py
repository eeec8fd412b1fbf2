"""Find the table in a sheet: the header under title rows, and the rows that are no data.

A row (or two or three under merged headings) is the header if enough of its cells are known headers.
Nothing is guessed silently: without a header the caller gets a problem and a guess, never row 1 eaten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.columns import resembling
from ikmctl.sheets.grid import Grid, Raw, describe, is_blank
from ikmctl.sheets.guess import guess_columns
from ikmctl.sheets.rows import classify
from ikmctl.sheets.table import Column, Table
from ikmctl.sheets.vocabulary import NOTHING, Vocabulary

SEARCHED: Final = 30
"""Rows among which a header is looked for."""
DEEPEST: Final = 3
"""Rows that one header may take."""
ENOUGH: Final = 3
"""Known headers that make a row a header; narrow sheets need all but none."""
LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class _Candidate:
    top: int
    depth: int
    columns: tuple[Column, ...]
    hits: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """More known headers, then fewer rows, then further up."""
        return self.hits, -self.depth, -self.top


def _text(raw: Raw) -> str:
    text, kind = describe(raw)
    return text if kind in ("text", "date", "number") else ""


def _level(grid: Grid, row: int, below: Sequence[str]) -> list[str]:
    """Labels of an upper header row, spread over the columns that a heading covers."""
    labels = [_text(grid.raw(row, column)) for column in range(len(below))]
    spans = [span for span in grid.merged if span.top <= row <= span.bottom and span.right > span.left]
    if spans:
        for span in spans:
            for column in range(span.left, min(span.right, len(below) - 1) + 1):
                labels[column] = labels[column] or _text(grid.raw(span.top, span.left))
        return labels
    spread = ""
    for column, label in enumerate(labels):
        spread = label or (spread if below[column] else "")
        labels[column] = spread
    return labels


def _columns(grid: Grid, top: int, depth: int, width: int) -> tuple[Column, ...]:
    bottom = top + depth - 1
    levels = [[_text(grid.raw(bottom, column)) for column in range(width)]]
    for row in range(bottom - 1, top - 1, -1):
        levels.insert(0, _level(grid, row, levels[0]))
    columns = []
    for index in range(width):
        labels = tuple(dict.fromkeys(level[index] for level in levels if level[index]))
        lowest = next((top + d for d in range(depth - 1, -1, -1) if not is_blank(grid.raw(top + d, index))), bottom)
        columns.append(Column(labels or ("",), index, lowest))
    return tuple(columns)


def _hits(columns: Sequence[Column], words: Vocabulary) -> int:
    targets = {target for column in columns if (target := words.target(column.labels))}
    return len(targets - {NOTHING}) * 4 + (NOTHING in targets)


def _likely(columns: Sequence[Column], words: Vocabulary) -> int:
    return sum(1 for column in columns if words.target(column.labels) or resembling(column.labels[-1], words.known))


def _headers_only(grid: Grid, top: int, depth: int, width: int) -> bool:
    """Whether every cell could be a header: text of bearable length."""
    cells = [describe(grid.raw(row, column)) for row in range(top, top + depth) for column in range(width)]
    texts = [text for text, kind in cells if kind == "text"]
    others = sum(1 for _, kind in cells if kind not in ("text", "empty"))
    return bool(texts) and others <= len(texts) and all(len(text) <= LONGEST for text in texts)


def _candidates(grid: Grid, words: Vocabulary, width: int) -> list[_Candidate]:
    found = []
    seen = 0
    for top in range(grid.height):
        if all(is_blank(raw) for raw in grid.rows[top]):
            continue
        seen += 1
        if seen > SEARCHED:
            break
        for depth in range(1, DEEPEST + 1):
            if top + depth <= grid.height and _headers_only(grid, top, depth, width):
                columns = _columns(grid, top, depth, width)
                found.append(_Candidate(top, depth, columns, _hits(columns, words)))
    return found


def _needed(candidate: _Candidate) -> int:
    named = sum(1 for column in candidate.columns if column.labels[-1])
    return 4 * min(ENOUGH, max(1, named - 1))


def find_header(grid: Grid, words: Vocabulary) -> tuple[int, int, tuple[Column, ...]] | None:
    """The header's first row and depth, counted from 0, and its columns; None where there is none."""
    width = min(grid.width, 1000)
    candidates = _candidates(grid, words, width)
    enough = [candidate for candidate in candidates if candidate.hits >= _needed(candidate)]
    if not enough:
        single = [candidate for candidate in candidates if candidate.depth == 1]
        enough = [found for found in single if _likely(found.columns, words) >= ENOUGH]
    best = max(enough, key=lambda candidate: candidate.rank, default=None)
    return (best.top, best.depth, best.columns) if best else None


def _missing(grid: Grid) -> Diagnostic:
    first = next((row for row in range(grid.height) if not all(is_blank(raw) for raw in grid.rows[row])), 0)
    where = Where(grid.file, sheet=grid.sheet or None, cell=f"A{first + 1}")
    return Diagnostic("IKM217", where, {"row": first + 1, "guess": guess_columns(grid)})


def find_table(grid: Grid, words: Vocabulary) -> tuple[Table | None, list[Diagnostic]]:
    """Find header and rows of the table in a sheet.

    Args:
        grid: the sheet as read.
        words: the known headers, from `vocabulary(program, ...)`.
    """
    if not grid.filled():
        return None, [Diagnostic("IKM205", Where(grid.file, sheet=grid.sheet or None))]
    header = find_header(grid, words)
    if header is None:
        return None, [_missing(grid)]
    top, depth, columns = header
    bottom = top + depth - 1
    rows, skipped = classify(grid, columns, bottom)
    used = _used(columns, rows)
    table = Table(grid, bottom + 1, used, rows, skipped)
    notes = []
    if not rows:
        where = Where(grid.file, sheet=grid.sheet or None, cell=f"A{bottom + 2}")
        notes.append(Diagnostic("IKM218", where, {"row": bottom + 1}, Severity.WARNING))
    return table, notes


def _used(columns: Sequence[Column], rows: Sequence[object]) -> tuple[Column, ...]:
    """The columns that have a header or any value."""
    filled: set[int] = set()
    for row in rows:
        values = row.values  # type: ignore[attr-defined]  # rows are Row
        filled.update(index for index, raw in enumerate(values) if raw != "")
    return tuple(column for column in columns if column.labels[-1] or column.index in filled)
