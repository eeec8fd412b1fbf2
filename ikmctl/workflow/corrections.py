"""What is wrong with the new value of a `correct`: the same checks as for a mark or fact that is imported."""

from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import OWN
from ikmctl.engine.checks import CHECKS, Inputs
from ikmctl.engine.needs import public_fields
from ikmctl.store.tables import read_participants, write_participants
from ikmctl.workflow.load import Cohort, shown


def written_corrections(cohort: Cohort) -> tuple[Diagnostic, ...]:
    """The faults of the corrections in decisions.yaml, each at its line: people write that file by hand too."""
    read = cohort.reads["decisions.yaml"]
    return tuple(
        replace(item, where=read.where((index, "new")))
        for index, one in enumerate(cohort.decisions)
        for item in correction_faults(cohort, one)
    )


def correction_faults(cohort: Cohort, one: Decision) -> tuple[Diagnostic, ...]:
    """The faults of one decision; those about numbers that nobody has, replaying finds."""
    known = {person.number for person in cohort.participants}
    if one.do != "correct" or one.id not in known:
        return ()
    return _of_mark(cohort, one) if one.mark is not None else _of_fact(cohort, one)


def _of_mark(cohort: Cohort, one: Decision) -> tuple[Diagnostic, ...]:
    place = Where(file=shown(cohort.paths.decisions))
    spec = cohort.program.marks.get(one.mark or "")
    if spec is not None and spec.stage != one.stage:
        params = {"mark": one.mark or "", "other": spec.stage, "stage": one.stage}
        return (Diagnostic("IKM549", place, params),)
    if spec is not None and not one.new:
        return ()
    mark = Mark(one.id or "", one.mark or "", one.item, one.judge, one.new or "")
    found = CHECKS["marks"](Inputs(cohort.program, cohort.participants, (mark,)))
    return tuple(Diagnostic(item.code, place, item.params, item.severity) for item in found)


def _of_fact(cohort: Cohort, one: Decision) -> tuple[Diagnostic, ...]:
    place = Where(file=shown(cohort.paths.decisions))
    field = one.field or ""
    columns = {column.id for column in public_fields(cohort.program)}
    if field not in columns:
        return (Diagnostic("IKM960", params={"found": field, "known": ", ".join(sorted(columns))}),)
    if not one.new:
        return ()
    person = next(person for person in cohort.participants if person.number == one.id)
    text = write_participants((person.with_fact(field, one.new),), sorted(columns - set(OWN)))
    _, problems = read_participants(text, place.file or "", cohort.program)
    return tuple(Diagnostic(item.code, place, item.params, item.severity) for item in problems)
