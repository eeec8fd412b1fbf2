"""From private facts to the minimal public columns that the program names.

people.csv holds every value as it came in; participants.csv follows from it and program.yaml alone.
No rule ever reads the private file.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from msgspec import Struct, field

from ikmctl.domain.numbers import parse_decimal
from ikmctl.domain.participant import NIK_LENGTH, Participant, Person
from ikmctl.domain.program import Program
from ikmctl.engine.banding import band, edges, needs_raw
from ikmctl.engine.legal import industry_size, umkm_size
from ikmctl.engine.needs import Column, public_fields
from ikmctl.sheets.fields.nik import NikFacts, decode
from ikmctl.store.register import is_day
from ikmctl.workflow.importing.identity import plain
from ikmctl.workflow.importing.mint import mint_labels

REMOVED: Final = "removed"
"""Column of people.csv: the day on which a participant was taken out. The number stays theirs."""
LABEL: Final = ".label"
HIGH: Final = ".high"
"""Upper end of a range whose lower end is the value."""
NOTE: Final = ".note"
"""Detail of a value: the vintage of a code, the period of an amount."""
_WORKED_OUT: Final = frozenset(("age", "business_age", "gender", "industry_size", "umkm_size", "previous_aid_year"))
"""Columns that follow from several values of the register."""
_CARDS: Final[Mapping[str, tuple[str, ...]]] = {
    "household": ("household", "family_card"),
    "business": ("business", "nib", "business_name"),
}


class Resolver(Struct, frozen=True, dict=True):
    """Works out public facts. `helped` maps a participant number to the latest year of earlier aid, 0 for never."""

    program: Program
    helped: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of participants.csv that this program needs."""
        return public_fields(self.program)

    @cached_property
    def _only_track(self) -> str:
        """The track of a program that has one: nobody is asked which, and everybody registers for it."""
        return self.program.tracks[0].id if len(self.program.tracks) == 1 else ""

    @cached_property
    def _edges(self) -> Mapping[str, tuple[int, ...]]:
        """Cuts of the fields that may be banded; a field that something wants raw is in no tracked file."""
        named = [column.id for column in self.columns if column.sensitive and not needs_raw(self.program, column.id)]
        return {name: edges(self.program, name) for name in named}

    @cached_property
    def _plan(self) -> tuple[tuple[Column, str, str], ...]:
        """Each column with where it stands in the register; empty where it has to be worked out."""
        return tuple(
            (column, "" if column.id in _WORKED_OUT else column.id + LABEL * (column.kind == "label"), column.id + HIGH)
            for column in self.columns
        )

    def participant(self, person: Person) -> Participant:
        """The public line of one person."""
        values = person.private
        facts: dict[str, str] = {}
        for column, key, high in self._plan:
            raw = values.get(key, "") if key else self._raw(column, person)
            if raw and (column.sensitive or high in values):
                raw = self._careful(column, raw, values.get(high, ""))
            if raw:
                facts[column.id] = raw
        return Participant(
            person.number, values.get("track") or self._only_track, values.get("track_2", ""),
            values.get("registered_at", ""), values.get("group", ""), facts,
        )  # fmt: skip

    def _careful(self, column: Column, raw: str, high: str) -> str:
        """Money and the like as a band; a range only where all of it lies in one band."""
        if not column.sensitive:
            return "" if high else raw
        bands = {self._band(column, text) for text in (raw, high) if text}
        return bands.pop() if len(bands) == 1 else ""

    def _band(self, column: Column, text: str) -> str:
        number = parse_decimal(text)
        return "" if number is None or column.id not in self._edges else band(number, self._edges[column.id])

    def _raw(self, column: Column, person: Person) -> str:
        values = person.private
        match column.id:
            case "age":
                return age_text(values, self.program.as_of)
            case "business_age":
                return business_age(values, self.program.as_of)
            case "gender":
                return values.get("gender") or _gender(values, self.program.as_of)
            case "previous_aid_year":
                return self._aid(person)
        return _sizes(column.id, values)

    def _aid(self, person: Person) -> str:
        """The latest year of aid, stated or found in the history; 0 where the history holds nothing on them."""
        stated = person.private.get("previous_aid_year", "")
        years = [int(stated)] if stated.isdigit() else []
        years += [self.helped[person.number]] if person.number in self.helped else []
        return str(max(years)) if years else ""


def whole_years(start: date, day: date) -> int:
    """Birthdays or anniversaries of `start` up to `day`."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def _nik(values: Mapping[str, str], as_of: date) -> NikFacts | None:
    """What the NIK of a person says, None where there is none."""
    nik = values.get("nik", "")
    return decode(nik, as_of.year) if len(nik) == NIK_LENGTH and nik.isdigit() else None


def _gender(values: Mapping[str, str], as_of: date) -> str:
    facts = _nik(values, as_of)
    return facts.gender if facts else ""


def _birth(values: Mapping[str, str], as_of: date) -> date | None:
    if (born := _day(values, "birth_date")) is not None:
        return born
    facts = _nik(values, as_of)
    return facts.birth if facts else None


def _day(values: Mapping[str, str], name: str) -> date | None:
    """A day of the register; None where the program keeps something else under that name, such as a year."""
    text = values.get(name, "")
    return date.fromisoformat(text) if is_day(text) else None


def age_text(values: Mapping[str, str], as_of: date) -> str:
    """Whole years on `as_of` by the birth date, else the NIK, else as stated."""
    born = _birth(values, as_of)
    if born is None or born > as_of:
        return values.get("age", "")
    return str(whole_years(born, as_of))


def business_age(values: Mapping[str, str], as_of: date) -> str:
    """Whole years since the business began, else as stated."""
    start = _day(values, "business_start")
    return str(whole_years(start, as_of)) if start is not None and start <= as_of else values.get("business_age", "")


def _sizes(name: str, values: Mapping[str, str]) -> str:
    """`industry_size` or `umkm_size`, as stated, else as the law works it out from what is known."""
    if values.get(name):
        return values[name]
    if name == "industry_size":
        return industry_size(_whole(values, "workers"), _whole(values, "investment")) or ""
    return umkm_size(_whole(values, "capital"), _whole(values, "turnover")) or ""


def _whole(values: Mapping[str, str], name: str) -> int | None:
    """A whole number that is certain: no range, and money of a year, not of a month."""
    text = values.get(name, "")
    vague = values.get(name + HIGH) or values.get(name + NOTE, "year") not in ("", "year")
    return int(text) if text.isdigit() and not vague else None


def with_labels(
    people: Sequence[Person], columns: Sequence[Column], erased: Sequence[Participant] = ()
) -> tuple[Person, ...]:
    """Give every shared household, firm and the like its label; labels given earlier stay, also of people `erased`."""
    labelled = tuple(people)
    for column in columns:
        if column.kind == "label":
            taken = [one.facts[column.id] for one in erased if column.id in one.facts]
            labelled = _with_label(labelled, column.id, taken)
    return labelled


def _with_label(people: Sequence[Person], name: str, taken: Sequence[str]) -> tuple[Person, ...]:
    store = name + LABEL
    before = {person.number: person.private for person in people}
    raw = {number: text for number, values in before.items() if (text := _card(values, name))}
    source = f"{store}.of"
    known = {values[source]: values[store] for values in before.values() if values.get(store) and values.get(source)}
    minted = mint_labels(name[0].upper(), raw, known, taken)
    return tuple(_labelled(person, store, source, raw.get(person.number, ""), minted) for person in people)


def _labelled(person: Person, store: str, source: str, raw: str, minted: Mapping[str, str]) -> Person:
    kept = {key: value for key, value in person.private.items() if key not in (store, source)}
    label = {store: minted[person.number], source: raw} if person.number in minted else {}
    return Person(person.number, person.identity, person.former, {**kept, **label})


def _card(values: Mapping[str, str], name: str) -> str:
    """What people of one household or firm have in common."""
    return next((plain(values[key]) for key in _CARDS.get(name, (name,)) if values.get(key)), "")
