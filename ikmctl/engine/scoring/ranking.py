"""Places within tracks, and how alike two orders are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from ikmctl.domain.scorecard import ScoreCard
from ikmctl.engine.panel.agreement import ranks
from ikmctl.engine.precise import decimal, precise


def places(cards: Mapping[str, ScoreCard]) -> dict[str, int]:
    """Place of each eligible person with a key within the track: 1 + people with a strictly better key (1, 1, 3)."""
    by_track: dict[str, list[tuple[int, str]]] = {}
    for card in cards.values():
        if card.standing == "eligible" and card.key is not None:
            by_track.setdefault(card.track, []).append((card.key, card.number))
    found: dict[str, int] = {}
    for people in by_track.values():
        better = 0
        for key, count in sorted(Counter(key for key, _ in people).items(), reverse=True):
            found |= {number: better + 1 for own, number in people if own == key}
            better += count
    return found


def rank_correlation(first: Sequence[Fraction], second: Sequence[Fraction]) -> Decimal | None:
    """Spearman's rank correlation with shared ranks, from -1 to 1; None where one order says nothing."""
    if not first:
        return None
    a, b = ranks(first), ranks(second)
    mean = Fraction(len(first) + 1, 2)
    across = sum(((x - mean) * (y - mean) for x, y in zip(a, b, strict=True)), Fraction(0))
    along = sum(((x - mean) ** 2 for x in a), Fraction(0)) * sum(((y - mean) ** 2 for y in b), Fraction(0))
    if not along:
        return None
    with precise():
        return decimal(across) / decimal(along).sqrt()
