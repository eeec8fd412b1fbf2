"""The reserve list: the same order with the selected frozen, and for which seats each may stand in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct, field

from ikmctl.domain.participant import Participant
from ikmctl.engine.selection.cells import Cells, Column
from ikmctl.engine.selection.limits import Limit
from ikmctl.engine.selection.order import Ranked, Ranking

ANY = "any"


class Waiting(Struct):
    """Reserves in order, by number: track and seats. `open` are ties inside the list, `unsettled` those it cut off."""

    listed: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    open: list[tuple[str, int, tuple[str, ...]]] = field(default_factory=list)
    unsettled: set[str] = field(default_factory=set)


class StandIns:
    """Answers for which seats of a complete list a person of a column may stand in."""

    def __init__(
        self, limits: Sequence[Limit], cells: Cells, taken: Mapping[str, int], pool: Mapping[str, Participant]
    ) -> None:
        """Count the complete list `taken` (number -> column)."""
        self.limits = limits
        self.cells = cells
        self.pool = pool
        self.have = [0] * len(limits)
        self.seats: dict[int, list[str]] = {}
        for number, column in taken.items():
            self.seats.setdefault(column, []).append(number)
            for limit in cells.columns[column].limits:
                self.have[limit] += 1
        self._kept: dict[int, tuple[str, ...]] = {}

    def seats_for(self, column: int) -> tuple[str, ...]:
        """What to print: `any`, the values a seat must have, or the numbers of those replaced; empty: none."""
        if column not in self._kept:
            self._kept[column] = self._describe(self.cells.columns[column])
        return self._kept[column]

    def _describe(self, new: Column) -> tuple[str, ...]:
        columns = [seat for seat in self.seats if self.cells.columns[seat].track == new.track]
        fitting = [seat for seat in columns if self._fits(new, self.cells.columns[seat])]
        if len(fitting) == len(columns):
            return (ANY,) if fitting else ()
        whole = self._numbers(columns)
        fit = self._numbers(fitting)
        for named in self._narrowings(fit, whole):
            meant = {one for one in whole if all(self._value(one, name) in values for name, values in named.items())}
            if meant == fit:
                return tuple(f"{name} {value}" for name, values in named.items() for value in sorted(values))
        return tuple(sorted(fit))

    def _fits(self, new: Column, old: Column) -> bool:
        more, less = set(new.limits) - set(old.limits), set(old.limits) - set(new.limits)
        return all(self.have[one] < self.limits[one].high for one in more) and all(
            self.have[one] > self.limits[one].low for one in less
        )

    def _numbers(self, columns: Iterable[int]) -> set[str]:
        return {number for seat in columns for number in self.seats[seat]}

    def _narrowings(self, fit: set[str], whole: set[str]) -> Iterable[dict[str, set[str]]]:
        """Values that may tell the fitting seats from the others: by as few columns of facts as will do."""
        found: dict[str, set[str]] = {}
        for name in dict.fromkeys(limit.field for limit in self.limits if limit.kind in ("balance", "group")):
            values = {self._value(one, name) for one in fit}
            if "" not in values and values != {self._value(one, name) for one in whole}:
                found[name] = values
        for size in range(1, len(found) + 1):
            for names in combinations(found, size):
                yield {name: found[name] for name in names}

    def _value(self, number: str, name: str) -> str:
        return self.pool[number].fact(name) or ""


def wait(ranking: Ranking, stand_ins: StandIns, selected: Collection[str], places: Mapping[str, int]) -> Waiting:
    """Fill the reserve lists (`places`: track -> length) down the order."""
    waiting = Waiting()
    left = dict(places)
    for _, block in ranking.blocks():
        found: dict[str, list[tuple[Ranked, tuple[str, ...]]]] = {}
        for one in block:
            if one.number not in selected:
                for column in stand_ins.cells.choices[stand_ins.cells.of[one.number]]:
                    track = stand_ins.cells.columns[column].track
                    seats = stand_ins.seats_for(column) if left.get(track) else ()
                    if seats:
                        found.setdefault(track, []).append((one, seats))
                        break
        for track, people in found.items():
            _list(waiting, track, people, left)
        if not any(left.values()):
            break
    return waiting


def _list(waiting: Waiting, track: str, people: Sequence[tuple[Ranked, tuple[str, ...]]], left: dict[str, int]) -> None:
    numbers = tuple(one.number for one, _ in people)
    if len(people) > 1:
        waiting.open.append((track, min(left[track], len(people)), numbers))
    if len(people) > left[track]:
        waiting.unsettled.update(numbers)
        left[track] = 0
        return
    for one, seats in people:
        waiting.listed[one.number] = (track, seats)
    left[track] -= len(people)
