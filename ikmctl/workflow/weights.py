"""`weights`: whole-number weights to paste, from pairwise comparisons (AHP) or from an order (ROC)."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.domain.numbers import format_fixed
from ikmctl.engine.weights import whole_weights
from ikmctl.engine.weights.ahp import LIMIT, RANDOM_INDEX, ahp
from ikmctl.engine.weights.roc import roc
from ikmctl.workflow.result import Result

_PAIR: Final = re.compile(
    r"(?P<first>[a-z0-9_-]+)/(?P<second>[a-z0-9_-]+)=(?P<times>[0-9]+(?:\.[0-9]+)?)(?:/(?P<by>[1-9][0-9]*))?\Z"
)
_PLACES: Final = 3
_FAULTS: Final = {
    "ahp.lacking": "IKM494", "ahp.twice": "IKM495", "ahp.criteria": "IKM496", "ahp.unknown": "IKM497",
    "ahp.not_positive": "IKM491",
}  # fmt: skip


class Weights(Struct, frozen=True):
    """Weights by criterion; for AHP with the consistency ratio and the random-index table that it rests on."""

    method: str
    weights: tuple[tuple[str, int], ...]
    ratio: str = ""
    table: str = ""


def _unusable(code: str, **params: str | int) -> Result[Weights]:
    return Result(diagnostics=(Diagnostic(code, params=params),), unusable=True)


def by_order(ids: Sequence[str]) -> Result[Weights]:
    """Rank-order centroid weights, most important first (Barron and Barrett 1996)."""
    if not ids or len(set(ids)) < len(ids):
        return _unusable("IKM490", found=" ".join(ids) or "-")
    return Result(Weights("roc", tuple(zip(ids, whole_weights(roc(len(ids))), strict=True))))


def by_pairs(spelled: Sequence[str], table: str) -> Result[Weights]:
    """Weights of the principal eigenvector (Saaty 1980); above a ratio of 0.10 a warning."""
    if table not in RANDOM_INDEX:
        return _unusable("IKM492", found=table, known=", ".join(RANDOM_INDEX))
    pairs: dict[tuple[str, str], Fraction] = {}
    for word in spelled:
        found = _PAIR.match(word)
        if found is None or Fraction(found["times"]) == 0:
            return _unusable("IKM491", found=word)
        pairs[found["first"], found["second"]] = Fraction(found["times"]) / int(found["by"] or 1)
    ids = tuple(dict.fromkeys(name for pair in pairs for name in pair))
    answer = ahp(ids, pairs, table)
    if isinstance(answer, tuple):
        return Result(
            diagnostics=tuple(Diagnostic(_FAULTS[one.key], params=one.params) for one in answer), unusable=True
        )
    ratio = _text(answer.ratio)
    params = {"found": ratio, "limit": str(LIMIT)}
    warned = () if answer.is_consistent else (Diagnostic("IKM493", params=params, severity=Severity.WARNING),)
    return Result(Weights("ahp", tuple(zip(ids, answer.weights, strict=True)), ratio, answer.table), warned)


def _text(value: Decimal) -> str:
    exact = Fraction(value)
    return format_fixed(exact.numerator, exact.denominator, _PLACES)
