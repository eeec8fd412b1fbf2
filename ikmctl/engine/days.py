"""Days of the record: what is recorded happened one after the other."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding, Param, Severity
from ikmctl.domain.event import Event
from ikmctl.domain.program import Stage

_FILE: Final = "events.yaml"


def day_faults(stage: Stage, events: Sequence[Event], decisions: Sequence[Decision]) -> Iterator[Finding]:
    """Entries of a day before that of an earlier event: what is recorded happened one after the other.

    Warnings, since a decision may be written down later than it was taken, and nothing that was recorded is taken out.
    """
    latest, seen = date.min, 0
    for index, event in enumerate(events):
        if event.stage != stage.id:
            continue
        yield from _late(stage, decisions, range(seen, event.decisions.count), latest)
        seen = max(seen, event.decisions.count)
        if event.on < latest:
            yield Finding("IKM537", _FILE, (index, "on"), _days(event.on, latest), Severity.WARNING)
        latest = max(latest, event.on)
    yield from _late(stage, decisions, range(seen, len(decisions)), latest)


def refuse_day(events: Sequence[Event], event: Event) -> list[Finding]:
    """What forbids to record an event now: a day before that of the last event of its stage."""
    latest = max((one.on for one in events if one.stage == event.stage), default=date.min)
    return [Finding("IKM537", _FILE, params=_days(event.on, latest))] if event.on < latest else []


def _late(stage: Stage, decisions: Sequence[Decision], between: range, latest: date) -> Iterator[Finding]:
    for index in between[: max(0, len(decisions) - between.start)]:
        if decisions[index].stage == stage.id and decisions[index].on < latest:
            days = _days(decisions[index].on, latest)
            yield Finding("IKM537", "decisions.yaml", (index, "on"), days, Severity.WARNING)


def _days(on: date, latest: date) -> dict[str, Param]:
    return {"on": on.isoformat(), "latest": latest.isoformat()}
