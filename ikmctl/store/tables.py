"""The CSV files of a cohort: participants, marks, the import ledger and scores."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, get_args

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.ledger import ImportKind, ImportRecord
from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import POINT, format_fixed
from ikmctl.domain.participant import Participant, is_number
from ikmctl.domain.program import Program
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Selection
from ikmctl.store.cells import EXAMPLES, checker, example
from ikmctl.store.csvtext import MAX_REPORTED, Sheet, read_csv, write_csv
from ikmctl.store.shortlist_file import SCORE_PLACES, because

OWN: Final = ("number", "track", "track_2", "registered_at", "group")
"""Columns of participants.csv that are no fields."""
MARK_COLUMNS: Final = ("number", "mark", "item", "by", "value")
IMPORT_COLUMNS: Final = ("digest", "kind", "rows", "kept", "merged", "rejected", "skipped", "on", "by", "reason")
_COUNTS: Final = ("rows", "kept", "merged", "rejected", "skipped")
_POINT_PLACES: Final = 4
_IMPORT: Final = "ikmctl import"


def read_participants(text: str, file: str, program: Program) -> tuple[tuple[Participant, ...], list[Diagnostic]]:
    """Read participants.csv; every cell is checked against the kind of its field."""
    from ikmctl.engine.needs import public_fields

    sheet, problems = read_csv(text, file, _IMPORT)
    if sheet is None:
        return (), problems
    columns = {column.id: column for column in public_fields(program)}
    problems += _header(sheet, OWN, tuple(columns))
    if any(item.code == "IKM921" for item in problems):
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
    return people, problems + _repeated(sheet, [person.number for person in people])


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


def _header(sheet: Sheet, needed: Sequence[str], known: Sequence[str] = ()) -> list[Diagnostic]:
    """Columns that are missing, repeated, unknown, or not meant for a tracked file."""
    missing = [name for name in (*needed, *known) if name not in sheet.header]
    problems = [
        Diagnostic("IKM921", Where(sheet.file, 1, 1), {"file": sheet.file, "column": name, "command": _IMPORT})
        for name in missing
    ]
    for index, name in enumerate(sheet.header):
        params: dict[str, Param] = {"file": sheet.file, "column": name}
        if name in sheet.header[:index]:
            problems.append(Diagnostic("IKM926", Where(sheet.file, 1, 1), {"found": name, "line": 1}))
        elif name not in needed and name not in known:
            private = name in CATALOGUE and CATALOGUE[name].private
            severity = Severity.ERROR if private else Severity.WARNING
            problems.append(Diagnostic("IKM922", Where(sheet.file, 1, 1), params, severity))
    return problems


def _cells(sheet: Sheet, program: Program, columns: Mapping[str, Any]) -> list[Diagnostic]:
    """Cells that do not hold what their column promises."""
    problems: list[Diagnostic] = []
    for index, name in enumerate(sheet.header):
        good = checker(name, program, columns)
        if good is None:
            continue
        for row, cells in enumerate(sheet.rows):
            if not good(cells[index]) and len(problems) < MAX_REPORTED:
                problems.append(_wrong(sheet, row, name, example(name, program, columns)))
    return problems


def _wrong(sheet: Sheet, row: int, column: str, like: str = "") -> Diagnostic:
    params: dict[str, Param] = {"column": column, "example": like or EXAMPLES.get(column, ""), "command": _IMPORT}
    return Diagnostic("IKM925", Where(sheet.file, sheet.line(row), 1), params)


def _repeated(sheet: Sheet, keys: Sequence[object]) -> list[Diagnostic]:
    """Lines that say again what an earlier line says."""
    if len(set(keys)) == len(keys):
        return []
    first: dict[object, int] = {}
    problems = []
    for row, key in enumerate(keys):
        if first.setdefault(key, row) != row:
            params: dict[str, Param] = {"found": sheet.rows[row][0], "line": sheet.line(first[key])}
            problems.append(Diagnostic("IKM926", Where(sheet.file, sheet.line(row), 1), params))
    return problems[:MAX_REPORTED]


def read_marks(text: str, file: str) -> tuple[tuple[Mark, ...], list[Diagnostic]]:
    """Read marks.csv. What a mark means is for the program to say; here only its form is checked."""
    sheet, problems = read_csv(text, file, _IMPORT)
    if sheet is None:
        return (), problems
    problems += _header(sheet, MARK_COLUMNS)
    if any(item.code == "IKM921" for item in problems):
        return (), problems
    position = [sheet.header.index(name) for name in MARK_COLUMNS]
    if position == [0, 1, 2, 3, 4] and len(sheet.header) == len(MARK_COLUMNS):
        marks = tuple(Mark(*row) for row in sheet.rows)
    else:
        marks = tuple(Mark(*(row[index] for index in position)) for row in sheet.rows)
    blank = [_wrong(sheet, row, "number") for row, mark in enumerate(marks) if not is_number(mark.number)]
    blank += [_wrong(sheet, row, "mark") for row, mark in enumerate(marks) if not mark.mark]
    blank += [_wrong(sheet, row, "value") for row, mark in enumerate(marks) if not mark.value]
    keys = [(mark.number, mark.mark, mark.item, mark.by) for mark in marks]
    return marks, problems + blank[:MAX_REPORTED] + _repeated(sheet, keys)


def write_marks(marks: Sequence[Mark]) -> str:
    """marks.csv, sorted by number, mark, item and judge or session."""
    return write_csv(MARK_COLUMNS, ((m.number, m.mark, m.item, m.by, m.value) for m in sorted(marks)))


def read_imports(text: str, file: str) -> tuple[tuple[ImportRecord, ...], list[Diagnostic]]:
    """Read imports.csv; an empty text is an empty ledger."""
    if not text:
        return (), []
    sheet, problems = read_csv(text, file, _IMPORT)
    if sheet is None:
        return (), problems
    problems += _header(sheet, IMPORT_COLUMNS)
    if any(item.code == "IKM921" for item in problems):
        return (), problems
    records = []
    for row, cells in enumerate(sheet.rows):
        record = _record(dict(zip(sheet.header, cells, strict=True)))
        if isinstance(record, str):
            problems.append(_wrong(sheet, row, record))
        else:
            records.append(record)
    return tuple(records), problems


def _record(cells: dict[str, str]) -> ImportRecord | str:
    """One line of the ledger, or the column that is wrong."""
    kind = next((known for known in get_args(ImportKind) if known == cells["kind"]), None)
    if kind is None:
        return "kind"
    for name in _COUNTS:
        if not (cells[name].isascii() and cells[name].isdigit()):
            return name
    try:
        on = date.fromisoformat(cells["on"])
    except ValueError:
        return "on"
    rows, kept, merged, rejected, skipped = (int(cells[name]) for name in _COUNTS)
    return ImportRecord(
        cells["digest"], kind, rows, kept, merged, rejected, skipped, on, cells["by"], cells["reason"]
    )  # fmt: skip


def write_imports(records: Sequence[ImportRecord]) -> str:
    """imports.csv, in the order in which files came in."""
    return write_csv(
        IMPORT_COLUMNS,
        (
            (
                one.digest, one.kind, *(str(getattr(one, name)) for name in _COUNTS),
                one.on.isoformat(), one.by, one.reason,
            )
            for one in records
        ),
    )  # fmt: skip


def write_scores(evaluation: Evaluation, selection: Selection | None) -> str:
    """<stage>/scores.csv: by number; result and reason stay blank until somebody has curated."""
    header = ("number", "track", "eligible", "reasons", *evaluation.criteria, "key", "score", "result", "because")
    cards = sorted(evaluation.cards.values(), key=lambda card: card.number)
    return write_csv(header, (_score_line(card, evaluation.criteria, selection) for card in cards))


def _score_line(card: ScoreCard, criteria: Sequence[str], selection: Selection | None) -> tuple[str, ...]:
    eligible = {"eligible": "true", "ineligible": "false", "pending": "pending"}[card.standing]
    points = (card.points.get(name) for name in criteria)
    written = (
        "" if one is None or one.points is None else format_fixed(one.points, POINT, _POINT_PLACES) for one in points
    )
    key = "" if card.key is None else str(card.key)
    score = "" if card.key is None else format_fixed(card.key, card.unit, SCORE_PLACES)
    entry = None if selection is None else selection.entries.get(card.number)
    outcome = ("", "") if entry is None else (entry.result, because(entry))
    return (card.number, card.track, eligible, "|".join(_reasons(card)), *written, key, score, *outcome)


def _reasons(card: ScoreCard) -> list[str]:
    """Ids of the rules and criteria that keep somebody out or waiting, each once."""
    rules = [verdict.rule for verdict in card.verdicts if verdict.outcome != "met"]
    criteria = [
        name
        for name, one in card.points.items()
        if one.failed is not None or (one.missing is not None and one.points is None)
    ]
    return list(dict.fromkeys([*rules, *criteria]))


def read_table(text: str, file: str) -> list[dict[str, str]]:
    """Any table of ours as one dict per row; a table that cannot be read is empty."""
    sheet, _ = read_csv(text, file, "")
    return [] if sheet is None else [dict(zip(sheet.header, row, strict=True)) for row in sheet.rows]
