"""The catalogue of a partnership: members who agreed to be named, with what they make and how much of it.

Number, business, product and capacity, and nothing else of a member; who has not said yes appears nowhere.
"""

from collections.abc import Mapping
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.participant import Participant
from ikmctl.engine.matching.appraise import consenting
from ikmctl.engine.rules.consent import ConsentRule
from ikmctl.render.calendar import weekday
from ikmctl.render.documents.html import facts, page, paragraph, section, table
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Texts, Words
from ikmctl.render.numbers import spelled

TEXTS: Final[Texts] = {
    "id": {
        "title": "Katalog anggota",
        "lead": "{count} anggota menyatakan setuju dicantumkan.",
        "nobody": "Belum ada anggota yang menyatakan setuju dicantumkan.",
        "members": "Anggota",
        "number": "No. peserta",
        "business": "usaha",
        "product": "produk",
        "kbli": "KBLI",
        "capacity": "kapasitas sebulan",
        "about": "Tentang katalog ini",
        "made": "Dibuat",
        "contact": "Menghubungi anggota",
        "through": "melalui {organizer}, dengan menyebut nomor peserta",
        "forum": "penyelenggara",
        "consent": "Hanya anggota yang setuju; persetujuan dapat ditarik sewaktu-waktu, dan katalog dibuat ulang.",
    },
    "en": {
        "title": "Catalogue of members",
        "lead": "{count:#member|members} agreed to be named.",
        "nobody": "No member has agreed to be named yet.",
        "members": "Members",
        "number": "Number",
        "business": "business",
        "product": "product",
        "kbli": "KBLI",
        "capacity": "capacity a month",
        "about": "About this catalogue",
        "made": "Made",
        "contact": "To reach a member",
        "through": "through {organizer}, giving the number",
        "forum": "the organiser",
        "consent": "Members who agreed, and nobody else; consent can be taken back at any time, and the catalogue is made anew.",
    },
}  # fmt: skip


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:  # noqa: ARG001  # of every document
    """A stage that asks nobody for consent has no catalogue."""
    if any(isinstance(rule, ConsentRule) for rule in report.stage.eligibility):
        return ()
    return (Diagnostic("IKM693", params={"stage": report.stage.id}),)


def members(report: Report) -> list[Participant]:
    """Those who agreed and have not left, by number."""
    out = report.match.out if report.match else frozenset()
    return [
        one for _, one in sorted(report.people.items()) if one.number not in out and consenting(report.stage, [one])
    ]


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The page."""
    say, found = Words(report.lang, TEXTS), members(report)
    shown = {one.number: _facts_of(report, one) for one in found}
    columns = [key for key in ("business", "product", "kbli", "capacity") if any(one[key] for one in shown.values())]
    rows = [(number, *(one[key] or "-" for key in columns)) for number, one in shown.items()]
    listed = table(say("members"), [say("number"), *map(say, columns)], rows, numeric=_numeric(columns))
    pairs = (
        (say("made"), weekday(report.on, report.lang)),
        (say("contact"), say("through", organizer=report.program.organizer or say("forum"))),
    )
    body = (
        *((section(say("members"), listed),) if rows else ()),
        section(say("about"), facts(pairs), paragraph(say("consent"), "quiet")),
    )
    lead = say("lead", count=len(found)) if found else say("nobody")
    head = (paragraph(report.program.organizer), paragraph(lead, "lead"))
    return page(report.lang, f"{say('title')}: {report.program.title}", head, body)


def _facts_of(report: Report, one: Participant) -> Mapping[str, str]:
    """What is shown of a member: the public fact, else what the register says."""
    private = {} if not report.names else report.private.get(one.number, {})

    def known(name: str) -> str:
        return one.fact(name) or private.get(name, "")

    amount = spelled(known("capacity"), report.lang)
    return {
        "business": private.get("business_name", ""), "product": known("product"), "kbli": known("kbli"),
        "capacity": " ".join(filter(None, (amount, known("capacity_unit")))) if amount else "",
    }  # fmt: skip


def _numeric(columns: list[str]) -> list[int]:
    return [index for index, key in enumerate(columns, 1) if key == "capacity"]
