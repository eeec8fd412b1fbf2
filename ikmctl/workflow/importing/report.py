"""Where every row went: the report of each file and its line in imports.csv."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.ledger import ImportKind, ImportRecord, with_record
from ikmctl.store.ledgers import write_imports
from ikmctl.workflow.importing.columns import remember
from ikmctl.workflow.importing.data import FileReport, ImportOptions, RowNote
from ikmctl.workflow.importing.incoming import Incoming, Merged, Origin
from ikmctl.workflow.importing.read import Source, to_confirm, unknown_headers
from ikmctl.workflow.importing.state import Job


class Fate(Struct, frozen=True):
    """Where the rows of all files went. `into` names the participant of a merged row, by its origin."""

    kept: tuple[Origin, ...]
    merged: tuple[Merged, ...] = ()
    rejected: tuple[Incoming, ...] = ()
    blank: tuple[Origin, ...] = ()
    """Rows of a list of marks in which nothing is filled in yet."""


def file_reports(sources: Sequence[Source], fate: Fate, owners: Mapping[Origin, str]) -> tuple[FileReport, ...]:
    """One report a file, in the order in which they were named."""
    return tuple(_report(source, fate, owners) for source in sources)


def _report(source: Source, fate: Fate, owners: Mapping[Origin, str]) -> FileReport:
    merged = [item for item in fate.merged if item.row.origin.index == source.index]
    rejected = [row for row in fate.rejected if row.origin.index == source.index]
    table = source.table
    skipped = [RowNote(row.number, row.why) for row in table.skipped]
    skipped += [RowNote(origin.row, "blank") for origin in fate.blank if origin.index == source.index]
    return FileReport(
        source.name, table.grid.sheet, table.header_row, table.read,
        sum(1 for origin in fate.kept if origin.index == source.index),
        len(merged), len(rejected), len(skipped),
        source.taken(), unknown_headers(source), to_confirm(source),
        tuple(sorted(skipped, key=lambda note: note.row)),
        tuple(RowNote(one.row.origin.row, one.why, owners.get(one.into, "")) for one in merged),
        tuple(RowNote(row.origin.row, codes(row)) for row in sorted(rejected, key=lambda row: row.origin)),
    )  # fmt: skip


def codes(row: Incoming) -> str:
    """The codes of what keeps a row out, each once."""
    return ", ".join(dict.fromkeys(item.code for item in row.problems if item.severity is Severity.ERROR))


def tracked(
    job: Job,
    sources: Sequence[Source],
    reports: Iterable[FileReport],
    kind: ImportKind,
    changed: Mapping[int, int] | None = None,
) -> dict[Path, bytes | None]:
    """What every import writes beside its data: the ledger, and the columns that were confirmed."""
    records = ledger(job.state.records, sources, reports, kind, job.options, changed)
    return {
        job.state.paths.imports: write_imports(records).encode(),
        **remember(job.state, sources, kind),
    }


def ledger(  # noqa: PLR0913  # all that a line of the ledger says
    records: tuple[ImportRecord, ...],
    sources: Sequence[Source],
    reports: Iterable[FileReport],
    kind: ImportKind,
    options: ImportOptions,
    changed: Mapping[int, int] | None = None,
) -> tuple[ImportRecord, ...]:
    """The ledger with one line more for each file; a row that went nowhere would be a bug.

    `changed` are the values of each file that needed the reason, where they were counted.
    """
    for source, report in zip(sources, reports, strict=True):
        record = ImportRecord(
            source.digest, kind, report.rows, report.kept, report.merged, report.rejected, report.skipped,
            options.on, options.by, options.reason,
            changed.get(source.index, 0) if changed is not None and options.reason else None,
        )  # fmt: skip
        if not record.balanced():
            raise AssertionError(record)
        records = with_record(records, record)
    return records
