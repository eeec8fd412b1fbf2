"""States of a list and what events may follow: proposed, announced, decided; locks and draws."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Finding, Param, Severity
from ikmctl.domain.event import Event, Status
from ikmctl.domain.program import Program, Stage
from ikmctl.engine.canonical import result_digest
from ikmctl.engine.result import StageResult
from ikmctl.engine.tickets import public_value, seed

_FILE = "events.yaml"

ENOUGH: Final = 10
"""Characters of a public value from which on nobody works out all outcomes beforehand."""


class Standing(Struct, frozen=True):
    """What the events of one stage amount to. `at` are their indexes in events.yaml, by kind."""

    status: Status = "proposed"
    announced: Event | None = None
    """The latest announcement that no `reopen` took back."""
    finalized: Event | None = None
    rules: Event | None = None
    pool: Event | None = None
    draw: Event | None = None
    lots: tuple[tuple[int, Event], ...] = ()
    per_track: int | None = None
    accept_pending: tuple[str, ...] = ()
    settled: tuple[Event, ...] = ()
    """Draws in force, by value or by lots, the latest last."""
    reopened: bool = False

    @property
    def frozen(self) -> int | None:
        """How many decisions stood when the list was finalized; None while it is not."""
        return self.finalized.decisions.count if self.finalized else None

    @property
    def seed(self) -> str | None:
        """Z of the draw in force."""
        return self.draw.seed if self.draw else None

    def after(self, event: Event) -> "Standing":
        """The standing once `event` has happened; the last case is `reopen`."""
        match event.event:
            case "lock":
                return replace(self, rules=event) if event.what == "rules" else replace(self, pool=event)
            case "draw" | "void":
                kept = (*self.settled, event) if event.event == "draw" else self.settled[:-1]
                values = [one for one in kept if not one.lots]
                return replace(self, settled=kept, draw=values[-1] if values else None)
            case "curate":
                return replace(self, per_track=event.per_track, accept_pending=event.accept_pending)
            case "announce":
                return replace(self, status="announced", announced=event)
            case "finalize":
                return replace(self, status="decided", finalized=event)
            case _:
                return replace(self, status="proposed", announced=None, finalized=None, reopened=True)


def standing_of(events: Iterable[Event], stage: str) -> Standing:
    """Fold the events of one stage."""
    standing = Standing()
    for event in events:
        if event.stage == stage:
            standing = standing.after(event)
    return standing


def result_of(result: StageResult) -> str:
    """Digest of a stage's result."""
    return result_digest(result.selection)


def _refuse(code: str, **params: Param) -> list[Finding]:
    return [Finding(code, _FILE, params=params)]


def refuse_lock(events: Sequence[Event], event: Event, people: int) -> list[Finding]:
    """What forbids a lock: a decided list, a pool without people, or a second lock without a reason."""
    standing = standing_of(events, event.stage)
    if standing.status == "decided":
        return _refuse("IKM515", stage=event.stage)
    if event.what == "pool" and not people:
        return _refuse("IKM535")
    number = event.number or 1
    if number > 1 and not event.reason:
        return _refuse("IKM516", what=event.what or "", number=number)
    return []


def plan_draw(  # noqa: PLR0913  # all that a draw binds together
    program: Program, stage: Stage, events: Sequence[Event], result: StageResult, value: str, source: str, reason: str
) -> tuple[str | None, list[Finding]]:
    """The seed of a draw, or why it may not be made."""
    standing = standing_of(events, stage.id)
    found = _draw_time(standing, stage.id)
    public = public_value(value)
    if public is None:
        found += _refuse("IKM517", value=value)
    if not source.strip():
        found += _refuse("IKM536")
    if standing.draw:
        found += _refuse("IKM518", stage=stage.id)
    if standing.rules is None or standing.pool is None:
        what = "rules" if standing.rules is None else "pool"
        found += _refuse("IKM519", what=what, stage=stage.id)
    else:
        found += _same(standing.rules.rules, result.rules, "rules", stage.id)
        found += _same(standing.pool.pool, result.pool, "pool", stage.id)
    found += _jury_first(stage, result, reason)
    found += [] if found else _needless(result, reason)
    found += _short(public, reason)
    if public is None or any(one.severity is Severity.ERROR for one in found):
        return None, found
    return seed(program.id, stage.id, result.rules, result.pool, public), found


def _short(public: str | None, reason: str) -> list[Finding]:
    """A value so short that its few outcomes can be worked out before it is drawn; with a reason, a warning."""
    if public is None or len(public) >= ENOUGH:
        return []
    return _unless(reason, "IKM665", value=public, enough=ENOUGH)


def _needless(result: StageResult, reason: str) -> list[Finding]:
    """A draw while no tie is open; with a reason, a warning, since it will settle those that come."""
    if result.selection.undecided:
        return []
    if result.selection.infeasible or result.selection.unknown:  # the draw would write a list that cannot be
        return _refuse("IKM676", stage=result.stage, flag="")
    return _unless(reason, "IKM676", stage=result.stage)


def _unless(reason: str, code: str, **params: Param) -> list[Finding]:
    """An error that a reason makes a warning."""
    severity, flag = (Severity.WARNING, "") if reason else (Severity.ERROR, "--reason")
    return [Finding(code, _FILE, params=params | {"flag": flag}, severity=severity)]


def _draw_time(standing: Standing, stage: str) -> list[Finding]:
    return _refuse("IKM515", stage=stage) if standing.status == "decided" else []


def _same(locked: str | None, present: str, what: str, stage: str) -> list[Finding]:
    return [] if locked == present else _refuse("IKM520", what=what, stage=stage)


def _jury_first(stage: Stage, result: StageResult, reason: str) -> list[Finding]:
    ties = stage.selection.ties
    before = "panel" in ties and "ticket" in ties and ties.index("panel") < ties.index("ticket")
    blocks = result.selection.undecided
    if not before or reason or not blocks:
        return []
    return _refuse("IKM521", stage=result.stage, people=", ".join(blocks[0].among))


def refuse_lots(  # noqa: PLR0913  # all that lots are about
    program: Program,
    stage: Stage,
    events: Sequence[Event],
    result: StageResult,
    numbers: Sequence[str],
    witness: str,
    reason: str,
) -> list[Finding]:
    """What forbids recording lots drawn by hand."""
    standing = standing_of(events, stage.id)
    found = _draw_time(standing, stage.id)
    if "ticket" not in stage.selection.ties and stage.selection.mode != "lottery":
        found += _refuse("IKM522", stage=stage.id, program=program.id)
    if not witness:
        found += _refuse("IKM523")
    drawn = set(numbers)
    if not result.selection.undecided:
        found += _refuse("IKM676", stage=stage.id, flag="")
    elif len(drawn) != len(numbers) or not any(drawn == set(block.among) for block in result.selection.undecided):
        open_ties = "; ".join(", ".join(block.among) for block in result.selection.undecided)
        found += _refuse("IKM524", ties=open_ties)
    return found + _jury_first(stage, result, reason)


def refuse_void(events: Sequence[Event], stage: str, status: Status, reason: str) -> list[Finding]:
    """What forbids cancelling a draw."""
    found = _refuse("IKM515", stage=stage) if status == "decided" else []
    if not standing_of(events, stage).settled:
        found += _refuse("IKM525", stage=stage)
    if not reason:
        found += _refuse("IKM526", what="void draw")
    return found


def as_announced(events: Iterable[Event], result: StageResult) -> Event | None:
    """The latest announcement, where it was of the list as it stands; old ones do not say which list it was."""
    told = standing_of(events, result.stage).announced
    return told if told and told.result in (None, result_of(result)) else None


def refuse_announce(program: Program, events: Sequence[Event], result: StageResult, on: date) -> list[Finding]:
    """What forbids announcing a list; a day that does not keep what program.yaml promises is a warning.

    A list that changed since may be announced again, so that people can object to what it says now.
    """
    if result.status == "decided":
        return _refuse("IKM515", stage=result.stage)
    if as_announced(events, result):
        return _refuse("IKM527", stage=result.stage)
    blocks = [block for block in result.selection.undecided if block.place == "selected"]
    if blocks:
        return _refuse("IKM529", stage=result.stage, count=len(blocks), people=", ".join(blocks[0].among))
    if not result.selection.selected:
        return _refuse("IKM528", stage=result.stage, program=program.id)
    found: list[Finding] = []
    promised, window = program.schedule.announce, program.schedule.objection
    if promised is not None and on < promised:
        days: dict[str, Param] = {"on": on.isoformat(), "announce": promised.isoformat()}
        found.append(Finding("IKM538", _FILE, params=days, severity=Severity.WARNING))
    if window and on > window.end:
        found.append(replace(_unheard(result, window.end), severity=Severity.WARNING))
    return found


def _unheard(result: StageResult, end: date | None = None) -> Finding:
    """A list to which nobody could object: never announced as it stands, or only once the window had ended."""
    params = {"stage": result.stage, "end": end.isoformat() if end else "", "command": "" if end else "ikmctl announce"}
    return Finding("IKM539", _FILE, params=params)


def _heard(program: Program, events: Sequence[Event], result: StageResult, on: date) -> list[Finding]:
    """Whether people could object to the list as it stands, where program.yaml promises them a window."""
    window = program.schedule.objection
    if window is None:
        return []
    told = as_announced(events, result)
    if told is None:
        return [_unheard(result)]
    if on <= window.end:
        return _refuse("IKM530", end=window.end.isoformat(), on=on.isoformat())
    return [_unheard(result, window.end)] if told.on > window.end else []


def refuse_finalize(  # noqa: PLR0913  # all that a decree rests on
    program: Program, stage: Stage, events: Sequence[Event], result: StageResult, on: date, reason: str
) -> list[Finding]:
    """What forbids deciding a list: open ties always; other things without a reason."""
    if result.status == "decided":
        return _refuse("IKM515", stage=stage.id)
    if not result.selection.selected:
        return _refuse("IKM528", stage=stage.id, program=program.id)
    blocks = result.selection.undecided
    found = (
        _refuse("IKM529", stage=result.stage, count=len(blocks), people=", ".join(blocks[0].among)) if blocks else []
    )
    if reason:
        return found
    found += _heard(program, events, result, on)
    accepted = (number for number in result.accept_pending if number in result.selection.entries)
    still = (number for number in accepted if result.selection.entries[number].result == "pending")
    waiting = (*result.selection.pending, *still)
    if waiting:
        found += _refuse("IKM531", count=len(waiting), people=", ".join(waiting[:10]))
    quotas = {program.quota_of(stage, track).max for track in program.all_tracks}
    if result.per_track is not None and quotas != {result.per_track}:
        found += _refuse("IKM532", found=result.per_track)
    return found


def refuse_reopen(program: Program, events: Sequence[Event], result: StageResult, reason: str) -> list[Finding]:
    """What forbids taking a decided list up again: a later one built on it that is decided too, above all."""
    if result.status != "decided":
        return _refuse("IKM533", stage=result.stage)
    above = (one.id for one in program.stages if one.from_stage == result.stage)
    if later := next((stage for stage in above if standing_of(events, stage).status == "decided"), ""):
        return _refuse("IKM640", stage=result.stage, later=later)
    return [] if reason else _refuse("IKM526", what="reopen")
