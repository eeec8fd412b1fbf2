"""Normalisation by the best candidate, `x / max` and `min / x`, with every odd column defined.

Benefit: `x / max`; where nobody has anything (max 0) all are equal and get 1.
Cost: `min / x`; where the best costs nothing, those who cost nothing get 1 and everybody else 0.
Negative values count as 0 and are reported as an error: these ratios have no meaning for them.
"""

from collections.abc import Iterator
from fractions import Fraction

from ikmctl.engine.scoring.base import Column, Matrix, Oddity

ZERO = Fraction(0)
ONE = Fraction(1)


def ratios(matrix: Matrix) -> dict[str, tuple[Fraction, ...]]:
    """Each value against the best of its column, from 0 to 1, by participant."""
    columns = [_column(column, matrix.column(index)) for index, column in enumerate(matrix.columns)]
    return dict(zip(matrix.rows, zip(*columns, strict=True), strict=True)) if columns else {}


def _column(column: Column, values: tuple[Fraction, ...]) -> list[Fraction]:
    kept = [max(value, ZERO) for value in values]
    if column.direction == "benefit":
        most = max(kept, default=ZERO)
        return [value / most if most else ONE for value in kept]
    least = min(kept, default=ZERO)
    return [ONE if value == least else least / value for value in kept]


def ratio_oddities(matrix: Matrix) -> Iterator[Oddity]:
    """Columns that the ratios treat by convention."""
    for index, column in enumerate(matrix.columns):
        values = matrix.column(index)
        if any(value < 0 for value in values):
            yield Oddity("negative", column.id, is_error=True)
        elif values and not any(values):
            yield Oddity("all_zero", column.id)
        elif column.direction == "cost" and ZERO in values:
            yield Oddity("free", column.id)
        else:
            yield from constant(column, values)


def constant(column: Column, values: tuple[Fraction, ...]) -> Iterator[Oddity]:
    """A column in which several people all have the same value decides nothing."""
    if len(values) > 1 and len(set(values)) == 1:
        yield Oddity("constant", column.id)
