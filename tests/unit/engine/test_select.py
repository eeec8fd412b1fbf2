"""Outcomes of small selections, each worked out by hand."""

import pytest

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.selection import Because, TieBlock
from ikmctl.engine.evaluate import evaluate
from ikmctl.engine.selection import select
from tests.unit.engine.selecting import choose, given, listed, program, said, waiting

MEN_ABOVE_WOMEN = """
P1 x 90 gender=male
P2 x 80 gender=male
P3 x 70 gender=male
P4 x 60 gender=female
P5 x 50 gender=female
"""


def test_the_best_are_taken_and_the_next_wait() -> None:
    chosen = choose(program("x:2", reserves=1), MEN_ABOVE_WOMEN)
    assert said(chosen) == [
        "P1 x selected place",
        "P2 x selected place",
        "P3 x reserve reserve",
        "P4 x out quota",
        "P5 x out quota",
    ]
    assert [one.params.get("place") for one in chosen.entries.values()] == [1, 2, 3, None, None]
    assert chosen.entries["P4"].params == {"seats": 2}
    assert waiting(chosen) == "P3(any)"
    assert chosen.entries["P3"].params["missed"] == "quota"


def test_a_floor_keeps_the_last_seat_for_whom_it_is_owed() -> None:
    rules = program("x:3", balance=[{"field": "gender", "value": "female", "min_share": "0.3"}])
    chosen = choose(rules, MEN_ABOVE_WOMEN)
    assert said(chosen) == [
        "P1 x selected place",
        "P2 x selected place",
        "P3 x out owed gender",
        "P4 x selected floor gender",
        "P5 x out quota",
    ]
    assert chosen.entries["P3"].params == {"rule": "gender", "left": 1, "kept": "gender female"}
    assert chosen.entries["P4"].params["rule"] == "gender"


def test_a_ceiling_passes_over_who_would_be_too_many() -> None:
    rules = program("x:3", balance=[{"field": "gender", "each": {"max": 2}}])
    assert said(choose(rules, MEN_ABOVE_WOMEN)) == [
        "P1 x selected place",
        "P2 x selected place",
        "P3 x out ceiling gender male",
        "P4 x selected place",
        "P5 x out quota",
    ]


def test_the_quota_is_named_before_a_ceiling_that_is_full_too() -> None:
    rules = program("x:2", balance=[{"field": "gender", "each": {"max": 2}}])
    assert said(choose(rules, MEN_ABOVE_WOMEN))[2] == "P3 x out quota"


@pytest.mark.parametrize(
    ("share", "women"), [("0.3", 1), ("0.33", 1), ("0.34", 2), ("0.5", 2), ("0.66", 2), ("0.67", 3)]
)
def test_a_least_share_rounds_up(share: str, women: int) -> None:
    rules = program("x:3", balance=[{"field": "gender", "value": "female", "min_share": share}])
    pool = "\n".join(
        [f"M{i} x {90 + i} gender=male" for i in range(3)] + [f"W{i} x {10 + i} gender=female" for i in range(3)]
    )
    assert sum(number.startswith("W") for number in listed(choose(rules, pool)).split()) == women


@pytest.mark.parametrize(("share", "men"), [("0.3", 0), ("0.34", 1), ("0.66", 1), ("0.67", 2), ("1", 3)])
def test_a_most_share_rounds_down(share: str, men: int) -> None:
    rules = program("x:3", balance=[{"field": "gender", "value": "male", "max_share": share}])
    pool = "\n".join(
        [f"M{i} x {90 + i} gender=male" for i in range(3)] + [f"W{i} x {10 + i} gender=female" for i in range(3)]
    )
    assert sum(number.startswith("M") for number in listed(choose(rules, pool)).split()) == men


def test_shares_count_the_seats_that_the_pool_can_fill() -> None:
    rules = program("x:10 y:2", balance=[{"field": "gender", "value": "female", "min_share": "0.5"}])
    pool = """
    P1 x 90 gender=male
    P2 x 80 gender=male
    P3 y 70 gender=male
    P4 y 60 gender=female
    P5 y 50 gender=female
    """
    assert listed(choose(rules, pool)) == "P1 P2 P4 P5"


def test_a_rule_within_each_track_counts_its_own_seats() -> None:
    rules = program("x:2 y:2", balance=[{"field": "gender", "value": "female", "min": 1, "per": "track"}])
    pool = """
    P1 x 90 gender=male
    P2 x 80 gender=male
    P3 x 10 gender=female
    P4 y 70 gender=female
    P5 y 60 gender=female
    """
    chosen = choose(rules, pool)
    assert listed(chosen) == "P1 P3 P4 P5"
    assert said(chosen)[1] == "P2 x out owed gender"


def test_by_place_tracks_take_turns_and_by_score_they_do_not() -> None:
    pool = """
    P1 x 90 gender=male
    P2 x 80 gender=male
    P3 y 20 gender=male
    P4 y 10 gender=female
    """
    balance = [{"field": "gender", "value": "male", "max": 2}]
    assert listed(choose(program("x:2 y:2", balance=balance), pool)) == "P1 P3 P4"
    assert listed(choose(program("x:2 y:2", balance=balance, compare="score"), pool)) == "P1 P2 P4"


def test_empty_seats_stay_empty_and_are_said() -> None:
    rules = program("x:3 y:2", balance=[{"field": "gender", "value": "male", "max": 1}])
    chosen = choose(rules, "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 y 70 gender=female")
    assert listed(chosen) == "P1 P3"
    assert chosen.shortfall == {"x": 2, "y": 1}
    assert chosen.notes == (("note.short", {"seats": 2, "base": 3, "rules": "gender"}),)


def test_everybody_is_taken_where_the_quota_is_all() -> None:
    chosen = choose(program("x:all", groups="g:0-1"), "P1 x 90 group=g\nP2 x 10 group=g\nP3 x !")
    assert listed(chosen) == "P1 P2"
    assert chosen.shortfall == {}


def test_a_class_that_cannot_open_selects_nobody() -> None:
    chosen = choose(program("x:3-5"), "P1 x 90\nP2 x 80")
    assert chosen.infeasible == ("track x",)
    assert said(chosen) == ["P1 x waiting waiting", "P2 x waiting waiting"]
    assert chosen.notes[0] == ("note.lacking", {"rule": "x", "need": 3, "have": 2})
    assert chosen.notes[1] == ("note.relaxation", {"number": 1, "change": "track x 3 -> 2"})


def test_one_of_a_household_and_with_whom() -> None:
    chosen = choose(
        program("x:2", reserves=2, max_per={"household": 1}),
        "P1 x 90 household=H1\nP2 x 80 household=H1\nP3 x 70\nP4 x 60",
    )
    assert listed(chosen) == "P1 P3"
    assert waiting(chosen) == "P2(P1) P4(any)"
    assert chosen.entries["P2"].params["missed"] == "group"
    assert chosen.entries["P2"].params["with"] == "P1"
    assert said(choose(program("x:3", max_per={"household": 1}), "P1 x 90 household=H1\nP2 x 80 household=H1"))[1] == (
        "P2 x out group household H1"
    )


def test_seats_of_groups_have_floors_and_ceilings() -> None:
    pool = "P1 x 90 group=g1\nP2 x 80 group=g1\nP3 x 70 group=g3\nP4 x 60 group=g2"
    chosen = choose(program("x:3", groups="g1:0-1 g2:1-2"), pool)
    assert said(chosen) == [
        "P1 x selected place",
        "P2 x out ceiling group g1",
        "P3 x selected place",
        "P4 x selected place",
    ]
    assert said(choose(program("x:2", groups="g2:1-2"), pool))[3] == "P4 x selected floor group g2"


def test_a_combination_names_the_rules_that_only_together_forbid() -> None:
    rules = program(
        "x:2",
        balance=[{"field": "gender", "value": "female", "min": 1}, {"field": "district", "value": "D5", "min": 1}],
    )
    pool = """
    P1 x 90 gender=male district=D5
    P2 x 80 gender=female district=D1
    P3 x 70 gender=male district=D1
    """
    chosen = choose(rules, "P0 x 95 gender=male district=D1\n" + pool)
    assert said(chosen)[0] == "P0 x out combination gender, district"
    assert listed(chosen) == "P1 P2"


def test_second_choices_are_tried_in_turn() -> None:
    pool = """
    P1 x/y 90
    P2 x/y 80
    P3 x/y 70
    P4 y 60
    """
    assert [
        f"{one.number}{one.track}"
        for one in choose(program("x:1 y:1", compare="score", second_choice=True), pool).selected
    ] == [
        "P1x",
        "P2y",
    ]
    assert [f"{one.number}{one.track}" for one in choose(program("x:1 y:1", compare="score"), pool).selected] == [
        "P1x",
        "P4y",
    ]


def test_a_second_choice_leaves_room_for_floors() -> None:
    rules = program("x:2 y:1-1", second_choice=True)
    chosen = choose(rules, "P1 x/y 90\nP2 x 80\nP3 x 70")
    assert [f"{one.number}{one.track}" for one in chosen.selected] == ["P2x", "P3x", "P1y"]


def test_people_outside_the_pool_keep_their_reasons() -> None:
    pool = "P1 x 90\nP2 x !\nP3 x ?10\nP4 - 80\nP5 x 95\nP6 x 94"
    chosen = choose(program("x:1"), pool, out={"P5": Because.WITHDRAWN, "P6": Because.DISQUALIFIED})
    assert said(chosen) == [
        "P1 x selected place",
        "P2 x out ineligible total",
        "P3 x pending pending track",
        "P4 pending pending track",
        "P5 x out withdrawn",
        "P6 x out disqualified",
    ]


def test_an_admitted_person_is_the_first_pick_of_a_seat() -> None:
    chosen = choose(program("x:2"), "P1 x 90\nP2 x 80\nP3 x 70\nP4 x !", admitted={"P3": "quota", "P4": "quota"})
    assert said(chosen) == ["P1 x out quota", "P2 x out quota", "P3 x selected decision", "P4 x selected decision"]
    assert listed(chosen) == "P3 P4"


def test_an_extra_seat_is_outside_the_quota_yet_keeps_ceilings() -> None:
    rules = program("x:1", balance=[{"field": "gender", "value": "male", "max": 1}])
    pool = "P1 x 90 gender=male\nP2 x 80 gender=female\nP3 x ! gender=male\nP4 x ! gender=male"
    chosen = choose(rules, pool, admitted={"P3": "extra", "P4": "extra", "P9": "extra"})
    assert said(chosen) == [
        "P1 x out ceiling gender",
        "P2 x selected place",
        "P3 x selected decision extra",
        "P4 x out ineligible total",
    ]
    assert chosen.notes == (("note.admit_refused", {"number": "P4", "rule": "gender"}),)
    assert chosen.shortfall == {}


def test_an_extra_seat_counts_for_its_household() -> None:
    rules, pool = program("x:2", max_per={"household": 1}), "P1 x 90 household=H1\nP2 x 80\nP3 x ! household=H1"
    assert listed(choose(rules, pool, admitted={"P3": "extra"})) == "P2 P3"
    both = choose(rules, pool, admitted={"P3": "extra", "P1": "quota"})
    assert listed(both) == "P2 P3"
    assert both.notes[-1] == ("note.admit_refused", {"number": "P1", "rule": "-"})


def test_an_admission_that_breaks_a_rule_is_refused() -> None:
    rules = program("x:1", balance=[{"field": "gender", "value": "female", "min": 1}])
    chosen = choose(rules, "P1 x 90 gender=female\nP2 x 80 gender=male", admitted={"P2": "quota"})
    assert said(chosen) == ["P1 x selected floor gender", "P2 x out combination"]
    assert chosen.notes == (("note.admit_refused", {"number": "P2", "rule": "-"}),)


def test_a_tie_at_the_line_is_open_and_stops_the_list() -> None:
    chosen = choose(program("x:2", reserves=2), "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 70")
    assert chosen.undecided == (TieBlock("x", 1, ("P2", "P3")),)
    assert said(chosen) == [
        "P1 x selected place",
        "P2 x waiting ticket",
        "P3 x waiting ticket",
        "P4 x waiting waiting",
    ]
    assert chosen.entries["P2"].params == {"seats": 1, "among": 2, "place": 2}
    assert chosen.shortfall == {}


def test_a_tie_that_decides_nothing_is_listed_by_number() -> None:
    chosen = choose(program("x:3"), "P3 x 80\nP2 x 80\nP1 x 10\nP4 x 5")
    assert listed(chosen) == "P2 P3 P1"
    assert not chosen.undecided
    assert [one.params["place"] for one in chosen.selected] == [1, 1, 3]


def test_criteria_come_before_jury_and_draw() -> None:
    pool = "P1 x 80 a=5 b=1\nP2 x 80 a=5 b=2\nP3 x 80 a=6"
    assert listed(choose(program("x:1", ties=["a", "b"]), pool)) == "P3"
    assert listed(choose(program("x:2", ties=["a", "b"]), pool)) == "P3 P2"
    assert listed(choose(program("x:1", ties=["b"]), pool)) == "P2"


def test_the_jury_settles_what_it_orders() -> None:
    rules, pool = program("x:1", reserves=1, ties=["panel", "ticket"]), "P1 x 80\nP2 x 80\nP3 x 80"
    chosen = choose(rules, pool, orders=[("P2", "P3", "P1")])
    assert said(chosen) == ["P1 x out ticket", "P2 x selected decision", "P3 x reserve reserve"]
    assert chosen.entries["P1"].params == {"seats": 1, "among": 3, "by": "decision"}


def test_who_is_not_named_in_an_order_comes_after() -> None:
    rules, pool = program("x:2", ties=["panel", "ticket"]), "P1 x 80\nP2 x 80\nP3 x 80"
    assert choose(rules, pool, orders=[("P3", "P9")]).undecided == (TieBlock("x", 1, ("P1", "P2")),)
    assert listed(choose(rules, pool, orders=[("P3", "P1")])) == "P3 P1"


def test_a_later_order_goes_before_an_earlier_one() -> None:
    rules, pool = program("x:1", ties=["panel", "ticket"]), "P1 x 80\nP2 x 80"
    assert listed(choose(rules, pool, orders=[("P1", "P2"), ("P2", "P1")])) == "P2"


def test_an_order_without_a_panel_in_the_rules_changes_nothing() -> None:
    assert choose(program("x:1"), "P1 x 80\nP2 x 80", orders=[("P2", "P1")]).undecided


def test_tickets_settle_and_say_so() -> None:
    chosen = choose(program("x:1"), "P1 x 80\nP2 x 80\nP3 x 70", tickets={"P1": "b", "P2": "a", "P3": "0"})
    assert said(chosen) == ["P1 x out ticket", "P2 x selected draw", "P3 x out quota"]


def test_tickets_do_not_count_where_the_rules_name_none() -> None:
    assert choose(program("x:1", ties=["panel"]), "P1 x 80\nP2 x 80", tickets={"P1": "b", "P2": "a"}).undecided


def test_who_entered_after_the_draw_ranks_last_in_a_tie() -> None:
    tickets = {"P1": "b", "P2": "a"}
    assert listed(choose(program("x:1"), "P1 x 80\nP2 x 80", tickets=tickets, late=["P2"])) == "P1"


def test_lots_drawn_by_hand_settle_one_tie() -> None:
    rules, pool = program("x:1", reserves=1), "P1 x 80\nP2 x 80\nP3 x 80"
    assert said(choose(rules, pool, lots=[("P3", "P1", "P2")])) == [
        "P1 x reserve reserve",
        "P2 x out ticket",
        "P3 x selected draw",
    ]


def test_a_lottery_has_no_scores() -> None:
    rules, pool = program("x:1 y:1", mode="lottery"), "P1 x 90\nP2 x 10\nP3 y 50"
    assert choose(rules, pool).undecided[0].among == ("P1", "P2")
    assert listed(choose(rules, pool, tickets={"P1": "2", "P2": "1", "P3": "3"})) == "P2 P3"


def test_a_tie_among_reserves_is_open_but_keeps_its_lines() -> None:
    chosen = choose(program("x:1", reserves=3), "P1 x 90\nP2 x 80\nP3 x 80\nP4 x 70\nP5 x 60")
    assert waiting(chosen) == "P2(any) P3(any) P4(any)"
    assert chosen.undecided == (TieBlock("x", 2, ("P2", "P3"), "reserve"),)


def test_a_tie_across_the_end_of_the_reserves_is_cut_off() -> None:
    chosen = choose(program("x:1", reserves=2), "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 70\nP5 x 60")
    assert waiting(chosen) == "P2(any)"
    assert chosen.undecided == (TieBlock("x", 1, ("P3", "P4"), "reserve"),)
    assert said(chosen)[2:] == ["P3 x waiting waiting", "P4 x waiting waiting", "P5 x out quota"]


def test_reserves_say_for_which_seats() -> None:
    rules = program("x:2", reserves=3, balance=[{"field": "gender", "value": "female", "min": 1}])
    chosen = choose(rules, MEN_ABOVE_WOMEN)
    assert waiting(chosen) == "P2(gender male) P3(gender male) P5(any)"


def test_reserves_name_only_the_columns_that_bind() -> None:
    rules = program(
        "x:2",
        reserves=2,
        balance=[{"field": "gender", "value": "female", "min": 1}, {"field": "district", "each": {"max": 9}}],
    )
    pool = """
    P1 x 90 gender=male district=D1
    P2 x 80 gender=female district=D2
    P3 x 70 gender=male district=D3
    """
    assert waiting(choose(rules, pool)) == "P3(gender male)"


def test_a_lottery_needs_no_ties_in_the_rules() -> None:
    rules = program("x:1", mode="lottery", ties=["panel"])
    assert listed(choose(rules, "P1 x 90\nP2 x 10", tickets={"P1": "2", "P2": "1"})) == "P2"


def test_extra_people_count_under_the_ceiling_of_their_group_one_after_another() -> None:
    """P2 is one too many of g1; P3 of g2 is not, and takes the one place of g2 from P4."""
    pool = "P1 x ! group=g1\nP2 x ! group=g1\nP3 x ! group=g2\nP4 x 90 group=g2\nP5 x 80"
    extra = dict.fromkeys(("P1", "P2", "P3"), "extra")
    chosen = choose(program("x:1", groups="g1:0-1 g2:0-1"), pool, admitted=extra)
    assert listed(chosen) == "P5 P1 P3"
    assert chosen.notes == (("note.admit_refused", {"number": "P2", "rule": "group g1"}),)


def test_prizes_follow_the_final_order() -> None:
    awards = {"tiers": [{"name": "I", "places": 1}, {"name": "II", "places": 2}]}
    chosen = choose(program("x:2 y:1", stage={"awards": awards}), "P1 x 90\nP2 x 80\nP3 y 70")
    assert [(one.number, one.tier) for one in chosen.selected] == [("P1", "I"), ("P2", "II"), ("P3", "II")]
    grouped = {**awards, "group_by": "track"}
    chosen = choose(program("x:3 y:3", stage={"awards": grouped}), "P1 x 90\nP2 x 80\nP3 y 70\nP4 y 60")
    assert [one.tier for one in chosen.selected] == ["I", "II", "I", "II"]


def test_a_tie_across_two_prizes_is_open() -> None:
    awards = {"tiers": [{"name": "I", "places": 1}, {"name": "II", "places": 2}]}
    chosen = choose(program("x:3", stage={"awards": awards}), "P1 x 90\nP2 x 90\nP3 x 80")
    assert chosen.undecided == (TieBlock("x", 1, ("P1", "P2"), "tier"),)
    assert [one.tier for one in chosen.selected] == ["I", "II", "II"]


def test_extra_people_win_no_prize() -> None:
    awards = {"tiers": [{"name": "I", "places": 1}]}
    chosen = choose(program("x:1", stage={"awards": awards}), "P1 x 90\nP2 x !", admitted={"P2": "extra"})
    assert [(one.number, one.tier) for one in chosen.selected] == [("P1", "I"), ("P2", "")]


def test_per_track_overrides_quotas_and_keeps_floors_below() -> None:
    assert listed(choose(program("x:3 y:1-4"), "P1 x 90\nP2 x 80\nP3 y 70\nP4 y 60", per_track=1)) == "P1 P3"
    assert choose(program("x:3 y:2-4"), "P1 x 90\nP3 y 70", per_track=1).infeasible == ()


def test_without_tracks_everybody_stands_in_the_one_implied_track() -> None:
    rules = program("").model_copy(update={"tracks": ()})
    assert said(choose(rules, "P1 anything 90\nP2 - 80")) == ["P1 all selected place", "P2 all selected place"]


def test_a_search_that_gives_up_selects_nobody_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ikmctl.engine.selection.simplex.Simplex.solve", lambda *_: None)
    chosen = choose(program("x:1"), "P1 x 90\nP2 x ?10")
    assert chosen.unknown
    assert not chosen.selected
    assert chosen.pending == ("P2",)


def test_select_is_run_with_everything_named() -> None:
    inputs = given(program("x:1", reserves=1), "P1 x 90\nP2 x 80\nP3 x ?99")
    chosen = select(
        inputs.program,
        inputs.stage,
        inputs.evaluation,
        inputs.people,
        out={"P1": Because.WITHDRAWN},
        accept_pending=["P3"],
    )
    assert listed(chosen) == "P2"
    assert chosen.pending == ()
    tied = given(program("x:1", ties=["panel", "ticket"]), "P1 x 90\nP2 x 90\nP3 x 80")
    whole = (tied.program, tied.stage, tied.evaluation, tied.people)
    assert listed(select(*whole, tickets={"P1": "b", "P2": "a", "P3": "c"})) == "P2"
    assert listed(select(*whole, tickets={"P1": "a", "P2": "b"}, late=["P1"])) == "P2"
    assert listed(select(*whole, orders=[("P2", "P1")])) == "P2"
    assert listed(select(*whole, lots=[("P2", "P1")])) == "P2"
    assert listed(select(*whole, admitted={"P3": "quota"})) == "P3"
    assert listed(select(*whole, per_track=3)) == "P1 P2 P3"


def test_somebody_eligible_whose_admission_is_refused_fares_as_by_score() -> None:
    """One seat, two admitted to it: P3 gets none, and is the second reserve as without the decision."""
    rules = program("x:1", reserves=2)
    chosen = choose(rules, "P1 x 90\nP2 x 80\nP3 x 70", admitted={"P2": "quota", "P3": "quota"})
    assert said(chosen) == ["P1 x reserve reserve", "P2 x selected decision", "P3 x reserve reserve"]
    assert waiting(chosen) == "P1(any) P3(any)"
    assert chosen.notes == (("note.admit_refused", {"number": "P3", "rule": "-"}),)


def test_numbers_that_are_equal_tie_however_they_are_written() -> None:
    rules = Program.model_validate(
        {
            "id": "p",
            "title": "P",
            "as_of": "2025-09-29",
            "tracks": [{"id": "x", "name": "x", "quota": 1}],
            "stages": [{"id": "s", "order": [{"by": "fields.nomination_rank"}]}],
        }
    )
    people = [
        Participant(number, "x", facts={"nomination_rank": text}) for number, text in (("P1", "1.0"), ("P2", "1"))
    ]
    evaluation = evaluate(rules, rules.stages[0], people, ())
    chosen = select(rules, rules.stages[0], evaluation, {one.number: one for one in people})
    assert [one.among for one in chosen.undecided] == [("P1", "P2")]
