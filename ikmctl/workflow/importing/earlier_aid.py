"""Earlier aid: the participants looked up in the office's history, and the proof of which lists were searched."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from ikmctl.domain.ledger import ImportRecord, with_record
from ikmctl.domain.participant import Participant, Person
from ikmctl.engine.needs import public_fields
from ikmctl.store.register import mac_of, write_history
from ikmctl.workflow.importing.data import Change
from ikmctl.workflow.importing.register import changes_of
from ikmctl.workflow.importing.resolve import REMOVED, Resolver
from ikmctl.workflow.importing.state import State, is_nik

AID: Final = "previous_aid_year"


def is_asked(state: State) -> bool:
    """Whether a rule of the program asks for earlier aid."""
    return any(column.id == AID for column in public_fields(state.program))


def helped_years(state: State, people: Sequence[Person]) -> dict[str, int]:
    """The latest year of earlier aid by participant number, 0 where the history holds nothing on them.

    Nothing is said of people without a NIK, nor where the office has no history yet: not known is not never.
    """
    if not state.history:
        return {}
    years: dict[str, int] = {}
    for line in state.history:
        if line.program != state.program.id:
            years[line.mac] = max(line.year, years.get(line.mac, 0))
    found: dict[str, int] = {}
    for person in people:
        niks = {nik for nik in (person.private.get("nik", ""), person.identity, *person.former) if is_nik(nik)}
        if niks and REMOVED not in person.private:
            found[person.number] = max(years.get(mac_of(state.key, nik), 0) for nik in niks)
    return found


def search(state: State) -> tuple[tuple[Participant, ...], tuple[Change, ...]]:
    """The participants with their year of earlier aid as the history says now, and what is different."""
    if not is_asked(state) or not state.has_register:
        return state.cohort.participants, ()
    resolver = Resolver(state.program, helped_years(state, state.people))
    people = [person for person in state.people if REMOVED not in person.private]
    participants = tuple(resolver.participant(person) for person in people)
    before = {person.number: person for person in state.cohort.participants}
    register = {person.number: person for person in people}
    return participants, changes_of(before, participants, register, people)


def searched(
    records: tuple[ImportRecord, ...], state: State, people: Sequence[Person], on: date
) -> tuple[ImportRecord, ...]:
    """The ledger with a line that names the lists that were searched, and for how many people.

    The same search on another day adds nothing.
    """
    if not is_asked(state) or not state.history:
        return records
    counted = Counter((line.list, line.on) for line in state.history if line.program != state.program.id)
    lists = "; ".join(f"{name} ({count}, {day})" for (name, day), count in sorted(counted.items()))
    looked = len(helped_years(state, people))
    if not looked:
        return records
    digest = hashlib.sha256(write_history(state.history).encode()).hexdigest()
    return with_record(records, ImportRecord(digest, "check", looked, looked, 0, 0, 0, on, "", lists))
