"""From score cards to the table that a method starts from, and back from a method's scores to cards."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from ikmctl.domain.numbers import POINT, round_half_up
from ikmctl.domain.program import Criterion, Stage
from ikmctl.domain.scorecard import Points, ScoreCard
from ikmctl.engine.scoring.base import Column, Matrix, Method


def matrix_of(stage: Stage, cards: Iterable[ScoreCard]) -> Matrix:
    """The table of the eligible people among the cards, by number.

    A criterion with a scale enters with its points, where more is better; one without with its raw value in
    the stated direction. A value missing under `missing: worst` becomes the worst of its scale or column.
    """
    kept = sorted((card for card in cards if card.standing == "eligible"), key=lambda card: card.number)
    criteria = {one.id: one for one in stage.criteria}.values()  # an id that stands twice is an error told elsewhere
    columns = tuple(Column(one.id, one.weight, one.direction if one.scale is None else "benefit") for one in criteria)
    values = [_column(one, [card.points[one.id] for card in kept]) for one in criteria]
    return Matrix(columns, {card.number: row for card, row in zip(kept, zip(*values, strict=True), strict=True)})


def _column(criterion: Criterion, points: Sequence[Points]) -> list[Fraction]:
    raws = [one.raw for one in points]
    if criterion.scale is None:
        known = [raw for raw in raws if isinstance(raw, Fraction)]
        worst = (min if criterion.direction == "benefit" else max)(known, default=Fraction(0))
        return [raw if isinstance(raw, Fraction) else worst for raw in raws]
    earned: dict[Fraction | str | None, Fraction] = {None: criterion.scale.worst()}
    for raw in raws:
        if raw is not None and raw not in earned:
            earned[raw] = criterion.scale.points(raw, criterion.direction) or Fraction(0)
    return [Fraction(round_half_up(earned[raw], POINT), POINT) for raw in raws]


def scored(stage: Stage, method: Method, cards: Mapping[str, ScoreCard]) -> dict[str, ScoreCard]:
    """The cards with keys and points of a method; who is not eligible has no key, and any score is possible."""
    scores = method.score(matrix_of(stage, cards.values()))
    made: dict[str, ScoreCard] = {}
    for number, card in cards.items():
        if number not in scores.keys:
            made[number] = replace(card, key=None, unit=scores.unit, best_key=100 * scores.unit)
            continue
        earned = zip(card.points.items(), scores.points[number], strict=True)
        points = {name: replace(one, points=whole, best=whole) for (name, one), whole in earned}
        key = scores.keys[number]
        made[number] = replace(card, points=points, key=key, unit=scores.unit, best_key=key)
    return made
