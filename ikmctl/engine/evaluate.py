"""Eligibility, points and keys of everybody in a stage: what stands before anybody is selected."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import POINT, format_decimal, format_fixed
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scorecard import Evaluation, Points, ScoreCard, Standing
from ikmctl.engine.criteria import CriterionReader, criterion_readers
from ikmctl.engine.eligibility import RuleReader, rule_readers
from ikmctl.engine.judging import severities
from ikmctl.engine.ordering import OrderKey, order_keys
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.base import Method, total_weight
from ikmctl.engine.scoring.matrix import scored
from ikmctl.engine.sources import Desk, index_marks, make_desk


def evaluate(  # noqa: PLR0913  # one argument for each input of the stage
    program: Program,
    stage: Stage,
    participants: Sequence[Participant],
    marks: Sequence[Mark],
    pool: Collection[str] | None = None,
    carried: Mapping[str, Mapping[str, ScoreCard]] | None = None,
) -> Evaluation:
    """Score cards of one stage.

    Args:
        program: the program, already checked; faults in it make values missing, never an exception.
        stage: one of its stages.
        participants: everybody in participants.csv.
        marks: all marks; those of other stages are ignored.
        pool: numbers that take part in this stage; None for all.
        carried: score cards of earlier stages, by stage and number, for `stage.<id>.score`.
    """
    people = [one for one in participants if pool is None or one.number in pool]
    return evaluate_at(desk_for(program, stage, people, marks, carried), stage, people)


def desk_for(
    program: Program,
    stage: Stage,
    people: Sequence[Participant],
    marks: Sequence[Mark],
    carried: Mapping[str, Mapping[str, ScoreCard]] | None = None,
) -> Desk:
    """Everything that the sources of a stage may look at."""
    wanted = [name for name, spec in program.marks.items() if spec.stage == stage.id]
    desk = make_desk(program, index_marks(marks, wanted), carried)
    if program.panel.aggregate != "adjusted":
        return desk
    return replace(desk, severity=severities(desk, stage.id, people))


def evaluate_at(desk: Desk, stage: Stage, people: Sequence[Participant]) -> Evaluation:
    """Score cards of the given people from a desk that is laid out already."""
    method = METHODS.get(stage.method, METHODS["weighted_sum"])
    rules = rule_readers(stage.eligibility, desk)
    criteria = criterion_readers(stage.criteria, desk, relative=method.relative)
    order, unordered = ({}, {}) if stage.criteria else order_keys(stage.order, people, desk)
    unit = total_weight(stage.criteria) * POINT
    maker = _Maker(desk.program, stage, method, rules, criteria, order, unordered, unit)
    cards = {one.number: maker.card(one) for one in people}
    if method.relative and stage.criteria:
        cards = scored(stage, method, cards)
    cards = {number: _total(stage, card) for number, card in cards.items()} if stage.threshold is not None else cards
    return Evaluation(stage.id, cards, tuple(one.id for one in stage.criteria))


@dataclass(slots=True)
class _Maker:
    program: Program
    stage: Stage
    method: Method
    rules: Sequence[RuleReader]
    criteria: Sequence[CriterionReader]
    order: Mapping[str, OrderKey]
    unordered: Mapping[str, Reason]
    unit: int

    def card(self, participant: Participant) -> ScoreCard:
        """The card of one participant, with keys where the method is absolute."""
        verdicts = tuple([reader.verdict(participant) for reader in self.rules])
        points = {reader.criterion.id: reader.points(participant) for reader in self.criteria}
        gaps = (self.unordered.get(participant.number), self._no_track(participant))
        standing, reasons = _standing(verdicts, points, [gap for gap in gaps if gap is not None])
        key, best = (None, None) if self.method.relative or not self.criteria else _keys(self.criteria, points)
        return ScoreCard(
            participant.number,
            participant.track if self.program.tracks else self.program.all_tracks[0].id,
            standing,
            verdicts,
            points,
            key,
            self.unit,
            best,
            self.order.get(participant.number, ()),
            reasons,
        )

    def _no_track(self, participant: Participant) -> Reason | None:
        wanted = [participant.track, *([participant.track_2] if self.stage.selection.second_choice else [])]
        if not self.program.tracks or any(self.program.track(track) for track in wanted):
            return None
        return Reason("missing.track", {"track": participant.track})


def _keys(criteria: Sequence[CriterionReader], points: Mapping[str, Points]) -> tuple[int | None, int]:
    best, complete = 0, True
    for reader in criteria:
        found = points[reader.criterion.id]
        best += reader.criterion.weight * found.best
        complete = complete and found.points is not None
    return (best if complete else None), best


def _standing(
    verdicts: Sequence[Verdict], points: Mapping[str, Points], gaps: Sequence[Reason]
) -> tuple[Standing, tuple[Reason, ...]]:
    failed = [one.reason for one in verdicts if one.outcome == "failed" and one.severity == "reject"]
    failed += [one.failed for one in points.values() if one.failed is not None]
    if failed:
        return "ineligible", tuple(failed)
    open_ = [one.reason for one in verdicts if one.outcome != "met"]
    open_ += [one.missing for one in points.values() if one.points is None and one.missing is not None]
    open_ += gaps
    return ("pending", tuple(open_)) if open_ else ("eligible", ())


def _total(stage: Stage, card: ScoreCard) -> ScoreCard:
    """Apply the threshold on the total to people who are not out already."""
    limit = stage.threshold
    if card.standing == "ineligible" or limit is None or card.best_key is None:
        return card
    if card.best_key >= Fraction(limit) * card.unit:
        return card
    score = format_fixed(card.best_key, card.unit, 6)
    return replace(
        card,
        standing="ineligible",
        reasons=(*card.reasons, Reason("threshold.total", {"score": score, "threshold": format_decimal(limit)})),
    )
