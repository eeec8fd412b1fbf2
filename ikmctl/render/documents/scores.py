"""Scores as documents print them: two decimals, or as many as keep different neighbours apart."""

from collections.abc import Sequence
from itertools import pairwise

from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.selection import Entry
from ikmctl.render.numbers import FEWEST, MOST, decimal


def shown(entries: Sequence[Entry], lang: str) -> list[str]:
    """The score of each entry of one list, a dash where there is none."""
    places = next((count for count in range(FEWEST, MOST) if _apart(entries, count)), MOST)
    return [decimal(format_fixed(one.key, one.unit, places), lang) if one.key is not None else "-" for one in entries]


def _apart(entries: Sequence[Entry], places: int) -> bool:
    pairs = pairwise(entries)
    return not any(
        one.key != two.key and format_fixed(one.key, one.unit, places) == format_fixed(two.key, two.unit, places)
        for one, two in pairs
        if one.key is not None and two.key is not None
    )
