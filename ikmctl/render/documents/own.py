"""What a person is told about themselves: own rules, own points, own result, and no one else's number or value."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.regions import region_name
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.selection import Entry
from ikmctl.engine.explain import criterion_line, sentence
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.scores import decimal
from ikmctl.render.messages.lookup import reason, text

_PLACES: Final = 6
_REGIONS: Final = ("place", "within")
_OF_OTHERS: Final = "outcome.out.group"
"""The one sentence that names another participant: who of the household or centre has the seat."""


def told(report: Report, why: Reason) -> str:
    """A reason without the numbers of other people, tracks by their names."""
    if why.key == _OF_OTHERS:
        return text(report.lang, "doc.own.group", detail=why.params.get("detail", ""))
    return reason(report.lang, why.key, {key: _name(report, key, value) for key, value in why.params.items()})


def _name(report: Report, key: str, value: Param) -> Param:
    """A track or a region by its name where a reason holds its code."""
    if key == "track":
        track = report.program.track(str(value))
        return track.name if track else value
    return region_name(str(value)) or value if key in _REGIONS else value


def outcome(report: Report, entry: Entry) -> str:
    """The sentence of the own result."""
    return told(report, sentence(entry))


def points(report: Report, card: ScoreCard) -> Iterator[tuple[str, str, str, str, str]]:
    """Criterion, own value, points, weight and what they add to the score; exact, without idle zeros."""
    for name in report.evaluation.criteria:
        if name in card.points:
            line = criterion_line(report.stage, card, name)
            yield (
                line.criterion, number(line.raw, report.lang), number(line.points, report.lang),
                str(line.weight), number(line.adds, report.lang),
            )  # fmt: skip


def number(shown: str, lang: str) -> str:
    """A number without idle zeros and at most six decimals; words stay, nothing is a dash."""
    try:
        value = Fraction(shown)
    except (ValueError, ZeroDivisionError):
        return shown or "-"
    fixed = format_fixed(value.numerator, value.denominator, _PLACES)
    return decimal(fixed.rstrip("0").rstrip("."), lang)


def score(card: ScoreCard, lang: str) -> str:
    """The exact score of a card; a dash where there is none."""
    return "-" if card.key is None else number(format_fixed(card.key, card.unit, _PLACES), lang)
