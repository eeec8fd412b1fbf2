"""`decide`: append one dated human act to decisions.yaml and rebuild what follows from it."""

from datetime import date
from typing import Literal, cast

from msgspec import Struct

from ikmctl.domain.decision import Act, Decision
from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.match import Pair
from ikmctl.domain.selection import Because
from ikmctl.engine.compare import Move, moves
from ikmctl.engine.overview import quotas_in_force
from ikmctl.engine.replay import StageResult
from ikmctl.engine.rulings import fold
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.corrections import correction_faults
from ikmctl.workflow.derive import Derived, rebuild
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.names import find_number
from ikmctl.workflow.record import settle, with_decision
from ikmctl.workflow.result import Note, Result
from ikmctl.workflow.stages import choose_stage, stage_flag, strange_stages


class DecideOptions(Struct, frozen=True):
    """The flags of `decide`."""

    act: Act
    subjects: tuple[str, ...]
    by: str
    reason: str
    on: date
    document: str = ""
    stage: str | None = None
    kind: str | None = None
    seat: str | None = None
    mark: str | None = None
    item: str = ""
    judge: str = ""
    field: str | None = None
    old: str | None = None
    new: str | None = None


class Decided(Struct, frozen=True):
    """The entry that was appended, and what it moved."""

    decision: Decision
    moves: tuple[Move, ...]
    made: tuple[Pair, ...] = ()
    """In a match: pairs that this makes."""
    ended: tuple[Pair, ...] = ()
    """Pairs that this ends."""


_EXAMPLES = {
    "withdraw": "ikmctl decide withdraw P017 --by 'Ketua Tim' --reason '...'",
    "order": "ikmctl decide order P017 P031 --by 'Dewan Juri' --reason '...'",
    "admit": "ikmctl decide admit P017 --seat extra --by 'Ketua Tim' --reason '...'",
    "correct": "ikmctl decide correct P017 --mark post_test --old 70 --new 75 --by 'Ketua Tim' --reason '...'",
}


def _needs(options: DecideOptions) -> str:
    """What the flags lack for this act, in flag names; empty when nothing."""
    lacking = [flag for flag, value in (("--by", options.by), ("--reason", options.reason)) if not value.strip()]
    if options.act == "admit" and options.seat not in ("extra", "quota"):
        lacking.append("--seat extra|quota")
    if options.act == "correct":
        if (options.mark is None) == (options.field is None):
            lacking.append("--mark | --field")
        lacking += [flag for flag, value in (("--old", options.old), ("--new", options.new)) if value is None]
    if len(options.subjects) < (2 if options.act == "order" else 1):
        lacking.append("P017 P031" if options.act == "order" else "P017")
    return ", ".join(lacking)


def _recorded(cohort: Cohort, options: DecideOptions, number: str) -> str:
    """The value on record that a `correct` speaks of; empty when there is none."""
    if options.field is not None:
        person = next(person for person in cohort.participants if person.number == number)
        return person.fact(options.field) or ""
    at = (number, options.mark, options.item, options.judge)
    return next((mark.value for mark in cohort.marks if (mark.number, mark.mark, mark.item, mark.by) == at), "")


def _corrected_before(cohort: Cohort, options: DecideOptions, stage: str, number: str, recorded: str) -> str:
    """The value after the corrections that stand already: those of the stages before, then those of the stage."""
    before = cohort.program.stage(stage)
    if before is not None and before.from_stage:
        recorded = _corrected_before(cohort, options, before.from_stage, number, recorded)
    wanted = (stage, number, options.mark, options.item, options.judge, options.field)
    for past in cohort.decisions:
        same = (past.stage, past.id, past.mark, past.item, past.judge, past.field)
        if past.do == "correct" and same == wanted:
            recorded = past.new or ""
    return recorded


def _old_value(cohort: Cohort, options: DecideOptions, stage: str, number: str) -> tuple[Diagnostic, ...]:
    if options.act != "correct":
        return ()
    recorded = _corrected_before(cohort, options, stage, number, _recorded(cohort, options, number))
    if recorded == (options.old or ""):
        return ()
    return (Diagnostic("IKM572", params={"old": options.old or '""', "found": recorded or '""'}),)


def _out_already(cohort: Cohort, options: DecideOptions, stage: str, number: str) -> tuple[Diagnostic, ...]:
    """Somebody who withdrew or was disqualified is out; only `reinstate` changes that."""
    if options.act not in ("withdraw", "disqualify"):
        return ()
    derived = rebuild(cohort)
    result, match = derived.results.get(stage), derived.matches.get(stage)
    entry = result.selection.entries.get(number) if result else None
    out = entry is not None and entry.because in (Because.WITHDRAWN, Because.DISQUALIFIED)
    if out or (match is not None and number in match.out):
        return (Diagnostic("IKM551", params={"id": number, "stage": stage}),)
    return ()


def _admitted_already(cohort: Cohort, options: DecideOptions, stage: str, number: str) -> tuple[Diagnostic, ...]:
    """A second admission to the same seat would stand on record and do nothing."""
    if options.act != "admit":
        return ()
    so_far = fold((index, one) for index, one in enumerate(cohort.decisions) if one.stage == stage)
    if number in so_far.out or so_far.admitted.get(number) != options.seat:
        return ()
    return (Diagnostic("IKM641", params={"id": number, "stage": stage, "seat": options.seat or ""}),)


def _entry(options: DecideOptions, stage: str, numbers: tuple[str, ...]) -> Decision:
    one = options.act != "order"
    return Decision(
        do=options.act, id=numbers[0] if one else None, ids=() if one else numbers, stage=stage,
        kind=cast("Literal['mundur', 'tidak_daftar_ulang', 'gagal_verifikasi', 'meninggal'] | None", options.kind),
        seat=cast("Literal['extra', 'quota'] | None", options.seat),
        mark=options.mark, item=options.item, judge=options.judge, field=options.field,
        old=options.old, new=options.new, by=options.by, on=options.on, reason=options.reason,
        document=options.document,
    )  # fmt: skip


def run(paths: CohortPaths, options: DecideOptions) -> Result[Decided]:
    """Append a decision. It is refused, with nothing written, where replaying it finds a fault."""
    example = _EXAMPLES.get(options.act, _EXAMPLES["withdraw"].replace("withdraw", options.act))
    if lacking := _needs(options):
        params = {"act": options.act, "needed": lacking, "example": example}
        return Result(diagnostics=(Diagnostic("IKM579", params=params),), unusable=True)
    if options.act != "order" and len(options.subjects) > 1:
        many: dict[str, Param] = {"act": options.act, "count": len(options.subjects), "example": example}
        return Result(diagnostics=(Diagnostic("IKM638", params=many),), unusable=True)
    cohort, problems = load(paths)
    problems += strange_stages(cohort) if cohort else ()
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, faults = choose_stage(cohort.program, options.stage)
    found = [find_number(cohort, subject) for subject in options.subjects]
    faults += tuple(item for _, items in found for item in items)
    numbers = tuple(number for number, _ in found if number is not None)
    if stage is None or len(numbers) != len(options.subjects):
        return Result(diagnostics=(*problems, *faults), unusable=True)
    entry = _entry(options, stage.id, numbers)
    faults += correction_faults(cohort, entry) or _old_value(cohort, options, stage.id, numbers[0])
    faults += _out_already(cohort, options, stage.id, numbers[0])
    faults += _admitted_already(cohort, options, stage.id, numbers[0])
    if has_errors(faults):
        return Result(diagnostics=(*problems, *faults))
    if len(set(numbers)) < len(numbers):
        example = _EXAMPLES["order"]
        params = {"act": options.act, "needed": "P017 P031", "example": example}
        return Result(diagnostics=(Diagnostic("IKM579", params=params),), unusable=True)
    return _append(cohort, entry, (*problems, *faults))


def _append(cohort: Cohort, decision: Decision, problems: tuple[Diagnostic, ...]) -> Result[Decided]:
    earlier = rebuild(cohort)
    if decision.stage not in {**earlier.results, **earlier.matches}:  # nothing could say whether the act fits
        return Result(diagnostics=(*problems, Diagnostic("IKM566", params={"stage": decision.stage})))
    after = with_decision(cohort, decision)
    derived, changes, fresh = settle(cohort, after, decision.stage)
    before = earlier.results.get(decision.stage)
    result = derived.results.get(decision.stage)
    if changes is None:
        place = Where(file=shown(cohort.paths.decisions))
        fresh = tuple(Diagnostic(item.code, place, item.params, item.severity) for item in fresh)
        return Result(diagnostics=(*problems, *fresh))
    moved = moves(before.selection, result.selection) if before and result else ()
    notes = _new_notes(before, result) if before and result else ()
    fresh += _against_rules(cohort, decision, result) if result else ()
    was, now = _pairs(earlier, decision.stage), _pairs(derived, decision.stage)
    made = tuple(one for key, one in now.items() if key not in was)
    ended = tuple(one for key, one in was.items() if key not in now)
    step = "ikmctl match" if decision.stage in derived.matches else "ikmctl show shortlist"
    step += stage_flag(cohort.program, decision.stage)
    return Result(Decided(decision, moved, made, ended), (*problems, *fresh), changes, next_step=step, notes=notes)


def _new_notes(before: StageResult, after: StageResult) -> tuple[Note, ...]:
    """What the act leaves to be said of the list: who was passed over for a seat, and which seat stays empty."""
    old = before.selection.notes
    return tuple(Note(key, told) for key, told in after.selection.notes if (key, told) not in old)


def _against_rules(cohort: Cohort, decision: Decision, result: StageResult) -> tuple[Diagnostic, ...]:
    """That somebody was let in who is out by the rules, or beyond the seats: a person may, and everybody sees it."""
    entry = result.selection.entries.get(decision.id or "")
    stage = cohort.program.stage(decision.stage)
    if decision.do != "admit" or stage is None or entry is None or entry.result != "selected":
        return ()
    card = result.evaluation.cards[entry.number]
    seats = quotas_in_force(cohort.program, stage, result.per_track).get(entry.track)
    taken = sum(one.track == entry.track for one in result.selection.selected)
    params: dict[str, Param] = {
        "number": entry.number, "track": entry.track, "pending": "yes" if card.standing == "pending" else "",
        "cause": ", ".join(card.causes) if card.standing == "ineligible" else "",
        "over": str(taken) if seats is not None and taken > seats else "", "seats": seats or 0,
    }  # fmt: skip
    against = any(params[key] for key in ("pending", "cause", "over"))
    place = Where(file=shown(cohort.paths.decisions))
    return (Diagnostic("IKM552", place, params, Severity.WARNING),) if against else ()


def _pairs(derived: Derived, stage: str) -> dict[tuple[str, str], Pair]:
    """The pairs of a stage that matches, by line and member."""
    found = derived.matches.get(stage)
    return {(one.line, one.number): one for one in found.matching.pairs} if found else {}
