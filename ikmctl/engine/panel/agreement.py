"""Agreement among judges: Kendall's W, ICC(2,1), ICC(2,k), Krippendorff's alpha. All exact fractions.

A statistic that is not defined for the marks at hand (one judge, one participant, no variation) is None.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

HALF: Final = Fraction(1, 2)
TWO: Final = 2
Grid = Sequence[Sequence[Fraction]]
"""One row for each participant, one column for each judge, no gaps."""


class Concordance(Struct, frozen=True):
    """Kendall's coefficient with its chi-square statistic, which is rough below seven participants."""

    w: Fraction
    chi_square: Fraction
    degrees: int


def ranks(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Ranks from 1, the smallest first; equal values share the mean of their ranks."""
    place: dict[Fraction, Fraction] = {}
    below = 0
    for value, count in sorted(Counter(values).items()):
        place[value] = below + (count + 1) * HALF
        below += count
    return tuple(place[value] for value in values)


def kendall_w(grid: Grid) -> Concordance | None:
    """Kendall's W with the correction for ties."""
    columns = list(zip(*grid, strict=True))
    people, judges = len(grid), len(columns)
    if people < TWO or judges < TWO:
        return None
    ranked = [ranks(column) for column in columns]
    sums = [sum(row, Fraction(0)) for row in zip(*ranked, strict=True)]
    mean = sum(sums, Fraction(0)) / people
    spread = sum(((one - mean) ** 2 for one in sums), Fraction(0))
    ties = sum(count**3 - count for column in columns for count in Counter(column).values())
    below = judges**2 * (people**3 - people) - judges * ties
    if not below:
        return None
    w = 12 * spread / below
    return Concordance(w, judges * (people - 1) * w, people - 1)


class Icc(Struct, frozen=True):
    """Intraclass correlations of two-way random effects, absolute agreement, and their mean squares."""

    single: Fraction
    """ICC(2,1): of one judge."""
    average: Fraction
    """ICC(2,k): of the mean of all judges."""
    rows: Fraction
    """Mean square between participants."""
    columns: Fraction
    """Mean square between judges."""
    error: Fraction
    """Residual mean square."""


def icc(grid: Grid) -> Icc | None:
    """ICC(2,1) and ICC(2,k) after Shrout and Fleiss.

    Where participants differ less than the judges' leftovers do, the variance between them is estimated below zero.
    It is then taken as zero, and both are 0: the bare formulas leave the range of a correlation there, as with
    marks 1 3, 2 2, 3 1, of which they make -3 and 3.
    """
    columns = list(zip(*grid, strict=True))
    people, judges = len(grid), len(columns)
    if people < TWO or judges < TWO:
        return None
    total = sum((sum(row, Fraction(0)) for row in grid), Fraction(0))
    middle = total * total / (people * judges)
    by_row = sum((sum(row, Fraction(0)) ** 2 for row in grid), Fraction(0)) / judges - middle
    by_column = sum((sum(column, Fraction(0)) ** 2 for column in columns), Fraction(0)) / people - middle
    everything = sum((value * value for row in grid for value in row), Fraction(0)) - middle
    rows = by_row / (people - 1)
    between = by_column / (judges - 1)
    error = (everything - by_row - by_column) / ((people - 1) * (judges - 1))
    if rows < error:
        return Icc(Fraction(0), Fraction(0), rows, between, error)
    one = rows + (judges - 1) * error + judges * (between - error) / people
    mean = rows + (between - error) / people
    if not one or not mean:
        return None
    return Icc((rows - error) / one, (rows - error) / mean, rows, between, error)


def krippendorff_alpha(units: Iterable[Sequence[Fraction]]) -> Fraction | None:
    """Krippendorff's alpha with the interval metric; units marked by fewer than two judges do not count."""
    pairable = [unit for unit in units if len(unit) >= TWO]
    values = [value for unit in pairable for value in unit]
    count = len(values)
    expected = _differences(values)
    if not expected:
        return None
    observed = sum((_differences(unit) / (len(unit) - 1) for unit in pairable), Fraction(0))
    return 1 - (count - 1) * observed / expected


def _differences(values: Sequence[Fraction]) -> Fraction:
    """Squared differences summed over all pairs."""
    total = sum(values, Fraction(0))
    return len(values) * sum((value * value for value in values), Fraction(0)) - total * total
