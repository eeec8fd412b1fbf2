"""Scores as documents print them: two decimals, or as many as keep different neighbours apart."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.selection import Entry

_FEWEST: Final = 2
_MOST: Final = 6


def shown(entries: Sequence[Entry], lang: str) -> list[str]:
    """The score of each entry of one list, a dash where there is none."""
    places = next((count for count in range(_FEWEST, _MOST) if _apart(entries, count)), _MOST)
    return [decimal(format_fixed(one.key, one.unit, places), lang) if one.key is not None else "-" for one in entries]


def _apart(entries: Sequence[Entry], places: int) -> bool:
    pairs = pairwise(entries)
    return not any(
        one.key != two.key and format_fixed(one.key, one.unit, places) == format_fixed(two.key, two.unit, places)
        for one, two in pairs
        if one.key is not None and two.key is not None
    )


def decimal(number: str, lang: str) -> str:
    """A plain decimal number with the mark of the language: `88,70`."""
    return number.replace(".", ",") if lang == "id" else number
