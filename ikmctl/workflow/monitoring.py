"""`report monitoring`: what became of those who were selected or matched, before and after."""

from collections.abc import Mapping

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where, has_errors
from ikmctl.domain.outcome import Outcome
from ikmctl.engine.follow_up import STEPS, FollowUp, follow_up
from ikmctl.store.layout import CohortPaths
from ikmctl.store.ledgers import read_outcomes
from ikmctl.workflow.derive import Derived, derive
from ikmctl.workflow.importing.outcomes import OBSERVED, banded
from ikmctl.workflow.load import Cohort, load, read_text, shown
from ikmctl.workflow.names import people_of
from ikmctl.workflow.result import Result


class Monitoring(Struct, frozen=True):
    """The follow-up of one program. `stage` is the list whose people are followed; empty: everybody imported."""

    program: str
    title: str
    stage: str
    followed: int
    follow: FollowUp


def _followed(cohort: Cohort, derived: Derived, named: str | None) -> tuple[str, list[str]]:
    """The people of the stage named, else of the last stage that has any: those selected, or matched with a firm."""
    for stage in reversed(cohort.program.stages):
        if named not in (None, stage.id):
            continue
        if stage.id in derived.matches:
            numbers = [one.number for one in derived.matches[stage.id].matching.pairs]
        elif stage.id in derived.results:
            numbers = [one.number for one in derived.results[stage.id].selection.selected]
        else:
            continue
        if numbers:
            return stage.id, list(dict.fromkeys(numbers))
    return "", [one.number for one in cohort.participants]


def _registered(cohort: Cohort) -> tuple[Mapping[str, Mapping[str, str]], tuple[Diagnostic, ...]]:
    """What is known from the registration: the public facts, and with `private/` at hand the rest, money in bands."""
    known = {one.number: dict(one.facts) for one in cohort.participants}
    people, problems = people_of(cohort.paths)
    for person in people:
        for name in OBSERVED & person.private.keys():
            text = banded(name, person.private[name])
            if text and person.number in known:
                known[person.number].setdefault(name, text)
    return known, problems


def _strange_lines(cohort: Cohort, outcomes: tuple[Outcome, ...]) -> tuple[Diagnostic, ...]:
    """Steps of a partnership with a line that no firm has."""
    known = [line.id for _, line in cohort.partners.lines()]
    strange = dict.fromkeys(one.value for one in outcomes if one.field in STEPS and known and one.value not in known)
    place = Where(file=shown(cohort.paths.outcomes))
    return tuple(
        Diagnostic("IKM662", place, {"value": value, "known": ", ".join(known)}, Severity.WARNING) for value in strange
    )


def _lacking(cohort: Cohort, follow: FollowUp) -> tuple[Diagnostic, ...]:
    if not follow.lacking:
        return ()
    said = ", ".join(follow.lacking)
    place = Where(file=shown(cohort.paths.outcomes))
    return (Diagnostic("IKM661", place, {"lacking": said}, Severity.WARNING),)


def run(paths: CohortPaths) -> Result[Monitoring]:
    """The follow-up of one cohort; without outcomes it says what is missing."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    data, said = monitor(cohort, derive(cohort, (), ()))
    step = "ikmctl import FILE.xlsx --as outcomes" if data and data.follow.lacking else ""
    return Result(data, (*problems, *said), next_step=step)


def monitor(
    cohort: Cohort, derived: Derived, named: str | None = None
) -> tuple[Monitoring | None, tuple[Diagnostic, ...]]:
    """Who is followed, and what became of them; nothing where the observations cannot be read.

    Args:
        cohort: the tracked inputs.
        derived: its stages, worked out.
        named: the stage whose people are followed; None for the last that has any.
    """
    text, faults = read_text(cohort.paths.outcomes)
    outcomes, damaged = read_outcomes(text or "", shown(cohort.paths.outcomes)) if text else ((), [])
    if has_errors((*faults, *damaged)):
        return None, (*faults, *damaged)
    stage, numbers = _followed(cohort, derived, named)
    registered, hidden = _registered(cohort)
    program = cohort.program
    since = program.dates.end if program.dates else program.as_of
    follow = follow_up(numbers, outcomes, registered, since)
    said = (*faults, *damaged, *hidden, *_lacking(cohort, follow), *_strange_lines(cohort, outcomes))
    return Monitoring(program.id, program.title, stage, len(numbers), follow), said
