"""Checks at their edges: the last value that is sound, the first that is not, and the facts that are named."""

from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError
from tools.making import DAYS, case, criterion, exam, mark, person, program, rule, scale

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.checks import CHECKS, Inputs
from ikmctl.engine.duplicates import DOUBTFUL, SURE, Evidence, _zone
from ikmctl.engine.privacy import scan_line

TRACKS = [{"id": one, "name": one, "quota": "2"} for one in ("a", "b")]
JUDGED = {"per": "judge", "stage": "curation", "min": "1", "max": "5"}


def found(
    name: str, rules: Program, people: tuple[Participant, ...] = (), marks: tuple[Mark, ...] = ()
) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Code, dotted path and facts of each finding of one check."""
    whole = CHECKS[name](Inputs(rules, people, marks))
    return [(one.code, ".".join(map(str, one.path)), one.params) for one in whole]


def test_steps_on_one_day_follow_one_another() -> None:
    plan = {"announce": "2025-10-02", "confirm_by": "2025-10-09",
            "objection": {"start": "2025-10-02", "end": "2025-10-02"}}  # fmt: skip
    assert found("schedule", program(schedule=plan)) == []
    ((code, path, params),) = found("schedule", program(schedule={"announce": "2025-10-01"}))
    assert (code, path) == ("IKM167", "schedule.announce")
    assert params == {
        "earlier": "dates.end", "later": "schedule.announce", "first": DAYS["end"], "second": "2025-10-01",
    }  # fmt: skip
    late = {"objection": {"start": "2025-10-06", "end": "2025-10-08"}, "confirm_by": "2025-10-07"}
    ((_, path, params),) = found("schedule", program(schedule=late))
    assert (path, params["earlier"]) == ("schedule.confirm_by", "schedule.objection.end")


def test_marks_by_others_do_not_hide_that_of_a_wrong_judge() -> None:
    rules = program(
        marks={"practice": JUDGED, "post": exam()}, tracks=TRACKS,
        panel={"judges": [{"id": "J1", "tracks": ["a"]}]},
    )  # fmt: skip
    wrong = Mark("P2", "practice", "", "J1", "4")
    marks = (mark("P1", "post", "80"), Mark("P1", "practice", "", "J9", "3"), wrong)
    ((code, path, params),) = found("assignments", rules, (person("P1", track="a"), person("P2", track="b")), marks)
    assert (code, path) == ("IKM439", "2.by")
    assert params == {"judge": "J1", "item": "practice", "track": "b"}
    ((_, _, params),) = found("assignments", rules, (person("P2"),), (wrong,))
    assert params == {"judge": "J1", "item": "practice", "track": "-"}
    ended = Mark("P2", "practice", "hasil", "J1", "4")
    ((_, _, params),) = found("assignments", rules, (person("P2", track="b"),), (ended,))
    assert params["item"] == "practice.hasil"


def test_a_wrong_session_is_told_with_the_first_of_the_right_ones() -> None:
    rules = program(marks={"there": {"per": "session", "stage": "curation", "codes": {"H": "1"}}})
    ((code, path, params),) = found("marks", rules, (person(),), (Mark("P1", "there", "", "2025-10-09/1", "H"),))
    assert (code, path) == ("IKM433", "0.by")
    assert params == {"session": "2025-10-09/1", "known": "2025-09-29/1, 2025-09-30/1, 2025-10-01/1"}


@pytest.mark.parametrize(("limit", "sound"), [("0", True), ("100", True), ("-1", False), ("101", False)])
def test_a_threshold_lies_within_its_marks(limit: str, sound: bool) -> None:
    rules = program({"criteria": [criterion("post", "marks.post", threshold=limit)]}, marks={"post": exam()})
    facts = {"criterion": "post", "threshold": limit, "low": "0", "high": "100"}
    assert found("thresholds", rules) == ([] if sound else [("IKM160", "stages.0.criteria.0.threshold", facts)])
    whole = program({"criteria": [criterion("post", "marks.post")], "threshold": limit}, marks={"post": exam()})
    facts = {"criterion": "curation", "threshold": limit, "low": "0", "high": "100"}
    assert found("thresholds", whole) == ([] if sound else [("IKM160", "stages.0.threshold", facts)])


def test_a_least_value_may_be_the_most() -> None:
    assert found("ranges", program({"eligibility": [{"rule": "age", "min": "18", "max": "18"}]})) == []
    assert found("ranges", program({"eligibility": [{"rule": "age", "min": "19", "max": "18"}]})) == [
        ("IKM157", "stages.0.eligibility.0.max", {"low": "19", "high": "18"}),
    ]
    groups = [{"id": "g", "name": "G", "seats": {"min": "3", "max": "2"}}]
    assert found("seats", program(groups=groups)) == [("IKM170", "groups.0.seats", {"min": "3", "max": "2"})]


def test_floors_that_fill_every_seat_are_sound() -> None:
    def men(least: str) -> Program:
        women = {"field": "gender", "value": "f", "min": "2"}
        return program({"quota": "4", "selection": {"balance": [women, {**women, "value": "m", "min": least}]}})

    assert found("floors", men("2")) == []
    ((code, path, params),) = found("floors", men("3"))
    assert (code, path) == ("IKM172", "stages.0.selection.balance.1")
    assert params == {"field": "gender", "share": "0", "count": 5, "seats": 4}


def test_shares_of_more_than_everybody_are_named_with_their_sum() -> None:
    women = {"field": "gender", "value": "f", "min_share": "0.6"}
    rules = program({"quota": "all", "selection": {"balance": [women, {**women, "value": "m"}]}})
    ((_, _, params),) = found("floors", rules)
    assert params == {"field": "gender", "share": "1.2", "count": 0, "seats": "-"}


def test_points_that_stay_level_do_not_run_against_the_direction() -> None:
    level = {"bands": [{"below": "10", "points": "50"}, {"from": "10", "points": "50"}]}
    falling = {"bands": [{"below": "10", "points": "60"}, {"from": "10", "points": "50"}]}
    for bands, codes in ((level, []), (falling, ["IKM145"])):
        rules = program({"criteria": [criterion("w", "fields.workers", scale=bands)]})
        assert [code for code, *_ in found("scales", rules)] == codes
        cost = program({"criteria": [criterion("w", "fields.workers", scale=bands, direction="cost")]})
        assert found("scales", cost) == []


@pytest.mark.parametrize(
    ("bits", "zone", "with_two_niks"),
    [(SURE, "same", "ask"), (SURE - 1, "ask", "ask"), (DOUBTFUL, "ask", "ask"), (DOUBTFUL - 1, *2 * ("different",))],
)  # fmt: skip
def test_zones_of_likeness_begin_at_their_bits(bits: int, zone: str, with_two_niks: str) -> None:
    assert _zone("", bits, (), "person") == zone
    assert _zone("", bits, (Evidence("nik", "differs", 0),), "person") == zone  # nothing against
    assert _zone("", bits, (Evidence("nik", "differs", -1),), "person") == with_two_niks


def test_a_number_that_is_none_does_not_hide_the_next() -> None:
    sights = list(scan_line("9999999999999999 lalu 3324014101909001", 3, synthetic=False))
    assert [(one.kind, one.line, one.column) for one in sights] == [("nik", 3, 23)]


def test_what_the_rule_on_groups_says_of_units() -> None:
    small = rule("group", attribute="dak", min_units="8")
    group = {"id": "g", "name": "Sentra G"}
    met, reason = small.check(case(group=group | {"units": "7"}))
    assert (met, reason.params) == (False, {"group": "Sentra G", "units": 7, "min_units": 8})
    assert small.check(case(group=group | {"units": "8"}))[0] is True
    met, reason = small.check(case(group=group))
    assert (met, reason.key, reason.params) == (None, "group.unstated", {"group": "Sentra G", "attribute": "units"})


def test_what_the_rule_on_groups_says_of_values() -> None:
    use = rule("group", attribute="dak", values=["ya", "berjalan"])
    met, reason = use.check(case(group={"id": "g", "name": "Sentra G", "dak": "tidak"}))
    assert met is False
    assert reason.params == {"group": "Sentra G", "attribute": "dak", "value": "tidak", "values": "ya, berjalan"}


@pytest.mark.parametrize("limits", [{}, {"min_sessions": "2", "min_share": "0.5"}])
def test_attendance_has_one_limit(limits: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        rule("attendance", mark="there", **limits)
    (one,) = caught.value.errors(include_input=False)
    assert (one["type"], one["ctx"]) == ("IKM129", {"keys": "`min_sessions`, `min_share`"})


def test_an_empty_map_and_two_spellings_of_one_number_are_faults() -> None:
    assert [(one.key, one.params) for one in scale(map={}).faults()] == [("IKM143", {"from": "", "below": ""})]
    twice = scale(map={"0": "0", "1": "10", "1.0": "20", "2": "50", "ya": "100"})
    assert [(one.key, one.params) for one in twice.faults()] == [("IKM148", {"kind": "value", "id": "1, 1.0"})]
    assert [one.params for one in scale(map={"a": "0", "b": "100", "c": "101"}).faults()] == [
        {"value": "c", "points": "101"},
    ]
