"""Households and businesses: asked about apart, answered the same."""

import pytest

from ikmctl.engine.selection import frame
from ikmctl.engine.selection.labels import LabelRoom, room_for
from ikmctl.engine.selection.room import Room
from tests.unit.engine.rooms import cases, question
from tests.unit.engine.selecting import choose, given, listed, program, said


def test_only_shared_labels_make_a_label_room() -> None:
    rules = program("x:2", max_per={"household": 1})
    shared = frame.lay_out(given(rules, "P1 x 90 household=H1\nP2 x 80 household=H1"))
    alone = frame.lay_out(given(rules, "P1 x 90 household=H1\nP2 x 80 household=H2"))
    assert isinstance(room_for(shared.limits, shared.cells), LabelRoom)
    assert not isinstance(room_for(alone.limits, alone.cells), LabelRoom)


@pytest.mark.parametrize("room", [room_for, Room])
def test_seats_that_only_labels_keep_empty(room: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "room_for", room)
    chosen = choose(program("x:3", max_per={"household": 1}), "P1 x 90 household=H1\nP2 x 80 household=H1\nP3 x 70")
    assert listed(chosen) == "P1 P3"
    assert chosen.shortfall == {"x": 1}


@pytest.mark.parametrize("room", [room_for, Room])
def test_a_list_that_must_be_found_with_labels_in_mind(room: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """One woman is needed; the only two share a household with the two best men, one of whom must yield."""
    monkeypatch.setattr(frame, "room_for", room)
    rules = program("x:3", balance=[{"field": "gender", "value": "female", "min": 2}], max_per={"household": 1})
    pool = """
    P1 x 90 gender=male household=H1
    P2 x 80 gender=male household=H2
    P3 x 70 gender=male
    P4 x 60 gender=female household=H1
    P5 x 50 gender=female household=H2
    """
    chosen = choose(rules, pool)
    assert listed(chosen) == "P3 P4 P5"
    assert said(chosen)[0] == "P1 x out combination gender, max_per household"


@pytest.mark.parametrize("room", [room_for, Room])
def test_a_tie_whose_members_share_a_household_is_open(room: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "room_for", room)
    pool = "P1 x 90 household=H1\nP2 x 90 household=H1\nP3 x 50"
    assert choose(program("x:2", max_per={"household": 1}), pool).undecided[0].among == ("P1", "P2")


def test_a_clash_of_the_asked_is_told_without_the_whole_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole system has a cell for every household: at a million people it takes minutes."""
    monkeypatch.setattr(LabelRoom, "_ask_whole", None)
    pool = "P1 x 90 household=H1\nP2 x 90 household=H1\nP3 x 80\nP4 x 50"
    assert choose(program("x:2", max_per={"household": 1}), pool).undecided[0].among == ("P1", "P2")


@pytest.mark.parametrize("room", [room_for, Room])
def test_nobody_fits_where_every_household_has_its_seat(room: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "room_for", room)
    rules = program("x:2-2 y:1", max_per={"household": 1})
    assert choose(rules, "P1 x 90 household=H1\nP2 x 80 household=H1\nP3 y 70").infeasible == (
        "track x",
        "max_per household",
    )


@pytest.mark.parametrize("room", [room_for, Room])
def test_two_labels_of_one_person_both_count(room: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "room_for", room)
    rules = program("x:3", max_per={"household": 1, "business": 1})
    pool = """
    P1 x 90 household=H1 business=B1
    P2 x 80 household=H1
    P3 x 70 business=B1
    P4 x 60 household=H2
    P5 x 50 household=H2 business=B2
    P6 x 40 business=B2
    """
    assert listed(choose(rules, pool)) == "P1 P4 P6"


@pytest.mark.parametrize("room", [room_for, Room])
def test_an_open_tie_across_tracks_goes_back_to_where_it_was(room: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "room_for", room)
    rules = program("x:2 y:2", max_per={"household": 2})
    pool = """
    P1 x 90 household=H1
    P2 x 90 household=H1
    P3 y 80 household=H1
    P4 y 70
    """
    assert choose(rules, pool).undecided[0].among == ("P1", "P2")


def test_what_is_impossible_without_labels_is_closed_for_all_alike() -> None:
    rules = program("x:2", balance=[{"field": "gender", "value": "female", "min": 1}], max_per={"household": 1})
    pool = """
    P1 x 90 gender=male household=H1
    P2 x 80 gender=male household=H1
    P3 x 70 gender=male
    P4 x 60 gender=female household=H1
    P5 x 50 gender=female
    """
    laid = frame.lay_out(given(rules, pool))
    room = room_for(laid.limits, laid.cells)
    assert room.fill(2) == 2
    assert not room.can({0: 9})
    room.take(laid.cells.choices[laid.cells.of["P1"]][0])
    assert room.choice(laid.cells.of["P3"]) is None
    assert room.closed == [True, True, False, False]
    assert listed(choose(rules, pool)) == "P1 P5"
    assert said(choose(rules, pool))[2] == "P3 x out owed gender"


def test_those_with_fewer_labels_fill_a_list_without_the_whole_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """P1 would block both others, who together make the list of two; and one may come after the other was taken."""
    monkeypatch.setattr(LabelRoom, "_ask_whole", None)
    rules = program("x:2", max_per={"household": 1, "business": 1})
    laid = frame.lay_out(given(rules, "P1 x 90 household=H1 business=B1\nP2 x 80 household=H1\nP3 x 70 business=B1"))
    room = room_for(laid.limits, laid.cells)
    assert room.fill(2) == 2
    room.take(laid.cells.choices[laid.cells.of["P2"]][0])
    assert room.choice(laid.cells.of["P1"]) is None
    assert room.choice(laid.cells.of["P3"]) is not None


@pytest.mark.parametrize("first", [1080, *range(1300, 1500, 10)])
def test_a_label_room_answers_as_all_lists_do(first: int) -> None:
    for seed, laid, lists in cases(first, labels=True):
        room = LabelRoom(laid.limits, laid.cells)
        assert room.fill(laid.seats.base) == (sum(lists[0]) if lists else None), seed
        if lists:
            question(room, laid, lists, seed)
