"""Who is paid what, in whole rupiah, before anything is written."""

from fractions import Fraction
from math import floor
from typing import Final

from msgspec import Struct

from ikmctl.domain.paper import PaymentSpec
from ikmctl.render.documents.books import attended
from ikmctl.render.documents.model import Report

_HUNDRED: Final = 100


class Payment(Struct, frozen=True):
    """One line: what somebody is paid for, in whole rupiah."""

    number: str
    sessions: Fraction | None
    prize: str
    gross: int
    tax: int

    @property
    def net(self) -> int:
        """What is paid out."""
        return self.gross - self.tax


def payments(report: Report) -> tuple[Payment, ...]:
    """Who is paid what: prizes from the highest tier down, or the rate in the order of numbers."""
    spec = report.program.documents.payments
    if spec.rate is None:
        amounts = {tier.name: tier.amount for tier in report.stage.awards.tiers}
        won = [one for tier in amounts for one in report.selection.selected if one.tier == tier and amounts[tier]]
        return tuple(_payment(spec, one.number, None, one.tier, Fraction(amounts[one.tier])) for one in won)
    present = attended(report)
    chosen = {entry.number for entry in report.selection.selected}
    numbers = chosen if spec.people == "selected" else {number for number, (times, _) in present.items() if times}
    made = []
    for number in sorted(numbers):
        times = present[number][0] if number in present else None
        gross = Fraction(spec.rate) * (times or 0) if spec.per == "session" else Fraction(spec.rate)
        made.append(_payment(spec, number, times, "", gross))
    return tuple(made)


def _payment(spec: PaymentSpec, number: str, times: Fraction | None, prize: str, gross: Fraction) -> Payment:
    whole = floor(gross)
    return Payment(number, times, prize, whole, floor(whole * share(spec)))


def share(spec: PaymentSpec) -> Fraction:
    """The part of an amount that is withheld."""
    return Fraction(spec.tax or 0) / _HUNDRED


def budget(report: Report) -> int | None:
    """What may be paid: stated for payments, or for the prizes."""
    spec = report.program.documents.payments
    if spec.budget is not None or spec.rate is not None:
        return spec.budget
    return report.stage.awards.budget


def unrecorded(report: Report) -> int:
    """People on the list who have sessions without a record."""
    present = attended(report)
    return sum(1 for one in payments(report) if present.get(one.number, (0, 0))[1])
