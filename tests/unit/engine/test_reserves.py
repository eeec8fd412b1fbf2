"""For which seats a reserve may stand in, as it is printed."""

import pytest

from ikmctl.domain.program import Program
from tests.unit.engine.selecting import choose, program, waiting

NINE = [f"D{index}" for index in range(9, 0, -1)]
D0 = {"field": "district", "value": "D0", "min": 1}


@pytest.mark.parametrize(
    ("rules", "pool", "expected"),
    [
        # every seat but that of D0, value by value, in order
        (
            program("x:10", reserves=1, balance=[D0]),
            "\n".join([f"P{one} x 90 district={one}" for one in NINE] + ["P0 x 50 district=D0", "R x 10 district=D1"]),
            "R(" + ", ".join(f"district D{index}" for index in range(1, 10)) + ")",
        ),
        # of P1 no district is known, so seats are named by those who hold them
        (
            program("x:10", reserves=1, balance=[D0]),
            "\n".join(
                [f"P{n} x {90 + n} district=D1" for n in range(2, 10)] + ["P1 x 70", "P0 x 50 district=D0", "R x 10"]
            ),
            "R(" + ", ".join(f"P{n}" for n in range(1, 10)) + ")",
        ),
    ],
)
def test_seats_are_named_in_order(rules: Program, pool: str, expected: str) -> None:
    assert waiting(choose(rules, pool)) == expected


def test_people_tied_as_reserves_are_listed_by_number() -> None:
    chosen = choose(program("x:1", reserves=3), "P9 x 90\nP3 x 80\nP1 x 80\nP2 x 80")
    assert chosen.undecided[0].among == ("P1", "P2", "P3")
