"""`import --as marks`: attendance, tests and judges' sheets to marks.csv."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Where, has_errors
from ikmctl.domain.ledger import KeptSheet
from ikmctl.domain.mark import Mark
from ikmctl.domain.program import MarkSpec, Program
from ikmctl.engine.sessions import sessions
from ikmctl.render.safe import quoted
from ikmctl.sheets.vocabulary import ANY_SCORE
from ikmctl.store.tables import write_marks
from ikmctl.workflow.importing.answers import STAMP, settle
from ikmctl.workflow.importing.data import Change, ImportData, Values
from ikmctl.workflow.importing.finish import Ending, finish, problems_of
from ikmctl.workflow.importing.follow import follow
from ikmctl.workflow.importing.headers import SESSION
from ikmctl.workflow.importing.incoming import Incoming
from ikmctl.workflow.importing.kind import mark_targets
from ikmctl.workflow.importing.marks_rows import BETWEEN, MarkReader, MarkRow
from ikmctl.workflow.importing.read import Source, numeric, questions
from ikmctl.workflow.importing.rejects import SEPARATOR, Rejected
from ikmctl.workflow.importing.report import Fate
from ikmctl.workflow.importing.roster import offered, roster_of
from ikmctl.workflow.importing.state import Job, State, register_missing
from ikmctl.workflow.keep import keep
from ikmctl.workflow.load import shown
from ikmctl.workflow.result import Result


class _Outcome(Struct, frozen=True):
    """Everything that an import of marks comes to, before it is written."""

    marks: tuple[Mark, ...]
    fate: Fate
    rejected: tuple[Rejected, ...]
    new: tuple[str, ...]
    same: tuple[str, ...]
    changed: tuple[Change, ...]
    added: tuple[Mark, ...]
    values: Values
    origin: Mapping[tuple[str, str], int]
    """The file that a mark came from, by number and name."""


def run(job: Job, sources: Sequence[Source]) -> Result[ImportData]:
    """Import marks from tables that were already read."""
    faults = _faults(job, sources)
    notes = job.state.notes + tuple(note for source in sources for note in source.notes)
    if has_errors(faults) or has_errors(notes):
        return Result(diagnostics=(*notes, *faults), unusable=True)
    rows = _read(job, sources)
    outcome = _work_out(job, rows)
    after = follow(job.state.cohort, replace(job.state.cohort, marks=outcome.marks))
    data = ImportData("marks", (), outcome.new, outcome.changed, outcome.same, moved=after.moved, values=outcome.values)
    told = (*notes, *faults, *problems_of([item.row for item in rows], outcome.fate.rejected))
    files: dict[Path, bytes | None] = {**after.files}
    if outcome.marks or job.state.paths.marks.exists():
        files[job.state.paths.marks] = write_marks(outcome.marks).encode()
    kept = _kept(job, sources)
    ending = Ending(
        outcome.fate, outcome.rejected, data, told, {**files, **kept}, "ikmctl validate", _refusals(job, outcome),
        frozenset(kept), after.said, _counted(job, outcome),
    )  # fmt: skip
    return finish(job, sources, ending)


def _kept(job: Job, sources: Sequence[Source]) -> dict[Path, bytes | None]:
    given = job.options
    how = KeptSheet(0, "", "", "import", given.item or "", given.sheet or "", given.judge, given.encoding or "")
    arrived = [(source.data, replace(how, digest=source.digest, name=source.name)) for source in sources]
    return keep(job.state.paths, arrived)


def again(job: Job, sources: Sequence[Source]) -> tuple[tuple[Mark, ...], int] | None:
    """All marks once these tables were read after those of `job`, and how many rows had an effect; None: unusable."""
    if has_errors(_faults(job, sources)):
        return None
    outcome = _work_out(job, _read(job, sources))
    return outcome.marks, len(outcome.fate.kept)


def _faults(job: Job, sources: Sequence[Source]) -> tuple[Diagnostic, ...]:
    """What makes a whole file unusable as marks."""
    state, item = job.state, job.options.item or ""
    if not state.cohort.participants:
        return (Diagnostic("IKM413", Where(file=shown(state.paths.participants))),)
    found: list[Diagnostic] = []
    known = ", ".join(state.program.marks)
    mark, _, part = item.partition(".")
    spec = state.program.marks.get(mark)
    within = ", ".join(f"{mark}.{one}" for one in spec.items) if spec else ""
    if item and (spec is None or (part and part not in spec.items)):
        return (Diagnostic("IKM405", params={"found": item, "known": within or known}),)
    for source in sources:
        if "number" not in source.matched.fields:
            found += register_missing(state)
        if not (slots := _holds(state, source, item, job.options.judge)):
            found.append(_no_marks(source, item, _target(state.program, item), known))
            continue
        found += questions(source, ())
        if slots == "score":
            found.append(_which(source, spec, within or known, sessions(state.program)))
    return tuple(found)


def _which(source: Source, spec: MarkSpec | None, known: str, days: Sequence[str]) -> Diagnostic:
    """A bare column of marks: of which mark, which item, which session?"""
    column = source.matched.fields["score"]
    if spec is not None and spec.per == "session":
        params = {"found": column.header, "known": ", ".join(days)}
        return Diagnostic("IKM410", source.where(column.address), params)
    return Diagnostic("IKM406", source.where(column.address), {"known": known})


def _holds(state: State, source: Source, item: str, judge: str) -> str:
    """How a file holds marks: `long`, `wide`, a bare `score` column that nothing names, or not at all."""
    reader = MarkReader(state.program, source, roster_of((), ()), item, judge)
    if reader.long or reader.slots:
        return "long" if reader.long else "wide"
    return "score" if "score" in mark_targets(source) else ""


def _target(program: Program, item: str) -> str:
    """What `--map` would call a column of the mark that `--item` names; of several items or sessions the first."""
    mark, _, part = item.partition(".")
    spec = program.marks.get(mark)
    if spec is not None and spec.per == "session":
        return SESSION + next(iter(sessions(program)), "")
    items = [part] if part else list(spec.items) if spec else []
    return ".".join(("marks", mark, *items[:1])) if item else ""


def _no_marks(source: Source, item: str, target: str, known: str) -> Diagnostic:
    """No column is known to hold marks: which mark is it, or, where that was said, which column?"""
    likely = [one.column for one in source.matched.proposals if one.field.startswith(("marks.", ANY_SCORE))]
    columns = (*likely, *numeric(source), *source.matched.unknown)
    header = next((column.header for column in columns if column.header), "")
    column = quoted(f"{target}={header}") if target and header else ""
    params: dict[str, Param] = {
        "headers": _headers(source), "mark": item, "known": "" if item else known, "column": column,
        "mapped": "" if column else target,
    }  # fmt: skip
    return Diagnostic("IKM400", source.where(f"A{source.table.header_row}"), params)


def _headers(source: Source) -> str:
    return ", ".join(f"`{column.header}`" for column in source.table.columns if column.header)


def _read(job: Job, sources: Sequence[Source]) -> list[MarkRow]:
    state, options = job.state, job.options
    roster = roster_of(state.cohort.participants, state.people)
    total = sum(len(source.table.rows) for source in sources)
    rows: list[MarkRow] = []
    for source in sources:
        for row in MarkReader(state.program, source, roster, options.item or "", options.judge).rows():
            candidates = offered(roster, row.candidates, SEPARATOR)
            rows.append(replace(row, candidates=candidates))
            job.progress(len(rows), total)
    return rows


def _work_out(job: Job, rows: Sequence[MarkRow]) -> _Outcome:
    good = [item for item in rows if not item.row.faulty and not item.blank]
    settled = settle((_key(item), item.row) for item in good)
    numbers = {item.row.origin: item.number for item in good}
    kept, clashing = _without_clashes([(numbers[row.origin], row) for row in settled.kept.values()])
    contradicting = tuple(_in_words(row) for row in settled.rejected)
    rejected_rows = (*(item.row for item in rows if item.row.faulty), *contradicting, *clashing)
    candidates = {item.row.origin: item.candidates for item in rows}
    blank = tuple(item.row.origin for item in rows if item.blank)
    before = {_mark_key(mark): mark for mark in job.state.cohort.marks}
    arrived = [mark for number, row in kept for mark in _marks(number, row)]
    added = tuple(mark for mark in arrived if _mark_key(mark) not in before)
    changed = tuple(
        Change(mark.number, _mark_name(mark), before[_mark_key(mark)].value, mark.value)
        for mark in arrived
        if _mark_key(mark) in before and before[_mark_key(mark)].value != mark.value
    )
    after = before | {_mark_key(mark): mark for mark in arrived}
    new = {mark.number for mark in added}
    other = {change.number for change in changed}
    return _Outcome(
        tuple(sorted(after.values())),
        Fate(tuple(row.origin for _, row in kept), settled.merged, rejected_rows, blank),
        tuple(Rejected(row, candidates[row.origin]) for row in rejected_rows),
        tuple(sorted(new)), tuple(sorted({number for number, _ in kept} - new - other)), changed, added,
        Values(len(added), len(changed), len(arrived) - len(added) - len(changed)),
        {(mark.number, _mark_name(mark)): row.origin.index for number, row in kept for mark in _marks(number, row)},
    )  # fmt: skip


def _counted(job: Job, outcome: _Outcome) -> Counter[int]:
    """Marks of each file that changed, or were added to a locked pool."""
    pools = {event.stage for event in job.state.cohort.events if event.event == "lock" and event.what == "pool"}
    marks = [(change.number, change.field) for change in outcome.changed]
    late = (mark for mark in outcome.added if job.state.program.marks[mark.mark].stage in pools)
    marks += [(mark.number, _mark_name(mark)) for mark in late]
    return Counter(outcome.origin[mark] for mark in marks)


def _in_words(row: Incoming) -> Incoming:
    """Contradicting answers of one applicant, said as what they are here: two marks for one thing."""
    said = tuple(
        replace(item, code="IKM403", params={"rows": item.params["rows"]}) if item.code == "IKM302" else item
        for item in row.problems
    )
    return replace(row, problems=said)


def _key(item: MarkRow) -> str:
    """Rows that speak of the same person and the same marks are answers to the same question."""
    return "\n".join((item.number, *sorted(name for name in item.row.values if name != STAMP)))


def _mark_key(mark: Mark) -> tuple[str, str, str, str]:
    return mark.number, mark.mark, mark.item, mark.by


def _mark_name(mark: Mark) -> str:
    name = f"{mark.mark}.{mark.item}" if mark.item else mark.mark
    return f"{name} {mark.by}" if mark.by else name


def _marks(number: str, row: Incoming) -> Iterable[Mark]:
    for name, value in row.values.items():
        if name != STAMP:
            mark, item, by = name.split(BETWEEN)
            yield Mark(number, mark, item, by, value)


def _without_clashes(rows: Sequence[tuple[str, Incoming]]) -> tuple[list[tuple[str, Incoming]], list[Incoming]]:
    """Rows of different shape that give one mark two values contradict each other."""
    said: dict[tuple[str, str], dict[str, list[Incoming]]] = defaultdict(lambda: defaultdict(list))
    for number, row in rows:
        for name, value in row.values.items():
            if name != STAMP:
                said[number, name][value].append(row)
    bad: dict[object, Incoming] = {}
    for (_, name), values in said.items():
        if len(values) > 1:
            for row in (one for group in values.values() for one in group):
                others = ", ".join(str(o.origin.row) for g in values.values() for o in g if o.origin != row.origin)
                place = Where(row.origin.file, sheet=row.origin.sheet or None, cell=row.addresses.get(name))
                bad[row.origin] = row.with_problem(Diagnostic("IKM403", place, {"rows": others}))
    return [(number, row) for number, row in rows if row.origin not in bad], list(bad.values())


def _refusals(job: Job, outcome: _Outcome) -> tuple[Diagnostic, ...]:
    """Marks that change after a lock need a reason; a decided stage takes none."""
    found: list[Diagnostic] = []
    marks = job.state.program.marks
    place = Where(file=shown(job.state.paths.marks))
    for stage in job.state.program.stages:
        events = [event for event in job.state.cohort.events if event.stage == stage.id]
        changed = {c.number for c in outcome.changed if marks[c.field.split()[0].split(".")[0]].stage == stage.id}
        added = {mark.number for mark in outcome.added if marks[mark.mark].stage == stage.id}
        states = [event.event for event in events if event.event in ("finalize", "reopen")]
        locks = {event.what for event in events if event.event == "lock"}
        if states and states[-1] == "finalize" and (changed or added):
            found.append(Diagnostic("IKM415", place, {"stage": stage.id}))
        elif not job.options.reason and ((locks and changed) or ("pool" in locks and added)):
            touched = changed | added if "pool" in locks else changed
            params: dict[str, Param] = {"count": len(touched), "stage": stage.id}
            found.append(Diagnostic("IKM404", place, params))
    return tuple(found)
