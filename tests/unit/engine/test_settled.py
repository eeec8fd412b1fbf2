"""Ties that jury, lots or draw settled where it mattered: between whom, who came first, by what."""

import pytest

from ikmctl.domain.program import Program
from ikmctl.engine.selection.settled import settled_ties
from ikmctl.engine.selection.simplex import Simplex
from tests.unit.engine.selecting import given, program

BOTH = ["panel", "ticket"]
THREE = "P1 x 90\nP2 x 90\nP3 x 90\n"


def drawn(order: str) -> dict[str, str]:
    """Tickets that put these people in order."""
    return {number: f"{index:03d}" for index, number in enumerate(order.split())}


def told(rules: Program, pool: str, **options: object) -> list[str]:
    return [
        f"{one.place} {'+'.join(one.tracks)}: {' '.join(one.among)}; {' '.join(one.won)} by {one.by}"
        for one in settled_ties(given(rules, pool, **options))
    ]


@pytest.mark.parametrize(
    ("rules", "pool", "options", "expected"),
    [
        # for the one seat, and for the one place that is left among the reserves
        (
            program("x:1", reserves=1),
            THREE,
            {"tickets": drawn("P3 P1 P2")},
            ["selected x: P3 P1 P2; P3 by draw", "reserve x: P1 P2; P1 by draw"],
        ),
        # all of them wait, and who is first was drawn
        (
            program("x:1", reserves=2),
            "P0 x 99\n" + THREE[:15],
            {"tickets": drawn("P2 P1")},
            ["reserve x: P2 P1; P2 P1 by draw"],
        ),
        # all of them wait, in the order of the jury
        (
            program("x:1", reserves=2, ties=BOTH),
            "P0 x 99\n" + THREE[:15],
            {"orders": [("P2", "P1")]},
            ["reserve x: P2 P1; P2 P1 by decision"],
        ),
        # the jury put P1 first, and tickets the others; the last of them lost to another by a ticket
        (
            program("x:1", reserves=3, ties=BOTH),
            "P0 x 99\n" + THREE,
            {"orders": [("P1",)], "tickets": drawn("P0 P3 P2 P1")},
            ["reserve x: P1 P3 P2; P1 P3 P2 by draw"],
        ),
        # nothing tells the reserves apart: the jury ordered others
        (program("x:1", reserves=2, ties=BOTH), "P0 x 99\n" + THREE[:15], {"orders": [("P0",)]}, []),
        # an order of other people, and a tie that lots settled
        (
            program("x:2", ties=BOTH),
            "P0 x 99\n" + THREE[:15],
            {"orders": [("P0", "P9")], "lots": [("P2", "P1")]},
            ["selected x: P2 P1; P2 by lots"],
        ),
        # the one seat is kept for a woman, so P3 stands in for nobody and is no rival of those who may
        (
            program("x:1", reserves=1, balance=[{"field": "gender", "value": "female", "min": 1}]),
            "P1 x 99 gender=female\nP2 x 90 gender=female\nP3 x 90 gender=male\nP4 x 90 gender=female",
            {"tickets": drawn("P1 P3 P4 P2")},
            ["reserve x: P4 P2; P4 by draw"],
        ),
        # those who took the seats are not asked again for the places of reserves
        (
            program("x:1 y:1", reserves=1, compare="score"),
            "P1 x 90\nP2 x 90\nP3 y 95\nP4 y 92\nP5 y 90\nP6 y 90",
            {"tickets": drawn("P1 P5 P2 P6 P3 P4")},
            ["selected x: P1 P2; P1 by draw"],
        ),
        # P0 is out in any case, and yet its ticket puts P1 before P3 or behind
        (
            program("z:1 x:2 y:2", balance=[{"field": "gender", "value": "male", "max": 1}], max_per={"household": 1}),
            "P0 x 90 gender=other household=H1\nP1 x 90 gender=male\nP3 y 80 gender=male\nP5 z 95 household=H1",
            {"tickets": drawn("P1 P0 P3 P5")},
            ["selected x: P1; P1 by draw"],
        ),
        # nobody settled anything; no list keeps the rules
        (program("x:1"), THREE, {}, []),
        (program("x:5-5"), THREE, {"tickets": drawn("P3 P1 P2")}, []),
    ],
)
def test_ties_that_something_settled(
    rules: Program, pool: str, options: dict[str, object], expected: list[str]
) -> None:
    assert told(rules, pool, **options) == expected


def test_where_the_search_gives_up_no_tie_is_known_to_be_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Simplex, "solve", lambda *_: None)
    assert settled_ties(given(program("x:1"), THREE, tickets=drawn("P3 P1 P2"))) == ()
