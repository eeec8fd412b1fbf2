"""What a problem is about: the place in the file, and parameters by which render names it.

The subject travels as parameters: `key` (`dates.start`; empty for a whole entry or file) with its last
part `leaf`, and inside of a list also `of` (`track`) and `name` (the entry's id, or its number in the list).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from msgspec import Struct
from pydantic import BaseModel

from ikmctl.domain.diagnostic import Param
from ikmctl.store.nodes import Node, child, quote

Loc: TypeAlias = Sequence[str | int]
Params: TypeAlias = dict[str, Param]

ENTRY: Final[Mapping[str, str]] = {
    "tracks": "track", "groups": "group", "fields": "field", "marks": "mark", "stages": "stage",
    "criteria": "criterion", "eligibility": "rule", "balance": "balance", "tiers": "tier", "judges": "judge",
    "recusals": "recusal", "signers": "signer", "order": "order", "firms": "firm", "lines": "line",
}  # fmt: skip
"""List or map of a file -> what one entry of it is called in the parameter `of`."""

_NAMES: Final = ("id", "rule", "name", "field", "role", "judge")
_MAPS_OF_ENTRIES: Final = frozenset(("marks",))


class Place(Struct, frozen=True):
    """Where validation stands: the file's nodes, the model that is read, the steps that lead to it."""

    node: Node
    file: str
    model: type[BaseModel]
    context: Mapping[str, Any]
    start: tuple[int, ...] = ()


def follow(loc: Loc, place: Place) -> tuple[tuple[str | int, ...], Node, tuple[str | int, ...]]:
    """Split an error's path into the steps that the file spells out and, at its end, a key that it lacks.

    Models add steps that no file has (`by_track`, and `max` under `quota: 10`); those fall out.
    """
    node = place.node
    steps: list[str | int] = []
    rest: list[str | int] = []
    for step in (*place.start, *(step for step in loc if step != "[key]")):
        found = None if node.kind == "scalar" else child(node, step)
        if found is None:
            rest = [] if node.kind == "scalar" else [step]
        else:
            steps.append(step)
            node, rest = found[1], []
    return tuple(steps), node, tuple(rest)


def subject(root: Node | None, path: Loc) -> Params:
    """The parameters that name the value that `path` leads to; an empty path is the whole file."""
    node, of, name, last = root, "", "", ""
    keys: list[str] = []
    at_root_list = root is not None and root.kind == "list"
    for index, step in enumerate(path):
        found = None if node is None else child(node, step)
        if isinstance(step, int):
            counted = at_root_list and index == 0
            if found is not None and found[1].kind == "map" and (counted or last in ENTRY):
                of = "entry" if counted else ENTRY[last]
                name, keys = _name_of(found[1], step, named=not counted), []
        elif last in _MAPS_OF_ENTRIES and index == 1:
            of, name, keys = ENTRY[last], step, []
        else:
            keys.append(step)
        last = str(step)
        node = node if found is None else found[1]
    key: Params = {"key": quote(".".join(keys)), "leaf": quote(keys[-1] if keys else "key")}
    return key | {"of": of, "name": quote(name)} if of else key


def _name_of(node: Node, position: int, *, named: bool) -> str:
    for key in _NAMES if named else ():
        found = child(node, key)
        if found is not None and found[1].kind == "scalar" and found[1].text:
            return found[1].text
    return str(position + 1)
