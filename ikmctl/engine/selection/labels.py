"""Many shared labels: households and businesses of which only so many may be selected.

Everybody who shares a label is a cell of their own, so a large pool with households has thousands of cells.
Labels hardly ever decide what is possible, though. So the question is asked without them first, over few
cells: a no is a no. A yes stands if the list behind it can be filled with people whose labels do not clash,
found by counting; only where that fails is the whole system asked, labels and all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from ikmctl.engine.selection.cells import Cells, Column
from ikmctl.engine.selection.limits import Limit
from ikmctl.engine.selection.room import Mark, Room


def room_for(limits: Sequence[Limit], cells: Cells) -> Room:
    """A room that suits the limits; either gives the same answers."""
    labels = any(limit.kind == "label" for limit in limits)
    return LabelRoom(limits, cells) if labels else Room(limits, cells)


class LabelRoom(Room):
    """A room that asks without labels first."""

    def __init__(self, limits: Sequence[Limit], cells: Cells) -> None:
        """Set up an empty list; `plain` is the same pool as the rules without labels see it."""
        super().__init__((), Cells(cells.of, (), (), ()))
        self.limits, self.cells = limits, cells
        self.labels = {index for index, limit in enumerate(limits) if limit.kind == "label"}
        self.labels_of = [[limit for limit in column.limits if limit in self.labels] for column in cells.columns]
        self.column_of: list[int] = []
        self.plain = Room([limit for limit in limits if limit.kind != "label"], self._without_labels())
        self.members: list[list[int]] = [[] for _ in self.plain.cells.columns]
        for column, plain in enumerate(self.column_of):
            self.members[plain].append(column)
        for several in self.members:
            several.sort(key=lambda column: (len(self.labels_of[column]), column))
        self.taken = [0] * len(cells.columns)
        self.have = [0] * len(limits)
        self.closed = [False] * len(cells.columns)
        self._exact: Room | None = None

    def _without_labels(self) -> Cells:
        """Cells as the other limits see them; labels stand last among the limits, so indexes stay."""
        index: dict[tuple[tuple[str, tuple[int, ...]], ...], int] = {}
        sizes: list[int] = []
        columns: list[Column] = []
        choices: list[tuple[int, ...]] = []
        for cell, choice in enumerate(self.cells.choices):
            seen = [self.cells.columns[column] for column in choice]
            bare = [tuple(limit for limit in one.limits if limit not in self.labels) for one in seen]
            sign = tuple((one.track, limits) for one, limits in zip(seen, bare, strict=True))
            place = index.setdefault(sign, len(index))
            if place == len(sizes):
                sizes.append(0)
                choices.append(tuple(range(len(columns), len(columns) + len(sign))))
                columns += [Column(place, track, limits) for track, limits in sign]
            sizes[place] += self.cells.sizes[cell]
            self.column_of += choices[place]
        return Cells({}, sizes, columns, choices)

    def fill(self, most: int) -> int | None:
        """Fix the number of seats at the most that can be filled; None where no list keeps the rules."""
        seats = self.plain.fill(most)
        if seats is not None and not self._fits({}):
            seats = self._ask_whole().fill(seats)
        if seats is not None:
            self.fix(seats)
        return seats

    def fix(self, seats: int) -> None:
        """Ask from now on for exactly so many seats, which is known to be possible."""
        self.seats = seats
        self.plain.fix(seats)

    def can(self, wanted: Mapping[int, int]) -> bool:
        """Whether so many more of these columns can be taken together; they are people not taken yet."""
        plain, labels = Counter[int](), Counter[int]()
        for column, more in wanted.items():
            plain[self.column_of[column]] += more
            labels.update(dict.fromkeys(self.labels_of[column], more))
        if any(self.have[label] + more > self.limits[label].high for label, more in labels.items()):
            return False
        if not self.plain.can(plain):
            self._close_alike(wanted)
            return False
        return self._fits(wanted) or self._ask_whole().can(wanted)

    def _close_alike(self, wanted: Mapping[int, int]) -> None:
        """One more of a plain column is impossible, so it is for everybody in it."""
        if sum(wanted.values()) == 1:
            plain = self.column_of[next(iter(wanted))]
            self.plain.close(plain)
            for column in self.members[plain]:
                self.close(column)

    def _fits(self, wanted: Mapping[int, int]) -> bool:
        """Whether the list without labels can be filled, after `wanted`, with people whose labels do not clash."""
        cells, labels = Counter[int](), Counter[int]()
        need = self.plain.planned()
        for column, more in wanted.items():
            cells[self.cells.columns[column].cell] += more
            labels.update(dict.fromkeys(self.labels_of[column], more))
            need[self.column_of[column]] -= more
        return all(self._filled(plain, more, cells, labels) for plain, more in enumerate(need) if more)

    def _filled(self, plain: int, more: int, cells: Counter[int], labels: Counter[int]) -> bool:
        """Take `more` people of a plain column, those without labels first; note cells and labels used up."""
        for column in self.members[plain]:
            if self.closed[column]:
                continue
            cell = self.cells.columns[column].cell
            mine = self.labels_of[column]
            used = sum([self.taken[other] for other in self.cells.choices[cell]]) + cells[cell]
            here = min(more, self.cells.sizes[cell] - used)
            for label in mine:
                here = min(here, self.limits[label].high - self.have[label] - labels[label])
            cells[cell] += here
            for label in mine:
                labels[label] += here
            more -= here
            if not more:
                return True
        return False

    def _ask_whole(self) -> Room:
        """The whole system, brought to the present state."""
        if self._exact is None:
            self._exact = Room(self.limits, self.cells)
            self._exact.fix(self.seats)
        self._exact.back(self.mark())
        return self._exact

    def take(self, column: int) -> None:
        """Take one person of a column, which `can` has said to be possible."""
        self.taken[column] += 1
        for limit in self.cells.columns[column].limits:
            self.have[limit] += 1
        self.plain.take(self.column_of[column])

    def close(self, column: int) -> None:
        """Take nobody more of a column: what is impossible now stays so."""
        self.closed[column] = True

    def back(self, mark: Mark) -> None:
        """Return to an earlier state."""
        self.taken, self.have, self.closed = list(mark.taken), list(mark.have), list(mark.closed)
        taken = [0] * len(self.members)
        for column, count in enumerate(self.taken):
            taken[self.column_of[column]] += count
        closed = [all(self.closed[column] for column in several) for several in self.members]
        self.plain.back(Mark(tuple(taken), tuple(self.have), tuple(closed)))
