"""`match`: members beside demand lines, written as matches.yaml, with what near misses lack."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec import field

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.match import Gap, LineCount, Pair
from ikmctl.domain.program import Stage
from ikmctl.domain.record import Veiled
from ikmctl.engine.matching import MatchResult
from ikmctl.engine.matching.explain import LineExplained, MemberExplained, explain_line, explain_member
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import curated_stages, derive, matched_stages, scored_stages
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.names import names_of
from ikmctl.workflow.record import changes_between
from ikmctl.workflow.record_notes import record_notes
from ikmctl.workflow.result import Note, Result
from ikmctl.workflow.stages import choose_matching, not_ready, stage_flag
from ikmctl.workflow.validate import run_checks


class Matches(Veiled, frozen=True):
    """The pairs of a stage, the lines in numbers, and the gap list."""

    veiled: ClassVar = frozenset({"names"})

    program: str
    stage: str
    rules: str
    pool: str
    members: int
    unnamed: int
    """Members without consent, who appear nowhere else."""
    lines: tuple[LineCount, ...]
    matches: tuple[Pair, ...]
    waiting: tuple[Pair, ...]
    gaps: tuple[Gap, ...]
    in_force: tuple[Note, ...]
    names: Mapping[str, str] = field(default_factory=dict)


def _in_force(stage: Stage) -> tuple[Note, ...]:
    rules = ", ".join(dict.fromkeys(rule.rule for rule in stage.eligibility)) or "-"
    mended = ", ".join(dict.fromkeys(rule.rule for rule in stage.eligibility if rule.severity == "fix"))
    weights = ", ".join(f"{one.id} {one.weight}" for one in stage.criteria) or "-"
    ties = ", ".join(name for name in stage.selection.ties if name != "ticket")
    entry: dict[str, Param] = {"rules": rules, "mended": mended}
    return (
        Note("match.rules", entry),
        Note("rules.points", {"method": stage.method, "weights": weights}),
        Note("match.order", {"ties": ties, "room": str(stage.lines_per_member)}),
    )


def matches_of(cohort: Cohort, stage: Stage, result: MatchResult, names: Mapping[str, str]) -> Matches:
    """Everything that `match` shows."""
    found = result.matching
    return Matches(
        cohort.program.id, stage.id, result.rules, result.pool, found.members, found.unnamed, found.lines,
        found.pairs, found.waiting, found.gaps, _in_force(stage), names,
    )  # fmt: skip


def _open_lines(cohort: Cohort, result: MatchResult) -> tuple[Diagnostic, ...]:
    """Lines that nobody qualifies for: said, never dropped."""
    place = Where(file=shown(cohort.paths.matches(result.stage)))
    return tuple(
        Diagnostic("IKM660", place, {"line": one.line, "firm": one.firm, "gaps": one.gaps}, Severity.WARNING)
        for one in result.matching.lines
        if not one.candidates
    )


def run(paths: CohortPaths, stage_id: str | None = None, *, names: bool = False) -> Result[Matches]:
    """Match the members of one stage. A line without candidates and a member without a line lose nothing."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, faults = choose_matching(cohort.program, stage_id)
    if stage is None:
        return Result(diagnostics=faults, unusable=True)
    if not cohort.partners.lines():
        return Result(diagnostics=(*problems, Diagnostic("IKM650", Where(file=shown(paths.partners)))))
    problems += tuple(item for item in run_checks(cohort) if item.severity is not Severity.NOTE)
    if has_errors(problems):
        return Result(diagnostics=problems)
    derived = derive(cohort, curated_stages(cohort), scored_stages(cohort), matched_stages(cohort) | {stage.id})
    result = derived.matches.get(stage.id)
    if result is None:
        return Result(diagnostics=(*problems, *derived.diagnostics, not_ready(stage)))
    known, unnamed = names_of(paths) if names else ({}, ())
    said = (*problems, *derived.diagnostics, *unnamed, *_open_lines(cohort, result))
    blocked = has_errors(derived.diagnostics)
    changes = None if blocked else changes_between(cohort, cohort, derived)
    data = matches_of(cohort, stage, result, known)
    first = next((one.number for one in (*data.matches, *data.waiting)), "")
    step = f"ikmctl explain {first}{stage_flag(cohort.program, stage.id)}" if first else "ikmctl show participants"
    return Result(data, said, changes, record_notes(cohort, stage.id), next_step=step, failed=blocked)


def explain_subject(
    cohort: Cohort, stage: Stage, subject: str, number: str | None
) -> MemberExplained | LineExplained | None:
    """A member or a demand line of a stage that matches; None where it is neither, or the stage is not open yet."""
    result = derive(cohort, (), ()).matches.get(stage.id)
    if result is None:
        return None
    if number is not None:
        return explain_member(stage, result, cohort.partners, number)
    known = {line.id for _, line in cohort.partners.lines()}
    return explain_line(stage, result, cohort.partners, subject) if subject in known else None
