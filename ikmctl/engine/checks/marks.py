"""marks.csv: declared marks of known people, by the right judge or session, within their range."""

from collections.abc import Iterator

from ikmctl.domain.diagnostic import Finding, Param, Severity
from ikmctl.domain.mark import RECUSED, Mark
from ikmctl.domain.numbers import format_decimal, parse_decimal
from ikmctl.domain.program import MarkSpec, Program
from ikmctl.domain.source import Source
from ikmctl.engine.checks.base import Inputs, listed, nearest
from ikmctl.engine.evaluate import desk_for
from ikmctl.engine.judging import judged_marks
from ikmctl.engine.panel.roster import marks_it, roster
from ikmctl.engine.sessions import sessions
from ikmctl.engine.sources.base import Desk
from ikmctl.engine.sources.marks import JudgedReader, entries_of

Fault = tuple[str, str, dict[str, Param]]
"""Code, column, parameters."""


def values(inputs: Inputs) -> Iterator[Finding]:
    """Each line by itself; lines alike but for the number are judged once."""
    numbers = {one.number for one in inputs.participants}
    known_sessions = frozenset(sessions(inputs.program))
    seen: dict[tuple[str, str, str, str], tuple[Fault, ...]] = {}
    for index, mark in enumerate(inputs.marks):
        if mark.number not in numbers:
            yield _at(index, ("IKM437", "number", {"number": mark.number}))
        key = (mark.mark, mark.item, mark.by, mark.value)
        faults = seen.get(key)
        if faults is None:
            faults = seen[key] = tuple(_faults(mark, inputs.program, known_sessions))
        for fault in faults:
            yield _at(index, fault)


def _at(index: int, fault: Fault, severity: Severity = Severity.ERROR) -> Finding:
    code, column, params = fault
    return Finding(code, "marks.csv", (index, column), params, severity)


def _faults(mark: Mark, program: Program, known_sessions: frozenset[str]) -> Iterator[Fault]:
    spec = program.marks.get(mark.mark)
    if spec is None:
        near = nearest(mark.mark, program.marks)
        yield "IKM430", "mark", {"mark": mark.mark, "known": listed(program.marks), "near": near}
        return
    if mark.item not in (spec.items or ("",)):
        yield "IKM431", "item", {"mark": mark.mark, "item": mark.item, "known": listed(spec.items)}
    yield from _by(mark, spec, program, known_sessions)
    if spec.per == "session":
        if mark.value not in spec.codes:
            yield "IKM434", "value", {"mark": mark.mark, "code": mark.value, "known": listed(spec.codes)}
    else:
        yield from _number(mark, spec)


def _by(mark: Mark, spec: MarkSpec, program: Program, known_sessions: frozenset[str]) -> Iterator[Fault]:
    if spec.per == "session":
        if mark.by not in known_sessions:
            yield "IKM433", "by", {"session": mark.by, "known": listed(sorted(known_sessions)[:3])}
    elif spec.per == "judge":
        ids = [judge.id for judge in program.panel.judges]
        if (ids and mark.by not in ids) or not mark.by:
            yield "IKM432", "by", {"judge": mark.by, "known": listed(ids)}
    elif mark.by:
        yield "IKM453", "by", {"mark": mark.mark, "by": mark.by}


def _number(mark: Mark, spec: MarkSpec) -> Iterator[Fault]:
    if mark.value == RECUSED:
        if spec.per != "judge":
            yield "IKM452", "value", {"mark": mark.mark}
        return
    value = parse_decimal(mark.value)
    if value is None:
        yield "IKM435", "value", {"mark": mark.mark, "found": mark.value}
    elif (spec.min is not None and value < spec.min) or (spec.max is not None and value > spec.max):
        ends = ("-" if end is None else format_decimal(end) for end in (spec.min, spec.max))
        low, high = ends
        yield "IKM436", "value", {"mark": mark.mark, "found": mark.value, "low": low, "high": high}


def assignments(inputs: Inputs) -> Iterator[Finding]:
    """Marks by judges who were not to give them: another track or item, or a recused judge."""
    program = inputs.program
    people = {one.number: one for one in inputs.participants}
    judges = {judge.id: judge for judge in program.panel.judges}
    panel = roster(program)
    judged = {name for name, spec in program.marks.items() if spec.per == "judge"}
    for index, mark in enumerate(inputs.marks):
        judge, person = judges.get(mark.by), people.get(mark.number)
        if mark.mark not in judged or judge is None or person is None:
            continue
        if not marks_it(judge, mark.mark, mark.item, person.track):
            facts = {"judge": judge.id, "item": f"{mark.mark}.{mark.item}".rstrip("."), "track": person.track or "-"}
            yield _at(index, ("IKM439", "by", {**facts}))
        elif mark.by in panel.recused.get(mark.number, ()) and mark.value != RECUSED:
            yield _at(index, ("IKM451", "by", {"judge": judge.id, "number": mark.number}), Severity.WARNING)


def gaps(inputs: Inputs) -> Iterator[Finding]:
    """Judges who have marked part of the work: how many people still lack a mark of theirs."""
    for stage in inputs.program.stages:
        desk = desk_for(inputs.program, stage, (), inputs.marks)
        for mark in judged_marks(desk, stage.id):
            for judge, (people, marks) in sorted(_lacking(desk, mark, inputs).items()):
                params: dict[str, Param] = {"judge": judge, "mark": mark, "people": people, "marks": marks}
                yield Finding("IKM444", "marks.csv", (), params, Severity.WARNING)


def _lacking(desk: Desk, mark: str, inputs: Inputs) -> dict[str, tuple[int, int]]:
    """Judge -> people and marks that lack, among people whom some judge has marked."""
    reader = JudgedReader(Source("mark", (mark,)), desk, desk.program.marks[mark])
    found: dict[str, tuple[int, int]] = {}
    for person in inputs.participants:
        if not entries_of(desk, mark, person.number):
            continue
        open_marks = reader.lacking(person)
        for judge in set(open_marks):
            people, marks = found.get(judge, (0, 0))
            found[judge] = (people + 1, marks + open_marks.count(judge))
    return found
