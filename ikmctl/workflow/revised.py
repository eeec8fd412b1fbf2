"""The revised list: what changed on an announced list after the objection window opened."""

from collections.abc import Mapping

from msgspec import Struct

from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.event import Event
from ikmctl.engine.canonical import result_digest
from ikmctl.engine.compare import Move, moves
from ikmctl.engine.replay import StageResult, replay
from ikmctl.workflow.load import Cohort


class Revised(Struct, frozen=True):
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


def _then(cohort: Cohort, index: int, event: Event) -> Mapping[str, StageResult]:
    """The results as they were when an event was written, with the marks of today."""
    before = cohort.decisions[: event.decisions.count]
    return replay(cohort.program, cohort.participants, cohort.marks, before, cohort.events[: index + 1])


def announcement_faults(cohort: Cohort) -> tuple[Finding, ...]:
    """An announcement whose recorded result does not follow; only where locks hold people and marks still since."""
    faults: list[Finding] = []
    for stage in cohort.program.stages:
        found = _announced(cohort, stage.id)
        locks = [at for at, one in enumerate(cohort.events) if one.event == "lock" and one.stage == stage.id]
        kinds = {cohort.events[at].what for at in locks}
        if found is None or kinds < {"rules", "pool"} or not kinds or max(locks) > found[0]:
            continue
        then = _then(cohort, *found).get(stage.id)
        if then is not None and found[1].result not in (None, result_digest(then.selection)):
            faults.append(Finding("IKM608", "events.yaml", (found[0], "result"), {"stage": stage.id}))
    return tuple(faults)


def _acted_since(cohort: Cohort, index: int, event: Event) -> bool:
    """Whether a decision or an event could have moved anybody; marks of that day are not known any more."""
    later = cohort.events[index + 1 :]
    moving = any(one.stage == event.stage and one.event in ("draw", "void", "curate") for one in later)
    return moving or event.decisions.count < len(cohort.decisions)


def revised(cohort: Cohort, results: Mapping[str, StageResult]) -> tuple[Revised, ...]:
    """For each announced stage whose list is no longer the announced one, who moved."""
    changes: list[Revised] = []
    for stage, result in results.items():
        found = _announced(cohort, stage)
        if found is None or not _acted_since(cohort, *found):
            continue
        event = found[1]
        then = _then(cohort, *found)
        moved = moves(then[stage].selection, result.selection) if stage in then else ()
        if moved:
            changes.append(Revised(stage, event.on.isoformat(), moved))
    return tuple(changes)
