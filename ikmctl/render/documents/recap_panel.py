"""The sheet of the panel: how each judge marked, how far the judges agree, and which marks stand out."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.numbers import format_fixed
from ikmctl.engine.evaluate import desk_for
from ikmctl.engine.panel.report import JudgeLine, PanelReport
from ikmctl.engine.panel_reports import panel_reports
from ikmctl.render.documents.books import BOLD, HEAD, ID, WIDE, foot, tracks
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import text
from ikmctl.xlsx import TITLE, Book, Sheet, Style
from ikmctl.xlsx.sheet import Value

_NUMBER: Final = Style(border=True, form="0.000", align="right", valign="vcenter")
_COUNT: Final = Style(border=True, align="right", valign="vcenter")
_PLACES: Final = 3


def _number(value: Decimal | Fraction | None) -> Value:
    """Three decimals; a dash where a statistic is not defined."""
    if value is None:
        return "-"
    found = Fraction(value)
    return Decimal(format_fixed(found.numerator, found.denominator, _PLACES))


def _reports(report: Report) -> tuple[PanelReport, ...]:
    cards = report.evaluation.cards
    people = [
        replace(one, track=cards[number].track if report.program.tracks else one.track)
        for number, one in sorted(report.people.items())
        if number in cards
    ]
    desk = desk_for(report.program, report.stage, people, report.marks)
    return panel_reports(desk, report.stage.id, people)


def panel_sheet(book: Book, report: Report, say: Words) -> None:
    """The sheet, where judges marked in this stage."""
    reports = _reports(report)
    if not reports:
        return
    sheet = book.sheet(say("panel.tab"))
    sheet.cell(0, 0, say("panel.title"), TITLE)
    row = _table(sheet, say, 2, "judges", _judges(report, reports))
    row = _table(sheet, say, row, "agreement", _agreement(report, reports))
    row = _table(sheet, say, row, "outliers", _outliers(report, reports))
    sheet.cell(row, 0, say("panel.note"), Style(italic=True))
    sheet.widths(18, 36, 12, 16, 13, 13, 13, 14, 22)
    sheet.freeze(1)
    sheet.page(report.program.documents.paper, landscape=True, footer=foot(report, say))


_HEADS: Final = {
    "judges": ("mark", "tracks", "judge", "role", "marks", "mean", "spread", "severity", "remark"),
    "agreement": ("mark", "tracks", "people", "complete", "w", "icc1", "icck", "alpha"),
    "outliers": ("mark", "item", "id", "judge", "value", "expected", "times"),
}


def _table(sheet: Sheet, say: Words, row: int, name: str, lines: Sequence[Sequence[Value]]) -> int:
    """A title, heads and lines; the row below an empty one."""
    sheet.cell(row, 0, say(f"panel.{name}"), BOLD)
    sheet.row(row + 1, [say(f"panel.{key}") for key in _HEADS[name]], HEAD)
    for at, line in enumerate(lines, row + 2):
        for column, value in enumerate(line):
            style = (
                _COUNT if isinstance(value, int) else _NUMBER if isinstance(value, Decimal) or value == "-" else WIDE
            )
            sheet.cell(at, column, value, ID if style is WIDE and column != 1 else style)
    if not lines:
        sheet.cell(row + 2, 0, say("none"))
    return row + 3 + max(1, len(lines))


def _names(report: Report, one: PanelReport) -> str:
    known = tracks(report)
    return ", ".join(known[track] for track in one.tracks) if report.program.tracks else "-"


def _remarks(report: Report, line: JudgeLine) -> str:
    seen = (("apart", line.is_apart), ("flat", line.is_flat))
    return ", ".join(text(report.lang, f"remark.{word}") for word, so in seen if so)


def _judges(report: Report, reports: Sequence[PanelReport]) -> list[list[Value]]:
    roles = {judge.id: judge.role for judge in report.program.panel.judges}
    return [
        [
            report.labels.mark(one.mark), _names(report, one), line.judge, roles.get(line.judge, ""), line.marks, _number(line.mean),
            _number(line.spread), _number(line.severity),
            _remarks(report, line),
        ]
        for one in reports
        for line in one.judges
    ]  # fmt: skip


def _agreement(report: Report, reports: Sequence[PanelReport]) -> list[list[Value]]:
    return [
        [
            report.labels.mark(one.mark), _names(report, one), one.people, one.complete,
            _number(one.concordance.w if one.concordance else None),
            _number(one.correlation.single if one.correlation else None),
            _number(one.correlation.average if one.correlation else None), _number(one.alpha),
        ]
        for one in reports
    ]  # fmt: skip


def _outliers(report: Report, reports: Sequence[PanelReport]) -> list[list[Value]]:
    labels = report.labels
    return [
        [labels.mark(one.mark), labels.item(one.mark, far.item) if far.item else "-", far.number, far.judge,
         _number(far.mark), _number(far.expected), _number(far.times)]
        for one in reports
        for far in one.outliers
    ]  # fmt: skip
