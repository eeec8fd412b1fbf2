"""The annex of a decree (Lampiran SK): who is decided, per track, with prize and amount where there are prizes.

It names number, name, business and sub-district; never a NIK, phone or address.
"""

from typing import Any

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.program import Track
from ikmctl.domain.selection import Entry
from ikmctl.render.calendar import rupiah
from ikmctl.render.documents import prizes
from ikmctl.render.documents.letter import letter, undated
from ikmctl.render.documents.list_notes import seat_notes
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import shared
from ikmctl.render.documents.slots import SHARED, Slot
from ikmctl.render.documents.words import Words

TEXTS: dict[str, dict[str, str]] = {
    "id": {
        "heading": "DAFTAR PESERTA TERPILIH",
        "annex": "LAMPIRAN",
        "decree": "KEPUTUSAN {role}",
        "about": "PENETAPAN PESERTA TERPILIH",
        "h.number": "NOMOR",
        "h.date": "TANGGAL",
        "h.about": "TENTANG",
        "h.place": "No.",
        "h.participant": "No. peserta",
        "h.name": "Nama",
        "h.business": "Usaha",
        "h.district": "Kecamatan",
        "h.prize": "Tingkat",
        "h.amount": "Besarnya",
        "h.reserves": "Cadangan",
        "h.nobody": "Tidak ada.",
        "h.total": "Jumlah seluruhnya",
        "h.result_digest": "Sidik hasil",
        "rupiah_in_words": "{words} rupiah",
    },
    "en": {
        "heading": "LIST OF SELECTED PARTICIPANTS",
        "annex": "ANNEX",
        "decree": "DECREE OF THE {role}",
        "about": "THE SELECTED PARTICIPANTS",
        "h.number": "NUMBER",
        "h.date": "DATE",
        "h.about": "ON",
        "h.place": "No.",
        "h.participant": "Number",
        "h.name": "Name",
        "h.business": "Business",
        "h.district": "District",
        "h.prize": "Tier",
        "h.amount": "Amount",
        "h.reserves": "Reserves",
        "h.nobody": "Nobody.",
        "h.total": "Total",
        "h.result_digest": "Digest of the result",
        "rupiah_in_words": "{words} rupiah",
    },
}

_PERSON = {
    "place": Slot("nomor urut", "place"),
    "number": Slot("nomor peserta", "participant number"),
    "name": Slot("nama", "name"),
    "business": Slot("nama usaha", "name of the business"),
    "district": Slot("kecamatan", "district"),
    "prize": Slot("tingkat hadiah", "prize tier"),
    "amount": Slot("besarnya: Rp3.000.000,00", "amount"),
}

SLOTS: dict[str, Slot] = {
    **SHARED,
    "decree": Slot("KEPUTUSAN dan jabatan penanda tangan pertama", "the decree and the role of the first signer"),
    "about": Slot("tentang apa keputusan itu", "what the decree is about"),
    "tracks": Slot(
        "setiap bidang",
        "each track",
        inner={
            "name": Slot("nama bidang", "name of the track"),
            "people": Slot("yang terpilih, menurut urutan", "the selected, in order", inner=_PERSON),
            "reserves": Slot("cadangan, menurut urutan", "the reserves, in order", inner=_PERSON),
            "notes": Slot("cadangan yang hanya untuk kursi tertentu", "reserves for certain seats only", many=True),
        },
    ),
    "businesses": Slot("terisi bila ada peserta dengan nama usaha", "filled where anybody has a business name"),
    "placed": Slot("terisi bila kecamatan diketahui", "filled where anybody's district is known"),
    **prizes.SLOTS,
}


def _person(report: Report, place: int, entry: Entry) -> dict[str, str]:
    private = report.private.get(entry.number, {})
    amount = prizes.amount_of(report, entry)
    return {
        "place": str(place), "number": entry.number,
        "name": private.get("name") or private.get("owner_name") or report.names.get(entry.number, ""),
        "business": private.get("business_name", "") or "-", "district": report.district(entry.number),
        "prize": entry.tier, "amount": rupiah(amount) if amount else "-",
    }  # fmt: skip


def _track(report: Report, track: Track) -> dict[str, Any]:
    selection = report.selection
    lists = {"people": selection.selected, "reserves": selection.reserves}
    return {
        "name": track.name,
        "notes": seat_notes(report, track.id),
        **{
            name: [_person(report, place, one) for place, one in enumerate(report.of_track(entries, track.id), 1)]
            for name, entries in lists.items()
        },
    }


def values(report: Report) -> dict[str, Any]:
    """Everything that a template of the annex may print."""
    say = Words(report.lang, TEXTS)
    tracks = [_track(report, track) for track in report.program.all_tracks]
    role = report.spec.signers[0].role if report.spec.signers else say("blank")
    return {
        **shared(report, say("heading"), say),
        "decree": say("decree", role=role.upper()),
        "about": f"{say('about')} {report.program.title.upper()}",
        "tracks": tracks,
        "businesses": "x" if any(one["business"] != "-" for track in tracks for one in track["people"]) else "",
        "placed": "x" if report.placed else "",
        **prizes.prizes(report, say),
    }


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the office's template, and that the day is still open."""
    from ikmctl.render.documents.word import template_faults

    faults = template_faults(report, SLOTS, values(report)) if form == "docx" else ()
    return (*faults, *undated(report, "decree-annex", "decree"))


def build(report: Report, form: str) -> bytes:
    """The annex as a Word file (`docx`) or as a page to print (`pdf`)."""
    return letter(report, "decree-annex", form, {**values(report), "annex": Words(report.lang, TEXTS)("annex")}, TEXTS)
