"""YAML as nodes: each scalar the text in the file, each node with its line and column.

Meaning comes later and from elsewhere (`domain.scalars`); nothing here turns `no` into False. What
YAML can do beyond maps, lists and scalars is refused: anchors, aliases, merge keys, tags, directives,
several documents. So are deep nesting, huge files and characters that nobody sees.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, Literal

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.domain.spelling import composed
from ikmctl.store.conflict import conflicts
from ikmctl.store.nodes import MAX_DEPTH, MAX_NODES, Node, child, is_empty, locate, nothing, plain, quote

__all__ = ["MAX_DEPTH", "MAX_NODES", "Node", "child", "is_empty", "locate", "plain", "read_nodes"]

MAX_CHARACTERS: Final = 4_000_000
_MAX_REPORTED: Final = 50
_LIMITS: Final = {"characters": MAX_CHARACTERS, "values": MAX_NODES}

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
    "|\r(?!\n)|(?<!^)\ufeff"
)
_DIRECTIVE: Final = re.compile(r"^%\S*", re.MULTILINE)
_LONG_TAG: Final = re.compile(r"(?<![^\s\[{,])!\S{999,}")
"""A tag on which ruamel's own parser would dwell for minutes."""
_WORD: Final = re.compile(r"[^\s,\[\]{}]+")
_APART: Final = re.compile(r"\t|\?\s")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_nodes(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """Read one YAML document.

    Returns:
        The root, None where the file holds nothing or cannot be read; and every problem found. With a
        duplicate key the root is still given, so that other problems of the file can be found too.
    """
    problems = _refuse_text(text, file)
    if problems:
        return None, problems
    text = text.replace("\r\n", "\n")
    text = text if text.endswith("\n") else text + "\n"
    root = _read_sound(text, file)
    return (root, []) if root is not None else _read_any(text, file)


def _read_sound(text: str, file: str) -> Node | None:
    """The root of a sound document, by libyaml, which takes a thirtieth of the time; None where there is more to say.

    Of documents without problems, both parsers give the same nodes, save for tabs and `?`, which are left alone here.
    """
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # it leaves out its own import
    from ruamel.yaml.error import YAMLError

    if _APART.search(text):
        return None
    builder = _Builder(text, file)
    try:
        root = builder.build(iter(CParser(text).get_event, None))
    except YAMLError:
        return None
    return None if builder.problems else root


def _read_any(text: str, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """The root, and every problem, by ruamel's own parser, which follows YAML 1.2 to the letter."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if tag := _LONG_TAG.search(text):
        return None, [Diagnostic("IKM109", _at(text, tag.start(), file), {"found": quote(tag.group())})]
    builder = _Builder(text, file)
    try:
        root = builder.build(YAML(typ="safe", pure=True).parse(text))
    except MarkedYAMLError as fault:
        return None, [*builder.problems, Diagnostic("IKM101", _place_of(fault, text, file))]
    except (YAMLError, ValueError, OverflowError):
        # ruamel lets `"\UFFFFFFFF"` end in a bare ValueError, without a place
        return None, [*builder.problems, Diagnostic("IKM101", Where(file, 1, 1))]
    return root, builder.problems


def _refuse_text(text: str, file: str) -> list[Diagnostic]:
    if len(text) > MAX_CHARACTERS:
        return [Diagnostic("IKM111", Where(file), _LIMITS)]
    if met := conflicts(text, file):
        return met[:_MAX_REPORTED]
    problems = [
        Diagnostic("IKM112", _at(text, found.start(), file), {"char": f"U+{ord(found.group()):04X}"})
        for found in islice(_UNSEEN.finditer(text), _MAX_REPORTED)
    ]
    problems += [
        Diagnostic("IKM109", _at(text, found.start(), file, len(found.group())), {"found": quote(found.group())})
        for found in islice(_DIRECTIVE.finditer(text), _MAX_REPORTED)
    ]
    return problems[:_MAX_REPORTED]


def _at(text: str, index: int, file: str, length: int = 1) -> Where:
    start = text.rfind("\n", 0, index) + 1
    return Where(file, text.count("\n", 0, index) + 1, index - start + 1, length)


def _place_of(fault: Any, text: str, file: str) -> Where:
    """Where the reader should look: at an unclosed bracket or quote, its opening, not the file's end."""
    mark = fault.problem_mark or fault.context_mark
    if fault.context_mark is not None and not text[mark.index :].strip():
        mark = fault.context_mark
    return Where(file, mark.line + 1, mark.column + 1)


class _TooMuchError(Exception):
    """Building has to stop: the file is nested too deep or too big."""


class _Builder:
    """Turns parser events into nodes and collects what is refused on the way."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Diagnostic] = []
        self.count = 0
        self.documents = 0

    def build(self, events: Iterator[Any]) -> Node | None:
        """The first document's root; None for an empty stream or where building had to stop."""
        root: Node | None = None
        try:
            for event in events:
                name = type(event).__name__
                if name == "DocumentStartEvent":
                    self._document(event)
                elif name == "DocumentEndEvent" and event.explicit:
                    self._refuse(event.start_mark)
                elif name not in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                    node = self._node(event, events, 1)
                    root = root or node
        except _TooMuchError:
            return None
        return None if root is not None and is_empty(root) else root

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(event.start_mark)
            raise _TooMuchError

    def _refuse(self, mark: Any) -> None:
        word = _WORD.match(self.text, mark.index)
        found = word.group() if word else ""
        if len(self.problems) < _MAX_REPORTED:
            where = Where(self.file, mark.line + 1, mark.column + 1, max(1, len(found)))
            self.problems.append(Diagnostic("IKM109", where, {"found": quote(found)}))

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self.count += 1
        if self.count > MAX_NODES:
            self.problems.append(Diagnostic("IKM111", Where(self.file), _LIMITS))
            raise _TooMuchError
        start, end = event.start_mark, event.end_mark
        name = type(event).__name__
        if name == "AliasEvent":
            self._refuse(start)
            return Node(
                "scalar", "", plain=False, items=(), keys=(), line=start.line + 1, column=start.column + 1, length=1
            )
        if event.anchor is not None or event.tag is not None:
            self._refuse(start)
        if name == "ScalarEvent":
            width = end.column - start.column if end.line == start.line else 1
            node = Node("scalar", event.value, not event.style, (), (), start.line + 1, start.column + 1, max(1, width))
            if _SURROGATE.search(event.value):
                where = Where(self.file, node.line, node.column, node.length)
                self.problems.append(Diagnostic("IKM112", where, {"char": "U+D800"}))
            return node
        if depth > MAX_DEPTH:
            where = Where(self.file, start.line + 1, start.column + 1)
            self.problems.append(Diagnostic("IKM110", where, {"limit": MAX_DEPTH}))
            raise _TooMuchError
        return self._sequence(event, events, depth) if name == "SequenceStartEvent" else self._map(event, events, depth)

    def _sequence(self, opening: Any, events: Iterator[Any], depth: int) -> Node:
        items: list[Node] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                return _container("list", opening, event, tuple(items), ())
            items.append(self._node(event, events, depth + 1))
        raise AssertionError(opening)

    def _map(self, opening: Any, events: Iterator[Any], depth: int) -> Node:
        keys: dict[str, Node] = {}
        items: list[Node] = []
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                return _container("map", opening, event, tuple(items), tuple(keys.values()))
            key = self._node(event, events, depth + 1)
            item = self._node(next(events), events, depth + 1)
            if self._accept_key(key, keys):
                keys[composed(key.text)] = key
                items.append(nothing(key) if item.plain and item.text == "" and item.kind == "scalar" else item)
        raise AssertionError(opening)

    def _accept_key(self, key: Node, known: dict[str, Node]) -> bool:
        where = Where(self.file, key.line, key.column, key.length)
        if key.kind != "scalar":
            self.problems.append(Diagnostic("IKM109", where, {"found": "?"}))
        elif key.plain and key.text == "<<":
            self.problems.append(Diagnostic("IKM109", where, {"found": "<<"}))
        elif (met := known.get(composed(key.text))) is not None:
            self.problems.append(Diagnostic("IKM108", where, {"key": quote(key.text), "line": met.line}))
        else:
            return True
        return False


def _container(
    kind: Literal["map", "list"], opening: Any, closing: Any, items: tuple[Node, ...], keys: tuple[Node, ...]
) -> Node:
    start, end = opening.start_mark, closing.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Node(kind, "", bool(opening.flow_style), items, keys, start.line + 1, start.column + 1, max(1, width))
