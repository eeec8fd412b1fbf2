"""Raw values: from marks, facts, groups and stages, exactly, with the limits of what is missing."""

from fractions import Fraction
from typing import Any

import pytest
from tools.making import DAYS, SESSIONS, criterion, exam, mark, person, program

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.source import read_source
from ikmctl.engine.sources import JudgedReader, Value, index_marks, make_desk, reader
from ikmctl.engine.sources.base import marks_of

F = Fraction
JUDGED = {"per": "judge", "stage": "curation", "min": "1", "max": "5", "items": ["x", "y"]}
P1 = person("P1")


def value(rules: Program, source: Any, who: Participant = P1, marks: list[Mark] | None = None, **desk: Any) -> Value:
    index = index_marks(marks or [], list(rules.marks))
    read = reader(read_source(source), make_desk(rules, index, **desk))
    return read.read(read.key(who))


def judge_marks(*entries: str) -> list[Mark]:
    """`x J1 4` as marks of `practice`."""
    return [Mark("P1", "practice", *entry.split()) for entry in entries]


def panel(*judges: str | dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"judges": [{"id": one} if isinstance(one, str) else one for one in judges], **keys}


def judged(*judges: str | dict[str, Any], spec: dict[str, Any] | None = None, **keys: Any) -> Program:
    return program(marks={"practice": {**JUDGED, **(spec or {})}}, panel=panel(*judges, **keys))


def test_a_test_is_its_number() -> None:
    rules = program(marks={"post": exam()})
    assert value(rules, "marks.post", marks=[mark("P1", "post", "80.25")]).raw == F("80.25")
    assert value(rules, "marks.post", marks=[mark("P1", "post", "0")]).raw == 0


@pytest.mark.parametrize("marks", [[], *([mark(*one)] for one in (
    ("P1", "post", "tidak hadir"), ("P2", "post", "80"), ("P1", "post", "recused"),
))])  # fmt: skip
def test_a_missing_test_can_become_anything_in_its_range(marks: list[Mark]) -> None:
    found = value(program(marks={"post": exam()}), "marks.post", marks=marks)
    assert (found.raw, found.low, found.high) == (None, 0, 100)
    assert found.missing is not None
    assert (found.missing.key, found.missing.params) == ("missing.value", {"source": "marks.post"})


def test_of_two_marks_the_order_of_lines_does_not_decide() -> None:
    rules = program(marks={"post": exam()})
    two = [mark("P1", "post", "70"), mark("P1", "post", "80"), mark("P1", "post", "75")]
    assert value(rules, "marks.post", marks=two).raw == value(rules, "marks.post", marks=two[::-1]).raw == 80


def test_marks_are_indexed_by_what_is_wanted() -> None:
    marks = [
        mark("P1", "a", "1"),
        mark("P1", "b", "2"),
        mark("P2", "a", "3"),
        mark("P2", "a", "4"),
        mark("P2", "a", "5"),
    ]
    index = index_marks(marks, ["a"])
    assert marks_of(index, "a", "P1") == (marks[0],)
    assert marks_of(index, "a", "P2") == marks[2:]
    assert marks_of(index, "a", "P3") == ()
    assert marks_of(index, "b", "P1") == ()


def test_the_mean_over_judges_and_items() -> None:
    marks = judge_marks("x J1 4", "y J1 5", "x J2 3", "y J2 3")
    assert value(judged("J1", "J2"), "marks.practice", marks=marks).raw == F(15, 4)
    assert value(judged("J1", "J2"), "marks.practice.x", marks=marks).raw == F(7, 2)


def test_items_have_weights() -> None:
    marks = judge_marks("x J1 4", "y J1 5", "x J2 3", "y J2 3")
    rules = judged("J1", "J2", spec={"weights": {"x": "3"}})
    assert value(rules, "marks.practice", marks=marks).raw == (3 * F(7, 2) + F(4)) / 4


def test_items_split_among_judges_keep_their_weights() -> None:
    rules = judged(
        {"id": "J1", "items": ["practice.x"]}, {"id": "J2", "items": ["practice.y"]}, spec={"weights": {"x": "3"}}
    )
    assert value(rules, "marks.practice", marks=judge_marks("x J1 5", "y J2 1")).raw == F(16, 4)


def test_a_gap_stops_and_says_who_and_how_many() -> None:
    found = value(judged("J1", "J2"), "marks.practice", marks=judge_marks("x J1 4", "y J1 5", "x J2 3"))
    assert (found.raw, found.low, found.high, found.panel_gap) == (None, F(4 + 3 + 5 + 1, 4), F(4 + 3 + 5 + 5, 4), True)
    assert found.missing is not None
    assert found.missing.params == {"source": "marks.practice", "judges": "J2", "count": 1}
    found = value(judged("J1", "J2", "J3"), "marks.practice", marks=judge_marks("x J1 4", "y J1 5"))
    assert found.missing is not None
    assert found.missing.params == {"source": "marks.practice", "judges": "J2, J3", "count": 4}


def test_a_gap_may_be_left_out_of_the_mean_where_the_rules_say_so() -> None:
    rules = judged("J1", "J2", incomplete="mean_of_present")
    assert value(rules, "marks.practice", marks=judge_marks("x J1 4", "y J1 5", "x J2 3")).raw == (F(7, 2) + 5) / 2
    found = value(rules, "marks.practice", marks=judge_marks("x J1 4", "x J2 3"))
    assert (found.raw, found.panel_gap) == (None, True)


def test_without_any_mark_it_is_the_participant_who_is_missing() -> None:
    found = value(judged("J1", "J2"), "marks.practice")
    assert (found.raw, found.low, found.high, found.panel_gap) == (None, 1, 5, False)


def test_without_a_range_nothing_is_known_of_a_missing_mark() -> None:
    rules = program(marks={"practice": {"per": "judge", "stage": "curation"}}, panel=panel("J1"))
    found = value(rules, "marks.practice")
    assert (found.raw, found.low, found.high) == (None, None, None)


@pytest.mark.parametrize("judges", [(), ("J1", "J2")])
def test_who_owes_a_mark(judges: tuple[str, ...]) -> None:
    rules = judged(*judges)
    marks = judge_marks("x J1 4", "y J1 5", "x J2 recused")
    desk = make_desk(rules, index_marks(marks, ["practice"]))
    read = reader(read_source("marks.practice"), desk)
    assert isinstance(read, JudgedReader)
    assert read.lacking(P1) == ["J2"]


def test_a_recused_judge_is_neither_missing_nor_zero() -> None:
    rules = judged("J1", "J2", recusals=[{"judge": "J2", "id": "P1", "reason": "saudara"}])
    marks = judge_marks("x J1 4", "y J1 5", "x J2 1", "y J2 1")
    assert value(rules, "marks.practice", marks=marks).raw == F(9, 2)
    by_mark = judge_marks("x J1 4", "y J1 5", "x J2 recused", "y J2 recused")
    assert value(judged("J1", "J2"), "marks.practice", marks=by_mark).raw == F(9, 2)


def test_with_every_judge_recused_the_panel_is_to_blame() -> None:
    rules = judged("J1", recusals=[{"judge": "J1", "id": "P1", "reason": "saudara"}])
    found = value(rules, "marks.practice")
    assert (found.raw, found.low, found.panel_gap) == (None, None, True)
    assert found.missing is not None
    assert found.missing.key == "missing.judges"


def test_one_item_without_a_judge_is_the_panels_gap() -> None:
    apart = ({"id": "J1", "items": ["practice.x"]}, {"id": "J2", "items": ["practice.y"]})
    rules = judged(*apart, recusals=[{"judge": "J1", "id": "P1", "reason": "saudara"}])
    for marks in ([], judge_marks("y J2 4")):
        found = value(rules, "marks.practice", marks=marks)
        assert (found.raw, found.low, found.high, found.panel_gap) == (None, None, None, True)
        assert found.missing == Reason("missing.judges", {"source": "marks.practice"})


def test_who_lacks_is_named_in_the_order_of_the_alphabet() -> None:
    found = value(judged("J3", "J5", "J1", "J4", "J2"), "marks.practice.x", marks=judge_marks("x J3 4"))
    assert found.missing == Reason(
        "missing.panel", {"source": "marks.practice.x", "judges": "J1, J2, J4, J5", "count": 4}
    )
    nobody = value(program(marks={"practice": JUDGED}), "marks.practice")
    assert nobody.missing == Reason("missing.value", {"source": "marks.practice"})


def test_judges_mark_their_tracks() -> None:
    rules = program(
        tracks=[{"id": one, "name": one, "quota": "1"} for one in ("a", "b")],
        marks={"practice": JUDGED},
        panel=panel({"id": "J1", "tracks": ["a"]}, {"id": "J2", "tracks": ["b"]}, {"id": "J3", "items": ["practice"]}),
    )
    marks = judge_marks("x J1 4", "y J1 4", "x J2 1", "y J2 1", "x J3 5", "y J3 5")
    assert value(rules, "marks.practice", who=person("P1", track="a"), marks=marks).raw == F(9, 2)
    assert value(rules, "marks.practice", who=person("P1", track="b"), marks=marks).raw == F(3)


def test_without_a_panel_those_who_marked_are_the_judges() -> None:
    rules = program(marks={"practice": JUDGED})
    assert value(rules, "marks.practice", marks=judge_marks("x A 4", "y A 2", "x B 3", "y B 3")).raw == 3
    found = value(rules, "marks.practice", marks=judge_marks("x A 4", "y A 2", "x B 3"))
    assert (found.raw, found.panel_gap) == (None, True)


def test_a_test_with_items_has_no_judges() -> None:
    rules = program(marks={"quiz": exam(items=["a", "b"])}, panel=panel("J1", aggregate="trimmed"))  # type: ignore[arg-type]  # keys of a program as text
    marks = [Mark("P1", "quiz", "a", "", "60"), Mark("P1", "quiz", "b", "", "80")]
    assert value(rules, "marks.quiz", marks=marks).raw == 70
    found = value(rules, "marks.quiz", marks=marks[:1])
    assert (found.raw, found.low, found.high, found.panel_gap) == (None, 30, 80, False)


def test_trimmed_drops_the_highest_and_lowest_mark_of_each_item() -> None:
    rules = judged("J1", "J2", "J3", "J4", aggregate="trimmed", spec={"items": []})
    marks = [Mark("P1", "practice", "", f"J{index}", one) for index, one in enumerate("5132", 1)]
    assert value(rules, "marks.practice", marks=marks).raw == F(5, 2)
    two = judged("J1", "J2", aggregate="trimmed", spec={"items": []})
    assert value(two, "marks.practice", marks=marks[:2]).raw == 3
    three = judged("J1", "J2", "J3", aggregate="trimmed", spec={"items": []})
    assert value(three, "marks.practice", marks=[*marks[:2], Mark("P1", "practice", "", "J3", "2")]).raw == 2
    one = judged("J1", aggregate="trimmed", spec={"items": []})
    assert value(one, "marks.practice", marks=marks[:1]).raw == 5


def test_adjusted_takes_severity_away() -> None:
    rules = judged("J1", "J2", aggregate="adjusted", spec={"items": []})
    marks = [Mark("P1", "practice", "", "J1", "4"), Mark("P1", "practice", "", "J2", "3")]
    severity = {"practice": {"J1": F(1, 2), "J2": F(-1, 4)}}
    assert value(rules, "marks.practice", marks=marks, severity=severity).raw == (F(7, 2) + F(13, 4)) / 2
    unknown = {"practice": {"J1": F(1, 2)}}
    assert value(rules, "marks.practice", marks=marks, severity=unknown).raw == (F(7, 2) + 3) / 2
    assert value(rules, "marks.practice", marks=marks).raw == F(7, 2)


ATTENDANCE = {"per": "session", "stage": "curation", "codes": {"H": "1", "T": "0.5", "A": "0"}}


def attended(codes: str) -> list[Mark]:
    return [Mark("P1", "attendance", "", one, code) for one, code in zip(SESSIONS, codes, strict=False)]


def test_sessions_count_by_their_codes() -> None:
    rules = program(marks={"attendance": ATTENDANCE})
    assert value(rules, {"share": "marks.attendance"}, marks=attended("HHTA")).raw == F(5, 8)
    assert value(rules, "marks.attendance", marks=attended("HHTA")).raw == F(5, 2)


@pytest.mark.parametrize("codes", ["HTA", "HTA?"])
def test_a_session_without_a_record_is_missing_not_absent(codes: str) -> None:
    found = value(program(marks={"attendance": ATTENDANCE}), {"share": "marks.attendance"}, marks=attended(codes))
    assert (found.raw, found.low, found.high) == (None, F(3, 8), F(5, 8))
    assert found.missing == Reason("missing.sessions", {"source": "{share: marks.attendance}", "sessions": 1})


def test_sessions_to_come_count_as_much_as_the_best_code() -> None:
    """With T for half a session, "TT" of four is one, and two at most; of two records the later code counts."""
    half = program(marks={"attendance": {**ATTENDANCE, "codes": {"T": "0.5"}}})
    found = value(half, "marks.attendance", marks=attended("TT"))
    assert (found.low, found.high) == (1, 2)
    both = [*attended("HHTA"), *attended("AT")]
    rules = program(marks={"attendance": ATTENDANCE})
    assert value(rules, "marks.attendance", marks=both).raw == value(rules, "marks.attendance", marks=both[::-1]).raw


def test_without_dates_there_are_no_sessions() -> None:
    found = value(
        program(marks={"attendance": ATTENDANCE}, dates=None), {"share": "marks.attendance"}, marks=attended("H")
    )
    assert found.missing is not None
    assert found.missing.key == "missing.sessions_unknown"
    no_codes = program(marks={"attendance": {"per": "session", "stage": "curation"}}, dates=DAYS)
    assert value(no_codes, {"share": "marks.attendance"}).high == 1


@pytest.mark.parametrize(
    ("pre", "post", "gain"),
    [("50", "80", F(3, 5)), ("0", "0", F(0)), ("80", "50", F(-3, 2)), ("100", "100", F(1)), ("100", "99", F(0))],
)
def test_gain_is_the_part_of_the_possible_that_was_reached(pre: str, post: str, gain: Fraction) -> None:
    rules = program(marks={"pre": exam(), "post": exam()})
    marks = [mark("P1", "pre", pre), mark("P1", "post", post)]
    assert value(rules, {"gain": ["marks.pre", "marks.post"]}, marks=marks).raw == gain


def test_a_gain_with_a_part_missing_has_limits() -> None:
    rules = program(marks={"pre": exam(), "post": exam()})
    source = {"gain": ["marks.pre", "marks.post"]}
    no_post = value(rules, source, marks=[mark("P1", "pre", "50")])
    assert (no_post.low, no_post.high) == (F(-1), F(1))
    no_pre = value(rules, source, marks=[mark("P1", "post", "60")])
    assert (no_pre.low, no_pre.high) == (None, F(3, 5))
    assert no_pre.missing is not None
    assert no_pre.missing.params == {"source": "marks.pre"}
    unlimited = program(marks={"pre": {"per": "participant", "stage": "curation"}, "post": exam()})
    assert value(unlimited, source, marks=[mark("P1", "post", "60")]).high is None


@pytest.mark.parametrize(
    ("least", "post", "low", "high"),
    [
        ("50", "40", None, F(0)),
        ("50", "60", None, F(1, 5)),
        ("50", "100", F(1), F(1)),
        ("100", "40", F(0), F(0)),
    ],
)
def test_a_first_test_to_come_may_be_full(least: str, post: str, low: F | None, high: F) -> None:
    """From 50 to 40 is a loss of a fifth, from 99 to 40 one of 59, from 100 to 40 none: `0` by the definition."""
    rules = program(marks={"pre": exam(min=least), "post": exam()})
    found = value(rules, {"gain": ["marks.pre", "marks.post"]}, marks=[mark("P1", "post", post)])
    assert (found.low, found.high) == (low, high)


def test_a_first_test_without_a_most_may_be_full_too() -> None:
    rules = program(marks={"pre": {"per": "participant", "stage": "curation", "min": "50"}, "post": exam()})
    found = value(rules, {"gain": ["marks.pre", "marks.post"]}, marks=[mark("P1", "post", "40")])
    assert (found.low, found.high) == (None, F(0))


def test_a_gain_waits_for_the_panel_of_either_part() -> None:
    """The maximum is that of the second, also where it is one item."""
    rules = program(marks={"practice": JUDGED, "post": exam(max="5")}, panel=panel("J1", "J2"))
    for source in (["marks.practice.x", "marks.post"], ["marks.post", "marks.practice.x"]):
        found = value(rules, {"gain": source}, marks=judge_marks("x J1 4"))
        assert (found.raw, found.panel_gap) == (None, True)
        assert not value(rules, {"gain": source}).panel_gap
    marks = [*judge_marks("x J1 4", "x J2 4"), mark("P1", "post", "3")]
    assert value(rules, {"gain": ["marks.post", "marks.practice.x"]}, marks=marks).raw == F(1, 2)
    assert value(rules, {"gain": ["marks.practice.x", "marks.post"]}, marks=marks).raw == -1


def test_a_gain_between_facts_takes_the_maximum_of_the_second() -> None:
    fields = [{"id": "before", "type": "integer"}, {"id": "after", "type": "integer", "max": "10"}]
    source = {"gain": ["fields.before", "fields.after"]}
    assert value(program(fields=fields), source, who=person(before="5", after="8")).raw == F(3, 5)
    found = value(program(fields=fields[:1]), source, who=person(before="5", after="8"))
    assert (found.raw, found.missing is not None) == (None, True)
    words = value(program(fields=fields), source, who=person(before="lima", after="8"))
    assert words.missing is not None
    assert words.missing.key == "missing.number"
    assert value(program(), {"gain": ["groups.units", "groups.units"]}).raw is None


def test_a_ratio() -> None:
    source = {"ratio": ["fields.capacity", "line.volume"]}
    who = person(capacity="150")
    assert value(program(), source, who=who, line={"volume": "200"}).raw == F(3, 4)
    zero = value(program(), source, who=who, line={"volume": "0"})
    assert (zero.raw, zero.missing.key if zero.missing else "") == (None, "missing.zero")
    gone = value(program(), source, who=who)
    assert gone.missing is not None
    assert gone.missing.params == {"source": "line.volume"}
    words = value(program(), source, who=person(capacity="banyak"), line={"volume": "2"})
    assert (words.missing.key if words.missing else "") == "missing.number"


def test_a_ratio_waits_for_the_panel_of_either_part() -> None:
    for source in ({"ratio": ["marks.practice", "fields.workers"]}, {"ratio": ["fields.workers", "marks.practice"]}):
        found = value(judged("J1", "J2"), source, who=person(workers="2"), marks=judge_marks("x J1 4", "y J1 5"))
        assert (found.raw, found.panel_gap) == (None, True)
        assert not value(judged("J1", "J2"), source, who=person(workers="2")).panel_gap


def test_a_fact_is_its_text_and_knows_its_range_while_missing() -> None:
    rules = program(fields=[{"id": "ready", "type": "integer", "min": "0", "max": "3"}])
    assert value(rules, "fields.ready", who=person(ready="2")).raw == "2"
    found = value(rules, "fields.ready")
    assert (found.raw, found.low, found.high) == (None, 0, 3)
    assert value(rules, "fields.workers").low is None


@pytest.mark.parametrize(("text", "count"), [("PIRT|Halal", 2), ("PIRT", 1), ("PIRT|PIRT", 1)])
def test_a_count_is_of_different_values(text: str, count: int) -> None:
    assert value(program(), {"count": "licences"}, who=person(licences=text)).raw == count


def test_a_blank_count_is_missing_not_zero() -> None:
    found = value(program(), {"count": "licences"})
    assert (found.raw, found.low, found.high) == (None, 0, None)


def test_attributes_of_the_group() -> None:
    rules = program(groups=[{"id": "genteng", "name": "Sentra Genteng", "dak": "berjalan", "units": "7"}])
    of_group = person(group="genteng")
    assert value(rules, "groups.units", who=of_group).raw == "7"
    assert value(rules, "groups.dak", who=of_group).raw == "berjalan"
    assert value(rules, "groups.id", who=of_group).raw == "genteng"
    assert value(rules, "groups.name", who=of_group).raw == "Sentra Genteng"
    assert value(rules, "groups.priority", who=of_group).raw is None
    assert value(rules, "groups.dak", who=person(group="lain")).raw is None


def test_the_score_of_an_earlier_stage() -> None:
    carried = {
        "admission": {"P1": ScoreCard("P1", "a", "eligible", key=750, unit=10), "P2": ScoreCard("P2", "a", "pending")}
    }
    assert value(program(), "stage.admission.score", carried=carried).raw == 75
    found = value(program(), "stage.admission.score", who=person("P2"), carried=carried)
    assert (found.raw, found.low, found.high) == (None, 0, 100)
    assert value(program(), "stage.other.score", carried=carried).raw is None


def test_an_undeclared_source_is_missing_for_everybody() -> None:
    assert value(program(), "marks.none").raw is None
    assert value(program(), {"share": "fields.x"}).raw is None
    assert value(program(marks={"post": exam()}), {"share": "marks.post"}, marks=[mark("P1", "post", "80")]).raw is None


def test_equal_keys_mean_equal_values() -> None:
    """What a reader's key leaves out must not matter: the same marks under another number give the same key."""
    rules = judged("J1")
    marks = judge_marks("x J1 4", "y J1 5") + [
        Mark("P2", "practice", item, "J1", one) for item, one in (("y", "5"), ("x", "4"))
    ]
    read = reader(read_source("marks.practice"), make_desk(rules, index_marks(marks, ["practice"])))
    assert read.key(person("P1")) == read.key(person("P2"))


def test_a_criterion_may_name_its_source_in_any_spelling() -> None:
    rules = program(
        {"criteria": [criterion("c", {"gain": ["marks.pre", "marks.post"]})]}, marks={"pre": exam(), "post": exam()}
    )
    assert str(rules.stages[0].criteria[0].source) == "{gain: [marks.pre, marks.post]}"
