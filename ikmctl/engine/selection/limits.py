"""The hard rules of a selection as limits in whole numbers: who counts, at least, at most."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from math import ceil, floor
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.participant import Participant, facts_of
from ikmctl.domain.program import Balance, EachRange, Program, QuotaRange, Stage

Kind: TypeAlias = Literal["seats", "track", "balance", "group", "label"]
Choices: TypeAlias = Mapping[str, tuple[str, ...]]
"""The tracks that each pool member may be placed in, first choice first."""

MANY: Final = 10**9
"""An upper limit that nothing reaches."""

GENDERS: Final = ("female", "male")
"""Both values of the column `gender`: a rule on each value speaks of both, whoever applied."""


class Limit(Struct, frozen=True, gc=False):
    """At least `low` and at most `high` of those selected into `track` (empty: any) with `field` = `value`.

    `name` is what reasons print; `rule` names the authored rule it comes from, all its values together.
    """

    kind: Kind
    name: str
    rule: str
    track: str = ""
    field: str = ""
    value: str = ""
    low: int = 0
    high: int = MANY

    def holds(self, one: Participant, track: str) -> bool:
        """Whether `one`, selected into `track`, counts for this limit."""
        if self.track not in ("", track):
            return False
        return not self.field or self.value in values_of(one, self.field)


class Seats(Struct, frozen=True):
    """What is to be filled: ceilings and floors by track, and the base of shares."""

    ceilings: Mapping[str, int]
    floors: Mapping[str, int]
    base: int
    bases: Mapping[str, int]


def values_of(one: Participant, field: str) -> tuple[str, ...]:
    """The values of a participant in a column; a column of several words gives each."""
    fact = one.fact(field)
    return tuple(fact.split("|")) if fact else ()


def seats_of(program: Program, stage: Stage, choices: Choices, per_track: int | None) -> Seats:
    """Ceilings and floors of the tracks, and E, the base of all shares."""
    wanting = {track.id: 0 for track in program.all_tracks}
    for tracks in choices.values():
        for track in tracks:
            wanting[track] += 1
    quotas = {track.id: _quota(program.quota_of(stage, track), per_track) for track in program.all_tracks}
    ceilings = {name: wanting[name] if quota.max is None else quota.max for name, quota in quotas.items()}
    bases = {name: min(ceilings[name], wanting[name]) for name in wanting}
    floors = {name: quota.min for name, quota in quotas.items()}
    return Seats(ceilings, floors, min(sum(bases.values()), len(choices)), bases)


def _quota(quota: QuotaRange, per_track: int | None) -> QuotaRange:
    return quota if per_track is None else QuotaRange(min=min(quota.min, per_track), max=per_track)


def limits_of(  # noqa: PLR0913  # all that binds a list
    program: Program,
    stage: Stage,
    pool: Sequence[Participant],
    seats: Seats,
    beside: Sequence[Participant] = (),
    per_track: int | None = None,
) -> list[Limit]:
    """All limits of a stage over its pool; the first is the number of seats as a whole.

    Those admitted `beside` the pool take no seat of it, and yet share labels with its members.

    Seats of groups are those of a class, so they do not bind a stage that takes everybody (`per_track`: it does not).
    """
    found = [Limit("seats", "seats", "seats", high=sum(seats.ceilings.values()))]
    for track, high in seats.ceilings.items():
        found.append(Limit("track", track, f"track {track}", track, low=seats.floors[track], high=high))
    several = Counter(rule.field for rule in stage.selection.balance if rule.value is not None)
    for rule in stage.selection.balance:
        subject = f"{rule.field} {rule.value}" if several[rule.field] > 1 and rule.value else rule.field
        found += _balance(subject, rule, (pool, beside), seats, program)
    everybody = per_track is None and all(program.quota_of(stage, track).max is None for track in program.all_tracks)
    for group in () if everybody else program.groups:
        if group.seats.min or group.seats.max is not None:
            high = MANY if group.seats.max is None else group.seats.max
            name = f"group {group.id}"
            found.append(Limit("group", name, name, "", "group", group.id, group.seats.min, high))
    for column, most in stage.selection.max_per.items():
        found += _labels(column, most, chain(pool, beside))
    return found


def _balance(
    subject: str,
    rule: Balance,
    people: tuple[Sequence[Participant], Sequence[Participant]],
    seats: Seats,
    program: Program,
) -> Iterable[Limit]:
    pool, beside = people
    asked = [rule.value] if rule.value is not None else _values(rule.field, pool, program)
    # a value that only people beside the pool have has a most, and no least that the pool could never meet
    others = [] if rule.value is not None else sorted({*_words(rule.field, beside)} - {*asked})
    whole = f"{subject} per track" if rule.per == "track" else subject
    scopes = {"": seats.base} if rule.per == "all" else dict(seats.bases)
    for track, base in scopes.items():
        low, high = _range(rule.each or rule, base)
        for value in (*asked, *others):
            name = subject if rule.value is not None else f"{rule.field} {value}"
            yield Limit("balance", name, whole, track, rule.field, value, 0 if value in others else low, high)


def _values(field: str, pool: Iterable[Participant], program: Program) -> Sequence[str]:
    """The values that `each` speaks of: those declared, and those that somebody has."""
    declared = next((spec.values for spec in program.fields if spec.id == field), ())
    if field in CATALOGUE and CATALOGUE[field].kind == "gender":
        declared = GENDERS
    return sorted({*declared, *_words(field, pool)})


def _words(field: str, people: Iterable[Participant]) -> set[str]:
    """The values that somebody has."""
    return {value for fact in set(facts_of(people, field)) if fact for value in fact.split("|")}


def _range(rule: Balance | EachRange, base: int) -> tuple[int, int]:
    lows = [rule.min or 0, 0 if rule.min_share is None else ceil(_share(rule.min_share, base))]
    highs = [
        MANY if rule.max is None else rule.max,
        MANY if rule.max_share is None else floor(_share(rule.max_share, base)),
    ]
    return max(lows), min(highs)


def _share(share: Decimal, base: int) -> Fraction:
    return Fraction(share) * base


def _labels(column: str, most: int, people: Iterable[Participant]) -> Iterable[Limit]:
    """One limit for each label that more people share than may be selected."""
    sizes = Counter(facts_of(people, column))
    rule = f"max_per {column}"
    for label in sorted(label for label, size in sizes.items() if label and size > most):
        yield Limit("label", f"{column} {label}", rule, "", column, label, 0, most)


def without(limits: Sequence[Limit], rules: Iterable[str]) -> list[Limit]:
    """The same limits with the floors of the named rules taken away."""
    gone = set(rules)
    return [replace(one, low=0) if one.rule in gone else one for one in limits]


def floor_rules(limits: Iterable[Limit]) -> tuple[str, ...]:
    """The rules that hold floors, in the order of program.yaml."""
    return tuple(dict.fromkeys(one.rule for one in limits if one.low > 0))
