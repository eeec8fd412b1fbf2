"""Corrections laid over facts and marks, each naming what it replaces."""

from typing import Any

import pytest

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.engine.rulings import correct, corrected_marks
from tests.unit.engine.replaying import Cohort, cohort

PEOPLE = (Participant("P1", "x", facts={"gender": "male"}), Participant("P2", "x"))
MARKS = (Mark("P1", "test", "", "", "90"), Mark("P1", "work", "bahan", "J1", "4"))


def corrected(*entries: dict[str, Any]) -> tuple[list[dict[str, str]], list[Mark], list[dict[str, Param]]]:
    """The facts of everybody, the marks, and the parameters of what is wrong."""
    acts = Cohort(cohort().program, (), ())
    for one in entries:
        acts = acts.decide("correct", one.pop("number", "P1"), **one)
    people, marks, faults = correct(enumerate(acts.decisions), PEOPLE, MARKS)
    assert [(one.code, one.document, one.path[1]) for one in faults] == [("IKM505", "decisions.yaml", "old")] * len(
        faults
    )
    return [dict(one.facts) for one in people], marks, [dict(one.params) for one in faults]


@pytest.mark.parametrize(
    ("entry", "facts", "marks", "found"),
    [
        ({"field": "gender", "old": "male", "new": "female"}, "female", "90 4", None),
        ({"field": "gender", "old": "male", "new": ""}, "", "90 4", None),
        ({"field": "gender", "old": "female", "new": "male"}, "male", "90 4", ("male", "female")),
        ({"field": "gender", "new": "female"}, "female", "90 4", ("male", "-")),
        ({"number": "P2", "field": "gender", "old": "", "new": "female"}, "male", "90 4", None),
        ({"number": "P2", "field": "gender", "new": "female"}, "male", "90 4", None),
        ({"number": "P2", "field": "gender", "old": "male", "new": ""}, "male", "90 4", ("-", "male")),
        ({"mark": "test", "old": "90", "new": "91"}, "male", "91 4", None),
        ({"mark": "test", "old": "90", "new": ""}, "male", "4", None),
        ({"mark": "work", "item": "bahan", "judge": "J1", "old": "4", "new": "5"}, "male", "90 5", None),
        ({"mark": "work", "item": "bahan", "judge": "J2", "old": "", "new": "3"}, "male", "90 4 3", None),
        ({"mark": "work", "item": "bahan", "judge": "J2", "new": "3"}, "male", "90 4 3", None),
        ({"mark": "post", "old": "7", "new": "8"}, "male", "90 4 8", ("-", "7")),
    ],
)
def test_a_correction_names_what_it_replaces(
    entry: dict[str, Any], facts: str, marks: str, found: tuple[str, str] | None
) -> None:
    number = entry.get("number", "P1")
    people, kept, faults = corrected(dict(entry))
    assert people[0].get("gender", "") == facts
    assert " ".join(one.value for one in kept) == marks
    assert faults == ([] if found is None else [{"number": number, "found": found[0], "old": found[1]}])


def test_a_second_correction_starts_from_the_first() -> None:
    first, second = ({"mark": "test", "old": old, "new": new} for old, new in (("90", "91"), ("91", "92")))
    _, marks, faults = corrected(first, second)
    assert (marks[0].value, faults) == ("92", [])


def test_nobody_else_is_corrected() -> None:
    one = cohort().decide("correct", "P99", mark="test", old="1", new="2").decide("withdraw", "P1")
    assert correct(enumerate(one.decisions), PEOPLE, MARKS) == (list(PEOPLE), list(MARKS), [])


def test_papers_show_the_marks_of_a_stage_as_it_corrected_them() -> None:
    base = cohort()  # the mark `test` belongs to stage `s`
    acts = base.decide("correct", "P1", mark="test", old="90", new="91").decide(
        "correct", "P1", mark="test", old="90", new="1", stage="t"
    )
    before = (Mark("P1", "test", "", "", "90"), Mark("P2", "test", "", "", "80"))
    told = corrected_marks(acts.program, acts.decisions, base.participants, before)
    assert {one.number: one.value for one in told} == {"P1": "91", "P2": "80"}
    assert corrected_marks(acts.program, acts.decisions[1:], base.participants, before) == before
