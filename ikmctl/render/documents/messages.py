"""Messages (pesan): one WhatsApp text for each person, to copy or to open by a link. Nothing is sent.

The link is text, not a live link: a click by mistake must reach nobody.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity
from ikmctl.domain.selection import Because, Entry
from ikmctl.render.calendar import day
from ikmctl.render.documents.books import HEAD, ID, WIDE, head, tracks
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words
from ikmctl.render.safe import safe
from ikmctl.xlsx import Area, Book, Style

TEXTS: Final = {
    "id": {
        "title": "PESAN UNTUK PESERTA",
        "tab": "Pesan",
        "note": "Berkas ini tidak mengirim apa pun. Salin pesannya, atau salin tautannya ke peramban.",
        "counts": "{people} orang; {without} tanpa nomor telepon.",
        "phone": "Telepon",
        "message": "Pesan",
        "link": "Tautan WhatsApp (teks)",
        "hello": "Yth. {name} (No. peserta {number}),",
        "hello.number": "Yth. peserta {number},",
        "selected": "Selamat, Anda terpilih dalam {program}{track:?, bidang %}.",
        "prize": "Penghargaan Anda: {tier}.",
        "confirm": "Daftar ulang paling lambat {date}{contact:? di %}.",
        "confirm.contact": "Untuk daftar ulang, hubungi {contact}.",
        "reserve": "Terima kasih telah mengikuti seleksi {program}. Anda berada di urutan cadangan {place}{track:? "
        "bidang %}. "
        "Kami menghubungi Anda bila ada kursi yang kosong.",
        "out": "Terima kasih telah mengikuti seleksi {program}. Kali ini Anda belum terpilih. "
        "Nilai Anda sendiri dan alasannya dapat Anda minta kepada kami.",
        "disqualified": "Menurut keputusan panitia, Anda tidak lagi mengikuti seleksi {program}. "
        "Alasannya dapat Anda minta kepada kami.",
        "pending": "Terima kasih telah mengikuti seleksi {program}. Data atau nilai Anda belum lengkap, jadi "
        "hasilnya belum ada. "
        "Tanyakan kepada kami apa yang masih kurang.",
        "waiting": "Terima kasih telah mengikuti seleksi {program}. Hasil Anda menunggu keputusan dewan juri atau "
        "undian, "
        "karena ada nilai yang sama.",
        "waiting.none": "Terima kasih telah mengikuti seleksi {program}. Daftarnya belum dapat disusun, jadi hasil Anda "
        "belum ada.",
        "objection": "Keberatan dapat disampaikan pada {start} sampai {end}{contact:? di %}.",
        "objection.plain": "Pertanyaan dan keberatan: {contact}.",
        "proposed": "Hasil ini masih usulan dan dapat berubah sebelum ditetapkan.",
    },
    "en": {
        "title": "MESSAGES TO PARTICIPANTS",
        "tab": "Messages",
        "note": "This file sends nothing. Copy the message, or copy the link into a browser.",
        "counts": "{people:#person|people}; {without} without a phone number.",
        "phone": "Phone",
        "message": "Message",
        "link": "WhatsApp link (text)",
        "hello": "Dear {name} (participant {number}),",
        "hello.number": "Dear participant {number},",
        "selected": "Congratulations, you have been selected in {program}{track:?, track %}.",
        "prize": "Your prize: {tier}.",
        "confirm": "Please confirm by {date}{contact:? at %}.",
        "confirm.contact": "To confirm, turn to {contact}.",
        "reserve": "Thank you for taking part in the selection of {program}. You are number {place} on the reserve "
        "list{track:? of track %}. "
        "We will tell you when a seat becomes free.",
        "out": "Thank you for taking part in the selection of {program}. You have not been selected this time. "
        "You may ask us for your own marks and the reason.",
        "disqualified": "By a decision of the committee you no longer take part in the selection of {program}. "
        "You may ask us for the reason.",
        "pending": "Thank you for taking part in the selection of {program}. Your data or marks are not complete, "
        "so there is no result yet. "
        "Ask us what is still missing.",
        "waiting": "Thank you for taking part in the selection of {program}. Your result waits for a decision of "
        "the jury or a draw, "
        "because of equal marks.",
        "waiting.none": "Thank you for taking part in the selection of {program}. The list cannot be drawn up yet, so "
        "there is no result for you yet.",
        "objection": "Objections are received from {start} to {end}{contact:? at %}.",
        "objection.plain": "Questions and objections: {contact}.",
        "proposed": "This result is still a proposal and may change before it is decided.",
    },
}
_GONE: Final = (Because.WITHDRAWN,)
"""Who left is not written to: the reason may be a death in the family."""


def written_to(report: Report) -> list[Entry]:
    """Everybody with a result: selected, reserves, then the others by number."""
    listed = [*report.selection.selected, *report.selection.reserves]
    numbers = {entry.number for entry in listed}
    rest = [entry for number, entry in sorted(report.selection.entries.items()) if number not in numbers]
    return [*listed, *(entry for entry in rest if entry.because not in _GONE)]


def phone(report: Report, number: str) -> str:
    """The phone as the register holds it, `+62...`; empty where there is none that WhatsApp could reach."""
    found = report.private.get(number, {}).get("phone", "")
    digits = "".join(ch for ch in found if ch.isdigit())
    if digits.startswith("0"):
        digits = f"62{digits[1:]}"
    return f"+{digits}" if digits.startswith("62") else ""


def link(number: str, message: str) -> str:
    """The address that opens WhatsApp with the message typed in."""
    return f"https://wa.me/{number.removeprefix('+')}?text={quote(message, safe='')}" if number else ""


def message(report: Report, entry: Entry) -> str:
    """The text for one person."""
    say = Words(report.lang, TEXTS)
    name = "" if entry.number in report.nameless else report.names.get(entry.number, "")
    hello = say("hello", name=name, number=entry.number) if name else say("hello.number", number=entry.number)
    closing = report.program.documents.messages.closing
    lines = [*_result(report, say, entry), *_objection(report, say, entry)]
    lines += [say("proposed")] if report.status == "proposed" else []
    sender = report.program.organizer
    return "\n\n".join(filter(None, (hello, " ".join(lines), closing, safe(sender))))


def _result(report: Report, say: Words, entry: Entry) -> Iterator[str]:
    program = report.program
    track = tracks(report).get(entry.track, "") if program.tracks else ""
    shared = {"program": program.title, "track": track}
    if entry.result == "reserve":
        waiting = report.of_track(report.selection.reserves, entry.track)
        place = [one.number for one in waiting].index(entry.number) + 1
        yield say("reserve", place=place, **shared)
        return
    no_tie = entry.result == "waiting" and not report.selection.undecided
    told = "disqualified" if entry.because is Because.DISQUALIFIED else entry.result
    yield say("waiting.none" if no_tie else told, **shared)
    if entry.result != "selected":
        return
    if entry.tier:
        yield say("prize", tier=entry.tier)
    contact, confirm = program.documents.messages.contact, program.schedule.confirm_by
    if confirm and report.on <= confirm:
        yield say("confirm", date=day(confirm, report.lang), contact=contact)
    elif contact:
        yield say("confirm.contact", contact=contact)


def _objection(report: Report, say: Words, entry: Entry) -> Iterator[str]:
    """When and where somebody who is not on the list may object, while that is still possible."""
    window, contact = report.program.schedule.objection, report.program.documents.messages.contact
    if entry.result == "selected":
        return
    if window and report.on <= window.end:
        yield say(
            "objection", start=day(window.start, report.lang), end=day(window.end, report.lang), contact=contact
        )  # fmt: skip
    elif contact and not window:
        yield say("objection.plain", contact=contact)


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:  # noqa: ARG001  # there is one form
    """A list that is not announced yet, and people who cannot be reached."""
    without = sum(not phone(report, entry.number) for entry in written_to(report))
    unannounced = "" if report.status != "proposed" else "1"
    if not without and not unannounced:
        return ()
    params: dict[str, Param] = {"without": without, "unannounced": unannounced}
    params |= {"unreached": "1" if without else "", "both": "1" if without and unannounced else ""}
    return (Diagnostic("IKM691", params=params, severity=Severity.WARNING),)


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The workbook: result, phone, message and link of each person."""
    from ikmctl.render.messages.lookup import text

    say = Words(report.lang, TEXTS)
    people = written_to(report)
    without = sum(not phone(report, entry.number) for entry in people)
    book = Book(report.program.title)
    sheet = book.sheet(say("tab"))
    row = head(sheet, report, say("title"), [say("note"), say("counts", people=len(people), without=without)])
    heads = ("head.number", "head.name", "head.result", "phone", "message", "link")
    sheet.row(row, [say(key) for key in heads], HEAD)
    flat = Style(border=True, form="@", valign="vcenter", color="#595959", align="fill")
    for line, entry in enumerate(people, row + 1):
        number, words = phone(report, entry.number), message(report, entry)
        sheet.cell(line, 0, entry.number, ID)
        sheet.cell(line, 1, report.names.get(entry.number, ""), WIDE)
        sheet.cell(line, 2, text(report.lang, f"result.{entry.result}"), WIDE)
        sheet.cell(line, 3, number, ID)
        sheet.cell(line, 4, words, WIDE)
        sheet.cell(line, 5, link(number, words), flat)
    sheet.filter(Area(row, 0, row + max(1, len(people)), len(heads) - 1))
    sheet.widths(11, 26, 12, 17, 90, 34)
    sheet.freeze(row + 1, 2)
    printed = Area(0, 0, row + max(1, len(people)), len(heads) - 2)  # nobody reads a link on paper
    sheet.page(
        report.program.documents.paper, landscape=True, repeat=(row, row), footer=say("title"), area=printed
    )  # fmt: skip
    return book.to_bytes()
