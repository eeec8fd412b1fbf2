"""People alike in everything that the rules can see are one cell; a column is a cell placed in one track."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from ikmctl.domain.participant import Participant, facts_of
from ikmctl.engine.selection.limits import Choices, Limit
from ikmctl.engine.selection.simplex import Simplex


class Column(Struct, frozen=True, gc=False):
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
    signs = zip(choices.values(), *(_values(pool, choices, name, limits) for name in fields), strict=True)
    index: dict[_Sign, int] = {}
    of: dict[str, int] = {}
    sizes: list[int] = []
    for number, sign in zip(choices, signs, strict=True):
        cell = of[number] = index.setdefault(sign, len(index))
        if cell == len(sizes):
            sizes.append(0)
        sizes[cell] += 1
    seen = _Seen(limits, fields)
    columns: list[Column] = []
    by_cell: list[tuple[int, ...]] = []
    for cell, (tracks, *values) in enumerate(index):
        by_cell.append(tuple(range(len(columns), len(columns) + len(tracks))))
        columns += [Column(cell, track, seen(track, values)) for track in tracks]
    return Cells(of, sizes, columns, by_cell)


def _values(
    pool: Mapping[str, Participant], choices: Choices, field: str, limits: Sequence[Limit]
) -> Iterator[tuple[str, ...]]:
    """The values of each member in one column of facts, as far as some limit names them."""
    named = {limit.value for limit in limits if limit.field == field}
    known: dict[str | None, tuple[str, ...]] = {None: ()}
    for fact in facts_of((pool[number] for number in choices), field):
        values = known.get(fact)
        if values is None:
            values = known[fact] = tuple(value for value in (fact or "").split("|") if value in named)
        yield values


class _Seen:
    """Tells the limits for which somebody counts, without looking at all of them."""

    def __init__(self, limits: Sequence[Limit], fields: Sequence[str]) -> None:
        """Look over the limits; `fields` are the columns of facts that they name, those of labels alone last."""
        self.limits = limits
        self.fields = fields
        self.plain = len({limit.field for limit in limits if limit.field and limit.kind != "label"})
        self.everybody = [index for index, limit in enumerate(limits) if not limit.field]
        self.by_value: dict[tuple[str, str], list[int]] = {}
        for index, limit in enumerate(limits):
            if limit.field:
                self.by_value.setdefault((limit.field, limit.value), []).append(index)
        self._known: dict[tuple[object, ...], tuple[int, ...]] = {}

    def __call__(self, track: str, values: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
        """Indexes of the limits that see `values`, column by column, in `track`, in order."""
        sign = (track, *values[: self.plain])
        plain = self._known.get(sign)
        if plain is None:
            mine = {*self.everybody, *self._named(self.fields, values[: self.plain])}
            plain = self._known[sign] = tuple(
                index for index in sorted(mine) if self.limits[index].track in ("", track)
            )
        labels = list(self._named(self.fields[self.plain :], values[self.plain :]))
        return tuple(sorted({*plain, *labels})) if labels else plain

    def _named(self, fields: Iterable[str], values: Iterable[tuple[str, ...]]) -> Iterator[int]:
        for field, several in zip(fields, values, strict=False):
            for value in several:
                yield from self.by_value[field, value]


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
