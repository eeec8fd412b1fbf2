"""ROC: rank-order centroid weights, from nothing but the order of importance."""

from fractions import Fraction


def roc(count: int) -> tuple[Fraction, ...]:
    """Exact shares of `count` criteria, most important first: `w_k = (1/k + ... + 1/n) / n`."""
    return tuple(sum((Fraction(1, i) for i in range(k, count + 1)), Fraction(0)) / count for k in range(1, count + 1))
