"""`show`: participants, marks, scores, shortlist, quotas, panel and pending people as tables."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import derive
from ikmctl.workflow.listing import list_stage
from ikmctl.workflow.load import Cohort, load
from ikmctl.workflow.names import names_of
from ikmctl.workflow.record_notes import record_notes
from ikmctl.workflow.result import Note, Result
from ikmctl.workflow.stages import choose_selecting, choose_track, not_ready
from ikmctl.workflow.tables import (
    Table,
    marks_table,
    participants_table,
    pending_table,
    quotas_table,
    scores_table,
    shortlist_table,
    with_names,
)

KINDS: Final = ("participants", "marks", "scores", "shortlist", "quotas", "pending")


class ShowOptions(Struct, frozen=True):
    """The flags of `show`."""

    kind: str
    track: str | None = None
    stage: str | None = None
    names: bool = False


def _stage_table(cohort: Cohort, kind: str, stage_id: str | None) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    stage, fault = choose_selecting(cohort.program, stage_id)
    if stage is None:
        return None, fault
    derived = derive(cohort, (), ())
    result = derived.results.get(stage.id)
    if result is None:
        return None, (not_ready(stage),)
    if kind == "scores":
        return scores_table(cohort.program, stage, result.evaluation), ()
    if kind == "pending":
        return pending_table(result.evaluation, result.selection), ()
    listing = list_stage(cohort.program, stage, result)
    return (shortlist_table(listing) if kind == "shortlist" else quotas_table(listing)), ()


def _only_track(table: Table, track: str | None) -> Table:
    if track is None or "track" not in table.columns:
        return table
    at = table.columns.index("track")
    return replace(table, rows=tuple(row for row in table.rows if row[at] == track))


def _notes(cohort: Cohort, options: ShowOptions) -> tuple[Note, ...]:
    """Tables that follow from the rules of a stage say what its record holds."""
    stage, _ = choose_selecting(cohort.program, options.stage)
    told = stage is not None and options.kind in ("scores", "shortlist", "quotas")
    return record_notes(cohort, stage.id) if stage and told else ()


def run(paths: CohortPaths, options: ShowOptions) -> Result[Table]:
    """One table of a cohort."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    track, unknown = choose_track(cohort.program, options.track)
    if unknown:
        return Result(diagnostics=unknown, unusable=True)
    table: Table | None
    faults: tuple[Diagnostic, ...] = ()
    if options.kind in ("participants", "marks"):
        table = (participants_table if options.kind == "participants" else marks_table)(cohort)
    else:
        table, faults = _stage_table(cohort, options.kind, options.stage)
    if table is None:
        return Result(diagnostics=(*problems, *faults), unusable=True)
    table = _only_track(table, track)
    if options.names:
        names, found = names_of(paths)
        problems += found
        table = with_names(table, names) if "id" in table.columns else table
    return Result(table, problems, notes=_notes(cohort, options))
