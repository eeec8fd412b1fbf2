"""Groups too small to be counted by themselves: a number below five points at somebody."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

LEAST: Final = 5
"""Fewest people of whom a statistic may speak."""


def is_small(parts: Mapping[str, int]) -> bool:
    """Whether some part of a group holds somebody, but too few to be told."""
    return any(0 < count < LEAST for count in parts.values())


def rows_of(table: Mapping[str, Mapping[str, int]]) -> tuple[tuple[str, ...], ...]:
    """The rows in which a table may be shown: each key by itself, those too small together in the last row.

    One small key takes the next smallest along, or a total would give it away. Without any row that may be
    shown the answer is empty.

    Args:
        table: key -> part -> people; a table of plain counts has one part.
    """
    pool = [key for key, parts in table.items() if is_small(parts)]
    others = sorted(
        (key for key, parts in table.items() if key not in pool and any(parts.values())),
        key=lambda key: (sum(table[key].values()), key),
    )
    while pool and others and (len(pool) == 1 or is_small(_together(table, pool))):
        pool.append(others.pop(0))
    if is_small(_together(table, pool)):
        return ()
    alone = tuple((key,) for key in table if key not in pool)
    return (*alone, tuple(key for key in table if key in pool)) if pool else alone


def count_rows(counts: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """The same for a table of plain counts."""
    return rows_of({key: {"": count} for key, count in counts.items()})


def _together(table: Mapping[str, Mapping[str, int]], keys: Iterable[str]) -> Mapping[str, int]:
    total: Counter[str] = Counter()
    for key in keys:
        total.update(table[key])
    return total


def bins_of(values: Sequence[Fraction], most: int = 14) -> tuple[tuple[Fraction, Fraction, int], ...]:
    """Values in classes of a round width, neighbours put together until each class holds enough people.

    A class reaches from its first bound up to, and without, its second. Too few values give no class.

    Args:
        values: what is counted.
        most: classes beyond which a wider step is taken.
    """
    if len(values) < LEAST:
        return ()
    step = _round_step((max(values) - min(values)) / most)
    counts = Counter(value // step for value in values)
    found: list[tuple[Fraction, Fraction, int]] = []
    start, held = min(counts), 0
    for index in sorted(counts):
        held += counts[index]
        if held >= LEAST:
            found.append((start * step, (index + 1) * step, held))
            start, held = index + 1, 0
    if held:
        first, _, count = found.pop()
        found.append((first, (max(counts) + 1) * step, count + held))
    return tuple(found)


def _round_step(least: Fraction) -> Fraction:
    """The smallest of ..., 0.5, 1, 2, 5, 10, ... that is not below `least`; 1 where all values are the same."""
    if least <= 0:
        return Fraction(1)
    power = Fraction(1)
    while power >= least:
        power /= 10
    while power * 10 < least:
        power *= 10
    return next(power * factor for factor in (2, 5, 10) if power * factor >= least)
