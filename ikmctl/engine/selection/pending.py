"""Pending people who could still reach the line, so that the list is not yet safe from them."""

from collections.abc import Sequence

from msgspec.structs import replace

from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.selection.frame import Frame, Walked, lay_out, walk_frame
from ikmctl.engine.selection.given import Given
from ikmctl.engine.selection.joining import Joining
from ikmctl.engine.selection.labels import room_for
from ikmctl.engine.selection.order import keys_of
from ikmctl.engine.selection.room import Undecidable


def all_pending(given: Given) -> tuple[str, ...]:
    """Everybody who is pending and neither out, admitted to a seat nor accepted as absent."""
    gone = {*given.accept_pending, *given.out, *given.extra, *given.forced}
    cards = given.evaluation.cards
    return tuple(number for number in sorted(cards) if cards[number].standing == "pending" and number not in gone)


def reachable(laid: Frame, walked: Walked) -> tuple[str, ...]:
    """Numbers of pending people who would be selected at their best possible values.

    While a tie is open, or where the track is not known yet, everybody pending counts. Of people alike in
    everything that the rules see, those with a better best, or an earlier ticket, are reached first, so one answer
    covers many.
    """
    given = laid.given
    everybody = all_pending(given)
    if walked.steps.open:
        return everybody
    alike: dict[tuple[object, ...], list[str]] = {}
    found: list[str] = []
    for number in everybody:
        if given.choices_of(number):
            alike.setdefault(_sign(laid, number), []).append(number)
        else:
            found.append(number)
    joining, keys = Joining(laid, walked), keys_of(given.stage, given.settled)
    for people in alike.values():
        people.sort(key=lambda number: keys(_at_best(given.evaluation.cards[number])))
        found += people[: _first_out(joining, people)]
    return tuple(sorted(found))


def _sign(laid: Frame, number: str) -> tuple[object, ...]:
    one = laid.given.people[number]
    fields = dict.fromkeys(limit.field for limit in laid.limits if limit.field)
    labels = laid.given.stage.selection.max_per
    return (laid.given.choices_of(number), *(one.fact(field) for field in (*fields, *labels)))


def _at_best(card: ScoreCard) -> ScoreCard:
    """The card of somebody for whom everything that has not arrived turned out as well as it can."""
    points = {
        name: one if one.points == one.best else replace(one, points=one.best) for name, one in card.points.items()
    }
    key = card.best_key if card.key is None else card.key
    return replace(card, standing="eligible", key=key, points=points)


def _first_out(joining: Joining, people: Sequence[str]) -> int:
    """Index of the first of alike people, in order of their best, who cannot reach the line."""
    low, high = 0, len(people)
    while low < high:
        middle = (low + high) // 2
        if _reaches(joining, people[middle]):
            low = middle + 1
        else:
            high = middle
    return low


def _reaches(joining: Joining, number: str) -> bool:
    """Whether one person, joined to the pool at their best, is selected or stands in an open tie."""
    given, cards = joining.given, joining.given.evaluation.cards
    best = _at_best(cards[number])
    known = joining.answer(best)
    if known is not None:
        return known
    evaluation = Evaluation(given.evaluation.stage, {**cards, number: best}, given.evaluation.criteria)
    again = walk_frame(lay_out(replace(given, evaluation=evaluation)))
    return again is not None and (number in again.steps.taken or again.steps.open is not None)


def possible_with_pending(given: Given) -> bool:
    """Whether the rules could be kept if everybody pending came into the pool; they may where no search can tell."""
    cards = dict(given.evaluation.cards)
    waiting = all_pending(given)
    for number in waiting:
        cards[number] = _at_best(cards[number])
    laid = lay_out(replace(given, evaluation=Evaluation(given.evaluation.stage, cards, given.evaluation.criteria)))
    try:
        return bool(waiting) and room_for(laid.limits, laid.cells).fill(laid.seats.base) is not None
    except Undecidable:
        return True
