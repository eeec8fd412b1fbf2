"""`lock`, `draw`, `void`, `announce`, `finalize`, `reopen`: append an event and rebuild what follows from it."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Finding, Severity, Where, has_errors
from ikmctl.domain.event import Event
from ikmctl.domain.program import Stage
from ikmctl.engine import states
from ikmctl.engine.canonical import ENGINE
from ikmctl.engine.compare import Move, moves
from ikmctl.engine.days import refuse_day
from ikmctl.engine.replay import StageResult
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import Derived, rebuild
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.names import find_number
from ikmctl.workflow.objections import unanswered
from ikmctl.workflow.record import blank_words, decisions_so_far, settle, with_event
from ikmctl.workflow.record_notes import record_notes
from ikmctl.workflow.result import Result
from ikmctl.workflow.stages import choose_stage, not_ready, strange_stages

if TYPE_CHECKING:
    from ikmctl.engine.matching import MatchResult


class EventOptions(Struct, frozen=True):
    """Flags that all these commands share."""

    on: date
    by: str = ""
    reason: str = ""
    stage: str | None = None


class Recorded(Struct, frozen=True):
    """The event that was appended, and whom it moved on the list."""

    event: Event
    status: str
    moves: tuple[Move, ...]
    undecided: int
    marks_before: int = 0


Made: TypeAlias = tuple[Event | None, Sequence[Finding]]
Maker: TypeAlias = Callable[[Cohort, Stage, StageResult], Made]
LockMaker: TypeAlias = "Callable[[Cohort, Stage, StageResult | MatchResult], Made]"


def _base(cohort: Cohort, stage: Stage, options: EventOptions, kind: str) -> dict[str, object]:
    return {
        "event": kind, "stage": stage.id, "decisions": decisions_so_far(cohort),
        "on": options.on, "by": options.by, "reason": options.reason,
    }  # fmt: skip


def _number(cohort: Cohort, stage: Stage, event: str, what: str | None) -> int:
    return 1 + sum(e.event == event and e.what == what and e.stage == stage.id for e in cohort.events)


def _lock_match(
    cohort: Cohort, stage: Stage, problems: tuple[Diagnostic, ...], make: "LockMaker | None"
) -> Result[Recorded]:
    """Rules and pool of a stage that matches can be locked; it has no list to draw, announce or finalize."""
    before = rebuild(cohort).matches.get(stage.id)
    if make is None or before is None:
        fault = not_ready(stage) if make else Diagnostic("IKM656", params={"stage": stage.id})
        return Result(diagnostics=(*problems, fault), unusable=make is None)
    event, refusals = make(cohort, stage, before)
    refusals = [*refusals, *(refuse_day(cohort.events, event) if event else ())]
    place = Where(file=shown(cohort.paths.events))
    problems += tuple(Diagnostic(item.code, place, item.params, item.severity) for item in refusals)
    if event is None or has_errors(problems):
        return Result(diagnostics=problems)
    _, changes, fresh = settle(cohort, with_event(cohort, event), stage.id)
    data = Recorded(event, "proposed", (), 0, event.marks or 0)
    return Result(data if changes else None, (*problems, *fresh), changes, next_step="ikmctl status" if changes else "")


def _append(  # noqa: PLR0913  # what is asked, what is said, who objects
    paths: CohortPaths,
    options: EventOptions,
    make: Maker,
    lock_of_match: "LockMaker | None" = None,
    more: Callable[[Cohort], tuple[Diagnostic, ...]] = lambda _: (),
    decree: str | None = None,
    *,
    sound: bool = False,
) -> Result[Recorded]:
    """Load, let `make` build the event or refuse and `more` object, append it, rebuild, and plan the write.

    `sound`: nothing may be wrong with the record already, since a list goes out that `verify` would call different.
    """
    if wordless := blank_words({"--by": options.by, "--decree": decree, "--reason": options.reason or None}):
        return Result(diagnostics=wordless, unusable=True)
    cohort, problems = load(paths)
    problems += strange_stages(cohort) if cohort else ()
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, faults = choose_stage(cohort.program, options.stage)
    if stage is None:
        return Result(diagnostics=(*problems, *faults), unusable=True)
    if stage.kind == "match":
        return _lock_match(cohort, stage, problems, lock_of_match)
    before = rebuild(cohort).results.get(stage.id)
    if before is None:
        return Result(diagnostics=(*problems, not_ready(stage)))
    event, refusals = make(cohort, stage, before)
    refusals = [*refusals, *(refuse_day(cohort.events, event) if event else ())]
    place = Where(file=shown(cohort.paths.events))
    problems += tuple(Diagnostic(item.code, place, item.params, item.severity) for item in refusals)
    problems += more(cohort)
    wrong = cohort.diagnose(before.findings) if sound else ()
    problems += tuple(item for item in wrong if item.severity is Severity.ERROR)
    if event is None or has_errors(problems):
        return Result(diagnostics=problems)
    return _recorded(cohort, stage, before, event, problems)


def _recorded(
    cohort: Cohort, stage: Stage, before: StageResult, event: Event, problems: tuple[Diagnostic, ...]
) -> Result[Recorded]:
    """Append an event that nothing forbids, with all that is rebuilt for it."""
    place = Where(file=shown(cohort.paths.events))
    derived, changes, fresh = settle(cohort, with_event(cohort, event), stage.id)
    if changes and event.event == "reopen":
        changes = replace(changes, files={**changes.files, **_taken_away(cohort, derived)})
    result = derived.results[stage.id]
    fresh = tuple(item if item.where.file else replace(item, where=place) for item in fresh)
    moved = moves(before.selection, result.selection)
    data = Recorded(event, result.status, moved, len(result.selection.undecided), event.marks or 0)
    step = "ikmctl status" if changes else ""
    notes = record_notes(cohort, stage.id)
    return Result(data if changes else None, (*problems, *fresh), changes, notes=notes, next_step=step)


def lock(paths: CohortPaths, what: Literal["rules", "pool"], options: EventOptions) -> Result[Recorded]:
    """Freeze the rules before marks arrive, or the pool before the draw."""

    def make(cohort: Cohort, stage: Stage, result: "StageResult | MatchResult") -> Made:
        own = {name for name, spec in cohort.program.marks.items() if spec.stage == stage.id}
        marks = sum(mark.mark in own for mark in cohort.marks)
        number = _number(cohort, stage, "lock", what)
        event = Event.model_validate(
            {
                **_base(cohort, stage, options, "lock"),
                "what": what, "number": number, "engine": ENGINE, "marks": marks,
                "rules": result.rules if what == "rules" else None,
                "pool": result.pool if what == "pool" else None,
            }
        )  # fmt: skip
        return event, states.refuse_lock(cohort.events, event, len(cohort.participants))

    return _append(paths, options, make, make)


def draw(paths: CohortPaths, value: str, source: str, options: EventOptions) -> Result[Recorded]:
    """Settle ties by a public value that nobody could know when rules and pool were locked."""

    def make(cohort: Cohort, stage: Stage, result: StageResult) -> Made:
        seed, refusals = states.plan_draw(cohort.program, stage, cohort.events, result, value, source, options.reason)
        if seed is None:
            return None, refusals
        event = Event.model_validate(
            {
                **_base(cohort, stage, options, "draw"), "what": "draw",
                "number": _number(cohort, stage, "draw", "draw"), "value": value, "source": source, "seed": seed,
                "rules": result.rules, "pool": result.pool,
            }
        )  # fmt: skip
        return event, refusals

    return _append(paths, options, make)


def draw_by_lot(paths: CohortPaths, order: Sequence[str], witness: str, options: EventOptions) -> Result[Recorded]:
    """Record lots drawn by hand before a witness, first drawn first."""

    def make(cohort: Cohort, stage: Stage, result: StageResult) -> Made:
        found = [find_number(cohort, name) for name in order]
        numbers = tuple(number for number, _ in found if number)
        if len(numbers) != len(order):
            unknown = [name for name, (number, _) in zip(order, found, strict=True) if number is None]
            return None, [Finding("IKM570", "events.yaml", params={"found": name, "near": ""}) for name in unknown]
        event = Event.model_validate(
            {
                **_base(cohort, stage, options, "draw"), "what": "draw",
                "number": _number(cohort, stage, "draw", "draw"), "lots": numbers, "witness": witness,
            }
        )  # fmt: skip
        seen = witness.strip()
        return event, states.refuse_lots(cohort.program, stage, cohort.events, result, numbers, seen, options.reason)

    return _append(paths, options, make)


def void_draw(paths: CohortPaths, options: EventOptions) -> Result[Recorded]:
    """Cancel the draw in force, with a reason that every output shows."""

    def make(cohort: Cohort, stage: Stage, result: StageResult) -> Made:
        refusals = states.refuse_void(cohort.events, stage.id, result.status, options.reason)
        if refusals:
            return None, refusals
        number = _number(cohort, stage, "void", "draw")
        return Event.model_validate({**_base(cohort, stage, options, "void"), "what": "draw", "number": number}), ()

    return _append(paths, options, make)


def announce(paths: CohortPaths, options: EventOptions) -> Result[Recorded]:
    """Open the objection window on the proposed list."""

    def make(cohort: Cohort, stage: Stage, result: StageResult) -> Made:
        refusals = states.refuse_announce(cohort.program, cohort.events, result, options.on)
        event = Event.model_validate({**_base(cohort, stage, options, "announce"), "result": states.result_of(result)})
        return event, refusals

    return _append(paths, options, make, sound=True)


def finalize(paths: CohortPaths, decree: str, options: EventOptions) -> Result[Recorded]:
    """Make the list decided, under the number of the decree; objections still open need a reason."""

    def make(cohort: Cohort, stage: Stage, result: StageResult) -> Made:
        refusals = states.refuse_finalize(cohort.program, stage, cohort.events, result, options.on, options.reason)
        event = Event.model_validate(
            {**_base(cohort, stage, options, "finalize"), "decree": decree, "result": states.result_of(result)}
        )
        return event, refusals

    severity = Severity.WARNING if options.reason else Severity.ERROR
    return _append(
        paths, options, make, more=lambda cohort: unanswered(cohort, severity, "--reason"), decree=decree, sound=True
    )


def reopen(paths: CohortPaths, decree: str, options: EventOptions) -> Result[Recorded]:
    """Return a decided list to proposed, by decree and with a reason; the seed of its draw stays."""

    def make(cohort: Cohort, stage: Stage, result: StageResult) -> Made:
        refusals = states.refuse_reopen(cohort.program, cohort.events, result, options.reason)
        if refusals:
            return None, refusals
        return Event.model_validate({**_base(cohort, stage, options, "reopen"), "decree": decree}), ()

    return _append(paths, options, make, decree=decree)


def _taken_away(cohort: Cohort, derived: Derived) -> dict[Path, bytes | None]:
    """Lists of later stages, which nobody can work out until this one is decided again."""
    paths = cohort.paths
    return {
        way(stage.id): None
        for stage in cohort.program.stages
        if stage.id not in derived.results and stage.id not in derived.matches
        for way in (paths.scores, paths.shortlist, paths.matches)
        if way(stage.id).exists()
    }
