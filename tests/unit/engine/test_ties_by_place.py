"""Ties by place: an order spreads the tied over places, and people of other tracks come in between."""

from itertools import permutations

import pytest

from ikmctl.domain.selection import TieBlock
from ikmctl.engine.selection import interleaving
from tests.unit.engine.selecting import choose, listed, program, said

TWO_MEN = [{"field": "gender", "value": "male", "max": 2}]
POOL = """
P1 x 90 gender=male
P2 x 90 gender=male
P3 y 80 gender=male
P4 y 70 gender=female
"""


def test_a_tie_that_fits_together_is_open_when_somebody_comes_between() -> None:
    rules = program("x:2 y:2", balance=TWO_MEN)
    assert choose(rules, POOL).undecided == (TieBlock("x", 2, ("P1", "P2")),)
    outcomes = {
        listed(choose(rules, POOL, tickets=dict(zip(order, "abcd", strict=True))))
        for order in permutations(["P1", "P2", "P3", "P4"])
    }
    assert outcomes == {"P1 P3 P4", "P2 P3 P4"}


def test_the_loser_of_such_a_tie_lost_it_by_ticket() -> None:
    chosen = choose(program("x:2 y:2", balance=TWO_MEN), POOL, tickets={"P1": "a", "P2": "b", "P3": "c", "P4": "d"})
    assert said(chosen)[:2] == ["P1 x selected draw", "P2 x out ticket"]


def test_by_score_the_same_tie_is_settled_before_the_others_come() -> None:
    chosen = choose(program("x:2 y:2", balance=TWO_MEN, compare="score"), POOL)
    assert listed(chosen) == "P1 P2 P4"
    assert not chosen.undecided


def test_tracks_that_no_rule_binds_together_do_not_meet() -> None:
    assert listed(choose(program("x:2 y:2"), POOL)) == "P1 P2 P3 P4"
    inside = [{"field": "gender", "value": "male", "max": 2, "per": "track"}]
    assert not choose(program("x:2 y:2", balance=inside), POOL).undecided


def test_a_tie_is_settled_where_all_fit_or_nobody_stands_between() -> None:
    assert not choose(program("x:2 y:2", balance=[{"field": "gender", "value": "male", "max": 3}]), POOL).undecided
    assert not choose(program("x:2 y:2", balance=TWO_MEN), "P1 x 90 gender=male\nP2 x 90 gender=male").undecided


def test_who_is_out_in_any_case_still_takes_up_a_place() -> None:
    """P0 may never be taken, but placed first pushes P1 to second, behind P3."""
    pool = """
    P0 x 90 gender=other household=H1
    P1 x 90 gender=male
    P3 y 80 gender=male
    P5 z 95 household=H1
    """
    rules = program("z:1 x:2 y:2", balance=[{"field": "gender", "value": "male", "max": 1}], max_per={"household": 1})
    chosen = choose(rules, pool)
    assert chosen.undecided == (TieBlock("x", 1, ("P1",)),)
    outcomes = {listed(choose(rules, pool, tickets={"P0": a, "P1": b, "P3": "c", "P5": "d"})) for a, b in ("ab", "ba")}
    assert outcomes == {"P5 P1", "P5 P3"}


def test_people_between_with_a_tie_of_their_own_leave_it_open() -> None:
    pool = "P1 x 90 gender=male\nP2 x 90 gender=male\nP3 y 80 gender=male\nP4 y 80 gender=male"
    chosen = choose(program("x:2 y:2", balance=[{"field": "gender", "value": "male", "max": 3}]), pool)
    assert chosen.undecided == (TieBlock("x", 2, ("P1", "P2")),)


def test_a_later_track_can_come_first_in_the_next_place() -> None:
    """The tie is in the second track, so the first track's next place lies between."""
    pool = "P1 y 90 gender=male\nP2 y 90 gender=male\nP3 x 80 gender=female\nP4 x 70 gender=male"
    chosen = choose(program("x:2 y:2", balance=TWO_MEN), pool)
    assert chosen.undecided == (TieBlock("y", 2, ("P1", "P2")),)


def test_orders_that_take_the_same_cells_are_tried_once() -> None:
    pool = """
    P1 x 90 gender=female district=D1
    P2 x 90 gender=female district=D2
    P3 y 80 gender=male
    P4 y 70 gender=male
    P5 y 60 gender=female
    P6 y 50 gender=female
    P7 y 85 gender=female district=D9
    """
    balance = [{"field": "gender", "value": "male", "max": 1}, {"field": "district", "each": {"max": 2}}]
    balance.append({"field": "district", "value": "D9", "max": 0})
    chosen = choose(program("x:2 y:2", balance=balance), pool)
    assert not chosen.undecided
    assert listed(chosen) == "P1 P2 P3 P5"


def test_with_second_choices_every_order_is_tried() -> None:
    pool = "P1 x/y 90\nP2 x 90\nP3 y/x 80\nP4 y 70"
    rules = program("x:2 y:2", second_choice=True)
    chosen = choose(rules, pool)
    assert not chosen.undecided
    assert listed(chosen) == "P1 P2 P3 P4"


@pytest.mark.parametrize("most", [0, 3, 2000])
def test_a_tie_with_too_many_orders_counts_as_open(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Three rules that bind, but so that no order matters; only the limit makes it open."""
    monkeypatch.setattr(interleaving, "_MOST", most)
    pool = """
    P1 x 90 gender=female
    P2 x 90 gender=female
    P3 y 80 gender=male
    P4 y 70 gender=male
    """
    chosen = choose(program("x:2 y:2", balance=[{"field": "gender", "value": "male", "max": 1}]), pool)
    assert bool(chosen.undecided) is (most < 3)
