"""An entry for everybody, with its reason as data."""

import pytest
from msgspec.structs import replace

from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scorecard import Evaluation, Points
from ikmctl.engine.selection import run
from tests.unit.engine.selecting import choose, given, program

WHY = Reason("why")


@pytest.mark.parametrize(
    ("verdicts", "points", "named"),
    [
        # rules that hold, and those whose failing is only to be mended, put nobody out
        (("one_of met reject", "papers failed fix", "age failed reject", "range failed reject"), {"test": WHY}, "age"),
        (("one_of met reject", "papers failed fix"), {"talk": None, "test": WHY}, "test"),
        (("one_of met reject",), {"talk": None}, "total"),
    ],
)
def test_the_first_rule_or_criterion_that_puts_a_person_out(
    verdicts: tuple[str, ...], points: dict[str, Reason | None], named: str
) -> None:
    inputs = given(program("x:1"), "P1 x !")
    card = replace(
        inputs.evaluation.cards["P1"],
        verdicts=tuple(Verdict(rule, outcome, WHY, severity=how) for rule, outcome, how in map(str.split, verdicts)),  # type: ignore[arg-type]  # texts
        points={name: Points(name, None, 0, 0, failed) for name, failed in points.items()},
    )
    chosen = run(replace(inputs, evaluation=Evaluation("s", {"P1": card}, ())))
    assert chosen.entries["P1"].detail == named


def test_those_with_whom_a_label_is_shared_are_told_by_number() -> None:
    pool = "P2 x 90 sentra=S1\nP1 x 80 sentra=S1\nP3 x 70 sentra=S1\nP4 x 60"
    assert choose(program("x:4", max_per={"sentra": 2}), pool).entries["P3"].params["with"] == "P1, P2"


def test_a_floor_says_for_whom_its_seat_was_kept() -> None:
    """P3 counts for the women as well, whom P2 would supply; P5 is in so that y can open."""
    balance = [
        {"field": "gender", "value": "female", "min": 1},
        {"field": "district", "value": "D5", "min": 1},
        {"field": "district", "value": "D6", "min": 0, "max": 9},
    ]
    pool = "P1 x 90 gender=male\nP2 x 80 gender=female\nP3 x 10 gender=female district=D5\nP4 x 70 gender=male"
    entry = choose(program("x:2", balance=balance), pool).entries["P3"]
    assert entry.params == {"rule": "district D5", "kept": "district D5", "place": 4}
    rules = program("x:2 y:1-2", compare="score", balance=[{"field": "gender", "value": "male", "max": 2}])
    pool = "P1 x 90 gender=male\nP2 x 80 gender=male\nP5 y 70 gender=male"
    assert choose(rules, pool).entries["P5"].params == {"rule": "y", "kept": "y", "place": 3}
