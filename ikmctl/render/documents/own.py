"""What a person is told about themselves: own rules, own points, own result, and no one else's number or value."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from ikmctl.domain.numbers import format_fixed, separating_places
from ikmctl.domain.program import Criterion
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.selection import Because, Entry
from ikmctl.engine.explain import criterion_line, sentence
from ikmctl.engine.tickets import ticket as ticket_of
from ikmctl.render.documents.model import Report
from ikmctl.render.messages.lookup import text
from ikmctl.render.numbers import decimal, number

_OF_OTHERS: Final = "outcome.out.group"
"""The one sentence that names another participant: who of the household or centre has the seat."""
_POINTS: Final = 2
"""Decimals of points, which order nobody by themselves."""


def told(report: Report, why: Reason) -> str:
    """A reason without the numbers of other people, things by their names."""
    if why.key == _OF_OTHERS:
        return text(report.lang, "doc.own.group", detail=report.labels.things(str(why.params.get("detail", ""))))
    return report.labels.reason(_without_others(report, why))


def _without_others(report: Report, why: Reason) -> Reason:
    """Those with the same score as a count."""
    if "others" not in why.params:
        return why
    others = text(report.lang, "doc.own.others", count=why.params["others"])
    return Reason(why.key, {**why.params, "with": others})


def unnamed(report: Report, words: str) -> str:
    """What somebody wrote, with every other participant's number and name taken out."""
    others = report.people.keys() - {report.about}
    names = {report.names.get(one, "") for one in others - report.nameless} - {report.names.get(report.about, ""), ""}
    typed = words.upper()  # numbers are capitals, and are typed in any case
    known = {one: f"(?i:{re.escape(one)})" for one in others if one in typed}
    known |= {one: re.escape(one) for one in names if one in words}
    other = text(report.lang, "doc.own.other")
    pattern = "|".join(rf"(?<!\w){known[one]}(?!\w)" for one in sorted(known, key=len, reverse=True))
    return re.sub(pattern, other, words) if pattern else words


def outcome(report: Report, entry: Entry) -> str:
    """The own result: selected or not in so many words, then where and why."""
    word = text(report.lang, f"result.{entry.result}")
    why, track = told(report, sentence(entry)), report.program.track(entry.track)
    named = track.name if track and report.program.tracks and track.name not in why else ""
    if why.startswith(word):
        return why[:1].upper() + why[1:]
    return text(report.lang, "doc.own.outcome", word=word[:1].upper() + word[1:], track=named, sentence=why)


def ticket(report: Report, entry: Entry, reasons: Iterable[Reason]) -> str:
    """The own ticket, and whether it had any part in the result; empty where nothing was drawn."""
    if not report.seed:
        return ""
    by_lot = report.stage.selection.mode == "lottery" or entry.because in (Because.DRAW, Because.TICKET)
    counted = by_lot or any(one.key.startswith("tie.") for one in reasons)
    found = ticket_of(report.seed, entry.number)
    return found if counted else text(report.lang, "doc.own.ticket", ticket=found)


def points(report: Report, card: ScoreCard) -> Iterator[tuple[str, str, str, str, str]]:
    """Criterion, own value, points, weight and what they add to the score."""
    places = places_of(report, card)
    for criterion in report.stage.criteria:
        if criterion.id in card.points:
            line = criterion_line(report.stage, card, criterion.id)
            yield (
                report.labels.criterion(criterion.id), value(report, criterion, line.raw),
                _fixed(line.points, _POINTS, report.lang), str(line.weight), _fixed(line.adds, places, report.lang),
            )  # fmt: skip


def value(report: Report, criterion: Criterion, raw: str) -> str:
    """A raw value: a fact as its column is written, a mark as a number that does not read like a limit it misses."""
    if criterion.source.kind == "field" and raw:
        return report.labels.value(criterion.source.names[0], raw)
    return number(raw, report.lang, criterion.threshold)


def limit(report: Report, criterion: Criterion) -> str:
    """The threshold of a criterion, in the spelling of its values; a dash where there is none."""
    if criterion.threshold is None:
        return "-"
    stated = str(criterion.threshold)
    if criterion.source.kind == "field":
        return report.labels.amount(criterion.source.names[0], stated)
    return number(stated, report.lang)


def _fixed(shown: str, places: int, lang: str) -> str:
    if not shown:
        return "-"
    value = Fraction(shown)
    return decimal(format_fixed(value.numerator, value.denominator, places), lang)


def places_of(report: Report, card: ScoreCard) -> int:
    """Decimals of the own score: as many as tell it from the next better and the next worse of the track."""
    if card.key is None:
        return _POINTS
    keys = sorted(
        {one.key for one in report.evaluation.cards.values() if one.track == card.track and one.key is not None}
    )
    near = [pair for pair in pairwise(keys) if card.key in pair]
    return max((separating_places([(key, card.unit) for key in pair]) for pair in near), default=_POINTS)


def score(report: Report, card: ScoreCard) -> str:
    """The own score; a dash where there is none."""
    if card.key is None:
        return "-"
    return decimal(format_fixed(card.key, card.unit, places_of(report, card)), report.lang)
