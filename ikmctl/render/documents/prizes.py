"""Prizes in tiers: who gets what, in figures and in words, and what all of it costs."""

from typing import Any

from ikmctl.domain.program import Tier
from ikmctl.domain.selection import Entry
from ikmctl.render.calendar import in_words, rupiah
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.slots import Slot
from ikmctl.render.documents.words import Words

SLOTS = {
    "prizes": Slot(
        "hadiah menurut tingkat", "prizes by tier",
        inner={
            "name": Slot("tingkat", "tier"),
            "amount": Slot("besarnya bagi tiap penerima: Rp3.000.000,00", "amount for each"),
            "words": Slot("besarnya dengan huruf", "the amount in words"),
            "count": Slot("banyak penerima", "how many receive it"),
            "total": Slot("jumlah tingkat ini", "sum of this tier"),
            "people": Slot(
                "penerimanya", "who receives it",
                inner={
                    "place": Slot("nomor urut", "place"), "number": Slot("nomor peserta", "participant number"),
                    "name": Slot("nama", "name"), "track": Slot("bidang", "track"),
                },
            ),
        },
    ),
    "prizes_total": Slot("jumlah semua hadiah", "sum of all prizes"),
    "prizes_total_words": Slot("jumlah semua hadiah dengan huruf", "the sum in words"),
}  # fmt: skip


def money_in_words(amount: int, say: Words) -> str:
    """`tiga juta rupiah`: amounts are put in words in Indonesian, whatever the language of the document."""
    return say("rupiah_in_words", words=in_words(amount))


def amount_of(report: Report, entry: Entry) -> int:
    """What a person on the list receives; nothing where the tier has no amount."""
    return next((tier.amount for tier in report.stage.awards.tiers if tier.name == entry.tier), 0)


def prizes(report: Report, say: Words) -> dict[str, Any]:
    """The values of `SLOTS`; an empty list where the stage has no tiers."""
    tiers = [_tier(report, tier, say) for tier in report.stage.awards.tiers]
    total = sum(amount_of(report, one) for one in report.selection.selected)
    return {
        "prizes": tiers,
        "prizes_total": rupiah(total) if total else "",
        "prizes_total_words": money_in_words(total, say) if total else "",
    }


def _tier(report: Report, tier: Tier, say: Words) -> dict[str, Any]:
    entries = [one for one in report.selection.selected if one.tier == tier.name]
    tracks = {track.id: track.name for track in report.program.all_tracks}
    return {
        "name": tier.name,
        "amount": rupiah(tier.amount) if tier.amount else "-",
        "words": money_in_words(tier.amount, say) if tier.amount else "-",
        "count": str(len(entries)),
        "total": rupiah(tier.amount * len(entries)) if tier.amount else "-",
        "people": [
            {"place": str(place), "number": one.number, "name": report.names.get(one.number, ""),
             "track": tracks.get(one.track, one.track)}
            for place, one in enumerate(entries, 1)
        ],
    }  # fmt: skip
