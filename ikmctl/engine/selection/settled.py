"""Which ties something settled where it mattered, between whom, and who came first: for papers and explanations."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from ikmctl.engine.selection.build import reserves_of
from ikmctl.engine.selection.frame import Frame, Walked, lay_out, walk_frame
from ikmctl.engine.selection.given import Given
from ikmctl.engine.selection.order import By, Ranked, settled_by
from ikmctl.engine.selection.reserves import StandIns, Waiting
from ikmctl.engine.selection.room import Undecidable


class SettledTie(Struct, frozen=True):
    """People with the same score, in the order that was settled; `won` are those who got one of the places."""

    place: Literal["selected", "reserve"]
    tracks: tuple[str, ...]
    among: tuple[str, ...]
    won: tuple[str, ...]
    by: By


def settled_ties(given: Given) -> tuple[SettledTie, ...]:
    """Every tie that jury, lots or draw settled and that decided who is in or who waits first."""
    settled = given.settled
    if not (settled.orders or settled.lots or settled.tickets):
        return ()
    laid = lay_out(given)
    try:
        walked = walk_frame(laid, reasons=True)
    except Undecidable:
        return ()
    if walked is None:
        return ()
    return (*_of_seats(laid, walked), *_of_reserves(laid, walked, reserves_of(laid, walked)))


def _of_seats(laid: Frame, walked: Walked) -> Iterator[SettledTie]:
    for index, rivals in walked.steps.contested.items():
        tie = [one for one in laid.ranking.ties[index] if one.number in rivals]
        won = {one.number for one in tie if one.number in walked.steps.taken}
        if won:
            yield _tie(laid, "selected", tie, won)


def _of_reserves(laid: Frame, walked: Walked, waiting: Waiting) -> Iterator[SettledTie]:
    """Ties for a place on a reserve list; people of one block are not told apart by anything."""
    block_of = {one.number: index for index, block in laid.ranking.blocks() for one in block}
    stand_ins = StandIns(laid.limits, laid.cells, walked.steps.taken, laid.given.people)
    for tie in laid.ranking.ties:
        if not any(one.number in waiting.listed for one in tie):
            continue
        for people in _by_track(tie, laid, walked, stand_ins).values():
            won = {one.number for one in people if one.number in waiting.listed}
            if won and len({block_of[one.number] for one in people}) > 1:
                yield _tie(laid, "reserve", people, won)


def _by_track(
    tie: Sequence[Ranked], laid: Frame, walked: Walked, stand_ins: StandIns
) -> Mapping[str, Sequence[Ranked]]:
    """Those of a tie who could stand in for somebody, under the track in which they would wait."""
    found: dict[str, list[Ranked]] = {}
    for one in tie:
        if one.number in walked.steps.taken:
            continue
        columns = laid.cells.choices[laid.cells.of[one.number]]
        column = next((column for column in columns if stand_ins.seats_for(column)), None)
        if column is not None:
            found.setdefault(laid.cells.columns[column].track, []).append(one)
    return found


def _tie(laid: Frame, place: Literal["selected", "reserve"], tie: Sequence[Ranked], won: Collection[str]) -> SettledTie:
    first = [one for one in tie if one.number in won]
    last = [one for one in tie if one.number not in won] or first[-1:]
    by = settled_by(laid.given.settled, last[0], {one.jury for one in first if one != last[0]})
    tracks = dict.fromkeys(laid.cells.columns[laid.cells.choices[laid.cells.of[one.number]][0]].track for one in tie)
    return SettledTie(
        place, tuple(tracks), tuple(one.number for one in tie), tuple(one.number for one in first), by
    )  # fmt: skip
