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
