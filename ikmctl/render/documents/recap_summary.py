"""The first sheet of the recap: state and digests, the funnel of each track, and two charts with their tables."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from ikmctl.engine.overview import standings
from ikmctl.render.calendar import day, rupiah
from ikmctl.render.documents.books import BOLD, CELL, HEAD, WIDE, foot
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.record import locked_pool
from ikmctl.render.documents.words import Words
from ikmctl.xlsx import TITLE, Bars, Book, Sheet, Style

_COUNT: Final = Style(border=True, align="right", valign="vcenter")
_TOTAL: Final = Style(border=True, align="right", valign="vcenter", bold=True)
_STEP: Final = 10
_BINS: Final = 10
_ROWS_OF_CHART: Final = 16
_FUNNEL: Final = ("applied", "ineligible", "pending", "eligible", "withdrawn", "quota", "selected", "reserves", "empty")


def _facts(report: Report, say: Words) -> Iterator[tuple[str, str]]:
    yield say("recap.stage"), report.labels.of_stage(report.stage.id)
    yield say("recap.date"), day(report.on, report.lang)
    yield say("recap.status"), say(f"status.{report.status}")
    if report.decree:
        yield say("recap.decree"), report.decree
    yield say("recap.lock"), report.lock_text
    if report.lock:
        yield say("recap.before"), say("recap.marks", marks=report.marks_before_lock)
    yield say("recap.rules"), report.rules
    yield say("recap.pool"), locked_pool(report)
    yield say("recap.result"), report.result
    if report.record_text:
        yield say("recap.record"), report.record_text
    if report.seed:
        yield say("recap.seed"), report.seed
    if report.selection.undecided:
        among = [", ".join(block.among) for block in report.selection.undecided]
        yield say("recap.undecided"), "; ".join(among)
    if report.stage.awards.tiers:
        ladders = len(report.program.all_tracks) if report.stage.awards.group_by else 1
        prizes = [
            f"{tier.name}: {tier.places * ladders}{f' x {rupiah(tier.amount)}' if tier.amount else ''}"
            for tier in report.stage.awards.tiers
        ]
        yield say("recap.prizes"), "; ".join(prizes)


def _funnel(report: Report, track: str) -> list[int | str]:
    """The counts of one track, in the order of `_FUNNEL`."""
    cards = [one for one in report.evaluation.cards.values() if not report.program.tracks or one.track == track]
    where = standings(report.evaluation, report.selection)
    standing = [
        sum(where[card.number] == word for card in cards) for word in ("ineligible", "pending", "eligible", "gone")
    ]
    quota = _quota(report, track)
    chosen = len(report.of_track(report.selection.selected, track))
    waiting = len(report.of_track(report.selection.reserves, track))
    empty = report.selection.shortfall.get(track, 0) if quota is not None else "-"
    return [len(cards), *standing, "-" if quota is None else quota, chosen, waiting, empty]


def _quota(report: Report, track: str) -> int | None:
    """Seats of a track (none of none): as the last `curate --per-track` said, else as program.yaml says; None where all get in."""
    if not track:
        return 0
    events = [one for one in report.history.events if one.event == "curate" and one.stage == report.stage.id]
    if events and events[-1].per_track:
        return events[-1].per_track
    found = report.program.track(track)
    return report.program.quota_of(report.stage, found).max if found else None


def _sums(lines: Sequence[Sequence[int | str]]) -> list[int | str]:
    columns = list(zip(*lines, strict=True))
    return ["-" if "-" in column else sum(int(value) for value in column) for column in columns]


def _bins(report: Report) -> list[list[int]]:
    """People by score in steps of ten: selected, reserves, others with a score."""
    places = {"selected": 0, "reserve": 1}
    found = [[0, 0, 0] for _ in range(_BINS)]
    for number, card in report.evaluation.cards.items():
        if card.key is not None and number in report.selection.entries:
            step = min(_BINS - 1, int(Fraction(card.key, card.unit) // _STEP))
            found[step][places.get(report.selection.entries[number].result, 2)] += 1
    return found


def summary_sheet(book: Book, report: Report, say: Words) -> None:
    """Facts, funnel, seats, distribution of scores."""
    sheet = book.sheet(say("recap.summary"))
    sheet.cell(0, 0, report.program.title, TITLE)
    facts = list(_facts(report, say))
    for row, (key, value) in enumerate(facts, 2):
        sheet.cell(row, 0, key)
        sheet.cell(row, 1, value)
    row = _funnel_table(sheet, report, say, len(facts) + 3)
    if any(any(line) for line in _bins(report)):
        _distribution(sheet, report, say, row)
    sheet.widths(26, *(16 if key == "withdrawn" else 11 for key in _FUNNEL))  # its longest word is not to be cut
    sheet.page(report.program.documents.paper, footer=foot(report, say))


def _funnel_table(sheet: Sheet, report: Report, say: Words, row: int) -> int:
    sheet.cell(row, 0, say("recap.funnel"), BOLD)
    sheet.row(row + 1, [say("head.track"), *(say(f"head.{key}") for key in _FUNNEL)], HEAD)
    sheet.height(row + 1, 34)
    lines = [_funnel(report, track.id) for track in report.program.all_tracks]
    named = [track.name if report.program.tracks else say("recap.everybody") for track in report.program.all_tracks]
    told, trackless = list(zip(named, lines, strict=True)), _funnel(report, "")
    if report.program.tracks and trackless[0]:
        told.append((say("recap.trackless"), trackless))
    for at, (name, line) in enumerate(told, row + 2):
        sheet.cell(at, 0, name, WIDE)
        sheet.row(at, line, _COUNT, start=1)
    end = row + 2 + len(told)
    if len(told) > 1:
        sheet.cell(end, 0, say("recap.all"), Style(border=True, bold=True))
        sheet.row(end, _sums([line for _, line in told]), _TOTAL, start=1)
        end += 1
    _seats(sheet, report, say, (row, end + 1), lines)
    return end + 1 + _ROWS_OF_CHART + 1


def _seats(
    sheet: Sheet, report: Report, say: Words, rows: tuple[int, int], lines: Sequence[Sequence[int | str]]
) -> None:
    """Quota, selected and reserves of each track, below the table whose title stands in the first of `rows`."""
    at = {key: _FUNNEL.index(key) for key in ("quota", "selected", "reserves")}
    drawn = [1 + place for place in at.values() if all(line[place] != "-" for line in lines)]
    told = "; ".join(
        say("recap.seats.of", track=track.name, **{key: line[place] for key, place in at.items()})
        for track, line in zip(report.program.all_tracks, lines, strict=True)
    )
    title, head = say("recap.seats" if report.program.tracks else "head.quota"), rows[0] + 1
    bars = Bars(title, f"{title}: {told}", head, (head + 1, head + len(lines)), 0, drawn, up=say("recap.people"))
    sheet.chart(rows[1], 0, bars)


def _distribution(sheet: Sheet, report: Report, say: Words, row: int) -> None:
    """How many people scored how much, and who of them is on the list."""
    sheet.cell(row, 0, say("recap.scores"), BOLD)
    sheet.cell(row, 1, say("recap.bin"))
    series = ("selected", "reserves", "others")
    sheet.row(row + 1, [say("head.score"), *(say(f"head.{key}") for key in series)], HEAD)
    bins = _bins(report)
    for at, counts in enumerate(bins):
        low, high = at * _STEP, (at + 1) * _STEP
        label = f"{low}-{high}"
        sheet.cell(row + 2 + at, 0, label, CELL)
        sheet.row(row + 2 + at, counts, _COUNT, start=1)
    told = "; ".join(
        f"{at * _STEP}-{(at + 1) * _STEP}: {sum(counts)}" for at, counts in enumerate(bins) if any(counts)
    )  # fmt: skip
    title = say("recap.scores")
    bars = Bars(
        title, f"{title}: {told}", row + 1, (row + 2, row + 1 + _BINS), 0, (1, 2, 3),
        across=say("head.score"), up=say("recap.people"), stacked=True,
    )  # fmt: skip
    sheet.chart(row + 3 + _BINS, 0, bars)
