"""From inputs to a finished selection: walk, reserves, prizes, and an entry for everybody."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.selection import Because, Entry, Selection, TieBlock
from ikmctl.engine.selection.awards import final_order, ladder, open_tiers, tiers
from ikmctl.engine.selection.conflict import conflict
from ikmctl.engine.selection.frame import Frame, Walked, lay_out, walk_frame
from ikmctl.engine.selection.given import Given
from ikmctl.engine.selection.outcomes import Outcomes, outside
from ikmctl.engine.selection.pending import all_pending, reachable
from ikmctl.engine.selection.reserves import StandIns, Waiting, wait
from ikmctl.engine.selection.room import Undecidable

Note = tuple[str, Mapping[str, Param]]


def run(given: Given) -> Selection:
    """The finished selection of one stage; where the search gave up, nobody is selected and `unknown` says so."""
    laid = lay_out(given)
    try:
        walked = walk_frame(laid, reasons=True)
        return _impossible(laid) if walked is None else _finish(laid, walked)
    except Undecidable:
        return replace(_nobody(laid), unknown=True)


def _finish(laid: Frame, walked: Walked) -> Selection:
    stage = laid.given.stage
    waiting = reserves_of(laid, walked)
    entries = Outcomes(laid, walked, waiting).entries()
    chosen = {number: one.track for number, one in entries.items() if one.result == "selected"}
    prizes = tiers(stage.awards, final_order(laid.ranking, _seated(laid, chosen)))
    for number, prize in prizes.items():
        entries[number] = replace(entries[number], tier=prize)
    blocks = _blocks(walked, waiting)
    if not walked.steps.open:
        blocks += open_tiers(laid.ranking, prizes, ladder(stage.awards))
    return Selection(
        stage.id,
        _listed(laid, chosen, entries),
        _listed(laid, waiting.listed, entries),
        entries,
        tuple(blocks),
        reachable(laid, walked),
        {} if walked.steps.open else _shortfall(laid, chosen),
        (),
        _notes(laid, walked),
    )


def _seated(laid: Frame, chosen: Mapping[str, str]) -> dict[str, str]:
    return {number: track for number, track in chosen.items() if number not in laid.extra}


def reserves_of(laid: Frame, walked: Walked) -> Waiting:
    """The reserve lists behind a walk; none while a tie is open."""
    if walked.steps.open:
        return Waiting()
    program, stage = laid.given.program, laid.given.stage
    places = {track.id: program.reserves_of(stage, track) for track in program.all_tracks}
    stand_ins = StandIns(laid.limits, laid.cells, walked.steps.taken, laid.given.people)
    return wait(laid.ranking, stand_ins, walked.steps.taken, places)


def _nobody(laid: Frame) -> Selection:
    """A result in which everybody of the pool waits."""
    given = laid.given
    entries = outside(laid)
    for number in laid.cells.of:
        card = given.evaluation.cards[number]
        track = given.choices_of(number)[0]
        entries[number] = Entry(number, track, "waiting", Because.WAITING, "", card.key, card.unit)
    return Selection(given.stage.id, (), (), dict(sorted(entries.items())), pending=all_pending(given))


def _impossible(laid: Frame) -> Selection:
    """Nobody is selected: which rules stand against each other, how many people lack, and what would help."""
    from ikmctl.engine.selection.relaxing import relaxations

    rules = conflict(laid.limits, laid.cells, [0] * len(laid.cells.columns), 0)
    changes = relaxations(laid.limits, laid.cells)
    notes: list[Note] = list(_lacking(laid))
    for index, change in enumerate(changes, 1):
        text = "; ".join(f"{one.rule} {one.was} -> {one.now}" for one in change)
        notes.append(("note.relaxation", {"number": index, "change": text}))
    return replace(_nobody(laid), infeasible=rules, relaxations=changes, notes=tuple(notes))


def _lacking(laid: Frame) -> list[Note]:
    """Floors for which the pool alone has too few people."""
    cells = laid.cells
    notes: list[Note] = []
    for index, limit in enumerate(laid.limits):
        if not limit.low:
            continue
        able = {column.cell for column in cells.columns if index in column.limits}
        have = sum(cells.sizes[cell] for cell in able)
        if have < limit.low:
            notes.append(("note.lacking", {"rule": limit.name, "need": limit.low, "have": have}))
    return notes


def _listed(laid: Frame, numbers: Collection[str], entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Entries in final order: by track as in program.yaml, then by rank; admitted people without a rank last."""
    wanted = frozenset(numbers)
    ranked = (one.number for one in laid.ranking.order if one.number in wanted)
    rank = {number: index for index, number in enumerate(ranked)}
    tracks = {track.id: index for index, track in enumerate(laid.given.program.all_tracks)}
    chosen = (entries[number] for number in numbers)
    return tuple(sorted(chosen, key=lambda one: (tracks[one.track], rank.get(one.number, len(rank)), one.number)))


def _blocks(walked: Walked, waiting: Waiting) -> list[TieBlock]:
    found = walked.steps.open
    blocks = [TieBlock(found.track, found.seats, found.among)] if found else []
    return blocks + [TieBlock(track, seats, among, "reserve") for track, seats, among in waiting.open]


def _shortfall(laid: Frame, chosen: Mapping[str, str]) -> dict[str, int]:
    """Seats of each track that stay empty."""
    filled = dict.fromkeys(laid.seats.ceilings, 0)
    for track in _seated(laid, chosen).values():
        filled[track] += 1
    return {track: most - filled[track] for track, most in laid.seats.ceilings.items() if most > filled[track]}


def _notes(laid: Frame, walked: Walked) -> tuple[Note, ...]:
    notes: list[Note] = []
    if walked.seats < laid.seats.base:
        rules = conflict(laid.limits, laid.cells, [0] * len(laid.cells.columns), walked.seats + 1)
        why = ", ".join(rules)
        notes.append(("note.short", {"seats": walked.seats, "base": laid.seats.base, "rules": why}))
    refused = {one: "-" for one in laid.given.forced if one not in walked.steps.taken} | dict(laid.refused)
    notes += [("note.admit_refused", {"number": number, "rule": rule}) for number, rule in refused.items()]
    return tuple(notes)
