"""The field on which a selection is played: pool, limits, cells and order, then one walk over it."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.engine.selection.cells import Cells, sort_cells
from ikmctl.engine.selection.given import Given
from ikmctl.engine.selection.labels import room_for
from ikmctl.engine.selection.limits import Limit, Seats, limits_of
from ikmctl.engine.selection.order import Ranking, rank
from ikmctl.engine.selection.walk import Steps, walk


class Frame(Struct, frozen=True):
    """The pool in order, its limits and cells. `extra` are those admitted outside the quota, with their track."""

    given: Given
    seats: Seats
    limits: Sequence[Limit]
    cells: Cells
    ranking: Ranking
    extra: Mapping[str, str]
    refused: Mapping[str, str]
    """Admitted people whom a full limit keeps out, with its name."""


class Walked(Struct, frozen=True):
    """A walk that was done: the number of seats F and what it took."""

    seats: int
    steps: Steps


def lay_out(given: Given) -> Frame:
    """Lay out limits, cells and order of one stage."""
    choices = given.choices
    limits, extra, refused = _beside(limits_for(given), given)
    cells = sort_cells(given.people, choices, limits)
    forced = frozenset(given.forced)
    ranked = (
        (number, tracks[0]) for number, tracks in choices.items() if number not in forced or given.is_eligible(number)
    )
    ranking = rank(given.program, given.stage, given.evaluation, ranked, given.settled)
    return Frame(given, given.seats, limits, cells, ranking, extra, refused)


def limits_for(given: Given, later: Collection[str] = ()) -> list[Limit]:
    """The limits over the pool, before anybody is admitted beside it; `later` are admitted once it is decided."""
    pool = [given.people[number] for number in given.choices]
    beside = [given.people[number] for number in {*given.extra, *later} if number not in given.choices]
    return limits_of(given.program, given.stage, pool, given.seats, beside, given.per_track)


def _beside(limits: Sequence[Limit], given: Given) -> tuple[list[Limit], dict[str, str], dict[str, str]]:
    """Seat those admitted outside the quota: they use up room under ceilings, not seats or shares."""
    left = list(limits)
    extra: dict[str, str] = {}
    refused: dict[str, str] = {}
    for number in given.extra:
        one, track = given.people[number], given.choices_of(number)[0]
        mine = [
            index
            for index, limit in enumerate(left)
            if limit.kind in ("balance", "group", "label") and limit.holds(one, track)
        ]
        full = [left[index].name for index in mine if left[index].high == 0]
        if full:
            refused[number] = full[0]
            continue
        extra[number] = track
        for index in mine:
            left[index] = replace(left[index], high=left[index].high - 1)
    return left, extra, refused


def walk_frame(laid: Frame, limits: Sequence[Limit] | None = None, *, reasons: bool = False) -> Walked | None:
    """Fix the number of seats, take those admitted, then walk; None where no list keeps the limits.

    `limits` stand in for those of the frame; `reasons` tells which ties jury or draw settled.
    """
    room = room_for(laid.limits if limits is None else limits, laid.cells)
    seats = room.fill(laid.seats.base)
    if seats is None:
        return None
    forced: dict[str, int] = {}
    for number in laid.given.forced:
        column = room.choice(laid.cells.of[number])
        if column is not None:
            room.take(column)
            forced[number] = column
    return Walked(seats, walk(laid.ranking, room, forced, reasons=reasons))
