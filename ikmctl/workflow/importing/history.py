"""`import --as history`: old lists of people who were trained or helped, kept under the office key alone.

history.csv knows a person only by a keyed digest of the NIK. Participants whose program asks for earlier
aid are looked up at once, and the ledger says which lists were searched.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Where, has_errors
from ikmctl.domain.participant import Participant
from ikmctl.engine.needs import public_fields
from ikmctl.sheets.fields import FIELDS, FieldContext, fold
from ikmctl.sheets.table import Row
from ikmctl.store.ledgers import write_imports
from ikmctl.store.register import Helped, mac_of, write_history
from ikmctl.store.tables import write_participants
from ikmctl.workflow.importing.checks import refusals
from ikmctl.workflow.importing.data import ImportData
from ikmctl.workflow.importing.earlier_aid import search, searched
from ikmctl.workflow.importing.finish import Ending, finish, problems_of
from ikmctl.workflow.importing.follow import follow
from ikmctl.workflow.importing.incoming import Incoming, Merged, Origin
from ikmctl.workflow.importing.read import Source
from ikmctl.workflow.importing.rejects import Rejected
from ikmctl.workflow.importing.report import Fate, file_reports, ledger
from ikmctl.workflow.importing.state import Job, State
from ikmctl.workflow.importing.words import HELP_KIND, HELP_YEAR
from ikmctl.workflow.result import Result

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}\Z")
_DEFAULT_KIND: Final = "training"


class _Read(Struct, frozen=True):
    """One row of an old list, once it is understood."""

    row: Incoming
    line: Helped | None = None


def run(job: Job, sources: Sequence[Source]) -> Result[ImportData]:
    """Import old lists, and look the present participants up in them."""
    faults = _faults(job, sources)
    notes = job.state.notes + tuple(note for source in sources for note in source.notes)
    if has_errors(faults) or has_errors(notes):
        return Result(diagnostics=(*notes, *faults), unusable=True)
    rows = [one for source in sources for one in _read(job, source)]
    fate, lines = _settle(rows)
    history = tuple(sorted({*job.state.history, *lines}))
    records = ledger(job.state.records, sources, file_reports(sources, fate, {}), "history", job.options)
    state = replace(job.state, history=history, records=records)
    participants, changed = search(state)
    after = follow(state.cohort, replace(state.cohort, participants=participants))
    told = (*notes, *faults, *problems_of([one.row for one in rows], ()), *after.said)
    rejected = tuple(Rejected(row) for row in fate.rejected)
    files = {**_files(state, participants, job), **after.files}
    return finish(job, sources, Ending(
        fate, rejected, ImportData("history", changed=changed, moved=after.moved), told, files, "ikmctl status",
        refusals(job, changed, (), participants), frozenset({state.paths.history, state.paths.key}),
    ))  # fmt: skip


def _faults(job: Job, sources: Sequence[Source]) -> tuple[Diagnostic, ...]:
    """Old lists need the NIK, a year and a name; without them nobody could say later what was searched."""
    found = []
    for source in sources:
        place = source.where(f"A{source.table.header_row}")
        if source.column("nik") is None:
            headers = ", ".join(f"`{column.header}`" for column in source.table.columns if column.header)
            found.append(Diagnostic("IKM350", place, {"headers": headers}))
        if source.column(HELP_YEAR) is None and job.options.year is None:
            found.append(Diagnostic("IKM351", place))
    if not job.options.list_name:
        found.append(Diagnostic("IKM352", Where(sources[0].name)))
    return tuple(found)


def _read(job: Job, source: Source) -> Iterable[_Read]:
    for row in source.table.rows:
        origin = Origin(source.index, source.name, source.table.grid.sheet, row.number)
        if fault := source.table.faults.get(row.number):
            yield _Read(Incoming(origin, problems=(fault,)))
        else:
            yield _read_row(job, source, row, origin)


def _read_row(job: Job, source: Source, row: Row, origin: Origin) -> _Read:
    column = source.matched.fields["nik"]
    cell = row.cell(column.index)
    place = source.where(cell.address)
    parsed = FIELDS["nik"](cell, FieldContext(job.state.program.as_of, private=True))
    problems = [item.at(place, column.header) for item in parsed.problems]
    year = _year(job, source, row)
    if parsed.value is None and not problems:
        problems.append(Diagnostic("IKM301", place, {"fields": "nik"}))
    if year is None:
        at = source.matched.fields[HELP_YEAR]
        problems.append(Diagnostic("IKM353", source.where(row.cell(at.index).address), {"field": at.header}))
    incoming = Incoming(origin, problems=tuple(problems))
    if incoming.faulty or parsed.value is None or year is None:
        return _Read(incoming)
    kind_at = source.column(HELP_KIND)
    kind = fold(row.cell(kind_at.index).value) if kind_at else ""
    name, on = job.options.list_name, job.options.on.isoformat()
    known = next((one.on for one in job.state.history if one.list == name), on)
    mac = mac_of(job.state.key, parsed.value)
    return _Read(incoming, Helped(mac, name, year, kind or _DEFAULT_KIND, name, known))


def _year(job: Job, source: Source, row: Row) -> int | None:
    column = source.column(HELP_YEAR)
    cell = row.cell(column.index) if column else None
    if cell is None or cell.blank:
        return job.options.year
    text = cell.value[:4] if cell.kind == "date" else cell.value.strip()
    return int(text) if _YEAR.match(text) else None


def _settle(rows: Iterable[_Read]) -> tuple[Fate, set[Helped]]:
    """Each person, year and kind of a list once; repeats are merged."""
    first: dict[Helped, Origin] = {}
    kept, merged, rejected = [], [], []
    for one in rows:
        if one.line is None:
            rejected.append(one.row)
        elif one.line in first:
            merged.append(Merged(one.row, first[one.line], "repeat"))
        else:
            first[one.line] = one.row.origin
            kept.append(one.row.origin)
    return Fate(tuple(kept), tuple(merged), tuple(rejected)), set(first)


def _files(state: State, participants: Sequence[Participant], job: Job) -> dict[Path, bytes | None]:
    files: dict[Path, bytes | None] = {
        state.paths.history: write_history(state.history).encode(),
        state.paths.imports: write_imports(searched(state.records, state, state.people, job.options.on)).encode(),
    }
    if participants:
        fields = [column.id for column in public_fields(state.program)]
        files[state.paths.participants] = write_participants(participants, fields).encode()
    return files | ({state.paths.key: job.state.key} if job.state.fresh_key else {})
