"""Receipts: one page for each participant with their own line alone, to check and to object with.

A page holds the person's number, result, points, ticket and the digests of rules and result. It names
nobody else, and no other person's value stands on it.
"""

from collections.abc import Iterator
from typing import Any, Final

from ikmctl.domain.selection import Entry
from ikmctl.engine.explain import Ties, reasons_of, ties_of
from ikmctl.render.calendar import day
from ikmctl.render.documents import own
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import frame
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import text
from ikmctl.render.safe import markdown

_HEADS: Final = ("criterion", "value", "points", "weight", "adds")


def _say(report: Report, key: str, **params: str | int) -> str:
    return text(report.lang, f"doc.{key}", **params)


def _ties(report: Report) -> Ties:
    return ties_of(report.replayed, report.history.events) if report.replayed else Ties()


def _points(report: Report, entry: Entry) -> Iterator[str]:
    card = report.evaluation.cards[entry.number]
    heads = [_say(report, f"receipts.{key}") for key in _HEADS]
    yield "| " + " | ".join(heads) + " |"
    yield "|---|---|---|---|---|"
    for cells in own.points(report, card):
        yield "| " + " | ".join(markdown(cell) for cell in cells) + " |"


def _objection(report: Report) -> Iterator[str]:
    window = report.program.schedule.objection
    if window and report.on <= window.end:
        start, end = day(window.start, report.lang), day(window.end, report.lang)
        yield _say(report, "announcement.objection", start=start, end=end)


def _facts(report: Report, entry: Entry, ties: Ties) -> Iterator[tuple[str, str]]:
    """Who it is, what came out and why, as names and values."""
    card = report.evaluation.cards[entry.number]
    yield _say(report, "head.name"), report.names.get(entry.number, "") or "-"
    yield _say(report, "head.track"), report.labels.track(entry.track) or "-"
    yield _say(report, "head.result"), own.outcome(report, entry)
    reasons = reasons_of(report.replayed, entry.number, ties) if report.replayed else card.reasons
    for one in reasons:
        yield _say(report, "head.reason"), own.told(report, one)
    if drawn := own.ticket(report, entry, reasons):
        yield _say(report, "receipts.ticket"), drawn


def _proof(report: Report) -> str:
    return _say(report, "proof", lock=report.lock_text, rules=report.rules, result=report.result)


def _section(report: Report, entry: Entry, ties: Ties) -> Iterator[str]:
    """The part of one participant in Markdown."""
    yield f"## {_say(report, 'receipts.title', number=entry.number)}"
    yield ""
    for name, value in _facts(report, entry, ties):
        yield f"- {name}: {markdown(value)}"
    if report.evaluation.criteria:
        yield ""
        yield from _points(report, entry)
    yield ""
    yield from map(markdown, (*_objection(report), _proof(report)))


def _markdown(report: Report) -> str:
    """All of them, a rule between where the page is cut."""
    head = f"# {_say(report, 'receipts.heading')}\n\n{markdown(report.program.title)}, {day(report.on, report.lang)}\n"
    ties = _ties(report)
    parts = ["\n".join(_section(report, entry, ties)) for _, entry in sorted(report.selection.entries.items())]
    return head + "".join(f"\n---\n\n{part}\n" for part in parts)


def _sheet(report: Report, entry: Entry, ties: Ties) -> dict[str, Any]:
    """The page of one participant."""
    card = report.evaluation.cards[entry.number]
    return {
        "title": _say(report, "receipts.title", number=entry.number),
        "facts": [list(pair) for pair in _facts(report, entry, ties)],
        "points": [list(line) for line in own.points(report, card)],
        "score": own.score(report, card),
    }


def build(report: Report, form: str) -> bytes:
    """All receipts in the order of numbers, as Markdown (`md`) or with a page for each person (`pdf`)."""
    if form == "md":
        return _markdown(report).encode()
    from ikmctl.render.documents.typeset import typeset

    title, ties = _say(report, "receipts.heading"), _ties(report)
    return typeset("receipts", {
        **frame(report, title, Words(report.lang, {report.lang: {}})), "heading": title,
        "day": day(report.on, report.lang),
        "heads": [_say(report, f"receipts.{key}") for key in _HEADS],
        "score": _say(report, "head.score"), "objection": list(_objection(report)), "digests": _proof(report),
        "sheets": [_sheet(report, entry, ties) for _, entry in sorted(report.selection.entries.items())],
    })  # fmt: skip
