"""Each check on the smallest fault it is for, with the place and the facts it names; and silence otherwise."""

from typing import Any

import pytest
from tools.making import DAYS, criterion, exam, mark, person, program

from ikmctl.domain.diagnostic import Finding, Severity
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.checks import CHECKS, Inputs

TRACKS = [{"id": one, "name": one, "quota": "1"} for one in ("a", "b")]
JUDGED = {"per": "judge", "stage": "curation", "min": "1", "max": "5"}
ATTENDANCE = {"per": "session", "stage": "curation", "codes": {"H": "1", "A": "0"}}


def run(
    name: str, rules: Program, people: list[Participant] | None = None, marks: list[Mark] | None = None
) -> list[Finding]:
    return list(CHECKS[name](Inputs(rules, tuple(people or ()), tuple(marks or ()))))


def brief(found: list[Finding]) -> list[tuple[str, str]]:
    """Code and dotted path."""
    return [(one.code, ".".join(map(str, one.path))) for one in found]


def check(name: str, rules: Program, *expected: tuple[str, str], **data: Any) -> list[Finding]:
    found = run(name, rules, **data)
    assert brief(found) == list(expected)
    return found


def sound() -> Program:
    """A program in which every kind of thing is used, correctly."""
    return program(
        {
            "eligibility": [{"rule": "age", "min": "18", "max": "55"}, {"rule": "attendance", "min_sessions": "4"}],
            "criteria": [
                criterion("post", "marks.post", 30, threshold="60"),
                criterion("gain", {"gain": ["marks.pre", "marks.post"]}, 10, scale={"linear": ["0", "0.6"]}),
                criterion("practice", "marks.practice.x", 40, scale={"linear": ["1", "5"]}),
                criterion("there", {"share": "marks.attendance"}, 5, scale={"linear": ["0.8", "1"]}),
                criterion("dak", "groups.dak", 5, scale={"map": {"ya": "100", "tidak": "0"}}),
            ],
            "selection": {
                "balance": [{"field": "gender", "value": "female", "min": "1"}],
                "max_per": {"household": "1"},
            },
        },
        tracks=TRACKS,
        capacity={"max": "2"},
        groups=[{"id": "genteng", "name": "Genteng", "dak": "ya"}],
        marks={"pre": exam(), "post": exam(), "practice": {**JUDGED, "items": ["x"]}, "attendance": ATTENDANCE},
        panel={
            "judges": [{"id": "J1", "tracks": ["a", "b"]}, {"id": "J2", "items": ["practice.x"]}],
            "recusals": [{"judge": "J2", "id": "P2", "reason": "saudara"}],
        },
        schedule={
            "announce": "2025-10-06",
            "objection": {"start": "2025-10-07", "end": "2025-10-09"},
            "confirm_by": "2025-10-13",
        },
    )


def sound_data() -> tuple[list[Participant], list[Mark]]:
    people = [Participant(n, track="a", group="genteng", facts={"age": "20"}) for n in ("P1", "P2")]
    marks = [mark("P1", "pre", "50"), mark("P1", "post", "80"), Mark("P1", "attendance", "", "2025-09-29/1", "H")]
    marks += [
        Mark("P1", "practice", "x", "J1", "4"),
        Mark("P1", "practice", "x", "J2", "recused"),
        Mark("P2", "practice", "x", "J1", "3"),
    ]
    return people, marks


@pytest.mark.parametrize("name", CHECKS)
def test_a_sound_program_is_silent(name: str) -> None:
    people, marks = sound_data()
    assert run(name, sound(), people, marks) == []


@pytest.mark.parametrize("name", CHECKS)
def test_the_barest_program_is_silent(name: str) -> None:
    assert run(name, program(dates=None)) == []


def test_weights_that_sum_to_zero() -> None:
    (found,) = check(
        "weights", program({"criteria": [criterion("a", "fields.workers", 0)]}), ("IKM130", "stages.0.criteria")
    )
    assert (found.document, found.severity, found.params) == ("program.yaml", Severity.ERROR, {"stage": "curation"})
    check("weights", program({"criteria": [criterion("a", "fields.workers", 0), criterion("b", "fields.age", 1)]}))


@pytest.mark.parametrize(
    ("dates", "code", "path"),
    [
        ({"start": "2025-10-02", "end": "2025-09-29"}, "IKM131", "dates.end"),
        ({**DAYS, "off": ["2025-09-30", "2025-10-03"]}, "IKM132", "dates.off.1"),
        ({"start": "2025-09-29", "end": "2025-09-29", "off": ["2025-09-29"]}, "IKM165", "dates"),
        ({"start": "2025-09-29", "end": "2035-09-29"}, "IKM165", "dates"),
    ],
)
def test_dates(dates: dict[str, Any], code: str, path: str) -> None:
    check("dates", program(dates=dates), (code, path))


def test_an_objection_window_that_ends_before_it_starts() -> None:
    rules = program(schedule={"objection": {"start": "2025-10-09", "end": "2025-10-07"}})
    (found,) = check("schedule", rules, ("IKM131", "schedule.objection.end"))
    assert found.params == {"start": "2025-10-09", "end": "2025-10-07"}


@pytest.mark.parametrize(
    ("plan", "path"),
    [
        ({"announce": "2025-10-01"}, "schedule.announce"),
        (
            {"announce": "2025-10-08", "objection": {"start": "2025-10-07", "end": "2025-10-09"}},
            "schedule.objection.start",
        ),
        (
            {"objection": {"start": "2025-10-07", "end": "2025-10-09"}, "confirm_by": "2025-10-08"},
            "schedule.confirm_by",
        ),
    ],
)
def test_a_schedule_out_of_order(plan: dict[str, Any], path: str) -> None:
    (found,) = check("schedule", program(schedule=plan), ("IKM167", path))
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("keys", "code", "params"),
    [
        ({"min_share": "0.8"}, "IKM161", {"share": "80", "sessions": 4, "needed": 4}),
        ({"min_share": "1"}, "IKM161", {"share": "100", "sessions": 4, "needed": 4}),
        ({"min_share": "0"}, "IKM162", {"share": "0", "sessions": 4, "needed": 0}),
        ({"min_share": "0.75"}, "IKM162", {"share": "75", "sessions": 4, "needed": 3}),
        ({"min_share": "0.625"}, "IKM162", {"share": "62.5", "sessions": 4, "needed": 3}),
        ({"min_sessions": "5"}, "IKM149", {"needed": 5, "sessions": 4}),
    ],
)
def test_what_attendance_means_in_sessions(keys: dict[str, str], code: str, params: dict[str, Any]) -> None:
    rules = program(
        {"eligibility": [{"rule": "age"}, {"rule": "attendance", **keys}]}, marks={"attendance": ATTENDANCE}
    )
    (found,) = check("attendance", rules, (code, f"stages.0.eligibility.1.{next(iter(keys))}"))
    assert found.params == params
    assert found.severity is (Severity.ERROR if code == "IKM149" else Severity.NOTE)


def test_attendance_is_of_a_mark_per_session() -> None:
    """Of a test no session is ever recorded, so everybody would stay pending."""
    rules = program(
        {"eligibility": [{"rule": "attendance", "mark": "post", "min_share": "0.5"}]}, marks={"post": exam()}
    )
    (found,) = check("attendance", rules, ("IKM188", "stages.0.eligibility.0.mark"))
    assert (found.severity, found.params) == (Severity.ERROR, {"mark": "post"})


def test_attendance_without_dates() -> None:
    rules = program({"eligibility": [{"rule": "attendance", "min_sessions": "1"}]}, dates=None)
    check("attendance", rules, ("IKM150", "stages.0.eligibility.0"))


def test_an_unknown_method_names_the_nearest() -> None:
    (found,) = check("methods", program({"method": "topsys"}), ("IKM139", "stages.0.method"))
    assert (found.params["near"], found.params["known"]) == ("topsis", "weighted_sum, saw, wp, topsis")


def test_a_sum_needs_scales_and_a_relative_method_does_not() -> None:
    one = criterion("a", "fields.workers", scale=None)
    check("methods", program({"criteria": [one]}), ("IKM146", "stages.0.criteria.0"))
    check("methods", program({"criteria": [one], "method": "saw"}))


def test_criteria_and_an_order_exclude_each_other() -> None:
    rules = program({"criteria": [criterion("a", "fields.workers")], "order": [{"by": "fields.age"}]})
    check("methods", rules, ("IKM158", "stages.0.order"))


@pytest.mark.parametrize(
    ("scale", "code"),
    [
        ({"linear": ["5", "1"]}, "IKM140"),
        ({"bands": [{"below": "1", "points": "0"}, {"from": "2", "points": "100"}]}, "IKM141"),
        ({"bands": [{"below": "3", "points": "0"}, {"from": "2", "points": "100"}]}, "IKM142"),
        ({"bands": [{"from": "2", "below": "2", "points": "100"}]}, "IKM143"),
        ({"map": {"a": "101"}}, "IKM144"),
        ({"bands": [{"below": "1", "points": "100"}, {"from": "1", "points": "0"}]}, "IKM145"),
        ({"map": {"0": "100", "1": "50"}}, "IKM145"),
        ({"map": {"1": "0", "1.0": "50"}}, "IKM148"),
    ],
)
def test_faults_of_scales(scale: dict[str, Any], code: str) -> None:
    (found,) = check(
        "scales",
        program({"criteria": [criterion("a", "fields.workers", scale=scale)]}),
        (code, "stages.0.criteria.0.scale"),
    )
    assert found.params["criterion"] == "a"
    assert found.severity is (Severity.WARNING if code == "IKM145" else Severity.ERROR)


def test_points_that_follow_the_direction_are_fine() -> None:
    falling = {"map": {"0": "100", "1": "50", "lain": "70"}}
    check("scales", program({"criteria": [criterion("a", "fields.workers", scale=falling, direction="cost")]}))
    check("scales", program({"criteria": [criterion("a", "fields.workers", scale=None)]}))


@pytest.mark.parametrize("threshold", ["-1", "101"])
def test_thresholds_out_of_reach(threshold: str) -> None:
    rules = program(
        {"criteria": [criterion("a", "marks.post", threshold=threshold)], "threshold": threshold},
        marks={"post": exam()},
    )
    found = check("thresholds", rules, ("IKM160", "stages.0.threshold"), ("IKM160", "stages.0.criteria.0.threshold"))
    assert found[1].params == {"criterion": "a", "threshold": threshold, "low": "0", "high": "100"}
    of_item = program(
        {"criteria": [criterion("x", "marks.practice.x", threshold=threshold)]},
        marks={"practice": {**JUDGED, "items": ["x"]}},
    )
    (one,) = check("thresholds", of_item, ("IKM160", "stages.0.criteria.0.threshold"))
    assert one.params == {"criterion": "x", "threshold": threshold, "low": "1", "high": "5"}


def steps(*ends: str, last: str = "") -> dict[str, Any]:
    """Bands that begin at each end; the last is open, or ends before `last`."""
    found: list[dict[str, str]] = []
    for place, (low, high) in enumerate(zip(ends, (*ends[1:], last), strict=True)):
        found.append({"from": low, "points": str(100 * place // len(ends)), **({"below": high} if high else {})})
    return {"bands": found}


@pytest.mark.parametrize(
    ("source", "ends", "last", "uncovered"),
    [
        ("marks.post", ("0", "60"), "", []),
        ("marks.post", ("0", "60"), "100.5", []),
        ("marks.post", ("0", "60"), "100", ["100"]),
        ("marks.post", ("1", "60"), "100", ["0", "100"]),
        ("marks.practice.x", ("1", "3"), "5", ["5"]),
        ("marks.practice", ("2", "3"), "", ["1"]),
        ("marks.open", ("2", "3"), "4", []),
        ("marks.attendance", ("0", "3"), "4", ["4"]),
        ("marks.attendance", ("0", "3"), "5", []),
        ({"share": "marks.attendance"}, ("0", "0.8"), "1", ["1"]),
        ({"gain": ["marks.pre", "marks.post"]}, ("0", "0.5"), "1", ["1"]),
        ("fields.ready", ("0", "1"), "3", ["3"]),
        ("fields.workers", ("5", "10"), "20", []),
        ("stage.curation.score", ("0", "50"), "100", ["100"]),
        ("marks.none", ("0", "50"), "100", []),
        ({"count": "licences"}, ("1", "2"), "3", []),
    ],
)
def test_a_scale_covers_both_ends_of_its_value(
    source: str | dict[str, Any], ends: tuple[str, ...], last: str, uncovered: list[str]
) -> None:
    """Four days of one session each; a band holds its `from` and not its `below`."""
    rules = program(
        {"criteria": [criterion("c", source, scale=steps(*ends, last=last))]},
        marks={
            "pre": exam(), "post": exam(), "practice": {**JUDGED, "items": ["x"]}, "attendance": ATTENDANCE,
            "open": {"per": "participant", "stage": "curation"},
        },
        fields=[{"id": "ready", "type": "integer", "min": "0", "max": "3"}],
    )  # fmt: skip
    found = run("scales", rules)
    assert [one.params for one in found] == [{"criterion": "c", "value": value} for value in uncovered]
    assert {(one.code, one.severity) for one in found} <= {("IKM189", Severity.WARNING)}


def test_who_misses_a_threshold_needs_no_points() -> None:
    def found(limit: str) -> list[tuple[str, str]]:
        one = criterion("c", "marks.post", scale=steps("60", "80"), threshold=limit)
        return brief(run("scales", program({"criteria": [one]}, marks={"post": exam()})))

    assert found("60") == []
    assert found("0") == [("IKM189", "stages.0.criteria.0.scale")]


def test_a_map_that_lacks_an_end_is_told_and_words_have_none() -> None:
    marks = {"post": exam(max="2")}
    short = criterion("c", "marks.post", scale={"map": {"0": "0", "1": "100"}})
    assert [one.params["value"] for one in run("scales", program({"criteria": [short]}, marks=marks))] == ["2"]
    words = criterion("c", "fields.position", scale={"map": {"a": "0", "b": "100"}})
    assert run("scales", program({"criteria": [words]})) == []
    there = criterion("c", "marks.attendance", scale=steps("1", "2", last="3"))
    assert run("scales", program({"criteria": [there]}, marks={"attendance": ATTENDANCE}, dates=None)) == []


def test_thresholds_of_facts_and_open_marks_have_no_limits() -> None:
    open_mark = {"per": "participant", "stage": "curation"}
    rules = program(
        {
            "criteria": [
                criterion("a", "marks.post", threshold="999"),
                criterion("b", "fields.workers", threshold="999"),
            ]
        },
        marks={"post": open_mark},
    )
    check("thresholds", rules)


def test_ranges_the_wrong_way_round() -> None:
    rules = program(
        {"eligibility": [{"rule": "age", "min": "55", "max": "18"}, {"rule": "consent"}]},
        marks={"post": exam(min="100", max="0")},
        fields=[{"id": "ready", "type": "integer", "min": "3", "max": "0"}],
        groups=[{"id": "g", "name": "G", "seats": {"min": "3", "max": "1"}}],
    )
    check(
        "ranges", rules,
        ("IKM157", "marks.post.max"), ("IKM157", "fields.0.max"), ("IKM157", "stages.0.eligibility.0.max"),
    )  # fmt: skip
    check("seats", rules, ("IKM170", "groups.0.seats"))


@pytest.mark.parametrize(
    ("stage", "path"),
    [
        ({"criteria": [criterion("t", "fields.turnover", scale={"linear": ["0", "9"]})]}, "stages.0.criteria.0"),
        (
            {"eligibility": [{"rule": "age"}, {"rule": "one_of", "field": "turnover", "values": ["1"]}]},
            "stages.0.eligibility.1",
        ),
        (
            {"criteria": [criterion("a", "fields.age"), criterion("t", {"ratio": ["fields.turnover", "fields.age"]})]},
            "stages.0.criteria.1",
        ),
        ({"selection": {"balance": [{"field": "disability", "value": "yes", "min": "1"}]}}, "stages.0"),
    ],
)
def test_sensitive_facts_that_something_reads_raw(stage: dict[str, Any], path: str) -> None:
    check("sensitive", program(stage), ("IKM147", path))


def test_only_the_stage_that_reads_a_sensitive_fact_raw_is_named() -> None:
    banded = {"bands": [{"below": "5000000", "points": "0"}, {"from": "5000000", "points": "100"}]}
    first = {"id": "first", "criteria": [criterion("t", "fields.turnover", scale=banded)]}
    second = {"id": "second", "criteria": [criterion("t", "fields.turnover")]}
    check("sensitive", program(stages=[first, second]), ("IKM147", "stages.1.criteria.0"))


def test_a_sensitive_fact_in_bands_is_fine_and_so_is_an_open_one() -> None:
    banded = {"bands": [{"below": "5000000", "points": "0"}, {"from": "5000000", "points": "100"}]}
    check("sensitive", program({"criteria": [criterion("t", "fields.turnover", scale=banded)]}))
    raw = program(
        {"criteria": [criterion("t", "fields.turnover")]},
        fields=[{"id": "turnover", "type": "rupiah", "sensitive": "false"}],
    )
    check("sensitive", raw)


def test_ids_that_name_two_things() -> None:
    criteria = [criterion("x", "fields.workers"), criterion("x", "fields.age"), criterion("x", "fields.age")]
    rules = program(
        tracks=[TRACKS[0], TRACKS[0]],
        stages=[{"id": "s"}, {"id": "s", "criteria": criteria}],
        groups=[{"id": "g", "name": "G"}] * 2,
        fields=[{"id": "f", "type": "text"}] * 2,
        panel={"judges": [{"id": "J1"}, {"id": "J1"}]},
    )
    found = check(
        "ids", rules,
        ("IKM148", "tracks.1.id"), ("IKM148", "groups.1.id"), ("IKM148", "fields.1.id"),
        ("IKM148", "stages.1.id"), ("IKM148", "panel.judges.1.id"), ("IKM148", "stages.1.criteria.1.id"),
    )  # fmt: skip
    assert [tuple(one.params.items()) for one in found] == [
        (("kind", kind), ("id", name))
        for kind, name in (
            ("track", "a"), ("group", "g"), ("field", "f"), ("stage", "s"), ("judge", "J1"), ("criterion", "x"),
        )
    ]  # fmt: skip


def test_an_item_named_twice_would_count_twice() -> None:
    marks = {
        "practice": {**JUDGED, "items": ["x", "y", "x", "x"]},
        "plan": {**JUDGED, "items": ["x", "y"]},
        "test": {**exam(), "items": ["y", "y"]},
    }
    found = check("ids", program(marks=marks), ("IKM148", "marks.practice.items.2"), ("IKM148", "marks.test.items.1"))
    assert [one.params for one in found] == [{"kind": "item", "id": "x"}, {"kind": "item", "id": "y"}]


def two_stages(second: dict[str, Any], **keys: Any) -> Program:
    return program(stages=[{"id": "admission"}, {"id": "curation", **second}], **keys)


def test_marks_that_belong_elsewhere_or_nowhere() -> None:
    marks = {"post": exam("admission"), "practice": {**JUDGED, "items": ["x"]}, "late": exam("final")}
    second = {
        "eligibility": [{"rule": "tests_taken", "marks": ["post", "pre"]}],
        "criteria": [
            criterion("a", "marks.post"),
            criterion("b", "marks.practise"),
            criterion("c", "marks.practice.z"),
            criterion("d", "stage.curation.score"),
            criterion("e", "stage.admission.score"),
        ],
        "from": "kurasi",
    }
    found = check(
        "marks-and-stages", two_stages(second, marks=marks),
        ("IKM138", "marks.late.stage"),
        ("IKM133", "stages.1.criteria.0.source"),
        ("IKM134", "stages.1.criteria.1.source"),
        ("IKM135", "stages.1.criteria.2.source"),
        ("IKM138", "stages.1.criteria.3.source"),
        ("IKM133", "stages.1.eligibility.0"),
        ("IKM134", "stages.1.eligibility.0"),
        ("IKM138", "stages.1.from"),
    )  # fmt: skip
    assert found[1].params == {"mark": "post", "stage": "admission", "used": "curation"}
    assert found[2].params["near"] == "practice"
    assert found[4].params == {"stage": "curation", "known": "admission"}


def test_a_stage_may_take_its_pool_from_an_earlier_one() -> None:
    check("marks-and-stages", two_stages({"from": "admission"}))


def test_weights_of_items_that_are_not_there_and_sessions_without_codes() -> None:
    marks = {
        "practice": {**JUDGED, "items": ["x"], "weights": {"x": "1", "y": "2"}},
        "attendance": {"per": "session", "stage": "curation"},
    }
    check(
        "marks-and-stages", program(marks=marks), ("IKM135", "marks.practice.weights.y"), ("IKM168", "marks.attendance")
    )


def test_fields_that_are_private_or_not_known() -> None:
    rules = program(
        {
            "eligibility": [{"rule": "one_of", "field": "ocupation", "values": ["x"]}],
            "criteria": [criterion("a", "fields.birth_date"), criterion("b", "fields.ready")],
            "order": [{"by": "fields.registered_at"}, {"by": "fields.registred_at"}],
            "selection": {"balance": [{"field": "nik", "value": "x", "min": "1"}], "max_per": {"houshold": "1"}},
        },
        fields=[{"id": "ready", "type": "integer"}],
    )
    found = check(
        "fields", rules,
        ("IKM136", "stages.0.eligibility.0"),
        ("IKM137", "stages.0.selection.balance.0.field"),
        ("IKM136", "stages.0.selection.max_per.houshold"),
        ("IKM137", "stages.0.criteria.0.source"),
        ("IKM136", "stages.0.order.1.by"),
    )  # fmt: skip
    assert (found[0].params["near"], found[2].params["near"]) == ("occupation", "household")


def test_a_name_like_none_still_gets_an_example() -> None:
    rules = program({"criteria": [criterion("a", "fields.zzzzzz")]}, fields=[{"id": "ready", "type": "integer"}])
    assert run("fields", rules)[0].params["near"] == "ready"
    assert run("marks-and-stages", program({"criteria": [criterion("a", "marks.zz")]}))[0].params["near"] == "-"


def test_gains_need_one_known_maximum() -> None:
    marks = {"pre": exam(max="50"), "post": exam(), "open": {"per": "participant", "stage": "curation"}}
    rules = program(
        {
            "criteria": [
                criterion("a", {"gain": ["marks.pre", "marks.post"]}),
                criterion("b", {"gain": ["marks.pre", "marks.open"]}),
                criterion("c", {"gain": ["marks.open", "marks.post"]}),
                criterion("d", {"gain": ["fields.f", "fields.f"]}),
            ]
        },
        marks=marks,
        fields=[{"id": "f", "type": "integer", "max": "3"}],
    )
    check("worked-out", rules, ("IKM153", "stages.0.criteria.0.source"), ("IKM152", "stages.0.criteria.1.source"))


def test_shares_are_of_sessions_and_groups_have_known_attributes() -> None:
    rules = program(
        {
            "criteria": [
                criterion("a", {"share": "marks.post"}),
                criterion("b", {"share": "marks.none"}),
                criterion("c", "groups.colour"),
                criterion("d", {"share": "fields.x"}),
            ]
        },
        marks={"post": exam()},
    )
    check(
        "worked-out", rules,
        ("IKM169", "stages.0.criteria.0.source"), ("IKM169", "stages.0.criteria.1.source"),
        ("IKM166", "stages.0.criteria.2.source"), ("IKM169", "stages.0.criteria.3.source"),
    )  # fmt: skip


def test_judges_of_unknown_things() -> None:
    rules = program(
        marks={"practice": {**JUDGED, "items": ["x"]}, "post": exam()},
        tracks=TRACKS,
        panel={
            "judges": [{"id": "J1", "tracks": ["a", "z"], "items": ["practice", "practice.y", "post"]}],
            "recusals": [{"judge": "J9", "id": "P1", "reason": ""}, {"judge": "J1", "id": "P9", "reason": ""}],
        },
    )
    expected = [
        ("IKM154", "panel.judges.0.tracks.1"), ("IKM155", "panel.judges.0.items.1"),
        ("IKM155", "panel.judges.0.items.2"), ("IKM156", "panel.recusals.0.judge"),
    ]  # fmt: skip
    check("judges", rules, *expected)
    check("judges", rules, *expected, ("IKM441", "panel.recusals.1.id"), people=[person("P1")])


def test_items_that_nobody_marks() -> None:
    rules = program(
        marks={"post": exam(), "practice": {**JUDGED, "items": ["x", "y"]}, "pitch": JUDGED},
        tracks=TRACKS,
        panel={"judges": [{"id": "J1", "items": ["practice.x", "pitch"]}, {"id": "J2", "tracks": ["a"]}]},
    )
    (found,) = check("coverage", rules, ("IKM159", "panel.judges"))
    assert found.params == {"item": "practice.y", "track": "b", "judges": 0}


def test_trimming_needs_three_judges() -> None:
    rules = program(marks={"pitch": JUDGED}, panel={"aggregate": "trimmed", "judges": [{"id": "J1"}, {"id": "J2"}]})
    (found,) = check("coverage", rules, ("IKM163", "panel.aggregate"))
    assert found.params == {"item": "pitch", "track": "all", "judges": 2, "least": 3}
    enough = program(
        marks={"pitch": JUDGED}, panel={"aggregate": "trimmed", "judges": [{"id": f"J{n}"} for n in "123"]}
    )
    check("coverage", enough)


def test_judges_who_agree_in_every_cell_are_pointed_out() -> None:
    judges = [{"id": one} for one in ("J1", "J2", "J3")]
    rules = program(marks={"pitch": JUDGED}, panel={"judges": judges})

    def marks(judge: str, count: int, last: str = "4") -> list[Mark]:
        own = [Mark(f"P{at:02}", "pitch", "", judge, str(1 + at % 4)) for at in range(count - 1)]
        return [*own, Mark(f"P{count - 1:02}", "pitch", "", judge, last)]

    def told(*sheets: list[Mark]) -> list[tuple[object, object]]:
        found = run("copied", rules, [], [one for sheet in sheets for one in sheet])
        return [(one.params["judges"], one.params["count"]) for one in found]

    assert told(marks("J3", 20), marks("J1", 20), marks("J2", 20, last="1")) == [("J1, J3", 20)]
    assert told(marks("J1", 19), marks("J2", 19)) == []  # few cells may well agree
    flat = [[Mark(f"P{at}", "pitch", "", judge, "3") for at in range(30)] for judge in ("J1", "J2")]
    assert told(*flat) == []  # everybody alike in everybody's eyes is no copy


def severe(compare: str, **keys: Any) -> Program:
    panel = {"aggregate": "adjusted", "judges": [{"id": "J1"}, {"id": "J2"}], **keys}
    return program({"selection": {"compare": compare}}, marks={"pitch": JUDGED}, tracks=TRACKS, panel=panel)


def test_severity_is_compared_only_among_linked_judges() -> None:
    people = [Participant("P1", track="a"), Participant("P2", track="b")]
    apart = [Mark("P1", "pitch", "", "J1", "3"), Mark("P2", "pitch", "", "J2", "4")]
    (found,) = check("linked", severe("score"), ("IKM164", "panel.aggregate"), people=people, marks=apart)
    assert found.params == {"mark": "pitch", "track": "-", "groups": "J1; J2"}
    check("linked", severe("place"), people=people, marks=apart)
    same_track = [Participant("P1", track="a"), Participant("P2", track="a")]
    three = [*apart, Mark("P1", "pitch", "", "J3", "3")]
    judges = [{"id": one} for one in ("J1", "J2", "J3")]
    (found,) = run("linked", severe("score", judges=judges), people, three)
    assert found.params["groups"] == "J1, J3; J2"
    # Whoever has named no track yet may come to stand in any: the judges of a meet J2 through such a person.
    anybody = [*same_track, Participant("P3")]
    assert {one.params["track"] for one in run("linked", severe("place"), anybody, apart)} == {"a"}
    both = [*apart, Mark("P3", "pitch", "", "J1", "3"), Mark("P3", "pitch", "", "J2", "3")]
    check("linked", severe("place"), people=anybody, marks=both)
    (found,) = check("linked", severe("place"), ("IKM164", "panel.aggregate"), people=same_track, marks=apart)
    assert found.params["track"] == "a"
    check("linked", severe("score", aggregate="mean"), people=people, marks=apart)


@pytest.mark.parametrize(
    ("one", "code", "column"),
    [
        (Mark("P1", "posttest", "", "", "5"), "IKM430", "mark"),
        (Mark("P1", "practice", "z", "J1", "3"), "IKM431", "item"),
        (Mark("P1", "practice", "", "J1", "3"), "IKM431", "item"),
        (Mark("P1", "practice", "x", "J9", "3"), "IKM432", "by"),
        (Mark("P1", "practice", "x", "", "3"), "IKM432", "by"),
        (Mark("P1", "attendance", "", "2025-10-05/1", "H"), "IKM433", "by"),
        (Mark("P1", "attendance", "", "2025-09-29/1", "X"), "IKM434", "value"),
        (Mark("P1", "post", "", "", "80,5"), "IKM435", "value"),
        (Mark("P1", "post", "", "", "101"), "IKM436", "value"),
        (Mark("P1", "practice", "x", "J1", "0.5"), "IKM436", "value"),
        (Mark("P9", "post", "", "", "80"), "IKM437", "number"),
        (Mark("P1", "post", "", "", "recused"), "IKM452", "value"),
        (Mark("P1", "post", "", "J1", "80"), "IKM453", "by"),
    ],
)
def test_marks_by_themselves(one: Mark, code: str, column: str) -> None:
    people, marks = sound_data()
    (found,) = run("marks", sound(), people, [*marks, one])
    assert (found.code, found.document, found.path) == (code, "marks.csv", (len(marks), column))


def test_each_line_of_a_repeated_fault_is_named() -> None:
    people, _ = sound_data()
    marks = [mark("P1", "post", "101"), mark("P2", "post", "101")]
    assert [one.path for one in run("marks", sound(), people, marks)] == [(0, "value"), (1, "value")]


def test_a_range_may_be_open_at_one_end() -> None:
    rules = program(
        marks={
            "post": {"per": "participant", "stage": "curation", "min": "1"},
            "free": {"per": "participant", "stage": "curation"},
        }
    )
    marks = [mark("P1", "post", "999"), mark("P1", "free", "-999"), mark("P1", "post", "0")]
    (found,) = run("marks", rules, [person("P1")], marks)
    assert found.params == {"mark": "post", "found": "0", "low": "1", "high": "-"}
    ends = [mark("P1", "post", "1"), mark("P1", "post", "0.99"), mark("P2", "post", "0.9")]
    assert [one.path[0] for one in run("marks", rules, [person("P1"), person("P2")], ends)] == [1, 2]
    unnamed = program(marks={"pitch": JUDGED})
    assert run("marks", unnamed, [person("P1")], [Mark("P1", "pitch", "", "siapa saja", "3")]) == []


def test_marks_of_judges_who_were_not_to_give_them() -> None:
    rules = program(
        marks={"pitch": JUDGED},
        tracks=TRACKS,
        panel={
            "judges": [{"id": "J1", "tracks": ["a"]}, {"id": "J2"}],
            "recusals": [{"judge": "J2", "id": "P1", "reason": ""}],
        },
    )
    people = [Participant("P1", track="b"), Participant("P2", track="a")]
    marks = [
        Mark("P1", "pitch", "", "J1", "3"),
        Mark("P1", "pitch", "", "J2", "3"),
        Mark("P2", "pitch", "", "J1", "3"),
        Mark("P1", "pitch", "", "J9", "3"),
    ]
    found = run("assignments", rules, people, marks)
    assert [(one.code, one.path, one.severity) for one in found] == [
        ("IKM439", (0, "by"), Severity.ERROR),
        ("IKM451", (1, "by"), Severity.WARNING),
    ]


def test_gaps_are_told_by_judge_among_people_whom_somebody_marked() -> None:
    rules = program(marks={"practice": {**JUDGED, "items": ["x", "y"]}}, panel={"judges": [{"id": "J1"}, {"id": "J2"}]})
    people = [person(n) for n in ("P3", "P1", "P2")]
    marks = [
        Mark("P1", "practice", "x", "J1", "3"),
        Mark("P2", "practice", "x", "J1", "3"),
        Mark("P2", "practice", "y", "J1", "3"),
    ]
    found = run("gaps", rules, people, marks)
    assert [one.params for one in found] == [
        {"judge": "J1", "mark": "practice", "people": 1, "marks": 1},
        {"judge": "J2", "mark": "practice", "people": 2, "marks": 4},
    ]
    assert {one.severity for one in found} == {Severity.WARNING}


def test_tracks_that_do_not_exist() -> None:
    people = [Participant("P1", track="a", track_2="z"), Participant("P2", track="x"), Participant("P3")]
    found = run("tracks", program(tracks=TRACKS), people)
    assert [(one.code, one.document, one.path) for one in found] == [
        ("IKM440", "participants.csv", (0, "track_2")),
        ("IKM440", "participants.csv", (1, "track")),
        ("IKM629", "participants.csv", (2, "track")),
    ]
    assert (found[2].severity, found[2].params) == (Severity.WARNING, {"count": 1, "people": "P3"})


def test_many_without_a_track_are_counted_and_the_first_named() -> None:
    people = [Participant(f"P{n:02}") for n in range(1, 13)]
    (found,) = run("tracks", program(tracks=TRACKS), people)
    named = ", ".join(f"P{n:02}" for n in range(1, 11))
    assert (found.path, found.params) == ((0, "track"), {"count": 12, "people": f"{named}, ..."})


def test_a_second_choice_is_a_track_where_it_counts() -> None:
    people = [Participant("P1", track_2="a")]
    assert len(run("tracks", program(tracks=TRACKS), people)) == 1
    choosy = program(tracks=TRACKS, stages=[{"id": "curation", "selection": {"second_choice": "true"}}])
    assert run("tracks", choosy, people) == []


def test_a_program_without_tracks_misses_none() -> None:
    assert run("tracks", program(tracks=[]), [Participant("P1")]) == []


def test_more_people_than_room() -> None:
    people = [person(n) for n in ("P1", "P2", "P3")]
    (found,) = check("capacity", program(capacity={"max": "2"}), ("IKM151", "capacity.max"), people=people)
    assert (found.severity, found.params) == (Severity.WARNING, {"max": 2, "participants": 3})
    (found,) = check("capacity", two_stages({}, capacity={"max": "2"}), ("IKM151", "capacity.max"), people=people)
    assert found.severity is Severity.NOTE
    check("capacity", program(capacity={"max": "3"}), people=people)


def test_values_that_no_scale_covers_are_named_once_each() -> None:
    rules = program(
        {
            "criteria": [
                criterion("role", "fields.position", scale={"map": {"pengurus": "90"}}),
                criterion("post", "marks.post", scale={"map": {"1": "50"}}),
                criterion("word", "fields.product", scale=None),
            ]
        },
        marks={"post": exam()},
    )
    people = [
        person("P1", position="juru"),
        person("P2", position="juru"),
        person("P3", position="pengurus", product="tahu"),
    ]
    found = run("covered", rules, people, [mark("P1", "post", "2"), mark("P2", "post", "1")])
    assert [(one.code, one.document, one.path) for one in found] == [
        ("IKM443", "participants.csv", (0, "position")),
        ("IKM443", "program.yaml", ("stages", 0, "criteria", 1, "scale")),
    ]
    assert found[0].params == {"criterion": "role", "value": "juru"}


def test_a_missing_or_faulty_scale_is_not_told_again_for_every_value() -> None:
    people = [person("P1", product="tahu")]
    word = criterion("word", "fields.product", scale=None)
    check("covered", program({"criteria": [word]}), people=people)
    check("covered", program({"criteria": [word], "method": "vikor"}), people=people)
    faulty = criterion("word", "fields.product", scale={"map": {"a": "101"}})
    check("covered", program({"criteria": [faulty]}), people=people)
    relative = program({"criteria": [word], "method": "saw"})
    assert run("covered", relative, people)[0].params == {"criterion": "word", "value": "tahu"}
    number = criterion("test", "marks.post", scale=None)
    rules = program({"criteria": [number], "method": "saw"}, marks={"post": exam()})
    check("covered", rules, people=people, marks=[mark("P1", "post", "7")])


def test_a_word_on_a_line_is_not_covered_but_numbers_always_are() -> None:
    rules = program(
        {"criteria": [criterion("w", "fields.workers"), criterion("p", "marks.post")]}, marks={"post": exam()}
    )
    found = run("covered", rules, [person("P1", workers="lima")], [mark("P1", "post", "999")])
    assert brief(found) == [("IKM443", "0.workers")]


def test_a_relative_method_is_told_and_its_odd_columns_too() -> None:
    one = criterion("c", "fields.workers", scale=None, direction="cost")
    rules = program({"method": "saw", "criteria": [one]})
    (found,) = check("reversal", rules, ("IKM445", "stages.0.method"))
    assert found.severity is Severity.NOTE
    values = {
        "IKM446": ("-1", "2", Severity.ERROR),
        "IKM447": ("0", "0", Severity.WARNING),
        "IKM448": ("0", "2", Severity.WARNING),
        "IKM449": ("2", "2", Severity.NOTE),
    }
    for code, (first, second, severity) in values.items():
        people = [person("P1", workers=first), person("P2", workers=second)]
        (found,) = check("columns", rules, (code, "stages.0.criteria.0"), people=people)
        assert found.severity is severity
    check("columns", rules)
    summed = {"id": "first", "criteria": [criterion("c", "fields.workers")]}
    second = program(stages=[summed, {"id": "second", "method": "saw", "criteria": [one]}])
    zeros = [person("P1", workers="0"), person("P2", workers="0")]
    check("columns", second, ("IKM447", "stages.1.criteria.0"), people=zeros)
    check("columns", program({"criteria": [criterion("c", "fields.workers")]}), people=[person("P1", workers="1")])
    later = two_stages({"from": "admission", "method": "saw", "criteria": [one]})
    check("columns", later, people=[person("P1", workers="0"), person("P2", workers="0")])
