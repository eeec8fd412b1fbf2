"""Certificates (sertifikat): one page a person, from the office's own Word template or ours.

Numbers follow the series of program.yaml in the order of participant numbers. A number once given stands
in documents.csv and is kept, whoever comes or goes.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.domain.numbers import format_decimal
from ikmctl.engine.sessions import sessions
from ikmctl.render.calendar import day
from ikmctl.render.documents.books import attended, tracks
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import frame
from ikmctl.render.documents.words import Words
from ikmctl.render.safe import safe

TEXTS: Final = {
    "id": {
        "title": "SERTIFIKAT",
        "given": "diberikan kepada",
        "participant": "No. peserta {number}",
        "took_part": "telah mengikuti",
        "selected": "dan terpilih pada bidang {track}",
        "selected.plain": "dan terpilih menurut hasil seleksi",
        "organizer": "yang diselenggarakan oleh {organizer}",
        "when": "pada {start} sampai {end}",
        "when.one": "pada {start}",
        "venue": "di {venue}",
        "sessions": "dengan kehadiran {count} dari {all} sesi",
        "track": "bidang {track}",
        "tier": "sebagai {tier}",
    },
    "en": {
        "title": "CERTIFICATE",
        "given": "presented to",
        "participant": "Participant {number}",
        "took_part": "has taken part in",
        "selected": "and was selected in the track {track}",
        "selected.plain": "and was selected",
        "organizer": "held by {organizer}",
        "when": "from {start} to {end}",
        "when.one": "on {start}",
        "venue": "at {venue}",
        "sessions": "attending {count} of {all} sessions",
        "track": "track {track}",
        "tier": "as {tier}",
    },
}
_COUNT: Final = re.compile(r"\{n(?::0([1-9]))?\}")
_SIZES: Final = ((28, "large"), (45, "medium"))
"""Characters of a name up to which it is printed large or medium; longer ones are small and wrap."""


def recipients(report: Report) -> tuple[str, ...]:
    """Who gets one, in the order of numbers."""
    spec = report.program.documents.certificates
    present = attended(report)
    chosen = {entry.number for entry in report.selection.selected}
    numbers = {"selected": chosen, "attended": set(present), "all": set(report.selection.entries)}[spec.people]
    least = spec.min_sessions or (1 if spec.people == "attended" else 0)
    return tuple(number for number in sorted(numbers) if not least or present.get(number, (0, 0))[0] >= least)


def numbered(report: Report) -> Mapping[str, str]:
    """The certificate number of everybody who gets one: as given before, else the next of the series."""
    series, people = report.spec.number, recipients(report)
    if not series:
        return {}
    given = {
        one.kind.removeprefix("certificates "): one.number
        for one in report.history.documents
        if one.kind.startswith("certificates ") and one.stage == report.stage.id
    }
    taken, count = set(given.values()), report.program.documents.certificates.first
    found = {}
    for number in people:
        if number not in given:
            while _numbered(series, count) in taken:
                count += 1
            taken.add(_numbered(series, count))
        found[number] = given.get(number) or _numbered(series, count)
    return found


def _numbered(series: str, count: int) -> str:
    return _COUNT.sub(lambda hit: str(count).zfill(int(hit[1] or 1)), series)


def entries(report: Report) -> tuple[tuple[str, str], ...]:
    """Participant and certificate number, for documents.csv."""
    return tuple(numbered(report).items())


def _sentences(report: Report, say: Words, number: str) -> Iterator[str]:
    """What the certificate says after the name of the program, a line each."""
    program = report.program
    if program.organizer:
        yield say("organizer", organizer=program.organizer)
    if program.dates:
        start, end = day(program.dates.start, report.lang), day(program.dates.end, report.lang)
        when = say("when", start=start, end=end) if start != end else say("when.one", start=start)
        yield " ".join([when, *([say("venue", venue=program.venue)] if program.venue else [])])
    present = attended(report)
    if number in present:
        times = present[number][0]
        count = format_decimal(Decimal(times.numerator) / times.denominator)
        count = count.replace(".", ",") if report.lang == "id" else count
        yield say("sessions", count=count, all=len(sessions(program)))
    track = tracks(report).get(report.people[number].track, "") if program.tracks else ""
    entry = report.selection.entries.get(number)
    if entry is not None and entry.tier:
        yield say("tier", tier=entry.tier)
    elif report.program.documents.certificates.people == "selected":
        yield say("selected", track=track) if track else say("selected.plain")
    elif track:
        yield say("track", track=track)


def _certificate(report: Report, say: Words, number: str, given: Mapping[str, str]) -> dict[str, Any]:
    name = safe(report.names.get(number, "")) or say("blank")
    return {
        "number": say("number", number=given.get(number) or say("blank")),
        "name": name,
        "size": next((word for most, word in _SIZES if len(name) <= most), "small"),
        "participant": say("participant", number=number),
        "lines": [safe(line) for line in _sentences(report, say, number)],
    }


def values(report: Report) -> dict[str, Any]:
    """Everything that may stand in a template."""
    say = Words(report.lang, TEXTS)
    given = numbered(report)
    heading = report.program.documents.certificates.heading or say("title")
    shared = frame(report, heading, say)
    return {
        **shared, "heading": heading, "given": say("given"), "took_part": say("took_part"),
        "certificates": [_certificate(report, say, number, given) for number in recipients(report)],
        "rows": _rows(shared["signers"]),
    }  # fmt: skip


def _rows(people: list[dict[str, str]]) -> list[dict[str, dict[str, str]]]:
    """Who signs, up to three in a row: one on the right, two at both ends."""
    nobody = {"role": "", "name": "", "rank": "", "nip": ""}
    made = []
    for at in range(0, len(people), 3):
        line = people[at : at + 3]
        full = [nobody] * (3 - len(line)) + line
        if len(line) == len(full) - 1:
            full = [line[0], nobody, line[1]]
        made.append(dict(zip(("left", "middle", "right"), full, strict=True)))
    return made


def _template(report: Report) -> bytes:
    from ikmctl.render.documents.word import own_template

    return report.template or own_template("certificates", report.lang)


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:  # noqa: ARG001  # there is one form
    """A series that does not count, and what is wrong with the office's template."""
    from ikmctl.render.documents.word import lint

    if report.spec.number and not _COUNT.search(report.spec.number):
        return (Diagnostic("IKM692", params={"found": report.spec.number}),)
    return lint(report.template, values(report), Where(file=report.spec.template)) if report.template else ()


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The Word file."""
    from ikmctl.render.documents.word import fill

    return fill(_template(report), values(report))
