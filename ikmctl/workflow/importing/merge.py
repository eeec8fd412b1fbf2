"""Rows against the register: who is new, who is known, and whom a person has to decide about.

Known by number, then identity, then a former identity. Another identity with the same phone and name,
or a text identity that is only spelled differently, is asked about: the row waits in the rejects
workbook until somebody writes the number of the participant, or BARU for another person, into it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where
from ikmctl.domain.participant import Person
from ikmctl.domain.program import Program
from ikmctl.workflow.importing.identity import alike, contact_of, identity_fields, identity_of, name_key, spelled
from ikmctl.workflow.importing.incoming import Incoming

FRESH: Final = frozenset(("BARU", "NEW"))
"""Words in the number column that say: this is another person."""


class Register(Struct, frozen=True):
    """people.csv, by everything that a person may be recognised by."""

    people: Mapping[str, Person]
    by_identity: Mapping[str, str]
    by_former: Mapping[str, tuple[str, ...]]
    by_contact: Mapping[str, tuple[str, ...]]
    by_spelling: Mapping[str, tuple[str, ...]]


class Match(Struct, frozen=True):
    """What the register says of one row: the number it belongs to, or its identity where it is new.

    `wish` is the registration number that a new row brings along.
    """

    row: Incoming
    identity: str
    number: str = ""
    wish: str = ""

    @property
    def key(self) -> str:
        """The applicant: rows with the same key speak of the same one."""
        return f"number {self.number}" if self.number else f"new {self.identity}"


class Matches(Struct, frozen=True):
    """All rows that have an applicant, and those that wait for an answer or contradict the register."""

    found: tuple[Match, ...] = ()
    rejected: tuple[Incoming, ...] = ()


class _Index(Struct):
    former: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    contact: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    spelling: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def index(people: Iterable[Person], program: Program) -> Register:
    """Make the register searchable."""
    people = tuple(people)
    lists = _Index()
    for person in people:
        for old in person.former:
            lists.former[old].append(person.number)
        if contact := contact_of(person.private):
            lists.contact[contact].append(person.number)
        if spelled(program):
            lists.spelling[alike(person.identity)].append(person.number)
    return Register(
        {person.number: person for person in people},
        {person.identity: person.number for person in people},
        {key: tuple(numbers) for key, numbers in lists.former.items()},
        {key: tuple(numbers) for key, numbers in lists.contact.items()},
        {key: tuple(numbers) for key, numbers in lists.spelling.items()},
    )


def match_rows(rows: Iterable[Incoming], register: Register, program: Program) -> Matches:
    """Find the applicant of every row."""
    found: list[Match] = []
    rejected: list[Incoming] = []
    for row in rows:
        answer = _match(row, register, program)
        if isinstance(answer, Match):
            found.append(answer)
        else:
            rejected.append(row.with_problem(answer))
    return _without_clashes(found, rejected)


def _match(row: Incoming, register: Register, program: Program) -> Match | Diagnostic:
    stated = row.values.get("number", "")
    identity = identity_of(program, row.values)
    number = stated if stated in register.people else ""
    owner = register.by_identity.get(identity, "") if identity else ""
    if number and owner and owner != number:
        return _problem(row, "IKM304", "number", id=number, other=owner)
    if number and _is_another(row, identity, register.people[number], program):
        return _problem(row, "IKM297", "number", id=number)
    if number:
        return Match(row, identity, number)
    if not identity:
        blank = [name for name in identity_fields(program) if not row.values.get(name)]
        return _problem(row, "IKM301", blank[0], fields=", ".join(blank))
    if owner:
        return _known(row, identity, owner, stated)
    if stated in FRESH:
        return Match(row, identity)
    return _unknown(row, identity, stated, register, program)


def _known(row: Incoming, identity: str, owner: str, stated: str) -> Match:
    if stated in FRESH or stated in ("", owner):
        return Match(row, identity, owner)
    place = _place(row, "number")
    kept = Diagnostic("IKM305", place, {"found": stated, "id": owner}, Severity.WARNING)
    return Match(row.with_problem(kept), identity, owner)


def _unknown(row: Incoming, identity: str, stated: str, register: Register, program: Program) -> Match | Diagnostic:
    earlier = register.by_former.get(identity, ())
    if len(earlier) == 1 and _same_name(row, register.people[earlier[0]]):
        return Match(row, identity, earlier[0])
    if earlier:
        return _problem(row, "IKM307", program.identity[0], ids=", ".join(earlier))
    if same := register.by_contact.get(contact_of(row.values), ()):
        return _problem(row, "IKM306", "name", ids=", ".join(same))
    if spelled(program) and (same := register.by_spelling.get(alike(identity), ())):
        return _problem(row, "IKM308", program.identity[0], ids=", ".join(same))
    return Match(row, identity, wish=stated)


def _is_another(row: Incoming, identity: str, person: Person, program: Program) -> bool:
    """Whether a row takes the number of somebody who has nothing in common with it, as lists that count from 1 do."""
    mine, theirs = row.values, person.private
    if not identity or identity in (person.identity, *person.former) or spelled(program) or _same_name(row, person):
        return False
    return not any(mine.get(name) and mine.get(name) == theirs.get(name) for name in ("phone", "birth_date"))


def _same_name(row: Incoming, person: Person) -> bool:
    mine, theirs = row.values.get("name", ""), person.private.get("name", "")
    return not mine or not theirs or name_key(mine) == name_key(theirs)


def _without_clashes(found: list[Match], rejected: list[Incoming]) -> Matches:
    """A registration number that two new applicants bring along belongs to neither."""
    holders: dict[str, set[str]] = defaultdict(set)
    for match in found:
        if match.wish:
            holders[match.wish].add(match.identity)
    clean = []
    for match in found:
        if len(holders.get(match.wish, ())) > 1:
            rejected.append(match.row.with_problem(_problem(match.row, "IKM303", "number", id=match.wish)))
        else:
            clean.append(match)
    return Matches(tuple(clean), tuple(rejected))


def _place(row: Incoming, name: str) -> Where:
    address = row.addresses.get(name, f"A{row.origin.row}")
    return Where(row.origin.file, sheet=row.origin.sheet or None, cell=address)


def _problem(row: Incoming, code: str, name: str, **params: Param) -> Diagnostic:
    return Diagnostic(code, _place(row, name), params)


def shared_contacts(rows: Iterable[Incoming]) -> list[Diagnostic]:
    """New people of one import with the same phone and name: said, and left to `ikmctl duplicates`."""
    holders: dict[str, list[Incoming]] = defaultdict(list)
    for row in rows:
        if contact := contact_of(row.values):
            holders[contact].append(row)
    return [
        Diagnostic("IKM309", _place(row, "name"), {"rows": ", ".join(str(o.origin.row) for o in same if o is not row)},
                   Severity.WARNING)
        for same in holders.values()
        if len(same) > 1
        for row in same
    ]  # fmt: skip
