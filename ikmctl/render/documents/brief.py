"""The brief for the head of office: one A4 page, and the same page as a picture. It names nobody."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from ikmctl.engine.overview import Change, standings
from ikmctl.render.calendar import weekday
from ikmctl.render.charts import PAPER
from ikmctl.render.documents import summary_texts
from ikmctl.render.documents.figures import (
    funnel_chart,
    funnel_title,
    spread,
    steps,
    texts_with,
    track_counts,
    value_name,
    women,
)
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import frame, lock
from ikmctl.render.documents.summary import lead
from ikmctl.render.documents.typeset import typeset
from ikmctl.render.documents.undecided import undecided
from ikmctl.render.documents.words import Words
from ikmctl.render.safe import cut

_OWN: Final = {
    "id": {
        "heading": "Ringkasan untuk pimpinan, {date}",
        "more": "lainnya ({count})",
        "places": "{fact} sebelum dan sesudah",
        "before.short": "mendaftar",
        "members.short": "anggota",
        "matched.short": "dipasangkan",
        "women": "perempuan terpilih",
        "small.places": "Yang lebih kecil, dan kelompok kurang dari lima orang, digabung.",
        "foot.match": "{lock}; sidik calon {pool}",
        "open.lines": "{places} tempat pada {lines} kebutuhan perusahaan belum terisi.",
        "and": "{first} Lainnya: {count}, lihat ringkasan.",
    },
    "en": {
        "heading": "Brief for the head of office, {date}",
        "more": "others ({count})",
        "places": "{fact} before and after",
        "before.short": "applied",
        "members.short": "members",
        "matched.short": "matched",
        "women": "women selected",
        "small.places": "Smaller ones, and groups of fewer than five people, are merged.",
        "foot.match": "{lock}; pool digest {pool}",
        "open.lines": "{places:#place|places} of {lines:#demand line|demand lines} are still open.",
        "and": "{first} {count} more, see the summary.",
    },
}  # fmt: skip
TEXTS: Final = texts_with({lang: {**summary_texts.TEXTS[lang], **_OWN[lang]} for lang in _OWN})

_TRACKS: Final = 14
_PLACES: Final = 16
_NAME: Final = 90
_TITLE: Final = 150
_COLUMNS: Final = 2
_SHORT: Final = 6
"""Places that stand in one column."""


def build(report: Report, form: str) -> bytes:
    """The page as `pdf`, or as a picture (`png`)."""
    say = Words(report.lang, TEXTS)
    chart = funnel_chart(report, say, PAPER).encode()
    return typeset("brief", _page(report, say), form="png" if form == "png" else "pdf", files_beside={"funnel": chart})


def _page(report: Report, say: Words) -> dict[str, Any]:
    found = steps(report)
    says = say("funnel.says", parts=", ".join(f"{say(key).lower()} {count}" for key, count in found))
    values = frame(report, say("title"), say)
    return {
        **values, "paper": "A4", "title": cut(values["title"], _TITLE), "program": cut(report.program.title, _TITLE),
        "heading": say("heading", date=weekday(report.on, report.lang)),
        "where": cut(", ".join(filter(None, (report.program.organizer, report.program.venue))), _TITLE),
        "lead": _lead(report, say), "open": _open(report, say),
        "proof": say("foot.match", lock=lock(report, say), pool=report.pool) if report.match else values["proof"],
        "funnel": {"title": funnel_title(report, say), "says": says},
        "beside": _beside(report, say),
        "parts": _lines(report, say) if report.match else _tracks(report, say),
        "places": _places(report, say),
    }  # fmt: skip


def _lead(report: Report, say: Words) -> str:
    if report.match:
        found = dict(steps(report))
        return say("lead.match", matched=found["matched"], members=found["members"])
    return lead(report, say)


def _open(report: Report, say: Words) -> list[str]:
    """One sentence on what is undecided; of several the first, with how many there are besides."""
    if report.match:
        lines = [one for one in report.match.matching.lines if one.matched < one.capacity]
        places = sum(one.capacity - one.matched for one in lines)
        return [say("open.lines", places=places, lines=len(lines))] if lines else []
    first, *others = undecided(report)
    return [say("and", first=first, count=len(others)) if others else first]


def _beside(report: Report, say: Words) -> list[str]:
    if report.match:
        return []
    standing = list(standings(report.evaluation, report.selection).values())
    out, waits = standing.count("ineligible"), standing.count("pending")
    return [say("beside", ineligible=out, pending=waits, reserves=len(report.selection.reserves))]


def _tracks(report: Report, say: Words) -> dict[str, Any]:
    """Seats by track; many tracks end in one line for the rest, and several in a total."""
    sexes, found = women(report, say), track_counts(report)
    shown, rest = found[:_TRACKS], found[_TRACKS:]
    by_track = sexes.by_track if sexes else {}

    def line(name: str, tracks: Sequence[Any], women_: str) -> list[str]:
        quotas = [one.quota for one in tracks]
        quota = say("all") if None in quotas else str(sum(filter(None, quotas)))
        sums = [sum(getattr(one, key) for one in tracks) for key in ("applied", "eligible", "selected", "reserves")]
        cells = [cut(name, _NAME), quota, *map(str, sums)]
        return [*cells, women_] if by_track else cells

    lines = [line(one.name, [one], by_track.get(one.track, "0")) for one in shown]
    if rest:
        lines.append(line(say("more", count=len(rest)), rest, "" if by_track else "0"))
    several = len(found) > 1
    if several:
        lines.append(line(say("total"), found, sexes.total if sexes else ""))
    keys = ("track", "quota", "applied.short", "eligible.short", "selected.short", "reserves.short")
    heads = [*map(say, keys), *((say("women"),) if by_track else ())]
    notes = [cut(sexes.note, 3 * _TITLE)] if sexes and sexes.note else []
    return {"title": say("tracks"), "heads": heads, "lines": lines, "total": several, "notes": notes}


def _lines(report: Report, say: Words) -> dict[str, Any]:
    """Demand lines of a stage that matches."""
    found = report.match.matching.lines if report.match else ()
    lines = [
        [cut(one.product, _NAME), str(one.capacity), str(one.candidates), str(one.matched), str(one.gaps)]
        for one in found[:_TRACKS]
    ]
    rest = found[_TRACKS:]
    if rest:
        sums = [sum(getattr(one, key) for one in rest) for key in ("capacity", "candidates", "matched", "gaps")]
        lines.append([say("more", count=len(rest)), *map(str, sums)])
    heads = [say(f"line.{key}") for key in ("product", "capacity", "candidates", "matched", "gaps")]
    return {"title": say("lines"), "heads": heads, "lines": lines, "total": False, "notes": []}


def _places(report: Report, say: Words) -> dict[str, Any]:
    """Sub-districts before and after, the largest first; groups where a program knows no sub-district."""
    field = next((name for name in ("district", "group") if spread(report, name)), "")
    if not field:
        return {"title": "", "heads": [], "tables": [], "notes": []}
    found = _shortened(spread(report, field))
    lines = [[cut(_name(report, field, one, say), _NAME), str(one.before), str(one.after)] for one in found]
    half = -(-len(lines) // _COLUMNS)
    tables = [lines[:half], lines[half:]] if len(lines) > _SHORT else [lines]
    before, after = ("members.short", "matched.short") if report.match else ("before.short", "selected.short")
    merged = any(len(one.keys) > 1 for one in found)
    return {
        "title": say("places", fact=say(field)), "heads": [say(field).lower(), say(before), say(after)], "tables": tables,
        "notes": [say("small.places")] if merged else [],
    }  # fmt: skip


def _shortened(changes: Sequence[Change]) -> list[Change]:
    """The largest places, and all others together."""
    if len(changes) <= _PLACES:
        return list(changes)
    rest = list(islice(changes, _PLACES - 1, None))
    keys = tuple(key for one in rest for key in one.keys)
    return [*changes[: _PLACES - 1], Change(keys, sum(one.before for one in rest), sum(one.after for one in rest))]


def _name(report: Report, field: str, change: Change, say: Words) -> str:
    return say("more", count=len(change.keys)) if len(change.keys) > 1 else value_name(report, field, change, say)
