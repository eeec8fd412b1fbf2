"""Exact numbers: decimal text in, fractions inside, integers out. No float anywhere.

Points are whole numbers in 1/10,000 of a point; a score is `key / unit`, both whole numbers.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import lcm
from typing import Final

POINT: Final = 10_000
"""How many units make one point on the 0-100 scale."""

DECIMAL_TEXT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?\Z")
"""The one spelling of a number in files that ikmctl writes or people author."""

_PRODUCT_PLACES: Final = 24
"""Decimals that the product of two such numbers may have."""


def parse_decimal(text: str) -> Decimal | None:
    """Read `text` as a decimal number, or None where it is not one (`1e5`, `1_000`, `+3`, `nan`)."""
    return Decimal(text) if DECIMAL_TEXT.match(text) else None


@lru_cache(maxsize=8192)
def parse_fraction(text: str) -> Fraction | None:
    """Read `text` as an exact fraction, or None where it is not a decimal number."""
    if not DECIMAL_TEXT.match(text):
        return None
    whole, _, part = text.partition(".")
    return Fraction(int(whole + part), 10 ** len(part))


def exact_mean(values: Iterable[Fraction], count: int) -> Fraction:
    """The sum of fractions over `count`, added over one common denominator, which is quicker than one by one."""
    top, bottom = 0, 1
    for value in values:
        own_top, own_bottom = value.as_integer_ratio()
        if own_bottom == bottom:
            top += own_top
        else:
            common = lcm(bottom, own_bottom)
            top = top * (common // bottom) + own_top * (common // own_bottom)
            bottom = common
    return Fraction(top, bottom * count)


def round_half_up(value: Fraction, unit: int) -> int:
    """Round `value * unit` to a whole number, halves away from zero."""
    top, bottom = value.numerator * unit, value.denominator
    whole = (2 * abs(top) + bottom) // (2 * bottom)
    return -whole if top < 0 else whole


def format_fixed(numerator: int, unit: int, places: int) -> str:
    """Write `numerator / unit` with `places` decimals, rounded half-up, such as `87.000000`."""
    shift: int = 10**places
    digits = (2 * abs(numerator) * shift + unit) // (2 * unit)
    sign = "-" if numerator < 0 and digits else ""
    return f"{sign}{digits // shift}.{digits % shift:0{places}d}" if places else f"{sign}{digits}"


def format_decimal(value: Decimal) -> str:
    """Write a decimal as its shortest plain text: `0.60` as `0.6`, `1E+2` as `100`, `-0` as `0`."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def format_exact(product: Fraction) -> str:
    """Write the product of two decimal numbers in full, as its shortest plain text."""
    return format_fixed(product.numerator, product.denominator, _PRODUCT_PLACES).rstrip("0").rstrip(".")


def separating_places(values: Sequence[tuple[int, int]], least: int = 2, most: int = 6) -> int:
    """Fewest decimals (`least` to `most`) at which different neighbours in `values` look different.

    Args:
        values: scores as (key, unit), in the order in which they are shown.
        least: decimals shown in any case.
        most: decimals beyond which nothing is shown even if neighbours still look alike.
    """
    pairs = [(a, b) for a, b in pairwise(values) if Fraction(*a) != Fraction(*b)]
    for places in range(least, most):
        if all(format_fixed(*a, places) != format_fixed(*b, places) for a, b in pairs):
            return places
    return most
