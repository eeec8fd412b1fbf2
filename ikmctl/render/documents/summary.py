"""The summary (ringkasan): one page for a browser that shows a stage in charts and tables. It names nobody.

Participants stand here by number alone, groups below five people are merged, and nothing is fetched.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ikmctl.domain.numbers import POINT
from ikmctl.domain.program import Track
from ikmctl.engine.groups import LEAST, bins_of
from ikmctl.engine.overview import cut_of, scores_of, standouts
from ikmctl.engine.scoring.sensitivity import Sensitivity, sensitivity
from ikmctl.engine.selection import run as select
from ikmctl.render.calendar import day, weekday
from ikmctl.render.charts import SCREEN, Bar, Bin, Dot, Heading, bars, dots, histogram
from ikmctl.render.documents import summary_texts
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
from ikmctl.render.documents.html import Markup, facts, figure, page, paragraph, section, table
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import lock
from ikmctl.render.documents.undecided import undecided
from ikmctl.render.documents.words import Words
from ikmctl.render.messages.lookup import text

TEXTS: Final = texts_with(summary_texts.TEXTS)
TRIALS: Final = 50
"""Shifts of the weights that are tried."""
_MOST_NEAR: Final = 30
"""People near the line who are shown."""


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
        yield section(say("standouts"), *_standouts(report, say))
        yield from _panel(report, say)
        yield section(say("sensitivity"), *_sensitivity(report, say))
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
    standing = [card.standing for card in report.evaluation.cards.values()]
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
    from ikmctl.render.documents.html import element

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


def _standouts(report: Report, say: Words) -> Iterator[Markup]:
    found = standouts(report.evaluation, report.selection)
    if not found:
        yield paragraph(say("standouts.few"))
        return
    weights = {one.id: one.weight for one in report.stage.criteria}
    drawn, rows = [], []
    for one in found:
        texts = decimal(one.others, 1, report.lang), decimal(one.selected, 1, report.lang)
        drawn.append(Bar(one.criterion, (one.others, one.selected), texts))
        apart = decimal(one.selected - one.others, 1, report.lang)
        rows.append((one.criterion, str(weights[one.criterion]), texts[1], texts[0], apart))
    most = max(found, key=lambda one: one.selected - one.others)
    says = say("standouts.says", criterion=most.criterion, apart=decimal(most.selected - most.others, 1, report.lang))
    title = say("standouts.title")
    heading = Heading("standouts", title, says)
    heads = (say("criterion"), say("weight"), say("selected"), say("others.short"), say("apart"))
    values = table(title, heads, rows, numeric=(1, 2, 3, 4))
    chart = bars(heading, SCREEN, drawn, (say("others.short"), say("selected")))
    yield figure(title, chart, values)
    yield paragraph(says)


def _panel(report: Report, say: Words) -> Iterator[Markup]:
    from ikmctl.engine.evaluate import desk_for
    from ikmctl.engine.panel_reports import panel_reports

    if report.given is None:
        return
    people = tuple(report.given.people.values())
    desk = desk_for(report.program, report.stage, people, report.history.marks)
    found = [one for one in panel_reports(desk, report.stage.id, people) if one.people >= LEAST]
    if not found:
        return
    names = {track.id: track.name for track in report.program.all_tracks}

    def value(number: object) -> str:
        from decimal import Decimal
        from fractions import Fraction

        return decimal(Fraction(number), 2, report.lang) if isinstance(number, Fraction | Decimal) else "-"

    agreement = [
        (
            one.mark, ", ".join(names.get(track, track) for track in one.tracks), str(one.people), str(one.complete),
            value(one.concordance.w if one.concordance else None),
            value(one.correlation.average if one.correlation else None), value(one.alpha),
        )
        for one in found
    ]  # fmt: skip
    judges = [
        (line.judge, one.mark, str(line.marks), value(line.mean), value(line.spread), value(line.severity))
        for one in found
        for line in one.judges
    ]
    heads = [say(f"panel.{key}") for key in ("mark", "tracks", "people", "complete", "w", "icc", "alpha")]
    own = [say(f"panel.{key}") for key in ("judge", "mark", "marks", "mean", "spread", "severity")]
    yield section(
        say("panel"), paragraph(say("panel.about")),
        table(say("panel.agreement"), heads, agreement, numeric=(2, 3, 4, 5, 6)),
        table(say("panel.judges"), own, judges, numeric=(2, 3, 4, 5)),
    )  # fmt: skip


def near_the_line(report: Report) -> Sensitivity | None:
    """Who stays selected under shifted weights, as `score --sensitivity` works it out."""
    if report.given is None or not report.selection.selected or len(report.stage.criteria) == 1:
        return None
    given = report.given
    return sensitivity(
        report.program.id, report.stage, report.evaluation, TRIALS,
        lambda other: [entry.number for entry in select(replace(given, evaluation=other)).selected],
    )  # fmt: skip


def _sensitivity(report: Report, say: Words) -> Iterator[Markup]:
    found = near_the_line(report)
    if found is None:
        yield paragraph(say("sensitivity.no"))
        return
    yield paragraph(say("sensitivity.about", trials=TRIALS))
    shaky = [number for number, share in found.shares.items() if share != 1 or number not in found.selected]
    if not shaky:
        yield paragraph(say("sensitivity.firm"))
        return
    order = [track.id for track in report.program.all_tracks]
    entries = report.selection.entries
    shaky.sort(key=lambda number: (order.index(entries[number].track), -found.shares[number], number))
    shown = sorted(shaky, key=lambda number: (abs(2 * found.shares[number] - 1), number))[:_MOST_NEAR]
    names = {track.id: track.name for track in report.program.all_tracks}
    dots_, rows = [], []
    for number in [one for one in shaky if one in shown]:
        share, now = found.shares[number], number in found.selected
        words = say("percent", share=decimal(share * 100, 0, report.lang))
        dots_.append(Dot(f"{number} {names[entries[number].track]}", share, now, words))
        rows.append((number, names[entries[number].track], say("in" if now else "out"), words))
    title = say("sensitivity.title")
    heading = Heading("sensitivity", title, say("sensitivity.says", count=len(rows), trials=TRIALS))
    heads = (say("number.head"), say("track"), say("now"), say("stays"))
    values = table(title, heads, rows, numeric=(3,))
    yield figure(title, dots(heading, SCREEN, dots_, (say("in"), say("out"))), values)
    yield paragraph(say("sensitivity.limits"), "quiet")


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
            one.on.isoformat(), say(f"do.{one.do}"), one.id or ", ".join(one.ids), one.by, one.reason, one.document,
        )
        for one in own
    ]  # fmt: skip
    heads = [say(f"decision.{key}") for key in ("on", "do", "who", "by", "reason", "document")]
    return section(say("decisions"), table(say("decisions"), heads, rows))


def _proof(report: Report, say: Words) -> Markup:
    pairs = [
        (say("proof.day"), weekday(report.on, report.lang)),
        (say("proof.status"), text(report.lang, f"status.{report.status}")),
        (say("proof.lock"), lock(report, say)),
        (say("proof.rules"), report.rules),
        (say("proof.pool"), report.pool),
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
