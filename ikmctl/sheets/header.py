"""Find the table in a sheet: the header under title rows, and the rows that are no data.

A row (or two or three under merged headings) is the header if enough of its cells are known headers.
Nothing is guessed silently: without a header the caller gets a problem and a guess, never row 1 eaten.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.columns import resembling
from ikmctl.sheets.grid import Grid, Raw, Span, describe, is_blank
from ikmctl.sheets.guess import guess_columns
from ikmctl.sheets.rows import read_rows
from ikmctl.sheets.table import Column, Table
from ikmctl.sheets.vocabulary import NOTHING, Vocabulary

SEARCHED: Final = 30
"""Rows with content among which a header is looked for."""
LOWEST: Final = 200
"""Last row at which a header may stand."""
DEEPEST: Final = 3
"""Rows that one header may take."""
ENOUGH: Final = 3
"""Known headers that make a row a header; narrow sheets need all but one."""
_FEWEST: Final = 2
MOST_SPANS: Final = 5_000
"""Merged ranges, topmost first, that are looked at for headings."""
WIDEST: Final = 1_000
LONGEST: Final = 2_000
"""Characters of a header; questions of online forms are long."""
_WEIGHT: Final = 4
_LIKENED: Final = 60


class _Candidate(Struct, frozen=True):
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


class _Search:
    """One sheet under the eye of the header finder."""

    def __init__(self, grid: Grid, words: Vocabulary) -> None:
        self.grid = grid
        self.words = words
        self.width = min(grid.width, WIDEST)
        self.tops = self._tops()
        self.spans = self._wide_spans()
        self.widest_row = max((len(grid.rows[top]) - grid.rows[top].count("") for top in self.tops), default=0)

    def _tops(self) -> tuple[int, ...]:
        rows = self.grid.rows[:LOWEST]
        return tuple(top for top, row in enumerate(rows) if not all(map(is_blank, row)))[:SEARCHED]

    def _wide_spans(self) -> Mapping[int, list[Span]]:
        """Merged ranges over several columns, by the rows that they cover."""
        found: dict[int, list[Span]] = {}
        for span in self.grid.merged[:MOST_SPANS]:
            if span.right > span.left and span.top < LOWEST:
                for row in range(span.top, min(span.bottom, LOWEST) + 1):
                    found.setdefault(row, []).append(span)
        return found

    def _level(self, row: int, below: Sequence[str]) -> list[str]:
        """Labels of an upper header row, spread over the columns that a heading covers."""
        labels = [_text(self.grid.raw(row, column)) for column in range(self.width)]
        for span in self.spans.get(row, ()):
            for column in range(span.left, min(span.right, self.width - 1) + 1):
                labels[column] = labels[column] or _text(self.grid.raw(span.top, span.left))
        if row in self.spans:
            return labels
        spread = ""
        for column, label in enumerate(labels):
            spread = label or (spread if below[column] else "")
            labels[column] = spread
        return labels

    def columns(self, top: int, depth: int) -> tuple[Column, ...]:
        """The columns under a header of `depth` rows."""
        bottom = top + depth - 1
        levels = [[_text(self.grid.raw(bottom, column)) for column in range(self.width)]]
        for row in range(bottom - 1, top - 1, -1):
            levels.insert(0, self._level(row, levels[0]))
        found = []
        for index in range(self.width):
            labels = tuple(dict.fromkeys(level[index] for level in levels if level[index]))
            filled = (row for row in range(bottom, top - 1, -1) if not is_blank(self.grid.raw(row, index)))
            found.append(Column(labels or ("",), index, next(filled, bottom)))
        return tuple(found)

    def candidates(self) -> Iterator[_Candidate]:
        """Every row, and every two or three rows, that could be a header."""
        for top in self.tops:
            for depth in range(1, DEEPEST + 1):
                if not self._only_headers(top + depth - 1):
                    break
                columns = self.columns(top, depth)
                yield _Candidate(top, depth, columns, self._hits(columns))

    def _only_headers(self, row: int) -> bool:
        """Whether every cell of a row could be a header: text, mostly, of bearable length."""
        if row >= self.grid.height:
            return False
        cells = [describe(raw) for raw in self.grid.rows[row]]
        texts = [text for text, kind in cells if kind == "text"]
        others = sum(1 for _, kind in cells if kind not in ("text", "empty"))
        return bool(texts) and others <= len(texts) * ENOUGH and all(len(text) <= LONGEST for text in texts)

    def _hits(self, columns: Sequence[Column]) -> int:
        targets = {target for column in columns if (target := self.words.target(column.labels))}
        return len(targets - {NOTHING}) * _WEIGHT + (NOTHING in targets)

    def needed(self, candidate: _Candidate) -> int:
        """Hits that make a row a header: three, in a narrow sheet one less than it has columns.

        A column such as `No.` is none of them, as long as two known headers are left.
        """
        named = sum(1 for column in candidate.columns if column.labels[-1])
        idle = sum(1 for column in candidate.columns if self.words.target(column.labels) == NOTHING)
        wide = max(named, self.widest_row)
        return _WEIGHT * min(ENOUGH, max(1, wide - 1), max(_FEWEST, wide - idle - 1))

    def likely(self, candidate: _Candidate) -> int:
        """How many known headers its cells are or resemble, as far as the eye goes: each one is compared with all."""
        known = self.words.known
        found = set()
        for column in candidate.columns[:_LIKENED]:
            target = self.words.target(column.labels)
            hit = None if target else resembling(column.labels[-1], known)
            found.add(target or (known[hit[0]] if hit else NOTHING))
        return len(found - {NOTHING})


def find_header(grid: Grid, words: Vocabulary) -> tuple[int, int, tuple[Column, ...]] | None:
    """The header's first row and depth, counted from 0, and its columns; None where there is none."""
    search = _Search(grid, words)
    candidates = list(search.candidates())
    enough = [candidate for candidate in candidates if candidate.hits >= search.needed(candidate)]
    if not enough:
        enough = [found for found in candidates if found.depth == 1 and search.likely(found) >= ENOUGH]
    best = max(enough, key=lambda candidate: candidate.rank, default=None)
    return (best.top, best.depth, best.columns) if best else None


def _missing(grid: Grid) -> Diagnostic:
    first = next((row for row in range(grid.height) if not all(map(is_blank, grid.rows[row]))), 0)
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
    table, notes = read_rows(grid, columns, top + depth - 1)
    if not table.rows:
        where = Where(grid.file, sheet=grid.sheet or None, cell=f"A{table.header_row + 1}")
        notes.append(Diagnostic("IKM218", where, {"row": table.header_row}, Severity.WARNING))
    return table, notes
