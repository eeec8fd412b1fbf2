"""The table found in a sheet: columns under a header, rows of data, rows that are no data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.sheets.grid import Cell, Grid, Raw, address, column_letters, describe, is_blank
from ikmctl.sheets.vocabulary import unit_of

Why: TypeAlias = Literal["numbers", "total", "signature", "note", "header", "label"]
"""Why a row is no data: column numbers, a total, a signature block, a footnote, the header again, a section label."""


class Column(Struct, frozen=True):
    """One column: its labels top down (two where a merged heading stands above) and its place, counted from 0."""

    labels: tuple[str, ...]
    index: int
    row: int
    """Row of the lowest label, counted from 0."""

    @property
    def header(self) -> str:
        """The header as one line: `ALAMAT / KECAMATAN`."""
        return " / ".join(" ".join(label.split()) for label in self.labels if label)

    @property
    def unit(self) -> str:
        """The unit that the header states in brackets, such as `Rp.000`; empty where it states none."""
        return next((unit for label in reversed(self.labels) if (unit := unit_of(label))), "")

    @property
    def address(self) -> str:
        """The header's cell, such as `F5`."""
        return address(self.row, self.index)


class Row(NamedTuple):
    """One row of data; `number` is the row number in Excel."""

    number: int
    values: Sequence[Raw]

    def cell(self, column: int) -> Cell:
        """The cell in the column counted from 0 (`Column.index`)."""
        values = self.values
        raw = values[column] if column < len(values) else ""
        place = f"{column_letters(column)}{self.number}"
        if type(raw) is str:  # the commonest by far
            text = raw.strip()
            return Cell(text, "text" if text else "empty", place)
        return Cell(*describe(raw), place)

    def cells(self) -> Iterator[Cell]:
        """Every cell that is not blank, from left to right."""
        return (self.cell(index) for index, raw in enumerate(self.values) if not is_blank(raw))


class Skipped(NamedTuple):
    """A row that is no data, and why."""

    number: int
    why: Why


class Table(Struct, frozen=True):
    """What was found in one sheet. Blank rows count nowhere; rows + skipped are the rows read.

    `header_row` is the Excel number of the lowest header row. `faults` holds rows that cannot be read
    as they stand, by row number; they are among `rows` and must be rejected.
    """

    grid: Grid
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...] = ()
    faults: Mapping[int, Diagnostic] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """How many rows were read: data and no data."""
        return len(self.rows) + len(self.skipped)
