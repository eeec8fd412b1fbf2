"""Helpers that turn judgements about importance into whole-number weights to paste into program.yaml."""

from collections.abc import Sequence
from fractions import Fraction


def whole_weights(shares: Sequence[Fraction], total: int = 100) -> tuple[int, ...]:
    """Shares as whole numbers that sum to `total`: rounded down, the rest to the largest remainders, first come first.

    Args:
        shares: exact shares that sum to any positive number.
        total: what the whole numbers sum to.
    """
    everything = sum(shares, Fraction(0))
    exact = [share * total / everything for share in shares]
    floors = [int(value) for value in exact]
    by_rest = sorted(range(len(exact)), key=lambda index: (floors[index] - exact[index], index))
    for index in by_rest[: total - sum(floors)]:
        floors[index] += 1
    return tuple(floors)
