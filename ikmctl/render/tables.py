"""Tables for people (terminal, `--plain`), for spreadsheets (csv) and for code hosts (markdown)."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from ikmctl.render.safe import columns, csv_cell, markdown, pad, safe
from ikmctl.render.style import Style

TableFormat = Literal["text", "csv", "markdown"]

GAP: Final = 2
"""Blanks between columns."""
_HYPHEN: Final = re.compile(r"(?<=[a-z]-)(?=[a-z])")
NARROWEST: Final = 6
"""Columns of text are not folded below this."""


class Column(Struct, frozen=True):
    """One column: `key` names it in csv and is never translated, `header` is what people read."""

    key: str
    header: str
    right: bool = False


class Table(Struct, frozen=True):
    """Rows of ready text. `empty` is the sentence for a table without rows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    empty: str = ""


def _csv_cell(value: str) -> str:
    """Keep a spreadsheet program from reading a name as a formula, and a terminal from obeying one."""
    return safe(value) if len(value) == 1 or _is_number(value) else csv_cell(value)


def _is_number(value: str) -> bool:
    return value.lstrip("+-").replace(".", "", 1).isdigit()


def as_csv(table: Table) -> str:
    """UTF-8 text with LF; headers are the untranslated keys."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([[_csv_cell(cell) for cell in row] for row in table.rows])
    return out.getvalue()


def as_markdown(table: Table) -> str:
    """A pipe table; everything that is markup in a cell is escaped."""
    lines = [f"### {markdown(table.title)}", ""] if table.title else []
    if not table.rows:
        return "\n".join([*lines, markdown(table.empty)]) + "\n"
    lines.append("| " + " | ".join(markdown(column.header) for column in table.columns) + " |")
    lines.append("|" + "|".join(" ---: " if column.right else " --- " for column in table.columns) + "|")
    lines += ["| " + " | ".join(markdown(cell) for cell in row) + " |" for row in table.rows]
    return "\n".join(lines) + "\n"


def as_plain(table: Table) -> Iterator[str]:
    """One fact a line, a blank line between rows: what a screen reader reads well."""
    if table.title:
        yield safe(table.title)
    if not table.rows:
        yield safe(table.empty)
    for row in table.rows:
        yield ""
        for column, cell in zip(table.columns, row, strict=True):
            if cell:
                yield f"{safe(column.header)}: {safe(cell)}"


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    """Pieces between which a line may break, each with what stands before it: a blank, or nothing after a hyphen."""
    for index, word in enumerate(words.split(" ")):
        for part, piece in enumerate(_HYPHEN.split(word)):
            yield (" " if index and not part else ""), piece


def _fold(words: str, width: int) -> list[str]:
    """Break a cell into lines of at most `width` columns, at blanks and hyphens where there are any."""
    lines, line = [], ""
    for blank, piece in _pieces(words):
        rest = piece
        if columns(line + blank + rest) <= width:
            line += blank + rest
            continue
        if line:
            lines.append(line)
        *full, line = _cut_up(rest, width)
        lines += full
    return [*lines, line] if line or not lines else lines


def _cut_up(words: str, width: int) -> list[str]:
    """Parts of at most `width` columns of a word without a blank; a letter wider than that stands alone."""
    parts, start, used = [], 0, 0
    for at, char in enumerate(words):
        wide = columns(char)
        if used + wide > width and at > start:
            parts.append(words[start:at])
            start, used = at, 0
        used += wide
    return [*parts, words[start:]]


def _hang(line: str, width: int) -> Iterator[str]:
    """A long line folded, what follows its first part set in by two blanks."""
    first = _fold(line, width)[0]
    yield first
    for part in _fold(line[len(first) :].lstrip(), width - 2) if len(first) < len(line) else ():
        yield f"  {part}"


def _widths(table: Table, cells: list[list[str]], room: int) -> list[int] | None:
    """Width of each column so that all fit; the widest give way first. None where they cannot."""
    widths = [max(columns(row[at]) for row in cells) for at in range(len(table.columns))]
    # what is wider than the whole room gives way first in any case
    widths = [one if column.right else min(one, room) for one, column in zip(widths, table.columns, strict=True)]
    room -= GAP * (len(widths) - 1)
    while sum(widths) > room:
        loose = [at for at, column in enumerate(table.columns) if not column.right and widths[at] > NARROWEST]
        if not loose:
            return None
        widest = max(loose, key=lambda at: widths[at])
        widths[widest] -= 1
    return widths


def as_text(table: Table, style: Style) -> str:
    """A table that fits the width of the terminal; long cells are folded, nothing is lost.

    Where even folded columns do not fit, each row becomes a block of `header: value` lines.
    """
    cells = [[safe(column.header) for column in table.columns], *([safe(cell) for cell in row] for row in table.rows)]
    widths = None if style.plain or not table.rows else _widths(table, cells, style.width)
    if widths is None:
        blocks = (
            as_plain(table) if style.plain else (part for line in as_plain(table) for part in _hang(line, style.width))
        )
        return "\n".join(blocks) + "\n"
    lines = [style.paint("strong", safe(table.title))] if table.title else []
    for index, row in enumerate(cells):
        folded = [_fold(cell, width) for cell, width in zip(row, widths, strict=True)]
        for depth in range(max(map(len, folded))):
            parts = [
                pad(cell[depth] if depth < len(cell) else "", width, right=column.right)
                for cell, width, column in zip(folded, widths, table.columns, strict=True)
            ]
            line = (" " * GAP).join(parts).rstrip()
            lines.append(style.paint("strong", line) if index == 0 else line)
        if index == 0:
            lines.append((" " * GAP).join("-" * width for width in widths))
    return "\n".join(lines) + "\n"


def render(table: Table, format_: TableFormat, style: Style) -> str:
    """The table in one of its formats."""
    if format_ == "csv":
        return as_csv(table)
    if format_ == "markdown":
        return as_markdown(table)
    return as_text(table, style)
