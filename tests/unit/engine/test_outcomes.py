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


def test_entries_stand_in_the_order_of_numbers() -> None:
    pool = "P3 x 90\nP1 x !\nP2 x ?80\nP4 x 70"
    assert list(choose(program("x:2"), pool).entries) == ["P1", "P2", "P3", "P4"]
    assert list(choose(program("x:5-5"), pool).entries) == ["P1", "P2", "P3", "P4"]
