"""One participant in full, and what it would have taken."""

from hashlib import sha256

import pytest
from msgspec.structs import replace

from ikmctl.domain.mark import Mark
from ikmctl.domain.rule import Reason
from ikmctl.domain.selection import Because
from ikmctl.engine.explain import criterion_line, explain, sentence
from ikmctl.engine.tickets import ticket
from ikmctl.engine.whatif import WhatIf, what_if
from ikmctl.render.labels import on_screen
from tests.unit.engine.replaying import VALUE, cohort, rules
from tests.unit.engine.selecting import choose, given, program


def test_a_selected_participant() -> None:
    base = cohort()
    told = explain(base.program.stages[0], base.play(), "P2")
    assert told.sentence == Reason("outcome.selected.place", {"number": "P2", "track": "x", "detail": "", "place": 2})
    assert (told.score, told.line, told.gap, told.ticket, told.what_if) == ("80.000000", "80.000000", None, None, None)
    (line,) = told.criteria
    assert (line.criterion, line.weight, line.raw, line.points, line.adds) == ("test", 1, "80", "80.0000", "80.000000")


def test_somebody_below_the_line() -> None:
    base = cohort(people="P1 x 90\nP2 x 80\nP3 x 80\nP4 x 70\nP5 y 50").draw()
    told = explain(base.program.stages[0], base.play(), "P4", what_if=True)
    assert (told.line, told.gap) == ("80.000000", "10.000000")
    assert told.ticket == ticket(base.play().seed or "", "P4")
    assert told.what_if is not None


def test_the_smallest_step_below_the_line_is_told() -> None:
    base = cohort(people="P1 x 90\nP2 x 80\nP3 x 79.9999")
    told = explain(base.program.stages[0], base.play(), "P3")
    assert (told.score, told.line, told.gap) == ("79.999900", "80.000000", "0.000100")


def test_somebody_below_an_open_tie_is_told_who_is_tied() -> None:
    base = cohort(people="P1 x 90\nP2 x 80\nP3 x 80\nP4 x 70\nP5 y 50")
    told = explain(base.program.stages[0], base.play(), "P4").sentence
    assert on_screen("en", told) == "waits until the order ahead of them is settled: P2, P3 are tied"
    assert on_screen("id", told) == "menunggu sampai urutan di atasnya diputus: nilai P2, P3 sama"
    alone = sentence(base.play().selection.entries["P4"])
    assert on_screen("en", alone) == "waits until the order ahead of them is settled"


def test_a_reserve_is_told_what_kept_them_off() -> None:
    base = cohort()
    told = explain(base.program.stages[0], base.play(), "P3")
    assert told.reasons == (
        Reason(
            "outcome.out.quota",
            {"track": "x", "seats": 2, "missed": "quota", "missed_detail": "", "place": 3, "detail": ""},
        ),
    )
    assert on_screen("en", told.reasons[0]) == "the 2 seats of track x went to people with a better place"


def test_each_criterion_adds_its_points_by_its_share_of_the_weights() -> None:
    criteria = [
        {"id": name, "source": f"marks.{name}", "direction": "benefit", "scale": {"linear": ["0", "100"]},
         "weight": weight, "missing": "pending"}
        for name, weight in (("test", "3"), ("work", "1"))
    ]  # fmt: skip
    spec = {"per": "participant", "stage": "s", "min": "0", "max": "100"}
    base = cohort(rules(stage={"criteria": criteria}, marks={"test": spec, "work": spec}), "P1 x 80")
    base = replace(base, marks=(*base.marks, Mark("P1", "work", "", "", "30")))
    told = explain(base.program.stages[0], base.play(), "P1")
    # 80 at three quarters, 30 at one quarter
    assert [(one.weight, one.points, one.adds) for one in told.criteria] == [
        (3, "80.0000", "60.000000"), (1, "30.0000", "7.500000"),
    ]  # fmt: skip
    assert told.score == "67.500000"
    unknown = criterion_line(program().stages[0], base.play().evaluation.cards["P1"], "work")
    assert (unknown.weight, unknown.points, unknown.adds) == (0, "30.0000", "0.000000")


def test_pending_people_have_no_score_yet() -> None:
    base = cohort(people="P1 x 90\nP2 x -")
    told = explain(base.program.stages[0], base.play(), "P2")
    assert (told.score, told.gap, told.criteria[0].raw, told.criteria[0].points, told.criteria[0].adds) == (
        None,
        None,
        "",
        "",
        "",
    )
    assert told.sentence.key == "outcome.pending.pending"


def test_where_nobody_is_in_there_is_no_line() -> None:
    base = cohort(people="P1 x -")
    assert explain(base.program.stages[0], base.play(), "P1").line is None


def test_nobody_above_the_line_is_told_that_they_were_below_it() -> None:
    base = cohort(
        rules(selection={"max_per": {"household": "1"}}), "P1 x 90 household=H1\nP2 x 80 household=H1\nP3 x 70"
    )
    told = explain(base.program.stages[0], base.play(), "P2")
    assert (told.line, told.gap) == ("70.000000", None)
    assert on_screen("en", told.reasons[0]) == "household H1 has its seats already, with P1"
    assert on_screen("id", told.reasons[0]) == ("rumah tangga H1 sudah mendapat kursinya, bersama P1")


def test_whoever_waits_below_rules_that_cannot_be_kept_is_told_of_no_tie() -> None:
    women = [{"field": "gender", "value": "female", "min": "1"}]
    base = cohort(rules(selection={"balance": women}), "P1 x 90 gender=male\nP2 x 80 gender=male")
    told = explain(base.program.stages[0], base.play(), "P1")
    assert told.sentence == Reason(
        "outcome.waiting.waiting", {"number": "P1", "track": "x", "detail": "", "tied": ""}
    )  # fmt: skip
    assert told.line is None


POOL = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 60"


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_outcome_has_a_plain_sentence(lang: str) -> None:
    balance = [{"field": "gender", "value": "female", "min": 1}]
    chosen = [
        choose(program("x:2", reserves=1), POOL, out={"P4": Because.WITHDRAWN}),
        choose(program("x:1", balance=balance), "P1 x 90 gender=male\nP2 x 80 gender=female\nP3 x !\nP4 x ?9"),
        choose(program("x:1"), "P1 x 90\nP2 x 90\nP3 x 10"),
        choose(program("x:1"), "P1 x 90\nP2 x 90", tickets={"P1": "a", "P2": "b"}, out={"P9": Because.DISQUALIFIED}),
        choose(program("x:2", max_per={"household": 1}), "P1 x 90 household=H1\nP2 x 80 household=H1"),
    ]
    for entry in (entry for selection in chosen for entry in selection.entries.values()):
        told = sentence(entry)
        words = on_screen(lang, told)
        assert not words.startswith("outcome."), told
        assert "?" not in words, told
        assert "{" not in words, told


def test_points_that_would_have_done() -> None:
    rules_ = program("x:2")
    assert what_if(given(rules_, POOL), "P1") == WhatIf()
    assert what_if(given(rules_, POOL), "P3") == WhatIf("11.000000", None, "x")
    inputs = given(rules_, POOL, tickets={"P1": "a", "P2": "b", "P3": "c", "P4": "d"})
    assert what_if(inputs, "P4").points == "21.000000"
    inputs = given(rules_, POOL, tickets={"P1": "a", "P2": "b", "P3": "c", "P4": "0"})
    assert what_if(inputs, "P4").points == "20.000000"


@pytest.mark.parametrize(
    ("tracks", "pool", "expected"),
    [
        # 99 is tied with the other, so only the highest score of all would do
        ("x:1", "P1 x 99\nP2 x 50", WhatIf("50.000000", seat="x")),
        ("x:1", "P1 x 100\nP2 x 50", WhatIf(seat="x")),
        # nobody in between has the score that would do, and whoever is level loses
        ("x:1", "P1 x 50\nP2 x 49", WhatIf("2.000000", seat="x")),
        # worse people count for nothing
        ("x:1", "P1 x 50\nP2 x 49\nP3 x 1\nP4 x 0", WhatIf("2.000000", seat="x")),
        # others have the same score, but more than a little is missing, and one seat more would be theirs as well
        ("x:1", "P1 x 60\nP2 x 50\nP3 x 50", WhatIf("11.000000")),
        # the quota of one's own track is no rule without which one were in, but a seat
        ("x:1 y:1", "P1 x 60\nP2 x 50\nP3 y 10", WhatIf("11.000000", seat="x")),
    ],
)
def test_what_the_second_lacks(tracks: str, pool: str, expected: WhatIf) -> None:
    assert what_if(given(program(tracks, compare="score"), pool), "P2") == expected


def test_a_point_short_is_not_a_score_equal_to_that_of_others() -> None:
    pool = "P1 x 51\nP2 x 50\nP3 x 50\nP4 x 49"
    first = given(program("x:1"), pool, tickets={"P1": "b", "P2": "a", "P3": "c", "P4": "d"})
    assert what_if(first, "P2") == WhatIf("1.000000", seat="x", equal=True)
    alone = given(program("x:3"), pool, tickets={"P1": "b", "P2": "c", "P3": "d", "P4": "a"})
    assert what_if(alone, "P4") == WhatIf("1.000000", seat="x", equal=False)


def test_who_is_out_for_a_mark_that_is_not_there_were_in_at_its_worst() -> None:
    criterion = {
        "id": "test", "source": "marks.test", "direction": "benefit", "scale": {"linear": ["0", "100"]}, "weight": "1",
        "missing": "reject",
    }  # fmt: skip
    base = cohort(rules(stage={"criteria": [criterion]}), "P1 x 90\nP2 x -")
    assert base.play().given is not None
    assert what_if(base.play().given, "P2") == WhatIf(rule="test")
    full = cohort(rules(stage={"criteria": [criterion]}), "P1 x 90\nP2 x -\nP3 x 80")
    assert what_if(full.play().given, "P2") == WhatIf()


def test_one_rule_or_one_seat_that_would_have_done() -> None:
    balance = [{"field": "gender", "value": "female", "min": 1}]
    pool = "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 70 gender=female"
    told = what_if(given(program("x:2", balance=balance), pool), "P2")
    assert told == WhatIf("11.000000", "gender", None)
    told = what_if(given(program("x:2"), pool), "P3")
    assert (told.rule, told.seat) == (None, "x")
    told = what_if(given(program("x:3"), pool, per_track=1), "P2")
    assert told.seat == "x"
    idle = [{"field": "gender", "value": "male", "max": 5}]
    inputs = given(program("x:1 y:1", balance=idle), "P1 x 90\nP2 x 80\nP3 x 70")
    assert what_if(inputs, "P3") == WhatIf("21.000000", None, None)


def test_no_points_help_where_a_rule_forbids() -> None:
    rules_ = program("x:2", balance=[{"field": "gender", "value": "male", "max": 0}])
    told = what_if(given(rules_, "P1 x 90 gender=female\nP2 x 80 gender=male"), "P2")
    assert (told.points, told.rule) == (None, "gender")


def test_without_scores_there_are_no_points() -> None:
    inputs = given(program("x:1", mode="lottery"), "P1 x 90\nP2 x 80", tickets={"P1": "a", "P2": "b"})
    cards = {number: replace(card, key=None) for number, card in inputs.evaluation.cards.items()}
    told = what_if(replace(inputs, evaluation=replace(inputs.evaluation, cards=cards)), "P2")
    assert (told.points, told.rule, told.seat) == (None, None, "x")


def test_the_one_failed_rule_that_mattered() -> None:
    strict = [{"rule": "age", "min": "18", "max": "30"}, {"rule": "one_of", "field": "gender", "values": ["female"]}]
    people = """
    P1 x 90 age=40 gender=female
    P2 x 80 age=40 gender=male
    P3 x 70 age=20 gender=female
    P4 x 1 age=40 gender=female
    """
    base = cohort(rules(stage={"eligibility": strict}, tracks=[{"id": "x", "name": "x", "quota": "1"}]), people)
    inputs = base.play().given
    assert inputs is not None
    assert what_if(inputs, "P1") == WhatIf(rule="age")
    assert what_if(inputs, "P2") == WhatIf()
    assert what_if(inputs, "P4") == WhatIf()


def test_nothing_is_said_of_those_out_by_decision_pending_or_without_a_track() -> None:
    inputs = given(program("x:1"), "P1 x 90\nP2 x 80\nP3 - 70\nP4 x ?60", out={"P2": Because.WITHDRAWN})
    assert [what_if(inputs, number) for number in ("P2", "P3", "P4")] == [WhatIf()] * 3


def test_nothing_is_said_where_the_search_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ikmctl.engine.selection.simplex.Simplex.solve", lambda *_: None)
    assert what_if(given(program("x:1"), POOL), "P4") == WhatIf()


TIED = "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 80\nP5 x 10"


def first_by_ticket(seed: str, *numbers: str) -> list[str]:
    """The numbers, the smallest ticket first, worked out as a stranger would."""
    return sorted(numbers, key=lambda one: sha256(f"ikmctl/ticket/v1\n{seed}\n{one}".encode()).hexdigest())


def test_who_lost_a_seat_or_a_reserve_place_by_a_draw_is_told_the_draw() -> None:
    """Two seats, one reserve: P1 is in, P2 to P4 have one seat and one reserve place among them."""
    base = cohort(people=TIED).draw()
    result = base.play()
    _, second, last = first_by_ticket(result.seed or "", "P2", "P3", "P4")
    told = {one: explain(base.program.stages[0], result, one, base.events) for one in (second, last)}
    assert told[last].sentence.key == "outcome.out.ticket.draw"
    assert [one.key for one in told[second].reasons] == [
        "outcome.out.ticket.draw", "tie.selected.draw", "tie.reserve.draw",
    ]  # fmt: skip
    assert (told[last].line, told[last].gap) == ("80.000000", None)  # on the line, not below it
    seat, reserve = told[last].reasons
    others = ", ".join(one for one in ("P2", "P3", "P4") if one != last)
    assert on_screen("en", seat) == (
        f"the same score as {others}: 1 seat of track x drawn by the value {VALUE}, the smallest ticket first"
    )
    assert on_screen("id", reserve) == (
        f"nilainya sama dengan {second}: 1 tempat cadangan bidang x diundi dengan angka {VALUE}, "
        "nomor undian terkecil didahulukan"
    )


def test_an_order_of_the_jury_and_lots_are_told_apart_from_a_draw() -> None:
    tie = {"with": "P3", "others": 1, "seats": 1, "track": "x"}
    by_jury = cohort(people="P1 x 90\nP2 x 80\nP3 x 80").decide("order", "P3", "P2")
    told = explain(by_jury.program.stages[0], by_jury.play(), "P2", by_jury.events)
    assert told.reasons[0].key == "outcome.out.ticket.decision"
    assert told.reasons[1] == Reason("tie.selected.decision", {**tie, "value": "-", "witness": "-"})
    by_lot = cohort(people="P1 x 90\nP2 x 80\nP3 x 80").event(
        "draw", what="draw", number=1, lots=("P3", "P2"), witness="Notaris"
    )
    told = explain(by_lot.program.stages[0], by_lot.play(), "P2", by_lot.events)
    assert told.reasons[0].key == "outcome.out.ticket.lots"
    assert told.reasons[1] == Reason("tie.selected.lots", {**tie, "value": "-", "witness": "Notaris"})
    assert on_screen("en", told.reasons[1]) == (
        "the same score as P3: 1 seat of track x settled by lots before the witness Notaris"
    )


def test_a_tie_across_tracks_names_them_all() -> None:
    base = cohort(
        rules(selection={"compare": "score", "max_per": {"household": "1"}}),
        "P1 x 90 household=H1\nP2 y 90 household=H1",
    ).decide("order", "P2", "P1")
    told = explain(base.program.stages[0], base.play(), "P1", base.events).reasons
    assert [(one.key, one.params["with"], one.params["track"]) for one in told] == [
        ("tie.selected.decision", "P2", "y, x")
    ]


def test_people_tied_where_nothing_hangs_on_it_are_told_of_no_draw() -> None:
    base = cohort(people="P1 x 90\nP2 x 90\nP3 x 10").draw()
    assert explain(base.program.stages[0], base.play(), "P2", base.events).reasons == ()


def test_who_has_the_same_score_needs_no_number_of_points() -> None:
    base = cohort(people="P1 x 90\nP2 x 80\nP3 x 80").draw()
    result = base.play()
    assert result.given is not None
    lost = next(one for one in ("P2", "P3") if result.selection.entries[one].result != "selected")
    assert what_if(result.given, lost).equal
    assert not what_if(given(program("x:2"), POOL), "P3").equal


def test_who_is_in_by_a_floor_lacks_nothing_to_the_line() -> None:
    people = "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 70 gender=female"
    base = cohort(rules(selection={"balance": [{"field": "gender", "value": "female", "min": "1"}]}), people)
    told = {one: explain(base.program.stages[0], base.play(), one) for one in ("P2", "P3")}
    assert {one: (it.entry.because, it.line, it.gap) for one, it in told.items()} == {
        "P2": (Because.RESERVE, "90.000000", "10.000000"), "P3": (Because.FLOOR, "90.000000", None),
    }  # fmt: skip


def test_seats_owed_and_floors_name_whom_they_are_for() -> None:
    balance = [{"field": "gender", "value": "female", "min": 1}]
    pool = "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 70 gender=female"
    chosen = choose(program("x:2", balance=balance), pool)
    owed, floor = (sentence(chosen.entries[number]) for number in ("P2", "P3"))
    assert on_screen("en", owed) == "the 1 seat left is owed to women"
    assert on_screen("id", owed) == "1 kursi yang tersisa disediakan untuk perempuan"
    assert on_screen("en", floor) == ("place 3 among all candidates, track x, in because of the minimum for women")
    three = choose(
        program("x:3", balance=[{"field": "district", "value": "33.24.08", "min": 2}]),
        "P1 x 90 district=33.24.01\nP2 x 80 district=33.24.01\nP3 x 70 district=33.24.08\nP4 x 60 district=33.24.08",
    )
    owed = sentence(three.entries["P2"])
    assert on_screen("en", owed) == "the 2 seats left are owed to district Kaliwungu"


def test_who_lost_a_tie_before_the_jury_is_not_short_of_the_line() -> None:
    """P3 has the 80 of P2, whom the jury put first, so 80 is the line and nothing is lacking to it."""
    lost = cohort(rules(), "P1 x 90\nP2 x 80\nP3 x 80").decide("order", "P2", "P3")
    told = explain(lost.program.stages[0], lost.play(), "P3", lost.events)
    assert (told.score, told.line, told.gap) == ("80.000000", "80.000000", None)


@pytest.mark.parametrize("method", ["saw", "wp", "topsis"])
def test_under_a_relative_method_passing_a_rule_gives_the_score_of_the_marks_and_not_the_best(method: str) -> None:
    """P9 is too young. With 1 they would be last of four for two seats, with 85 the second."""
    age = {"method": method, "eligibility": [{"rule": "range", "field": "age", "min": "18"}]}
    people = "P1 x 90 age=20\nP2 x 80 age=20\nP3 x 70 age=20\nP9 x {} age=3"
    for mark, rule in ((1, None), (85, "range")):
        young = cohort(rules(stage=age), people.format(mark)).play()
        assert young.selection.entries["P9"].because == "ineligible"
        assert young.given is not None
        assert what_if(young.given, "P9") == WhatIf(rule=rule)
