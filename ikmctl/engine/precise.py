"""Roots and powers with 50 digits, the same on every computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from typing import Final

DIGITS: Final = 50
MILLION: Final = 1_000_000
"""A value from 0 to 1 becomes a key by this factor."""
UNIT: Final = MILLION // 100
"""So that key / unit is a score on 0-100."""

_MOST: Final = 999_999
_TRUSTED: Final = Decimal(1).scaleb(-40)


@contextmanager
def precise() -> Iterator[None]:
    """Count with 50 digits inside, whatever the surroundings are set to."""
    with localcontext(Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, Emin=-_MOST, Emax=_MOST)):
        yield


def decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal, in the precision of the surroundings."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def key_of(value: Decimal) -> int:
    """A value from 0 to 1 as a whole number of millionths, rounded half-up.

    The last digits of roots and powers are dropped first, so that a value that is exactly half a millionth
    in theory is so here.
    """
    return int((value * MILLION).quantize(_TRUSTED).to_integral_value(ROUND_HALF_UP))


def shown(value: Decimal, places: int = 6) -> str:
    """A value as text with fixed decimals, rounded half-up."""
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
