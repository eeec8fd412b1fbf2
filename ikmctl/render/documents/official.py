"""What every paper of an office carries, as plain values for a template: sheet, letterhead, number, day, proof."""

from typing import Any

from ikmctl.render.calendar import day
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words


def frame(report: Report, title: str, say: Words) -> dict[str, Any]:
    """The values that `office.typ` and the Word templates share."""
    program, blank = report.program, say("blank")
    return {
        "title": f"{title}: {program.title}",
        "lang": report.lang,
        "paper": program.documents.paper,
        "letterhead": list(program.documents.letterhead),
        "program": program.title,
        "organizer": program.organizer,
        "number": say("number", number=report.number or blank),
        "place": say("place", place=program.documents.place or blank, date=signing_day(report, say)),
        "page": say("page"),
        "proof": say("foot", lock=report.lock_text, result=report.result),
        "signers": signers(report, say),
    }


def signing_day(report: Report, say: Words) -> str:
    """The day that stands on the document; dots while the office has stated none."""
    return day(report.spec.date, report.lang) if report.spec.date else say("blank")


def signers(report: Report, say: Words) -> list[dict[str, str]]:
    """Who signs, with dots where no name is stated."""
    return [
        {"role": one.role, "name": one.name or say("blank"), "rank": one.rank, "nip": one.nip}
        for one in report.spec.signers
    ]
