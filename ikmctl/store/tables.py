"""The big tables of a cohort: participants and marks, which import writes, and scores, which follow."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, Final

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import POINT, format_fixed
from ikmctl.domain.participant import Participant, is_number
from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Entry, Selection
from ikmctl.store.cells import checker, example
from ikmctl.store.csvtext import MAX_REPORTED, Sheet, read_csv, write_csv
from ikmctl.store.shortlist_file import SCORE_PLACES, because
from ikmctl.store.tablecheck import open_table, repeated, wrong

OWN: Final = ("number", "track", "track_2", "registered_at", "group")
"""Columns of participants.csv that are no fields."""
MARK_COLUMNS: Final = ("number", "mark", "item", "by", "value")
_POINT_PLACES: Final = 4
_ELIGIBLE: Final = {"eligible": "true", "ineligible": "false", "pending": "pending"}
_IMPORT: Final = "ikmctl import"


def read_participants(text: str, file: str, program: Program) -> tuple[tuple[Participant, ...], list[Diagnostic]]:
    """Read participants.csv; every cell is checked against the kind of its field."""
    from ikmctl.engine.needs import public_fields

    columns = {column.id: column for column in public_fields(program)}
    sheet, problems = open_table(text, file, OWN, _IMPORT, tuple(columns))
    if sheet is None:
        return (), problems
    problems += _cells(sheet, program, columns)
    number, track, track_2, moment, group = (sheet.header.index(name) for name in OWN)
    facts = [(name, index) for index, name in enumerate(sheet.header) if name in columns]
    people = tuple(
        Participant(
            row[number], row[track], row[track_2], row[moment], row[group],
            {name: row[index] for name, index in facts if row[index]},
        )
        for row in sheet.rows
    )  # fmt: skip
    return people, problems + repeated(sheet, [person.number for person in people])


def write_participants(participants: Sequence[Participant], field_ids: Sequence[str]) -> str:
    """participants.csv: by number, the columns of `field_ids` behind those that everybody has."""
    ordered = sorted(participants, key=lambda person: person.number)
    return write_csv(
        (*OWN, *field_ids),
        (
            (
                person.number, person.track, person.track_2, person.registered_at, person.group,
                *(person.facts.get(name, "") for name in field_ids),
            )
            for person in ordered
        ),
    )  # fmt: skip


def _cells(sheet: Sheet, program: Program, columns: Mapping[str, Any]) -> list[Diagnostic]:
    """Cells that do not hold what their column promises."""
    problems: list[Diagnostic] = []
    for index, name in enumerate(sheet.header):
        good = checker(name, program, columns)
        if good is None:
            continue
        # a column has few different values: each is looked at once
        bad = {cell for cell in {cells[index] for cells in sheet.rows} if not good(cell)}
        if bad:
            like = example(name, program, columns)
            rows = (row for row, cells in enumerate(sheet.rows) if cells[index] in bad)
            problems += [wrong(sheet, row, name, _IMPORT, like) for row in islice(rows, MAX_REPORTED)]
    return problems[:MAX_REPORTED]


def read_marks(text: str, file: str) -> tuple[tuple[Mark, ...], list[Diagnostic]]:
    """Read marks.csv. What a mark means is for the program to say; here only its form is checked."""
    sheet, problems = open_table(text, file, MARK_COLUMNS, _IMPORT)
    if sheet is None:
        return (), problems
    position = [sheet.header.index(name) for name in MARK_COLUMNS]
    if position == [0, 1, 2, 3, 4] and len(sheet.header) == len(MARK_COLUMNS):
        marks = tuple(map(Mark._make, sheet.rows))
    else:
        marks = tuple(Mark._make([row[index] for index in position]) for row in sheet.rows)
    problems += [wrong(sheet, row, column, _IMPORT) for row, column in islice(_faults(marks), MAX_REPORTED)]
    return marks, problems + repeated(sheet, [mark[:-1] for mark in marks])


def _faults(marks: Sequence[Mark]) -> Iterator[tuple[int, str]]:
    """Rows and columns of marks that cannot be right."""
    numbers = {number for number in {mark.number for mark in marks} if not is_number(number)}
    if not numbers and all(mark.mark and mark.value for mark in marks):
        return
    for row, mark in enumerate(marks):
        if mark.number in numbers:
            yield row, "number"
        if not mark.mark:
            yield row, "mark"
        if not mark.value:
            yield row, "value"


def write_marks(marks: Sequence[Mark]) -> str:
    """marks.csv, sorted by number, mark, item and judge or session."""
    return write_csv(MARK_COLUMNS, sorted(marks))


def write_scores(evaluation: Evaluation, selection: Selection | None) -> str:
    """<stage>/scores.csv: by number; result and reason stay blank until somebody has curated."""
    header = ("number", "track", "eligible", "reasons", *evaluation.criteria, "key", "score", "result", "because")
    entries = {} if selection is None else selection.entries
    cards = sorted(evaluation.cards.values(), key=attrgetter("number"))
    return write_csv(header, (_score_line(card, evaluation.criteria, entries.get(card.number)) for card in cards))


def _score_line(card: ScoreCard, criteria: Sequence[str], entry: Entry | None) -> tuple[str, ...]:
    points = [card.points.get(name) for name in criteria]
    written = [
        "" if one is None or one.points is None else format_fixed(one.points, POINT, _POINT_PLACES) for one in points
    ]
    key, score = ("", "") if card.key is None else (str(card.key), format_fixed(card.key, card.unit, SCORE_PLACES))
    outcome = ("", "") if entry is None else (entry.result, because(entry))
    return (card.number, card.track, _ELIGIBLE[card.standing], "|".join(card.causes), *written, key, score, *outcome)


def read_table(text: str, file: str) -> list[dict[str, str]]:
    """Any table of ours as one dict per row; a table that cannot be read is empty."""
    sheet, _ = read_csv(text, file, "")
    return [] if sheet is None else [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]
