"""Ties by place: an order among the tied spreads them over several places, between people of other tracks.

All of a tie may fit together where they share a place and yet not where one of them comes later, because
somebody of another track is asked in between. So every order is tried, people of one cell being alike.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from ikmctl.engine.selection.order import Ranked, Ranking
from ikmctl.engine.selection.room import Room

_MOST = 2000
"""Part orders that are tried; a larger tie counts as open, and a draw settles it."""

_OUT = -1
"""Stands for the column of those who are out in any case, yet take up places."""


def matters(  # noqa: PLR0913  # the tie, and where the walk stands
    tie: Sequence[Ranked],
    possible: Mapping[str, int],
    index: int,
    ranking: Ranking,
    room: Room,
    taken: Collection[str] = (),
) -> bool:
    """Whether some order among people who fit together changes who is selected.

    Args:
        tie: the tied people.
        possible: those of them who can be taken, with their columns; all of these fit together.
        index: where in the order the first of them is asked.
        ranking: the order.
        room: the state before any of them is taken; it is left as it was.
        taken: who is in already, such as by decision, and is not asked again.
    """
    if not ranking.by_place or not _linked(room):
        return False
    between = _between(tie, index, ranking, taken)
    if not any(between) or _all_fit(possible, between, room):
        return False
    counts = Counter(possible.values())
    if len(tie) > len(possible):
        counts[_OUT] = len(tie) - len(possible)
    orders = 1
    for count in counts.values():
        orders *= count + 1
    if orders > _MOST:
        return True
    start = room.mark()
    trial = _Trial(room, between, _expected(room, possible, between))
    changed = trial.differs(counts, 0)
    room.back(start)
    return changed


def _linked(room: Room) -> bool:
    """Whether any rule binds tracks together."""
    cross = any(not limit.track and limit.kind != "seats" for limit in room.limits)
    return cross or any(len(choice) > 1 for choice in room.cells.choices)


def _between(
    tie: Sequence[Ranked], index: int, ranking: Ranking, taken: Collection[str]
) -> list[list[Sequence[Ranked]]]:
    """Blocks of other tracks asked after the first of the tied, after the second, and so on until the last."""
    first = tie[0]
    steps: list[list[Sequence[Ranked]]] = [[] for _ in tie]
    for _, block in ranking.blocks(index):
        one = block[0]
        before = ranking.tracks.index(one.track) < ranking.tracks.index(first.track)
        if one.place - before >= first.place + len(tie) - 1:
            break
        asked = [other for other in block if other.number not in taken]
        if asked and one.track != first.track:
            steps[one.place - first.place - before].append(asked)
    return steps


def _all_fit(possible: Mapping[str, int], between: Sequence[Sequence[Sequence[Ranked]]], room: Room) -> bool:
    """Whether the tied and all who may be asked in between fit together, so that no order can matter."""
    wanted = Counter(possible.values())
    for one in (one for blocks in between for block in blocks for one in block):
        column = room.choice(room.cells.of[one.number])
        if column is not None:
            wanted[column] += 1
    return room.can(wanted)


def _expected(room: Room, possible: Mapping[str, int], between: Sequence[Sequence[Sequence[Ranked]]]) -> dict[str, int]:
    """What becomes of the people in between when all of the tied are taken first."""
    start = room.mark()
    for column in possible.values():
        room.take(column)
    found: dict[str, int] = {}
    for blocks in between:
        for block in blocks:
            found |= _ask(room, block) or {}
    room.back(start)
    return found


def _ask(room: Room, block: Sequence[Ranked]) -> dict[str, int] | None:
    """Take who can be taken of a block; None where its own order decides."""
    wanted = {one.number: column for one in block if (column := room.choice(room.cells.of[one.number])) is not None}
    if not room.can(Counter(wanted.values())):
        return None
    for column in wanted.values():
        room.take(column)
    return wanted


class _Trial:
    """Tries the orders; parts of orders that took the same cells are alike, so each is tried once."""

    def __init__(self, room: Room, between: Sequence[Sequence[Sequence[Ranked]]], expected: Mapping[str, int]) -> None:
        self.room = room
        self.between = between
        self.expected = expected
        self.tried: set[frozenset[tuple[int, int]]] = set()

    def differs(self, left: Counter[int], step: int) -> bool:
        """Whether some order of those left changes the outcome of anybody.

        As long as those in between fare as expected, the rest of the tied can still be taken.
        """
        state = frozenset(left.items())
        if state in self.tried:
            return False
        self.tried.add(state)
        start = self.room.mark()
        for column in left:
            if column != _OUT:
                self.room.take(column)
            rest = left.copy()
            rest[column] -= 1
            if self._others_differ(step) or self.differs(+rest, step + 1):
                return True
            self.room.back(start)
        return False

    def _others_differ(self, step: int) -> bool:
        for block in self.between[step]:
            taken = _ask(self.room, block)
            if taken is None or taken != {
                one.number: self.expected[one.number] for one in block if one.number in self.expected
            }:
                return True
        return False
