"""Numbers, names and charts that several documents show: the funnel, tracks, before and after."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.selection import Entry
from ikmctl.engine.overview import (
    Change,
    TrackCount,
    before_and_after,
    count_tracks,
    funnel,
    match_funnel,
    women_by_track,
)
from ikmctl.render import numbers
from ikmctl.render.charts import Bar, Heading, Ink, bars
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Texts, Words

SPREAD: Final = ("gender", "district", "group")
"""Facts that are compared before and after, where people have them."""

TEXTS: Final[Texts] = {
    "id": {
        "funnel": "Dari pendaftar sampai terpilih",
        "funnel.match": "Dari anggota sampai dipasangkan",
        "funnel.says": "{parts}.",
        "funnel.step": "tahap",
        "funnel.people": "orang",
        "applied": "Mendaftar",
        "eligible": "Memenuhi syarat",
        "selected": "Terpilih",
        "members": "Anggota",
        "consent": "Setuju dicantumkan",
        "candidates": "Cocok dengan suatu kebutuhan",
        "matched": "Dipasangkan",
        "track": "bidang",
        "quota": "kursi",
        "applied.short": "mendaftar",
        "eligible.short": "memenuhi syarat",
        "pending.short": "belum lengkap",
        "selected.short": "terpilih",
        "reserves.short": "cadangan",
        "empty.short": "kosong",
        "women.short": "perempuan terpilih",
        "all": "semua",
        "total": "Jumlah",
        "together": "*",
        "women.merged": "* {tracks}: {count} perempuan terpilih bersama-sama (kelompok kurang dari lima orang digabung).",
        "women.none": "Jumlah perempuan tidak dirinci: kelompoknya kurang dari lima orang.",
        "gender": "Jenis kelamin",
        "district": "Kecamatan",
        "group": "Kelompok",
        "gender.female": "perempuan",
        "gender.male": "laki-laki",
        "unknown": "belum diisi",
        "others": "lainnya ({count} digabung)",
        "small": "Kelompok kurang dari lima orang digabung.",
        "before": "di antara pendaftar",
        "after": "di antara yang terpilih",
        "spread.title": "{fact} sebelum dan sesudah seleksi",
        "spread.says": "Bagian tiap kelompok di antara pendaftar dan di antara yang terpilih. Terbanyak: {first}, {before} menjadi {after}.",
        "percent": "{share} %",
    },
    "en": {
        "funnel": "From applicants to selected",
        "funnel.match": "From members to matches",
        "funnel.says": "{parts}.",
        "funnel.step": "step",
        "funnel.people": "people",
        "applied": "Applied",
        "eligible": "Eligible",
        "selected": "Selected",
        "members": "Members",
        "consent": "Agreed to be named",
        "candidates": "Fit some demand line",
        "matched": "Matched",
        "track": "track",
        "quota": "seats",
        "applied.short": "applied",
        "eligible.short": "eligible",
        "pending.short": "pending",
        "selected.short": "selected",
        "reserves.short": "reserves",
        "empty.short": "empty",
        "women.short": "women selected",
        "all": "all",
        "total": "Total",
        "together": "*",
        "women.merged": "* {tracks}: {count} women selected together (groups of fewer than five people are merged).",
        "women.none": "Women are not counted by track: their groups have fewer than five people.",
        "gender": "Sex",
        "district": "District",
        "group": "Group",
        "gender.female": "women",
        "gender.male": "men",
        "unknown": "not filled in",
        "others": "others ({count} merged)",
        "small": "Groups of fewer than five people are merged.",
        "before": "among those who applied",
        "after": "among those selected",
        "spread.title": "{fact} before and after the selection",
        "spread.says": "Share of each group among those who applied and among those selected. Largest: {first}, {before} before and {after} after.",
        "percent": "{share} %",
    },
}  # fmt: skip


def texts_with(own: Texts) -> Texts:
    """A document's own sentences with these."""
    return {lang: {**TEXTS[lang], **own[lang]} for lang in TEXTS}


def decimal(value: Fraction, places: int, lang: str) -> str:
    """A number with so many decimals as people write it."""
    return numbers.decimal(format_fixed(value.numerator, value.denominator, places), lang)


def percent(part: int, whole: int, say: Words) -> str:
    """A share in whole percent."""
    return say("percent", share=format_fixed(100 * part, whole, 0) if whole else "0")


def steps(report: Report) -> tuple[tuple[str, int], ...]:
    """The funnel of the stage."""
    return match_funnel(report.match.matching) if report.match else funnel(report.evaluation, report.selection)


def funnel_title(report: Report, say: Words) -> str:
    """What the funnel leads to."""
    return say("funnel.match" if report.match else "funnel")


def funnel_chart(report: Report, say: Words, ink: Ink) -> str:
    """The funnel as bars."""
    found = steps(report)
    first = found[0][1]
    rows = [
        Bar(say(key), (Fraction(count),), (f"{count} ({percent(count, first, say)})" if index else str(count),))
        for index, (key, count) in enumerate(found)
    ]
    parts = ", ".join(f"{say(key).lower()} {count}" for key, count in found)
    return bars(Heading("funnel", funnel_title(report, say), say("funnel.says", parts=parts)), ink, rows)


def track_counts(report: Report) -> tuple[TrackCount, ...]:
    """Each track in numbers."""
    return count_tracks(report.program, report.stage, report.evaluation, report.selection, report.per_track)


class Women(Struct, frozen=True):
    """Women selected by track as they may be shown, their total, and what has to be said beside."""

    by_track: Mapping[str, str]
    total: str
    note: str


def women(report: Report, say: Words) -> Women | None:
    """Women among the selected; None where sex is not known at all."""
    people = report.people
    if not any(one.fact("gender") for one in people.values()):
        return None
    found = women_by_track(people, _everybody(report), report.selection.selected)
    if not found:
        return Women({}, "", say("women.none"))
    shown = {key: str(one.after) if len(one.keys) == 1 else say("together") for one in found for key in one.keys}
    total = str(sum(one.after for one in found))
    merged = [one for one in found if len(one.keys) > 1]
    names = {track.id: track.name for track in report.program.all_tracks}
    tracks = ", ".join(names.get(key, key) for one in merged for key in one.keys)
    return Women(shown, total, say("women.merged", tracks=tracks, count=merged[0].after) if merged else "")


def _everybody(report: Report) -> Iterable[Entry]:
    """Everybody of the stage under the track in which they are counted."""
    only = report.program.all_tracks[0].id if not report.program.tracks else ""
    for number, entry in report.selection.entries.items():
        if number in report.people:
            yield Entry(number, entry.track or only, entry.result, entry.because)


def spread(report: Report, field: str) -> tuple[Change, ...]:
    """A fact before and after: among those who applied or are members, and those selected or matched."""
    if report.match:
        after: Sequence[str] = [one.number for one in report.match.matching.pairs]
        before: Iterable[str] = report.people.keys() - report.match.out
    else:
        before, after = report.evaluation.cards, [one.number for one in report.selection.selected]
    return before_and_after(field, report.people, before, dict.fromkeys(after))


def value_name(report: Report, field: str, change: Change, say: Words) -> str:
    """The words for a value of a fact, or for several that are merged."""
    if len(change.keys) > 1:
        return say("others", count=len(change.keys))
    key = change.keys[0]
    if not key:
        return say("unknown")
    if field == "gender":
        return say(f"gender.{key}") if key in ("female", "male") else key
    if field == "group":
        return next((one.name for one in report.program.groups if one.id == key), key)
    return report.districts.get(key, key)


def spread_chart(report: Report, field: str, changes: Sequence[Change], say: Words, ink: Ink) -> str:
    """Shares before and after, side by side."""
    was, now = (sum(values) for values in zip(*((one.before, one.after) for one in changes), strict=True))
    rows = [
        Bar(
            value_name(report, field, one, say),
            (Fraction(one.before, was or 1), Fraction(one.after, now or 1)),
            (f"{percent(one.before, was, say)} ({one.before})", f"{percent(one.after, now, say)} ({one.after})"),
        )
        for one in changes
    ]
    first = changes[0]
    says = say(
        "spread.says", first=value_name(report, field, first, say),
        before=percent(first.before, was, say), after=percent(first.after, now, say),
    )  # fmt: skip
    heading = Heading(f"spread-{field}", say("spread.title", fact=say(field)), says)
    return bars(heading, ink, rows, (say("before"), say("after")))
