"""Tables that `show` and `score` print: plain rows of text, with column keys that `render` translates."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from ikmctl.domain.numbers import POINT, format_fixed, separating_places
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Selection
from ikmctl.engine.overview import standings
from ikmctl.workflow.listing import Listing
from ikmctl.workflow.load import Cohort


class Table(Struct, frozen=True):
    """One table. `columns` are keys; `numeric` names those that are set flush right.

    In columns of `awaited` an empty cell is something that has not arrived.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[str] = frozenset()
    awaited: frozenset[str] = frozenset()


_TRACK: Final = frozenset(("track",))
_GAPS: Final = {"missing.track": "track", "missing.order": "order"}
"""What a person as a whole may lack, and the key of program.yaml that asks for it."""


def _by_points(program: Program, evaluation: Evaluation) -> list[ScoreCard]:
    place = {track.id: index for index, track in enumerate(program.all_tracks)}
    return sorted(
        evaluation.cards.values(),
        key=lambda card: (
            place.get(card.track, len(place)),
            card.standing != "eligible",
            -(card.key or 0),
            card.number,
        ),
    )


def score_texts(scores: list[tuple[int, int]]) -> list[str]:
    """Scores with as many decimals (two to six) as set different neighbours apart."""
    places = separating_places(scores)
    return [format_fixed(key, unit, places) for key, unit in scores]


def scores_table(program: Program, stage: Stage, evaluation: Evaluation) -> Table:
    """Standing, points per criterion and total of everybody, best first within each track."""
    cards = _by_points(program, evaluation)
    totals = iter(score_texts([(card.key, card.unit) for card in cards if card.key is not None]))
    rows = tuple(
        (
            card.track, card.number, card.standing,
            *(_points(card, criterion) for criterion in evaluation.criteria),
            next(totals) if card.key is not None else "-",
        )
        for card in cards
    )  # fmt: skip
    columns = ("track", "id", "standing", *evaluation.criteria, "score")
    return Table(f"scores {stage.id}", columns, rows, frozenset((*evaluation.criteria, "score")), _TRACK)


def _points(card: ScoreCard, criterion: str) -> str:
    points = card.points.get(criterion)
    return "-" if points is None or points.points is None else format_fixed(points.points, POINT, 2)


def participants_table(cohort: Cohort) -> Table:
    """Everybody imported, with the public facts."""
    facts = sorted({name for person in cohort.participants for name in person.facts})
    rows = tuple(
        (person.number, person.track, *(person.facts.get(name, "") for name in facts)) for person in cohort.participants
    )
    awaited = _TRACK if cohort.program.tracks else frozenset[str]()
    return Table("participants", ("id", "track", *facts), rows, awaited=awaited)


def marks_table(cohort: Cohort) -> Table:
    """Every mark as it lies in marks.csv."""
    rows = tuple((mark.number, mark.mark, mark.item, mark.by, mark.value) for mark in cohort.marks)
    return Table("marks", ("id", "mark", "item", "by", "value"), rows, frozenset(("value",)))


def shortlist_table(listing: Listing) -> Table:
    """Selected and reserves in final order, with the prize where the stage has prizes."""
    entries = (*listing.selected, *listing.reserves)
    scores = iter(score_texts([(entry.key, entry.unit) for entry in entries if entry.key is not None]))
    prizes = any(entry.tier for entry in entries)
    rows = tuple(
        (
            entry.track, entry.result, entry.number,
            next(scores) if entry.key is not None else "-",
            " ".join(filter(None, (entry.because.value, entry.detail))),
            *((entry.tier or "-",) if prizes else ()),
        )
        for entry in entries
    )  # fmt: skip
    columns = ("track", "result", "id", "score", "because", *(("tier",) if prizes else ()))
    return Table(f"shortlist {listing.stage}", columns, rows, frozenset(("score",)))


def quotas_table(listing: Listing) -> Table:
    """Seats of each track: quota, selected, reserves, empty, and while any does, those that wait."""
    waits = any(count.waiting for count in listing.tracks)
    rows = tuple(
        (
            count.track, str(count.applied), str(count.eligible), str(count.pending),
            "all" if count.quota is None else str(count.quota),
            str(count.selected), str(count.reserves), str(count.empty),
            *((str(count.waiting),) if waits else ()),
        )
        for count in listing.tracks
    )  # fmt: skip
    seats = ("quota", "selected", "reserves", "empty", *(("waiting",) if waits else ()))
    columns = ("track", "applied", "eligible", "pending", *seats)
    return Table("quotas", columns, rows, frozenset(columns[1:]), _TRACK)


def pending_table(evaluation: Evaluation, selection: Selection) -> Table:
    """Pending people: what is missing, and whether they could still reach the line.

    That is looked at for each person alone, so it is not sure while a tie is open or seats are empty: then it hangs
    on other people as well.
    """
    tie = any(block.place == "selected" for block in selection.undecided)
    full = not (tie or selection.shortfall or selection.infeasible or selection.unknown)
    able, unable = "unsure" if tie else "yes", "no" if full else "unsure"
    where, rows = standings(evaluation, selection), []
    for number, card in sorted(evaluation.cards.items()):
        if where[number] == "pending":
            rules = [verdict.rule for verdict in card.verdicts if verdict.outcome == "pending"]
            waits = [points.criterion for points in card.points.values() if points.missing is not None]
            waits += [_GAPS[reason.key] for reason in card.reasons if reason.key in _GAPS]
            rows.append(
                (card.track, number, ", ".join((*rules, *waits)), able if number in selection.pending else unable)
            )
    return Table("pending", ("track", "id", "missing", "reachable"), tuple(rows), awaited=_TRACK)


def with_names(table: Table, names: Mapping[str, str]) -> Table:
    """The same table with a column of names behind the number; names come from `private/` alone."""
    at = table.columns.index("id") + 1
    columns = (*table.columns[:at], "name", *table.columns[at:])
    rows = tuple((*row[:at], names.get(row[at - 1], ""), *row[at:]) for row in table.rows)
    return Table(table.name, columns, rows, table.numeric, table.awaited)
