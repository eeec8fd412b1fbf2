"""The whole result of one stage."""

from dataclasses import dataclass, field

from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.event import Status
from ikmctl.domain.participant import Participant
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Selection
from ikmctl.engine.selection.given import Given


@dataclass(frozen=True)
class StageResult:
    """One stage: scores, list, state, and the digests of what it follows from."""

    stage: str
    evaluation: Evaluation
    selection: Selection
    status: Status
    rules: str
    pool: str
    per_track: int | None = None
    accept_pending: tuple[str, ...] = ()
    seed: str | None = None
    findings: tuple[Finding, ...] = ()
    given: Given | None = field(default=None, repr=False)
    """The inputs of the walk, for questions such as what would have happened otherwise."""
    people: tuple[Participant, ...] = field(default=(), repr=False)
    """Who takes part in the stage, before corrections: the people whose digest the pool is."""
