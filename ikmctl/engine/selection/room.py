"""The seats still to be given: may this person be taken without making the rules impossible?

People alike in everything that the rules can see are one cell. A column is a cell placed in one track.
The simplex holds one variable a column, its lower bound what has been taken; its present values are a
complete list that keeps every rule, so a person of a cell with a place in that list is taken at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ikmctl.domain.participant import Participant
from ikmctl.engine.selection.limits import Choices, Limit, values_of
from ikmctl.engine.selection.simplex import NODES, Simplex


@dataclass(frozen=True, slots=True)
class Mark:
    """A state of a room, to come back to."""

    taken: tuple[int, ...]
    have: tuple[int, ...]
    closed: tuple[bool, ...]


class Undecidable(Exception):  # noqa: N818  # a name for a state of the search, caught where `select` begins
    """The exact search passed its limit, so neither yes nor no is known."""


@dataclass(frozen=True, slots=True)
class Column:
    """A cell placed in a track, with the limits (by index) for which its members count."""

    cell: int
    track: str
    limits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cells:
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
    index: dict[_Sign, int] = {}
    raw: dict[tuple[object, ...], int] = {}
    of: dict[str, int] = {}
    sizes: list[int] = []
    for number, tracks in choices.items():
        one = pool[number]
        facts = (tracks, *[one.fact(name) for name in fields])
        cell = raw.get(facts)
        if cell is None:
            values = [tuple(value for value in values_of(one, name) if value in named[name]) for name in fields]
            cell = raw[facts] = index.setdefault((tracks, *values), len(index))
            if cell == len(sizes):
                sizes.append(0)
        of[number] = cell
        sizes[cell] += 1
    columns: list[Column] = []
    by_cell: list[tuple[int, ...]] = []
    for cell, (tracks, *values) in enumerate(index):
        held = {(field, value) for field, several in zip(fields, values, strict=True) for value in several}
        by_cell.append(tuple(range(len(columns), len(columns) + len(tracks))))
        columns += [Column(cell, track, _members(limits, track, held)) for track in tracks]
    return Cells(of, sizes, columns, by_cell)


def _members(limits: Sequence[Limit], track: str, held: set[tuple[str, str]]) -> tuple[int, ...]:
    return tuple(
        index
        for index, limit in enumerate(limits)
        if limit.track in ("", track) and (not limit.field or (limit.field, limit.value) in held)
    )


class Room:
    """The state of a walk: what is taken, and whether more can be."""

    def __init__(self, limits: Sequence[Limit], cells: Cells, nodes: int = NODES) -> None:
        """Set up an empty list under `limits`."""
        self.limits = limits
        self.cells = cells
        self.nodes = nodes
        self.taken = [0] * len(cells.columns)
        self.have = [0] * len(limits)
        self.closed = [False] * len(cells.columns)
        members: list[list[int]] = [[] for _ in limits]
        for index, column in enumerate(cells.columns):
            for limit in column.limits:
                members[limit].append(index)
        sums: list[tuple[Sequence[int], int, int]] = [
            (members[index], limit.low, limit.high) for index, limit in enumerate(limits)
        ]
        sums += [(choice, 0, cells.sizes[cell]) for cell, choice in enumerate(cells.choices) if len(choice) > 1]
        self._most = [cells.sizes[column.cell] for column in cells.columns]
        self._system = Simplex([(0, most) for most in self._most], sums)
        self._seats = len(cells.columns)

    def fill(self, most: int) -> int | None:
        """Fix the number of seats at the most that can be filled; None where no list keeps the rules."""
        low, high = -1, most
        if self._reach(most):
            low = most
        while low < high:
            middle = (low + high + 1) // 2
            if self._reach(middle):
                low = middle
            else:
                high = middle - 1
        if low < 0:
            return None
        self._system.bound(self._seats, low, low)
        self._ask()
        return low

    def _reach(self, seats: int) -> bool:
        self._system.bound(self._seats, seats, self.limits[0].high)
        return self._ask()

    def _ask(self) -> bool:
        answer = self._system.solve(self.nodes)
        if answer is None:
            raise Undecidable
        return answer

    def can(self, wanted: Mapping[int, int]) -> bool:
        """Whether so many more of these columns can be taken together."""
        system = self._system
        if any(self.taken[column] + more > self._most[column] for column, more in wanted.items()):
            return False
        if all(system.value[column] >= self.taken[column] + more for column, more in wanted.items()):
            return True
        if any(self._full(column) for column in wanted):
            return False
        for column, more in wanted.items():
            system.bound(column, self.taken[column] + more, system.upper[column])
        answer = system.solve(self.nodes)
        for column in wanted:
            system.bound(column, self.taken[column], system.upper[column])
        if answer is None:
            raise Undecidable
        if not answer:
            system.recall()
        return answer

    def _full(self, column: int) -> bool:
        return any(self.have[limit] >= self.limits[limit].high for limit in self.cells.columns[column].limits)

    def choice(self, cell: int) -> int | None:
        """The first column of a cell in which one more can be taken; those before it are closed for good."""
        for column in self.cells.choices[cell]:
            if self.closed[column]:
                continue
            if self.can({column: 1}):
                return column
            self.close(column)
        return None

    def take(self, column: int) -> None:
        """Take one person of a column, which `can` has said to be possible."""
        self.taken[column] += 1
        for limit in self.cells.columns[column].limits:
            self.have[limit] += 1
        known = self._system.value[column] >= self.taken[column]
        self._system.bound(column, self.taken[column], self._system.upper[column])
        if not known:
            self._ask()

    def close(self, column: int) -> None:
        """Take nobody more of a column: what is impossible now stays so."""
        self.closed[column] = True
        self._system.bound(column, self.taken[column], self.taken[column])

    def mark(self) -> Mark:
        """The present state."""
        return Mark(tuple(self.taken), tuple(self.have), tuple(self.closed))

    def back(self, mark: Mark) -> None:
        """Return to an earlier state; a complete list that was possible then is found again."""
        self.taken, self.have, self.closed = list(mark.taken), list(mark.have), list(mark.closed)
        for column, taken in enumerate(self.taken):
            self._system.bound(column, taken, taken if self.closed[column] else self._most[column])
        self._ask()
