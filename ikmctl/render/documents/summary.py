"""The summary (ringkasan): one page for a browser that shows a stage in charts and tables. It names nobody.

Participants stand here by number alone, groups below five people are merged, and nothing is fetched.
"""

from collections.abc import Iterator
from typing import Final

from ikmctl.domain.program import Track
from ikmctl.engine.groups import bins_of
from ikmctl.engine.overview import cut_of, scores_of, standings
from ikmctl.render.calendar import day, weekday
from ikmctl.render.charts import SCREEN, Bin, Heading, histogram
from ikmctl.render.documents import summary_texts
from ikmctl.render.documents.committee import panel_part, sensitivity_part, standouts_part
from ikmctl.render.documents.figures import (
    SPREAD,
    decimal,
    funnel_chart,
    funnel_title,
    percent,
    spread,
    spread_chart,
    steps,
    texts_with,
    track_counts,
    value_name,
    women,
)
from ikmctl.render.documents.html import Markup, element, facts, figure, page, paragraph, section, table
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.record import locked_pool
from ikmctl.render.documents.undecided import undecided
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import text

TEXTS: Final = texts_with(summary_texts.TEXTS)


def build(report: Report, form: str) -> bytes:  # noqa: ARG001  # there is one form
    """The page."""
    say = Words(report.lang, TEXTS)
    parts = _of_match(report, say) if report.match else _of_list(report, say)
    return page(report.lang, f"{say('title')}: {report.program.title}", _head(report, say), parts)


def _head(report: Report, say: Words) -> Iterator[Markup]:
    program = report.program
    yield paragraph(", ".join(filter(None, (program.organizer, program.venue))))
    if report.match:
        matched = dict(steps(report))
        yield paragraph(say("lead.match", matched=matched["matched"], members=matched["members"]), "lead")
    else:
        yield paragraph(lead(report, say), "lead")
        for line in undecided(report):
            yield paragraph(line)
    yield paragraph(say("inside"), "note")


def lead(report: Report, say: Words) -> str:
    """The one sentence: how many of how many, and in which state the list is."""
    applied, selected = len(report.evaluation.cards), len(report.selection.selected)
    key = f"lead.{report.status}"
    return say(key, selected=selected, applied=applied, who=say(f"who.{report.program.unit}"))


def _of_list(report: Report, say: Words) -> Iterator[Markup]:
    yield _funnel(report, say)
    yield _tracks(report, say)
    if any(card.key is not None for card in report.evaluation.cards.values()):
        yield section(say("scores"), *_scores(report, say))
    yield from _spreads(report, say)
    if report.evaluation.criteria:
        yield section(say("standouts"), *standouts_part(report, say))
        yield from panel_part(report, say)
        yield section(say("sensitivity"), *sensitivity_part(report, say))
    yield _decisions(report, say)
    yield _proof(report, say)


def _of_match(report: Report, say: Words) -> Iterator[Markup]:
    yield _funnel(report, say)
    yield _lines(report, say)
    yield from _spreads(report, say)
    yield _decisions(report, say)
    yield _proof(report, say)


def _funnel(report: Report, say: Words) -> Markup:
    found, title = steps(report), funnel_title(report, say)
    rows = [(say(key), str(count), percent(count, found[0][1], say)) for key, count in found]
    values = table(title, (say("funnel.step"), say("funnel.people"), say("share")), rows, numeric=(1, 2))
    said = _beside_funnel(report, say)
    return section(title, figure(title, funnel_chart(report, say, SCREEN), values), *map(paragraph, said))


def _beside_funnel(report: Report, say: Words) -> Iterator[str]:
    """Those outside the funnel's steps: pending, out, on reserve."""
    if report.match:
        return
    standing = list(standings(report.evaluation, report.selection).values())
    yield say(
        "beside", ineligible=standing.count("ineligible"), pending=standing.count("pending"),
        reserves=len(report.selection.reserves),
    )  # fmt: skip


def _tracks(report: Report, say: Words) -> Markup:
    sexes = women(report, say)
    heads = [say(key) for key in _TRACK_HEADS]
    rows = []
    for one in track_counts(report):
        quota = say("all") if one.quota is None else str(one.quota)
        numbers = (one.applied, one.eligible, one.pending, quota, one.selected, one.reserves, one.empty)
        rows.append([one.name, *map(str, numbers)])
        if sexes and sexes.by_track:
            rows[-1].append(sexes.by_track.get(one.track, "0"))
    if sexes and sexes.by_track:
        heads.append(say("women.short"))
    whole = table(say("tracks"), heads, rows, numeric=range(1, len(heads)))
    return section(say("tracks"), whole, *(paragraph(sexes.note, "quiet") for _ in "1" if sexes and sexes.note))


_TRACK_HEADS: Final = (
    "track", "applied.short", "eligible.short", "pending.short", "quota", "selected.short", "reserves.short",
    "empty.short",
)  # fmt: skip


def _scores(report: Report, say: Words) -> Iterator[Markup]:
    yield paragraph(say("scores.about"))
    for track in report.program.all_tracks:
        yield from _scores_of(report, track, say)


def _scores_of(report: Report, track: Track, say: Words) -> Iterator[Markup]:
    yield element("h3", track.name)
    found = bins_of(scores_of(report.evaluation, track.id))
    if not found:
        yield paragraph(say("scores.few"))
        return
    cut = cut_of(report.of_track(report.selection.selected, track.id))
    mark = say("cut", score=decimal(cut, 2, report.lang)) if cut is not None else ""
    title = say("scores.title", track=track.name)
    peak = max(found, key=lambda one: one[2])
    bounds = [(decimal(low, 0, report.lang), decimal(high, 0, report.lang), count) for low, high, count in found]
    says = say(
        "scores.says", people=sum(one[2] for one in found), cut=mark or say("cut.none"),
        low=decimal(peak[0], 0, report.lang), high=decimal(peak[1], 0, report.lang), most=peak[2],
    )  # fmt: skip
    heading = Heading(f"scores-{track.id}", title, says)
    drawn = histogram(heading, SCREEN, [Bin(*one) for one in found], cut, mark)
    rows = [(say("class", low=low, high=high), str(count)) for low, high, count in bounds]
    caption = "; ".join(filter(None, (title, mark)))
    yield figure(title, drawn, table(caption, (say("class.head"), say("funnel.people")), rows, numeric=(1,)))


def _spreads(report: Report, say: Words) -> Iterator[Markup]:
    for field in SPREAD:
        changes = spread(report, field)
        if not changes:
            if any(one.fact(field) for one in report.people.values()):
                yield section(say("spread.title", fact=say(field)), paragraph(say("small.all")))
            continue
        was, now = sum(one.before for one in changes), sum(one.after for one in changes)
        rows = [
            (
                value_name(report, field, one, say), str(one.before), percent(one.before, was, say),
                str(one.after), percent(one.after, now, say),
            )
            for one in changes
        ]  # fmt: skip
        title = say("spread.title", fact=say(field))
        heads = (say(field).lower(), say("before"), say("share"), say("after"), say("share"))
        values = table(title, heads, rows, numeric=(1, 2, 3, 4))
        note = (paragraph(say("small"), "quiet"),) if any(len(one.keys) > 1 for one in changes) else ()
        yield section(title, figure(title, spread_chart(report, field, changes, say, SCREEN), values), *note)


def _lines(report: Report, say: Words) -> Markup:
    """Demand lines in numbers, of a stage that matches."""
    firms = {firm.id: firm.name for firm in report.history.partners.firms}
    rows = [
        (
            one.product, firms.get(one.firm, one.firm), str(one.capacity), str(one.candidates), str(one.matched),
            str(one.capacity - one.matched), str(one.gaps),
        )
        for one in (report.match.matching.lines if report.match else ())
    ]  # fmt: skip
    heads = [say(f"line.{key}") for key in ("product", "firm", "capacity", "candidates", "matched", "open", "gaps")]
    return section(say("lines"), table(say("lines"), heads, rows, numeric=(2, 3, 4, 5, 6)))


def _decisions(report: Report, say: Words) -> Markup:
    own = [one for one in report.history.decisions if one.stage == report.stage.id]
    if not own:
        return section(say("decisions"), paragraph(say("decisions.none")))
    rows = [
        (
            day(one.on, report.lang), say(f"do.{one.do}"), one.id or ", ".join(one.ids), one.by, one.reason, one.document,
        )
        for one in own
    ]  # fmt: skip
    heads = [say(f"decision.{key}") for key in ("on", "do", "who", "by", "reason", "document")]
    return section(say("decisions"), table(say("decisions"), heads, rows))


def _proof(report: Report, say: Words) -> Markup:
    pairs = [
        (say("proof.day"), weekday(report.on, report.lang)),
        (say("proof.status"), text(report.lang, f"status.{report.status}")),
        (say("proof.lock"), report.lock_text),
        (say("proof.rules"), report.rules),
        (say("proof.pool"), locked_pool(report)),
    ]
    if not report.match:
        pairs.append((say("proof.result"), report.result))
    if report.lock:
        pairs.insert(3, (say("proof.marks"), str(report.marks_before_lock)))
    if report.decree:
        pairs.insert(2, (say("proof.decree"), report.decree))
    window = report.program.schedule.objection
    if window:
        span = say("proof.span", start=day(window.start, report.lang), end=day(window.end, report.lang))
        pairs.append((say("proof.objection"), span))
    return section(say("proof.title"), facts(pairs), paragraph(say("proof.people"), "quiet"))
