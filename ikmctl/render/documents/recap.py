"""The recap (rekapitulasi): a workbook with the summary, the ranking of each track and every reason.

A sheet `Cek hitung` recomputes each score by live formulas from points and weights beside the exact
value, so that anybody with Excel sees that they agree.
"""

from decimal import Decimal
from typing import Final

from ikmctl.domain.numbers import POINT, format_fixed
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.selection import Entry
from ikmctl.engine.explain import sentence
from ikmctl.render.calendar import day
from ikmctl.render.documents.model import Report
from ikmctl.render.messages.lookup import reason, text
from ikmctl.xlsx import HEADER, PLAIN, TITLE, Area, Book, Sheet, Style

_CELL: Final = Style(border=True)
_NUMBER: Final = Style(border=True, form="0.00", align="right")
_EXACT: Final = Style(border=True, form="0.000000", align="right")
_ID: Final = Style(border=True, form="@")
_WIDE: Final = Style(border=True, wrap=True)
_PLACES: Final = 6


def _say(report: Report, key: str, **params: str | int) -> str:
    return text(report.lang, f"doc.{key}", **params)


def _points(card: ScoreCard, criterion: str) -> Decimal | None:
    found = card.points.get(criterion)
    return None if found is None or found.points is None else Decimal(format_fixed(found.points, POINT, 4))


def _score(card: ScoreCard) -> Decimal | None:
    return None if card.key is None else Decimal(format_fixed(card.key, card.unit, _PLACES))


def _summary(book: Book, report: Report) -> None:
    sheet = book.sheet(_say(report, "recap.summary"))
    sheet.cell(0, 0, report.program.title, TITLE)
    facts = (
        ("recap.stage", report.stage.id), ("recap.date", day(report.on, report.lang)),
        ("recap.status", _say(report, f"status.{report.status}")),
        ("recap.lock", report.lock_text),
        ("recap.rules", report.rules), ("recap.pool", report.pool), ("recap.result", report.result),
    )  # fmt: skip
    for row, (key, value) in enumerate(facts, 2):
        sheet.row(row, [_say(report, key), value], PLAIN)
    start = len(facts) + 3
    sheet.row(
        start,
        [_say(report, f"head.{key}") for key in ("track", "applied", "eligible", "pending", "selected", "reserves")],
        HEADER,
    )
    cards = list(report.evaluation.cards.values())
    for row, track in enumerate(report.program.all_tracks, start + 1):
        mine = [card for card in cards if card.track == track.id] if report.program.tracks else cards
        counts = [len(mine), *(sum(card.standing == word for card in mine) for word in ("eligible", "pending"))]
        counts += [
            len(report.of_track(one, track.id)) for one in (report.selection.selected, report.selection.reserves)
        ]
        sheet.row(row, [track.name, *counts], _CELL)
    sheet.widths(34, 18, 18, 18, 12, 12)
    sheet.page(report.program.documents.paper, footer=report.result)


def _line(report: Report, place: int, entry: Entry) -> list[str | int | Decimal | None]:
    card = report.evaluation.cards[entry.number]
    points = [_points(card, criterion) for criterion in report.evaluation.criteria]
    return [
        place, entry.number, report.names.get(entry.number, ""), report.district(entry.number),
        *points, _score(card), text(report.lang, f"result.{entry.result}"),
    ]  # fmt: skip


def _ranking(book: Book, report: Report, track: str, name: str) -> None:
    """One track: selected, reserves, then everybody else by score."""
    sheet = book.sheet(name)
    sheet.cell(0, 0, f"{report.program.title}: {name}", TITLE)
    heads = [_say(report, f"head.{key}") for key in ("place", "number", "name", "district")]
    sheet.row(2, [*heads, *report.evaluation.criteria, _say(report, "head.score"), _say(report, "head.result")], HEADER)
    listed = (*report.of_track(report.selection.selected, track), *report.of_track(report.selection.reserves, track))
    numbers = {entry.number for entry in listed}
    rest = [one for one in report.selection.entries.values() if one.track == track and one.number not in numbers]
    rest.sort(key=lambda one: (-(report.evaluation.cards[one.number].key or -1), one.number))
    for row, entry in enumerate((*listed, *rest), 3):
        line = _line(report, row - 2, entry)
        for column, value in enumerate(line):
            style = _ID if column == 1 else _NUMBER if isinstance(value, Decimal) else _CELL
            sheet.cell(row, column, value, style)
    columns = len(heads) + len(report.evaluation.criteria) + 2
    sheet.filter(Area(2, 0, 2 + max(1, len(listed) + len(rest)), columns - 1))
    sheet.widths(6, 10, 28, 20, *(13 for _ in report.evaluation.criteria), 10, 16)
    sheet.freeze(3, 2)
    sheet.page(report.program.documents.paper, landscape=True, repeat=2, footer=report.result)


def _reasons(book: Book, report: Report) -> None:
    """Everybody with the sentence of their outcome and what kept them out."""
    sheet = book.sheet(_say(report, "recap.reasons"))
    sheet.row(0, [_say(report, f"head.{key}") for key in ("number", "name", "track", "result", "reason")], HEADER)
    tracks = {track.id: track.name for track in report.program.all_tracks}
    for row, (number, entry) in enumerate(sorted(report.selection.entries.items()), 1):
        told = sentence(entry)
        causes = [reason(report.lang, one.key, one.params) for one in report.evaluation.cards[number].reasons]
        words = "; ".join([reason(report.lang, told.key, told.params), *causes])
        result = text(report.lang, f"result.{entry.result}")
        values = (number, report.names.get(number, ""), tracks.get(entry.track, entry.track), result, words)
        for column, value in enumerate(values):
            sheet.cell(row, column, value, _WIDE if column == len(values) - 1 else _ID)
    sheet.filter(Area(0, 0, len(report.selection.entries), 4))
    sheet.widths(10, 28, 22, 14, 90)
    sheet.freeze(1)
    sheet.page(report.program.documents.paper, landscape=True, repeat=0, footer=report.result)


def _check(book: Book, report: Report) -> None:
    """Scores by live formulas beside the exact values. Only a weighted sum can be written so."""
    from ikmctl.xlsx.address import cell_name

    criteria = report.evaluation.criteria
    if report.stage.method != "weighted_sum" or not criteria:
        return
    sheet = book.sheet(_say(report, "recap.check"))
    weights = {criterion.id: criterion.weight for criterion in report.stage.criteria}
    sheet.row(0, [_say(report, "recap.weight"), *(weights[name] for name in criteria)], HEADER)
    heads = [
        _say(report, "head.number"),
        *criteria,
        *(_say(report, f"recap.{key}") for key in ("formula", "exact", "agrees")),
    ]
    sheet.row(1, heads, HEADER)
    last = len(criteria)
    scored = [card for _, card in sorted(report.evaluation.cards.items()) if card.key is not None]
    for row, card in enumerate(scored, 2):
        _check_row(sheet, report, card, row, f"{cell_name(0, 1, fixed=True)}:{cell_name(0, last, fixed=True)}")
    sheet.widths(12, *(13 for _ in criteria), 14, 14, 10)
    sheet.freeze(2, 1)
    sheet.page(report.program.documents.paper, landscape=True, repeat=1, footer=report.result)


def _check_row(sheet: Sheet, report: Report, card: ScoreCard, row: int, span: str) -> None:
    from ikmctl.xlsx.address import cell_name

    last = len(report.evaluation.criteria)
    exact = _score(card) or Decimal(0)
    sheet.cell(row, 0, card.number, _ID)
    for column, criterion in enumerate(report.evaluation.criteria, 1):
        sheet.cell(row, column, _points(card, criterion), _NUMBER)
    points = f"{cell_name(row, 1)}:{cell_name(row, last)}"
    sheet.formula(row, last + 1, f"SUMPRODUCT({span},{points})/SUM({span})", exact, _EXACT)
    sheet.cell(row, last + 2, exact, _EXACT)
    near = f"ABS({cell_name(row, last + 1)}-{cell_name(row, last + 2)})<0.000001"
    yes, no = _say(report, "recap.yes"), _say(report, "recap.no")
    sheet.formula(row, last + 3, f'IF({near},"{yes}","{no}")', yes, _CELL)


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The workbook."""
    book = Book(report.program.title)
    _summary(book, report)
    for track in report.program.all_tracks:
        _ranking(book, report, track.id, track.name)
    _reasons(book, report)
    _check(book, report)
    return book.to_bytes()
