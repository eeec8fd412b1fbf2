"""The register after an import: new people, changed values, and everything that is kept as it was."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.participant import Participant, Person
from ikmctl.domain.program import Program
from ikmctl.store.register import number_key
from ikmctl.workflow.importing.answers import STAMP, with_blanks_filled
from ikmctl.workflow.importing.data import Change
from ikmctl.workflow.importing.identity import identity_of
from ikmctl.workflow.importing.incoming import Incoming, Merged, Origin, Settled
from ikmctl.workflow.importing.merge import Match
from ikmctl.workflow.importing.mint import Newcomer, mint_numbers
from ikmctl.workflow.importing.resolve import HIGH, LABEL, NOTE, REMOVED

_BESIDE = (NOTE, HIGH)
"""Details that belong to a value and go with it."""
_OWN = ("track", "track_2", "registered_at", "group")


class Arrived(Struct, frozen=True):
    """The applicants of an import by number, after numbers were given. `outdated` rows are older than the register."""

    rows: Mapping[str, Incoming]
    identities: Mapping[str, str]
    outdated: tuple[Merged, ...] = ()
    owners: Mapping[Origin, str] = field(default_factory=dict)


def arrive(  # noqa: PLR0913  # rows, the register and all that numbers follow from
    settled: Settled,
    matches: Sequence[Match],
    people: Mapping[str, Person],
    program: Program,
    key: bytes,
    *,
    taken: Collection[str],
) -> Arrived:
    """Give every newcomer a number that is not yet `taken`, and say which row speaks for whom."""
    by_origin = {match.row.origin: match for match in matches}
    newcomers, numbers = [], {}
    for group, row in settled.kept.items():
        match = by_origin[row.origin]
        if match.number:
            numbers[group] = match.number
        else:
            newcomers.append(Newcomer(match.identity, row.values.get(STAMP, ""), match.wish))
    minted = mint_numbers(newcomers, taken, key, program.id)
    rows: dict[str, Incoming] = {}
    identities: dict[str, str] = {}
    outdated: list[Merged] = []
    owners: dict[Origin, str] = {}
    for group, row in settled.kept.items():
        match = by_origin[row.origin]
        number = numbers.get(group) or minted[match.identity]
        owners[row.origin] = number
        rows[number] = row
        identity = match.identity or identity_of(program, row.values)
        identities[number] = identity or (people[number].identity if number in people else "")
        if number in people and is_older(row, people[number]):
            outdated.append(Merged(row, row.origin, "older"))
    return Arrived(rows, identities, tuple(outdated), owners)


def is_older(row: Incoming, person: Person) -> bool:
    """Whether the register already holds a newer answer of this person."""
    mine, theirs = row.values.get(STAMP, ""), person.private.get(STAMP, "")
    return bool(mine and theirs and mine < theirs)


def update(people: Mapping[str, Person], arrived: Arrived) -> tuple[Person, ...]:
    """The register with what arrived. A blank never erases; an older answer only fills blanks."""
    after = dict(people)
    for number, row in arrived.rows.items():
        values = {name: value for name, value in row.values.items() if name != "number"}
        after[number] = _updated(people.get(number), number, arrived.identities[number], values, row)
    return tuple(sorted(after.values(), key=lambda person: number_key(person.number)))


def _updated(old: Person | None, number: str, identity: str, values: Mapping[str, str], row: Incoming) -> Person:
    if old is None:
        return Person(number, identity, (), dict(values))
    if is_older(row, old):
        return Person(number, old.identity, old.former, with_blanks_filled(_alive(old.private), values))
    replaced = {f"{name}{end}" for name in values for end in _BESIDE}
    kept = {name: value for name, value in _alive(old.private).items() if name not in replaced}
    former = tuple(one for one in (*old.former, old.identity) if one != identity)
    return Person(
        number,
        identity or old.identity,
        tuple(dict.fromkeys(former)) if identity else old.former,
        {**kept, **values},
    )


def _alive(values: Mapping[str, str]) -> dict[str, str]:
    """Whoever is in a file again is no longer taken out."""
    return {name: value for name, value in values.items() if name != REMOVED}


def take_out(people: Iterable[Person], numbers: Collection[str], on: date) -> tuple[Person, ...]:
    """Mark people as taken out, also those who were erased; their number stays theirs for ever."""
    register = {person.number: person for person in people}
    for number in numbers:
        old = register.get(number, Person(number, "", (), {}))
        register[number] = Person(number, old.identity, old.former, {**old.private, REMOVED: on.isoformat()})
    return tuple(sorted(register.values(), key=lambda person: number_key(person.number)))


def changes_of(
    before: Mapping[str, Participant], after: Sequence[Participant],
    register: Mapping[str, Person], updated: Sequence[Person],
) -> tuple[Change, ...]:  # fmt: skip
    """What is different about people who were known before, public values shown, private ones by name alone."""
    found: list[Change] = []
    private = {person.number: person for person in updated}
    for person in after:
        if (old := before.get(person.number)) is None:
            continue
        found += _public(old, person)
        if person.number in register:
            shown = {*person.facts, *old.facts, *_OWN}
            found += _private(register[person.number], private[person.number], shown)
    return tuple(found)


def _public(old: Participant, new: Participant) -> list[Change]:
    pairs = [(name, getattr(old, name), getattr(new, name)) for name in _OWN]
    pairs += [(name, old.facts.get(name, ""), new.facts.get(name, "")) for name in sorted({*old.facts, *new.facts})]
    return [Change(new.number, name, was, now) for name, was, now in pairs if was != now]


def _private(old: Person, new: Person, shown: Collection[str]) -> list[Change]:
    names = sorted({*old.private, *new.private} - {REMOVED})
    found = [
        Change(new.number, name, private=True)
        for name in names
        if name not in shown and LABEL not in name and old.private.get(name) != new.private.get(name)
    ]
    known = any(change.field in CATALOGUE for change in found)
    if old.identity != new.identity and not known:
        found.append(Change(new.number, "identity", private=True))
    return found
