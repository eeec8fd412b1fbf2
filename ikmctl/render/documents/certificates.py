"""Certificates (sertifikat): one page a person, from the office's own Word template or ours.

Numbers follow the series of program.yaml in the order of participant numbers. A number once given stands
in documents.csv and is kept, whoever comes or goes.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeAlias

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity
from ikmctl.domain.numbers import format_decimal
from ikmctl.engine.sessions import sessions
from ikmctl.render.calendar import day
from ikmctl.render.documents.books import attended, tracks
from ikmctl.render.documents.letter import undated
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import both_there, frame, shared
from ikmctl.render.documents.slots import SHARED, Slot
from ikmctl.render.documents.words import Words
from ikmctl.render.numbers import decimal
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
Present: TypeAlias = Mapping[str, tuple[Fraction, int]]
"""Sessions attended and sessions without a record, by number."""
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
    before = [one for one in report.history.documents if one.kind.startswith("certificates ")]
    given = {one.kind.removeprefix("certificates "): one.number for one in before if one.stage == report.stage.id}
    taken, count = {one.number for one in before}, report.program.documents.certificates.first
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


def _sentences(report: Report, say: Words, number: str, present: Present) -> Iterator[str]:
    """What the certificate says after the name of the program, a line each."""
    program = report.program
    if program.organizer:
        yield say("organizer", organizer=program.organizer)
    if program.dates:
        start, end = day(program.dates.start, report.lang), day(program.dates.end, report.lang)
        when = say("when", start=start, end=end) if start != end else say("when.one", start=start)
        yield " ".join([when, *([say("venue", venue=program.venue)] if program.venue else [])])
    every = sessions(program)
    times, unrecorded = present.get(number, (Fraction(0), 1))
    if every and not unrecorded:
        count = decimal(format_decimal(Decimal(times.numerator) / times.denominator), report.lang)
        yield say("sessions", count=count, all=len(every))
    entry = report.selection.entries.get(number)
    chosen = report.program.documents.certificates.people == "selected"
    of = entry.track if entry is not None and chosen else report.people[number].track
    track = tracks(report).get(of, "") if program.tracks else ""
    if entry is not None and entry.tier:
        yield say("tier", tier=entry.tier)
    elif chosen:
        yield say("selected", track=track) if track else say("selected.plain")
    elif track:
        yield say("track", track=track)


def _certificate(report: Report, say: Words, number: str, given: Mapping[str, str], present: Present) -> dict[str, Any]:
    name = safe(report.names.get(number, "")) or say("blank")
    return {
        "number": say("number", number=given.get(number) or say("blank")),
        "name": name,
        "size": next((word for most, word in _SIZES if len(name) <= most), "small"),
        "participant": say("participant", number=number),
        "lines": [safe(line) for line in _sentences(report, say, number, present)],
    }


SLOTS: Final[dict[str, Slot]] = {
    **SHARED,
    "given": Slot("kata `diberikan kepada`", "the words `presented to`"),
    "took_part": Slot("kata `telah mengikuti`", "the words `has taken part in`"),
    "proof": Slot("segel dan sidik hasil, untuk kaki halaman", "lock and digest of the result, for the foot of the page"),
    "certificates": Slot(
        "sertifikat, satu tiap orang", "certificates, one for each person",
        inner={
            "number": Slot("nomor sertifikat", "number of the certificate"),
            "name": Slot("nama penerima", "name of the person"),
            "size": Slot("panjang nama: large, medium atau small", "length of the name: large, medium or small"),
            "participant": Slot("No. peserta", "participant number"),
            "lines": Slot("kalimat sesudah nama program", "what follows the name of the program", many=True),
        },
    ),
    "rows": Slot(
        "penanda tangan, tiga bersebelahan", "who signs, three beside each other",
        inner={
            f"{side}_{part}": Slot(f"{kata} di {sisi}", f"{part.replace('nip', 'NIP')} on the {side}")
            for side, sisi in (("left", "kiri"), ("middle", "tengah"), ("right", "kanan"))
            for part, kata in (
                ("place", "tempat dan tanggal"), ("role", "jabatan"), ("name", "nama"), ("rank", "pangkat"),
                ("nip", "NIP"),
            )
        },
    ),
}  # fmt: skip
"""What a template of certificates may hold."""


def values(report: Report) -> dict[str, Any]:
    """The values of `SLOTS`."""
    say = Words(report.lang, TEXTS)
    given, present = numbered(report), attended(report)
    heading = report.program.documents.certificates.heading or say("title")
    framed = frame(report, heading, say)
    return {
        **shared(report, heading, say), "given": say("given"), "took_part": say("took_part"), "proof": framed["proof"],
        "certificates": [_certificate(report, say, number, given, present) for number in recipients(report)],
        "rows": _rows(framed["signers"], framed["place"]),
    }  # fmt: skip


def _rows(people: list[dict[str, str]], place: str) -> list[dict[str, str]]:
    """Who signs, up to three in a row: one on the right, two at both ends; place and day stand over the first right."""
    nobody = {"role": "", "name": "", "rank": "", "nip": ""}
    made = []
    for at in range(0, len(people), 3):
        line = people[at : at + 3]
        full = [nobody] * (3 - len(line)) + line
        if len(line) == len(full) - 1:
            full = [line[0], nobody, line[1]]
        sides = zip(("left", "middle", "right"), full, strict=True)
        row = {f"{side}_{key}": value for side, one in sides for key, value in one.items()}
        made.append({**row, "left_place": "", "middle_place": "", "right_place": "" if at else place})
    return made


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:  # noqa: ARG001  # there is one form
    """A series that does not count, what is wrong with the office's template, somebody twice, no day."""
    from ikmctl.render.documents.word import template_faults

    if report.spec.number and not _COUNT.search(report.spec.number):
        return (Diagnostic("IKM692", params={"found": report.spec.number}),)
    people, present = recipients(report), attended(report)
    twice = both_there(report, people)
    lacking = sum(1 for number in people if present.get(number, (0, 0))[1])
    params: dict[str, Param] = {"people": lacking}
    silent = (Diagnostic("IKM695", params=params, severity=Severity.WARNING),) if lacking else ()
    faults = template_faults(report, SLOTS, values(report))
    return (*faults, *silent, *twice, *undated(report, "certificates", "certificates"))


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The Word file."""
    from ikmctl.render.documents.word import written

    return written(report, "certificates", values(report))
