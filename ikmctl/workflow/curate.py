"""`curate`: selection, reserves and reasons of one stage, written as scores.csv and shortlist.yaml."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.event import Event
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.selection import Because, Entry, Selection
from ikmctl.engine.compare import Move, moves
from ikmctl.engine.days import refuse_day
from ikmctl.engine.overview import left_over, most_often
from ikmctl.engine.replay import StageResult
from ikmctl.store.layout import CohortPaths
from ikmctl.store.shortlist_file import read_shortlist
from ikmctl.workflow.derive import Derived, curated_stages, derive, scored_stages
from ikmctl.workflow.listing import Listing, list_stage
from ikmctl.workflow.load import Cohort, load, read_text, shown
from ikmctl.workflow.record import blank_words, changes_between, decisions_so_far, signed_anew, with_event
from ikmctl.workflow.record_notes import record_notes
from ikmctl.workflow.result import Result
from ikmctl.workflow.stages import choose_selecting, not_ready, stage_flag
from ikmctl.workflow.validate import run_checks

_IMPORT: Final = "ikmctl import FILE.xlsx"
_BARRED: Final = (Because.CEILING, Because.OWED, Because.GROUP, Because.COMBINATION)


class CurateOptions(Struct, frozen=True):
    """The flags of `curate`."""

    on: date
    per_track: int | None = None
    stage: str | None = None
    accept_pending: bool = False
    by: str = ""
    reason: str = ""
    plan: bool = False


def _misfits(program: Program, stage: Stage, per_track: int) -> tuple[Diagnostic, ...]:
    """Ranges and awards of program.yaml that a `--per-track` cannot satisfy."""
    found = [
        Diagnostic("IKM556", params={"track": track.id, "min": program.quota_of(stage, track).min, "found": per_track})
        for track in program.all_tracks
        if program.quota_of(stage, track).min > per_track
    ]
    places = sum(tier.places for tier in stage.awards.tiers)
    groups = 1 if stage.awards.group_by else len(program.all_tracks)
    if places and places != per_track * groups:
        found.append(Diagnostic("IKM557", params={"places": places, "seats": per_track * groups}))
    return tuple(found)


def differs(program: Program, stage: Stage, per_track: int) -> bool:
    """Whether `--per-track` says something else than program.yaml."""
    return any(program.quota_of(stage, track).max != per_track for track in program.all_tracks)


def _override(options: CurateOptions, program: Program, stage: Stage) -> int | None:
    """The quota to be in force: what the command line says, None for those of program.yaml."""
    if options.per_track is not None and differs(program, stage, options.per_track):
        return options.per_track
    return None


def _event(options: CurateOptions, cohort: Cohort, stage: Stage, result: StageResult) -> Event | None:
    """The event that records options which rebuilding must know, or None where nothing changes."""
    wanted = _override(options, cohort.program, stage)
    pending = result.selection.pending if options.accept_pending else ()
    if wanted == result.per_track and not pending:
        return None
    return Event(
        event="curate", stage=stage.id, per_track=wanted, accept_pending=pending or result.accept_pending,
        decisions=decisions_so_far(cohort), on=options.on, by=options.by, reason=options.reason,
    )  # fmt: skip


def _early(cohort: Cohort, event: Event) -> tuple[Diagnostic, ...]:
    """That the day of an event is before that of the last one of its stage."""
    place = Where(file=shown(cohort.paths.events))
    return tuple(Diagnostic(item.code, place, item.params) for item in refuse_day(cohort.events, event))


def _locked(cohort: Cohort, stage: Stage) -> bool:
    voided = [e for e in cohort.events if e.stage == stage.id and e.event in ("lock", "reopen")]
    return any(event.event == "lock" and event.what == "rules" for event in voided)


def _refusals(options: CurateOptions, cohort: Cohort, stage: Stage) -> tuple[Diagnostic, ...]:
    """What keeps the options themselves from being recorded (exit 1)."""
    found = []
    per_track = options.per_track
    if per_track is not None and differs(cohort.program, stage, per_track) and _locked(cohort, stage):
        found.append(Diagnostic("IKM558", params={"found": per_track, "stage": stage.id}))
    if options.accept_pending and not options.reason:
        found.append(Diagnostic("IKM559"))
    return tuple(found)


def _pending(cohort: Cohort, result: StageResult) -> tuple[Diagnostic, ...]:
    """Pending people who could still reach the line are named; the list is written, and the exit code is 1."""
    open_ = [number for number in result.selection.pending if number not in result.accept_pending]
    place = Where(file=shown(cohort.paths.shortlist(result.stage)))
    if not open_:
        return ()
    return (Diagnostic("IKM564", place, {"count": len(open_), "people": ", ".join(open_[:10]), "stage": result.stage}),)


def _empty(result: StageResult, track: str, count: int) -> Diagnostic:
    """Seats that nobody takes: who may still take them, and what put most people out or keeps them from it."""
    cards = [card for card in result.evaluation.cards.values() if card.track == track]
    left = left_over(result.evaluation, result.selection, track)
    if left:
        return _kept_empty(result, track, count, left)
    waiting = sum(card.standing == "pending" for card in cards)
    out = next((card.number for card in cards if card.standing == "ineligible"), "")
    params: dict[str, Param] = {
        "track": track, "count": count, "stage": result.stage, "pending": str(waiting or ""),
        "cause": most_often(cards), "person": out, "few": "yes", "barred": "", "rules": "", "free": "",
    }  # fmt: skip
    return Diagnostic("IKM565", params=params, severity=Severity.WARNING)


def _kept_empty(result: StageResult, track: str, count: int, left: Sequence[Entry]) -> Diagnostic:
    """Seats that stay empty beside people who qualify: which rules, and whom a decision could bring."""
    notes = [told for key, told in result.selection.notes if key in ("note.passed", "note.vacant")]
    passed = [str(told["rule"]) for told in notes if told.get("track") == track and told.get("rule")]
    barred = [entry.detail for entry in left if entry.because in _BARRED and entry.detail]
    free = next((str(told["free"]) for told in notes if told.get("track") == track and told.get("free")), "")
    params: dict[str, Param] = {
        "track": track, "count": count, "stage": result.stage, "pending": "", "cause": "", "few": "",
        "barred": str(len(left)), "rules": ", ".join(dict.fromkeys(passed or barred)), "free": free,
        "person": left[0].number,
    }  # fmt: skip
    return Diagnostic("IKM565", params=params, severity=Severity.WARNING)


def _problems(cohort: Cohort, stage: Stage, derived: Derived) -> tuple[Diagnostic, ...]:
    result = derived.results[stage.id]
    found = list(derived.diagnostics)
    waiting = any(block.place == "selected" for block in result.selection.undecided)
    shortfall = result.selection.shortfall.items() if not waiting else ()
    found += [_empty(result, track, count) for track, count in shortfall if count]
    return (*found, *_pending(cohort, result))


def run(paths: CohortPaths, options: CurateOptions) -> Result[Listing]:
    """Curate one stage. Errors in rules or data stop it; open ties and pending people do not lose the list."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, fault = choose_selecting(cohort.program, options.stage)
    if stage is None:
        return Result(diagnostics=fault, unusable=True)
    if options.per_track is not None and options.per_track < 1:
        return Result(diagnostics=(Diagnostic("IKM555", params={"found": options.per_track}),), unusable=True)
    if not cohort.participants:
        return Result(diagnostics=(Diagnostic("IKM581", Where(file=shown(paths.participants))),), next_step=_IMPORT)
    if options.per_track is not None and (misfits := _misfits(cohort.program, stage, options.per_track)):
        return Result(diagnostics=misfits, unusable=True)
    problems += tuple(item for item in run_checks(cohort) if item.severity is not Severity.NOTE)
    problems += _refusals(options, cohort, stage)
    if has_errors(problems):
        return Result(diagnostics=problems)
    return _write(cohort, stage, options, problems)


def _write(cohort: Cohort, stage: Stage, options: CurateOptions, problems: tuple[Diagnostic, ...]) -> Result[Listing]:
    curated = curated_stages(cohort) | {stage.id}
    derived = derive(cohort, curated, scored_stages(cohort))
    if stage.id not in derived.results:
        return Result(diagnostics=(*problems, *derived.diagnostics, not_ready(stage)))
    records = options.accept_pending or _override(options, cohort.program, stage) != derived.results[stage.id].per_track
    if records and (wordless := blank_words({"--by": options.by, "--reason": options.reason or None})):
        return Result(diagnostics=wordless, unusable=True)
    after, event = cohort, _event(options, cohort, stage, derived.results[stage.id])
    if event is not None:
        if early := _early(cohort, event):
            return Result(diagnostics=(*problems, *early))
        after = with_event(cohort, event)
        derived = derive(after, curated, scored_stages(cohort))
    result = derived.results[stage.id]
    found = (*problems, *signed_anew(cohort), *_problems(after, stage, derived))
    listing = list_stage(after.program, stage, result)
    if options.plan:
        listing = replace(listing, plan=_plan(after, result))
    blocked = bool(result.selection.infeasible) or has_errors(derived.diagnostics)
    return Result(
        listing, found, None if blocked or options.plan else changes_between(cohort, after, derived),
        next_step=_next(listing, after), failed=blocked, notes=record_notes(after, stage.id),
    )  # fmt: skip


def _plan(cohort: Cohort, result: StageResult) -> tuple[Move, ...]:
    """Who would enter, leave or move against the list on disk; whoever is on neither list is left out."""
    path = cohort.paths.shortlist(result.stage)
    text, _ = read_text(path)
    before = read_shortlist(text, shown(path)) if text else None
    nobody = Selection(result.stage, (), (), {})
    return tuple(one for one in moves(before or nobody, result.selection) if one.kind != "changed")


def step_to_draw(events: Sequence[Event], stage: str) -> str:
    """The next literal step towards a draw: both locks first, then the public value."""
    locked = {event.what for event in events if event.stage == stage and event.event == "lock"}
    for what in ("rules", "pool"):
        if what not in locked:
            return f"ikmctl lock {what} --stage {stage}"
    return f"ikmctl draw --stage {stage} --value VALUE --source SOURCE"


def _next(listing: Listing, cohort: Cohort) -> str:
    flag = stage_flag(cohort.program, listing.stage)
    if listing.undecided:
        return step_to_draw(cohort.events, listing.stage)
    if listing.selected:
        return f"ikmctl explain {listing.selected[0].number}{flag}"
    return f"ikmctl show {'pending' if any(track.pending for track in listing.tracks) else 'quotas'}{flag}"
