"""Prizes by final order, and the ties that lie across two of them."""

from typing import Any

from ikmctl.domain.selection import TieBlock
from tests.unit.engine.selecting import choose, program


def tiers(*places: int) -> dict[str, Any]:
    return {"awards": {"tiers": [{"name": f"T{index}", "places": count} for index, count in enumerate(places)]}}


def test_a_tie_across_prizes_says_how_many_of_them_get_the_better() -> None:
    pool = "P4 x 90\nP3 x 80\nP2 x 80\nP1 x 80\nP5 x 70"
    assert choose(program("x:5", stage=tiers(2, 3)), pool).undecided == (TieBlock("x", 1, ("P1", "P2", "P3"), "tier"),)


def test_a_tie_across_tracks_is_told_under_that_of_the_first_number() -> None:
    chosen = choose(program("x:1 y:1", compare="score", stage=tiers(1, 1)), "P2 x 90\nP1 y 90")
    assert chosen.undecided == (TieBlock("y", 1, ("P1", "P2"), "tier"),)


def test_people_without_a_rank_get_the_prizes_left_by_number() -> None:
    admitted = [f"P{index}" for index in range(9, 1, -1)]
    pool = "P1 x 90\n" + "\n".join(f"{number} x !" for number in admitted)
    chosen = choose(program("x:9", stage=tiers(*[1] * 9)), pool, admitted=dict.fromkeys(admitted, "quota"))
    assert [(one.number, one.tier) for one in chosen.selected] == [(f"P{index + 1}", f"T{index}") for index in range(9)]
