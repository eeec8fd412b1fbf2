"""What became of people after a program: before and after, who moved up a class, who stopped, who was not reached."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from ikmctl.domain.outcome import Outcome
from ikmctl.engine.legal import umkm_size

State: TypeAlias = Literal["up", "down", "same", "stopped", "unreached", "silent", "unknown"]

WATCHED: Final = ("turnover", "workers", "licences")
"""Fields that every follow-up asks about."""
STEPS: Final = ("meeting", "sample", "contract")
"""Steps of a partnership; the value is the demand line."""
STOPPED: Final = "stopped"
_NO: Final = frozenset(("", "tidak", "no", "belum", "-"))
_SIZES: Final = ("micro", "small", "medium", "large")
MOST_DIGITS: Final = 18
"""Digits of the longest whole number that a file may hold; more are no amount that is known."""
Facts: TypeAlias = Mapping[str, str]


class Followed(Struct, frozen=True):
    """One person before and after. `size` is that of PP 7/2021; what is not known is empty."""

    number: str
    state: State
    size_before: str
    size_after: str
    before: Facts
    after: Facts


class Compared(Struct, frozen=True):
    """One field over everybody: known before, known after, and of those known at both times how they moved."""

    field: str
    before: int
    after: int
    rose: int
    fell: int
    same: int


class FollowUp(Struct, frozen=True):
    """The whole follow-up. `self_declared` of `observations` after the program rest on the person's own word."""

    since: date
    people: tuple[Followed, ...]
    fields: tuple[Compared, ...]
    steps: tuple[tuple[str, str, int], ...]
    """Demand line, step, members."""
    observations: int
    self_declared: int
    lacking: tuple[str, ...]
    """Watched fields of which nothing was heard after the program."""

    def count(self, state: State) -> int:
        """People in one state."""
        return sum(one.state == state for one in self.people)


def follow_up(
    numbers: Iterable[str], outcomes: Sequence[Outcome], registered: Mapping[str, Facts], since: date
) -> FollowUp:
    """Compare before and after.

    Args:
        numbers: the people to follow.
        outcomes: all observations.
        registered: facts at registration, by number; money as a band.
        since: the last day of the program; what was seen on it or earlier is `before`.
    """
    wanted = sorted(set(numbers))
    by_number: dict[str, list[Outcome]] = defaultdict(list)
    for one in sorted(outcomes, key=lambda one: (one.on, one.number, one.field, one.value)):
        by_number[one.number].append(one)
    people = tuple(_person(number, by_number[number], registered.get(number, {}), since) for number in wanted)
    later = [one for number in wanted for one in by_number[number] if one.on > since and one.source != "unreached"]
    heard = {one.field for one in later}
    reached = {(one.value, one.field, one.number) for one in later if one.field in STEPS}
    steps = Counter((line, step) for line, step, _ in reached)
    ordered = sorted(steps, key=lambda key: (key[0], STEPS.index(key[1])))
    return FollowUp(
        since, people, tuple(_compare(name, people) for name in WATCHED),
        tuple((line, step, steps[line, step]) for line, step in ordered),
        len(later), sum(one.source == "self" for one in later), tuple(name for name in WATCHED if name not in heard),
    )  # fmt: skip


def _person(number: str, seen: Sequence[Outcome], registered: Facts, since: date) -> Followed:
    earlier = {one.field: one.value for one in seen if one.on <= since and one.field}
    later = {one.field: one.value for one in seen if one.on > since and one.field}
    before = {**{name: text for name, text in registered.items() if text}, **earlier}
    was, now = _size(before), _size(later)
    return Followed(number, _state(seen, later, was, now, since), was, now, before, later)


def _size(facts: Facts) -> str:
    """Size class by sales, else by capital; a band's lower end stands in the same class as the value."""
    capital, sales = (_whole(facts.get(name, "")) for name in ("capital", "turnover"))
    return umkm_size(capital, sales) or ""


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


def _state(seen: Sequence[Outcome], later: Facts, was: str, now: str, since: date) -> State:
    latest = [one for one in seen if one.on > since]
    if not latest:
        return "silent"
    if later.get(STOPPED, "").casefold() not in _NO:
        return "stopped"
    if latest[-1].source == "unreached":
        return "unreached"
    if not was or not now:
        return "unknown"
    step = _SIZES.index(now) - _SIZES.index(was)
    return "up" if step > 0 else "down" if step < 0 else "same"


def _compare(name: str, people: Collection[Followed]) -> Compared:
    pairs = [(_amount(name, one.before), _amount(name, one.after)) for one in people]
    both = [(was, now) for was, now in pairs if was is not None and now is not None]
    return Compared(
        name, sum(was is not None for was, _ in pairs), sum(now is not None for _, now in pairs),
        sum(now > was for was, now in both), sum(now < was for was, now in both), sum(now == was for was, now in both),
    )  # fmt: skip


def _amount(name: str, facts: Facts) -> int | None:
    """A number to compare: the count of licences, the band of money, workers."""
    text = facts.get(name, "")
    if name == "licences":
        return len({part for part in text.split("|") if part}) if text else None
    return _whole(text)
