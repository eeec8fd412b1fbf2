"""The strict merit walk: down the order, take each person unless the rules would become impossible."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from ikmctl.engine.selection.interleaving import matters
from ikmctl.engine.selection.order import Ranked, Ranking
from ikmctl.engine.selection.room import Room


class Open(Struct, frozen=True):
    """A tie that nothing has settled yet, though it decides who is selected."""

    track: str
    seats: int
    among: tuple[str, ...]


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
    for index, block in enumerate(ranking.blocks):
        free = [one for one in block if one.number not in forced]
        if free:
            _block(free, index, ranking, room, steps)
        if steps.open:
            steps.stopped = index
        if steps.open or room.full:
            break
    return steps


def _block(block: Sequence[Ranked], index: int, ranking: Ranking, room: Room, steps: Steps) -> None:
    tie = [one for one in ranking.ties[block[0].tie] if one.number not in steps.taken]
    if steps.reasons and len(tie) > len(block) and block[0].tie not in steps.contested:
        possible = possible_of(tie, room)
        decides = _decides(ranking.ties[block[0].tie], possible, index, ranking, room)
        steps.contested[block[0].tie] = frozenset(possible if decides else ())
    if len(block) == 1:
        _one(block[0], tie, room, steps)
        return
    possible = possible_of(block, room)
    if _decides(ranking.blocks[index], possible, index, ranking, room):
        steps.open = Open(block[0].track, _seats(possible, room), tuple(sorted(possible)))
        return
    for number, column in possible.items():
        room.take(column)
        steps.taken[number] = column


def _decides(tie: Sequence[Ranked], possible: Mapping[str, int], index: int, ranking: Ranking, room: Room) -> bool:
    """Whether some order of a tie changes who is selected."""
    if not possible:
        return False
    return not room.can(Counter(possible.values())) or matters(tie, possible, index, ranking, room)


def _one(one: Ranked, tie: Sequence[Ranked], room: Room, steps: Steps) -> None:
    column = room.choice(room.cells.of[one.number])
    if column is None:
        return
    room.take(column)
    steps.taken[one.number] = column
    if one.number in steps.contested.get(one.tie, ()):
        alone = all(other.jury != one.jury for other in tie if other != one)
        steps.settled[one.number] = "decision" if alone else "draw"


def possible_of(people: Sequence[Ranked], room: Room) -> dict[str, int]:
    """The column that each could be taken into alone, by number; the others are out in any case."""
    found: dict[str, int] = {}
    for one in sorted(people, key=lambda one: one.number):
        column = room.choice(room.cells.of[one.number])
        if column is not None:
            found[one.number] = column
    return found


def _seats(possible: Mapping[str, int], room: Room) -> int:
    """How many of an open tie can be taken, asked in the order of their numbers."""
    wanted: Counter[int] = Counter()
    for column in possible.values():
        if room.can(wanted + Counter([column])):
            wanted[column] += 1
    return wanted.total()
