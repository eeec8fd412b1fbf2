"""What rules and scales do when they say nothing of their own."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

import pytest
from tools.making import case, person

from ikmctl.domain.rule import Case, Direction, Reason, RuleUse, ScaleUse


class Always(RuleUse):
    name: ClassVar[str] = "always"
    summary: ClassVar[Mapping[str, str]] = {}

    def check(self, case: Case) -> tuple[bool | None, Reason]:
        return True, self.say("met", number=case.participant.number)


class Flat(ScaleUse):
    name: ClassVar[str] = "flat"
    summary: ClassVar[Mapping[str, str]] = {}

    def points(self, value: str | Fraction, direction: Direction) -> Fraction | None:
        return Fraction(len(str(value)) + len(direction))

    def best(self, direction: Direction, low: Fraction | None = None, high: Fraction | None = None) -> Fraction:
        return Fraction(len(direction)) + (high or 0) - (low or 0)

    def worst(self) -> Fraction:
        return Fraction(0)


def test_a_rule_reads_nothing_and_cannot_be_banded_unless_it_says_so() -> None:
    use = Always(rule="always")
    assert (use.fields(), use.marks(), use.edges("x"), use.texts) == ((), (), None, {})
    assert use.say("met", number="P1") == Reason("always.met", {"number": "P1"})


class Told(Always):
    met: bool | None

    def check(self, case: Case) -> tuple[bool | None, Reason]:  # noqa: ARG002  # says what it was told
        return self.met, self.say("met")


@pytest.mark.parametrize(
    ("met", "missing", "outcome", "assumed"),
    [
        (True, "reject", "met", ""), (True, "pass", "met", ""), (False, "pass", "failed", ""),
        (False, "reject", "failed", ""), (True, "pending", "met", ""), (False, "pending", "failed", ""),
        (None, "pending", "pending", ""), (None, "pass", "met", "pass"), (None, "reject", "failed", "reject"),
    ],
)  # fmt: skip
def test_a_verdict_says_whether_it_rests_on_what_is_not_known(
    met: bool | None, missing: Any, outcome: str, assumed: str
) -> None:
    verdict = Told(rule="always", met=met, missing=missing, basis="B", severity="fix").judge(case())
    assert (verdict.outcome, verdict.assumed) == (outcome, assumed)
    assert (verdict.rule, verdict.basis, verdict.severity) == ("always", "B", "fix")


@pytest.mark.parametrize(("text", "number"), [("18", 18), ("-0.5", -0.5), ("", None), ("banyak", None), ("1,5", None)])
def test_a_fact_is_read_as_a_number_or_not_at_all(text: str, number: float | None) -> None:
    assert case(person(age=text)).number("age") == number
    assert case(person(age=text)).number("workers") is None


def test_a_scale_has_no_faults_and_cannot_be_banded_unless_it_says_so() -> None:
    scale = Flat()
    assert (list(scale.faults()), scale.edges(), scale.corners()) == ([], None, ())
