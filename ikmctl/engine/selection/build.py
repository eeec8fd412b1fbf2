"""From inputs to a finished selection: walk, reserves, and an entry for everybody."""

from collections.abc import Collection, Mapping

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.selection import Because, Entry, Selection, TieBlock
from ikmctl.engine.selection.conflict import conflict
from ikmctl.engine.selection.frame import Frame, Walked, lay_out, walk_frame
from ikmctl.engine.selection.given import Given
from ikmctl.engine.selection.outcomes import Outcomes, outside
from ikmctl.engine.selection.pending import reachable
from ikmctl.engine.selection.reserves import StandIns, Waiting, wait


def run(given: Given) -> Selection:
    """The finished selection of one stage."""
    laid = lay_out(given)
    walked = walk_frame(laid)
    if walked is None:
        return _infeasible(laid)
    waiting = _reserves(laid, walked)
    entries = Outcomes(laid, walked, waiting).entries()
    return Selection(
        given.stage.id,
        _listed(laid, [number for number, one in entries.items() if one.result == "selected"], entries),
        _listed(laid, waiting.listed, entries),
        entries,
        _blocks(walked, waiting),
        reachable(laid, walked),
        _shortfall(laid, entries),
        (),
        _notes(laid, walked),
    )


def _reserves(laid: Frame, walked: Walked) -> Waiting:
    if walked.steps.open:
        return Waiting()
    program, stage = laid.given.program, laid.given.stage
    places = {track.id: program.reserves_of(stage, track) for track in program.all_tracks}
    stand_ins = StandIns(laid.limits, laid.cells, walked.steps.taken, laid.given.people)
    return wait(laid.ranking, stand_ins, walked.steps.taken, places)


def _infeasible(laid: Frame) -> Selection:
    given = laid.given
    rules = conflict(laid.limits, laid.cells, [0] * len(laid.cells.columns), 0)
    entries = outside(laid)
    for number in laid.cells.of:
        card = given.evaluation.cards[number]
        track = given.choices_of(number)[0]
        entries[number] = Entry(number, track, "waiting", Because.WAITING, "", card.key, card.unit)
    return Selection(given.stage.id, (), (), dict(sorted(entries.items())), infeasible=rules)


def _listed(laid: Frame, numbers: Collection[str], entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Entries in final order: by track as in program.yaml, then by rank; admitted people without a rank last."""
    rank = {one.number: index for index, one in enumerate(one for block in laid.ranking.blocks for one in block)}
    tracks = {track.id: index for index, track in enumerate(laid.given.program.all_tracks)}
    chosen = (entries[number] for number in numbers)
    return tuple(sorted(chosen, key=lambda one: (tracks[one.track], rank.get(one.number, len(rank)), one.number)))


def _blocks(walked: Walked, waiting: Waiting) -> tuple[TieBlock, ...]:
    found = walked.steps.open
    blocks = [TieBlock(found.track, found.seats, found.among)] if found else []
    blocks += [TieBlock(track, seats, among, "reserve") for track, seats, among in waiting.open]
    return tuple(blocks)


def _shortfall(laid: Frame, entries: Mapping[str, Entry]) -> dict[str, int]:
    """Seats of each track that stay empty."""
    filled = dict.fromkeys(laid.seats.ceilings, 0)
    for entry in entries.values():
        if entry.result == "selected" and entry.number not in laid.extra:
            filled[entry.track] += 1
    return {track: most - filled[track] for track, most in laid.seats.ceilings.items() if most > filled[track]}


def _notes(laid: Frame, walked: Walked) -> tuple[tuple[str, Mapping[str, Param]], ...]:
    notes: list[tuple[str, Mapping[str, Param]]] = []
    if walked.seats < laid.seats.base:
        notes.append(("seats.short", {"seats": walked.seats, "base": laid.seats.base}))
    refused = [*laid.refused, *(one for one in laid.given.forced if one not in walked.steps.taken)]
    notes += [("admit.refused", {"number": number}) for number in refused]
    return tuple(notes)
