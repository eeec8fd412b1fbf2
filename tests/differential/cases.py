"""Random small cases, and the same case as the engine sees it."""

import random
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Selection
from ikmctl.engine.selection import select
from tests.differential.definition import Case, Person, Rule

TRACKS = ("x", "y", "z")


def random_rule(chance: random.Random) -> Rule:
    field, values = chance.choice([("gender", ("female", "male")), ("district", ("D1", "D2", "D3"))])
    value = chance.choice([*values, None])
    kinds = chance.sample(["low", "high", "low_share", "high_share"], chance.choice([1, 1, 2]))
    limits: dict[str, Any] = {}
    for kind in kinds:
        shares = [Fraction(1, 10), Fraction(1, 4), Fraction(1, 2)]
        if kind.endswith("share"):
            limits[kind] = chance.choice(shares if kind == "low_share" else [*shares[1:], Fraction(3, 4)])
        else:
            limits[kind] = chance.choice([1, 1, 2] if kind == "low" else [1, 2, 3])
    return Rule(field, value, per_track=chance.random() < 0.3, **limits)


def random_people(chance: random.Random, count: int, *, second: bool, ties: bool) -> tuple[Person, ...]:
    scores = chance.sample(range(40, 100), count)
    if ties and count > 2:
        size = chance.choice([2, 2, 3])
        for index in range(1, min(size, count)):
            scores[index] = scores[0]
    people = []
    tracks = TRACKS[: chance.choice([1, 2, 2, 3])]
    for index, score in enumerate(scores):
        first = chance.choice(tracks)
        if ties and index < 3 and score == scores[0]:
            first = people[0].choices[0] if people else first
        other = chance.choice(tracks)
        choices = (first, other) if second and other != first and chance.random() < 0.7 else (first,)
        facts = {"gender": chance.choice(["female", "male"])}
        if chance.random() < 0.9:
            facts["district"] = chance.choice(["D1", "D1", "D2", "D3"])
        if chance.random() < 0.5:
            facts["household"] = chance.choice(["H1", "H2", "H3"])
        if chance.random() < 0.8:
            facts["group"] = chance.choice(["g1", "g2", "g3"])
        people.append(Person(f"P{index:02d}", choices, score, facts))
    chance.shuffle(people)
    return tuple(people)


def random_case(seed: int, *, ties: bool = False) -> Case:
    """One case; the seed alone decides it."""
    chance = random.Random(seed)
    second = chance.random() < 0.25
    count = chance.randint(1, 6 if second else 9)
    people = random_people(chance, count, second=second, ties=ties)
    quotas: dict[str, tuple[int, int | None]] = {}
    for track in TRACKS:
        most = chance.choice([1, 2, 2, 3, 4, None])
        low = chance.choice([0, 0, 0, 1, 2]) if most is None or most > 1 else 0
        quotas[track] = (min(low, most or low), most)
    rules = tuple(random_rule(chance) for _ in range(chance.choice([0, 1, 1, 2, 3])))
    max_per = {"household": chance.choice([1, 2])} if chance.random() < 0.4 else {}
    seats: dict[str, tuple[int, int | None]] = {}
    if chance.random() < 0.3:
        for group in ("g1", "g2"):
            seats[group] = (chance.choice([0, 0, 1]), chance.choice([None, 1, 2]))
    return Case(people, quotas, rules, max_per, seats, chance.random() < 0.6)


def _text(share: Fraction) -> str:
    return {Fraction(1, 10): "0.1", Fraction(1, 4): "0.25", Fraction(1, 2): "0.5", Fraction(3, 4): "0.75"}[share]


def _rule(rule: Rule) -> dict[str, Any]:
    limits: dict[str, Any] = {"min": rule.low} if rule.low else {}
    limits |= {"max": rule.high} if rule.high is not None else {}
    limits |= {"min_share": _text(rule.low_share)} if rule.low_share is not None else {}
    limits |= {"max_share": _text(rule.high_share)} if rule.high_share is not None else {}
    subject = {"value": rule.value, **limits} if rule.value else {"each": limits}
    return {"field": rule.field, "per": "track" if rule.per_track else "all", **subject}


def program_of(case: Case, **selection: Any) -> Program:
    """The rules of a case as program.yaml would state them."""
    return Program.model_validate(
        {
            "id": "case",
            "title": "Case",
            "as_of": "2025-09-29",
            "tracks": [
                {
                    "id": track,
                    "name": track,
                    "quota": "all" if most is None else {"min": low, "max": most},
                    "reserves": 9,
                }
                if most is not None
                else {"id": track, "name": track, "quota": {"min": low, "max": None}, "reserves": 9}
                for track, (low, most) in case.quotas.items()
            ],
            "groups": [
                {"id": group, "name": group, "seats": {"min": low, "max": high}}
                for group, (low, high) in case.group_seats.items()
            ],
            "stages": [
                {
                    "id": "s",
                    "selection": {
                        "compare": "place" if case.by_place else "score",
                        "balance": [_rule(rule) for rule in case.rules],
                        "max_per": dict(case.max_per),
                        "second_choice": any(len(one.choices) > 1 for one in case.people),
                        **selection,
                    },
                }
            ],
        }
    )


def people_of(case: Case) -> dict[str, Participant]:
    """The pool of a case, in the order in which the case names people."""
    return {one.number: _participant(one) for one in case.people}


def _participant(one: Person) -> Participant:
    facts = {name: value for name, value in one.facts.items() if name != "group"}
    second = one.choices[1] if len(one.choices) > 1 else ""
    return Participant(one.number, one.choices[0], second, "", one.facts.get("group", ""), facts)


def cards_of(case: Case) -> Evaluation:
    """Score cards of a case."""
    cards = {
        one.number: ScoreCard(one.number, one.choices[0], "eligible", key=one.score, best_key=one.score)
        for one in case.people
    }
    return Evaluation("s", cards, ())


def engine(case: Case, tickets: Mapping[str, str] | None = None) -> Selection:
    """What the engine says of a case."""
    program = program_of(case)
    return select(program, program.stages[0], cards_of(case), people_of(case), tickets=tickets)


def random_large_case(seed: int) -> Case:
    """A case of up to 200 people with room for rules that bind but can often be kept."""
    chance = random.Random(seed + 10**9)
    count = chance.randint(30, 200)
    scores = chance.sample(range(1000), count)
    second = chance.random() < 0.3
    people = []
    for index, score in enumerate(scores):
        choices = tuple(chance.sample(TRACKS, 2 if second and chance.random() < 0.5 else 1))
        facts = {
            "gender": chance.choice(["female", "male", "male"]),
            "district": chance.choice(["D1", "D1", "D2", "D2", "D3", "D4", "D5"]),
            "group": chance.choice(["g1", "g2", "g3", "g4"]),
        }
        if chance.random() < 0.4:
            facts["household"] = f"H{chance.randint(1, count // 4)}"
        people.append(Person(f"P{index:03d}", choices, score, facts))
    quotas: dict[str, tuple[int, int | None]] = {
        track: (chance.choice([0, 2]), chance.randint(4, 9)) for track in TRACKS
    }
    share = Fraction(1, 4)
    rules = [Rule("gender", "female", low_share=chance.choice([share, Fraction(1, 2)]))]
    rules.append(Rule("district", None, low=chance.choice([0, 1, 2, 3]), high=chance.randint(4, 7)))
    if chance.random() < 0.4:
        rules.append(Rule("gender", None, high_share=Fraction(3, 4), per_track=True))
    max_per = {"household": 1} if chance.random() < 0.5 else {}
    seats: dict[str, tuple[int, int | None]] = {"g1": (2, 6), "g2": (0, 4)} if chance.random() < 0.5 else {}
    return Case(tuple(people), quotas, tuple(rules), max_per, seats, chance.random() < 0.5)
