"""The minutes (Berita Acara): how the selection went and what came out, to be signed by the team.

One set of values fills the Word template and the printed page. It names people with numbers, scores and
sub-districts; never a NIK, phone or address.
"""

from collections import Counter
from typing import Any

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.program import Track
from ikmctl.domain.selection import Entry
from ikmctl.engine.evaluate import desk_for
from ikmctl.engine.overview import standings
from ikmctl.engine.panel_reports import panel_reports
from ikmctl.render.documents import record
from ikmctl.render.documents.letter import letter, undated
from ikmctl.render.documents.list_notes import notes
from ikmctl.render.documents.minutes_words import SLOTS, TEXTS
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import shared
from ikmctl.render.documents.prizes import prizes
from ikmctl.render.documents.scores import shown
from ikmctl.render.documents.words import Words
from ikmctl.render.numbers import decimal

__all__ = ["SLOTS", "TEXTS", "build", "check", "values"]


def _funnel(report: Report, say: Words) -> list[dict[str, str]]:
    """Where the rows of all imports went, and where those registered stand: both add up; then who is on the lists.

    A row that comes in again, in the same file or in a workbook of rejected rows, is counted again: the ledger knows
    files, not rows.
    """
    files = [one for one in report.history.imports if one.kind == "participants"]
    stand = Counter(standings(report.evaluation, report.selection).values())
    counts = {
        **{key: sum(getattr(one, key) for one in files) for key in ("rows", "kept", "merged", "rejected", "skipped")},
        "people": len(report.people), **({"pool": stand.total()} if report.stage.from_stage else {}),
        **{key: stand[key] for key in ("eligible", "ineligible", "pending", "gone")},
        "selected": len(report.selection.selected), "reserves": len(report.selection.reserves),
    }  # fmt: skip
    again = str(len(files)) if len(files) > 1 else ""
    stage = report.labels.of_stage(report.stage.from_stage or "")
    return [
        {"name": say(f"funnel.{key}", again=again, stage=stage), "count": str(count)} for key, count in counts.items()
    ]


def _people(report: Report, entries: tuple[Entry, ...], say: Words) -> list[dict[str, str]]:
    return [
        {
            "place": str(place), "number": one.number, "name": report.names.get(one.number, ""),
            "district": report.district(one.number), "score": score, "prize": one.tier,
            "seats": ", ".join(_seat(report, say, seat) for seat in one.seats),
        }
        for place, (one, score) in enumerate(zip(entries, shown(entries, report.lang), strict=True), 1)
    ]  # fmt: skip


def _seat(report: Report, say: Words, seat: str) -> str:
    """For which seats a reserve may stand in, in words: `any`, `gender female`, `district 33.24.12`."""
    if seat == "any":
        return say("any_seat")
    return report.labels.things(seat)


def _track(report: Report, track: Track, say: Words) -> dict[str, Any]:
    selected = _people(report, report.of_track(report.selection.selected, track.id), say)
    reserves = _people(report, report.of_track(report.selection.reserves, track.id), say)
    empty = report.selection.shortfall.get(track.id, 0)
    summary = say("track", selected=len(selected), reserves=len(reserves)) + (
        say("empty", count=empty) if empty else ""
    )
    return {"name": track.name, "summary": summary, "people": selected, "reserves": reserves}


def _panel(report: Report, say: Words) -> str:
    """One line on how well the judges agreed, where there were judges."""
    if report.given is None:
        return ""
    people = tuple(report.given.people.values())
    desk = desk_for(report.program, report.stage, people, report.marks)
    parts = []
    for one in panel_reports(desk, report.stage.id, people):
        if one.concordance is None:
            continue
        w = decimal(format_fixed(one.concordance.w.numerator, one.concordance.w.denominator, 2), report.lang)
        names = [track.name for track in report.program.all_tracks if track.id in one.tracks]
        of = f" ({', '.join(names)})" if len(names) < len(report.program.all_tracks) else ""
        parts.append(say("panel_part", mark=report.labels.mark(one.mark), of=of, w=w, judges=len(one.judges)))
    return say("panel", parts="; ".join(parts)) if parts else ""


def values(report: Report) -> dict[str, Any]:
    """Everything that a template of minutes may print."""
    say = Words(report.lang, TEXTS)
    common = shared(report, say("heading"), say)
    place = report.program.documents.place or report.program.venue or say("blank")
    return {
        **common,
        "stage": report.labels.of_stage(report.stage.id),
        "opening": say("opening", day=common["day_in_words"], place=place, program=report.program.title,
                       organizer=report.program.organizer or "-", stage=report.labels.of_stage(report.stage.id)),
        "basis": list(report.spec.basis),
        "funnel": _funnel(report, say),
        "locks": record.locks(report, say),
        "imports": record.imports(report, say),
        "tracks": [_track(report, track, say) for track in report.program.all_tracks],
        "placed": "x" if report.placed else "",
        "notes": notes(report),
        **prizes(report, say),
        "draws": record.draws(report, say),
        "decisions": record.decisions(report, say),
        "ties": record.ties(report, say),
        "pending": list(record.pending(report, say)),
        "per_track": next(record.per_track(report, say), ""),
        "objections": record.objections(report, say),
        "after_window": record.after_window(report, say),
        "panel": _panel(report, say),
        "pool_digest": record.locked_pool(report),
        "record_digest": report.record_text,
        "seed": report.seed,
        "closing": say("closing"),
    }  # fmt: skip


def check(report: Report, form: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the office's template, and that the day is still open."""
    from ikmctl.render.documents.word import template_faults

    faults = template_faults(report, SLOTS, values(report)) if form == "docx" else ()
    return (*faults, *undated(report, "minutes", "minutes"))


def build(report: Report, form: str) -> bytes:
    """The minutes as a Word file (`docx`) or as a page to print (`pdf`)."""
    return letter(report, "minutes", form, values(report), TEXTS)
