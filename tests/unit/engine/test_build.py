"""The finished selection as a whole: who is listed in which order, and what is said beside."""

from tests.unit.engine.selecting import choose, listed, program


def test_entries_stand_in_the_order_of_numbers() -> None:
    pool = "P3 x 90\nP4 x !\nP2 x ?80\nP1 x 70"
    assert list(choose(program("x:2"), pool).entries) == ["P1", "P2", "P3", "P4"]
    assert list(choose(program("x:5-5"), pool).entries) == ["P1", "P2", "P3", "P4"]


def test_the_rules_that_leave_seats_empty_are_named() -> None:
    """Of three seats two can be filled, one by a woman and one by D1; D3 is shut, and nobody of D2 is kept out."""
    balance = [{"field": "gender", "value": "female", "max": 1}]
    balance += [{"field": "district", "value": f"D{index}", "max": most} for index, most in ((1, 1), (2, 2), (3, 0))]
    pool = """
    P1 x 90 gender=female district=D2
    P2 x 80 gender=female district=D2
    P3 x 70 gender=male district=D1
    P4 x 60 gender=male district=D1
    P5 x 50 gender=male district=D3
    """
    chosen = choose(program("x:3", balance=balance), pool)
    assert listed(chosen) == "P1 P3"
    assert chosen.notes == (("note.short", {"seats": 2, "base": 3, "rules": "gender, district D1, district D3"}),)


def test_what_would_help_is_said_in_notes() -> None:
    """Two women are asked for, and the districts that they come from are shut."""
    balance = [{"field": "gender", "value": "female", "min": 2}]
    balance += [{"field": "district", "value": value, "max": 0} for value in ("D1", "D2")]
    pool = "P1 x 90 gender=male\nP2 x 80 gender=female district=D1\nP3 x 70 gender=female district=D2"
    assert choose(program("x:3", balance=balance), pool).notes == (
        ("note.relaxation", {"number": 1, "change": "gender 2 -> 0"}),
        ("note.relaxation", {"number": 2, "change": "district D1 0 -> 1; district D2 0 -> 1"}),
    )
