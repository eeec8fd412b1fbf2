"""What a panel did: lines of judges, outlying marks, reports by panel, and the panel without each judge."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tools.making import criterion, person, program

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Reason
from ikmctl.engine.evaluate import desk_for, evaluate
from ikmctl.engine.judging import judged_marks, sheet_of
from ikmctl.engine.leave_out import without_each_judge
from ikmctl.engine.panel.report import PanelReport, _line, _means, panel_report
from ikmctl.engine.panel_reports import panel_reports

F = Fraction


def sheet(**work: str) -> dict[tuple[str, str], dict[str, Fraction]]:
    """`P1="J1:4 J2:3"`, one item."""
    return {
        (number, ""): {judge: F(value) for judge, value in (one.split(":") for one in marks.split())}
        for number, marks in work.items()
    }


def report(**work: str) -> PanelReport:
    return panel_report("pitch", ("all",), sheet(**work), {})


def test_the_line_of_each_judge() -> None:
    """J1: 4, 2, 6, mean 4, spread 2; J2 is one below: severity -1/2; everybody's means spread by 2."""
    found = report(P1="J1:4 J2:3", P2="J1:2 J2:1", P3="J1:6 J2:5")
    one, two = found.judges
    assert (one.judge, one.marks, one.mean, one.spread) == ("J1", 3, 4, Decimal(2))
    assert (one.severity, two.severity) == (F(1, 2), F(-1, 2))
    assert not one.is_apart
    assert (one.commonest, one.is_flat) == (1, False)
    assert (found.people, found.complete, found.groups) == (3, 3, (("J1", "J2"),))


def test_a_judge_is_apart_beyond_one_standard_deviation_of_the_participants() -> None:
    """Means 3.0 and 3.5 spread by 0.354; severities are half of 2 and of 3 on average, 1.25."""
    found = report(P1="J1:4 J2:2", P2="J1:5 J2:2")
    assert [line.is_apart for line in found.judges] == [True, True]
    assert [line.severity for line in found.judges] == [F(5, 4), F(-5, 4)]


def test_a_judge_who_gives_everybody_the_same_is_told() -> None:
    found = report(P1="J1:4 J2:2", P2="J1:4 J2:5", P3="J1:4 J2:3")
    assert [(line.commonest, line.is_flat) for line in found.judges] == [(3, True), (1, False)]
    often = report(P1="J1:4 J2:2", P2="J1:2 J2:5", P3="J1:4 J2:2", P4="J1:4 J2:2")
    assert [(line.commonest, line.is_flat) for line in often.judges] == [(3, False), (3, False)]
    few = report(P1="J1:4 J2:2", P2="J1:4 J2:5")
    assert not few.judges[0].is_flat


def test_a_single_mark_has_no_spread() -> None:
    found = report(P1="J1:4")
    assert (found.judges[0].spread, found.judges[0].is_apart, found.alpha, found.correlation, found.concordance) == (
        None, False, None, None, None,
    )  # fmt: skip
    assert found.outliers == ()


def test_agreement_takes_those_whom_every_judge_marked() -> None:
    found = report(P1="J1:1 J2:2", P2="J1:2 J2:3", P3="J1:3 J2:4", P4="J1:9")
    assert (found.people, found.complete) == (4, 3)
    assert found.concordance is not None
    assert found.concordance.w == 1
    assert found.correlation is not None
    assert found.correlation.error == 0
    assert found.alpha is not None


def test_a_mark_far_from_what_was_to_be_expected_is_named() -> None:
    """Three judges agree on nine works but for one 1 in place of a 9."""
    work = {f"P{n}": f"J1:{n} J2:{n} J3:{n}" for n in range(1, 10)}
    found = report(**{**work, "P9": "J1:9 J2:9 J3:1"})
    (odd,) = found.outliers
    assert (odd.number, odd.item, odd.judge, odd.mark) == ("P9", "", "J3", 1)
    # Severities are 8/27, 8/27, -16/27: J3's line of work P9 was to be 19/3 - 16/27.
    assert odd.expected == F(19, 3) - F(16, 27)
    assert odd.times < Decimal("-2.5")


def test_judges_in_perfect_agreement_have_no_outliers() -> None:
    assert report(P1="J1:1 J2:1", P2="J1:2 J2:2", P3="J1:3 J2:3").outliers == ()


def test_means_over_items_use_their_weights_and_need_all_items() -> None:
    marks = {
        ("P1", "x"): {"J1": F(4), "J2": F(2)},
        ("P1", "y"): {"J1": F(1), "J2": F(5)},
        ("P2", "x"): {"J1": F(2), "J2": F(2)},
        ("P2", "y"): {"J1": F(2)},
        ("P3", "x"): {"J2": F(2)},
    }
    found = panel_report("pitch", (), marks, {"x": 3})
    assert (found.people, found.complete) == (3, 1)
    # Only P1 has two means, 13/4 and 11/4: alpha sees no other pair, so observed equals expected disagreement.
    assert found.alpha == 0


PITCH = {"per": "judge", "stage": "curation", "min": "1", "max": "5"}
TRACKS = [{"id": one, "name": one, "quota": "1"} for one in ("a", "b", "c")]


def pitch(panel: dict[str, Any] | None = None, spec: dict[str, Any] | None = None, **keys: Any) -> Program:
    return program(
        {"criteria": [criterion("pitch", "marks.pitch", scale={"linear": ["1", "5"]})]},
        marks={"pitch": {**PITCH, **(spec or {})}, "later": {**PITCH, "stage": "final"}},
        **({"panel": panel} if panel else {}),
        **keys,
    )


def given(*entries: str) -> list[Mark]:
    """`P1 J1 4`."""
    return [Mark(number, "pitch", "", judge, value) for number, judge, value in (one.split() for one in entries)]


def test_one_report_for_each_set_of_judges() -> None:
    rules = pitch({"judges": [{"id": "J1", "tracks": ["a", "b"]}, {"id": "J2", "tracks": ["c"]}]}, tracks=TRACKS)
    people = [Participant(f"P{index}", track=track) for index, track in enumerate("abc", 1)]
    marks = given("P1 J1 4", "P2 J1 3", "P3 J2 2")
    found = panel_reports(desk_for(rules, rules.stages[0], people, marks), "curation", people)
    assert [(one.mark, one.tracks, one.people) for one in found] == [("pitch", ("a", "b"), 2), ("pitch", ("c",), 1)]


def test_one_panel_for_all_tracks_is_one_report_and_no_marks_are_none() -> None:
    rules = pitch({"judges": [{"id": "J1"}]}, tracks=TRACKS)
    people = [Participant(f"P{index}", track=track) for index, track in enumerate("abc", 1)]
    (found,) = panel_reports(desk_for(rules, rules.stages[0], people, given("P1 J1 4")), "curation", people)
    assert (found.tracks, found.people) == (("a", "b", "c"), 1)
    assert panel_reports(desk_for(rules, rules.stages[0], people, []), "curation", people) == ()


def test_a_sheet_leaves_out_the_recused_and_the_marks_of_other_stages() -> None:
    rules = pitch({"judges": [{"id": "J1"}, {"id": "J2"}], "recusals": [{"judge": "J2", "id": "P1", "reason": "x"}]})
    people = [person("P1"), person("P2")]
    marks = given("P1 J1 4", "P1 J2 5", "P2 J2 recused", "P2 J1 3")
    desk = desk_for(rules, rules.stages[0], people, marks)
    assert sheet_of(desk, "pitch", people) == {("P1", ""): {"J1": 4}, ("P2", ""): {"J1": 3}}
    assert judged_marks(desk, "curation") == ("pitch",)


@pytest.mark.parametrize("panel", [None, {"judges": [{"id": "J1"}, {"id": "J2"}, {"id": "J3"}]}])
def test_the_effect_of_leaving_each_judge_out(panel: dict[str, Any] | None) -> None:
    """P1 leads 10 to 9; without J3, who gave 1 to P2, P2 leads 8 to 7."""
    rules = pitch(panel)
    people = [person("P1"), person("P2")]
    marks = given("P1 J1 4", "P1 J2 3", "P1 J3 3", "P2 J1 4", "P2 J2 4", "P2 J3 1")
    base = evaluate(rules, rules.stages[0], people, marks)
    found = {one.judge: one for one in without_each_judge(rules, rules.stages[0], people, marks, base)}
    assert list(found) == ["J1", "J2", "J3"]
    assert (found["J1"].difference.moved, found["J3"].difference.moved) == (0, 2)
    assert found["J3"].difference.farthest == 1
    assert found["J3"].evaluation.cards["P1"].points["pitch"].raw == F(7, 2)
    assert found["J3"].difference.correlation == -1


def test_the_only_judge_of_a_panel_cannot_be_left_out() -> None:
    rules = pitch({"judges": [{"id": "J1"}]})
    marks = given("P1 J1 4")
    base = evaluate(rules, rules.stages[0], [person()], marks)
    assert without_each_judge(rules, rules.stages[0], [person()], marks, base) == ()


@pytest.mark.parametrize("policy", ["pending", "reject", "worst"])
def test_whoever_waits_for_a_judge_is_told_which(policy: str) -> None:
    """Whatever the policy: the panel is not the participant's fault."""
    stage = {"criteria": [criterion("pitch", "marks.pitch", scale={"linear": ["1", "5"]}, missing=policy)]}
    rules = program(stage, marks={"pitch": PITCH}, panel={"judges": [{"id": "J1"}, {"id": "J2"}]})
    found = evaluate(rules, rules.stages[0], [person()], given("P1 J1 4")).cards["P1"]
    told = Reason("missing.panel", {"source": "marks.pitch", "judges": "J2", "count": 1})
    assert (found.standing, found.reasons) == ("pending", (told,))


def test_only_those_are_left_out_who_mark_in_this_stage() -> None:
    """A marked in the final; K2, who stands in no panel, is left out; without J1 the panel would be empty."""
    rules = pitch({"judges": [{"id": "J1"}]})
    marks = [*given("P1 J1 4", "P1 K2 3"), Mark("P1", "later", "", "A", "5")]
    base = evaluate(rules, rules.stages[0], [person()], marks)
    assert [one.judge for one in without_each_judge(rules, rules.stages[0], [person()], marks, base)] == ["K2"]


def test_people_who_lose_their_only_mark_are_counted() -> None:
    rules = pitch({"incomplete": "mean_of_present", "judges": [{"id": "J1"}, {"id": "J2"}]})
    people = [person("P1"), person("P2")]
    marks = given("P1 J1 4", "P2 J1 3", "P2 J2 3")
    base = evaluate(rules, rules.stages[0], people, marks)
    found = without_each_judge(rules, rules.stages[0], people, marks, base)
    assert [(one.judge, one.difference.lost) for one in found] == [("J1", 1), ("J2", 0)]


def test_items_without_a_weight_weigh_one() -> None:
    """J1 gives 4 and 2, J2 gives 2 and 2: with weight 3 on the first the means are 3.5 and 2."""
    marks = {("P1", "x"): {"J1": F(4), "J2": F(2)}, ("P1", "y"): {"J1": F(2), "J2": F(2)}}
    assert _means(marks, {"x": 3}) == {"P1": {"J1": F(7, 2), "J2": F(2)}}
    assert _means(marks, {}) == {"P1": {"J1": F(3), "J2": F(2)}}
    assert _means(marks | {("P2", "x"): {"J1": F(5)}}, {}) == _means(marks, {})


def test_a_judge_just_one_standard_deviation_off_is_not_apart() -> None:
    exact = sheet(P1="J1:4 J2:2", P2="J1:6 J2:4")
    severity = F(1)
    assert not _line("J1", exact, severity, severity * severity).is_apart
    assert _line("J1", exact, severity, F(99, 100)).is_apart
    assert not _line("J1", exact, severity, None).is_apart


def test_judges_stand_by_name_whatever_groups_they_form() -> None:
    found = report(P1="J3:4 J1:2", P2="J2:3")
    assert found.groups == (("J1", "J3"), ("J2",))
    assert [(line.judge, line.severity) for line in found.judges] == [("J1", -1), ("J2", 0), ("J3", 1)]


def test_people_with_more_judges_weigh_no_more() -> None:
    """Severities are 1 and -1; means of 4 and 3 (2 and 3) spread by the root of 1/2, those of 1 and 3 by that of 2."""
    assert [line.is_apart for line in report(P1="J1:4", P2="J1:4 J2:2").judges] == [True, True]
    assert [line.is_apart for line in report(P1="J1:2", P2="J1:4 J2:2").judges] == [True, True]
    assert [line.is_apart for line in report(P1="J1:1", P2="J1:4 J2:2").judges] == [False, False]


def test_how_far_off_a_mark_is() -> None:
    """Residuals of P9 are 64, 64, -128 over 27, of eight others -8, -8, 16: squares 27648/729 over 16 degrees.

    So the standard deviation is the root of 1728/729, and the 1 of J3 lies 128 / root 1728 = 3.0792 below.
    """
    work = {f"P{n}": f"J1:{n} J2:{n} J3:{n}" for n in range(1, 10)}
    (odd,) = report(**{**work, "P9": "J1:9 J2:9 J3:1"}).outliers
    assert f"{odd.times:.4f}" == "-3.0792"
    assert abs(odd.times * odd.times - Decimal(128 * 128) / 1728) < Decimal("1e-25")


def test_a_mark_just_two_and_a_half_deviations_off_is_no_outlier() -> None:
    """J1 is 2.5 above what P1 and J1 suggest; the squares of all residuals are 12, over 4 x 3 degrees: deviation 1."""
    level = {f"P{n}": "J1:2 J2:2 J3:2 J4:2" for n in (2, 3, 4)}
    assert report(P1="J1:6 J2:2 J3:1 J4:2", P5="J1:3 J2:2 J3:3 J4:2", **level).outliers == ()
    (odd,) = report(P1="J1:7 J2:2 J3:1 J4:2", P5="J1:3 J2:2 J3:3 J4:2", **level).outliers
    assert (odd.number, odd.judge) == ("P1", "J1")


def test_work_of_one_judge_is_what_that_judge_was_to_give() -> None:
    """J1 gives four more than J2; P9 with six more is 1.9 deviations off, and P0, whom J1 marked alone, is not off."""
    work = {f"P{n}": "J1:6 J2:2" for n in range(1, 9)}
    assert report(**work, P9="J1:7 J2:1", P0="J1:6").outliers == ()
    assert report(P1="J1:6 J2:2", P2="J1:7 J3:1", P3="J3:4").outliers == ()  # no degree of freedom


def test_outlying_marks_stand_by_number_item_and_judge() -> None:
    """Of thirty works two are 4 apart, one each way: residuals of 2, deviation root of 16 / 29."""
    marks = {("P01", "b"): {"J2": F(4), "J1": F(8)}, ("P01", "a"): {"J2": F(8), "J1": F(4)}}
    level = {(f"P{n:02}", "a"): {"J2": F(5), "J1": F(5)} for n in range(29, 1, -1)}
    found = panel_report("pitch", (), level | marks, {}).outliers
    assert [(one.number, one.item, one.judge, one.mark - one.expected) for one in found] == [
        ("P01", "a", "J1", -2), ("P01", "a", "J2", 2), ("P01", "b", "J1", 2), ("P01", "b", "J2", -2),
    ]  # fmt: skip
