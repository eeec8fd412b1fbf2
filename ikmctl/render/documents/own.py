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
from ikmctl.render.messages.lookup import plain, reason, text

_PLACES: Final = 6
_DOMICILE: Final = "domicile."
_OF_OTHERS: Final = "outcome.out.group"
"""The one sentence that names another participant: who of the household or centre has the seat."""


def told(report: Report, why: Reason) -> str:
    """A reason without the numbers of other people, tracks by their names."""
    if why.key == _OF_OTHERS:
        return text(report.lang, "doc.own.group", detail=plain(report.lang, str(why.params.get("detail", ""))))
    why = _without_others(report, why)
    named = {key: _name(report, why.key, key, value) for key, value in why.params.items()}
    return reason(report.lang, why.key, named)


def _without_others(report: Report, why: Reason) -> Reason:
    """Those with the same score as a count."""
    if "others" not in why.params:
        return why
    others = text(report.lang, "doc.own.others", count=why.params["others"])
    return Reason(why.key, {**why.params, "with": others})


def _name(report: Report, reason_key: str, key: str, value: Param) -> Param:
    """A track by its name; the codes of a domicile, and nothing else that is a number, as regions."""
    if key == "track":
        tracks = [(report.program.track(one), one) for one in str(value).split(", ")]
        return ", ".join(track.name if track else one for track, one in tracks)
    if reason_key.startswith(_DOMICILE):
        return ", ".join(region_name(code) or code for code in str(value).split(", "))
    return value


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
