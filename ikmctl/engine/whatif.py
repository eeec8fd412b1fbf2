"""What it would have taken: found by selecting again, never guessed."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.program import QuotaRange, StageQuota
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.matrix import scored
from ikmctl.engine.selection.conflict import rules_of
from ikmctl.engine.selection.frame import Frame, lay_out, walk_frame
from ikmctl.engine.selection.given import Given
from ikmctl.engine.selection.limits import MANY, Limit
from ikmctl.engine.selection.room import Undecidable

FULL: Final = 100
"""The most points that a score can have."""


class WhatIf(Struct, frozen=True):
    """What would have put a person in.

    `points` more on the score, None where no score would do. `rule` is the first rule without which, all
    else unchanged, the person were in; None where no single one matters. `seat` is a track where one seat
    more would do, looked for where no rule matters.
    """

    points: str | None = None
    rule: str | None = None
    seat: str | None = None
    equal: bool = False
    """Whether the score is the same as that of others, so that any more would do."""


def what_if(given: Given, number: str) -> WhatIf:
    """What would have put `number` in; nothing where they are in already or went out by decision."""
    card = given.evaluation.cards[number]
    if number in given.out or not given.choices_of(number):
        return WhatIf()
    try:
        if card.standing != "eligible":
            return WhatIf(rule=_single_failure(given, card))
        if _selected(given, number):
            return WhatIf()
        rule = _rule(given, number)
        points = _points(given, card)
        equal = points == format_fixed(1, card.unit, 6) and _has_equals(given, card)
        return WhatIf(points, rule, None if rule else _seat(given, number), equal)
    except Undecidable:
        return WhatIf()


def _selected(given: Given, number: str) -> bool:
    return _in(lay_out(given), number)


def _in(laid: Frame, number: str, limits: Sequence[Limit] | None = None) -> bool:
    walked = walk_frame(laid, limits)
    return walked is not None and number in walked.steps.taken


def _with_card(given: Given, card: ScoreCard) -> Given:
    cards = {**given.evaluation.cards, card.number: card}
    return replace(given, evaluation=Evaluation(given.evaluation.stage, cards, given.evaluation.criteria))


def _single_failure(given: Given, card: ScoreCard) -> str | None:
    """The rule or threshold that alone keeps a person out who would otherwise be selected."""
    causes = tuple(dict.fromkeys(card.causes))
    if card.standing != "ineligible" or len(causes) != 1 or not _selected(_passed(given, card), card.number):
        return None
    return causes[0]


def _passed(given: Given, card: ScoreCard) -> Given:
    """As if a person were eligible; a relative method then measures everybody against them too."""
    method = METHODS.get(given.stage.method, METHODS["weighted_sum"])
    passed = replace(card, standing="eligible", key=card.best_key if card.key is None else card.key)
    if card.key is not None or not method.relative or not given.stage.criteria:
        return _with_card(given, passed)
    cards = given.evaluation.cards
    measured = {one.number: replace(one, standing="eligible") for one in cards.values() if one.key is not None}
    again = scored(given.stage, method, {**measured, card.number: passed})
    others = {number: replace(again[number], standing=cards[number].standing) for number in measured}
    evaluation = Evaluation(given.evaluation.stage, {**cards, **others}, given.evaluation.criteria)
    return _with_card(replace(given, evaluation=evaluation), again[card.number])


def _points(given: Given, card: ScoreCard) -> str | None:
    """The fewest points more that put a person in: a better score never hurts, so halving finds it."""
    if card.key is None:
        return None
    own = card.key
    others = (given.evaluation.cards[other].key for other in given.choices)
    # The order changes where they are level with somebody better, or just above.
    keys = sorted({
        key for other in others if other is not None for key in (other, other + 1) if own < key <= FULL * card.unit
    })  # fmt: skip
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if _selected(_with_card(given, replace(card, key=keys[middle])), card.number):
            high = middle
        else:
            low = middle + 1
    return None if low == len(keys) else format_fixed(keys[low] - own, card.unit, 6)


def _has_equals(given: Given, card: ScoreCard) -> bool:
    keys = ((number, given.evaluation.cards[number].key) for number in given.choices)
    return any(number != card.number and key == card.key for number, key in keys)


def _rule(given: Given, number: str) -> str | None:
    laid = lay_out(given)
    for rule in rules_of(laid.limits):
        if any(limit.rule == rule and limit.kind == "track" for limit in laid.limits):
            continue
        lifted = [replace(one, low=0, high=MANY) if one.rule == rule else one for one in laid.limits]
        if _in(laid, number, lifted):
            return rule
    return None


def _seat(given: Given, number: str) -> str | None:
    laid = lay_out(given)
    more = (track for track in given.choices_of(number) if _selected(_one_seat_more(given, laid, track), number))
    return next(more, None)


def _one_seat_more(given: Given, laid: Frame, track: str) -> Given:
    quotas = {
        name: QuotaRange(min=laid.seats.floors[name], max=max(1, most) + (name == track))
        for name, most in laid.seats.ceilings.items()
    }
    stage = given.stage.model_copy(update={"quota": StageQuota(by_track=quotas)})
    return replace(given, stage=stage, per_track=None)
