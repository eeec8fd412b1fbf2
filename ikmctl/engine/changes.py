"""What differs between two states of a cohort's inputs: rules by path, people and marks by line, acts by entry.

Each difference is an atom that can be applied alone to the older state; `causes` does so to find out
what moved somebody.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.canonical import canonical_json
from ikmctl.engine.checks import Inputs
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.engine.sequences import beyond, moved

Part: TypeAlias = Literal["rules", "participants", "marks", "decisions", "events"]
PARTS: tuple[Part, ...] = ("decisions", "marks", "participants", "rules", "events")
"""In the order in which a cause is looked for: what people did, then what was measured, then the rules."""

SHOWN: tuple[Part, ...] = ("rules", "participants", "marks", "decisions", "events")
"""In the order in which a reader wants to see them."""

_OWN = ("track", "track_2", "group", "registered_at")
_NAMED_BY = ("id", "rule", "name", "field", "by", "judge")


class Change(Struct, frozen=True):
    """One difference. `path` leads to it; `old` and `new` are its text, empty where there is none.

    `subject` is the participant number of a line or act, empty for a rule.
    """

    part: Part
    path: tuple[str, ...]
    old: str
    new: str
    subject: str = ""


class Atom(Struct, frozen=True):
    """A change with what it takes to apply it to the older inputs."""

    change: Change
    value: Any = None


Atoms: TypeAlias = Mapping[Part, Sequence[Atom]]
"""Every difference between two states, by part."""


def plain_program(program: Program) -> Any:
    """A program as plain data with one spelling, as its YAML would read back."""
    return json.loads(canonical_json(program))


def _key(item: dict[str, Any], index: int) -> str:
    return next((str(item[name]) for name in _NAMED_BY if name in item), str(index))


def _keyed(items: list[Any]) -> dict[str, Any] | None:
    """List items by name, or None where they have none or share one (such a list changes as a whole)."""
    if not all(isinstance(item, dict) for item in items):
        return None
    found = {_key(item, index): item for index, item in enumerate(items)}
    return found if len(found) == len(items) else None


def _differences(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    if old == new:
        return
    if isinstance(old, list) and isinstance(new, list):
        left, right = _keyed(old), _keyed(new)
        if left is not None and right is not None and _same_order(left, right):
            old, new = left, right
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from _differences(old.get(key), new.get(key), (*path, key))
    else:
        yield path, old, new


def _same_order(left: dict[str, Any], right: dict[str, Any]) -> bool:
    return [key for key in left if key in right] == [key for key in right if key in left]


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def rule_atoms(old: Program, new: Program) -> list[Atom]:
    """Differences between two programs, each at its path (`stages.curation.criteria.practice.weight`)."""
    found = _differences(plain_program(old), plain_program(new), ())
    return [Atom(Change("rules", path, _text(left), _text(right)), right) for path, left, right in found]


def _set(node: Any, path: tuple[str, ...], value: Any) -> Any:
    """`node` with the place at `path` replaced, added or (value None) taken away."""
    if not path:
        return value
    if isinstance(node, list):
        items = {_key(item, index): item for index, item in enumerate(node)}
        items[path[0]] = _set(items.get(path[0], {}), path[1:], value)
        return [item for item in items.values() if item is not None]
    inner = _set((node or {}).get(path[0], {}), path[1:], value)
    return {
        **{key: item for key, item in node.items() if key != path[0]},
        **({} if inner is None else {path[0]: inner}),
    }


def _with_rule(program: Program, atom: Atom) -> Program | None:
    try:
        data = _set(plain_program(program), atom.change.path, atom.value)
        return Program.model_validate(data, context={"rules": RULES, "scales": SCALES})
    except ValidationError:
        return None


def _facts(person: Participant) -> dict[str, str]:
    own = {name: getattr(person, name) for name in _OWN}
    return {key: text for key, text in {**own, **person.facts}.items() if text}


def participant_atoms(old: Sequence[Participant], new: Sequence[Participant]) -> list[Atom]:
    """People added (path empty), removed, or with a changed fact (path: the column)."""
    if old == new:
        return []
    left, right = ({person.number: person for person in people} for people in (old, new))
    atoms = []
    for number in sorted({*left, *right}):
        before, after = left.get(number), right.get(number)
        if before is None or after is None:
            state = ("", number) if before is None else (number, "")
            atoms.append(Atom(Change("participants", (), *state, number), after))
        elif before != after:
            have, want = _facts(before), _facts(after)
            atoms += [
                Atom(
                    Change("participants", (key,), have.get(key, ""), want.get(key, ""), number),
                    before.with_fact(key, want.get(key, "")),
                )
                for key in sorted({*have, *want})
                if have.get(key) != want.get(key)
            ]
    return atoms


def mark_atoms(old: Sequence[Mark], new: Sequence[Mark]) -> list[Atom]:
    """Marks added, removed or changed; path: mark, item and judge or session where they have them."""
    differing = set(old) ^ set(new)
    left, right = ({(m.number, m.mark, m.item, m.by): m for m in marks if m in differing} for marks in (old, new))
    atoms = []
    for key in sorted({*left, *right}):
        before, after = left.get(key), right.get(key)
        have, want = before.value if before else "", after.value if after else ""
        atoms.append(Atom(Change("marks", tuple(filter(None, key[1:])), have, want, key[0]), (key, after)))
    return atoms


def entry_atoms(part: Literal["decisions", "events"], old: Sequence[Any], new: Sequence[Any]) -> list[Atom]:
    """Entries that came, changed a field (path: the act and the field), went, or stand at another place of the file."""
    added = [new[at] for at in beyond(new, old)]
    gone = [old[at] for at in beyond(old, new)]
    places = (
        Atom(Change(part, (_act(one), "place"), str(was + 1), str(now + 1), _subject(one)), (one, now))
        for one, was, now in moved(old, new)
    )
    pairs = _revised(gone, added)
    added = [entry for entry in added if all(entry is not after for _, after in pairs)]
    gone = [entry for entry in gone if all(entry is not before for before, _ in pairs)]
    return [
        *(Atom(Change(part, (_act(one),), "", _words(one), _subject(one)), (None, one)) for one in added),
        *(atom for before, after in pairs for atom in _field_atoms(part, before, after)),
        *(Atom(Change(part, (_act(one),), _words(one), "", _subject(one)), (one, None)) for one in gone),
        *places,
    ]


def _revised(gone: Sequence[Any], added: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Entries of the same act on the same thing that were rewritten, in the order of the file."""
    waiting: dict[tuple[Any, ...], list[Any]] = {}
    for entry in added:
        waiting.setdefault(_same_act(entry), []).append(entry)
    return [(entry, waiting[_same_act(entry)].pop(0)) for entry in gone if waiting.get(_same_act(entry))]


def _same_act(entry: Any) -> tuple[Any, ...]:
    return _act(entry), _subject(entry), entry.stage, getattr(entry, "number", None)


def _field_atoms(part: Literal["decisions", "events"], before: Any, after: Any) -> Iterator[Atom]:
    have, want = (json.loads(canonical_json(entry)) for entry in (before, after))
    for name in dict.fromkeys([*have, *want]):
        if have.get(name) != want.get(name):
            change = Change(part, (_act(before), name), _text(have.get(name)), _text(want.get(name)), _subject(before))
            yield Atom(change, (before, before.model_copy(update={name: getattr(after, name)})))


def _act(entry: Any) -> str:
    if hasattr(entry, "do"):
        return str(entry.do)
    what = "" if entry.what == entry.event else entry.what
    return " ".join(filter(None, (entry.event, what, str(entry.number or ""))))


def _words(entry: Any) -> str:
    """What an entry says of itself: its reason, else the day on which it was done."""
    return str(entry.reason or entry.on)


def _subject(entry: Any) -> str:
    return (entry.id or ", ".join(entry.ids)) if hasattr(entry, "do") else ""


def atoms_of(old: Inputs, new: Inputs) -> Atoms:
    """Everything that differs between two states."""
    return {
        "decisions": entry_atoms("decisions", old.decisions, new.decisions),
        "marks": mark_atoms(old.marks, new.marks),
        "participants": participant_atoms(old.participants, new.participants),
        "rules": rule_atoms(old.program, new.program),
        "events": entry_atoms("events", old.events, new.events),
    }


def with_part(old: Inputs, new: Inputs, part: Part) -> Inputs:
    """The older inputs with one part from the newer."""
    name = "program" if part == "rules" else part
    return replace(old, **{name: getattr(new, name)})


def with_atom(old: Inputs, atom: Atom) -> Inputs | None:
    """The older inputs with one difference applied, the last case is an event; None where that alone makes no sense."""
    match atom.change.part:
        case "rules":
            program = _with_rule(old.program, atom)
            return None if program is None else replace(old, program=program)
        case "marks":
            key, mark = atom.value
            kept = [m for m in old.marks if (m.number, m.mark, m.item, m.by) != key]
            return replace(old, marks=tuple(sorted([*kept, *([mark] if mark else [])])))
        case "participants":
            return replace(old, participants=_with_person(old.participants, atom))
        case "decisions":
            return replace(old, decisions=_with_entry(old.decisions, *atom.value))
        case _:
            return replace(old, events=_with_entry(old.events, *atom.value))


def _with_entry(entries: tuple[Any, ...], before: Any, after: Any) -> tuple[Any, ...]:
    if before is None:
        return (*entries, after)
    if isinstance(after, int):  # its new place
        others = [item for item in entries if item != before]
        return (*others[:after], before, *others[after:])
    return tuple(after if item == before else item for item in entries if after is not None or item != before)


def _with_person(people: Sequence[Participant], atom: Atom) -> tuple[Participant, ...]:
    kept = [person for person in people if person.number != atom.change.subject]
    return tuple(sorted([*kept, *([atom.value] if atom.value else [])], key=lambda person: person.number))
