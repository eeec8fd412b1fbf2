"""What rules and scales do when they say nothing of their own."""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

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


def test_a_scale_has_no_faults_and_cannot_be_banded_unless_it_says_so() -> None:
    scale = Flat()
    assert (list(scale.faults()), scale.edges(), scale.corners()) == ([], None, ())
