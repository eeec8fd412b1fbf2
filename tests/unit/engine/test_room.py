"""The seats still to be given: every answer is the one that trying all lists gives."""

import pytest

from ikmctl.engine.selection.labels import room_for
from ikmctl.engine.selection.room import Room
from tests.unit.engine.rooms import cases, question
from tests.unit.engine.selecting import choose, program


@pytest.mark.parametrize("first", range(0, 200, 10))
def test_a_room_answers_as_all_lists_do(first: int) -> None:
    for seed, laid, lists in cases(first, labels=False):
        room = Room(laid.limits, laid.cells)
        assert room.fill(laid.seats.base) == (sum(lists[0]) if lists else None), seed
        if lists:
            question(room, laid, lists, seed)


def test_after_a_search_for_the_most_seats_the_list_that_was_found_counts() -> None:
    """The last number of seats that was tried may have been too many."""
    for seed, laid, lists in cases(1080, labels=True):
        room = room_for(laid.limits, laid.cells)
        if room.fill(laid.seats.base) is not None:
            question(room, laid, lists, seed)


def test_a_closed_first_choice_leaves_the_second_open() -> None:
    """P3 is not the first whom x turns away, and goes to y all the same."""
    chosen = choose(program("x:1 y:2", second_choice=True), "P1 x/y 90\nP2 x/y 80\nP3 x/y 70")
    assert [f"{one.number}{one.track}" for one in chosen.selected] == ["P1x", "P2y", "P3y"]


def test_a_list_of_nobody_is_a_list() -> None:
    nobody = [{"field": "gender", "value": "male", "max": 0}]
    chosen = choose(program("x:1", balance=nobody), "P1 x 90 gender=male")
    assert chosen.infeasible == ()
    assert chosen.shortfall == {"x": 1}
