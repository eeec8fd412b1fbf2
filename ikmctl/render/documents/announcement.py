"""The announcement (pengumuman): who is selected and who waits, as PDF, as Markdown or as a WhatsApp text.

It shows number, name or business, sub-district and result; never a NIK, phone, score or reason, and
nobody who is not on the list.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity
from ikmctl.domain.selection import Entry
from ikmctl.render.calendar import day, weekday
from ikmctl.render.documents.list_notes import no_list, seat_notes
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import frame
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import text
from ikmctl.render.safe import markdown, safe

MOST_CHARACTERS: Final = 4000
"""WhatsApp cuts longer messages."""


def _say(report: Report, key: str, **params: str | int) -> str:
    return text(report.lang, f"doc.{key}", **params)


def _heads(report: Report) -> list[str]:
    """The heads of a list; without that of the sub-district where none is known."""
    keys = ("place", "number", "name", *(("district",) if report.placed else ()))
    return [_say(report, f"head.{key}") for key in keys]


def _cells(report: Report, place: int, entry: Entry) -> list[str]:
    name = report.names.get(entry.number, "")
    district = [report.district(entry.number)] if report.placed else []
    return [str(place), entry.number, f"{name} ({entry.tier})" if entry.tier else name, *district]


def _head(report: Report) -> Iterator[str]:
    yield _say(report, "announcement.number", number=report.number or _say(report, "blank"))
    today = report.spec.date or report.on
    yield _say(report, "announcement.date", date=weekday(today, report.lang))
    window = report.program.schedule.objection
    if window and today <= window.end:
        yield _say(
            report, "announcement.objection",
            start=day(window.start, report.lang), end=day(window.end, report.lang),
        )  # fmt: skip
    confirm = report.program.schedule.confirm_by
    if confirm and today <= confirm:
        yield _say(report, "announcement.confirm", date=day(confirm, report.lang))


def _foot(report: Report) -> Iterator[str]:
    yield from no_list(report)
    yield _say(report, f"status.{report.status}")
    if report.decided and report.decided != report.result:
        yield _say(report, "changed_since", decree=report.decree, result=report.decided)
    if report.revised:
        on, entered, left = report.revised
        entered_, left_ = (", ".join(names) or "-" for names in (entered, left))
        yield _say(report, "revised", date=day(on, report.lang), entered=entered_, left=left_)
    yield _say(report, "proof", lock=report.lock_text, rules=report.rules, result=report.result)


def _sections(report: Report) -> Iterator[tuple[str, str, tuple[Entry, ...], list[str]]]:
    """Title of the track, what the list is, its people and notes; an empty list is said, not left out."""
    for track in report.program.all_tracks:
        yield track.name, "selected", report.of_track(report.selection.selected, track.id), []
        reserves = report.of_track(report.selection.reserves, track.id)
        if reserves:
            yield track.name, "reserves", reserves, seat_notes(report, track.id)


def _nobody(report: Report) -> str:
    """An empty list, which a decree may have made final."""
    return _say(report, "nobody.decided" if report.status == "decided" else "nobody")


def _markdown(report: Report) -> str:
    lines = [f"# {_say(report, 'announcement.title')}", "", f"## {markdown(report.program.title)}", ""]
    lines += [f"- {markdown(line)}" for line in _head(report)]
    for track, what, entries, notes in _sections(report):
        lines += ["", f"### {markdown(track)}: {_say(report, what)}", ""]
        if not entries:
            lines.append(_nobody(report))
            continue
        heads = _heads(report)
        lines += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
        for place, entry in enumerate(entries, 1):
            lines.append("| " + " | ".join(map(markdown, _cells(report, place, entry))) + " |")
        lines += [part for note in notes for part in ("", markdown(note))]
    return "\n".join([*lines, "", *map(markdown, _foot(report))]) + "\n"


def _message(report: Report, shown: Callable[[Entry], str]) -> str:
    lines = [f"*{_say(report, 'announcement.title')}*", report.program.title, "", *_head(report)]
    for track, what, entries, notes in _sections(report):
        lines += ["", f"*{track}: {_say(report, what)}*"]
        lines += [f"{place}. {shown(entry)}" for place, entry in enumerate(entries, 1)] or [_nobody(report)]
        lines += notes
    return "\n".join([*lines, "", *_foot(report)]) + "\n"


def _whatsapp(report: Report) -> str:
    """The message with names; where that is too long, with numbers alone."""

    def named(entry: Entry) -> str:
        return " ".join(filter(None, (entry.number, safe(report.names.get(entry.number, "")))))

    full = _message(report, named)
    return full if len(full) < MOST_CHARACTERS else _message(report, lambda entry: entry.number)


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:
    """A message too long for WhatsApp even without names."""
    length = len(_whatsapp(report)) if form == "txt" else 0
    if length < MOST_CHARACTERS:
        return ()
    params: dict[str, Param] = {"length": length, "most": MOST_CHARACTERS}
    return (Diagnostic("IKM696", params=params, severity=Severity.WARNING),)


def _page(report: Report) -> dict[str, Any]:
    """The values of the printed page."""
    say = Words(report.lang, {report.lang: {}})
    number, *head = _head(report)
    sections = [
        {
            "title": f"{track}: {_say(report, what)}", "nobody": _nobody(report),
            "people": [_cells(report, place, entry) for place, entry in enumerate(entries, 1)], "notes": notes,
        }
        for track, what, entries, notes in _sections(report)
    ]  # fmt: skip
    title = _say(report, "announcement.title")
    dated = replace(report, spec=report.spec.model_copy(update={"date": report.spec.date or report.on}))
    return {
        **frame(dated, title, say), "heading": title, "number": number, "head": head, "sections": sections,
        "heads": _heads(report), "foot": list(_foot(report)),
    }  # fmt: skip


def build(report: Report, form: str) -> bytes:
    """The announcement as Markdown (`md`), as a text to send (`txt`) or as a page to print (`pdf`)."""
    if form == "pdf":
        from ikmctl.render.documents.typeset import typeset

        return typeset("announcement", _page(report))
    return (_markdown if form == "md" else _whatsapp)(report).encode()
