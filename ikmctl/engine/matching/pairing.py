"""The pairing itself: the best pair anywhere is made first, as long as both sides have room.

Every line wants the member with the best score for it, every member the line for which its score is best.
Both sides read the same score, so going down all pairs in its order is deferred acceptance with one
possible end: no line and member that both have, or would make, room for each other are left apart.
The order in which lines or members stand in files plays no part.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from ikmctl.domain.match import Pair, Why

Merit: TypeAlias = tuple[int, ...]
_LAST: Final = "~"
"""Sorts after every moment of registration."""


class Offer(Struct, frozen=True):
    """A member who qualifies for a line. `merit` is the score and the criteria that settle ties, smaller first."""

    line: str
    number: str
    key: int
    unit: int
    merit: Merit
    jury: Merit = ()
    """Place in each order of a tie by the panel, the latest first; who is not named comes after those who are."""
    registered_at: str = ""


def _ordered(offers: Iterable[Offer]) -> list[Offer]:
    """Best pair first: merit, the panel's order, the line with fewer candidates, earlier registration, then ids."""
    every = list(offers)
    candidates = Counter(one.line for one in every)
    return sorted(
        every,
        key=lambda one: (
            one.merit, one.jury, candidates[one.line], one.registered_at or _LAST, one.number, one.line,
        ),
    )  # fmt: skip


def pair_up(
    offers: Iterable[Offer], line_room: Mapping[str, int], member_room: Mapping[str, int]
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """The pairs made, and those that wait; best first within each line, lines a to z.

    Args:
        offers: every pair that qualifies.
        line_room: members that each line can take.
        member_room: lines that each member can serve.
    """
    free_lines, free_members = dict(line_room), dict(member_room)
    made: list[Offer] = []
    left: list[Offer] = []
    tied: set[tuple[str, str]] = set()
    for one in _ordered(offers):
        if free_lines[one.line] > 0 and free_members[one.number] > 0:
            free_lines[one.line] -= 1
            free_members[one.number] -= 1
            made.append(one)
        else:
            left.append(one)
            tied |= _equals_in_the_way(one, made, free_lines[one.line] > 0, free_members[one.number] > 0)
    pairs = [_pair(one, Why.TIE if (one.line, one.number) in tied else Why.SCORE) for one in made]
    waiting = [_pair(one, Why.BUSY if free_lines[one.line] else Why.FULL) for one in left]
    return _by_line(pairs), _by_line(waiting)


def _equals_in_the_way(one: Offer, made: Sequence[Offer], line_free: bool, member_free: bool) -> set[tuple[str, str]]:  # noqa: FBT001  # two plain facts
    """Pairs of equal merit without which this one would have been made; none where a better one stands in the way."""
    equals = [other for other in made if other.merit == one.merit]
    at_line = set() if line_free else {(other.line, other.number) for other in equals if other.line == one.line}
    at_member = set() if member_free else {(other.line, other.number) for other in equals if other.number == one.number}
    blocked = (not line_free and not at_line) or (not member_free and not at_member)
    return set() if blocked else at_line | at_member


def _pair(one: Offer, because: Why) -> Pair:
    return Pair(one.line, one.number, one.key, one.unit, because)


def _by_line(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Stable: the order within a line stays."""
    return tuple(sorted(pairs, key=lambda one: one.line))
