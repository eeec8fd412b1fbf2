"""`import`: spreadsheets in, nothing lost, everything explained."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.importing import history, marks, outcomes, partners, people
from ikmctl.workflow.importing.columns import accepted
from ikmctl.workflow.importing.data import Asked, ImportData, ImportOptions
from ikmctl.workflow.importing.headers import known_headers
from ikmctl.workflow.importing.kind import kind_asked, misfits
from ikmctl.workflow.importing.read import Reading, Source, read_sources
from ikmctl.workflow.importing.state import Job, Progress, open_state, silent
from ikmctl.workflow.result import Result

Work: TypeAlias = Callable[[Job, Sequence[Source]], Result[ImportData]]
_YEARS: Final = range(1900, 2100)


def run(
    paths: CohortPaths, files: Sequence[Path], options: ImportOptions, progress: Progress = silent
) -> Result[ImportData]:
    """Plan an import. Nothing is written here: the changes are the caller's to commit.

    Args:
        paths: the cohort.
        files: spreadsheets, in any order; their rows are taken together.
        options: the flags of the command.
        progress: called with rows done and rows in all.
    """
    if options.year is not None and options.year not in _YEARS:
        return Result(diagnostics=(Diagnostic("IKM291", params={"found": options.year}),), unusable=True)
    kind = kind_asked(options)
    state, problems = open_state(paths, (paths.participants,) if kind == "participants" else ())
    if state is None:
        return Result(diagnostics=problems)
    known = known_headers(state.program, kind, options.item or "") | accepted(state, kind)
    sources, faults = read_sources(files, Reading(state.program, options, known))
    if has_errors(faults):
        return Result(diagnostics=(*problems, *faults), unusable=True)
    if wrong := misfits(state, sources, files, options):
        return Result(diagnostics=(*problems, *faults, *wrong), unusable=True)
    job = Job(state, options, known, progress)
    return _dispatch(kind, job, sources, faults)


def _dispatch(kind: Asked, job: Job, sources: Sequence[Source], faults: Sequence[Diagnostic]) -> Result[ImportData]:
    works: dict[Asked, Work] = {
        "participants": people.run,
        "marks": marks.run,
        "outcomes": outcomes.run,
        "partners": partners.run,
        "history": history.run,
    }
    result = works[kind](job, sources)
    return replace(result, diagnostics=(*faults, *result.diagnostics))
