"""Why somebody was passed over: the first reason that fits, by counting."""

import pytest

from ikmctl.domain.program import Program
from tests.unit.engine.selecting import choose, program, said

EACH = {"field": "district", "each": {"min": 1}}


@pytest.mark.parametrize(
    ("rules", "pool", "expected"),
    [
        # of two floors on one value that lack as many, the first is named
        (
            program(
                "x:2",
                balance=[{"field": "gender", "value": "female", "min": 1}, {"field": "gender", "each": {"min": 1}}],
            ),
            "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 20 gender=female",
            {"P2": "out owed gender"},
        ),
        # the least numbers of two tracks together take all seats left
        (
            program("x:3 y:1-2 z:1-2", compare="score", balance=[{"field": "gender", "value": "male", "max": 3}]),
            "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 y 20 gender=male\nP4 z 10 gender=male",
            {"P2": "out owed y, z"},
        ),
        # both seats left are owed to D2 and D3; P2 of D2 would help, but shares a household with P1
        (
            program("x:3", balance=[EACH], max_per={"household": 1}),
            (
                "P1 x 90 district=D1 household=H1\nP2 x 80 district=D2 household=H1\n"
                "P3 x 70 district=D2\nP4 x 60 district=D3"
            ),
            {"P2": "out group household H1"},
        ),
        # all seats that can be filled are taken, and one of x stays empty: not that, the household is why
        (
            program("x:2 y:1", max_per={"household": 1}),
            "P1 x 90 household=H1\nP2 y 80\nP3 x 70 household=H1",
            {"P3": "out group household H1"},
        ),
        # what another track owes within itself is no reason in this one
        (
            program(
                "x:2 y:1",
                compare="score",
                balance=[{"field": "gender", "value": "female", "min": 1, "per": "track"}],
                max_per={"household": 1},
            ),
            (
                "P1 x 90 gender=female household=H1\nP2 x 80 gender=male household=H1\n"
                "P3 x 70 gender=male\nP4 y 60 gender=female"
            ),
            {"P2": "out group household H1"},
        ),
    ],
)
def test_the_first_reason_that_fits(rules: Program, pool: str, expected: dict[str, str]) -> None:
    found = {line.split(" ", 1)[0]: line.split(" ", 2)[2] for line in said(choose(rules, pool))}
    assert {number: found[number] for number in expected} == expected


def test_a_combination_counts_those_of_the_same_kind_who_are_in() -> None:
    """P1 is in, so P2 would be one too many beside a woman and two of D5, whatever the ceiling of D9."""
    balance = [
        {"field": "gender", "value": "female", "min": 1},
        {"field": "district", "value": "D5", "min": 2},
        {"field": "district", "value": "D9", "max": 3},
    ]
    pool = """
    P1 x 90 gender=male district=D1
    P2 x 85 gender=male district=D1
    P3 x 80 gender=male district=D5
    P4 x 60 gender=male district=D5
    P5 x 50 gender=female district=D1
    """
    chosen = choose(program("x:4", balance=balance), pool)
    assert [line.split(" ", 2)[2] for line in said(chosen)][:2] == [
        "selected place",
        "out combination gender, district D5",
    ]
    assert chosen.entries["P2"].params == {"rule": "gender, district D5"}
