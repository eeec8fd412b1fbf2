"""What the committee asks about its own work: what sets the selected apart, how judges agree, how firm the line is."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from ikmctl.engine.evaluate import desk_for
from ikmctl.engine.groups import LEAST
from ikmctl.engine.overview import standouts
from ikmctl.engine.panel_reports import panel_reports
from ikmctl.engine.scoring.sensitivity import Sensitivity, sensitivity
from ikmctl.engine.selection import run as select
from ikmctl.render.charts import SCREEN, Bar, Dot, Heading, bars, dots
from ikmctl.render.documents.figures import decimal
from ikmctl.render.documents.html import Markup, figure, paragraph, section, table
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words

TRIALS: Final = 50
"""Shifts of the weights that are tried."""
_MOST_NEAR: Final = 30
"""People near the line who are shown."""


def standouts_part(report: Report, say: Words) -> Iterator[Markup]:
    """Mean points of each criterion among the selected and the others."""
    found = standouts(report.evaluation, report.selection)
    if not found:
        yield paragraph(say("standouts.few"))
        return
    weights = {one.id: one.weight for one in report.stage.criteria}
    drawn, rows = [], []
    for one in found:
        texts = decimal(one.others, 1, report.lang), decimal(one.selected, 1, report.lang)
        name = report.labels.criterion(one.criterion)
        drawn.append(Bar(name, (one.others, one.selected), texts))
        apart = decimal(one.selected - one.others, 1, report.lang)
        rows.append((name, str(weights[one.criterion]), texts[1], texts[0], apart))
    most = max(found, key=lambda one: one.selected - one.others)
    says = say(
        "standouts.says",
        criterion=report.labels.criterion(most.criterion),
        apart=decimal(most.selected - most.others, 1, report.lang),
    )
    title = say("standouts.title")
    heading = Heading("standouts", title, says)
    heads = (say("criterion"), say("weight"), say("selected"), say("others.short"), say("apart"))
    values = table(title, heads, rows, numeric=(1, 2, 3, 4))
    chart = bars(heading, SCREEN, drawn, (say("others.short"), say("selected")))
    yield figure(title, chart, values)
    yield paragraph(says)


def panel_part(report: Report, say: Words) -> Iterator[Markup]:
    """How the judges agree, and how each marks; nothing where nobody judged."""
    if report.given is None:
        return
    people = tuple(report.given.people.values())
    desk = desk_for(report.program, report.stage, people, report.marks)
    found = [one for one in panel_reports(desk, report.stage.id, people) if one.people >= LEAST]
    if not found:
        return
    names = {track.id: track.name for track in report.program.all_tracks}

    def value(number: object) -> str:
        return decimal(Fraction(number), 2, report.lang) if isinstance(number, Fraction | Decimal) else "-"

    agreement = [
        (
            report.labels.mark(one.mark), ", ".join(names.get(track, track) for track in one.tracks), str(one.people), str(one.complete),
            value(one.concordance.w if one.concordance else None),
            value(one.correlation.average if one.correlation else None), value(one.alpha),
        )
        for one in found
    ]  # fmt: skip
    judges = [
        (
            line.judge, report.labels.mark(one.mark), str(line.marks),
            value(line.mean), value(line.spread), value(line.severity),
        )
        for one in found
        for line in one.judges
    ]  # fmt: skip
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


def sensitivity_part(report: Report, say: Words) -> Iterator[Markup]:
    """Who near the line stays selected under shifted weights."""
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
        track = names[entries[number].track]
        dots_.append(Dot(f"{number} {track}" if len(names) > 1 else number, share, now, words))
        rows.append((number, track, say("in" if now else "out"), words))
    title = say("sensitivity.title")
    heading = Heading("sensitivity", title, say("sensitivity.says", count=len(rows), trials=TRIALS))
    heads = (say("number.head"), say("track"), say("now"), say("stays"))
    values = table(title, heads, rows, numeric=(3,))
    yield figure(title, dots(heading, SCREEN, dots_, (say("in"), say("out"))), values)
    yield paragraph(say("sensitivity.limits"), "quiet")
