"""One participant's result in full: every rule, every point, and what decided."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ikmctl.domain.event import Event
from ikmctl.domain.numbers import POINT, format_fixed
from ikmctl.domain.program import Stage
from ikmctl.domain.rule import Reason, Verdict
from ikmctl.domain.scorecard import Points, ScoreCard
from ikmctl.domain.selection import Because, Entry
from ikmctl.engine.replay import StageResult
from ikmctl.engine.selection.settled import SettledTie, settled_ties
from ikmctl.engine.states import standing_of
from ikmctl.engine.tickets import ticket
from ikmctl.engine.whatif import WhatIf
from ikmctl.engine.whatif import what_if as find_what_if

__all__ = ["CriterionLine", "Explanation", "Ties", "WhatIf", "explain", "reasons_of", "sentence", "ties_of"]


class CriterionLine(Struct, frozen=True):
    """One criterion of one participant: points on 0-100, weight, and what it adds to the score."""

    criterion: str
    weight: int
    raw: str
    points: str
    adds: str
    failed: Reason | None = None
    missing: Reason | None = None


class Explanation(Struct, frozen=True):
    """Why somebody is in, waits or is out. `sentence` is the outcome as text key and parameters."""

    number: str
    stage: str
    entry: Entry
    sentence: Reason
    verdicts: tuple[Verdict, ...]
    criteria: tuple[CriterionLine, ...]
    reasons: tuple[Reason, ...]
    score: str | None
    line: str | None
    gap: str | None
    ticket: str | None
    what_if: WhatIf | None = None


class Ties(Struct, frozen=True):
    """The ties of a stage that something settled, and by which value or before which witness."""

    settled: tuple[SettledTie, ...] = ()
    value: str = ""
    witness: str = ""


def ties_of(result: StageResult, events: Iterable[Event]) -> Ties:
    """What is said of people with the same score, worked out once for everybody."""
    standing = standing_of(events, result.stage)
    lots = [one for one in standing.settled if one.lots]
    value = standing.draw.value if standing.draw else None
    settled = settled_ties(result.given) if result.given else ()
    return Ties(settled, value or "", lots[-1].witness if lots else "")


def sentence(entry: Entry, tied: str = "") -> Reason:
    """The plain sentence of an outcome: `outcome.<result>.<because>`, with every parameter it may name.

    `tied` are the people above among whom nothing is decided yet, for somebody who waits for them.
    """
    params = {"number": entry.number, "track": entry.track, "detail": entry.detail, **entry.params}
    if entry.because is Because.WAITING:
        params["tied"] = tied
    because = str(entry.because)
    return Reason(f"outcome.{entry.result}.{_by(because, entry) if entry.result == 'out' else because}", params)


def _by(because: str, entry: Entry) -> str:
    """`ticket.draw` where that settled the tie that was lost."""
    return f"{because}.{entry.params['by']}" if because == Because.TICKET else because


def reasons_of(result: StageResult, number: str, ties: Ties) -> tuple[Reason, ...]:
    """What is said besides the sentence: faults, why a reserve is not on the list, ties and what settled them."""
    entry = result.selection.entries[number]
    return (*result.evaluation.cards[number].reasons, *_missed(entry), *_tied(entry, ties))


def _tied(entry: Entry, ties: Ties) -> Iterator[Reason]:
    for tie in ties.settled:
        if entry.number in tie.among:
            others = [one for one in sorted(tie.among) if one != entry.number]
            yield Reason(
                f"tie.{tie.place}.{tie.by}",
                {"with": ", ".join(others), "others": len(others), "seats": len(tie.won),
                 "track": ", ".join(tie.tracks), "value": ties.value or "-", "witness": ties.witness or "-"},
            )  # fmt: skip


def explain(
    stage: Stage, result: StageResult, number: str, events: Iterable[Event] = (), *, what_if: bool = False
) -> Explanation:
    """Everything that led to the outcome of one participant."""
    entry = result.selection.entries[number]
    card = result.evaluation.cards[number]
    line = None if entry.because is Because.WAITING else _line(result, entry)
    short = 0 if line is None or card.key is None else line - card.key
    gap = short if short > 0 and entry.result != "selected" else None
    return Explanation(
        number,
        stage.id,
        entry,
        sentence(entry, _open_tie(result)),
        card.verdicts,
        tuple(criterion_line(stage, card, name) for name in result.evaluation.criteria if name in card.points),
        reasons_of(result, number, ties_of(result, events)),
        None if card.key is None else format_fixed(card.key, card.unit, 6),
        None if line is None else format_fixed(line, card.unit, 6),
        None if gap is None else format_fixed(gap, card.unit, 6),
        ticket(result.seed, number) if result.seed else None,
        find_what_if(result.given, number) if what_if and result.given else None,
    )


def _open_tie(result: StageResult) -> str:
    """The people of the open tie that keeps the rest of the list waiting."""
    block = next((block for block in result.selection.undecided if block.place == "selected"), None)
    return ", ".join(block.among) if block else ""


def _missed(entry: Entry) -> tuple[Reason, ...]:
    """Why a reserve is not on the list itself."""
    if "missed" not in entry.params:
        return ()
    params = {"track": entry.track, **entry.params, "detail": entry.params["missed_detail"]}
    return (Reason(f"outcome.out.{_by(str(entry.params['missed']), entry)}", params),)


def _line(result: StageResult, entry: Entry) -> int | None:
    """The lowest key that entered this person's track by place."""
    keys = [
        one.key
        for one in result.selection.selected
        if one.track == entry.track and one.key is not None and one.is_by_rank
    ]
    return min(keys, default=None)


def criterion_line(stage: Stage, card: ScoreCard, name: str) -> CriterionLine:
    """One criterion of a card: its points and what they add to the score."""
    points: Points = card.points[name]
    weight = next((one.weight for one in stage.criteria if one.id == name), 0)
    whole = sum(one.weight for one in stage.criteria) or 1
    raw = points.raw if isinstance(points.raw, str | None) else str(points.raw)
    shown = "" if points.points is None else format_fixed(points.points, POINT, 4)
    adds = "" if points.points is None else format_fixed(points.points * weight, POINT * whole, 6)
    return CriterionLine(name, weight, raw or "", shown, adds, points.failed, points.missing)
