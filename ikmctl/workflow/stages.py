"""Which stage a command speaks of."""

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.program import Program, Stage


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
