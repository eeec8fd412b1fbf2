"""What every source shares: the value, the reader, the desk with all that readers may look at."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import parse_fraction
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import FieldSpec, MarkSpec, Program
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.source import Source
from ikmctl.engine.panel.roster import Roster, roster
from ikmctl.engine.sessions import sessions

Entry: TypeAlias = tuple[str, str, str]
"""Item, judge or session, and value of one mark."""
MarkIndex: TypeAlias = Mapping[str, Mapping[str, Mark | list[Mark]]]
"""Mark -> participant number -> the mark, or a list where there are several (most tests have one a person)."""


class Value(Struct, frozen=True):
    """A raw value, or why there is none.

    While it is missing, `low` and `high` are the least and the most it can still become (None: not
    known). `panel_gap` says that judges are behind it, so it is never held against the participant.
    """

    raw: Fraction | str | None
    missing: Reason | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    panel_gap: bool = False


class Reader(Protocol):
    """A source, ready to be read for any participant."""

    def key(self, participant: Participant) -> Hashable:
        """Everything that the value of this participant depends on."""

    def read(self, key: Any) -> Value:
        """The value for such a key."""


class Desk(Struct, frozen=True):
    """All that readers may look at."""

    program: Program
    index: MarkIndex
    roster: Roster
    sessions: tuple[str, ...]
    carried: Mapping[str, Mapping[str, ScoreCard]] = field(default_factory=dict)
    line: Mapping[str, str] = field(default_factory=dict)
    """Attributes of the demand line, in a match."""
    severity: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    """Mark -> judge -> severity, where `panel.aggregate` is `adjusted`."""

    def mark(self, name: str) -> MarkSpec | None:
        """The declaration of a mark."""
        return self.program.marks.get(name)

    def field_spec(self, name: str) -> FieldSpec | None:
        """The program's own declaration of a field."""
        return next((spec for spec in self.program.fields if spec.id == name), None)


def index_marks(marks: Iterable[Mark], wanted: Collection[str]) -> dict[str, dict[str, Mark | list[Mark]]]:
    """The wanted marks by id and participant."""
    index: dict[str, dict[str, Mark | list[Mark]]] = {name: {} for name in wanted}
    for one in marks:
        by_number = index.get(one.mark)
        if by_number is None:
            continue
        before = by_number.get(one.number)
        if before is None:
            by_number[one.number] = one
        elif isinstance(before, list):
            before.append(one)
        else:
            by_number[one.number] = [before, one]
    return index


def marks_of(index: MarkIndex, mark: str, number: str) -> Sequence[Mark]:
    """The marks of one kind of one participant."""
    found = index.get(mark, {}).get(number, ())
    return (found,) if isinstance(found, Mark) else found


def make_desk(
    program: Program,
    index: MarkIndex,
    carried: Mapping[str, Mapping[str, ScoreCard]] | None = None,
    line: Mapping[str, str] | None = None,
    severity: Mapping[str, Mapping[str, Fraction]] | None = None,
) -> Desk:
    """Lay out what the sources of a program need."""
    return Desk(program, index, roster(program), sessions(program), carried or {}, line or {}, severity or {})


def absent(source: Source | str, key: str = "missing.value") -> Reason:
    """The reason that names a missing source."""
    return Reason(key, {"source": str(source)})


def as_number(raw: Fraction | str | None) -> Fraction | None:
    """The raw value as a number, or None where it is missing or a word."""
    return parse_fraction(raw) if isinstance(raw, str) else raw


def exact(value: object) -> Fraction | None:
    """A decimal of the program as a fraction."""
    return None if value is None else Fraction(str(value))


def group_facts(program: Program, group_id: str) -> dict[str, str]:
    """Attributes of a group that are stated, as text."""
    group = next((one for one in program.groups if one.id == group_id), None)
    if group is None:
        return {}
    units = None if group.units is None else str(group.units)
    stated = {"id": group.id, "name": group.name, "dak": group.dak, "priority": group.priority, "units": units}
    return {name: value for name, value in stated.items() if value}
