"""The seats still to be given: may this person be taken without making the rules impossible?

The simplex holds one variable a column, its lower bound what has been taken; its present values are a
complete list that keeps every rule, so a person of a cell with a place in that list is taken at once.
"""

from bisect import bisect
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ikmctl.engine.selection.cells import Cells, system_of
from ikmctl.engine.selection.limits import Limit
from ikmctl.engine.selection.simplex import NODES


class Mark(Struct, frozen=True):
    """A state of a room, to come back to."""

    taken: tuple[int, ...]
    have: tuple[int, ...]
    closed: tuple[bool, ...]


class Undecidable(Exception):  # noqa: N818  # a name for a state of the search, caught where `select` begins
    """The exact search passed its limit, so neither yes nor no is known."""


class Room:
    """The state of a walk: what is taken, and whether more can be."""

    def __init__(self, limits: Sequence[Limit], cells: Cells, nodes: int = NODES) -> None:
        """Set up an empty list under `limits`; `seats` is F once it is known."""
        self.limits = limits
        self.cells = cells
        self.nodes = nodes
        self.taken = [0] * len(cells.columns)
        self.have = [0] * len(limits)
        self.closed = [False] * len(cells.columns)
        self.seats = 0
        self._most = [cells.sizes[column.cell] for column in cells.columns]
        self._whole = len(cells.columns)
        self._system = system_of(limits, cells, self.taken)

    def fill(self, most: int) -> int | None:
        """Fix the number of seats at the most that can be filled; None where no list keeps the rules."""
        seats = most if self._reach(most) else bisect(range(most), 0, key=lambda fewer: not self._reach(fewer)) - 1
        if seats < 0:
            return None
        self.fix(seats)
        return seats

    def fix(self, seats: int) -> None:
        """Ask from now on for exactly so many seats, which is known to be possible."""
        self.seats = seats
        self._system.bound(self._whole, seats, seats)
        self._ask()

    def planned(self) -> list[int]:
        """How many more of each column the list holds that was found last."""
        return [int(value) - taken for value, taken in zip(self._system.value, self.taken, strict=False)]

    def _reach(self, seats: int) -> bool:
        self._system.bound(self._whole, seats, self.limits[0].high)
        return self._ask()

    def _ask(self) -> bool:
        answer = self._system.solve(self.nodes)
        if answer is None:
            raise Undecidable
        return answer

    def can(self, wanted: Mapping[int, int]) -> bool:
        """Whether so many more of these columns can be taken together; they are people not taken yet."""
        system = self._system
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

    @property
    def full(self) -> bool:
        """Whether nobody more can be taken: what was taken can always be completed, so no seat is left."""
        return self.have[0] == self.seats

    def mark(self) -> Mark:
        """The present state."""
        return Mark(tuple(self.taken), tuple(self.have), tuple(self.closed))

    def back(self, mark: Mark) -> None:
        """Return to an earlier state; a complete list that was possible then is found again."""
        self.taken, self.have, self.closed = list(mark.taken), list(mark.have), list(mark.closed)
        for column, taken in enumerate(self.taken):
            self._system.bound(column, taken, taken if self.closed[column] else self._most[column])
        self._ask()
