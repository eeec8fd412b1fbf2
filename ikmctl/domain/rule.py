"""What an eligibility rule and a scale are; the engine's registries hold the concrete ones."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.mark import Mark
from ikmctl.domain.model import Model
from ikmctl.domain.numbers import parse_decimal
from ikmctl.domain.participant import Participant
from ikmctl.domain.scalars import Text

Missing: TypeAlias = Literal["reject", "pending", "pass"]
Outcome: TypeAlias = Literal["met", "failed", "pending"]
Direction: TypeAlias = Literal["benefit", "cost"]


class Reason(Struct, frozen=True):
    """Why a rule or a threshold holds or not, as data: a text key and its parameters."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


class Verdict(Struct, frozen=True):
    """What one rule says of one participant. `rule` is the rule's name, `reason` says why."""

    rule: str
    outcome: Outcome
    reason: Reason
    basis: str = ""
    severity: Literal["reject", "fix"] = "reject"
    assumed: Literal["", "pass", "reject"] = ""
    """What `missing:` of the rule says where the fact is not known, and so decided the outcome."""


class Case(Struct, frozen=True):
    """All that a rule may look at: one participant, their marks, and the facts of the program."""

    participant: Participant
    marks: tuple[Mark, ...]
    as_of: date
    sessions: tuple[str, ...] = ()
    group: Mapping[str, str] = field(default_factory=dict)
    track_kbli: tuple[str, ...] = ()
    present_codes: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    """For each per-session mark: code -> share of a session that it counts."""
    line: Mapping[str, str] = field(default_factory=dict)
    """The demand line, in a match."""

    def fact(self, name: str) -> str | None:
        """The canonical text of one fact of the participant, or None."""
        return self.participant.fact(name)

    def number(self, name: str) -> Decimal | None:
        """One fact of the participant as a number, or None where it is missing or a word."""
        text = self.participant.fact(name)
        return None if text is None else parse_decimal(text)


class RuleUse(Model):
    """One entry under `eligibility:`. A concrete rule adds its keys and answers `judge`."""

    name: ClassVar[str]
    """The word after `rule:`."""
    summary: ClassVar[Mapping[str, str]]
    """One line for docs, by language."""
    called: ClassVar[Mapping[str, str]] = {}
    """What the rule is about in a word or two, by language; else it is called by its `field`, or its summary."""
    of_line: ClassVar[bool] = False
    """Whether the rule reads the demand line, so that it has a meaning only in a match."""
    texts: ClassVar[Mapping[str, Mapping[str, str]]] = {}
    """Sentences for the reasons of this rule: key -> language -> text with named parameters."""

    rule: str
    """The rule's name.
    id: Nama aturan."""
    missing: Missing = "pending"
    """What a missing fact means: out (`reject`), `pending` until it is known, or `pass`.
    id: Arti data yang belum ada: gugur (`reject`), tertunda sampai diketahui (`pending`), atau lolos (`pass`)."""
    severity: Literal["reject", "fix"] = "reject"
    """`fix` marks a fault that the participant may still mend.
    id: `fix` menandai kekurangan yang masih dapat diperbaiki peserta."""
    basis: Text = ""
    """The paragraph of the guideline, printed with the reason.
    id: Bagian juknis yang menjadi dasar, dicetak bersama alasannya."""

    def fields(self) -> tuple[str, ...]:
        """Ids of the participant fields that this rule reads.

        A rule that looks at the group's attributes names `group`, one that looks at the KBLI codes of the
        track names `track`: two people alike in these fields and marks get the same verdict.
        """
        return ()

    def marks(self) -> tuple[str, ...]:
        """Ids of the marks that this rule reads."""
        return ()

    def edges(self, field_id: str) -> tuple[int, ...] | None:  # noqa: ARG002  # part of the contract
        """Whole numbers at which the answer for that field may change; None if only the raw value will do."""
        return None

    def say(self, key: str, **params: Param) -> Reason:
        """A reason of this rule: its text stands in `texts` under `<rule>.<key>`."""
        return Reason(f"{self.name}.{key}", params)

    @abstractmethod
    def check(self, case: Case) -> tuple[bool | None, Reason]:
        """Answer met (True), failed (False) or not known (None), with the reason."""

    def judge(self, case: Case) -> Verdict:
        """The verdict on one participant, with the missing policy applied."""
        met, reason = self.check(case)
        by_missing: dict[str, Outcome] = {"reject": "failed", "pending": "pending", "pass": "met"}
        outcome: Outcome = by_missing[self.missing] if met is None else ("met" if met else "failed")
        assumed: Literal["", "pass", "reject"] = "" if met is not None or self.missing == "pending" else self.missing
        return Verdict(self.name, outcome, reason, self.basis, self.severity, assumed)


class ScaleUse(Model):
    """A map from raw values to 0-100 points, fixed in program.yaml before anyone applied."""

    name: ClassVar[str]
    summary: ClassVar[Mapping[str, str]]
    takes_any_number: ClassVar[bool] = False
    """Whether every number has points."""

    @abstractmethod
    def points(self, value: str | Fraction, direction: Direction) -> Fraction | None:
        """Points from 0 to 100 for a raw value; None where the scale does not cover the value."""

    @abstractmethod
    def best(self, direction: Direction, low: Fraction | None = None, high: Fraction | None = None) -> Fraction:
        """The most points that any value from `low` to `high` (None: without limit) can earn."""

    @abstractmethod
    def worst(self) -> Fraction:
        """The fewest points that any value can earn."""

    def edges(self) -> tuple[int, ...] | None:
        """Whole numbers at which the points may change; None if only the raw value will do."""
        return None

    def corners(self) -> tuple[Fraction, ...]:
        """Rising raw values whose points can be compared with the stated direction."""
        return ()

    def faults(self) -> Iterable[Reason]:
        """Gaps, overlaps and the like in the scale itself; the key of each is a problem code."""
        return ()
