"""A decided list: seats fall vacant, reserves move up in their order, nothing else moves."""

from collections import Counter
from datetime import date
from typing import Any

from ikmctl.domain.decision import Decision
from ikmctl.domain.program import Program
from ikmctl.domain.selection import Selection
from ikmctl.engine.selection import run
from ikmctl.engine.selection.promotion import _payable, apply_later
from tests.unit.engine.selecting import given, listed, program, said, waiting


def act(do: str, number: str, **keys: Any) -> Decision:
    return Decision(do=do, id=number, stage="s", by="Ketua", on=date(2025, 10, 1), reason="r", **keys)  # type: ignore[arg-type]  # pydantic reads texts


def after(rules: Program, pool: str, *acts: Decision, **options: Any) -> tuple[Selection, list[str]]:
    inputs = given(rules, pool, **options)
    selection, findings = apply_later(inputs, run(inputs), list(enumerate(acts)))
    return selection, [f"{one.code} {one.path[0]}" for one in findings]


MIXED = """
P1 x 90 gender=male
P2 x 80 gender=female
P3 x 70 gender=male
P4 x 60 gender=male
P5 x 50 gender=female
"""


def test_the_first_reserve_moves_up_and_stands_last() -> None:
    chosen, faults = after(program("x:2", reserves=2), MIXED, act("withdraw", "P1"))
    assert listed(chosen) == "P2 P3"
    assert waiting(chosen) == "P4(any)"
    assert said(chosen)[0] == "P1 x out withdrawn"
    assert said(chosen)[2] == "P3 x selected reserve P1"
    assert chosen.entries["P3"].params == {"for": "P1"}
    assert chosen.shortfall == {}
    assert faults == []


ONE_WOMAN = [{"field": "gender", "value": "female", "min": 1}]


def test_a_reserve_who_would_break_a_floor_is_passed_over_and_that_is_said() -> None:
    chosen, _ = after(program("x:2", reserves=3, balance=ONE_WOMAN), MIXED, act("disqualify", "P2"))
    assert listed(chosen) == "P1 P5"
    assert said(chosen)[1] == "P2 x out disqualified"
    passed = [params for key, params in chosen.notes if key == "note.passed"]
    assert [one["number"] for one in passed] == ["P3", "P4"]
    assert passed[0] == {"number": "P3", "seat": "P2", "track": "x", "rule": "gender"}


def test_a_seat_that_no_reserve_may_take_stays_empty_even_without_a_candidate() -> None:
    chosen, _ = after(program("x:2", reserves=2, balance=ONE_WOMAN), MIXED, act("withdraw", "P2"))
    assert listed(chosen) == "P1"
    assert waiting(chosen) == "P3(gender male) P4(gender male)"
    assert chosen.shortfall == {"x": 1}


def test_a_seat_that_stays_empty_names_whom_a_decision_could_bring() -> None:
    """P5, a woman, waits on no list, so she cannot move up; P3 and P4 may not."""
    chosen, _ = after(program("x:2", reserves=2, balance=ONE_WOMAN), MIXED, act("withdraw", "P2"))
    vacant = [params for key, params in chosen.notes if key == "note.vacant"]
    assert vacant == [{"seat": "P2", "track": "x", "free": "P5"}]
    chosen, faults = after(
        program("x:2", reserves=2, balance=ONE_WOMAN), MIXED, act("withdraw", "P2"), act("admit", "P5", seat="quota")
    )
    assert (listed(chosen), faults) == ("P1 P5", [])
    assert [key for key, _ in chosen.notes if key == "note.vacant"] == []
    nobody, _ = after(
        program("x:2", reserves=2, balance=ONE_WOMAN), MIXED, act("withdraw", "P5"), act("withdraw", "P2")
    )
    assert [params["free"] for key, params in nobody.notes if key == "note.vacant"] == [""]


def test_with_two_seats_empty_a_man_may_take_the_one_that_is_not_owed() -> None:
    acts = (act("withdraw", "P2"), act("withdraw", "P1"))
    chosen, _ = after(program("x:2", reserves=2, balance=ONE_WOMAN), MIXED, *acts)
    assert listed(chosen) == "P3"
    assert chosen.entries["P3"].detail == "P2"
    assert chosen.shortfall == {"x": 1}


def test_a_ceiling_passes_over_too() -> None:
    rules = program("x:2 y:1", reserves=2, balance=[{"field": "district", "value": "D1", "max": 1}])
    pool = "P1 x 90\nP2 x 80 district=D1\nP3 x 70 district=D1\nP4 x 60\nP5 y 50"
    chosen, _ = after(rules, pool, act("withdraw", "P1"))
    assert listed(chosen) == "P2 P4 P5"
    assert waiting(chosen) == "P3(district D1)"


def test_floors_of_tracks_and_of_all_are_paid_by_the_seats_left() -> None:
    """Track x has one empty seat; a floor over all is not met either, so two women lack and one seat is left."""
    balance = [
        {"field": "gender", "value": "female", "min": 1, "per": "track"},
        {"field": "gender", "value": "female", "min": 2},
    ]
    pool = """
    P1 x 90 gender=female
    P2 x 80 gender=male
    P3 x 70 gender=male
    P4 y 90 gender=female
    P5 y 80 gender=male
    P6 y 70 gender=male
    """
    rules = program("x:2 y:2", reserves=2, balance=balance)
    chosen, _ = after(rules, pool, act("withdraw", "P1"), act("withdraw", "P5"))
    assert listed(chosen) == "P2 P4 P6"
    assert chosen.shortfall == {"x": 1}
    chosen, _ = after(rules, pool, act("withdraw", "P5"), act("withdraw", "P4"))
    assert listed(chosen) == "P1 P2 P6"
    assert chosen.shortfall == {"y": 1}


def test_a_reserve_who_leaves_is_only_gone() -> None:
    chosen, _ = after(program("x:2", reserves=2), MIXED, act("withdraw", "P3"), act("withdraw", "P1"))
    assert listed(chosen) == "P2 P4"
    assert waiting(chosen) == ""


def test_who_is_reinstated_goes_to_the_end_of_the_reserves() -> None:
    chosen, _ = after(program("x:2", reserves=2), MIXED, act("withdraw", "P1"), act("reinstate", "P1"))
    assert listed(chosen) == "P2 P3"
    assert waiting(chosen) == "P4(any) P1(any)"
    chosen, faults = after(program("x:2", reserves=0), MIXED, act("withdraw", "P1"), act("reinstate", "P1"))
    assert listed(chosen) == "P2 P1"
    assert faults == []
    assert after(program("x:2"), MIXED, act("reinstate", "P1"))[1] == ["IKM501 0"]


def test_an_extra_seat_is_added_and_its_leaving_leaves_none_empty() -> None:
    chosen, faults = after(program("x:2", reserves=1), MIXED, act("admit", "P5", seat="extra"))
    assert listed(chosen) == "P1 P2 P5"
    assert said(chosen)[4] == "P5 x selected decision extra"
    assert faults == []
    acts = (act("admit", "P5", seat="extra"), act("withdraw", "P5"))
    chosen, _ = after(program("x:2", reserves=1), MIXED, *acts)
    assert listed(chosen) == "P1 P2"
    assert waiting(chosen) == "P3(any)"


def test_an_admission_to_the_quota_needs_an_empty_seat_that_it_may_take() -> None:
    rules = program("x:2", balance=ONE_WOMAN)
    assert after(rules, MIXED, act("admit", "P4", seat="quota"))[1] == ["IKM506 0"]
    assert after(rules, MIXED, act("withdraw", "P2"), act("admit", "P4", seat="quota"))[1] == ["IKM506 1"]
    chosen, faults = after(rules, MIXED, act("withdraw", "P2"), act("admit", "P5", seat="quota"))
    assert listed(chosen) == "P1 P5"
    assert said(chosen)[4] == "P5 x selected decision"
    assert chosen.shortfall == {}
    assert faults == []


def test_an_admitted_reserve_leaves_the_reserves() -> None:
    chosen, _ = after(program("x:2", reserves=2), MIXED, act("admit", "P4", seat="extra"))
    assert waiting(chosen) == "P3(any)"


def test_ceilings_and_the_list_itself_refuse_an_admission() -> None:
    rules = program("x:2", balance=[{"field": "gender", "value": "male", "max": 1}])
    chosen, faults = after(rules, MIXED, act("admit", "P3", seat="extra"), act("admit", "P1", seat="extra"))
    assert faults == ["IKM506 0", "IKM506 1"]
    assert listed(chosen) == "P1 P2"


def test_acts_on_people_outside_the_stage_and_corrections_change_nothing_here() -> None:
    acts = (act("withdraw", "P99"), act("correct", "P1", mark="m", new="1"))
    chosen, faults = after(program("x:2"), MIXED, *acts)
    assert listed(chosen) == "P1 P2"
    assert faults == []


TIERS = {"tiers": [{"name": "I", "places": 1}, {"name": "II", "places": 1}, {"name": "III", "places": 1}]}


def prizes(chosen: Selection) -> str:
    return " ".join(f"{one.number}:{one.tier}" for one in chosen.selected)


def test_prizes_move_up_or_only_the_last_is_filled() -> None:
    rules = program("x:3", reserves=1, stage={"awards": TIERS})
    assert prizes(after(rules, MIXED, act("withdraw", "P1"))[0]) == "P2:I P3:II P4:III"
    rules = program("x:3", reserves=1, stage={"awards": {**TIERS, "on_withdraw": "fill_last"}})
    chosen = after(rules, MIXED, act("withdraw", "P1"), act("admit", "P5", seat="extra"))[0]
    assert prizes(chosen) == "P2:II P3:III P4:III P5:"
    assert chosen.entries["P1"].tier == ""


def test_the_list_of_one_track_does_not_touch_another() -> None:
    chosen, _ = after(program("x:1 y:1", reserves=1), "P1 x 90\nP2 x 80\nP3 y 70\nP4 y 60", act("withdraw", "P3"))
    assert listed(chosen) == "P1 P4"
    assert waiting(chosen) == "P2(any)"


def test_floors_of_tracks_and_of_all_seats_share_the_empty_ones() -> None:
    """One woman in x and one man anywhere are two people; one woman anywhere may be the one in x."""
    woman_in_x = {"x": {"female": 1}}
    assert not _payable(woman_in_x | {"": {"male": 1}}, Counter(x=1), shared=False)
    assert _payable(woman_in_x | {"": {"male": 1}}, Counter(x=1, y=1), shared=False)
    assert _payable(woman_in_x | {"": {"female": 1}}, Counter(x=1), shared=False)
    assert not _payable(woman_in_x | {"": {"female": 2}}, Counter(x=1), shared=False)
    assert not _payable(woman_in_x, Counter(y=3), shared=False)
    assert not _payable({"x": {"female": 1}, "y": {"female": 1}, "": {"male": 1}}, Counter(x=1, y=1), shared=False)
    assert _payable({}, Counter(), shared=False)


def test_what_cannot_be_done_is_said_with_its_place_and_number() -> None:
    inputs = given(program("x:2", balance=[{"field": "gender", "value": "male", "max": 1}]), MIXED)
    acts = [act("reinstate", "P1"), act("admit", "P4", seat="extra"), act("admit", "P5", seat="quota")]
    _, findings = apply_later(inputs, run(inputs), list(enumerate(acts)))
    assert [(one.code, one.document, one.path, one.params) for one in findings] == [
        ("IKM501", "decisions.yaml", (0, "id"), {"number": "P1"}),
        ("IKM506", "decisions.yaml", (1, "id"), {"number": "P4", "rule": "gender"}),
        ("IKM506", "decisions.yaml", (2, "id"), {"number": "P5", "rule": "-"}),
    ]


def test_who_is_reinstated_is_a_reserve_for_any_seat() -> None:
    chosen, _ = after(program("x:2", reserves=2), MIXED, act("withdraw", "P1"), act("reinstate", "P1"))
    assert said(chosen)[0] == "P1 x reserve reserve"
    assert chosen.entries["P1"].seats == ("any",)


def test_seats_that_a_leaving_unblocks_go_to_the_reserves_in_their_order() -> None:
    """P1 shares a label with every reserve, so the seat of P2 stays empty until P1 leaves too."""
    pool = """
    P1 x 90 household=H1 business=B1 sentra=S1
    P2 x 80
    P3 x 70
    P4 x 60 household=H1
    P5 x 50 business=B1
    P6 x 40 sentra=S1
    """
    rules = program("x:3", reserves=3, max_per={"household": 1, "business": 1, "sentra": 1})
    assert after(rules, pool, act("withdraw", "P2"))[0].shortfall == {"x": 1}
    chosen, _ = after(rules, pool, act("withdraw", "P2"), act("withdraw", "P1"))
    assert listed(chosen) == "P3 P4 P5"
    assert [one.number for one in chosen.reserves] == ["P6"]


def test_an_extra_seat_counts_under_ceilings_and_for_no_floor() -> None:
    rules = program("x:2", reserves=3, balance=[{"field": "gender", "value": "male", "max": 2}])
    chosen, _ = after(rules, MIXED, act("admit", "P3", seat="extra"), act("withdraw", "P2"))
    assert listed(chosen) == "P1 P3 P5"
    rules = program("x:2", reserves=2, balance=ONE_WOMAN)
    chosen, _ = after(rules, MIXED, act("admit", "P5", seat="extra"), act("withdraw", "P2"))
    assert listed(chosen) == "P1 P5"
    assert chosen.shortfall == {"x": 1}


def test_an_extra_seat_leaves_empty_ones_empty() -> None:
    rules = program("x:2", reserves=2, balance=ONE_WOMAN)
    chosen, _ = after(rules, MIXED, act("withdraw", "P2"), act("admit", "P4", seat="extra"))
    assert listed(chosen) == "P1 P4"
    assert chosen.shortfall == {"x": 1}


def test_seats_of_groups_hold_for_reserves() -> None:
    pool = "P1 x 90 group=g1\nP2 x 80 group=g2\nP3 x 70 group=g1\nP4 x 60 group=g2"
    chosen, _ = after(program("x:2", groups="g1:0-1", reserves=2), pool, act("withdraw", "P2"))
    assert listed(chosen) == "P1 P4"
    chosen, _ = after(program("x:2", groups="g2:1-2", reserves=2), pool, act("withdraw", "P2"))
    assert listed(chosen) == "P1 P4"
    assert chosen.notes == (("note.passed", {"number": "P3", "seat": "P2", "track": "x", "rule": "group g2"}),)


def test_the_floor_that_lacks_somebody_is_named() -> None:
    """D1 has its one; only D2 is owed the seat of P2."""
    pool = "P0 x 95\nP1 x 90 district=D1\nP2 x 80 district=D2\nP3 x 70 district=D3\nP4 x 60 district=D2"
    balance = [{"field": "district", "value": value, "min": 1} for value in ("D1", "D2")]
    chosen, _ = after(program("x:3", reserves=2, balance=balance), pool, act("withdraw", "P2"))
    assert listed(chosen) == "P0 P1 P4"
    assert chosen.notes == (("note.passed", {"number": "P3", "seat": "P2", "track": "x", "rule": "district D2"}),)


def test_the_larger_of_two_floors_on_one_value_keeps_its_seats() -> None:
    """Two women are owed, not one, so neither of two empty seats may go to a man."""
    pool = "P1 x 90 gender=female\nP2 x 80 gender=female\nP3 x 70 gender=male\nP4 x 60 gender=male"
    balance = [{"field": "gender", "value": "female", "min": 2}, {"field": "gender", "each": {"min": 1}}]
    chosen, _ = after(program("x:3", reserves=1, balance=balance), pool, act("withdraw", "P1"), act("withdraw", "P2"))
    assert listed(chosen) == "P3"
    assert chosen.shortfall == {"x": 2}


def test_somebody_admitted_from_outside_the_pool_shares_labels_with_it() -> None:
    """P3 was ineligible, so that nobody of the pool shared H1 before; unknown people share nothing."""
    pool = "P1 x 90 household=H1\nP2 x 80\nP3 x ! household=H1"
    rules = program("x:2", max_per={"household": 1})
    chosen, faults = after(rules, pool, act("admit", "P3", seat="extra"), act("admit", "P99", seat="extra"))
    assert listed(chosen) == "P1 P2"
    assert faults == ["IKM506 0"]


def test_empty_seats_are_told_by_track() -> None:
    chosen, _ = after(program("x:1 y:1"), "P1 x 90\nP2 y 80", act("withdraw", "P2"), act("withdraw", "P1"))
    assert list(chosen.shortfall.items()) == [("x", 1), ("y", 1)]


def test_a_floor_called_extra_is_no_admission_beside_the_quota() -> None:
    """P3 is in for the floor on the column `extra`; their seat falls vacant and P4, who has it too, takes it."""
    pool = "P1 x 90 extra=b\nP2 x 80 extra=b\nP3 x 70 extra=a\nP4 x 60 extra=a"
    rules = program("x:2", reserves=2, balance=[{"field": "extra", "value": "a", "min": 1}])
    chosen, _ = after(rules, pool)
    assert said(chosen)[2] == "P3 x selected floor extra"
    chosen, _ = after(rules, pool, act("withdraw", "P3"))
    assert (listed(chosen), chosen.shortfall) == ("P1 P4", {})


def test_reinstating_makes_nobody_eligible_who_was_not() -> None:
    """P8 failed a rule and P9 lacks a mark: what they did after the list was decided leaves them where they were."""
    pool = "P1 x 90\nP2 x 80\nP8 x !\nP9 x ?99"
    acts = [act(do, number) for number in ("P8", "P9") for do in ("withdraw", "reinstate")]
    chosen, faults = after(program("x:2", reserves=2), pool, *acts, act("withdraw", "P1"))
    assert listed(chosen) == "P2"
    assert waiting(chosen) == ""
    assert said(chosen)[2:] == ["P8 x out ineligible total", "P9 x pending pending track"]
    assert faults == []


def test_whoever_was_admitted_waits_last_when_reinstated() -> None:
    """P8 failed a rule, but was admitted, before or after the list was decided."""
    pool = "P1 x 90\nP2 x 80\nP8 x !"
    back = [act("withdraw", "P8"), act("reinstate", "P8")]
    chosen, _ = after(program("x:2"), pool, *back, admitted={"P8": "extra"})
    assert waiting(chosen) == "P8(any)"
    chosen, _ = after(program("x:2"), pool, act("admit", "P8", seat="extra"), *back)
    assert waiting(chosen) == "P8(any)"


def test_nobody_without_a_track_comes_onto_a_decided_list() -> None:
    """P9 named a track that does not exist, so there is no list on which they could stand."""
    acts = [act("withdraw", "P9"), act("reinstate", "P9"), act("admit", "P9", seat="extra")]
    chosen, faults = after(program("x:2"), "P1 x 90\nP9 elsewhere ?99", *acts)
    assert said(chosen)[1] == "P9 pending pending track"
    assert faults == ["IKM540 2"]


def test_a_winner_who_left_and_came_back_stands_behind_those_who_stayed() -> None:
    """P1 withdraws, so P2 moves up to I; back from the end of the reserves P1 takes nothing from P2."""
    tiers = [{"name": "I", "places": 1}, {"name": "II", "places": 2}]
    acts = [act("withdraw", "P1"), act("reinstate", "P1"), act("withdraw", "P3")]
    pool = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 60"
    for rule, prizes in (("move_up", "I II II"), ("fill_last", "II II II")):
        rules = program("x:3", reserves=1, stage={"awards": {"tiers": tiers, "on_withdraw": rule}})
        chosen, _ = after(rules, pool, *acts)
        assert listed(chosen) == "P2 P4 P1"
        assert " ".join(one.tier for one in chosen.selected) == prizes


def test_one_person_may_meet_two_floors_of_a_column_of_several_words() -> None:
    papers = [{"field": "licences", "value": name, "min": 1} for name in ("halal", "sni")]
    pool = """
    P1 x 90 licences=halal|sni
    P2 x 80
    P3 x 70
    P4 x 60 licences=halal|sni
    """
    chosen, _ = after(program("x:2", reserves=2, balance=papers), pool, act("withdraw", "P2"), act("withdraw", "P1"))
    assert listed(chosen) == "P3 P4"  # with P3 in, the seat of P1 can still meet both floors
    both_in_x = {"x": {"halal": 1, "sni": 1}}
    assert _payable(both_in_x, Counter(x=1), shared=True)
    assert not _payable(both_in_x, Counter(x=1), shared=False)
    assert not _payable(both_in_x, Counter(y=1), shared=True)
    assert _payable(both_in_x | {"": {"halal": 2}}, Counter(x=1, y=1), shared=True)
    assert not _payable({"": {"halal": 2}}, Counter(x=1), shared=True)


def test_two_admitted_later_share_a_value_that_nobody_else_has() -> None:
    rules = program("x:2", balance=[{"field": "district", "each": {"max": 1}}])
    pool = "P1 x 90 district=D1\nP2 x 80 district=D2\nP3 x ! district=D9\nP4 x ! district=D9"
    extra = [act("admit", number, seat="extra") for number in ("P3", "P4")]
    chosen, faults = after(rules, pool, *extra)
    assert (listed(chosen), faults) == ("P1 P2 P3", ["IKM506 1"])
