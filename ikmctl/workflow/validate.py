"""`validate`: every problem in authored and imported files, and what the rules mean in practice."""

from collections.abc import Collection, Mapping
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Finding, Severity, has_errors
from ikmctl.engine.checks import CHECKS, Inputs
from ikmctl.engine.replay import StageResult, replay
from ikmctl.store.layout import COHORTS, CohortPaths
from ikmctl.workflow.derive import arriving
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.objections import load_objections
from ikmctl.workflow.privacy import CHECK as PRIVACY
from ikmctl.workflow.privacy import scan_repository, scan_texts
from ikmctl.workflow.record_notes import imports_of
from ikmctl.workflow.result import Result
from ikmctl.workflow.stages import next_list

OBJECTIONS: Final = "objections"
"""The check of objections.yaml, which decides nothing by itself."""


class Validated(Struct, frozen=True):
    """One cohort's numbers after validation. `checks` were run."""

    program: str
    participants: int
    tracks: int
    marks: int
    checks: tuple[str, ...]
    errors: int
    warnings: int


def run_checks(cohort: Cohort, only: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """The problems that the named checks find; all checks, and those of corrections, when none is named."""
    inputs = Inputs(cohort.program, cohort.participants, cohort.marks, cohort.decisions, cohort.events, cohort.partners)
    found = [item for name, check in CHECKS.items() if not only or name in only for item in check(inputs)]
    return (*cohort.diagnose(found), *(() if only or not cohort.decisions else _written_corrections(cohort)))


def history(cohort: Cohort, results: Mapping[str, StageResult]) -> tuple[Diagnostic, ...]:
    """What replaying decisions and events finds, such as a rules lock that no longer fits."""
    return arriving(item for result in results.values() for item in cohort.diagnose(result.findings))


def _other_folder(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """A program in a folder of another name: commands find it by the folder, papers and kits name the id."""
    root, own = cohort.paths.root, cohort.program.id
    if root.parent.name != COHORTS or root.name == own:
        return ()
    finding = Finding("IKM672", "program.yaml", ("id",), {"id": own, "folder": root.name}, Severity.WARNING)
    return cohort.diagnose((finding,))


def _unreachable(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """Participants without name or phone number, where the register is on this computer."""
    if not cohort.paths.people.exists():
        return ()
    from ikmctl.workflow.names import people_of, unreachable

    people, _ = people_of(cohort.paths)
    return unreachable(people, {one.number for one in cohort.participants}, shown(cohort.paths.people))


def _written_corrections(cohort: Cohort) -> tuple[Diagnostic, ...]:
    from ikmctl.workflow.corrections import written_corrections

    return written_corrections(cohort)


def _privacy(cohort: Cohort, only: Collection[str]) -> tuple[Diagnostic, ...]:
    """Personal data in the cohort's texts; asked for by name, in everything that git tracks in its folder."""
    synthetic = cohort.program.synthetic
    if PRIVACY in only:
        return scan_repository(cohort.paths.root, synthetic=synthetic) or scan_texts(
            cohort.paths, cohort.texts, synthetic=synthetic
        )
    return () if only else scan_texts(cohort.paths, cohort.texts, synthetic=synthetic)


def run(paths: CohortPaths, only: Collection[str] = ()) -> Result[Validated]:
    """Validate one cohort."""
    names = (*CHECKS, PRIVACY, OBJECTIONS)
    unknown = [name for name in only if name not in names]
    if unknown:
        known = ", ".join(names)
        return Result(
            diagnostics=tuple(Diagnostic("IKM554", params={"found": n, "known": known}) for n in unknown), unusable=True
        )
    cohort, problems = load(paths)
    if cohort is None:
        return Result(diagnostics=problems)
    problems += run_checks(cohort, only)
    problems += () if only else (*_other_folder(cohort), *_unreachable(cohort), *imports_of(cohort)[1])
    problems += _privacy(cohort, only)
    if not only or OBJECTIONS in only:
        problems += load_objections(cohort).diagnostics
    if not only and cohort.participants and not has_errors(problems):
        results = replay(cohort.program, cohort.participants, cohort.marks, cohort.decisions, cohort.events)
        problems += history(cohort, results)
    count = {severity: sum(item.severity is severity for item in problems) for severity in Severity}
    ran = tuple(name for name in names if not only or name in only)
    data = Validated(
        cohort.program.id, len(cohort.participants), len(cohort.program.all_tracks), len(cohort.marks),
        ran, count[Severity.ERROR], count[Severity.WARNING],
    )  # fmt: skip
    ready = cohort.participants and cohort.marks and not data.errors
    return Result(data, problems, next_step=next_list(cohort) if ready else "")
