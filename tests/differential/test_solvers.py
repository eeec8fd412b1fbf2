"""Feasibility beside programs written by others: the whole walk by CP-SAT, quota tables by sortition-algorithms.

IKMCTL_ORTOOLS_PYTHON, IKMCTL_SORTITION_PYTHON and IKMCTL_HIGHS_PYTHON name interpreters that have them;
IKMCTL_PEER_CASES says how many cases run (default 20).
"""

import os
import random
from typing import Any

from msgspec.structs import replace

from tests.differential.cases import engine, random_case, random_large_case
from tests.differential.definition import Case, Rule, order_of
from tests.differential.peer import ask, python_with

CASES = int(os.environ.get("IKMCTL_PEER_CASES", "20"))


def as_question(case: Case) -> dict[str, Any]:
    """A case as plain data, people in their order."""
    return {
        "people": [
            {"number": one.number, "choices": one.choices, "facts": dict(one.facts)} for one in order_of(case, ())
        ],
        "quotas": dict(case.quotas),
        "max_per": dict(case.max_per),
        "group_seats": dict(case.group_seats),
        "rules": [
            {
                "field": rule.field,
                "value": rule.value,
                "low": rule.low,
                "high": rule.high,
                "low_share": str(rule.low_share or ""),
                "high_share": str(rule.high_share or ""),
                "per_track": rule.per_track,
            }
            for rule in case.rules
        ],
    }


def test_cpsat_walks_to_the_same_list() -> None:
    python = python_with("ortools", "IKMCTL_ORTOOLS_PYTHON")
    cases = [random_case(seed) for seed in range(CASES)] + [random_large_case(seed) for seed in range(CASES)]
    for case, found in zip(cases, ask(python, "cpsat.py", map(as_question, cases)), strict=True):
        ours = engine(case)
        assert bool(ours.infeasible) == (found["seats"] < 0), case
        assert {one.number: one.track for one in ours.selected} == found["list"], case


def quota_table(seed: int) -> tuple[Case, dict[str, Any]]:
    """A case with limits on every value of track, gender and district, and the same as a quota table."""
    chance = random.Random(seed)
    case = random_large_case(seed)
    people = tuple(replace(one, choices=one.choices[:1], facts={"district": "D1", **one.facts}) for one in case.people)
    case = replace(case, people=people, rules=(), max_per={}, group_seats={})
    rules, features = [], {"track": {track: (low, high or 200) for track, (low, high) in case.quotas.items()}}
    for field in ("gender", "district"):
        features[field] = {}
        for value in sorted({one.facts[field] for one in people}):
            low = chance.randint(0, 4)
            high = low + chance.randint(0, 6)
            features[field][value] = (low, high)
            rules.append((field, value, low, high))
    case = replace(case, rules=tuple(Rule(field, value, low=low, high=high) for field, value, low, high in rules))
    table = {
        "people": [
            {"track": one.choices[0], "gender": one.facts["gender"], "district": one.facts["district"]}
            for one in people
        ],
        "features": features,
    }
    return case, table


def test_sortition_finds_a_committee_exactly_where_a_list_exists() -> None:
    python = python_with("sortition_algorithms", "IKMCTL_SORTITION_PYTHON")
    pairs = [quota_table(seed) for seed in range(CASES)]
    sizes = []
    for case, table in pairs:
        ours = engine(case)
        sizes.append(len(ours.selected))
        known = {one["track"] for one in table["people"]}
        table["features"]["track"] = {name: pair for name, pair in table["features"]["track"].items() if name in known}
        table["sizes"] = [1, 3, 5, 8] if ours.infeasible else [sizes[-1], sizes[-1] + 1]
        table["ours"] = not ours.infeasible
    for (_, table), found in zip(pairs, ask(python, "quota_tables.py", (table for _, table in pairs)), strict=True):
        assert found == ([True, False] if table["ours"] else [False] * 4), table


def test_lists_do_not_depend_on_who_finds_them() -> None:
    """HiGHS proposes another list at every question; the walk takes the same people."""
    python = python_with("highspy, pydantic", "IKMCTL_HIGHS_PYTHON")
    seeds = list(range(CASES))
    for seed, (unknown, numbers) in zip(seeds, ask(python, "outside_yes.py", seeds), strict=True):
        ours = engine(random_case(seed) if seed % 2 else random_large_case(seed))
        assert not unknown, seed
        assert numbers == [one.number for one in ours.selected], seed
