"""AHP: weights from pairwise comparisons, with the consistency of the judgements."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct

from ikmctl.domain.rule import Reason
from ikmctl.engine.precise import decimal, precise
from ikmctl.engine.weights import whole_weights

RANDOM_INDEX: Final[Mapping[str, tuple[str, ...]]] = {
    "saaty-1980": ("0", "0", "0.58", "0.90", "1.12", "1.24", "1.32", "1.41", "1.45", "1.49"),
    "saaty-2013": ("0", "0", "0.52", "0.89", "1.11", "1.25", "1.35", "1.40", "1.45", "1.49"),
}
"""Mean consistency index of random matrices of 1, 2, ... criteria, by the name of the table."""

MOST: Final = 10
"""More criteria than any table covers cannot be compared pairwise."""
LIMIT: Final = Decimal("0.10")
"""Above this consistency ratio the judgements should be looked at again."""

_ROUNDS: Final = 500
"""Enough for judgements as contradictory as the scale 1/9 to 9 allows: the error shrinks by 0.84 a round."""


class Ahp(Struct, frozen=True):
    """Weights and how far the judgements contradict one another."""

    weights: tuple[int, ...]
    shares: tuple[Decimal, ...]
    lambda_max: Decimal
    index: Decimal
    """Consistency index, `(lambda_max - n) / (n - 1)`."""
    ratio: Decimal
    """Consistency ratio: the index over the random index; 0 for one or two criteria."""
    table: str

    @property
    def is_consistent(self) -> bool:
        """Whether the ratio is 0.10 or less."""
        return self.ratio <= LIMIT


Comparisons = Mapping[tuple[str, str], Fraction]
"""How many times as important the first is as the second; each pair once, either way round."""


def ahp(
    ids: Sequence[str], pairs: Comparisons, table: str = "saaty-1980", total: int = 100
) -> Ahp | tuple[Reason, ...]:
    """Weights of the principal eigenvector, or what is wrong with the comparisons."""
    faults = _faults(ids, pairs)
    if faults:
        return faults
    size = len(ids)
    with precise():
        matrix = [[decimal(_judgement(pairs, a, b)) for b in ids] for a in ids]
        shares = _eigenvector(matrix)
        products = [sum((x * w for x, w in zip(row, shares, strict=True)), Decimal(0)) for row in matrix]
        lambda_max = sum((p / w for p, w in zip(products, shares, strict=True)), Decimal(0)) / size
        index = (lambda_max - size) / (size - 1) if size > 1 else Decimal(0)
        random = Decimal(RANDOM_INDEX[table][size - 1])
        ratio = index / random if random else Decimal(0)
        weights = whole_weights([Fraction(share) for share in shares], total)
    return Ahp(weights, tuple(shares), lambda_max, index, ratio, table)


def _faults(ids: Sequence[str], pairs: Comparisons) -> tuple[Reason, ...]:
    if not 1 <= len(ids) <= MOST or len(set(ids)) < len(ids):
        return (Reason("ahp.criteria", {"count": len(ids), "most": MOST}),)
    found = [
        Reason("ahp.unknown", {"first": a, "second": b}) for a, b in pairs if a not in ids or b not in ids or a == b
    ]
    found += [Reason("ahp.not_positive", {"first": a, "second": b}) for (a, b), value in pairs.items() if value <= 0]
    found += [Reason("ahp.twice", {"first": a, "second": b}) for a, b in pairs if a < b and (b, a) in pairs]
    for index, a in enumerate(ids):
        for b in ids[index + 1 :]:
            if (a, b) not in pairs and (b, a) not in pairs:
                found.append(Reason("ahp.lacking", {"first": a, "second": b}))
    return tuple(found)


def _judgement(pairs: Comparisons, a: str, b: str) -> Fraction:
    if a == b:
        return Fraction(1)
    return pairs[a, b] if (a, b) in pairs else 1 / pairs[b, a]


def _eigenvector(matrix: list[list[Decimal]]) -> list[Decimal]:
    """Power iteration, which converges for every positive matrix."""
    size = len(matrix)
    shares = [Decimal(1) / size] * size
    for _ in range(_ROUNDS):
        products = [sum((x * w for x, w in zip(row, shares, strict=True)), Decimal(0)) for row in matrix]
        total = sum(products, Decimal(0))
        shares = [product / total for product in products]
    return shares
