"""People alike in everything that the rules can see are one cell; a column is a cell placed in one track."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from ikmctl.domain.participant import Participant
from ikmctl.engine.selection.limits import Choices, Limit, values_of
from ikmctl.engine.selection.simplex import Simplex


class Column(Struct, frozen=True):
    """A cell placed in a track, with the limits (by index) for which its members count."""

    cell: int
    track: str
    limits: tuple[int, ...]


class Cells(Struct, frozen=True):
    """The pool sorted into cells: `of` tells each number's cell, `columns` by cell in order of choice."""

    of: Mapping[str, int]
    sizes: Sequence[int]
    columns: Sequence[Column]
    choices: Sequence[tuple[int, ...]]


_Sign: TypeAlias = tuple[tuple[str, ...], ...]
"""Tracks, then the values that some limit names, column by column of facts."""


def sort_cells(pool: Mapping[str, Participant], choices: Choices, limits: Sequence[Limit]) -> Cells:
    """Sort the pool into cells."""
    fields = tuple(dict.fromkeys(limit.field for limit in limits if limit.field))
    named = {name: {limit.value for limit in limits if limit.field == name} for name in fields}
    cuts: list[dict[str | None, tuple[str, ...]]] = [{} for _ in fields]
    index: dict[_Sign, int] = {}
    of: dict[str, int] = {}
    sizes: list[int] = []
    for number, tracks in choices.items():
        one = pool[number]
        values = []
        for name, known in zip(fields, cuts, strict=True):
            fact = one.fact(name)
            cut = known.get(fact)
            if cut is None:
                cut = known[fact] = tuple(value for value in values_of(one, name) if value in named[name])
            values.append(cut)
        cell = index.setdefault((tracks, *values), len(index))
        if cell == len(sizes):
            sizes.append(0)
        of[number] = cell
        sizes[cell] += 1
    seen = _Seen(limits)
    columns: list[Column] = []
    by_cell: list[tuple[int, ...]] = []
    for cell, (tracks, *values) in enumerate(index):
        held = {(field, value) for field, several in zip(fields, values, strict=True) for value in several}
        by_cell.append(tuple(range(len(columns), len(columns) + len(tracks))))
        columns += [Column(cell, track, seen(track, held)) for track in tracks]
    return Cells(of, sizes, columns, by_cell)


class _Seen:
    """Tells the limits for which somebody counts, without looking at all of them."""

    def __init__(self, limits: Sequence[Limit]) -> None:
        self.limits = limits
        self.everybody = [index for index, limit in enumerate(limits) if not limit.field]
        self.by_value: dict[tuple[str, str], list[int]] = {}
        for index, limit in enumerate(limits):
            if limit.field:
                self.by_value.setdefault((limit.field, limit.value), []).append(index)

    def __call__(self, track: str, held: Iterable[tuple[str, str]]) -> tuple[int, ...]:
        """Indexes of the limits that see `held` values in `track`, in order."""
        mine = {*self.everybody, *(index for pair in held for index in self.by_value[pair])}
        return tuple(index for index in sorted(mine) if self.limits[index].track in ("", track))


def system_of(limits: Sequence[Limit], cells: Cells, taken: Sequence[int]) -> Simplex:
    """The limits over the columns, with `taken` people a column already in."""
    members: list[list[int]] = [[] for _ in limits]
    for index, column in enumerate(cells.columns):
        for limit in column.limits:
            members[limit].append(index)
    sums: list[tuple[Sequence[int], int, int]] = [
        (members[index], limit.low, limit.high) for index, limit in enumerate(limits)
    ]
    sums += [(choice, 0, cells.sizes[cell]) for cell, choice in enumerate(cells.choices) if len(choice) > 1]
    return Simplex([(low, cells.sizes[column.cell]) for low, column in zip(taken, cells.columns, strict=True)], sums)
