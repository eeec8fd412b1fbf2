"""What is still open in a list, one sentence each: ties at the line, pending people, rules nobody can keep."""

from collections.abc import Iterator
from typing import Final

from ikmctl.render.documents.list_notes import no_list
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Texts, Words

TEXTS: Final[Texts] = {
    "id": {
        "tie.selected": "Belum diputuskan: {seats} kursi bidang {track} di antara {people} orang yang sama pada semua kunci ({among}).",
        "tie.reserve": "Belum diputuskan: urutan cadangan bidang {track} di antara {people} orang ({among}).",
        "tie.tier": "Belum diputuskan: hadiah bidang {track} di antara {people} orang ({among}).",
        "pending": "Belum lengkap: {count} peserta masih dapat mencapai batas bila nilainya masuk.",
        "nothing": "Tidak ada yang belum diputuskan.",
    },
    "en": {
        "tie.selected": "Undecided: {seats:#seat|seats} of track {track} among {people} people tied on all keys ({among}).",
        "tie.reserve": "Undecided: the order of the reserves of track {track} among {people} people ({among}).",
        "tie.tier": "Undecided: a prize of track {track} among {people} people ({among}).",
        "pending": "Pending: {count:#participant|participants} could still reach the line once their marks arrive.",
        "nothing": "Nothing is undecided.",
    },
}  # fmt: skip
_MOST: Final = 8
"""Numbers that are listed; the count is said in any case."""


def undecided(report: Report) -> Iterator[str]:
    """The sentences; one that says so where nothing is open."""
    say, found = Words(report.lang, TEXTS), report.selection
    names = {track.id: track.name for track in report.program.all_tracks}
    for block in found.undecided:
        among = ", ".join(block.among[:_MOST]) + (", ..." if len(block.among) > _MOST else "")
        track = names.get(block.track, block.track)
        yield say(f"tie.{block.place}", seats=block.seats, track=track, people=len(block.among), among=among)
    if found.pending:
        yield say("pending", count=len(found.pending))
    yield from no_list(report)
    if not (found.undecided or found.pending or found.infeasible or found.unknown):
        yield say("nothing")
