"""What differs between two orders of the same entries."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any


def beyond(entries: Sequence[Any], others: Sequence[Any]) -> list[int]:
    """Places of entries that the others do not have, each as often as it stands there more."""
    left, found = list(others), []
    for at, entry in enumerate(entries):
        if entry in left:
            left.remove(entry)
        else:
            found.append(at)
    return found


def moved(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[Any, int, int]]:
    """As few of the entries that both have as tell one order from the other, each with its places."""
    gone, added = set(beyond(old, new)), set(beyond(new, old))
    before = [(at, entry) for at, entry in enumerate(old) if at not in gone]
    after = [(at, entry) for at, entry in enumerate(new) if at not in added]
    if [entry for _, entry in before] == [entry for _, entry in after]:
        return
    places: list[int] = []
    for _, entry in after:
        index = next(index for index, (_, one) in enumerate(before) if one == entry)
        places.append(before.pop(index)[0])
    still = _rising(places)
    yield from ((entry, was, now) for was, (now, entry) in zip(places, after, strict=True) if was not in still)


def _rising(numbers: Sequence[int]) -> set[int]:
    """The longest rising part of different numbers, of which there is one at least."""
    ends: list[int] = []
    earlier: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        earlier[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    found: set[int] = set()
    last: int | None = ends[-1]
    while last is not None:
        found.add(last)
        last = earlier[last]
    return found
