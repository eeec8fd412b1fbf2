"""Which rules together make something impossible: a smallest set, found by leaving out one at a time."""

from collections.abc import Iterable, Sequence

from ikmctl.engine.selection.cells import Cells, system_of
from ikmctl.engine.selection.limits import MANY, Limit


def rules_of(limits: Iterable[Limit]) -> tuple[str, ...]:
    """The authored rules behind the limits, each once, in order."""
    return tuple(dict.fromkeys(limit.rule for limit in limits if limit.kind != "seats"))


def conflict(limits: Sequence[Limit], cells: Cells, taken: Sequence[int], seats: int) -> tuple[str, ...]:
    """A minimal set of rules under which `taken` cannot grow to `seats` people.

    Every rule in the answer is needed: without any one of them the others can be kept.
    """
    system = system_of(limits, cells, taken)
    first = len(cells.columns)
    system.bound(first, seats, MANY)
    needed = []
    for rule in rules_of(limits):
        own = [index for index, limit in enumerate(limits) if limit.rule == rule]
        for index in own:
            system.bound(first + index, 0, MANY)
        if system.solve() is not False:
            needed.append(rule)
            for index in own:
                system.bound(first + index, limits[index].low, limits[index].high)
    return tuple(needed)
