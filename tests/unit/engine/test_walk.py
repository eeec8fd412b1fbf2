"""Down the order: who is taken, where an open tie stops, what settled the others."""

from ikmctl.domain.selection import TieBlock
from tests.unit.engine.selecting import choose, program, said

ONE_MAN = [{"field": "gender", "value": "male", "max": 1}]
NO_MAN = [{"field": "gender", "value": "male", "max": 0}]


def test_a_tie_across_tracks_is_told_under_that_of_the_first_number() -> None:
    chosen = choose(program("x:1 y:1", compare="score", balance=ONE_MAN), "P2 x 90 gender=male\nP1 y 90 gender=male")
    assert chosen.undecided == (TieBlock("y", 1, ("P1", "P2")),)


def test_an_open_tie_counts_the_seats_that_its_people_may_have() -> None:
    """Two women and one man more: the other man of the two that may be is in already."""
    pool = "P0 x 99 gender=male\n" + "\n".join(f"M{n} x 90 gender=male\nW{n} x 90 gender=female" for n in (1, 2, 3))
    balance = [{"field": "gender", "value": "male", "max": 2}, {"field": "gender", "value": "female", "max": 2}]
    chosen = choose(program("x:5", balance=balance), pool)
    assert chosen.undecided == (TieBlock("x", 3, ("M1", "M2", "M3", "W1", "W2", "W3")),)


def test_who_is_in_by_ticket_is_so_though_the_jury_named_somebody_who_is_out_in_any_case() -> None:
    """P1 may never be taken; P2 and P3, whom the jury did not name, were told apart by their tickets."""
    pool = "P1 x 90 gender=male\nP2 x 90 gender=female\nP3 x 90 gender=female"
    rules = program("x:1", ties=["panel", "ticket"], balance=NO_MAN)
    chosen = choose(rules, pool, orders=[("P1",)], tickets={"P1": "a", "P2": "b", "P3": "c"})
    assert said(chosen) == ["P1 x out ceiling gender", "P2 x selected draw", "P3 x out ticket"]
    assert chosen.entries["P3"].params == {"seats": 1, "among": 2, "by": "draw"}


def test_of_an_open_tie_who_is_out_in_any_case_is_told_why() -> None:
    chosen = choose(program("x:1", balance=NO_MAN), "P1 x 90 gender=male\nP2 x 90\nP3 x 90\nP4 x 80 gender=male")
    assert said(chosen) == [
        "P1 x out ceiling gender",
        "P2 x waiting ticket",
        "P3 x waiting ticket",
        "P4 x waiting waiting",
    ]
    assert chosen.entries["P4"].params == {"place": 4}


def test_an_open_tie_is_told_with_the_track_in_which_its_seat_is() -> None:
    rules = program("x:1 y:1", second_choice=True, compare="score")
    chosen = choose(rules, "P1 x 90\nP2 x/y 80\nP3 x/y 80")
    assert chosen.undecided == (TieBlock("y", 1, ("P2", "P3")),)
