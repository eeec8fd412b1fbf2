"""Standing, points and keys of everybody in a stage."""

from fractions import Fraction
from typing import Any

import pytest
from tools.making import criterion, exam, mark, person, program

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.engine import evaluate as evaluate_module
from ikmctl.engine.evaluate import evaluate

MARKS = {"post": exam(), "plan": exam()}


def card(rules: Program, marks: list[Mark], who: Participant | None = None) -> ScoreCard:
    who = who or person()
    return evaluate(rules, rules.stages[0], [who], marks).cards[who.number]


def two_criteria(**keys: Any) -> Program:
    """`post` with weight 30 and `plan` with weight 10; keys belong to `post`."""
    first = criterion("post", "marks.post", 30, **keys)
    return program({"criteria": [first, criterion("plan", "marks.plan", 10)]}, marks=MARKS)


def test_the_key_is_the_sum_of_weight_times_points() -> None:
    found = card(two_criteria(), [mark("P1", "post", "80"), mark("P1", "plan", "62.5")])
    assert (found.standing, found.key, found.unit, found.best_key) == (
        "eligible",
        30 * 800_000 + 10 * 625_000,
        400_000,
        found.key,
    )
    assert Fraction(found.key or 0, found.unit) == Fraction(30 * 80 + 10 * Fraction(125, 2), 40)
    assert found.causes == ()


def test_points_are_rounded_half_up_once_to_a_ten_thousandth() -> None:
    """100 x 1/3 is 33.33333..., so 333,333 units; 100 x 0.0000005 is half a unit and goes up."""
    third = program({"criteria": [criterion("post", "marks.post", scale={"linear": ["0", "3"]})]}, marks=MARKS)
    assert card(third, [mark("P1", "post", "1")]).points["post"].points == 333_333
    tiny = program({"criteria": [criterion("post", "marks.post", scale={"linear": ["0", "1"]})]}, marks=MARKS)
    assert card(tiny, [mark("P1", "post", "0.0000005")]).points["post"].points == 1
    assert card(tiny, [mark("P1", "post", "0.00000049")]).points["post"].points == 0


def test_a_missing_value_is_pending_with_the_best_that_is_possible() -> None:
    found = card(two_criteria(), [mark("P1", "plan", "62.5")])
    assert (found.standing, found.key, found.best_key) == ("pending", None, 30 * 1_000_000 + 10 * 625_000)
    assert [(reason.key, reason.params) for reason in found.reasons] == [("missing.value", {"source": "marks.post"})]
    assert found.causes == ("post",)


def test_a_missing_value_may_put_a_person_out() -> None:
    found = card(two_criteria(missing="reject"), [mark("P1", "plan", "62.5")])
    assert (found.standing, found.key, found.best_key, found.causes) == ("ineligible", None, 10 * 625_000, ("post",))


def test_a_missing_value_may_earn_the_worst() -> None:
    scale = {"map": {"1": "20", "2": "70"}}
    found = card(two_criteria(missing="worst", scale=scale), [mark("P1", "plan", "62.5")])
    assert (found.standing, found.key, found.best_key) == ("eligible", 30 * 200_000 + 10 * 625_000, found.key)
    assert found.points["post"].missing is not None


@pytest.mark.parametrize("missing", ["reject", "worst"])
def test_a_gap_of_the_panel_is_never_held_against_the_participant(missing: str) -> None:
    practice = {"per": "judge", "stage": "curation", "min": "1", "max": "5", "items": ["x"]}
    rules = program(
        {"criteria": [criterion("practice", "marks.practice", scale={"linear": ["1", "5"]}, missing=missing)]},
        marks={"practice": practice},
        panel={"judges": [{"id": "J1"}, {"id": "J2"}]},
    )
    found = card(rules, [Mark("P1", "practice", "x", "J1", "3")])
    assert (found.standing, found.points["practice"].best) == ("pending", 750_000)
    unmarked = card(rules, [])
    assert unmarked.standing == ("ineligible" if missing == "reject" else "eligible")


@pytest.mark.parametrize(
    ("direction", "mark_value", "key"),
    [
        ("benefit", "60", None),
        ("benefit", "59.99", "threshold.below"),
        ("cost", "60", None),
        ("cost", "60.01", "threshold.above"),
    ],
)
def test_thresholds_are_in_raw_units(direction: str, mark_value: str, key: str | None) -> None:
    rules = two_criteria(threshold="60", direction=direction)
    found = card(rules, [mark("P1", "post", mark_value), mark("P1", "plan", "50")])
    assert found.standing == ("eligible" if key is None else "ineligible")
    assert [reason.key for reason in found.reasons] == ([] if key is None else [key])
    assert found.key is not None


def test_a_shown_value_is_never_rounded_across_its_limit() -> None:
    found = card(two_criteria(threshold="60"), [mark("P1", "post", "59.99999"), mark("P1", "plan", "50")])
    assert found.reasons[0].params == {"criterion": "post", "value": "59.9999", "threshold": "60"}
    found = card(
        two_criteria(threshold="60", direction="cost"), [mark("P1", "post", "60.00001"), mark("P1", "plan", "50")]
    )
    assert found.reasons[0].params == {"criterion": "post", "value": "60.0001", "threshold": "60"}


def test_a_word_has_no_threshold() -> None:
    rules = program(
        {"criteria": [criterion("role", "fields.position", scale={"map": {"pengurus": "90"}}, threshold="50")]}
    )
    assert card(rules, [], person(position="pengurus")).standing == "eligible"


def test_a_value_that_the_scale_does_not_cover_is_pending() -> None:
    rules = program({"criteria": [criterion("role", "fields.position", scale={"map": {"pengurus": "90"}})]})
    found = card(rules, [], person(position="juru tulis"))
    assert (found.standing, found.best_key) == ("pending", 900_000)
    assert found.reasons[0].key == "missing.uncovered"
    assert found.reasons[0].params == {"criterion": "role", "value": "juru tulis"}


def test_a_criterion_without_a_scale_has_no_points_in_a_sum() -> None:
    found = card(two_criteria(scale=None), [mark("P1", "post", "80"), mark("P1", "plan", "50")])
    assert (found.standing, found.reasons[0].key) == ("pending", "missing.scale")
    assert found.best_key == 30 * 1_000_000 + 10 * 500_000
    gone = card(two_criteria(scale=None, missing="worst"), [mark("P1", "plan", "50")])
    assert gone.points["post"].points == 0


def test_weights_that_sum_to_zero_do_not_divide_by_zero() -> None:
    rules = program({"criteria": [criterion("post", "marks.post", 0)]}, marks=MARKS)
    found = card(rules, [mark("P1", "post", "80")])
    assert (found.key, found.unit) == (0, 10_000)


def test_rules_that_fail_put_out_and_rules_that_wait_are_pending() -> None:
    rules = program({"eligibility": [{"rule": "age", "min": "18"}, {"rule": "domicile", "within": "33.24"}]})
    assert card(rules, [], person(age="20", district="33.24.01")).standing == "eligible"
    failed = card(rules, [], person(age="17"))
    assert (failed.standing, [one.key for one in failed.reasons]) == ("ineligible", ["age.young"])
    assert failed.causes == ("age", "domicile")
    waiting = card(rules, [], person(age="20"))
    assert (waiting.standing, [one.key for one in waiting.reasons]) == ("pending", ["domicile.unknown"])


def test_a_fault_that_can_be_mended_waits() -> None:
    rules = program({"eligibility": [{"rule": "documents", "required": ["KTP"], "severity": "fix"}]})
    found = card(rules, [], person(documents="NIB"))
    assert (found.standing, found.verdicts[0].outcome, found.reasons[0].key) == (
        "pending",
        "failed",
        "documents.lacking",
    )
    assert found.causes == ("documents",)


def test_a_rule_sees_marks_the_group_and_the_codes_of_the_track() -> None:
    rules = program(
        {
            "eligibility": [
                {"rule": "attendance", "min_sessions": "1"},
                {"rule": "nominated"},
                {"rule": "kbli"},
                {"rule": "tests_taken", "marks": ["post"]},
            ]
        },
        tracks=[
            {"id": "batik", "name": "Batik", "quota": "1", "kbli": ["13134"]},
            {"id": "mebel", "name": "Mebel", "quota": "1", "kbli": ["31001"]},
        ],
        groups=[{"id": "genteng", "name": "Sentra Genteng"}],
        marks={**MARKS, "attendance": {"per": "session", "stage": "curation", "codes": {"H": "1", "A": "0"}}},
    )
    marks = [Mark(number, "attendance", "", "2025-09-29/1", code) for number, code in (("P1", "H"), ("P2", "A"))]
    marks.append(mark("P1", "post", "10"))
    people = [
        Participant("P1", track="batik", group="genteng", facts={"kbli": "13134"}),
        Participant("P2", track="mebel", group="lain", facts={"kbli": "13134"}),
    ]
    cards = evaluate(rules, rules.stages[0], people, marks).cards
    assert [one.outcome for one in cards["P1"].verdicts] == ["met", "met", "met", "met"]
    assert [one.outcome for one in cards["P2"].verdicts] == ["pending", "failed", "failed", "pending"]


def test_people_alike_share_one_verdict_and_one_set_of_points() -> None:
    rules = program(
        {"eligibility": [{"rule": "age", "min": "18"}], "criteria": [criterion("post", "marks.post")]}, marks=MARKS
    )
    people = [person("P1", age="20"), person("P2", age="20"), person("P3", age="21")]
    marks = [mark("P1", "post", "70"), mark("P2", "post", "70"), mark("P3", "post", "71")]
    cards = evaluate(rules, rules.stages[0], people, marks).cards
    assert cards["P1"].verdicts[0] is cards["P2"].verdicts[0]
    assert cards["P1"].points["post"] is cards["P2"].points["post"]
    assert cards["P3"].points["post"].points == 710_000


def test_only_the_pool_and_the_marks_of_the_stage_take_part() -> None:
    rules = program(
        {"criteria": [criterion("post", "marks.post")]},
        marks={"post": exam(), "early": exam("admission")},
    )
    marks = [mark("P1", "post", "70"), mark("P2", "post", "80"), mark("P1", "early", "5")]
    found = evaluate(rules, rules.stages[0], [person("P1"), person("P2")], marks, pool={"P2"})
    assert (set(found.cards), found.criteria, found.stage) == ({"P2"}, ("post",), "curation")
    foreign = program({"criteria": [criterion("post", "marks.early")]}, marks={"early": exam("admission")})
    assert card(foreign, [mark("P1", "early", "5")]).standing == "pending"


def test_the_score_of_an_earlier_stage_carries_over() -> None:
    rules = program({"criteria": [criterion("before", "stage.admission.score")]})
    carried = {"admission": {"P1": ScoreCard("P1", "a", "eligible", key=1, unit=3)}}
    found = evaluate(rules, rules.stages[0], [person()], [], carried=carried).cards["P1"]
    assert found.points["before"].points == 3_333  # a score of 1/3 on 0-100 is a third of a point


def test_the_threshold_on_the_total_looks_at_the_best_that_is_possible() -> None:
    criteria = [criterion("post", "marks.post", 30), criterion("plan", "marks.plan", 10)]
    rules = program({"criteria": criteria, "threshold": "70"}, marks=MARKS)
    enough = card(rules, [mark("P1", "post", "70"), mark("P1", "plan", "70")])
    assert enough.standing == "eligible"
    below = card(rules, [mark("P1", "post", "70"), mark("P1", "plan", "69.99")])
    assert (below.standing, below.causes) == ("ineligible", ("total",))
    assert below.reasons[0].params == {"score": "69.997500", "threshold": "70"}
    may_still = card(rules, [mark("P1", "post", "60")])
    assert may_still.standing == "pending"
    cannot = card(rules, [mark("P1", "post", "59.9")])
    assert (cannot.standing, cannot.causes) == ("ineligible", ("plan", "total"))


def test_a_person_already_out_is_not_put_out_again() -> None:
    rules = program({"criteria": [criterion("post", "marks.post", threshold="50")], "threshold": "70"}, marks=MARKS)
    assert card(rules, [mark("P1", "post", "40")]).causes == ("post",)
    lottery = program({"threshold": "70"})
    assert card(lottery, []).standing == "eligible"


TRACKS = [{"id": one, "name": one, "quota": "1"} for one in ("a", "b")]


@pytest.mark.parametrize(
    ("track", "track_2", "second", "standing"),
    [
        ("a", "", "false", "eligible"),
        ("", "", "false", "pending"),
        ("x", "b", "false", "pending"),
        ("x", "b", "true", "eligible"),
    ],
)
def test_without_a_known_track_a_person_waits(track: str, track_2: str, second: str, standing: str) -> None:
    rules = program({"selection": {"second_choice": second}}, tracks=TRACKS)
    found = card(rules, [], Participant("P1", track=track, track_2=track_2))
    assert found.standing == standing
    assert found.causes == (() if standing == "eligible" else ("track",))


def test_without_tracks_everybody_is_in_the_one_track() -> None:
    assert card(program(), []).track == "all"
    assert card(program(tracks=TRACKS), [], Participant("P1", track="a")).track == "a"


def test_nobody_is_no_trouble() -> None:
    rules = two_criteria()
    assert evaluate(rules, rules.stages[0], [], []).cards == {}


def ordered(order: list[dict[str, str]], people: list[Participant]) -> dict[str, ScoreCard]:
    rules = program({"order": order})
    return dict(evaluate(rules, rules.stages[0], people, []).cards)


def test_who_has_no_track_of_the_program_is_pending_and_told_which_it_is() -> None:
    found = card(program(tracks=TRACKS), [], Participant("P1", track="z"))
    assert (found.standing, found.reasons) == ("pending", (Reason("missing.track", {"track": "z"}),))


def test_an_order_ranks_every_different_value_from_one() -> None:
    numbers = ("900", "-3", "20", "1000000", "7", "20.0", "0.5")
    people = [person(f"P{place}", nomination_rank=text) for place, text in enumerate(numbers)]
    cards = ordered([{"by": "fields.nomination_rank"}], people)
    assert [cards[one.number].order for one in people] == [(5,), (1,), (4,), (6,), (3,), (4,), (2,)]
    words = ("utara", "barat", "timur", "selatan", "7", "tengah", "barat")
    people = [person(f"P{place}", nomination_rank=text) for place, text in enumerate(words)]
    cards = ordered([{"by": "fields.nomination_rank", "direction": "descending"}], people)
    assert [cards[one.number].order for one in people] == [(-6,), (-2,), (-5,), (-3,), (-1,), (-4,), (-2,)]


def test_an_order_takes_the_place_of_scores() -> None:
    people = [
        person("P1", nomination_rank="10"),
        person("P2", nomination_rank="9"),
        person("P3", nomination_rank="10.0"),
    ]
    cards = ordered([{"by": "fields.nomination_rank"}], people)
    assert [cards[number].order for number in ("P1", "P2", "P3")] == [(2,), (1,), (2,)]
    assert (cards["P1"].key, cards["P1"].best_key) == (None, None)
    down = ordered([{"by": "fields.nomination_rank", "direction": "descending"}], people)
    assert down["P1"].order < down["P2"].order


def test_an_order_of_words_is_an_order_of_text() -> None:
    people = [
        Participant("P1", registered_at="2025-09-01T08:00:00"),
        Participant("P2", registered_at="2025-08-31T23:59:59"),
        Participant("P3", registered_at="10"),
    ]
    cards = ordered([{"by": "fields.registered_at"}], people)
    assert sorted(cards, key=lambda number: cards[number].order) == ["P3", "P2", "P1"]


def test_a_blank_in_the_order_is_pending() -> None:
    cards = ordered(
        [{"by": "fields.nomination_rank"}, {"by": "fields.workers"}],
        [person("P1"), person("P2", nomination_rank="1", workers="2")],
    )
    assert (cards["P1"].standing, cards["P1"].causes, cards["P1"].order) == ("pending", ("order",), ())
    assert cards["P1"].reasons == (Reason("missing.order", {"source": "fields.nomination_rank"}),)
    assert cards["P2"].order == (1, 1)


def relative(method: str, *criteria: dict[str, Any], **values: dict[str, str]) -> dict[str, ScoreCard]:
    """A stage by one relative method; values: number -> field -> text."""
    rules = program(
        {"method": method, "criteria": list(criteria)},
        fields=[{"id": "c", "type": "decimal"}, {"id": "d", "type": "decimal"}],
    )
    people = [person(number, **facts) for number, facts in values.items()]
    return dict(evaluate(rules, rules.stages[0], people, []).cards)


def test_a_relative_method_takes_raw_values_or_the_points_of_a_scale() -> None:
    """SAW by hand: c is a cost, 2/2 and 2/4; d has a scale and is a benefit whatever it says, 50/100 and 100/100."""
    cards = relative(
        "saw",
        criterion("c", "fields.c", 3, scale=None, direction="cost"),
        criterion("d", "fields.d", 1, scale={"linear": ["0", "10"]}, direction="cost"),
        P1={"c": "2", "d": "5"},
        P2={"c": "4", "d": "0"},
    )
    assert (cards["P1"].key, cards["P1"].unit) == (3 * 1_000_000 + 500_000, 40_000)
    assert cards["P2"].key == 3 * 500_000 + 1_000_000
    assert cards["P2"].points["c"].points == 500_000


def test_only_the_eligible_enter_a_relative_method_and_the_pending_may_still_be_best() -> None:
    one = criterion("c", "fields.c", 1, scale=None, threshold="2")
    cards = relative("saw", one, P1={"c": "2"}, P2={"c": "4"}, P3={"c": "1"}, P4={})
    assert cards["P1"].key == 500_000
    assert (cards["P3"].standing, cards["P3"].key) == ("ineligible", None)
    assert (cards["P4"].standing, cards["P4"].key, cards["P4"].best_key) == ("pending", None, 1_000_000)


def test_missing_as_worst_is_the_worst_of_the_column() -> None:
    one = criterion("c", "fields.c", 1, scale=None, missing="worst")
    cards = relative("saw", one, P1={"c": "2"}, P2={"c": "4"}, P3={})
    assert (cards["P3"].standing, cards["P3"].key) == ("eligible", cards["P1"].key)
    cost = criterion("c", "fields.c", 1, scale=None, missing="worst", direction="cost")
    cards = relative("saw", cost, P1={"c": "2"}, P2={"c": "4"}, P3={})
    assert cards["P3"].key == cards["P2"].key
    scaled = criterion("c", "fields.c", 1, scale={"map": {"2": "10", "4": "40"}}, missing="worst")
    cards = relative("saw", scaled, P1={"c": "2"}, P2={"c": "4"}, P3={})
    assert cards["P3"].key == cards["P1"].key == 250_000


def test_a_word_without_a_scale_waits_in_a_relative_method() -> None:
    cards = relative("saw", criterion("c", "fields.c", scale=None), P1={"c": "2"}, P2={"c": "dua"})
    assert (cards["P2"].standing, cards["P2"].causes) == ("pending", ("c",))


def test_an_unknown_method_counts_as_the_weighted_sum_until_the_checks_stop_it() -> None:
    rules = program({"method": "vikor", "criteria": [criterion("post", "marks.post")]}, marks=MARKS)
    assert card(rules, [mark("P1", "post", "80")]).key == 800_000


def test_severity_is_taken_over_everybody_in_the_pool() -> None:
    """J2 marks one point below J1 wherever both mark, so P3, seen by J2 alone, gains half a point on P2."""
    practice = {"per": "judge", "stage": "curation", "min": "1", "max": "5"}
    rules = program(
        {"criteria": [criterion("practice", "marks.practice", scale={"linear": ["1", "5"]})]},
        marks={"practice": practice},
        panel={"aggregate": "adjusted", "incomplete": "mean_of_present", "judges": [{"id": "J1"}, {"id": "J2"}]},
    )
    marks = [
        Mark(*one)
        for one in (
            ("P1", "practice", "", "J1", "4"),
            ("P1", "practice", "", "J2", "3"),
            ("P2", "practice", "", "J1", "3"),
            ("P3", "practice", "", "J2", "3"),
        )
    ]
    cards = evaluate(rules, rules.stages[0], [person(n) for n in ("P1", "P2", "P3")], marks).cards
    assert [cards[n].points["practice"].raw for n in ("P1", "P2", "P3")] == [
        Fraction(7, 2),
        Fraction(5, 2),
        Fraction(7, 2),
    ]


def test_of_very_many_different_rows_only_the_first_are_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate_module, "_FEW", 1)
    one, two = (object(),), (object(),)
    made = list(evaluate_module._shared([one, two, one, two], lambda row: [row]))
    assert made == [[one], [two], [one], [two]]
    assert made[0] is made[2]
    assert made[1] is not made[3]


def test_a_mark_to_come_changes_severities_and_so_may_earn_more_than_its_most() -> None:
    """At 5 the mark of J2 takes P0 to 60.42; with the severities of now, 5 would be worth 54.17."""
    asides = {"P0": "J1", "P1": "J1", "P2": "J3", "P3": "J3"}
    rules = program(
        {"criteria": [criterion("c", "marks.practice", scale={"linear": ["1", "5"]})]},
        marks={"practice": {"per": "judge", "stage": "curation", "min": "1", "max": "5"}},
        panel={
            "aggregate": "adjusted",
            "judges": [{"id": judge} for judge in ("J1", "J2", "J3")],
            "recusals": [{"judge": judge, "id": number, "reason": "saudara"} for number, judge in asides.items()],
        },
    )
    given = "P0 J3 4, P1 J2 2, P1 J3 4, P2 J1 1, P2 J2 5, P3 J1 2, P3 J2 4"
    marks = [
        Mark(number, "practice", "", judge, value)
        for number, judge, value in (one.split() for one in given.split(", "))
    ]
    people = [Participant(number) for number in asides]
    waiting = evaluate(rules, rules.stages[0], people, marks).cards["P0"]
    done = evaluate(rules, rules.stages[0], people, [*marks, Mark("P0", "practice", "", "J2", "5")]).cards["P0"]
    assert (waiting.standing, waiting.best_key, done.key) == ("pending", 1_000_000, 604_167)
