"""The recap (rekapitulasi): a workbook with the summary, the ranking of each track and every reason.

A sheet `Cek hitung` recomputes each score by live formulas beside the exact value, so that anybody with
Excel sees that they agree.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from ikmctl.domain.numbers import POINT, format_fixed, separating_places
from ikmctl.domain.program import Criterion, OrderBy
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.selection import Because, Entry
from ikmctl.engine.explain import Ties, reasons_of, sentence, ties_of
from ikmctl.engine.overview import standings
from ikmctl.render.calendar import day
from ikmctl.render.documents import own
from ikmctl.render.documents.books import HEAD, ID, MIDDLE, WIDE, foot, tracks
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.recap_check import check_sheet, exact
from ikmctl.render.documents.recap_panel import panel_sheet
from ikmctl.render.documents.recap_summary import summary_sheet
from ikmctl.render.documents.recap_texts import TEXTS
from ikmctl.render.documents.rules import rule_texts
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import text
from ikmctl.xlsx import TITLE, Area, Book, Sheet, Style
from ikmctl.xlsx.sheet import Value

__all__ = ["TEXTS", "build"]

_NUMBER: Final = Style(border=True, form="0.00", align="right", valign="vcenter")
_OUT: Final = frozenset((Because.INELIGIBLE, Because.WITHDRAWN, Because.DISQUALIFIED))
_ROW: Final = 18
"""Points of height of a line."""
_SELECTED: Final = "#E2F0D9"
_RESERVE: Final = "#FFF2CC"
_BAD: Final = Style(border=True, wrap=True, valign="vcenter", fill="#F8CBAD")
_OPEN: Final = Style(border=True, wrap=True, valign="vcenter", fill="#FFE699")


def _points(card: ScoreCard, criterion: str) -> Decimal | None:
    found = card.points.get(criterion)
    return None if found is None or found.points is None else Decimal(format_fixed(found.points, POINT, 4))


def _result(report: Report, entry: Entry) -> str:
    """The outcome in a word, with the prize or the place on the reserve list; of who is out by the rules, just that."""
    if entry.because in _OUT:
        return text(report.lang, f"because.{entry.because}")
    word = text(report.lang, f"result.{entry.result}")
    if entry.result == "reserve":
        waiting = [one.number for one in report.of_track(report.selection.reserves, entry.track)]
        return f"{word} {waiting.index(entry.number) + 1}"
    return f"{word}: {entry.tier}" if entry.tier else word


class _Columns:
    """Which columns a ranking has, and what stands in them."""

    def __init__(self, report: Report, say: Words) -> None:
        self.report = report
        weights = {one.id: one.weight for one in report.stage.criteria}
        labels, weight = report.labels, say("recap.weight").lower()
        criteria = [f"{labels.criterion(name)}\n({weight} {weights[name]})" for name in report.evaluation.criteria]
        orders = [labels.leaves(by.by) for by in report.stage.order]
        self.placed = any(report.district(number) for number in report.selection.entries)
        group = [say("recap.group")] if report.program.groups else []
        heads = [say(f"head.{key}") for key in ("place", "number", "name", *(("district",) if self.placed else ()))]
        score = [say("head.score")] if report.evaluation.criteria else []
        self.heads = [*heads, *group, *criteria, *orders, *score, say("head.result")]
        self.widths = [5, 11, 30, *((22,) if self.placed else ()), *(26 for _ in group), *(12 for _ in criteria)]
        self.widths += [*(22 for _ in orders), *(11 for _ in score), 19]

    def line(self, place: int, entry: Entry) -> list[Value]:
        """The values of one person."""
        report, card = self.report, self.report.evaluation.cards[entry.number]
        groups = {group.id: group.name for group in report.program.groups}
        person = report.people[entry.number]
        own: list[Value] = [place, entry.number, report.names.get(entry.number, "")]
        own += [report.district(entry.number)] if self.placed else []
        own += [groups.get(person.group, "")] if groups else []
        own += [_points(card, criterion) for criterion in report.evaluation.criteria]
        own += [self._order(entry.number, by) for by in report.stage.order]
        if report.evaluation.criteria:
            own.append(None if card.key is None else exact(card))
        return [*own, _result(report, entry)]

    def _order(self, number: str, by: OrderBy) -> str:
        names = by.by.field_ids()
        facts = (self.report.people[number].fact(name) or "-" for name in names)
        return ", ".join(
            fact.replace("T", " ") if name == "registered_at" else fact for name, fact in zip(names, facts, strict=True)
        )


def _places(report: Report, entries: Sequence[Entry]) -> str:
    """As many decimals as keep different neighbours apart."""
    cards = [report.evaluation.cards[entry.number] for entry in entries]
    scores = [(card.key, card.unit) for card in cards if card.key is not None]
    return f"0.{'0' * separating_places(scores)}"


def _order_of(report: Report, track: str) -> list[Entry]:
    """Selected, reserves, then everybody else by score."""
    listed = (*report.of_track(report.selection.selected, track), *report.of_track(report.selection.reserves, track))
    numbers = {entry.number for entry in listed}
    rest = [one for one in report.selection.entries.values() if one.track == track and one.number not in numbers]
    rest.sort(key=lambda one: (-(report.evaluation.cards[one.number].key or -1), one.number))
    return [*listed, *rest]


def _ranking(book: Book, report: Report, say: Words, track: str, name: str) -> None:
    columns, entries = _Columns(report, say), _order_of(report, track)
    sheet = book.sheet(name if report.program.tracks else say("recap.ranking"))
    sheet.cell(0, 0, f"{report.program.title}: {name}" if report.program.tracks else name, TITLE)
    sheet.row(2, columns.heads, HEAD)
    form = _places(report, entries)
    score = len(columns.heads) - 2
    for row, entry in enumerate(entries, 3):
        sheet.least(row, _ROW)
        fill = {"selected": _SELECTED, "reserve": _RESERVE}.get(entry.result)
        for column, value in enumerate(columns.line(row - 2, entry)):
            is_score = bool(report.evaluation.criteria) and column == score
            sheet.cell(row, column, value, _style(value, column, form if is_score else "0.00", fill))
    if not entries:
        sheet.cell(3, 0, say("nobody"))
    sheet.filter(Area(2, 0, 2 + max(1, len(entries)), len(columns.heads) - 1))
    sheet.widths(*columns.widths)
    sheet.freeze(3, 3)
    sheet.page(report.program.documents.paper, landscape=True, repeat=2, footer=foot(report, say))


def _style(value: Value, column: int, form: str, fill: str | None) -> Style:
    if isinstance(value, Decimal):
        return Style(border=True, form=form, align="right", valign="vcenter", fill=fill)
    base = MIDDLE if column == 0 else ID if column == 1 else WIDE
    return Style(
        border=True, wrap=base.wrap, form=base.form, align=base.align, valign="vcenter", fill=fill,
    )  # fmt: skip


def _eligibility(book: Book, report: Report, say: Words) -> None:
    """Everybody against every rule and every threshold, in words; what failed is coloured."""
    rules, limits = list(rule_texts(report)), [one for one in report.stage.criteria if _shuts_out(one)]
    total = [] if report.stage.threshold is None else [say("recap.total")]
    if not (rules or limits or total):
        return
    sheet = book.sheet(say("recap.eligibility"))
    heads = [say("head.number"), say("head.name"), say("head.track"), say("recap.standing")]
    heads += [
        *rules,
        *(_limit_head(report, say, one) for one in limits),
        *total,
    ]
    sheet.row(0, heads, HEAD)
    known = tracks(report)
    where = standings(report.evaluation, report.selection)
    for row, (number, card) in enumerate(sorted(report.evaluation.cards.items()), 1):
        sheet.cell(row, 0, number, ID)
        sheet.cell(row, 1, report.names.get(number, ""), WIDE)
        sheet.cell(row, 2, known.get(card.track, ""), WIDE)
        sheet.cell(row, 3, say(f"recap.{where[number]}"), WIDE)
        cells = [*_ruled(report, say, card), *(_reached(report, card, one) for one in limits)]
        cells += [_whole(report, card)] if total else []
        for column, (words, look) in enumerate(cells, 4):
            sheet.cell(row, column, words, look)
    sheet.filter(Area(0, 0, max(1, len(report.evaluation.cards)), len(heads) - 1))
    sheet.widths(10, 26, 20, 15, *(24 for _ in heads[4:]))
    sheet.freeze(1, 2)
    sheet.page(report.program.documents.paper, landscape=True, repeat=0, footer=foot(report, say))


def _shuts_out(criterion: Criterion) -> bool:
    """Whether a criterion can put somebody out besides ordering people."""
    return criterion.threshold is not None or criterion.missing == "reject"


def _limit_head(report: Report, say: Words, criterion: Criterion) -> str:
    name = report.labels.criterion(criterion.id)
    return name if criterion.threshold is None else say("recap.limit", name=name, limit=own.limit(report, criterion))


def _ruled(report: Report, say: Words, card: ScoreCard) -> list[tuple[str, Style]]:
    """What each rule says of one person, and how it looks."""
    looks = {"failed": _BAD, "met": WIDE}
    assumed = [f"; {say(f'own.assumed.{one.assumed}')}" if one.assumed else "" for one in card.verdicts]
    told = [report.labels.reason(one.reason) for one in card.verdicts]
    return [
        (words + more, looks.get(one.outcome, _OPEN))
        for words, more, one in zip(told, assumed, card.verdicts, strict=True)
    ]


def _reached(report: Report, card: ScoreCard, criterion: Criterion) -> tuple[str, Style]:
    """The value that a criterion asks for, or why there is none."""
    found = card.points.get(criterion.id)
    if found is None or found.missing:
        look = _BAD if found and found.failed else _OPEN
        return (report.labels.reason(found.missing) if found and found.missing else "-"), look
    if found.failed:
        return report.labels.reason(found.failed), _BAD
    return own.value(report, criterion, "" if found.raw is None else str(found.raw)), WIDE


def _whole(report: Report, card: ScoreCard) -> tuple[str, Style]:
    """The score against the threshold of the stage."""
    low = next((one for one in card.reasons if one.key == "threshold.total"), None)
    return (report.labels.reason(low), _BAD) if low else (own.score(report, card), WIDE if card.key else _OPEN)


def _reasons(book: Book, report: Report, say: Words) -> None:
    """Everybody with the sentence of their outcome and what kept them out."""
    sheet = book.sheet(say("recap.reasons"))
    sheet.row(0, [say(f"head.{key}") for key in ("number", "name", "track", "result", "reason")], HEAD)
    known = tracks(report)
    ties = ties_of(report.replayed, report.history.events) if report.replayed else Ties()
    for row, (number, entry) in enumerate(sorted(report.selection.entries.items()), 1):
        told = sentence(entry)
        others = reasons_of(report.replayed, number, ties) if report.replayed else ()
        words = "; ".join(report.labels.reason(one) for one in (told, *others))
        values = (number, report.names.get(number, ""), known.get(entry.track, entry.track), _result(report, entry))
        for column, value in enumerate((*values, words)):
            sheet.cell(row, column, value, ID if column == 0 else WIDE)
    sheet.filter(Area(0, 0, max(1, len(report.selection.entries)), 4))
    sheet.widths(10, 28, 22, 16, 90)
    sheet.freeze(1, 2)
    sheet.page(report.program.documents.paper, landscape=True, repeat=0, footer=foot(report, say))


def _acts(book: Book, report: Report, say: Words) -> None:
    """Decisions and objections: what people did, when, and why."""
    decided = [one for one in report.history.decisions if one.stage == report.stage.id]
    sheet = book.sheet(say("recap.acts"))
    sheet.cell(0, 0, say("recap.decisions"), TITLE)
    keys = ("on", "act", "who", "by", "reason", "document")
    sheet.row(1, [say(f"recap.act.{key}") for key in keys], HEAD)
    rows: list[Sequence[Value]] = [
        (
            day(one.on, report.lang),
            say(f"recap.do.{one.do}"),
            one.id or ", ".join(one.ids),
            one.by,
            one.reason,
            one.document,
        )
        for one in decided
    ]
    row = _lines(sheet, say, 2, rows)
    sheet.cell(row, 0, say("recap.objections"), TITLE)
    keys = ("received", "status", "who", "answered", "ground", "answer")
    sheet.row(row + 1, [say(f"recap.act.{key}") for key in keys], HEAD)
    rows = [
        (day(one.received, report.lang), say(f"recap.objection.{one.status}"), one.participant,
         day(one.answered, report.lang) if one.answered else "", one.ground, one.answer)
        for one in report.history.objections
    ]  # fmt: skip
    row = _lines(sheet, say, row + 2, rows)
    if report.imports_with_reason:
        _imports(sheet, report, say, row)
    sheet.widths(18, 16, 16, 18, 52, 32)
    sheet.page(report.program.documents.paper, landscape=True, footer=foot(report, say))


def _imports(sheet: Sheet, report: Report, say: Words, row: int) -> None:
    sheet.cell(row, 0, say("recap.imports"), TITLE)
    sheet.row(row + 1, [say(f"recap.act.{key}") for key in ("on", "data", "rows", "by", "reason")], HEAD)
    rows: list[Sequence[Value]] = [
        (
            day(one.on, report.lang),
            say(f"data.{one.kind}"),
            one.kept if one.changed is None else say("recap.changed", count=one.changed),
            one.by,
            one.reason,
        )
        for one in report.imports_with_reason
    ]
    _lines(sheet, say, row + 2, rows)


def _lines(sheet: Sheet, say: Words, row: int, rows: Sequence[Sequence[Value]]) -> int:
    for at, line in enumerate(rows, row):
        for column, value in enumerate(line):
            sheet.cell(at, column, value, WIDE)
    if not rows:
        sheet.cell(row, 0, say("none"))
    return row + max(1, len(rows)) + 1


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The workbook."""
    say = Words(report.lang, TEXTS)
    book = Book(report.program.title)
    summary_sheet(book, report, say)
    for track in report.program.all_tracks:
        _ranking(book, report, say, track.id, track.name)
    _eligibility(book, report, say)
    _reasons(book, report, say)
    panel_sheet(book, report, say)
    _acts(book, report, say)
    check_sheet(book, report, say)
    return book.to_bytes()
