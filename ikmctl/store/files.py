"""The YAML files of a cohort by name: program, decisions, events, objections, partners, columns."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.event import DecisionsSoFar, Event
from ikmctl.domain.model import Model
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program
from ikmctl.store.authored import Read, read_list, read_model
from ikmctl.store.emit import flow
from ikmctl.store.nodes import Node, locate, plain
from ikmctl.store.subjects import subject
from ikmctl.store.yamlnodes import read_nodes

if TYPE_CHECKING:
    from ikmctl.domain.objection import Objection

Columns: TypeAlias = Mapping[str, Mapping[str, str]]
"""Kind of spreadsheet -> header as it stands there -> field."""

_ALWAYS_QUOTED: Final = frozenset(("reason", "document", "value", "source", "witness", "decree", "old", "new"))
_BARE_TEXT: Final = frozenset(("by",))
_ALWAYS_WRITTEN: Final = frozenset(("reason",))
_NULL: Final = re.compile(r"^((?:---)?[ \t]*)(?:~|null|Null|NULL)(?=[ \t\r]*(?:#.*)?$)", re.MULTILINE)
"""How a file may say in so many words that it holds nothing."""
_LONGEST_KEY: Final = 1000
"""Characters of a key that YAML finds without a `?` before it; by its rules 1024 with the quotes."""
COLUMNS_HEAD: Final = "# which spreadsheet column means which field; written by `ikmctl import`\n"


def read_program(text: str, file: str) -> Read[Program]:
    """Read program.yaml with the rules and scales that the engine knows."""
    from ikmctl.engine.rules import RULES
    from ikmctl.engine.scales import SCALES

    return read_model(Program, text, file, {"rules": RULES, "scales": SCALES})


def read_decisions(text: str, file: str) -> Read[tuple[Decision, ...]]:
    """Read decisions.yaml; an empty text is an empty list."""
    return read_list(Decision, text, file)


def read_events(text: str, file: str) -> Read[tuple[Event, ...]]:
    """Read events.yaml; an empty text is an empty list."""
    return read_list(Event, text, file)


def read_objections(text: str, file: str) -> "Read[tuple[Objection, ...]]":
    """Read objections.yaml; an empty text is an empty list."""
    from ikmctl.domain.objection import Objection

    return read_list(Objection, text, file)


def read_partners(text: str, file: str) -> Read[Partners]:
    """Read partners.yaml: large firms and their demand lines."""
    return read_model(Partners, text, file)


def append_decision(text: str, decision: Decision) -> str:
    """The text of decisions.yaml with one more entry; every byte before stays."""
    return _append(text, _entry(decision))


def append_event(text: str, event: Event) -> str:
    """The text of events.yaml with one more entry; every byte before stays."""
    return _append(text, _entry(event))


def _entry(model: Model) -> str:
    """One entry in flow style, keys in the order of the model, keys at their default left out."""
    written = []
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if value == info.get_default(call_default_factory=True) and name not in _ALWAYS_WRITTEN:
            continue
        written.append(f"{info.alias or name}: {_value(name, value)}")
    return "{" + ", ".join(written) + "}"


def _value(name: str, value: Any) -> str:
    if isinstance(value, DecisionsSoFar):
        return flow({"count": value.count, "digest": value.digest})
    if name in _BARE_TEXT and isinstance(value, str) and all(flow(word) == word for word in value.split(" ")):
        return value
    return flow(value, quoted=name in _ALWAYS_QUOTED)


def _append(text: str, entry: str) -> str:
    """Put `entry` at the end of a list. The text must be readable; the result is read again to be sure."""
    newline = "\r\n" if "\r\n" in text else "\n"
    node, problems = read_nodes(text, "")
    if problems or (node is not None and node.kind != "list"):
        raise ValueError("only a readable list can be appended to")
    before = [] if node is None else plain(node)
    for candidate in _candidates(text, node, entry, newline):
        after, faults = read_nodes(candidate, "")
        if after is not None and not faults and len(after.items) == len(before) + 1:
            read = plain(after)
            if isinstance(read, list) and read[:-1] == before:
                return candidate
    raise AssertionError(entry)


def _candidates(text: str, node: Node | None, entry: str, newline: str) -> Iterator[str]:
    """Texts that may be the list with one more entry, the likeliest first."""
    if node is None or not node.plain:
        indent = " " * (0 if node is None else node.column - 1)
        for before in (text,) if node else (text, _NULL.sub(r"\1", text)):
            yield before + ("" if not before or before.endswith("\n") else newline) + f"{indent}- {entry}{newline}"
        return
    start = text.index("[", sum(map(len, text.splitlines(keepends=True)[: node.line - 1])))
    ends = [found.start() for found in re.finditer("]", text[start:])]
    for end in (start + one for one in reversed(ends)):
        head, tail = text[:end].rstrip(), text[end:]
        if node.items:
            in_doubt = head.endswith(",") or "#" in head[head.rfind("\n") + 1 :]  # a comma in a comment is none
            for comma in ("", f"{newline}  ,") if in_doubt else (",",):
                yield f"{head}{comma}{newline}  {entry}{newline}{tail}"
        elif head == text[: start + 1]:
            yield f"{text[:start]}- {entry}{tail[1:]}"
        yield f"{text[:end]}{entry}{tail}"  # `--- []`, and a comment between the brackets


def read_columns(text: str, file: str) -> Read[Columns]:
    """Read columns.yaml; an empty text is an empty map."""
    node, problems = read_nodes(text, file)
    if node is None:
        return Read(None if problems else {}, tuple(problems), node, file, text)
    problems += _shape_of_columns(node, file)
    return Read(None if problems else plain(node), tuple(problems), node, file, text)


def _shape_of_columns(node: Node, file: str) -> list[Diagnostic]:
    if node.kind != "map":
        return [Diagnostic("IKM114", locate(node, (), file), subject(node, ()))]
    problems = []
    for kind, headers in zip(node.keys, node.items, strict=True):
        if headers.kind != "map":
            problems.append(Diagnostic("IKM114", locate(node, (kind.text,), file), subject(node, (kind.text,))))
        problems += [
            Diagnostic("IKM115", locate(node, (kind.text, header.text), file), subject(node, (kind.text, header.text)))
            for header, field in zip(headers.keys, headers.items, strict=False)
            if field.kind != "scalar"
        ]
    return problems


def write_columns(columns: Columns) -> str:
    """columns.yaml, kinds and headers a to z."""
    lines = [COLUMNS_HEAD]
    for kind in sorted(columns):
        lines.append(f"{flow(kind)}:\n" if columns[kind] else f"{flow(kind)}: {{}}\n")
        lines += [_column(header, columns[kind][header]) for header in sorted(columns[kind])]
    return "".join(lines)


def _column(header: str, field: str) -> str:
    key = flow(header, quoted=True)
    return f"  {key}: {flow(field)}\n" if len(key) < _LONGEST_KEY else f"  ? {key}\n  : {flow(field)}\n"
