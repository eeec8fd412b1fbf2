"""Numbers as people write them in each language, never so short that a value reads like a limit that it is not."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ikmctl.domain.numbers import DECIMAL_TEXT, format_fixed

FEWEST: Final = 2
MOST: Final = 6
_DIGITS: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?\Z")
_GROUPED: Final = 10_000
"""Smaller whole parts stand without dots, as years do."""


def as_fraction(shown: str) -> Fraction | None:
    """The number that a text spells as digits, or as the fraction that a mean came to; None for any other text.

    Python would also read `1/0`, and `1e999999999`, which fills the memory.
    """
    try:
        return Fraction(shown) if _DIGITS.match(shown) else None
    except ValueError:  # more digits than Python reads
        return None


def decimal(number: str, lang: str) -> str:
    """A plain decimal number in the spelling of the language: `88,70`, `12.000.000`."""
    whole, _, part = number.partition(".")
    if whole.lstrip("-").isdecimal() and abs(int(whole)) >= _GROUPED:
        whole = f"{int(whole):,}"
    if lang == "id":
        return whole.replace(",", ".") + (f",{part}" if part else "")
    return whole + (f".{part}" if part else "")


def number(shown: str, lang: str, apart: Decimal | None = None) -> str:
    """A value with at most two decimals and no idle zeros; words stay, nothing is a dash.

    It has more decimals, up to six, where it would otherwise read as the limit `apart` that it is not.
    """
    value = as_fraction(shown)
    if value is None:
        return shown or "-"
    limit = None if apart is None else Fraction(apart)
    places = next((one for one in range(FEWEST, MOST) if limit in (None, value) or _fixed(value, one) != limit), MOST)
    return decimal(_text(_fixed(value, places)), lang)


def at_least(shown: str, lang: str, places: int = FEWEST) -> str:
    """A number that must be reached, rounded up, so that what is printed suffices."""
    whole = -(-Fraction(shown) * 10**places // 1)
    return decimal(format_fixed(int(whole), 10**places, places), lang)


def spelled(text: str, lang: str) -> str:
    """A text that is a decimal number in the spelling of the language; any other text as it is."""
    return decimal(text, lang) if DECIMAL_TEXT.match(text) else text


def _fixed(value: Fraction, places: int) -> Fraction:
    return Fraction(format_fixed(value.numerator, value.denominator, places))


def _text(value: Fraction) -> str:
    return format_fixed(value.numerator, value.denominator, MOST).rstrip("0").rstrip(".")
