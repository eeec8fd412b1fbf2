"""For the committee only: who stays selected when the weights are shifted a little.

Each trial multiplies every weight by a factor between 0.8 and 1.2 in steps of 1/1000, taken from SHA-256 of
fixed lines, so that the same program and number of trials give the same answer everywhere.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from hashlib import sha256
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.numbers import POINT
from ikmctl.domain.program import Criterion, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.base import total_weight
from ikmctl.engine.scoring.matrix import scored

TAG: Final = "ikmctl/sensitivity/v1"
LEAST: Final = 800
MOST: Final = 1200


class Sensitivity(Struct, frozen=True):
    """In which share of the trials each person was selected; who never was, and is not now, is left out."""

    trials: int
    selected: tuple[str, ...]
    """Those selected with the program's own weights."""
    shares: Mapping[str, Fraction]


def sensitivity(
    program_id: str,
    stage: Stage,
    evaluation: Evaluation,
    trials: int,
    select: Callable[[Evaluation], Collection[str]],
) -> Sensitivity:
    """Select again under shifted weights.

    Args:
        program_id: part of what the shifts are taken from.
        stage: the stage with the program's own weights.
        evaluation: everybody's points under those weights.
        trials: how many shifts to try.
        select: numbers that an evaluation gets selected, everything else being equal.
    """
    now = sorted(select(evaluation))
    counts: Counter[str] = Counter(dict.fromkeys(now, 0))
    for trial in range(1, trials + 1):
        counts.update(set(select(reweighed(shifted(program_id, stage, trial), evaluation))))
    shares = {number: Fraction(count, max(1, trials)) for number, count in sorted(counts.items())}
    return Sensitivity(trials, tuple(now), shares)


def shifted(program_id: str, stage: Stage, trial: int) -> Stage:
    """The stage with the weights of one trial."""
    criteria = [
        one.model_copy(update={"weight": one.weight * _factor(program_id, stage.id, trial, one)})
        for one in stage.criteria
    ]
    return stage.model_copy(update={"criteria": tuple(criteria)})


def _factor(program_id: str, stage_id: str, trial: int, criterion: Criterion) -> int:
    lines = "\n".join((TAG, program_id, stage_id, str(trial), criterion.id))
    return LEAST + int.from_bytes(sha256(lines.encode()).digest()) % (MOST - LEAST + 1)


def reweighed(stage: Stage, evaluation: Evaluation) -> Evaluation:
    """The same points under the weights of `stage`; verdicts and thresholds stay as they are."""
    method = METHODS.get(stage.method, METHODS["weighted_sum"])
    if method.relative:
        return replace(evaluation, cards=scored(stage, method, evaluation.cards))
    unit = total_weight(stage.criteria) * POINT
    return replace(evaluation, cards={number: _card(stage, card, unit) for number, card in evaluation.cards.items()})


def _card(stage: Stage, card: ScoreCard, unit: int) -> ScoreCard:
    best = sum(one.weight * card.points[one.id].best for one in stage.criteria)
    complete = all(card.points[one.id].points is not None for one in stage.criteria)
    return replace(card, key=best if complete else None, best_key=best, unit=unit)
