"""What every paper of an office carries, as plain values for a template: sheet, letterhead, number, day, proof."""

from collections.abc import Iterable
from typing import Any

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.render.calendar import day, day_in_words, weekday
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words


def both_there(report: Report, numbers: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Those who stand in a document twice, under two numbers; whether that is right the office decides."""
    there = set(numbers)
    return tuple(
        Diagnostic("IKM633", params={"left": left, "right": right}, severity=Severity.WARNING)
        for left, right in report.doubles
        if {left, right} <= there
    )


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
        "proof": say("foot", lock=lock(report, say), result=report.result),
        "signers": signers(report, say),
    }


def lock(report: Report, say: Words) -> str:
    """Which lock of the rules is in force, in so few words that they stand at the foot of a page."""
    return say("lock", number=report.lock, marks="", reason="") if report.lock else say("no_lock")


def signing_day(report: Report, say: Words) -> str:
    """The day that stands on the document; dots while the office has stated none."""
    return day(report.spec.date, report.lang) if report.spec.date else say("blank")


def signers(report: Report, say: Words) -> list[dict[str, str]]:
    """Who signs, with dots where no name is stated."""
    return [
        {"role": one.role, "name": one.name or say("blank"), "rank": one.rank, "nip": one.nip}
        for one in report.spec.signers
    ]


def shared(report: Report, heading: str, say: Words) -> dict[str, Any]:
    """The values of every official Word template, `slots.SHARED`."""
    return {
        "letterhead": list(report.program.documents.letterhead),
        "heading": heading,
        "number": report.number or say("blank"),
        "date": signing_day(report, say),
        "day_in_words": _day_in_words(report, say),
        "town": report.program.documents.place or say("blank"),
        "program": report.program.title,
        "organizer": report.program.organizer,
        "lock": report.lock_text,
        "rules_digest": report.rules,
        "result_digest": report.result,
        "status": say(f"status.{report.status}"),
        **signing(signers(report, say)),
    }


def signing(who: list[dict[str, str]]) -> dict[str, Any]:
    """Who signs, one after another and two beside each other."""
    return {"signers": who, "signer_pairs": _pairs(who)}


def _day_in_words(report: Report, say: Words) -> str:
    if report.spec.date is None:
        return say("blank")
    return day_in_words(report.spec.date) if report.lang == "id" else weekday(report.spec.date, report.lang)


def _pairs(signing: list[dict[str, str]]) -> list[dict[str, str]]:
    """Signers two by two; a last one alone stands on the right, as on a letter."""
    nobody = {"role": "", "name": "", "rank": "", "nip": ""}
    first = [nobody, *signing] if len(signing) == 1 else [*signing, *([nobody] if len(signing) % 2 else [])]
    return [
        {f"{side}_{key}": value for side, one in (("left", left), ("right", right)) for key, value in one.items()}
        for left, right in zip(first[::2], first[1::2], strict=True)
    ]
