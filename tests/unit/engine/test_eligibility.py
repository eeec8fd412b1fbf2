"""Verdicts of rules: people alike in all that a rule reads share one, and the order of marks changes none."""

from collections.abc import Sequence

import pytest
from tools.making import DAYS, SESSIONS, person, program

from ikmctl.domain.mark import Mark
from ikmctl.domain.rule import Verdict
from ikmctl.engine.eligibility import rule_readers, session_codes
from ikmctl.engine.evaluate import desk_for

ATTENDANCE = {
    "attend": {"per": "session", "stage": "curation", "codes": {"H": "1", "S": "0.5", "A": "0"}},
    "test": {"per": "participant", "stage": "curation", "min": "0", "max": "100"},
}


def verdicts(rule: dict[str, object], marks: Sequence[Mark], *numbers: str, **facts: str) -> list[Verdict]:
    """The verdicts of one rule on people with the same facts."""
    rules = program({"eligibility": [rule]}, marks=ATTENDANCE, dates=DAYS)
    people = [person(number, **facts) for number in numbers]
    (reader,) = rule_readers(rules.stages[0].eligibility, desk_for(rules, rules.stages[0], people, marks))
    return reader.column(people)


def attended(number: str, codes: str) -> list[Mark]:
    return [Mark(number, "attend", "", session, code) for session, code in zip(SESSIONS, codes, strict=True)]


def test_each_is_judged_by_their_own_marks_and_those_alike_share_a_verdict() -> None:
    rule = {"rule": "attendance", "mark": "attend", "min_sessions": "3"}
    marks = [*attended("P1", "HHHA"), *attended("P2", "HHSA"), *reversed(attended("P3", "HHHA"))]
    found = verdicts(rule, marks, "P1", "P2", "P3")
    assert [one.outcome for one in found] == ["met", "failed", "met"]
    assert [one.reason.params["attended"] for one in found] == ["3", "2.5", "3"]


@pytest.mark.parametrize("backwards", [False, True])
def test_of_two_codes_for_one_session_the_last_in_order_counts_wherever_it_stands(backwards: bool) -> None:
    marks = [*attended("P1", "HHHA"), Mark("P1", "attend", "", SESSIONS[0], "A")]
    (found,) = verdicts(
        {"rule": "attendance", "mark": "attend", "min_sessions": "3"}, marks[:: -1 if backwards else 1], "P1"
    )
    assert (found.outcome, found.reason.params["attended"]) == ("met", "3")


def test_a_rule_on_one_fact_gives_those_who_share_it_one_verdict() -> None:
    found = verdicts({"rule": "age", "min": "18", "max": "55"}, [], "P1", "P2", age="60")
    assert [one.outcome for one in found] == ["failed", "failed"]
    assert found[0] is found[1]


def test_codes_are_those_of_marks_per_session() -> None:
    rules = program(marks=ATTENDANCE)
    assert session_codes(rules) == {"attend": {"H": 1, "S": rules.marks["attend"].codes["S"], "A": 0}}
