"""Faults of the recorded acts: what no command writes, and what does not follow from the rest of the record."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ikmctl.domain.diagnostic import Finding, Param
from ikmctl.domain.event import Event
from ikmctl.domain.program import Program, Stage
from ikmctl.engine.canonical import ENGINE
from ikmctl.engine.states import Standing
from ikmctl.engine.tickets import public_value, seed

_FILE: Final = "events.yaml"


def event_faults(program: Program, stage: Stage, events: Sequence[Event], digests: Mapping[int, str]) -> list[Finding]:
    """What is wrong in the recorded events of a stage. `digests` are those of decisions.yaml by number of entries."""
    found: list[Finding] = []
    standing = Standing()
    for index, event in enumerate(events):
        if event.stage != stage.id:
            continue
        found += _out_of_turn(standing, index, event)
        if digests.get(event.decisions.count) != event.decisions.digest:
            found.append(Finding("IKM508", _FILE, (index, "decisions"), {"count": event.decisions.count}))
        if event.engine is not None and event.engine != ENGINE:
            found.append(Finding("IKM514", _FILE, (index, "engine"), {"found": event.engine, "known": ENGINE}))
        if event.event == "draw" and not event.lots:
            found += _draw_faults(program, standing, index, event)
        standing = standing.after(event)
    return found


def _draw_faults(program: Program, standing: Standing, index: int, event: Event) -> list[Finding]:
    rules = standing.rules.rules if standing.rules else None
    pool = standing.pool.pool if standing.pool else None
    value = public_value(event.value or "")
    if rules is None or pool is None:
        what = "rules" if rules is None else "pool"
        return [Finding("IKM519", _FILE, (index,), {"what": what, "stage": event.stage})]
    if value is None or seed(program.id, event.stage, rules, pool, value) != event.seed:
        return [Finding("IKM511", _FILE, (index, "seed"), {"stage": event.stage})]
    told = {"rules": (event.rules, rules), "pool": (event.pool, pool)}
    wrong = [name for name, (said, locked) in told.items() if said not in (None, locked)]
    return [Finding("IKM511", _FILE, (index, name), {"stage": event.stage}) for name in wrong]


def _out_of_turn(standing: Standing, index: int, event: Event) -> Iterator[Finding]:
    """An act that every command refuses where it stands, so that it came, or what it needs went, by hand."""
    back, decided = event.event == "reopen", standing.status == "decided"
    why = {
        "decided": decided and not back and event.event != "curate",
        "open": back and not decided,
        "drawn": event.event == "draw" and not event.lots and standing.draw is not None,
        "undrawn": event.event == "void" and not standing.settled,
    }
    if any(why.values()):
        told: dict[str, Param] = {key: "yes" if holds else "" for key, holds in why.items()}
        told |= {"act": event.event, "stage": event.stage, "on": event.on.isoformat()}
        yield Finding("IKM544", _FILE, (index, "event"), told)
