"""Smallest changes that would make a list possible, and the rules that stand against each other."""

import pytest

from ikmctl.domain.selection import Relaxation
from ikmctl.engine.selection import relaxing
from tests.unit.engine.selecting import choose, program


def shown(chosen_relaxations: tuple[tuple[Relaxation, ...], ...]) -> list[str]:
    return [
        "; ".join(f"{one.rule} {one.limit} {one.was}->{one.now}" for one in change) for change in chosen_relaxations
    ]


WOMEN_AND_D5 = """
P1 x 90 gender=male district=D5
P2 x 80 gender=male district=D5
P3 x 70 gender=female district=D1
P4 x 60 gender=female district=D1
"""


def test_one_floor_or_the_other_may_give_way() -> None:
    balance = [{"field": "gender", "value": "female", "min": 2}, {"field": "district", "value": "D5", "min": 2}]
    chosen = choose(program("x:3", balance=balance), WOMEN_AND_D5)
    assert chosen.infeasible == ("track x", "gender", "district")
    assert shown(chosen.relaxations) == ["district least 2->1", "gender least 2->1"]


def test_a_ceiling_is_proposed_before_a_floor() -> None:
    balance = [
        {"field": "gender", "value": "female", "min": 2},
        {"field": "district", "value": "D1", "max": 1},
    ]
    chosen = choose(program("x:3", balance=balance), WOMEN_AND_D5)
    assert shown(chosen.relaxations) == ["district most 1->2", "gender least 2->1"]


def test_two_rules_where_one_is_not_enough() -> None:
    balance = [
        {"field": "gender", "value": "female", "min": 3},
        {"field": "district", "value": "D5", "min": 3},
    ]
    chosen = choose(program("x:3", balance=balance), WOMEN_AND_D5)
    assert shown(chosen.relaxations) == ["gender least 3->2; district least 3->1"]
    assert [key for key, _ in chosen.notes] == ["note.lacking", "note.lacking", "note.relaxation"]


def test_one_rule_that_contradicts_itself() -> None:
    chosen = choose(program("x:3", balance=[{"field": "gender", "value": "female", "min": 2, "max": 1}]), WOMEN_AND_D5)
    assert chosen.infeasible == ("gender",)
    assert shown(chosen.relaxations) == ["gender most 1->2", "gender least 2->1"]


def test_labels_can_give_way_too() -> None:
    pool = "P1 x 90 household=H1\nP2 x 80 household=H1"
    chosen = choose(program("x:2-2", max_per={"household": 1}), pool)
    assert shown(chosen.relaxations) == ["max_per household most 1->2", "track x least 2->1"]


MANY_FLOORS = [{"field": "district", "value": f"D{index}", "min": 1} for index in range(6)]


def test_many_floors_are_given_up_one_after_the_other() -> None:
    """Five districts that nobody comes from: no three changes are enough."""
    chosen = choose(program("x:6", balance=MANY_FLOORS), "P1 x 90 district=D0")
    assert shown(chosen.relaxations) == ["; ".join(f"district D{index} least 1->0" for index in range(1, 6))]


def test_rules_that_clash_in_pairs_need_two_changes() -> None:
    floors = [{"field": "district", "value": f"D{index}", "min": 2} for index in (1, 2, 3)]
    pool = "\n".join(f"P{index}{one} x {index}{one} district=D{index}" for index in (1, 2, 3) for one in (1, 2))
    chosen = choose(program("x:3", balance=floors), pool)
    assert shown(chosen.relaxations) == [
        "district D1 least 2->1; district D2 least 2->0",
        "district D1 least 2->1; district D3 least 2->0",
        "district D2 least 2->1; district D3 least 2->0",
    ]


def test_the_search_for_changes_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relaxing, "_TRIES", 0)
    balance = [{"field": "gender", "value": "female", "min": 2}, {"field": "district", "value": "D5", "min": 2}]
    assert len(choose(program("x:3", balance=balance), WOMEN_AND_D5).relaxations) == 1
    chosen = choose(program("x:6", balance=MANY_FLOORS), "P1 x 90 district=D0")
    assert len(chosen.relaxations) == 1
    assert len(chosen.relaxations[0]) == 5


def most(district: str, high: int) -> dict[str, object]:
    return {"field": "district", "value": district, "max": high}


WOMEN = {"field": "gender", "value": "female", "min": 2}


def in_districts(*women: str) -> str:
    """Five men of D0 and a woman from each of these districts."""
    lines = [f"M{index} x 9{index} gender=male district=D0" for index in range(5)]
    return "\n".join(lines + [f"W{index} x 1{index} gender=female district={one}" for index, one in enumerate(women)])


@pytest.mark.parametrize(
    ("balance", "pool", "expected"),
    [
        # of four that help, the three that print first
        (
            [{**WOMEN, "min": 1}, most("D1", 0), most("D2", 0), most("D3", 0)],
            in_districts("D1", "D2", "D3"),
            ["district D1 most 0->1", "district D2 most 0->1", "district D3 most 0->1"],
        ),
        # two changes of one rule are enough to print; the third, of two rules, is not looked for
        (
            [WOMEN, most("D1", 0), most("D2", 0), most("D3", 0)],
            in_districts("D1", "D2", "D3", "D3"),
            ["district D3 most 0->2", "gender least 2->0"],
        ),
        # one of one rule is not, so those of two follow; what holds the first is passed over
        (
            [WOMEN, most("D1", 0), most("D2", 0)],
            in_districts("D1", "D2"),
            ["gender least 2->0", "district D1 most 0->1; district D2 most 0->1"],
        ),
        # two rules of one name, one of which has no ceiling
        (
            [WOMEN, {"field": "gender", "each": {"max": 1}}],
            in_districts("D1", "D2"),
            ["gender most 1->2", "gender least 2->1"],
        ),
    ],
)
def test_the_smallest_changes_by_hand(balance: list[dict[str, object]], pool: str, expected: list[str]) -> None:
    assert shown(choose(program("x:3", balance=balance), pool).relaxations) == expected


def test_a_set_that_two_ways_lead_to_is_shown_once() -> None:
    """D1 and D2 are the last that clash, so both of them lead to the set that prints first."""
    floors = [{"field": "district", "value": f"D{index}", "min": 2} for index in (3, 2, 1)]
    pool = "\n".join(f"P{index}{one} x {index}{one} district=D{index}" for index in (1, 2, 3) for one in (1, 2))
    assert shown(choose(program("x:3", balance=floors), pool).relaxations) == [
        "district D2 least 2->1; district D1 least 2->0",
        "district D3 least 2->1; district D1 least 2->0",
        "district D3 least 2->1; district D2 least 2->0",
    ]


def test_a_rule_in_each_track_moves_as_far_as_its_tightest_track_needs() -> None:
    """Half of four seats of x are two women, whom nobody can supply; half of two of y one man, where two must be."""
    pool = "\n".join([f"P{index} x 9{index} gender=male" for index in range(4)])
    rules = program("x:4 y:2", balance=[{"field": "gender", "value": "female", "min_share": "0.5", "per": "track"}])
    both = f"{pool}\nP5 y 80 gender=female\nP6 y 70 gender=male"
    assert shown(choose(rules, both).relaxations) == ["gender per track least 2->0"]
    rules = program("x:4 y:2-2", balance=[{"field": "gender", "value": "male", "max_share": "0.5", "per": "track"}])
    both = f"{pool}\nP5 y 80 gender=male\nP6 y 70 gender=male"
    assert shown(choose(rules, both).relaxations) == ["gender per track most 1->2", "track y least 2->1"]


def test_seats_are_never_proposed() -> None:
    """A second seat of x, taken from y, would do as well."""
    rules = program("x:1 y:3", balance=[{"field": "gender", "value": "female", "min": 2, "per": "track"}])
    pool = "\n".join(f"P{track}{index} {track} 9{index} gender=female" for track in "xy" for index in range(3))
    assert shown(choose(rules, pool).relaxations) == ["gender per track least 2->1"]


def least(field: str, value: str, low: int) -> dict[str, object]:
    return {"field": field, "value": value, "min": low}


@pytest.mark.parametrize(
    ("balance", "pool", "expected"),
    [
        # two men and three women are too many of D7, so first men are given up; yet three are too many for two seats
        (
            [most("D7", 3), least("gender", "male", 2), least("gender", "female", 3)],
            "\n".join(f"{one}{n} x {n} gender={one} district=D7" for one in ("male", "female") for n in (1, 2, 3)),
            "gender female least 3->0",
        ),
        # to let in more of D2 does not help alone, since D1 and two women are too many for two seats
        (
            [most("D2", 1), least("district", "D1", 1), WOMEN],
            "M x 9 gender=male district=D1\n" + "\n".join(f"W{n} x {n} gender=female district=D2" for n in (1, 2, 3)),
            "gender least 2->1",
        ),
    ],
)
def test_when_the_search_ends_only_floors_are_given_up_and_those_not_needed_stay(
    monkeypatch: pytest.MonkeyPatch, balance: list[dict[str, object]], pool: str, expected: str
) -> None:
    monkeypatch.setattr(relaxing, "_TRIES", 0)
    assert shown(choose(program("x:2", balance=balance), pool).relaxations) == [expected]


def test_of_as_many_floors_the_least_change_comes_first() -> None:
    """Both seats of D5 or one woman less in each track, though the women are more to begin with."""
    balance = [
        {"field": "district", "value": "D5", "min": 2},
        {"field": "gender", "value": "female", "min": 3, "per": "track"},
    ]
    pool = "\n".join(
        [f"W{track}{n} {track} {n} gender=female" for track in "xy" for n in (1, 2, 3)]
        + [f"M{track} {track} 90 gender=male district=D5" for track in "xy"]
    )
    assert shown(choose(program("x:3 y:3", balance=balance), pool).relaxations) == [
        "gender per track least 3->2",
        "district least 2->0",
    ]
