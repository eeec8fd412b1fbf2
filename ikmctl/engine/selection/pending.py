"""Pending people who could still reach the line, so that the list is not yet safe from them."""

from dataclasses import replace

from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.selection.frame import Frame, Walked, lay_out, walk_frame
from ikmctl.engine.selection.given import Given


def reachable(laid: Frame, walked: Walked) -> tuple[str, ...]:
    """Numbers of pending people who would be selected at their best possible values, apart from those accepted."""
    given = laid.given
    accepted = frozenset(given.accept_pending)
    found = []
    for number, card in sorted(given.evaluation.cards.items()):
        if card.standing != "pending" or number in accepted or number in given.out or number in given.admitted:
            continue
        if not given.choices_of(number) or _reaches(given, card, walked):
            found.append(number)
    return tuple(found)


def _reaches(given: Given, card: ScoreCard, walked: Walked) -> bool:
    """Whether one person, joined to the pool at their best, is selected or stands in an open tie."""
    if walked.steps.open:
        return True
    best = replace(card, standing="eligible", key=card.best_key if card.key is None else card.key)
    cards = {**given.evaluation.cards, card.number: best}
    evaluation = Evaluation(given.evaluation.stage, cards, given.evaluation.criteria)
    again = walk_frame(lay_out(replace(given, evaluation=evaluation)))
    if again is None:
        return False
    return card.number in again.steps.taken or bool(again.steps.open)
