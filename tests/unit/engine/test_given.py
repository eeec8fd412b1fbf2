"""What a selection starts from."""

import pytest

from ikmctl.domain.program import Program
from tests.unit.engine.selecting import choose, given, listed, program


def test_the_pool_and_the_admitted_stand_in_the_order_of_numbers() -> None:
    inputs = given(program("x:1"), "P4 x 90\nP3 x 80\nP2 x 70\nP1 x !", admitted={"P4": "quota", "P1": "quota"})
    assert list(inputs.choices) == ["P1", "P2", "P3", "P4"]
    assert inputs.forced == ("P1", "P4")


def test_of_two_admitted_to_one_seat_the_first_number_has_it() -> None:
    assert listed(choose(program("x:1"), "P4 x 90\nP3 x 80", admitted={"P4": "quota", "P3": "quota"})) == "P3"


@pytest.mark.parametrize(
    ("rules", "pool", "base"),
    [
        # P1 can fill a seat of x or of y, not both; of P2 and P3 one stays out
        (program("x:2 y:2 z:1", second_choice=True), "P1 x/y 90\nP2 z 80\nP3 z 70", 2),
        # everybody names two tracks
        (program("x:1 y:1", second_choice=True), "P1 x/y 90\nP2 y/x 80\nP3 x/y 70", 2),
        (program("x:2 y:2"), "P1 x/y 90\nP2 x 80\nP3 x 70", 2),
    ],
)
def test_the_base_is_what_can_be_seated_together(rules: Program, pool: str, base: int) -> None:
    assert given(rules, pool).seats.base == base
