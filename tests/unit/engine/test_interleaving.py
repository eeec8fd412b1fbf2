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
    assert chosen.undecided == (TieBlock("x", 1, ("P0", "P1")),)
    assert said(chosen)[0] == "P0 x out group household H1"
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


@pytest.mark.parametrize("most", [0, 3, 4, 2000])
def test_a_tie_with_too_many_orders_counts_as_open(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Of three alike 0, 1, 2 or 3 may have been asked; rules bind, but no order matters, so only the limit opens it."""
    monkeypatch.setattr(interleaving, "_MOST", most)
    pool = """
    P1 x 90 gender=female
    P2 x 90 gender=female
    P3 x 90 gender=female
    P4 y 80 gender=male
    P5 y 70 gender=male
    """
    chosen = choose(program("x:3 y:2", balance=[{"field": "gender", "value": "male", "max": 1}]), pool)
    assert bool(chosen.undecided) is (most < 4)


def test_people_asked_after_all_of_a_tie_do_not_open_it() -> None:
    """P1 and P2 are in whatever their order; of P4 and P5, who come after both, one is out."""
    pool = """
    P1 x 90 gender=female
    P2 x 90 gender=female
    P3 y 80 gender=male
    P4 y 70 gender=male
    P5 y 70 gender=male
    """
    assert choose(program("x:2 y:3", balance=TWO_MEN), pool).undecided == (TieBlock("y", 1, ("P4", "P5")),)


def test_who_was_taken_in_between_counts_for_those_who_come_next() -> None:
    """Taken first, the man of the tie leaves one seat for a man, P4; asked last, he finds both given to P4 and P5."""
    pool = """
    P1 x 90 gender=male
    P2 x 90 gender=female
    P3 x 90 gender=female
    P4 y 80 gender=male
    P5 y 70 gender=male
    """
    assert choose(program("x:3 y:3", balance=TWO_MEN), pool).undecided == (TieBlock("x", 3, ("P1", "P2", "P3")),)


def test_whoever_of_a_tie_comes_first_may_keep_the_same_person_out() -> None:
    """P3 shares a household with P1 and a business with P2; with P5 and P6 P3 could be on a list of three."""
    pool = """
    P1 x 90 household=H1
    P2 x 90 business=B1
    P3 y 80 household=H1 business=B1
    P4 y 70
    P5 x 60
    P6 x 50
    """
    chosen = choose(program("x:2 y:1", max_per={"household": 1, "business": 1}), pool)
    assert not chosen.undecided
    assert listed(chosen) == "P1 P2 P4"


def test_second_choices_bind_tracks_together() -> None:
    """P5 finds the one seat of y taken; asked in the second place, after two of the tie, P5 takes the third of x."""
    pool = "P1 x 90\nP2 x 90\nP3 x 90\nP4 y 80\nP5 y/x 70"
    chosen = choose(program("x:3 y:1", second_choice=True), pool)
    assert chosen.undecided == (TieBlock("x", 3, ("P1", "P2", "P3")),)


def unlike(count: int) -> str:
    """So many tied women of track x, no two alike to the rules: more orders of 11 than are tried."""
    return "\n".join(f"W{index:02d} x 90 gender=female district=D{index}" for index in range(count))


@pytest.mark.parametrize(
    ("most", "per", "men", "is_open"),
    [
        # who comes between fits with all of the tie
        (2, "all", "M1 y 80 gender=male\nM2 y 70 gender=male", False),
        # one of three men is out in any order, and that is not tried any more
        (2, "all", "M1 y 80 gender=male\nM2 y 70 gender=male\nM3 y 60 gender=male", True),
        # no rule binds the tracks together
        (2, "track", "M1 y 80 gender=male\nM2 y 70 gender=male\nM3 y 60 gender=male", False),
        # nobody comes between
        (2, "all", "M1 x 80 gender=male", False),
    ],
)
def test_a_large_tie_is_open_only_where_somebody_between_does_not_fit(
    most: int, per: str, men: str, *, is_open: bool
) -> None:
    balance = [
        {"field": "gender", "value": "male", "max": most, "per": per},
        {"field": "district", "each": {"max": 1}, "per": per},
    ]
    chosen = choose(program("x:12 y:3", balance=balance), f"{unlike(11)}\n{men}")
    assert bool(chosen.undecided) is is_open


def test_orders_of_people_who_are_all_unlike_are_few_where_they_meet_again() -> None:
    """Nine have 362,880 orders, which pass through 512 sets of people; M1 is in and M2 out after any of these."""
    balance = [{"field": "gender", "value": "male", "max": 1}, {"field": "district", "each": {"max": 1}}]
    chosen = choose(program("x:9 y:2", balance=balance), f"{unlike(9)}\nM1 y 80 gender=male\nM2 y 70 gender=male")
    assert not chosen.undecided


def test_by_score_a_settled_tie_across_tracks_that_decides_nothing_is_in_by_place() -> None:
    """P2 of another track stands in the middle of the jury's order, and yet belongs to the tie."""
    rules = program("x:2 y:1", compare="score", ties=["panel"], max_per={"household": 3}, second_choice=True)
    chosen = choose(rules, "P1 x 90\nP2 y 90\nP3 x 90", orders=[("P1", "P2", "P3")])
    assert [line.split(" ", 2)[2] for line in said(chosen)] == ["selected place"] * 3


def test_whoever_is_in_by_decision_is_not_asked_again_between_the_tied() -> None:
    """P3 has a seat already, P5 of the same district is asked after both places of the tie: no order matters."""
    rules = program("x:2 y:3", balance=[{"field": "district", "value": "D", "max": 2}])
    pool = "P1 x 50 district=D\nP2 x 50\nP3 y 90 district=D\nP4 y 80\nP5 y 70 district=D"
    chosen = choose(rules, pool, admitted={"P3": "quota"})
    assert (listed(chosen), chosen.undecided) == ("P1 P2 P3 P4", ())


def test_whoever_is_in_by_decision_takes_up_a_place_of_the_tie() -> None:
    """P1 is in, tied with P2: asked first of the two, P2 takes the one seat of D before P3, and else not."""
    rules = program("x:2 y:2", balance=[{"field": "district", "value": "D", "max": 1}])
    pool = "P1 x 50\nP2 x 50 district=D\nP3 y 90 district=D\nP4 y 80"
    chosen = choose(rules, pool, admitted={"P1": "quota"})
    assert [(block.among, block.seats) for block in chosen.undecided] == [(("P2",), 1)]
    first = choose(rules, pool, admitted={"P1": "quota"}, tickets={"P1": "b", "P2": "a", "P3": "c", "P4": "d"})
    last = choose(rules, pool, admitted={"P1": "quota"}, tickets={"P1": "a", "P2": "b", "P3": "c", "P4": "d"})
    assert (listed(first), listed(last)) == ("P2 P1 P4", "P1 P3 P4")
