"""`status`: a numbered checklist of the road, with the literal command of every open step."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, has_errors
from ikmctl.domain.program import Stage
from ikmctl.engine.overview import standings
from ikmctl.engine.replay import StageResult
from ikmctl.engine.states import as_announced
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.backup import is_due
from ikmctl.workflow.derive import Derived, derive
from ikmctl.workflow.heads import on_record
from ikmctl.workflow.listing import cover_notes
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.named import changed_inputs
from ikmctl.workflow.objections import load_objections
from ikmctl.workflow.record_notes import imports_of, record_notes
from ikmctl.workflow.result import Note, Result
from ikmctl.workflow.revised import Revised, revised
from ikmctl.workflow.validate import history, run_checks
from ikmctl.workflow.verify import compare_file

if TYPE_CHECKING:
    from ikmctl.engine.matching import MatchResult

State: TypeAlias = Literal["done", "next", "open", "blocked"]


class Step(Struct, frozen=True):
    """One line of the checklist. `key` names its text; `command` is what to type when it is open."""

    key: str
    state: State
    command: str = ""
    stage: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


class Funnel(Struct, frozen=True):
    """How many people stand where in one stage."""

    stage: str
    participants: int
    eligible: int
    pending: int
    selected: int
    reserves: int
    lines: int = 0
    """Demand lines, in a match."""
    unwritten: bool = False
    """Whether the list is not on disk as these numbers say: never curated, or the inputs changed since."""


class Status(Struct, frozen=True):
    """Where a cohort stands."""

    program: str
    title: str
    steps: tuple[Step, ...]
    funnel: tuple[Funnel, ...]
    stale: tuple[str, ...]
    because: tuple[str, ...] = ()
    """Which inputs changed since the stale files were written: the names that `verify` gives."""
    revised: tuple[Revised, ...] = ()
    """Stages whose list changed after it was announced."""


def _events(cohort: Cohort, stage: Stage, event: str, what: str | None = None) -> int:
    return sum(e.event == event and e.stage == stage.id and what in (None, e.what) for e in cohort.events)


def _arrived(cohort: Cohort, stage: Stage) -> tuple[int, int]:
    """Marks of the stage that have at least one value, and marks declared for it."""
    declared = {name for name, spec in cohort.program.marks.items() if spec.stage == stage.id}
    return len({mark.mark for mark in cohort.marks} & declared), len(declared)


def _missing_mark(cohort: Cohort, stage: Stage) -> str:
    have = {mark.mark for mark in cohort.marks}
    lacking = [name for name, spec in cohort.program.marks.items() if spec.stage == stage.id and name not in have]
    return lacking[0] if lacking else ""


def _marks_step(cohort: Cohort, stage: Stage) -> Iterator[Step]:
    """Bring in the marks of a stage that declares any, or bring back what is gone."""
    here, declared = _arrived(cohort, stage)
    if declared:
        back = _restoring(cohort)
        bring = back or f"ikmctl import FILE.xlsx --as marks --item {_missing_mark(cohort, stage)}"
        gone = cohort.paths.marks.name if back else "-"
        yield _step(stage, "marks", done=here == declared, command=bring, here=here, declared=declared, gone=gone)


def _restoring(cohort: Cohort) -> str:
    """The command that brings back marks which came in before and are there no more; empty where none is known."""
    if cohort.paths.marks.exists() or not any(one.kind == "marks" and one.kept for one in imports_of(cohort)[0]):
        return ""
    from ikmctl.vcs.git import find_repository

    repository = find_repository(cohort.paths.root)
    path = cohort.paths.marks
    return f"git restore {shown(path)}" if repository and repository.read("HEAD", path) else ""


def _step(stage: Stage, key: str, *, done: bool, command: str, **params: Param) -> Step:
    """A step that is done, or open with its command."""
    return Step(key, "done" if done else "open", "" if done else command, stage.id, params)


def _stage_steps(cohort: Cohort, stage: Stage, result: StageResult | None, stale: tuple[str, ...]) -> Iterator[Step]:
    """The open and done steps of one stage, in the order of the road; `open` until told apart."""
    step = partial(_step, stage)
    flag = f" --stage {stage.id}" if len(cohort.program.stages) > 1 else ""
    if stage.kind == "match":
        yield from _match_steps(cohort, stage, flag, stale)
        return
    locked = _events(cohort, stage, "lock", "rules") > 0
    if locked or result is None or result.status == "proposed":
        yield step("lock_rules", done=locked, command=f"ikmctl lock rules{flag}")
    yield from _marks_step(cohort, stage)
    curated = cohort.paths.shortlist(stage.id).exists()
    nobody = curated and result is not None and not (result.selection.selected or result.selection.undecided)
    yield step(
        "curate",
        done=curated and not stale and not nobody,
        command=f"ikmctl curate{flag}",
        stale=", ".join(stale) or "-",
        nobody="0" if nobody else "-",
    )
    if result is not None and curated:
        yield from _list_steps(cohort, stage, result, flag)


def _list_steps(cohort: Cohort, stage: Stage, result: StageResult, flag: str) -> Iterator[Step]:
    """The road of a list that is curated: people who wait, ties, announcement, decree."""
    step = partial(_step, stage)
    if result.selection.pending:
        yield step("pending", done=False, command="ikmctl show pending" + flag, count=len(result.selection.pending))
    if result.selection.undecided:
        yield step("lock_pool", done=_events(cohort, stage, "lock", "pool") > 0, command=f"ikmctl lock pool{flag}")
        yield step(
            "draw",
            done=False,
            command=f"ikmctl draw --value VALUE --source SOURCE{flag}",
            ties=len(result.selection.undecided),
        )
    told = result.status == "decided" or as_announced(cohort.events, result) is not None
    yield step("announce", done=told, command=f"ikmctl announce{flag}")
    yield step("finalize", done=result.status == "decided", command=f"ikmctl finalize --decree NUMBER{flag}")


def _match_steps(cohort: Cohort, stage: Stage, flag: str, stale: tuple[str, ...]) -> Iterator[Step]:
    """The road of a stage that matches: demand lines, marks, pairs."""
    locked = _events(cohort, stage, "lock", "rules") > 0
    yield Step("lock_rules", "done" if locked else "open", "" if locked else f"ikmctl lock rules{flag}", stage.id)
    count = len(cohort.partners.lines())
    bring = "" if count else "ikmctl import FILE.xlsx --as partners"
    yield Step("partners", "done" if count else "open", bring, stage.id, {"count": count})
    yield from _marks_step(cohort, stage)
    done = cohort.paths.matches(stage.id).exists() and not stale
    facts: dict[str, Param] = {"stale": ", ".join(stale) or "-"}
    yield Step("match", "done" if done else "open", "" if done else f"ikmctl match{flag}", stage.id, facts)


def _mark_next(steps: list[Step]) -> tuple[Step, ...]:
    """The first open step is next; the ones behind it wait."""
    first = next((index for index, step in enumerate(steps) if step.state == "open"), None)
    marked = []
    for index, step in enumerate(steps):
        state: State = step.state
        if state == "open":
            state = "next" if index == first else "blocked"
        marked.append(Step(step.key, state, step.command, step.stage, step.params))
    return tuple(marked)


def _steps(
    cohort: Cohort, problems: tuple[Diagnostic, ...], derived: Derived | None, stale: tuple[str, ...]
) -> tuple[Step, ...]:
    errors = sum(item.severity is Severity.ERROR for item in problems)
    count = len(cohort.participants)
    template = "program.yaml" if not count and _is_template(cohort) else ""
    steps = [
        Step("program", "open" if template else "done", params={"template": template}),
        Step(
            "participants",
            "done" if count else "open",
            "" if count else "ikmctl import FILE.xlsx",
            params={"count": count},
        ),
        Step("validate", "open" if errors else "done", "ikmctl validate" if errors else "", params={"errors": errors}),
    ]
    for stage in cohort.program.stages:
        steps += _stage_steps(cohort, stage, derived.results.get(stage.id) if derived else None, stale)
    return _mark_next([*_with_objections(cohort, steps)])


def _is_template(cohort: Cohort) -> bool:
    from ikmctl.workflow.init import untouched

    return untouched(cohort.texts["program.yaml"], cohort.program)


def _with_objections(cohort: Cohort, steps: list[Step]) -> Iterator[Step]:
    """The steps with the open objections before the list is made decided, or last where it is already."""
    count = len(load_objections(cohort).open)
    step = Step("objections", "open", "ikmctl validate", params={"count": count})
    ends = (index for index, one in enumerate(steps) if one.key == "finalize" and one.state == "open")
    place = next(ends, len(steps))
    yield from (*steps[:place], *([step] if count else ()), *steps[place:])


def _stale(cohort: Cohort, derived: Derived) -> tuple[str, ...]:
    told, texts = on_record(cohort, derived)
    lists = {item.params["list"] for item in told if item.severity is Severity.ERROR}
    return tuple(
        path.name
        for path, text in texts.items()
        if path.exists() and (shown(path) in lists or has_errors(compare_file(path, text)))
    )


def _because(cohort: Cohort, derived: Derived) -> tuple[str, ...]:
    told, texts = on_record(cohort, derived)
    found = [item for path, text in texts.items() if path.exists() for item in compare_file(path, text)]
    return changed_inputs(cohort, derived, (*told, *found))


def _funnel(cohort: Cohort, derived: Derived, stale: tuple[str, ...]) -> tuple[Funnel, ...]:
    where = {name: list(standings(one.evaluation, one.selection).values()) for name, one in derived.results.items()}
    return tuple(
        Funnel(
            name, len(result.evaluation.cards), where[name].count("eligible"), where[name].count("pending"),
            len(result.selection.selected), len(result.selection.reserves),
            unwritten=bool(stale) or not cohort.paths.shortlist(name).exists(),
        )
        for name, result in derived.results.items()
    ) + tuple(_match_funnel(name, result) for name, result in derived.matches.items())  # fmt: skip


def _seat_notes(cohort: Cohort, derived: Derived) -> Iterator[Note]:
    """Of lists that are curated: seats that stay empty, and seats that no reserve could take."""
    for name, result in derived.results.items():
        if cohort.paths.shortlist(name).exists():
            yield from (Note(key, told) for key, told in result.selection.notes if key == "note.vacant")
            yield from cover_notes(result)


def _match_funnel(name: str, result: "MatchResult") -> Funnel:
    """Members of a match: those who qualify for a line, those who have one."""
    found = result.matching
    qualify = {one.number for one in (*found.pairs, *found.waiting)}
    matched = {one.number for one in found.pairs}
    near = {one.number for one in found.gaps} - qualify
    return Funnel(name, found.members, len(qualify), len(near), len(matched), len(qualify - matched), len(found.lines))


_UNREAD: Final = frozenset(("IKM901", "IKM902", "IKM903", "IKM905"))
"""Codes of files that are there and cannot be read."""


def run(paths: CohortPaths) -> Result[Status]:
    """Where one cohort stands. A checklist is an answer, so problems in the data do not make it fail.

    A file that cannot be read does: the list would ask for what is there already.
    """
    cohort, problems = load(paths)
    if cohort is None:
        return Result(diagnostics=problems)
    problems += (*run_checks(cohort), *load_objections(cohort).diagnostics)
    derived: Derived | None = None
    stale: tuple[str, ...] = ()
    if not has_errors(problems) and cohort.participants:
        stages = [stage.id for stage in cohort.program.stages]
        derived = derive(cohort, stages, (), stages)
        problems += history(cohort, derived.results)
        stale = _stale(cohort, derived)
    steps = _steps(cohort, problems, derived, stale)
    upcoming = next((step.command for step in steps if step.state == "next"), "")
    data = Status(
        cohort.program.id, cohort.program.title, steps, _funnel(cohort, derived, stale) if derived else (), stale,
        _because(cohort, derived) if derived and stale else (),
        revised(cohort, derived.results) if derived else (),
    )  # fmt: skip
    unread = tuple(problem for problem in problems if problem.code in _UNREAD)
    notes = tuple(note for stage in cohort.program.stages for note in record_notes(cohort, stage.id))
    notes += tuple(_seat_notes(cohort, derived)) if derived else ()
    notes += (Note("status.backup"),) if is_due(paths) else ()
    return Result(data, unread, notes=notes, next_step=upcoming)
