"""The revised list: what changed on an announced list after the objection window opened."""

from collections.abc import Mapping
from dataclasses import dataclass

from ikmctl.domain.event import Event
from ikmctl.engine.compare import Move, moves
from ikmctl.engine.replay import StageResult, replay
from ikmctl.workflow.load import Cohort


@dataclass(frozen=True, slots=True)
class Revised:
    """Changes after the announcement (perubahan setelah masa sanggah) of one stage."""

    stage: str
    announced: str
    moves: tuple[Move, ...]


def _announced(cohort: Cohort, stage: str) -> tuple[int, Event] | None:
    """The announcement in force: the latest that no `reopen` took back."""
    found = None
    for index, event in enumerate(cohort.events):
        if event.stage == stage and event.event == "announce":
            found = (index, event)
        if event.stage == stage and event.event == "reopen":
            found = None
    return found


def revised(cohort: Cohort, results: Mapping[str, StageResult]) -> tuple[Revised, ...]:
    """For each announced stage whose list is no longer the announced one, who moved."""
    changes: list[Revised] = []
    for stage, result in results.items():
        found = _announced(cohort, stage)
        if found is None or found[1].decisions.count >= len(cohort.decisions):
            continue
        index, event = found
        then = replay(
            cohort.program,
            cohort.participants,
            cohort.marks,
            cohort.decisions[: event.decisions.count],
            cohort.events[: index + 1],
        )
        moved = moves(then[stage].selection, result.selection) if stage in then else ()
        if moved:
            changes.append(Revised(stage, event.on.isoformat(), moved))
    return tuple(changes)
