"""YAML as nodes: each scalar the text in the file, each node with its line and column."""

import re
from collections.abc import Sequence
from typing import Any, Final, Literal

from msgspec import Struct

from ikmctl.domain.diagnostic import Where

MAX_DEPTH: Final = 32
MAX_NODES: Final = 200_000
_LONGEST_QUOTE: Final = 60
_LONG_DIGITS: Final = re.compile(r"[0-9]{16,}")
_EMPTY: Final = frozenset(("", "~", "null", "Null", "NULL"))


class Node(Struct, frozen=True):
    """One scalar, list or map. Lines and columns count from 1; `length` is the width of the caret.

    `plain` says that a scalar stands without quotes, and that a list or map stands in brackets.
    `keys` and `items` of a map go together; a list has `items` alone.
    """

    kind: Literal["map", "list", "scalar"]
    text: str
    plain: bool
    items: tuple["Node", ...]
    keys: tuple["Node", ...]
    line: int
    column: int
    length: int


def nothing(key: Node) -> Node:
    """The missing value of a key, at the place of the key."""
    return Node("scalar", "", True, (), (), key.line, key.column, key.length)  # noqa: FBT003  # fields in their order


def quote(text: str) -> str:
    """A text short enough for a message, on one line and without anything as long as a NIK."""
    text = _LONG_DIGITS.sub("...", " ".join(text.split()))
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 3] + "..."


def is_empty(node: Node) -> bool:
    """Whether the node is nothing at all: `key:`, `key: ~`, `key: null`."""
    return node.kind == "scalar" and node.plain and node.text in _EMPTY


def plain(node: Node) -> Any:
    """The node as dict, list and str; an unquoted empty, `~` or `null` scalar is None."""
    match node.kind:
        case "scalar":
            return None if node.plain and node.text in _EMPTY else node.text
        case "list":
            return [plain(item) for item in node.items]
        case "map":
            return {key.text: plain(item) for key, item in zip(node.keys, node.items, strict=True)}


def child(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    """The key (None in a list) and the value that `step` leads to, or None where there is none."""
    if node.kind == "list" and isinstance(step, int):
        return (None, node.items[step]) if 0 <= step < len(node.items) else None
    if node.kind == "map":
        for key, item in zip(node.keys, node.items, strict=True):
            if key.text == str(step):
                return key, item
    return None


def locate(node: Node, path: Sequence[str | int], file: str, *, key: bool = False) -> Where:
    """The place that `path` leads to, or that of its nearest existing ancestor.

    Steps that the file does not spell out (the `max` inside of `quota: 10`) are passed over. With
    `key`, and for a value that is not there, the place is that of the key.
    """
    name: Node | None = None
    for step in path:
        if node.kind == "scalar":
            break
        if (found := child(node, step)) is not None:
            name, node = found
    if name is not None and key:
        node = name
    elif node.kind == "map" and not node.plain and node.keys:
        node = node.keys[0]
    return Where(file, node.line, node.column, node.length)
