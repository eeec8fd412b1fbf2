"""`score`: eligibility, points and totals of one stage, written as scores.csv."""

from collections import Counter

from msgspec import Struct

from ikmctl.domain.diagnostic import Severity, has_errors
from ikmctl.engine.overview import standings
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import curated_stages, derive, scored_stages
from ikmctl.workflow.load import load
from ikmctl.workflow.record import changes_between
from ikmctl.workflow.result import Result
from ikmctl.workflow.stages import choose_selecting, not_ready, step_to_list
from ikmctl.workflow.tables import Table, scores_table
from ikmctl.workflow.validate import run_checks


class Scored(Struct, frozen=True):
    """One stage's scores: how many stand where, and the table in the order of points."""

    program: str
    stage: str
    participants: int
    eligible: int
    pending: int
    ineligible: int
    gone: int
    """Withdrawn or disqualified, whatever the rules say."""
    table: Table


def run(paths: CohortPaths, stage_id: str | None = None) -> Result[Scored]:
    """Score one stage. Problems of single people do not stop it; errors in rules or data do."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, fault = choose_selecting(cohort.program, stage_id)
    if stage is None:
        return Result(diagnostics=fault, unusable=True)
    problems += tuple(item for item in run_checks(cohort) if item.severity is not Severity.NOTE)
    if has_errors(problems):
        return Result(diagnostics=problems)
    derived = derive(cohort, curated_stages(cohort), scored_stages(cohort) | {stage.id})
    if stage.id not in derived.results:
        return Result(diagnostics=(*problems, not_ready(stage)))
    result = derived.results[stage.id]
    evaluation = result.evaluation
    count = Counter(standings(evaluation, result.selection).values())
    data = Scored(
        cohort.program.id, stage.id, len(evaluation.cards),
        count["eligible"], count["pending"], count["ineligible"], count["gone"],
        scores_table(cohort.program, stage, evaluation),
    )  # fmt: skip
    step = step_to_list(cohort.program, stage)
    return Result(data, problems, changes_between(cohort, cohort, derived), next_step=step)
