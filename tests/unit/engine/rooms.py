"""Small pools whose every list is known, and questions to a room about them."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ikmctl.engine.selection.frame import Frame, lay_out
from ikmctl.engine.selection.room import Room
from tests.unit.engine.selecting import given, program

Lists: TypeAlias = Sequence[tuple[int, ...]]
"""Every list that keeps the rules and fills the most seats, as people by column."""


def small(seed: int, *, labels: bool) -> Frame:
    """Up to six people of two tracks under rules that bind; some name a second track."""
    chance = random.Random(seed)
    balance = [{"field": "gender", "value": "female", "min": chance.randint(0, 2)}, {"field": "district", "each": {}}]
    balance[1]["each"] = {"max": chance.randint(1, 3)}
    if chance.random() < 0.4:
        balance.append({"field": "gender", "value": "male", "max": 1, "per": "track"})
    rules = program(
        f"x:{chance.randint(1, 3)} y:{chance.randint(0, 1)}-{chance.randint(1, 3)}",
        balance=balance[: chance.randint(0, 3)],
        max_per={"household": 1, "business": chance.randint(1, 2)} if labels else {},
        second_choice=chance.random() < 0.6,
    )
    lines = []
    for index in range(chance.randint(4, 6)):
        track = chance.choice(["x", "y", "x/y", "y/x"])
        facts = [f"gender={chance.choice(['female', 'male'])}", f"district=D{chance.randint(1, 2)}"]
        facts += [f"household=H{chance.randint(1, 2)}"] * (chance.random() < 0.5)
        facts += [f"business=B{chance.randint(1, 2)}"] * (chance.random() < 0.5)
        lines.append(f"P{index} {track} {90 - index} {' '.join(facts)}")
    return lay_out(given(rules, "\n".join(lines)))


def every_list(laid: Frame) -> Lists:
    """By trying: the lists of whole numbers of people by column that keep every limit, of the largest size."""
    cells, limits = laid.cells, laid.limits
    found: list[tuple[int, ...]] = [()]
    for column in cells.columns:
        found = [(*one, more) for one in found for more in range(cells.sizes[column.cell] + 1)]
        found = [one for one in found if sum(one) <= laid.seats.base and not _too_many(laid, one)]
    members = [
        [at for at, column in enumerate(cells.columns) if index in column.limits] for index in range(len(limits))
    ]
    kept = [
        one for one in found
        if all(sum(one[at] for at in mine) >= limit.low for limit, mine in zip(limits, members, strict=True))
    ]  # fmt: skip
    most = max(map(sum, kept), default=0)
    return [one for one in kept if sum(one) == most]


def _too_many(laid: Frame, one: tuple[int, ...]) -> bool:
    """Whether the first columns alone hold too many of a cell or under a limit."""
    cells, limits = Counter[int](), Counter[int]()
    for people, column in zip(one, laid.cells.columns, strict=False):
        if people:
            cells[column.cell] += people
            limits.update(dict.fromkeys(column.limits, people))
    return any(count > laid.cells.sizes[cell] for cell, count in cells.items()) or any(
        count > laid.limits[index].high for index, count in limits.items()
    )


def question(room: Room, laid: Frame, lists: Lists, seed: int) -> None:
    """Take, go back and ask at random about people who are free; every answer must be the one that the lists give."""
    chance, cells = random.Random(seed), laid.cells
    columns = range(len(cells.columns))
    marks = [(room.mark(), tuple(room.taken))]
    for _ in range(12):
        taken = tuple(room.taken)
        possible = [one for one in lists if all(map(int.__le__, taken, one))]
        assert possible
        assert room.full == (taken in lists)
        free = [
            cell
            for cell, size in enumerate(cells.sizes)
            for _ in range(size - sum(taken[at] for at in cells.choices[cell]))
        ]
        asked = chance.sample(free, min(len(free), chance.randint(1, 3)))
        wanted = Counter(chance.choice(cells.choices[cell]) for cell in asked)
        told = any(all(one[at] >= taken[at] + wanted[at] for at in columns) for one in possible)
        assert room.can(wanted) is told, (seed, taken, wanted)
        if not free:
            break
        cell = chance.choice(free)
        first = next((at for at in cells.choices[cell] if any(one[at] > taken[at] for one in possible)), None)
        assert room.choice(cell) == first, (seed, taken, cell)
        assert all(one[at] == taken[at] for one in possible for at in columns if room.closed[at])
        if first is not None and chance.random() < 0.7:
            room.take(first)
        if chance.random() < 0.3:
            marks.append((room.mark(), tuple(room.taken)))
        if chance.random() < 0.25:
            mark, before = chance.choice(marks)
            room.back(mark)
            assert tuple(room.taken) == before


def cases(first: int, *, labels: bool) -> Iterator[tuple[int, Frame, Lists]]:
    """Ten pools from a seed on, each with all its lists."""
    for seed in range(first, first + 10):
        laid = small(seed, labels=labels)
        yield seed, laid, every_list(laid)
