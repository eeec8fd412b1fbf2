"""What changed between two results of a stage, as data."""

from typing import Literal, TypeAlias

from msgspec import Struct

from ikmctl.domain.selection import Because, Entry, Result, Selection

Kind: TypeAlias = Literal["in", "out", "reserve", "moved", "changed"]


class Move(Struct, frozen=True):
    """One person whose outcome changed.

    `kind`: entered the list, left it, became a reserve, moved within list or reserves, or waits or is out for
    another reason. `place_before` and `place_after` count from 1 within the track's list or reserves; 0: on none.
    """

    number: str
    track: str
    kind: Kind
    before: Result | None
    after: Result | None
    because: Because
    detail: str = ""
    place_before: int = 0
    place_after: int = 0


def moves(before: Selection, after: Selection) -> tuple[Move, ...]:
    """Those whom a reader of the list would miss: who entered first, then who left, reserves, movers.

    Somebody who was and is on no list is named only where a tie was settled against them.
    """
    old_places, new_places = _places(before), _places(after)
    found = []
    for number in {*before.entries, *after.entries}:
        old, new = before.entries.get(number), after.entries.get(number)
        places = old_places.get(number, 0), new_places.get(number, 0)
        kind = _kind(old, new, places)
        shown = new or old
        if kind and shown:
            results = old.result if old else None, new.result if new else None
            found.append(Move(number, shown.track, kind, *results, shown.because, shown.detail, *places))
    order: list[Kind] = ["in", "out", "reserve", "moved", "changed"]
    return tuple(sorted(found, key=lambda move: (order.index(move.kind), move.track, move.place_after, move.number)))


def _places(selection: Selection) -> dict[str, int]:
    places: dict[str, int] = {}
    for listed in (selection.selected, selection.reserves):
        counts: dict[str, int] = {}
        for entry in listed:
            counts[entry.track] = places[entry.number] = counts.get(entry.track, 0) + 1
    return places


def _lost_tie(entry: Entry | None) -> bool:
    return entry is not None and entry.because is Because.TICKET


def _kind(old: Entry | None, new: Entry | None, places: tuple[int, int]) -> Kind | None:
    was, now = old.result if old else None, new.result if new else None
    if was != now:
        if now == "selected":
            return "in"
        if was == "selected":
            return "out"
        if now == "reserve":
            return "reserve"
        return "changed" if was == "reserve" or _lost_tie(new) else None
    if places[0] != places[1] or (old and new and old.track != new.track):
        return "moved"
    same = old and new and (old.because, old.detail) == (new.because, new.detail)
    return None if same or now not in ("selected", "reserve") else "changed"
