"""Which stage and which track a command speaks of."""

from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.program import Program, Stage
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.load import Cohort, load_program

_DERIVED: Final = ("scores.csv", "shortlist.yaml", "matches.yaml")


def choose_stage(program: Program, named: str | None) -> tuple[Stage | None, tuple[Diagnostic, ...]]:
    """The stage named, or the only one; several without a name give their list, never a guess."""
    known = ", ".join(stage.id for stage in program.stages)
    if named is None:
        if len(program.stages) == 1:
            return program.stages[0], ()
        return None, (Diagnostic("IKM568", params={"known": known}),)
    stage = program.stage(named)
    return stage, () if stage else (Diagnostic("IKM567", params={"found": named, "known": known}),)


def choose_selecting(program: Program, named: str | None) -> tuple[Stage | None, tuple[Diagnostic, ...]]:
    """The same for commands that make a list of people; a stage that matches has none."""
    stage, faults = choose_stage(program, named)
    if stage is not None and stage.kind == "match":
        return None, (Diagnostic("IKM656", params={"stage": stage.id}),)
    return stage, faults


def choose_matching(program: Program, named: str | None) -> tuple[Stage | None, tuple[Diagnostic, ...]]:
    """The stage named, or the only one that matches members with demand lines."""
    matching = [stage for stage in program.stages if stage.kind == "match"]
    if named is None and len(matching) == 1:
        return matching[0], ()
    stage, faults = choose_stage(program, named)
    if not matching or (stage is not None and stage.kind != "match"):
        known = ", ".join(one.id for one in matching)
        return None, (Diagnostic("IKM655", params={"stage": named or "", "known": known}),)
    return stage, faults


def stage_flag(program: Program, stage: str) -> str:
    """What a printed command needs to speak of a stage: nothing where it is the only one."""
    return f" --stage {stage}" if len(program.stages) > 1 else ""


def not_ready(stage: Stage) -> Diagnostic:
    """That a stage cannot be worked out, since the one whose list it takes is not decided."""
    return Diagnostic("IKM566", params={"stage": stage.id, "before": stage.from_stage or ""})


def with_stage_flag(paths: CohortPaths, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The problems; where the program has several stages, each with the flag that the commands of its hint need."""
    told = [(one, str(one.params.get("stage") or _folder(one))) for one in diagnostics]
    if not any(stage for _, stage in told):
        return diagnostics
    read, _, _ = load_program(paths)
    if read is None or read.value is None or len(read.value.stages) == 1:
        return diagnostics
    known = {stage.id: f" --stage {stage.id}" for stage in read.value.stages}
    return tuple(
        replace(one, params={**one.params, "stage_flag": known[stage]}) if stage in known else one
        for one, stage in told
    )


def _folder(one: Diagnostic) -> str:
    """The folder of a derived file, which is named after its stage."""
    file = Path(one.where.file or "")
    return file.parent.name if file.name in _DERIVED else ""


def step_to_list(program: Program, stage: Stage) -> str:
    """The command that makes the list of a stage."""
    return f"ikmctl {'match' if stage.kind == 'match' else 'curate'}{stage_flag(program, stage.id)}"


def next_list(cohort: Cohort) -> str:
    """The command that makes the first list that is not there yet, else the first one anew."""
    ways = (cohort.paths.shortlist, cohort.paths.matches)
    lacking = [stage for stage in cohort.program.stages if not any(way(stage.id).exists() for way in ways)]
    return step_to_list(cohort.program, (lacking or cohort.program.stages)[0])


def strange_stages(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """Events and decisions of a stage that program.yaml does not have (any more): nothing else heeds them."""
    named = {one.stage for one in cohort.events} | {one.stage for one in cohort.decisions}
    if named <= {stage.id for stage in cohort.program.stages}:
        return ()
    from ikmctl.engine.checks import CHECKS, Inputs

    inputs = Inputs(cohort.program, decisions=cohort.decisions, events=cohort.events)
    return cohort.diagnose(tuple(CHECKS["names"](inputs)))


def choose_track(program: Program, named: str | None) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The id of the track that somebody names by its id, its name or one of its other words."""
    spelled = {
        word.casefold(): track.id
        for track in reversed(program.all_tracks)
        for word in (*track.aliases, track.name, track.id)
    }
    if named is None or named.casefold() in spelled:
        return (None if named is None else spelled[named.casefold()]), ()
    from difflib import get_close_matches

    near = next(iter(get_close_matches(named.casefold(), spelled, 1)), "")
    known = ", ".join(track.id for track in program.all_tracks)
    return None, (Diagnostic("IKM569", params={"found": named, "near": spelled.get(near, ""), "known": known}),)
