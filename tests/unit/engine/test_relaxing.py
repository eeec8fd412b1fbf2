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
