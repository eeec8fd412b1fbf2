"""A bar chart as a value; `Sheet.chart` draws it beside the cells that it shows."""

from collections.abc import Sequence

from msgspec import Struct


class Bars(Struct, frozen=True):
    """Columns of a table as bars, one group for each row.

    `rows` is the first and last row of the table without its header, `labels` the column with the names of
    rows, `series` the columns drawn, whose names stand in the header `head`. `description` is read to those
    who cannot see the picture.
    """

    title: str
    description: str
    head: int
    rows: tuple[int, int]
    labels: int
    series: Sequence[int]
    across: str = ""
    """What stands along the axis of names."""
    up: str = ""
    """What stands along the axis of numbers."""
    stacked: bool = False
    size: tuple[int, int] = (860, 300)
