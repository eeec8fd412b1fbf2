"""How every import ends: reports, rejects, ledger, and the one set of changes that is written or not."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.render.safe import quoted
from ikmctl.store.changes import Changes
from ikmctl.workflow.importing.data import ImportData
from ikmctl.workflow.importing.incoming import Incoming
from ikmctl.workflow.importing.read import Source, as_asked
from ikmctl.workflow.importing.rejects import Rejected, reject_files
from ikmctl.workflow.importing.report import Fate, file_reports, tracked
from ikmctl.workflow.importing.state import Job
from ikmctl.workflow.load import shown
from ikmctl.workflow.result import Result


class Ending(Struct, frozen=True):
    """What an import came to: where rows went, what is said, which inputs change, what would come next.

    `refused` keeps everything from being written; `follows` is what the lists would say, which then matters no more.
    """

    fate: Fate
    rejected: tuple[Rejected, ...]
    data: ImportData
    said: tuple[Diagnostic, ...]
    files: Mapping[Path, bytes | None]
    next_step: str
    refused: tuple[Diagnostic, ...] = ()
    private: frozenset[Path] = field(default_factory=frozenset)
    follows: tuple[Diagnostic, ...] = ()
    changed: Mapping[int, int] | None = None
    """Values of each file that needed a reason, by its index."""


def problems_of(rows: Sequence[Incoming], rejected: Sequence[Incoming]) -> tuple[Diagnostic, ...]:
    """What is wrong with rows, each row once, in its last state."""
    final = {row.origin: row.problems for row in (*rows, *rejected)}
    return tuple(item for found in final.values() for item in found)


def finish(job: Job, sources: Sequence[Source], ending: Ending) -> Result[ImportData]:
    """The answer of an import with its changes."""
    reports = file_reports(sources, ending.fate, {})
    data = replace(ending.data, files=reports)
    if has_errors(ending.refused):
        return Result(replace(data, moved=(), refused=True), (*ending.said, *ending.refused))
    rejects = reject_files(job, sources, ending.rejected)
    paths = tuple(shown(path) for path, body in rejects.items() if body)
    said = (*ending.said, *ending.follows, *ending.refused)
    files = {**tracked(job, sources, reports, data.kind, ending.changed), **ending.files, **rejects}
    changes = Changes(files, ending.private | frozenset(rejects), base=job.state.base)
    step = f"ikmctl import {quoted(paths[0])}{as_asked(job.options, data.kind)}" if paths else ending.next_step
    return Result(replace(data, rejects=paths), said, changes, next_step=step)
