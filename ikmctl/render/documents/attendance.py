"""The attendance list (daftar hadir): pages to sign, and a page to enter codes that `import` reads back."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.participant import Participant
from ikmctl.domain.selection import Entry
from ikmctl.engine.sessions import sessions
from ikmctl.render.calendar import day, weekday
from ikmctl.render.documents.books import HEAD, ID, MIDDLE, WIDE, head, session_marks, signatures, tracks
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words
from ikmctl.xlsx import Area, Book, Style

TEXTS: Final = {
    "id": {
        "title": "DAFTAR HADIR",
        "sign": "Tanda tangan",
        "enter": "Isi {mark}",
        "enter.title": "Isian kehadiran: {mark}",
        "enter.how": "Isi kotak kuning dengan {codes}, simpan, lalu jalankan: ikmctl import {file} --item {mark}",
        "person.business": "Usaha",
        "business.business": "Pemilik",
        "sentra.business": "Pengelola",
        "turn": "sesi {turn}",
        "none": "Tanggal pelatihan belum ditulis di program.yaml.",
        "total": "{people} orang, {sessions} sesi",
        "committee": "Petugas: ....................   Tanda tangan: ....................",
    },
    "en": {
        "title": "ATTENDANCE LIST",
        "sign": "Signatures",
        "enter": "Enter {mark}",
        "enter.title": "Attendance to enter: {mark}",
        "enter.how": "Fill the yellow cells with {codes}, save, then run: ikmctl import {file} --item {mark}",
        "person.business": "Business",
        "business.business": "Owner",
        "sentra.business": "Manager",
        "turn": "session {turn}",
        "none": "The days of the training are not in program.yaml yet.",
        "total": "{people} people, {sessions} sessions",
        "committee": "Officer: ....................   Signature: ....................",
    },
}
_ACROSS: Final = 8
"""Signatures that fit side by side on F4."""
_SIGN: Final = Style(border=True)
_ROOM: Final = 26
"""Points of height that a signature needs."""
_CODE: Final = Style(border=True, fill="#FFF9DB", locked=False, align="center", valign="vcenter")


def invited(report: Report) -> list[Participant]:
    """Who is expected, by number: everybody who is marked in the stage, or the selected who are then trained.

    The selected come to the track in which they are selected.
    """
    wanted = report.program.documents.attendance.people
    cards = report.evaluation.cards
    if wanted is None:
        own = [spec.stage for spec in report.program.marks.values()]
        followed = any(
            stage.from_stage == report.stage.id and stage.id in own
            for stage in report.program.stages
            if any(spec.stage == stage.id for spec in session_marks(report).values())
        )
        wanted = "selected" if cards and (followed or report.stage.id not in own) else "all"
    if wanted == "selected":
        return [_placed(report, entry) for entry in sorted(report.selection.selected, key=lambda one: one.number)]
    numbers = set(cards) or set(report.people)
    gone = {n for n, entry in report.selection.entries.items() if entry.because in ("withdrawn", "disqualified")}
    return [report.people[number] for number in sorted(numbers - gone) if number in report.people]


def _placed(report: Report, entry: Entry) -> Participant:
    person = report.people[entry.number]
    return replace(person, track=entry.track) if report.program.tracks else person


def _business(report: Report, number: str) -> str:
    """The business beside a person's name, or the owner beside the name of a business."""
    own, name = report.private.get(number, {}), report.names.get(number, "")
    other = own.get("business_name", "")
    return own.get("owner_name", "") if other == name else other


def _signing(book: Book, report: Report, say: Words, people: Sequence[Participant], every: Sequence[str]) -> None:
    """One sheet for each set of sessions that fits across a page; a line and room to sign for everybody."""
    with_business = any(_business(report, one.number) for one in people)
    with_district = any(report.district(one.number) for one in people)
    wanted = {"business": with_business, "track": bool(report.program.tracks), "district": with_district}
    shown = ["place", "number", "name", *(key for key, so in wanted.items() if so)]
    parts = [every[at : at + _ACROSS] for at in range(0, len(every), _ACROSS)] or [("",)]
    for part in parts:
        sheet = book.sheet(say("sign"))
        row = head(sheet, report, say("title"), list(_where(report, say)))
        heads = [say(f"{report.program.unit}.business" if key == "business" else f"head.{key}") for key in shown]
        sheet.row(row, [*heads, *(_heading(report, say, one) for one in part)], HEAD)
        sheet.height(row, 48)
        for place, person in enumerate(people, 1):
            for column, key in enumerate(shown):
                value, style = _cell(report, person, place, key)
                sheet.cell(row + place, column, value, style)
            sheet.row(row + place, ["" for _ in part], _SIGN, start=len(shown))
            sheet.least(row + place, _ROOM)
        end = row + len(people) + 2
        sheet.cell(end, 1, say("committee"))
        signatures(sheet, end + 2, report, say, [len(shown) + len(part) - 1])
        widths = {"place": 5, "number": 10, "name": 30, "business": 26, "track": 20, "district": 18}
        sheet.widths(*(widths[key] for key in shown), *(13 for _ in part))
        sheet.freeze(row + 1, 3)
        sheet.page(report.program.documents.paper, landscape=True, repeat=(row, row), footer=say("title"))


def _where(report: Report, say: Words) -> Iterator[str]:
    program = report.program
    if program.dates is None:
        yield say("none")
        return
    first, last = weekday(program.dates.start, report.lang), weekday(program.dates.end, report.lang)
    yield f"{first} - {last}" if program.dates.start != program.dates.end else first
    if program.venue:
        yield program.venue


def _cell(report: Report, person: Participant, place: int, key: str) -> tuple[str | int, Style]:
    if key == "place":
        return place, MIDDLE
    texts = {
        "number": person.number,
        "name": report.names.get(person.number, ""),
        "business": _business(report, person.number),
        "track": tracks(report).get(person.track, ""),
        "district": report.district(person.number),
    }
    return texts[key], ID if key == "number" else WIDE


def _heading(report: Report, say: Words, session: str) -> str:
    """`Senin, 29/9` and the turn below, where a day has several. Import knows no such header, and must not."""
    if not session:
        return say("sign")
    text, _, turn = session.partition("/")
    found = date.fromisoformat(text)
    name = weekday(found, report.lang).partition(",")[0]
    several = report.program.dates is not None and report.program.dates.sessions_per_day > 1
    return f"{name}\n{found.day}/{found.month}" + (f"\n{say('turn', turn=turn)}" if several else "")


def _entering(book: Book, report: Report, say: Words, people: Sequence[Participant], mark: str) -> None:
    """One line for everybody, one column for each session under a header that import knows."""
    every, spec = sessions(report.program), report.program.marks[mark]
    sheet = book.sheet(say("enter", mark=mark))
    file = f"reports/{report.stage.id}-attendance.xlsx"
    how = say("enter.how", codes=" / ".join(spec.codes), file=file, mark=mark)
    row = head(sheet, report, say("enter.title", mark=mark), [how])
    sheet.row(row, [say("head.number"), say("head.name"), *(_known(report, say, one) for one in every)], HEAD)
    sheet.height(row, 48)
    known = {(one.number, one.by): one.value for one in report.history.marks if one.mark == mark}
    for line, person in enumerate(people, row + 1):
        sheet.cell(line, 0, person.number, ID)
        sheet.cell(line, 1, report.names.get(person.number, ""), WIDE)
        sheet.row(line, [known.get((person.number, one), "") for one in every], _CODE, start=2)
    sheet.choices(Area(row + 1, 2, row + max(1, len(people)), 1 + len(every)), tuple(spec.codes))
    sheet.widths(12, 32, *(11 for _ in every))
    sheet.freeze(row + 1, 2)
    sheet.page(report.program.documents.paper, landscape=len(every) > _ACROSS, repeat=(row, row))


def _known(report: Report, say: Words, session: str) -> str:
    """`29 September 2025` and the turn: a header that import takes for this session."""
    text, _, turn = session.partition("/")
    several = report.program.dates is not None and report.program.dates.sessions_per_day > 1
    return day(date.fromisoformat(text), report.lang) + (f" {say('turn', turn=turn)}" if several else "")


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The workbook: pages to sign first, then a page to enter for each mark per session."""
    say = Words(report.lang, TEXTS)
    people = invited(report)
    every = sessions(report.program)
    book = Book(report.program.title)
    _signing(book, report, say, people, every)
    for mark in session_marks(report):
        _entering(book, report, say, people, mark)
    return book.to_bytes()
