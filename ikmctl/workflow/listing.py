"""The shortlist of a stage as data that commands and documents show."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec import field

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.program import Program, QuotaRange, SeatRange, Stage
from ikmctl.domain.record import Veiled
from ikmctl.domain.selection import Entry, TieBlock
from ikmctl.engine.compare import Move
from ikmctl.engine.overview import TrackCount, count_trackless, count_tracks, uncovered
from ikmctl.engine.replay import StageResult
from ikmctl.workflow.result import Note


class Listing(Veiled, frozen=True):
    """A stage's result: selected and reserves in final order, what is open, and the numbers."""

    veiled: ClassVar = frozenset({"names"})

    program: str
    stage: str
    status: str
    rules: str
    pool: str
    per_track: int | None
    tracks: tuple[TrackCount, ...]
    selected: tuple[Entry, ...]
    reserves: tuple[Entry, ...]
    undecided: tuple[TieBlock, ...]
    pending: tuple[str, ...]
    infeasible: tuple[str, ...]
    in_force: tuple[Note, ...]
    notes: tuple[Note, ...] = ()
    plan: tuple[Move, ...] | None = None
    """Who would move against the list on disk; None unless a plan was asked for."""
    names: Mapping[str, str] = field(default_factory=dict)


def _weights(stage: Stage) -> str:
    return ", ".join(f"{item.id} {item.weight}" for item in stage.criteria)


def _seats_of_groups(program: Program) -> str:
    """Seats of groups in one piece: the limits that most groups share, or a count of them."""
    limits = {(group.seats.min, group.seats.max) for group in program.groups if group.seats != SeatRange()}
    return ", ".join(f"{least}-{'' if most is None else most}" for least, most in sorted(limits, key=str))


def _balance(program: Program, stage: Stage) -> str:
    seats = _seats_of_groups(program)
    parts = [f"group seats {seats}"] if seats else []
    for rule in stage.selection.balance:
        limits = rule.each or rule
        words = [
            f"{name} {value}"
            for name in ("min", "max", "min_share", "max_share")
            if (value := getattr(limits, name)) is not None
        ]
        subject = rule.field + (f" {rule.value}" if rule.value else "")
        parts.append(f"{subject} {' '.join(words)}" + (" per track" if rule.per == "track" else ""))
    parts += [f"{label} max {most}" for label, most in stage.selection.max_per.items()]
    return "; ".join(parts)


def _seats(quota: QuotaRange, per_track: int | None) -> str:
    """Seats of one track: `10`, `15-20`, `all`; a number of the command line is the most."""
    most = per_track or quota.max
    return f"{quota.min}-" * (quota.min > 0) + ("all" if most is None else str(most))


def rules_in_force(program: Program, stage: Stage, result: StageResult) -> tuple[Note, ...]:
    """The rules in five lines: who may enter, how points are made, seats, balance, ties; then the prizes, if any."""
    seats = ", ".join(
        f"{track.id} {_seats(program.quota_of(stage, track), result.per_track)}" for track in program.all_tracks
    )
    entry: dict[str, Param] = {"rules": ", ".join(dict.fromkeys(rule.rule for rule in stage.eligibility)) or "-"}
    points: dict[str, Param] = {"method": stage.method, "weights": _weights(stage) or "-"}
    order: dict[str, Param] = {
        "mode": stage.selection.mode, "compare": program.compare_of(stage), "ties": ", ".join(stage.selection.ties),
    }  # fmt: skip
    prizes = _prizes(program, stage)
    return (
        Note("rules.eligibility", entry),
        Note("rules.points", points),
        Note("rules.seats", {"seats": seats}),
        Note("rules.balance", {"balance": _balance(program, stage) or "-"}),
        Note("rules.order", order),
        *((Note("rules.awards", prizes),) if prizes else ()),
    )


def _prizes(program: Program, stage: Stage) -> dict[str, Param]:
    """The prizes and what they come to, in whole rupiah with dots."""
    awards = stage.awards
    steps = ", ".join(f"{tier.name} {tier.places} x {_rupiah(tier.amount)}" for tier in awards.tiers)
    return {"prizes": steps, "total": _rupiah(awards.total(len(program.all_tracks)))} if steps else {}


def _rupiah(amount: int) -> str:
    return f"Rp{amount:,}".replace(",", ".")


def _notes(result: StageResult) -> tuple[Note, ...]:
    """What the selection remarked; no advice to relax rules that pending people may still keep."""
    wait = any(finding.code == "IKM675" for finding in result.findings)
    told = (Note(key, params) for key, params in result.selection.notes if not (wait and key == "note.relaxation"))
    return (*told, *cover_notes(result))


def cover_notes(result: StageResult) -> tuple[Note, ...]:
    """Seats that no reserve could take, by track: a floor protects them, and nobody on the reserve list keeps it."""
    people = {} if result.given is None else result.given.people
    alone = uncovered(result.selection, people).items() if people else ()
    return tuple(
        Note("note.uncovered", {"track": track, "people": ", ".join(lone), "count": len(lone)}) for track, lone in alone
    )


def list_stage(program: Program, stage: Stage, result: StageResult) -> Listing:
    """Everything that a shortlist shows."""
    selection = result.selection
    return Listing(
        program.id, stage.id, result.status, result.rules, result.pool, result.per_track,
        (
            *count_tracks(program, stage, result.evaluation, selection, result.per_track),
            *count_trackless(result.evaluation, selection),
        ),
        selection.selected, selection.reserves, selection.undecided, selection.pending, selection.infeasible,
        rules_in_force(program, stage, result),
        _notes(result),
    )  # fmt: skip
