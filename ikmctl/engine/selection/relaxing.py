"""The smallest changes of rules that would make a list possible: fewest rules first, then least change.

Nothing is ever relaxed by itself; these are proposals to print. Quotas are not proposed, since seats are money.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.selection import Relaxation
from ikmctl.engine.selection.cells import Cells, system_of
from ikmctl.engine.selection.conflict import conflict, rules_of
from ikmctl.engine.selection.limits import MANY, Limit

_SHOWN: Final = 3
_DEPTH: Final = 3
_TRIES: Final = 300

_Side: TypeAlias = tuple[str, Literal["least", "most"]]
"""A rule and which of its limits gives way."""
_Sides: TypeAlias = frozenset[_Side]


def relaxations(limits: Sequence[Limit], cells: Cells) -> tuple[tuple[Relaxation, ...], ...]:
    """Two or three smallest sets of limits to move so that some list keeps all rules."""
    bench = _Bench(limits, cells)
    found: list[_Sides] = []
    layer = [_Sides()]
    for _ in range(_DEPTH):
        layer = bench.deeper(layer, found)
        if len(found) >= _SHOWN - 1 or bench.tries > _TRIES:
            break
    if not found:
        found = [bench.floors_until_possible()]
    place = {rule: index for index, rule in enumerate(rules_of(limits))}
    ready = (bench.amounts(sorted(sides, key=lambda side: (place[side[0]], side[1]))) for sides in found)
    return tuple(sorted(ready, key=_weight)[:_SHOWN])


def _weight(relaxation: tuple[Relaxation, ...]) -> tuple[int, int, int, str]:
    """Fewest rules, then ceilings before floors, then the least change."""
    floors = sum(one.limit == "least" for one in relaxation)
    return len(relaxation), floors, sum(abs(one.was - one.now) for one in relaxation), str(relaxation)


class _Bench(Struct):
    limits: Sequence[Limit]
    cells: Cells
    tries: int = 0

    def deeper(self, layer: Iterable[_Sides], found: list[_Sides]) -> list[_Sides]:
        """Add one more limit to each set that does not help yet; those that help go to `found`."""
        rest: list[_Sides] = []
        for sides in layer:
            for side in self._sides(self._conflict(sides)):
                wider = sides | {side}
                if wider in rest or side in sides or any(known <= wider for known in found):
                    continue
                (found if self._possible(dict.fromkeys(wider, MANY)) else rest).append(wider)
                if self.tries > _TRIES:
                    return rest
        return rest

    def floors_until_possible(self) -> _Sides:
        """Give up the floors of one conflict after another; with none left every list is possible."""
        sides = _Sides()
        while not self._possible(dict.fromkeys(sides, MANY)):
            floors = [side for side in self._sides(self._conflict(sides)) if side[1] == "least" and side not in sides]
            sides |= {floors[0]}
        return sides

    def amounts(self, sides: Sequence[_Side]) -> tuple[Relaxation, ...]:
        """How far each limit must move, one after the other as little as possible."""
        steps = dict.fromkeys(sides, MANY)
        for side in sides:
            low, high = 0, self._whole(side)
            while low < high:
                middle = (low + high) // 2
                if self._possible({**steps, side: middle}):
                    high = middle
                else:
                    low = middle + 1
            steps[side] = low
        return tuple(self._relaxation(side, step) for side, step in steps.items() if step)

    def _whole(self, side: _Side) -> int:
        """The largest change that can mean anything."""
        if side[1] == "least":
            return max(limit.low for limit in self._of(side))
        return len(self.cells.of)

    def _relaxation(self, side: _Side, step: int) -> Relaxation:
        rule, limit = side
        if limit == "least":
            was = max(one.low for one in self._of(side))
            return Relaxation(rule, limit, was, was - step)
        was = min(one.high for one in self._of(side))
        return Relaxation(rule, limit, was, was + step)

    def _of(self, side: _Side) -> list[Limit]:
        return [limit for limit in self.limits if limit.rule == side[0]]

    def _sides(self, rules: Iterable[str]) -> Iterable[_Side]:
        for rule in rules:
            own = [limit for limit in self.limits if limit.rule == rule]
            if any(limit.high < MANY and limit.kind != "track" for limit in own):
                yield rule, "most"
            if any(limit.low > 0 for limit in own):
                yield rule, "least"

    def _relaxed(self, steps: dict[_Side, int]) -> list[Limit]:
        return [
            replace(
                limit,
                low=max(0, limit.low - steps.get((limit.rule, "least"), 0)),
                high=min(MANY, limit.high + steps.get((limit.rule, "most"), 0)),
            )
            for limit in self.limits
        ]

    def _possible(self, steps: dict[_Side, int]) -> bool:
        self.tries += 1
        return system_of(self._relaxed(steps), self.cells, [0] * len(self.cells.columns)).solve() is True

    def _conflict(self, sides: _Sides) -> tuple[str, ...]:
        relaxed = self._relaxed(dict.fromkeys(sides, MANY))
        return conflict(relaxed, self.cells, [0] * len(self.cells.columns), 0)
