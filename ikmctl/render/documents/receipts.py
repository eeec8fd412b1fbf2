"""Receipts: one page for each participant with their own line alone, to check and to object with.

A page holds the person's number, result, points, ticket and the digests of rules and result. It names
nobody else, and no other person's value stands on it.
"""

from collections.abc import Iterator

from ikmctl.domain.selection import Entry
from ikmctl.engine.explain import criterion_line, sentence
from ikmctl.engine.tickets import ticket
from ikmctl.render.calendar import day
from ikmctl.render.documents.model import Report
from ikmctl.render.messages.lookup import reason, text
from ikmctl.render.safe import markdown


def _say(report: Report, key: str, **params: str | int) -> str:
    return text(report.lang, f"doc.{key}", **params)


def _points(report: Report, entry: Entry) -> Iterator[str]:
    card = report.evaluation.cards[entry.number]
    heads = [_say(report, f"receipts.{key}") for key in ("criterion", "value", "points", "weight", "adds")]
    yield "| " + " | ".join(heads) + " |"
    yield "|---|---|---|---|---|"
    for name in report.evaluation.criteria:
        if name in card.points:
            line = criterion_line(report.stage, card, name)
            cells = (line.criterion, line.raw or "-", line.points or "-", str(line.weight), line.adds or "-")
            yield "| " + " | ".join(markdown(cell) for cell in cells) + " |"


def _objection(report: Report) -> Iterator[str]:
    window = report.program.schedule.objection
    if window:
        start, end = day(window.start, report.lang), day(window.end, report.lang)
        yield _say(report, "announcement.objection", start=start, end=end)


def _page(report: Report, entry: Entry) -> Iterator[str]:
    """The page of one participant."""
    card = report.evaluation.cards[entry.number]
    track = report.program.track(entry.track)
    told = sentence(entry)
    name = report.names.get(entry.number, "")
    yield f"## {_say(report, 'receipts.title', number=entry.number)}"
    yield ""
    yield f"- {_say(report, 'head.name')}: {markdown(name) or '-'}"
    yield f"- {_say(report, 'head.track')}: {markdown(track.name) if track else '-'}"
    yield f"- {_say(report, 'head.result')}: {markdown(reason(report.lang, told.key, told.params))}"
    for one in card.reasons:
        yield f"- {_say(report, 'head.reason')}: {markdown(reason(report.lang, one.key, one.params))}"
    if report.seed:
        yield f"- {_say(report, 'receipts.ticket')}: {ticket(report.seed, entry.number)}"
    if report.evaluation.criteria:
        yield ""
        yield from _points(report, entry)
    yield ""
    yield from _objection(report)
    yield _say(report, "proof", lock=report.lock_text, rules=report.rules, result=report.result)


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """All receipts in the order of numbers, a rule between them where the page is cut."""
    head = f"# {_say(report, 'receipts.heading')}\n\n{markdown(report.program.title)}, {day(report.on, report.lang)}\n"
    pages = ["\n".join(_page(report, entry)) for _, entry in sorted(report.selection.entries.items())]
    return (head + "".join(f"\n---\n\n{page}\n" for page in pages)).encode()
