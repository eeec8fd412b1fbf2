"""Who is in thanks to a floor, and to which one."""

import pytest

from ikmctl.domain.program import Program
from tests.unit.engine.selecting import choose, program, said

WOMAN = {"field": "gender", "value": "female", "min": 1}
D5 = {"field": "district", "value": "D5", "min": 1}


@pytest.mark.parametrize(
    ("rules", "pool", "number", "expected"),
    [
        # P3 counts for both, but P2 would stand in for the woman: only D5 holds P3
        (
            program("x:2", balance=[WOMAN, D5]),
            "P1 x 90 gender=male\nP2 x 80 gender=female\nP3 x 10 gender=female district=D5",
            "P3",
            "P3 x selected floor district",
        ),
        # the same with a third floor, for which nobody is missing
        (
            program("x:2", balance=[WOMAN, D5, {"field": "gender", "value": "male", "min": 1}]),
            "P1 x 90 gender=male\nP2 x 80 gender=female\nP3 x 10 gender=female district=D5",
            "P3",
            "P3 x selected floor district",
        ),
        # two rules of one name, of which the ceiling is no floor: P5 only moves up because P6 shuts out the best
        (
            program(
                "x:3", balance=[D5, {"field": "district", "each": {"max": 9}}], max_per={"household": 1, "business": 1}
            ),
            (
                "P1 x 90 household=H1\nP2 x 80 business=B1\nP4 x 70\nP5 x 60 district=D1\n"
                "P6 x 10 household=H1 business=B1 district=D5"
            ),
            "P5",
            "P5 x selected place",
        ),
        # while a tie is open, nobody is said to be in thanks to a floor: that is known of whole lists only
        (
            program("x:3", balance=[{**WOMAN, "min": 2}]),
            (
                "P1 x 90 gender=male\nP2 x 80 gender=male\nP3 x 75 gender=male\n"
                "P4 x 70 gender=female\nP5 x 50 gender=female\nP6 x 50 gender=female"
            ),
            "P4",
            "P4 x selected place",
        ),
    ],
)
def test_the_floor_that_holds_a_person(rules: Program, pool: str, number: str, expected: str) -> None:
    assert [line for line in said(choose(rules, pool)) if line.startswith(f"{number} ")] == [expected]
