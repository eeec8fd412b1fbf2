"""Eligibility, points and keys of everybody in a stage: what stands before anybody is selected."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import repeat
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import POINT, format_decimal, format_fixed
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scorecard import Evaluation, Points, ScoreCard, Standing
from ikmctl.engine.criteria import criterion_readers
from ikmctl.engine.eligibility import rule_readers
from ikmctl.engine.judging import severities
from ikmctl.engine.ordering import OrderKey, order_keys
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.base import Method, total_weight
from ikmctl.engine.scoring.matrix import scored
from ikmctl.engine.sources import Desk, index_marks, make_desk

_FEW: Final = 20_000
_Cell = TypeVar("_Cell")
_Made = TypeVar("_Made")


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
    verdicts = [reader.column(people) for reader in rule_readers(stage.eligibility, desk)]
    points = [reader.column(people) for reader in criterion_readers(stage.criteria, desk, relative=method.relative)]
    gaps = _gaps(desk, stage, people)
    order = {} if stage.criteria else order_keys(stage.order, people, desk)[0]
    cards = _cards(_Columns(desk.program, stage, method, people, verdicts, points, gaps, order))
    if method.relative and stage.criteria:
        cards = scored(stage, method, cards)
    cards = {number: _total(stage, card) for number, card in cards.items()} if stage.threshold is not None else cards
    return Evaluation(stage.id, cards, tuple(one.id for one in stage.criteria))


def _gaps(desk: Desk, stage: Stage, people: Sequence[Participant]) -> dict[str, list[Reason]]:
    """What is missing of people as a whole: a known track, a value that orders the list."""
    gaps: dict[str, list[Reason]] = {}
    if not stage.criteria:
        gaps = {number: [reason] for number, reason in order_keys(stage.order, people, desk)[1].items()}
    tracks = {track.id for track in desk.program.tracks}
    second = stage.selection.second_choice
    for one in people if tracks else ():
        if one.track not in tracks and not (second and one.track_2 in tracks):
            gaps.setdefault(one.number, []).append(Reason("missing.track", {"track": one.track}))
    return gaps


class _Columns(Struct, frozen=True):
    """Verdicts by rule and points by criterion, each in the order of people."""

    program: Program
    stage: Stage
    method: Method
    people: Sequence[Participant]
    verdicts: Sequence[Sequence[Verdict]]
    points: Sequence[Sequence[Points]]
    gaps: Mapping[str, Sequence[Reason]]
    order: Mapping[str, OrderKey]


def _cards(columns: _Columns) -> dict[str, ScoreCard]:
    """One card a person, with keys where the method is absolute."""
    people, criteria = columns.people, columns.stage.criteria
    troubled = _troubled(columns)
    best = _best_keys(columns)
    ids = [one.id for one in criteria]
    unit = total_weight(criteria) * POINT
    track = None if columns.program.tracks else columns.program.all_tracks[0].id
    by_rule = zip(*columns.verdicts, strict=True) if columns.verdicts else repeat(())
    by_criterion = zip(*columns.points, strict=True) if columns.points else repeat(())
    all_verdicts = _shared(by_rule, tuple[Verdict, ...])
    all_points = _shared(by_criterion, lambda row: dict(zip(ids, row, strict=True)))
    cards: dict[str, ScoreCard] = {}
    for index, (one, verdicts, points) in enumerate(zip(people, all_verdicts, all_points, strict=False)):
        standing: Standing = "eligible"
        reasons: tuple[Reason, ...] = ()
        key = most = best[index]
        if index in troubled or one.number in columns.gaps:
            row = [column[index] for column in columns.points]
            standing, reasons = _standing(verdicts, row, columns.gaps.get(one.number, ()))
            key = None if any(found.points is None for found in row) else most
        place = one.track if track is None else track
        order = columns.order.get(one.number, ())
        cards[one.number] = ScoreCard(one.number, place, standing, verdicts, points, key, unit, most, order, reasons)
    return cards


def _shared(rows: Iterable[tuple[_Cell, ...]], make: Callable[[tuple[_Cell, ...]], _Made]) -> Iterator[_Made]:
    """What is made of each row; rows of the same objects share it, as long as there are few."""
    known: dict[tuple[int, ...], _Made] = {}
    for row in rows:
        key = tuple(map(id, row))
        made = known.get(key)
        if made is None:
            made = make(row)
            if len(known) < _FEW:
                known[key] = made
        yield made


def _troubled(columns: _Columns) -> set[int]:
    """Places of people with anything that is not met, not known or below a threshold."""
    found: set[int] = set()
    for verdicts in columns.verdicts:
        found.update([index for index, one in enumerate(verdicts) if one.outcome != "met"])
    for points in columns.points:
        found.update([index for index, one in enumerate(points) if one.points is None or one.failed is not None])
    return found


def _best_keys(columns: _Columns) -> Sequence[int | None]:
    """Weighted sums at the best possible values of what is missing; none without criteria or an absolute method."""
    if columns.method.relative or not columns.points:
        return [None] * len(columns.people)
    best = [0] * len(columns.people)
    for criterion, points in zip(columns.stage.criteria, columns.points, strict=True):
        weight = criterion.weight
        best = [key + weight * one.best for key, one in zip(best, points, strict=True)]
    return best


def _standing(
    verdicts: Sequence[Verdict], points: Sequence[Points], gaps: Sequence[Reason]
) -> tuple[Standing, tuple[Reason, ...]]:
    failed = [one.reason for one in verdicts if one.outcome == "failed" and one.severity == "reject"]
    failed += [one.failed for one in points if one.failed is not None]
    if failed:
        return "ineligible", tuple(failed)
    open_ = [one.reason for one in verdicts if one.outcome != "met"]
    open_ += [one.missing for one in points if one.points is None and one.missing is not None]
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
