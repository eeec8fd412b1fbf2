"""Why somebody entered or left a list between two states: found by recomputing, not by guessing.

The older inputs are recomputed with only one part of the newer (only the rules, only the marks, ...),
then with one single difference of that part. A difference that alone gives the new outcome is the cause.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from ikmctl.domain.selection import Selection
from ikmctl.engine.changes import PARTS, Atom, Atoms, Change, Part, with_atom, with_part
from ikmctl.engine.checks import Inputs
from ikmctl.engine.compare import Move, moves
from ikmctl.engine.replay import replay

MOST_ATOMS: Final = 60
"""Single differences that are tried one by one in each part; with more, the part as a whole is named."""


class Cause(Struct, frozen=True):
    """What moved somebody.

    `parts` has one part where that alone is enough, several where only together they are. `change` is
    the one difference that is enough by itself, or None.
    """

    parts: tuple[Part, ...]
    change: Change | None = None


def _select(inputs: Inputs | None, stage: str) -> Selection | None:
    if inputs is None:
        return None
    results = replay(inputs.program, inputs.participants, inputs.marks, inputs.decisions, inputs.events)
    return results[stage].selection if stage in results else None


def _agrees(before: Selection, after: Selection | None, move: Move) -> bool:
    """Whether a recomputed list moves this person to where the newer list has them."""
    if after is None:
        return False
    found = next((one for one in moves(before, after) if one.number == move.number), None)
    if found is None:
        return False
    if move.kind == "moved":
        return (found.after, found.place_after) == (move.after, move.place_after)
    return found.after == move.after and (move.kind != "changed" or found.because == move.because)


class _Desk:
    """Recomputes each variant once, however many people ask for it."""

    def __init__(self, old: Inputs, new: Inputs, atoms: Atoms, before: Selection) -> None:
        self.old, self.new, self.stage = old, new, before.stage
        self.atoms = atoms
        self.parts = [part for part in PARTS if atoms[part]]
        self.before = before
        self._by_part: dict[Part, Selection | None] = {}
        self._by_atom: dict[tuple[Part, int], Selection | None] = {}

    def part(self, part: Part) -> Selection | None:
        """The list with one part from the newer inputs."""
        if part not in self._by_part:
            self._by_part[part] = _select(with_part(self.old, self.new, part), self.stage)
        return self._by_part[part]

    def atom(self, part: Part, index: int) -> Selection | None:
        """The list with one single difference."""
        at = (part, index)
        if at not in self._by_atom:
            self._by_atom[at] = _select(with_atom(self.old, self.atoms[part][index]), self.stage)
        return self._by_atom[at]

    def single(self, part: Part, move: Move) -> Change | None:
        """The first single difference that moves this person, their own lines first."""
        atoms: Sequence[Atom] = self.atoms[part]
        if len(atoms) == 1:
            return atoms[0].change
        own = [index for index, atom in enumerate(atoms) if atom.change.subject == move.number]
        others = [index for index in range(len(atoms)) if index not in own]
        for index in (own + others)[:MOST_ATOMS]:
            if _agrees(self.before, self.atom(part, index), move):
                return atoms[index].change
        return None

    def cause(self, move: Move) -> Cause:
        """What moved one person."""
        for part in self.parts:
            if len(self.parts) == 1 or _agrees(self.before, self.part(part), move):
                return Cause((part,), self.single(part, move))
        return Cause(tuple(self.parts))


def find_causes(
    old: Inputs, new: Inputs, atoms: Atoms, before: Selection, moved: Sequence[Move]
) -> Mapping[str, Cause]:
    """The cause of each entry, exit and move of a stage, by participant number.

    Args:
        old: the older state.
        new: the newer state.
        atoms: what differs between them.
        before: the list of the stage in the older state.
        moved: who moved since.
    """
    desk = _Desk(old, new, atoms, before)
    return {move.number: desk.cause(move) for move in moved} if desk.parts else {}
