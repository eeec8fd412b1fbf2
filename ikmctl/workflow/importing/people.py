"""`import` of participants: rows to people, numbers given once, public columns worked out."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.participant import Participant, Person
from ikmctl.engine.checks.base import some
from ikmctl.engine.checks.people import trackless
from ikmctl.engine.needs import public_fields
from ikmctl.render.safe import quoted
from ikmctl.store.changes import Changes
from ikmctl.store.ledgers import write_imports
from ikmctl.store.register import number_key, write_people
from ikmctl.store.tables import write_participants
from ikmctl.workflow.importing.answers import settle
from ikmctl.workflow.importing.checks import file_faults, lacking_columns, refusals, with_candidates, with_records
from ikmctl.workflow.importing.columns import remember
from ikmctl.workflow.importing.data import Change, FileReport, ImportData, ImportOptions
from ikmctl.workflow.importing.earlier_aid import helped_years, searched
from ikmctl.workflow.importing.follow import follow
from ikmctl.workflow.importing.identity import identity_of, name_key
from ikmctl.workflow.importing.incoming import Incoming
from ikmctl.workflow.importing.merge import index, match_rows, shared_contacts
from ikmctl.workflow.importing.read import Source
from ikmctl.workflow.importing.register import Arrived, arrive, changes_of, take_out, update
from ikmctl.workflow.importing.rejects import is_rejects, reject_files
from ikmctl.workflow.importing.report import Fate, file_reports, ledger
from ikmctl.workflow.importing.resolve import REMOVED, Resolver, with_labels
from ikmctl.workflow.importing.rows import RowParser, damaged_columns, needed_fields
from ikmctl.workflow.importing.state import Job, State, register_missing
from ikmctl.workflow.load import shown
from ikmctl.workflow.names import unreachable
from ikmctl.workflow.result import Result

_NAMES: Final = ("name", "owner_name", "business_name")


class _Outcome(Struct, frozen=True):
    """Everything that an import of participants comes to, before it is written."""

    people: tuple[Person, ...]
    participants: tuple[Participant, ...]
    arrived: Arrived
    fate: Fate
    changed: tuple[Change, ...]
    absent: tuple[str, ...]
    removed: tuple[str, ...]
    warnings: tuple[Diagnostic, ...]


def run(job: Job, sources: Sequence[Source]) -> Result[ImportData]:
    """Import participants from tables that were already read."""
    faults = register_missing(job.state) + file_faults(job.state, sources)
    notes = job.state.notes + tuple(note for source in sources for note in source.notes)
    if has_errors(faults) or has_errors(notes):
        return Result(diagnostics=(*notes, *faults), unusable=True)
    rows = _parse(job, sources)
    outcome = _work_out(job, sources, rows)
    refused = refusals(job, outcome.changed, outcome.removed, outcome.participants)
    doubts = [one for source in sources for one in damaged_columns(source, _of(source, rows))]
    known = {person.number for person in job.state.people}
    fresh = {row.origin.index for number, row in outcome.arrived.rows.items() if number not in known}
    doubts += [one for source in sources if source.index in fresh for one in lacking_columns(job.state, source)]
    diagnostics = (*notes, *faults, *doubts, *_row_problems(rows, outcome), *outcome.warnings, *refused)
    called = _called(job, outcome.arrived)
    owners = {origin: called.get(number, number) for origin, number in outcome.arrived.owners.items()}
    reports = file_reports(sources, outcome.fate, owners)
    data = _data(job.state, outcome, reports)
    data = replace(data, new=tuple(called.get(number, number) for number in data.new))
    if has_errors(refused):
        return Result(replace(data, refused=True), diagnostics)
    rejects = reject_files(job, sources, with_candidates(job, outcome.fate.rejected))
    after = follow(job.state.cohort, replace(job.state.cohort, participants=outcome.participants))
    data = replace(data, moved=after.moved, rejects=tuple(shown(path) for path, body in rejects.items() if body))
    files = _files(job, sources, outcome, reports) | rejects | dict(after.files)
    private = frozenset({job.state.paths.people, job.state.paths.key, *rejects})
    return Result(
        data,
        (*diagnostics, *after.said),
        Changes(files, private, base=job.state.base),
        next_step=_next(data, job.options),
    )


def _parse(job: Job, sources: Sequence[Source]) -> list[Incoming]:
    needed = needed_fields(job.state.program)
    total = sum(len(source.table.rows) for source in sources)
    rows: list[Incoming] = []
    for source in sources:
        for row in RowParser(job.state.program, source, needed).rows():
            rows.append(row)
            job.progress(len(rows), total)
    return rows


def _of(source: Source, rows: Iterable[Incoming]) -> list[Incoming]:
    return [row for row in rows if row.origin.index == source.index]


def _work_out(job: Job, sources: Sequence[Source], rows: Sequence[Incoming]) -> _Outcome:
    """Rows to people and public facts; only a whole list says that somebody is missing from it."""
    state, program = job.state, job.state.program
    whole = not any(is_rejects(source) for source in sources)
    register = index(state.people, program)
    unknown = _erased(state)
    here = {one.number for one in unknown} | set(register.people)
    matches = match_rows((row for row in rows if not row.faulty), register, program)
    settled = settle((match.key, match.row) for match in matches.found)
    arrived = arrive(settled, matches.found, register.people, program, state.key, taken=here)
    rejected = (*(row for row in rows if row.faulty), *matches.rejected, *settled.rejected)
    outdated = {item.row.origin for item in arrived.outdated}
    kept = tuple(row.origin for row in arrived.rows.values() if row.origin not in outdated)
    erased = [one for one in unknown if one.number not in arrived.rows]
    absent = _absent(state, arrived, _waiting(state, sources, rejected), erased) if whole else ()
    kept_anyway = {one.number for one in erased} & with_records(state.cohort)
    removed = tuple(number for number in absent if number not in kept_anyway) if job.options.allow_removals else ()
    people = take_out(update(register.people, arrived), removed, job.options.on)
    resolver = Resolver(program, helped_years(state, people))
    people = with_labels(people, resolver.columns, erased)
    present = [resolver.participant(person) for person in people if REMOVED not in person.private]
    present += [one for one in erased if one.number not in removed]
    participants = tuple(sorted(present, key=lambda one: number_key(one.number)))
    before = {person.number: person for person in state.cohort.participants}
    newcomers = [row for number, row in arrived.rows.items() if number not in register.people]
    return _Outcome(
        people, participants, arrived, Fate(kept, (*settled.merged, *arrived.outdated), rejected),
        changes_of(before, participants, register.people, people),
        tuple(number for number in absent if number not in removed), removed,
        (
            *shared_contacts(newcomers), *_unknown(state, people, participants, _called(job, arrived)),
            *_told(state, erased, newcomers),
        ),
    )  # fmt: skip


def _called(job: Job, arrived: Arrived) -> Mapping[str, str]:
    """What newcomers are called while their numbers are not known: without an office key each run would give others."""
    if not (job.options.dry_run and job.state.fresh_key):
        return {}
    word = "baris" if job.options.language == "id" else "row"
    known = {person.number for person in job.state.people}
    several = len({row.origin.index for row in arrived.rows.values()}) > 1
    return {
        number: f"{row.origin.file} {word} {row.origin.row}" if several else f"{word} {row.origin.row}"
        for number, row in arrived.rows.items()
        if number not in known
    }


def _erased(state: State) -> tuple[Participant, ...]:
    """Participants without a row in the register, whose private data were erased: their facts stay as they are."""
    known = {person.number for person in state.people}
    return tuple(one for one in state.cohort.participants if one.number not in known) if state.has_register else ()


def _told(state: State, erased: Sequence[Participant], newcomers: Sequence[Incoming]) -> tuple[Diagnostic, ...]:
    """Whoever was erased is not known again: a list that still holds them makes somebody new of them."""
    params: dict[str, Param] = {"count": len(erased), "people": some([one.number for one in erased])}
    place = Where(file=shown(state.paths.people))
    return (Diagnostic("IKM314", place, params, Severity.WARNING),) if erased and newcomers else ()


def _unknown(
    state: State, people: Sequence[Person], participants: Sequence[Participant], called: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Who has no track, name or phone number once everything is in."""
    people = [replace(one, number=called.get(one.number, one.number)) for one in people]
    participants = [replace(one, number=called.get(one.number, one.number)) for one in participants]
    without = trackless(state.program, participants)
    params: dict[str, Param] = {"count": len(without), "people": some(without)}
    place = Where(file=shown(state.paths.participants))
    tracks = (Diagnostic("IKM629", place, params, Severity.WARNING),) if without else ()
    return (*tracks, *unreachable(people, {one.number for one in participants}, shown(state.paths.people)))


def _absent(state: State, arrived: Arrived, waiting: Collection[str], erased: Iterable[Participant]) -> tuple[str, ...]:
    """Known participants in none of the files. Whoever has a rejected row is not absent."""
    known = [person.number for person in state.people if REMOVED not in person.private]
    known += [one.number for one in erased]
    lacking = (number for number in known if number not in arrived.rows and number not in waiting)
    return tuple(sorted(lacking, key=number_key))


def _waiting(state: State, sources: Sequence[Source], rejected: Sequence[Incoming]) -> frozenset[str]:
    """Known people whom a rejected row may mean: its identity may be the very thing that is wrong with it."""
    holders: dict[str, set[str]] = defaultdict(set)
    for person in state.people if rejected else ():
        private = person.private
        for key in (person.number, person.identity, *person.former, private.get("nik"), private.get("phone")):
            holders[key or ""].add(person.number)
        for name in _NAMES:
            holders[name_key(private.get(name, ""))].add(person.number)
    holders.pop("", None)
    lines = {(source.index, row.number): row for source in sources for row in source.table.rows} if holders else {}
    found: set[str] = set()
    for row in rejected:
        line = lines.get((row.origin.index, row.origin.row))
        said = {
            identity_of(state.program, row.values),
            *(row.values.get(name, "") for name in ("number", "nik", "phone")),
        }
        said |= {name_key(cell.value) for cell in line.cells()} if line else set()
        found = found.union(*(holders[key] for key in said & holders.keys()))
    return frozenset(found)


def _row_problems(rows: Sequence[Incoming], outcome: _Outcome) -> list[Diagnostic]:
    """Problems of all rows, each once, in the order of the file."""
    final = {row.origin: row for row in (*rows, *outcome.fate.rejected, *outcome.arrived.rows.values())}
    return [problem for row in final.values() for problem in row.problems]


def _files(
    job: Job, sources: Sequence[Source], outcome: _Outcome, reports: Sequence[FileReport]
) -> dict[Path, bytes | None]:
    """The inputs that an import writes."""
    state = job.state
    fields = [column.id for column in public_fields(state.program)]
    records = ledger(state.records, sources, reports, "participants", job.options, _counted(state, outcome))
    records = searched(records, state, outcome.people, job.options.on)
    files: dict[Path, bytes | None] = {
        state.paths.participants: write_participants(outcome.participants, fields).encode(),
        state.paths.people: write_people(outcome.people).encode(),
        **remember(state, sources, "participants"),
        state.paths.imports: write_imports(records).encode(),
    }
    return files | ({state.paths.key: state.key} if state.fresh_key else {})


def _counted(state: State, outcome: _Outcome) -> Counter[int]:
    """Facts that changed by each file, and people that it added to or took from a locked pool."""
    pool = any(event.event == "lock" and event.what == "pool" for event in state.cohort.events)
    known = {person.number for person in state.cohort.participants}
    numbers = [change.number for change in outcome.changed if not change.private]
    numbers += [number for number in outcome.arrived.rows if pool and number not in known]
    rows = outcome.arrived.rows
    found = Counter(rows[number].origin.index if number in rows else 0 for number in numbers)
    return found + Counter({0: len(outcome.removed)})


def _data(state: State, outcome: _Outcome, reports: tuple[FileReport, ...]) -> ImportData:
    known = {person.number for person in state.cohort.participants}
    different = {change.number for change in outcome.changed}
    arrived = sorted(outcome.arrived.rows)
    return ImportData(
        "participants", reports,
        tuple(number for number in arrived if number not in known), outcome.changed,
        tuple(number for number in arrived if number in known and number not in different),
        outcome.absent, outcome.removed,
    )  # fmt: skip


def _next(data: ImportData, options: ImportOptions) -> str:
    reason = f" --reason {quoted(options.reason)}" if options.reason else ""
    return f"ikmctl import {quoted(data.rejects[0])}{reason}" if data.rejects else "ikmctl validate"
