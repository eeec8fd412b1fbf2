"""`verify --deep`: participants.csv and marks.csv must follow from private/, which only the office has."""

from collections.abc import Iterator

from ikmctl.domain.diagnostic import Diagnostic, Param, Where
from ikmctl.domain.participant import Participant
from ikmctl.store.register import read_people
from ikmctl.workflow.deep_marks import against_sheets
from ikmctl.workflow.importing.resolve import REMOVED, Resolver
from ikmctl.workflow.load import Cohort, read_text, shown

_OWN = ("track", "track_2", "registered_at", "group")
_FROM_HISTORY = "previous_aid_year"
"""Needs the office key and every earlier list, which may have grown since; it is compared only where it is stated."""


def against_register(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """What participants and marks say otherwise than private/. A participant whose row was erased is left alone."""
    paths = cohort.paths
    text, faults = read_text(paths.people)
    if text is None:
        return faults or (Diagnostic("IKM607", Where(file=shown(paths.people)), {"file": shown(paths.people)}),)
    people, damaged = read_people(text, shown(paths.people))
    resolver = Resolver(cohort.program)
    register = {one.number: resolver.participant(one) for one in people if REMOVED not in one.private}
    known = {one.number: (index, one) for index, one in enumerate(cohort.participants)}
    found = [item for number, one in register.items() for item in _compare(cohort, number, known.get(number), one)]
    erased = frozenset(known.keys() - {one.number for one in people})
    return (*damaged, *found, *against_sheets(cohort, erased))


def _compare(
    cohort: Cohort, number: str, mine: tuple[int, Participant] | None, theirs: Participant
) -> Iterator[Diagnostic]:
    file = shown(cohort.paths.participants)
    if mine is None:
        params: dict[str, Param] = {"file": file, "place": number, "found": "-", "expected": number}
        yield Diagnostic("IKM606", Where(file=file), params)
        return
    index, one = mine
    for name in (*_OWN, *sorted({*one.facts, *theirs.facts})):
        old, new = one.fact(name) or "", theirs.fact(name) or ""
        if old != new and not (name == _FROM_HISTORY and not new):
            params = {"file": file, "place": f"{number} {name}", "found": old or "-", "expected": new or "-"}
            yield Diagnostic("IKM606", Where(file=file, line=index + 2), params)
