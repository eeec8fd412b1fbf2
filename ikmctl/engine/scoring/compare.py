"""For the committee only: what other scoring methods would change."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.program import Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.base import Steps
from ikmctl.engine.scoring.matrix import matrix_of, scored
from ikmctl.engine.scoring.ranking import places, rank_correlation


class Difference(Struct, frozen=True):
    """How far a second evaluation of the same people is from the first.

    `correlation` is Spearman's over those of a track with a key in both, the lowest of all tracks; `moved`
    counts people whose place within their track differs, `farthest` is the largest difference, `lost` counts
    people without a key now.
    """

    correlation: Decimal | None
    moved: int
    farthest: int
    lost: int


class Comparison(Struct, frozen=True):
    """One other method: its scores, ready to be selected from, and how far they are from the program's own."""

    method: str
    evaluation: Evaluation
    difference: Difference


def compare_methods(stage: Stage, evaluation: Evaluation) -> tuple[Comparison, ...]:
    """Every other method on the same people and criteria, in the order of the registry."""
    others = (method for name, method in METHODS.items() if name != stage.method)
    found = []
    for method in others:
        if method.relative or all(criterion.scale is not None for criterion in stage.criteria):
            other = replace(evaluation, cards=scored(stage, method, evaluation.cards))
            found.append(Comparison(method.name, other, difference(evaluation.cards, other.cards)))
    return tuple(found)


def difference(first: Mapping[str, ScoreCard], second: Mapping[str, ScoreCard]) -> Difference:
    """How far the second evaluation is from the first."""
    before, after = places(first), places(second)
    both = before.keys() & after.keys()
    steps = [abs(before[number] - after[number]) for number in both]
    tracks = {first[number].track for number in both}
    found = [_correlation(first, second, [n for n in both if first[n].track == track]) for track in tracks]
    correlation = min((one for one in found if one is not None), default=None)
    return Difference(correlation, sum(map(bool, steps)), max(steps, default=0), len(before.keys() - after.keys()))


def _correlation(
    first: Mapping[str, ScoreCard], second: Mapping[str, ScoreCard], numbers: Sequence[str]
) -> Decimal | None:
    return rank_correlation(
        [_score(first[number]) for number in numbers], [_score(second[number]) for number in numbers]
    )


def _score(card: ScoreCard) -> Fraction:
    return Fraction(card.key or 0, card.unit)


def steps_of(stage: Stage, evaluation: Evaluation) -> Steps:
    """Formula and tables of the program's own method over the eligible people, for `show scores --steps`."""
    method = METHODS.get(stage.method, METHODS["weighted_sum"])
    return method.steps(matrix_of(stage, evaluation.cards.values()))
