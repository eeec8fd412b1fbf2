"""The monitoring page: what became of people after the program, in numbers alone; groups below five are merged."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from ikmctl.domain.numbers import round_half_up
from ikmctl.engine.follow_up import STEPS, Compared, FollowUp, State
from ikmctl.engine.groups import LEAST, count_rows, rows_of
from ikmctl.render.calendar import day, weekday
from ikmctl.render.charts import SCREEN, Bar, Heading, bars
from ikmctl.render.documents.html import Markup, facts, figure, page, paragraph, section, table
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Texts, Words

_STATES: Final[tuple[State, ...]] = ("up", "same", "down", "unknown", "stopped", "unreached", "silent")
_SIZES: Final = ("micro", "small", "medium", "large")
_MOVES: Final = ("rose", "same", "fell")

TEXTS: Final[Texts] = {
    "id": {
        "title": "Pemantauan sesudah program",
        "lead": "{people} orang dipantau sesudah {since}; {up} naik kelas.",
        "lead.few": "{people} orang dipantau sesudah {since}.",
        "nothing": "Belum ada data sesudah program. Masukkan dengan: ikmctl import FILE.xlsx --as outcomes",
        "nobody": "Tidak ada orang yang dipantau.",
        "inside": "Halaman ini hanya memuat jumlah. Kelompok kurang dari lima orang digabung.",
        "states": "Keadaan sekarang",
        "states.says": "Terbanyak: {first}, {count} dari {people} orang.",
        "state": "keadaan",
        "people": "orang",
        "share": "bagian",
        "percent": "{share} %",
        "state.up": "naik kelas",
        "state.same": "kelas tetap",
        "state.down": "turun kelas",
        "state.unknown": "kelas tidak diketahui",
        "state.stopped": "berhenti",
        "state.unreached": "tidak terhubungi",
        "state.silent": "belum ada kabar",
        "sizes": "Kelas usaha sebelum dan sesudah",
        "sizes.about": "Kelas menurut PP 7/2021, hanya orang yang kelasnya diketahui pada kedua waktu ({people} orang).",
        "sizes.says": "Jumlah orang di tiap kelas sebelum dan sesudah program.",
        "size": "kelas",
        "size.micro": "mikro",
        "size.small": "kecil",
        "size.medium": "menengah",
        "size.large": "besar",
        "before": "sebelum",
        "after": "sesudah",
        "fields": "Yang ditanyakan sebelum dan sesudah",
        "field": "isian",
        "field.turnover": "omzet setahun (golongan)",
        "field.workers": "tenaga kerja",
        "field.licences": "izin",
        "known.before": "diketahui sebelum",
        "known.after": "diketahui sesudah",
        "moves": "perubahan",
        "move.rose": "naik",
        "move.same": "tetap",
        "move.fell": "turun",
        "moved": "{names} {count}",
        "few": "kurang dari lima",
        "steps": "Langkah kemitraan",
        "step": "langkah",
        "step.meeting": "temu bisnis",
        "step.sample": "sampel",
        "step.contract": "kontrak",
        "pairs": "anggota pada suatu kebutuhan",
        "declared": "{share} % data sesudah program adalah pengakuan sendiri ({declared} dari {observations}).",
        "all.small": "Semua kelompok berisi kurang dari lima orang, jadi tidak dirinci.",
        "about": "Tentang halaman ini",
        "made": "Dibuat",
        "since": "Hari terakhir program",
        "rules": "Sidik aturan",
    },
    "en": {
        "title": "Monitoring after the program",
        "lead": "{people} people are followed after {since}; {up} moved up a class.",
        "lead.few": "{people} people are followed after {since}.",
        "nothing": "Nothing is known after the program yet. Bring it in with: ikmctl import FILE.xlsx --as outcomes",
        "nobody": "Nobody is followed.",
        "inside": "This page shows counts alone. Groups of fewer than five people are merged.",
        "states": "How they are now",
        "states.says": "Most: {first}, {count} of {people} people.",
        "state": "state",
        "people": "people",
        "share": "share",
        "percent": "{share} %",
        "state.up": "moved up a class",
        "state.same": "same class",
        "state.down": "moved down a class",
        "state.unknown": "class unknown",
        "state.stopped": "stopped",
        "state.unreached": "not reached",
        "state.silent": "nothing heard",
        "sizes": "Size of business before and after",
        "sizes.about": "Classes of PP 7/2021, only people whose class is known at both times ({people} people).",
        "sizes.says": "People in each class before and after the program.",
        "size": "class",
        "size.micro": "micro",
        "size.small": "small",
        "size.medium": "medium",
        "size.large": "large",
        "before": "before",
        "after": "after",
        "fields": "What was asked before and after",
        "field": "field",
        "field.turnover": "yearly sales (band)",
        "field.workers": "workers",
        "field.licences": "licences",
        "known.before": "known before",
        "known.after": "known after",
        "moves": "change",
        "move.rose": "rose",
        "move.same": "same",
        "move.fell": "fell",
        "moved": "{names} {count}",
        "few": "fewer than five",
        "steps": "Steps of partnerships",
        "step": "step",
        "step.meeting": "meeting",
        "step.sample": "sample",
        "step.contract": "contract",
        "pairs": "members on a demand line",
        "declared": "{share} % of what is known after the program is self-declared ({declared} of {observations}).",
        "all.small": "All groups have fewer than five people, so they are not shown.",
        "about": "About this page",
        "made": "Made",
        "since": "Last day of the program",
        "rules": "Rules digest",
    },
}  # fmt: skip


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The page."""
    say, follow = Words(report.lang, TEXTS), report.follow
    if follow is None:
        raise AssertionError("the kind says that it needs the follow-up")
    head = [
        paragraph(report.program.organizer),
        paragraph(_lead(follow, say), "lead"),
        paragraph(say("inside"), "note"),
    ]
    return page(report.lang, f"{say('title')}: {report.program.title}", head, _parts(report, follow, say))


def _lead(follow: FollowUp, say: Words) -> str:
    if not follow.people:
        return say("nobody")
    since, up = day(follow.since, say.lang), follow.count("up")
    few = 0 < up < LEAST or not follow.observations
    key = "lead.few" if few else "lead"
    return say(key, people=len(follow.people), since=since, up=up)


def _parts(report: Report, follow: FollowUp, say: Words) -> Iterator[Markup]:
    if not follow.observations:
        yield paragraph(say("nothing"))
    elif follow.people:
        yield section(say("states"), *_states(follow, say))
        yield section(say("sizes"), *_sizes(follow, say))
        yield section(say("fields"), _fields(follow, say))
        if follow.steps:
            yield section(say("steps"), _steps(follow, say))
        share = round_half_up(Fraction(follow.self_declared, follow.observations), 100)
        yield paragraph(say("declared", share=share, declared=follow.self_declared, observations=follow.observations))
    pairs = (
        (say("made"), weekday(report.on, report.lang)), (say("since"), day(follow.since, report.lang)),
        (say("rules"), report.rules),
    )  # fmt: skip
    yield section(say("about"), facts(pairs))


def _states(follow: FollowUp, say: Words) -> Iterator[Markup]:
    counts: dict[str, int] = {state: follow.count(state) for state in _STATES}
    found = [(keys, sum(counts[key] for key in keys)) for keys in count_rows(counts)]
    if not found:
        yield paragraph(say("all.small"))
        return
    people = len(follow.people)
    lines = [(", ".join(say(f"state.{key}") for key in keys), count) for keys, count in found]
    first, most = max(lines, key=lambda line: line[1])
    heading = Heading("states", say("states"), say("states.says", first=first, count=most, people=people))
    drawn = bars(heading, SCREEN, [Bar(name, (Fraction(count),), (str(count),)) for name, count in lines])
    rows = [
        (name, str(count), say("percent", share=round_half_up(Fraction(count, people), 100))) for name, count in lines
    ]
    yield figure(
        say("states"), drawn, table(say("states"), [say("state"), say("people"), say("share")], rows, numeric=(1, 2))
    )


def _sizes(follow: FollowUp, say: Words) -> Iterator[Markup]:
    known = [one for one in follow.people if one.size_before and one.size_after]
    counts = {
        size: {
            "before": sum(one.size_before == size for one in known),
            "after": sum(one.size_after == size for one in known),
        }
        for size in _SIZES
        if any(size in (one.size_before, one.size_after) for one in known)
    }
    rows = [
        (
            ", ".join(say(f"size.{key}") for key in keys),
            sum(counts[key]["before"] for key in keys),
            sum(counts[key]["after"] for key in keys),
        )
        for keys in rows_of(counts)
    ]
    if not rows or not known:
        yield paragraph(say("all.small"))
        return
    yield paragraph(say("sizes.about", people=len(known)))
    heading = Heading("sizes", say("sizes"), say("sizes.says"))
    drawn = [Bar(name, (Fraction(was), Fraction(now)), (str(was), str(now))) for name, was, now in rows]
    values = table(
        say("sizes"), [say("size"), say("before"), say("after")],
        [(name, str(was), str(now)) for name, was, now in rows], numeric=(1, 2),
    )  # fmt: skip
    yield figure(say("sizes"), bars(heading, SCREEN, drawn, (say("before"), say("after"))), values)


def _fields(follow: FollowUp, say: Words) -> Markup:
    rows = [
        (say(f"field.{one.field}"), _count(one.before, say), _count(one.after, say), _moves(one, say))
        for one in follow.fields
    ]
    heads = [say(key) for key in ("field", "known.before", "known.after", "moves")]
    return table(say("fields"), heads, rows, numeric=(1, 2))


def _count(count: int, say: Words) -> str:
    return say("few") if 0 < count < LEAST else str(count)


def _moves(one: Compared, say: Words) -> str:
    """How one field moved; movements of few people stand together."""
    counts: Mapping[str, int] = {"rose": one.rose, "same": one.same, "fell": one.fell}
    if not any(counts.values()):
        return "-"
    found = [
        (" / ".join(say(f"move.{key}") for key in keys), sum(counts[key] for key in keys))
        for keys in count_rows(counts)
    ]
    return "; ".join(say("moved", names=names, count=count) for names, count in found) or say("few")


def _steps(follow: FollowUp, say: Words) -> Markup:
    """Each step over all demand lines."""
    totals = [(step, sum(count for _, name, count in follow.steps if name == step)) for step in STEPS]
    rows = [(say(f"step.{step}"), _count(count, say)) for step, count in totals]
    return table(say("steps"), [say("step"), say("pairs")], rows, numeric=(1,))
