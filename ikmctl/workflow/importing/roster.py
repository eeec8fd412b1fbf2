"""Who a row of marks speaks of: by number, NIK or name within the roster, never guessing between two."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.participant import Participant, Person
from ikmctl.sheets.fields import FIELDS, FieldContext
from ikmctl.sheets.grid import Cell
from ikmctl.workflow.importing.headers import WHO
from ikmctl.workflow.importing.identity import name_key, plain
from ikmctl.workflow.importing.resolve import REMOVED

_NAMES: Final = ("name", "business_name", "owner_name")
_OFFERED: Final = 12


class Roster(Struct, frozen=True):
    """The participants, by everything that a list of marks may call them."""

    numbers: frozenset[str]
    by_identity: Mapping[str, str]
    by_name: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]


class Found(Struct, frozen=True):
    """The participant of a row, or why there is none: a code with parameters, and numbers to choose from."""

    number: str = ""
    code: str = ""
    field: str = ""
    params: Mapping[str, Param] | None = None
    candidates: tuple[str, ...] = ()


def roster_of(participants: Iterable[Participant], people: Iterable[Person]) -> Roster:
    """Make the participants searchable. Without the private register only numbers are known."""
    numbers = frozenset(one.number for one in participants)
    by_identity: dict[str, str] = {}
    by_name: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for person in people:
        if person.number not in numbers or REMOVED in person.private:
            continue
        for identity in (*person.former, person.identity, person.private.get("nik"), person.private.get("nib")):
            if identity:
                by_identity[identity] = person.number
        for field in _NAMES:
            if (name := person.private.get(field)) and person.number not in by_name[name_key(name)]:
                by_name[name_key(name)].append(person.number)
        names[person.number] = next((person.private[field] for field in _NAMES if person.private.get(field)), "")
    return Roster(numbers, by_identity, {key: tuple(value) for key, value in by_name.items()}, names)


def find_person(roster: Roster, cells: Mapping[str, Cell], context: FieldContext) -> Found:
    """The one participant whom all keys of a row agree on."""
    hits: dict[str, tuple[str, ...]] = {}
    for field in WHO:
        cell = cells.get(field)
        if cell is None or cell.blank:
            continue
        numbers = _hits(roster, field, cell, context)
        if isinstance(numbers, Found):
            return numbers
        hits[field] = numbers
    if not hits:
        return Found(code="IKM401", field=next(iter(cells), "number"), candidates=())
    return _agreed(roster, hits, cells)


def _hits(roster: Roster, field: str, cell: Cell, context: FieldContext) -> tuple[str, ...] | Found:
    if field == "number":
        number = plain(cell.value.partition("|")[0]).upper().replace(" ", "")
        return (number,) if number in roster.numbers else ()
    if field in ("nik", "nib"):
        parsed = FIELDS["nik" if field == "nik" else "nib"](cell, context)
        if parsed.value is None:
            problem = parsed.problems[0] if parsed.problems else None
            return Found(code=problem.code, field=field, params=problem.params) if problem else ()
        hit = roster.by_identity.get(parsed.value)
        return (hit,) if hit else ()
    return roster.by_name.get(name_key(cell.value), ())


def _agreed(roster: Roster, hits: Mapping[str, tuple[str, ...]], cells: Mapping[str, Cell]) -> Found:
    """What all keys have in common; a number with a name that nobody has is trusted, an unknown number is not."""
    strong = [field for field in ("number", "nik", "nib") if field in hits]
    for field in strong:
        if not hits[field]:
            return Found(code="IKM401", field=field, candidates=_near(roster, cells))
    named = [field for field in hits if hits[field]]
    if not named:
        return Found(code="IKM401", field=next(iter(hits)), candidates=_near(roster, cells))
    common = set.intersection(*(set(hits[field]) for field in named))
    if len(common) == 1:
        return Found(next(iter(common)))
    everyone = sorted({number for field in named for number in hits[field]})
    code = "IKM402" if common else "IKM414"
    return Found(
        code=code, field=named[-1], params={"ids": ", ".join(sorted(common) or everyone)}, candidates=tuple(everyone)
    )


def _near(roster: Roster, cells: Mapping[str, Cell]) -> tuple[str, ...]:
    """Participants whose names are most like the one in the row."""
    from rapidfuzz import fuzz, process

    name = next((cells[field].value for field in _NAMES if field in cells and not cells[field].blank), "")
    if not name or not roster.names:
        return ()
    choices = {number: name_key(text) for number, text in roster.names.items() if text}
    best = process.extract(name_key(name), choices, scorer=fuzz.token_sort_ratio, limit=_OFFERED)
    return tuple(number for _, _, number in best)


def offered(roster: Roster, numbers: Sequence[str], separator: str) -> tuple[str, ...]:
    """Candidates as a drop-down shows them: number and name."""
    return tuple(f"{one}{separator}{roster.names[one]}" if roster.names.get(one) else one for one in numbers)
