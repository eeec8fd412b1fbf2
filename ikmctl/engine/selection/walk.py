"""The strict merit walk: down the order, take each person unless the rules would become impossible."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from ikmctl.engine.selection.interleaving import matters
from ikmctl.engine.selection.order import Ranked, Ranking
from ikmctl.engine.selection.room import Room


class Open(Struct, frozen=True):
    """A tie that nothing has settled yet, though it decides who is selected; `track` is where the first would sit.

    `able` are those `among` whom it may select; others count where their place in it decides when these are asked.
    """

    track: str
    seats: int
    among: tuple[str, ...]
    able: tuple[str, ...]


class Steps(Struct):
    """What a walk did: `taken` maps number to column in order; `contested` ties were settled by jury or draw."""

    taken: dict[str, int] = field(default_factory=dict)
    contested: dict[int, frozenset[str]] = field(default_factory=dict)
    settled: dict[str, Literal["decision", "draw"]] = field(default_factory=dict)
    open: Open | None = None
    stopped: int | None = None
    reasons: bool = True


def walk(ranking: Ranking, room: Room, forced: Mapping[str, int], *, reasons: bool = True) -> Steps:
    """Walk until every seat is taken, or an open tie stops it.

    Args:
        ranking: the order.
        room: the seats, with `forced` people in already.
        forced: who is in by decision.
        reasons: whether to find out which ties jury or draw settled; it changes nobody's result.
    """
    steps = Steps(dict(forced), reasons=reasons)
    for index, block in ranking.blocks():
        free = [one for one in block if one.number not in forced]
        if free:
            _block(free, index, ranking, room, steps)
        if steps.open:
            steps.stopped = index
        if steps.open or room.full:
            break
    return steps


def _block(free: Sequence[Ranked], index: int, ranking: Ranking, room: Room, steps: Steps) -> None:
    tie = free[0].tie
    if steps.reasons and tie and tie not in steps.contested:
        steps.contested[tie] = _contested(free, index, ranking, room, steps)
    _, block = next(ranking.blocks(index))
    possible = possible_of(free, room) if len(block) > 1 else {}
    if _decides(block, possible, index, ranking, room, steps.taken):
        track = room.cells.columns[next(iter(possible.values()))].track
        among = possible if not room.can(Counter(possible.values())) else [one.number for one in free]
        steps.open = Open(track, _seats(possible, room), tuple(among), tuple(possible))
        return
    if len(free) == 1:
        _one(free[0], ranking, room, steps)
        return
    for number, column in possible.items():
        room.take(column)
        steps.taken[number] = column


def _contested(free: Sequence[Ranked], index: int, ranking: Ranking, room: Room, steps: Steps) -> frozenset[str]:
    """Who could be taken of a tie that jury or draw has put in order, where that decides who is selected."""
    tie = ranking.ties[free[0].tie]
    left = [one for one in tie if one.number not in steps.taken]
    possible = possible_of(left, room) if len(left) > len(free) else {}
    return frozenset(possible if _decides(tie, possible, index, ranking, room, steps.taken) else ())


def _decides(  # noqa: PLR0913  # the tie, and where the walk stands
    tie: Sequence[Ranked],
    possible: Mapping[str, int],
    index: int,
    ranking: Ranking,
    room: Room,
    taken: Collection[str],
) -> bool:
    """Whether some order of a tie changes who is selected; those of it who are in by decision take up places."""
    if not possible:
        return False
    return not room.can(Counter(possible.values())) or matters(tie, possible, index, ranking, room, taken)


def _one(one: Ranked, ranking: Ranking, room: Room, steps: Steps) -> None:
    column = room.choice(room.cells.of[one.number])
    if column is None:
        return
    room.take(column)
    steps.taken[one.number] = column
    if one.number in steps.contested.get(one.tie, ()):
        # from the end, where those not taken yet are
        left = (other for other in reversed(ranking.ties[one.tie]) if other.number not in steps.taken)
        steps.settled[one.number] = "decision" if all(other.jury != one.jury for other in left) else "draw"


def possible_of(people: Iterable[Ranked], room: Room) -> dict[str, int]:
    """The column that each could be taken into alone, by number; the others are out in any case."""
    of = room.cells.of
    numbers = [one.number for one in people]
    columns = {cell: room.choice(cell) for cell in dict.fromkeys(of[number] for number in numbers)}
    found = ((number, columns[of[number]]) for number in numbers)
    return {number: column for number, column in found if column is not None}


def _seats(possible: Mapping[str, int], room: Room) -> int:
    """How many of an open tie can be taken, asked in the order of their numbers; the walk ends here."""
    before = room.have[0]
    for column in possible.values():
        if room.full:
            break
        if not room.closed[column] and room.can({column: 1}):
            room.take(column)
        else:
            room.close(column)
    return room.have[0] - before
