"""The whole result of one stage."""

from typing import ClassVar

from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.event import Status
from ikmctl.domain.participant import Participant
from ikmctl.domain.record import Veiled
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Selection
from ikmctl.engine.selection.given import Given


class StageResult(Veiled, frozen=True):
    """One stage: scores, list, state, and the digests of what it follows from."""

    veiled: ClassVar = frozenset({"given", "people"})

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
    given: Given | None = None
    """The inputs of the walk, for questions such as what would have happened otherwise."""
    people: tuple[Participant, ...] = ()
    """Who takes part in the stage, before its corrections: the people whose digest the pool is."""

    @property
    def as_seen(self) -> tuple[Participant, ...]:
        """The same people with the facts that decisions corrected, with which a stage that follows goes on."""
        return tuple(self.given.people.values()) if self.given else self.people
