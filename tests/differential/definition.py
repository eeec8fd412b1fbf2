"""The walk by its definition, written apart from the engine: every possible list is tried.

A case is plain data. `answer` enumerates all ways to seat the pool, keeps those that obey every rule and
seat the most people, then goes down the order and takes whoever some such list still allows.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from msgspec import Struct, field

Seated = Mapping[str, str]


class Person(Struct, frozen=True):
    number: str
    choices: tuple[str, ...]
    score: int
    facts: Mapping[str, str]


class Rule(Struct, frozen=True):
    """A balance rule; `value` None speaks of each value of the field."""

    field: str
    value: str | None
    low: int = 0
    high: int | None = None
    low_share: Fraction | None = None
    high_share: Fraction | None = None
    per_track: bool = False


class Case(Struct, frozen=True):
    people: tuple[Person, ...]
    quotas: Mapping[str, tuple[int, int | None]]
    rules: tuple[Rule, ...] = ()
    max_per: Mapping[str, int] = field(default_factory=dict)
    group_seats: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    by_place: bool = True


class Answer(Struct, frozen=True):
    """The list (number -> track), or None where the rules are impossible. `open` lists a tie that decides."""

    seated: Seated | None
    seats: int = 0
    base: int = 0
    open: tuple[str, ...] = ()


def up(share: Fraction) -> int:
    return -((-share.numerator) // share.denominator)


def down(share: Fraction) -> int:
    return share.numerator // share.denominator


def ways(people: Sequence[Person]) -> Iterator[dict[str, str]]:
    """Every way to seat some of the people, each in one of their tracks."""
    if not people:
        yield {}
        return
    first = people[0]
    for rest in ways(people[1:]):
        yield rest
        for track in first.choices:
            yield {**rest, first.number: track}


def ceilings(case: Case) -> dict[str, int]:
    wanting = {track: sum(track in one.choices for one in case.people) for track in case.quotas}
    return {track: wanting[track] if most is None else most for track, (_, most) in case.quotas.items()}


def within(count: int, low: int, high: int | None) -> bool:
    return low <= count and (high is None or count <= high)


def base_of(case: Case) -> int:
    """E: the most people that the quotas alone could seat, by trying all ways."""
    most = ceilings(case)
    return max(
        len(seated)
        for seated in ways(case.people)
        if all(list(seated.values()).count(track) <= most[track] for track in most)
    )


def values_of(case: Case, field: str) -> list[str]:
    """The values that a rule on each value speaks of; both genders, whoever applied."""
    own = {"female", "male"} if field == "gender" else set()
    return sorted(own | {one.facts[field] for one in case.people if field in one.facts})


def obeys(case: Case, base: int, seated: Seated) -> bool:
    """Whether a list keeps every rule."""
    most = ceilings(case)
    facts = {one.number: one.facts for one in case.people}
    counts = {track: list(seated.values()).count(track) for track in most}
    if not all(within(counts[track], low, most[track]) for track, (low, _) in case.quotas.items()):
        return False
    for rule in case.rules:
        values = [rule.value] if rule.value else values_of(case, rule.field)
        scopes: list[str | None] = list(most) if rule.per_track else [None]
        for scope in scopes:
            wanting = sum(scope in one.choices for one in case.people)
            whole = base if scope is None else min(most[scope], wanting)
            low = max(rule.low, 0 if rule.low_share is None else up(rule.low_share * whole))
            highs = [rule.high, None if rule.high_share is None else down(rule.high_share * whole)]
            for value in values:
                count = sum(
                    facts[number].get(rule.field) == value and scope in (None, track)
                    for number, track in seated.items()
                )
                if count < low or any(high is not None and count > high for high in highs):
                    return False
    for column, limit in case.max_per.items():
        labels = [facts[number][column] for number in seated if column in facts[number]]
        if any(labels.count(label) > limit for label in labels):
            return False
    groups = [facts[number].get("group") for number in seated]
    return all(within(groups.count(group), low, high) for group, (low, high) in case.group_seats.items())


def complete_lists(case: Case) -> tuple[list[Seated], int, int]:
    """All lists that keep the rules and seat the most people; with E and F."""
    base = base_of(case)
    lawful = [seated for seated in ways(case.people) if len(seated) <= base and obeys(case, base, seated)]
    seats = max((len(seated) for seated in lawful), default=-1)
    return [seated for seated in lawful if len(seated) == seats], base, seats


def order_of(case: Case, settled: Sequence[str]) -> list[Person]:
    """Everybody in order; `settled` ranks people tied on score."""
    rank = {number: index for index, number in enumerate(settled)}

    def better(one: Person, other: Person) -> bool:
        return (-one.score, rank.get(one.number, 0)) < (-other.score, rank.get(other.number, 0))

    tracks = list(case.quotas)

    def key(one: Person) -> tuple[int, ...]:
        rivals = [other for other in case.people if not case.by_place or other.choices[0] == one.choices[0]]
        place = 1 + sum(better(other, one) for other in rivals)
        return (place, tracks.index(one.choices[0])) if case.by_place else (place,)

    return sorted(case.people, key=key)


def walk(order: Sequence[Person], lists: Sequence[Seated]) -> dict[str, str]:
    """Take each person, in the first of their tracks that some complete list still allows."""
    taken: dict[str, str] = {}
    for one in order:
        for track in one.choices:
            wanted = {**taken, one.number: track}
            if any(wanted.items() <= seated.items() for seated in lists):
                taken = wanted
                break
    return taken


def tied_people(case: Case) -> list[str]:
    """The people of the one tie that a case may hold."""
    found = []
    for one in case.people:
        same = [
            other
            for other in case.people
            if other.score == one.score and (not case.by_place or other.choices[0] == one.choices[0])
        ]
        if len(same) > 1:
            found.append(one.number)
    return sorted(found)


def answer(case: Case, settled: Sequence[str] | None = None) -> Answer:
    """The result by definition. Without `settled`, at most one tie is expected."""
    lists, base, seats = complete_lists(case)
    if not lists:
        return Answer(None, 0, base)
    if settled is not None:
        return Answer(walk(order_of(case, settled), lists), seats, base)
    tied = tied_people(case)
    outcomes = [walk(order_of(case, order), lists) for order in permutations(tied)] if tied else []
    if any(outcome != outcomes[0] for outcome in outcomes):
        return Answer({}, seats, base, tuple(tied))
    return Answer(outcomes[0] if outcomes else walk(order_of(case, ()), lists), seats, base)


def may_stand_in(case: Case, base: int, seated: Seated, number: str, track: str) -> set[str]:
    """Whose seat of `track` a person could take, all else unchanged."""
    found = set()
    for other, place in seated.items():
        if place == track:
            changed = {name: where for name, where in seated.items() if name != other} | {number: track}
            if obeys(case, base, changed):
                found.add(other)
    return found
