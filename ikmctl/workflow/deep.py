"""`verify --deep`: participants.csv and marks.csv must follow from private/, which only the office has."""

from collections.abc import Iterator

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where
from ikmctl.domain.participant import Participant
from ikmctl.engine.checks.base import some
from ikmctl.store.register import read_people
from ikmctl.workflow.deep_marks import against_sheets
from ikmctl.workflow.importing.resolve import REMOVED, Resolver
from ikmctl.workflow.load import Cohort, read_text, shown

_OWN = ("track", "track_2", "registered_at", "group")
_FROM_HISTORY = "previous_aid_year"
"""Needs the office key and every earlier list, which may have grown since; it is compared only where it is stated."""


def against_register(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """What participants and marks say otherwise than private/. Who has no row there is counted and left alone."""
    paths = cohort.paths
    text, faults = read_text(paths.people)
    if text is None:
        return faults or (Diagnostic("IKM607", Where(file=shown(paths.people)), {"file": shown(paths.people)}),)
    people, damaged = read_people(text, shown(paths.people))
    resolver = Resolver(cohort.program)
    register = {one.number: resolver.participant(one) for one in people if REMOVED not in one.private}
    known = {one.number: (index, one) for index, one in enumerate(cohort.participants)}
    found = [item for number, one in register.items() for item in _compare(cohort, number, known.get(number), one)]
    taken_out = sorted(known.keys() & ({one.number for one in people} - register.keys()))
    found += [_differs(shown(paths.participants), number, number, "-", known[number][0]) for number in taken_out]
    erased = frozenset(known.keys() - {one.number for one in people})
    return (*damaged, *found, *_without_row(cohort, erased), *against_sheets(cohort, erased))


def _without_row(cohort: Cohort, erased: frozenset[str]) -> Iterator[Diagnostic]:
    """Participants of whom private/ knows nothing: their row was erased, or somebody wrote them in by hand."""
    if erased:
        params: dict[str, Param] = {"count": len(erased), "people": some(sorted(erased))}
        yield Diagnostic("IKM547", Where(file=shown(cohort.paths.participants)), params, Severity.WARNING)


def _differs(file: str, place: str, found: str, expected: str, index: int | None = None) -> Diagnostic:
    params: dict[str, Param] = {"file": file, "place": place, "found": found, "expected": expected}
    return Diagnostic("IKM606", Where(file=file, line=None if index is None else index + 2), params)


def _compare(
    cohort: Cohort, number: str, mine: tuple[int, Participant] | None, theirs: Participant
) -> Iterator[Diagnostic]:
    file = shown(cohort.paths.participants)
    if mine is None:
        yield _differs(file, number, "-", number)
        return
    index, one = mine
    for name in (*_OWN, *sorted({*one.facts, *theirs.facts})):
        old, new = one.fact(name) or "", theirs.fact(name) or ""
        if old != new and not (name == _FROM_HISTORY and not new):
            yield _differs(file, f"{number} {name}", old or "-", new or "-", index)
