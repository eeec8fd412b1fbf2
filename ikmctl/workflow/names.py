"""Who is behind a number: the only way from a use case to names, and the way from what a user types to a number."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where
from ikmctl.domain.participant import Person
from ikmctl.engine.checks.base import some
from ikmctl.store.layout import CohortPaths
from ikmctl.store.register import read_people
from ikmctl.workflow.load import Cohort, read_text, shown

_NAMED_BY: Final = ("name", "business_name", "owner_name")
_MANY: Final = 8
_NEAR: Final = 3
_ZEROS: Final = re.compile(r"(?<![0-9])0+(?=[0-9])")


def people_of(paths: CohortPaths) -> tuple[tuple[Person, ...], tuple[Diagnostic, ...]]:
    """The private register; empty where it is not on this computer."""
    text, problems = read_text(paths.people)
    if text is None:
        return (), problems
    people, faults = read_people(text, shown(paths.people))
    return people, (*problems, *faults)


def display_name(person: Person) -> str:
    """The name to show beside a number."""
    return next((person.private[key] for key in _NAMED_BY if person.private.get(key)), "")


def unreachable(people: Sequence[Person], known: Collection[str], file: str) -> tuple[Diagnostic, ...]:
    """Participants without a name or phone number, in a register that has them of others.

    Args:
        people: the register.
        known: numbers of those who take part.
        file: the register as the user sees it.
    """
    found = []
    here = [person for person in people if person.number in known]
    for code, of in (("IKM630", display_name), ("IKM631", lambda person: person.private.get("phone"))):
        lacking = [person.number for person in here if not of(person)]
        if 0 < len(lacking) < len(here):
            params: dict[str, Param] = {"count": len(lacking), "people": some(lacking)}
            found.append(Diagnostic(code, Where(file=file), params, Severity.WARNING))
    return tuple(found)


def no_names(paths: CohortPaths, leave: str = "", take: str = "") -> Diagnostic:
    """That the register is not here; `leave` is the flag that asked for names, `take` the one that does without."""
    return Diagnostic("IKM573", Where(file=shown(paths.people)), {"leave": leave, "take": take})


def names_of(paths: CohortPaths, without: str = "") -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """Number -> name, for `--names`, or unless `without` was given."""
    people, problems = people_of(paths)
    if not people and not problems:
        problems = (no_names(paths, "" if without else "--names", without),)
    return {person.number: display_name(person) for person in people}, problems


def _fits(person: Person, typed: str) -> bool:
    known = {person.identity, person.private.get("nik", ""), *person.former}
    return typed in known or any(typed in person.private.get(key, "").casefold() for key in _NAMED_BY)


def _near(typed: str, numbers: Sequence[str]) -> str:
    """Numbers that `typed` may stand for: the same without its zeros (`P17`), else those spelled most alike."""
    from difflib import get_close_matches

    short = _ZEROS.sub("", typed.upper())
    same = [number for number in numbers if _ZEROS.sub("", number) == short]
    return ", ".join(f"`{number}`" for number in same or get_close_matches(typed.upper(), numbers, n=_NEAR))


def find_number(cohort: Cohort, typed: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The participant that a user means by number, NIK or part of a name; several hits are listed, never guessed."""
    numbers = [person.number for person in cohort.participants]
    if typed.upper() in numbers:
        return typed.upper(), ()
    people, problems = people_of(cohort.paths)
    wanted = " ".join(typed.split()).casefold()
    hits = sorted(person.number for person in people if wanted and _fits(person, wanted) and person.number in numbers)
    if len(hits) == 1:
        return hits[0], problems
    if hits:
        known = ", ".join(hits[:_MANY]) + (", ..." if len(hits) > _MANY else "")
        params = {"found": masked(typed), "known": known, "first": hits[0]}
        return None, (*problems, Diagnostic("IKM571", params=params))
    return None, (*problems, Diagnostic("IKM570", params={"found": masked(typed), "near": _near(typed, numbers)}))


def masked(typed: str) -> str:
    """What may be repeated of a user's own words: never a number that could be a NIK or a phone."""
    return "".join("*" if ch.isdigit() else ch for ch in typed) if sum(map(str.isdigit, typed)) > _MANY else typed
