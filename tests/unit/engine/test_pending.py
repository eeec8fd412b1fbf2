"""Who is pending and could still reach the line."""

import pytest

from ikmctl.domain.selection import Because
from ikmctl.engine.selection import run
from ikmctl.engine.selection.pending import possible_with_pending
from ikmctl.engine.selection.simplex import Simplex
from tests.unit.engine.selecting import choose, given, program


def test_pending_people_count_while_their_best_reaches_the_line() -> None:
    chosen = choose(program("x:2"), "P1 x 90\nP2 x 80\nP3 x ?81\nP4 x ?79\nP5 x ?80")
    assert chosen.pending == ("P3", "P5")
    assert chosen.entries["P4"].result == "pending"


def test_they_count_while_a_seat_is_empty_or_a_tie_is_open() -> None:
    assert choose(program("x:2"), "P1 x 90\nP2 x ?1").pending == ("P2",)
    assert choose(program("x:1"), "P1 x 90\nP2 x 90\nP3 x ?1").pending == ("P3",)


def test_they_count_for_the_seats_of_their_own_track_and_gender() -> None:
    rules = program("x:2", balance=[{"field": "gender", "value": "female", "min": 1}])
    pool = (
        "P1 x 90 gender=male\nP2 x 40 gender=female\nP3 x 80 gender=male\nP4 x ?50 gender=female\nP5 x ?85 gender=male"
    )
    assert choose(rules, pool).pending == ("P4",)


def test_the_best_of_a_tie_criterion_counts_too() -> None:
    from msgspec.structs import replace

    from ikmctl.domain.scorecard import Evaluation, Points
    from ikmctl.engine.selection import run

    inputs = given(program("x:1", ties=["a"]), "P1 x 80 a=5\nP2 x ?80")
    for best, reached in ((6, ("P2",)), (4, ())):
        card = replace(inputs.evaluation.cards["P2"], points={"a": Points("a", None, None, best)})
        cards = {**inputs.evaluation.cards, "P2": card}
        assert run(replace(inputs, evaluation=Evaluation("s", cards, ()))).pending == reached


def test_accepted_and_decided_people_do_not_count() -> None:
    pool = "P1 x 90\nP2 x ?95\nP3 x ?95\nP4 x ?95\nP5 - ?1"
    options = {"accept_pending": ["P2"], "out": {"P3": Because.WITHDRAWN}, "admitted": {"P4": "extra"}}
    assert choose(program("x:2"), pool, **options).pending == ("P5",)


def test_nobody_reaches_a_list_that_cannot_be_made_with_them() -> None:
    """One more person in the pool raises the share of seats owed to women, whom nobody can supply."""
    rules = program("x:3", balance=[{"field": "gender", "value": "female", "min_share": "0.5"}])
    pool = "P1 x 90 gender=male\nP2 x 40 gender=female\nP3 x ?99 gender=male"
    assert choose(rules, pool).pending == ()


def test_rules_may_become_possible_with_pending_people() -> None:
    rules = program("x:2-3")
    assert possible_with_pending(given(rules, "P1 x 90\nP2 x ?10"))
    assert not possible_with_pending(given(rules, "P1 x 90"))
    assert not possible_with_pending(given(program("x:3-3"), "P1 x 90\nP2 x ?10"))
    assert choose(rules, "P1 x 90\nP2 x ?10").pending == ("P2",)


def test_they_are_told_in_the_order_of_numbers() -> None:
    pool = "P4 x ?95\nP3 - ?1\nP2 x ?85 gender=male\nP1 x 90\nP5 x ?99 gender=male"
    assert choose(program("x:1"), pool).pending == ("P3", "P4", "P5")
    assert choose(program("x:9-9"), pool).pending == ("P2", "P3", "P4", "P5")


def test_among_many_alike_the_line_is_where_the_last_was_taken() -> None:
    pool = "P1 x 90\nP2 x 80\nP3 x 70\nP4 x 60\nP5 x ?85\nP6 x ?80\nP7 x ?79"
    assert choose(program("x:2"), pool).pending == ("P5", "P6")


def test_where_no_search_can_tell_pending_people_may_still_keep_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is in the pool yet, so two women are lacking; whether those pending are enough is not known."""
    rules = program("x:2", balance=[{"field": "gender", "value": "female", "min": 2}])
    inputs = given(rules, "P1 x ?90 gender=female\nP2 x ?80 gender=female")
    assert run(inputs).infeasible
    monkeypatch.setattr(Simplex, "solve", lambda *_: None)
    assert possible_with_pending(inputs)


def test_of_equal_people_the_earlier_ticket_is_reached_first() -> None:
    """P2 and P3 are alike but for their tickets; P3 alone comes before P1, who has the only seat."""
    pool = "P1 x 80\nP2 x ?80\nP3 x ?80\nP4 x ?80"
    tickets = {"P1": "c", "P2": "d", "P3": "b", "P4": "e"}
    assert choose(program("x:1"), pool, tickets=tickets).pending == ("P3",)
