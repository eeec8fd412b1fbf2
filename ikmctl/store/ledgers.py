"""The ledgers of a cohort: imports.csv, documents.csv and outcomes.csv. A missing file is an empty one."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeVar, get_args

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.document import DocumentRecord
from ikmctl.domain.ledger import ImportKind, ImportRecord
from ikmctl.domain.outcome import Outcome, OutcomeSource
from ikmctl.domain.participant import is_number
from ikmctl.domain.scalars import is_day
from ikmctl.store.csvtext import MAX_REPORTED, write_csv
from ikmctl.store.tablecheck import open_table, repeated, wrong

T = TypeVar("T")

IMPORT_COLUMNS: Final = ("digest", "kind", "rows", "kept", "merged", "rejected", "skipped", "on", "by", "reason")
_CHANGED: Final = "changed"
DOCUMENT_COLUMNS: Final = ("kind", "stage", "number", "on", "result", "file")
OUTCOME_COLUMNS: Final = ("number", "on", "field", "value", "source")
_COUNTS: Final = ("rows", "kept", "merged", "rejected", "skipped")
_COUNT: Final = re.compile(r"(?:0|[1-9][0-9]{0,11})\Z")
_HEX: Final = re.compile(r"[0-9a-f]{64}\Z")


def _read(  # noqa: PLR0913  # a table, its columns, and what a line of it is
    text: str,
    file: str,
    columns: Sequence[str],
    command: str,
    build: Callable[[dict[str, str]], T | str],
    spare: Sequence[str] = (),
) -> tuple[tuple[T, ...], list[Diagnostic]]:
    """Read a ledger; `build` makes one line's value, or names the column that is wrong."""
    if not text:
        return (), []
    sheet, problems = open_table(text, file, columns, command, spare=spare)
    if sheet is None:
        return (), problems
    values: list[T] = []
    for row, cells in enumerate(sheet.rows):
        value = build(dict(zip(sheet.header, cells, strict=True)))
        if not isinstance(value, str):
            values.append(value)
        elif len(problems) < MAX_REPORTED:
            problems.append(wrong(sheet, row, value, command))
    return tuple(values), problems


def read_imports(text: str, file: str) -> tuple[tuple[ImportRecord, ...], list[Diagnostic]]:
    """Read imports.csv: where the rows of each spreadsheet went."""
    return _read(text, file, IMPORT_COLUMNS, "ikmctl import", _import_record, (_CHANGED,))


def _import_record(cells: dict[str, str]) -> ImportRecord | str:
    kind = next((known for known in get_args(ImportKind) if known == cells["kind"]), None)
    if kind is None:
        return "kind"
    if bad := next((name for name in _COUNTS if not _COUNT.match(cells[name])), None):
        return bad
    if not _HEX.match(cells["digest"]):
        return "digest"
    if not is_day(cells["on"]):
        return "on"
    changed = cells.get(_CHANGED, "")
    if changed and not _COUNT.match(changed):
        return _CHANGED
    rows, kept, merged, rejected, skipped = (int(cells[name]) for name in _COUNTS)
    on = date.fromisoformat(cells["on"])
    return ImportRecord(
        cells["digest"], kind, rows, kept, merged, rejected, skipped, on, cells["by"], cells["reason"],
        int(changed) if changed else None,
    )  # fmt: skip


def write_imports(records: Sequence[ImportRecord]) -> str:
    """imports.csv, in the order in which files came in; its last column stands only where something was counted."""
    counted = any(one.changed is not None for one in records)
    return write_csv(
        (*IMPORT_COLUMNS, _CHANGED) if counted else IMPORT_COLUMNS,
        (
            (
                one.digest, one.kind, *(str(getattr(one, name)) for name in _COUNTS),
                one.on.isoformat(), one.by, one.reason,
                *([""] if one.changed is None else [str(one.changed)])[: int(counted)],
            )
            for one in records
        ),
    )  # fmt: skip


def read_documents(text: str, file: str) -> tuple[tuple[DocumentRecord, ...], list[Diagnostic]]:
    """Read documents.csv: official documents and the result that each shows."""
    return _read(text, file, DOCUMENT_COLUMNS, "ikmctl report", _document)


def _document(cells: dict[str, str]) -> DocumentRecord | str:
    if not cells["kind"]:
        return "kind"
    if not is_day(cells["on"]):
        return "on"
    if bad := next((name for name in ("result", "file") if not _HEX.match(cells[name])), None):
        return bad
    on = date.fromisoformat(cells["on"])
    return DocumentRecord(cells["kind"], cells["stage"], cells["number"], on, cells["result"], cells["file"])


def write_documents(records: Sequence[DocumentRecord]) -> str:
    """documents.csv, in the order in which documents were made."""
    return write_csv(
        DOCUMENT_COLUMNS,
        ((one.kind, one.stage, one.number, one.on.isoformat(), one.result, one.file) for one in records),
    )


def read_outcomes(text: str, file: str) -> tuple[tuple[Outcome, ...], list[Diagnostic]]:
    """Read outcomes.csv: what became of participants, one observation a line."""
    values, problems = _read(text, file, OUTCOME_COLUMNS, "ikmctl import", _outcome)
    if problems or len(set(map(_outcome_key, values))) == len(values):
        return values, problems
    sheet, _ = open_table(text, file, OUTCOME_COLUMNS, "")
    return values, [] if sheet is None else repeated(sheet, [_outcome_key(one) for one in values])


def _outcome_key(one: Outcome) -> tuple[str, date, str, str]:
    """A day's observation of one field; several demand lines may reach the same step on a day."""
    return one.number, one.on, one.field, one.value


def _outcome(cells: dict[str, str]) -> Outcome | str:
    source = next((known for known in get_args(OutcomeSource) if known == cells["source"]), None)
    if source is None:
        return "source"
    if not is_number(cells["number"]):
        return "number"
    if not is_day(cells["on"]):
        return "on"
    if (source == "unreached") == bool(cells["field"]):
        return "field"
    return Outcome(cells["number"], date.fromisoformat(cells["on"]), cells["field"], cells["value"], source)


def write_outcomes(outcomes: Sequence[Outcome]) -> str:
    """outcomes.csv, sorted by number, day, field and value."""
    return write_csv(
        OUTCOME_COLUMNS,
        ((one.number, one.on.isoformat(), one.field, one.value, one.source) for one in sorted(outcomes)),
    )
