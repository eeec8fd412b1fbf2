"""`sheets collect`: read the workbooks back; every gap, slip and altered cell by judge and address."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where, has_errors
from ikmctl.domain.ledger import ImportRecord, KeptSheet, with_record
from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import format_decimal, parse_decimal
from ikmctl.render.safe import quoted
from ikmctl.sheets.grid import Cell, CellKind, Grid
from ikmctl.sheets.reader import bytes_of, read_bytes
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.store.ledgers import write_imports
from ikmctl.store.tables import write_marks
from ikmctl.workflow.importing.data import ListMoves
from ikmctl.workflow.importing.follow import Followed, follow
from ikmctl.workflow.keep import keep
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.names import display_name, people_of
from ikmctl.workflow.record import inputs_of
from ikmctl.workflow.record_notes import imports_of
from ikmctl.workflow.result import Result
from ikmctl.workflow.sheet_make import FIXED, FOLDER, HEADER_ROW, people_of_stage
from ikmctl.workflow.sheet_plan import CODE, COMBINED, Line, SheetPlan, Slot, plan_sheets
from ikmctl.workflow.sheet_rows import altered_headers, match_rows, place

_CODE_ROW: Final = 3
_NO_VALUE: Final[Mapping[CellKind, str]] = {"error": "IKM240", "formula": "IKM241"}
_COMMA: Final = str.maketrans(",", ".")


class CollectOptions(Struct, frozen=True):
    """The flags of `sheets collect`."""

    on: date
    by: str = ""
    reason: str = ""


class Sheet(Struct, frozen=True):
    """One workbook that came back: whose it is, marks found, cells still empty, rows and bad cells."""

    judge: str
    file: str
    rows: int
    marks: int
    gaps: int
    faults: int


class Collected(Struct, frozen=True):
    """All workbooks of one run, and what they changed in marks.csv."""

    sheets: tuple[Sheet, ...]
    new: int
    changed: int
    same: int
    moved: tuple[ListMoves, ...] = ()


class _Read(Struct, frozen=True):
    """The marks of one workbook with what is to be said about it."""

    sheet: Sheet
    marks: tuple[Mark, ...]
    problems: tuple[Diagnostic, ...]
    digest: str
    data: bytes


def _identify(
    cohort: Cohort, grids: Sequence[Grid], file: str, *, old: bool
) -> tuple[Grid | None, SheetPlan | None, list[Diagnostic]]:
    """Which sheet of which judge this is, and whether it is the present version."""
    for grid in grids:
        found = CODE.match(grid.cell(_CODE_ROW, 0).value.strip()) if grid.height > _CODE_ROW else None
        if found is None:
            continue
        at = place(grid, grid.cell(_CODE_ROW, 0))
        stage = cohort.program.stage(found["stage"])
        if found["program"] != cohort.program.id or stage is None:
            return grid, None, [Diagnostic("IKM592", at, {"found": f"{found['program']}/{found['stage']}"})]
        people = people_of_stage(cohort, stage.id)
        plans = plan_sheets(cohort.program, stage, people, combined=found["judge"] == COMBINED)
        plan = next((plan for plan in plans if plan.judge == found["judge"]), None)
        if plan is not None and old:
            return grid, _as_made(plan, grid), []
        if plan is None or plan.version != found["version"]:
            return grid, None, [Diagnostic("IKM593", at, {"judge": found["judge"], "stage": stage.id})]
        return grid, plan, []
    return None, None, [Diagnostic("IKM591", Where(file))]


def _as_made(plan: SheetPlan, grid: Grid) -> SheetPlan:
    """The plan as it was when the sheet was made: with the people who stand on it."""
    here = {grid.cell(row, 0).value.strip() for row in range(HEADER_ROW + 1, grid.height)}
    return replace(plan, lines=tuple(line for line in plan.lines if line.number in here))


def _value(slot: Slot, cell: Cell) -> tuple[str, str]:
    """The canonical value of a cell, or what is wrong with it."""
    if cell.kind in _NO_VALUE:
        return "", _NO_VALUE[cell.kind]
    number = parse_decimal(cell.value.strip().translate(_COMMA))
    if number is None or cell.kind in ("date", "bool"):
        return "", "IKM594"
    low, high = slot.spec.min, slot.spec.max
    if (low is not None and number < low) or (high is not None and number > high):
        return "", "IKM595"
    return format_decimal(number), ""


def _params(plan: SheetPlan, line: Line, slot: Slot, cell: Cell) -> dict[str, str | int]:
    low, high = slot.spec.min, slot.spec.max
    return {
        "field": slot.label, "judge": slot.judge or plan.judge, "id": line.number, "item": slot.item or slot.mark,
        "found": cell.value[:40],
        "low": "-" if low is None else format_decimal(low), "high": "-" if high is None else format_decimal(high),
    }  # fmt: skip


def _cells(plan: SheetPlan, grid: Grid, line: Line, row: int) -> Iterator[tuple[Mark | None, Diagnostic | None]]:
    """Each cell of one participant: a mark, or what is wrong with it."""
    for column, slot in enumerate(plan.slots):
        cell = grid.cell(row, FIXED + column)
        params = _params(plan, line, slot, cell)
        filled = cell.kind in _NO_VALUE or bool(cell.value.strip())
        if column in line.closed:
            if filled:
                yield None, Diagnostic("IKM597", place(grid, cell), params)
        elif not filled:
            yield None, Diagnostic("IKM596", place(grid, cell), params, Severity.WARNING)
        else:
            value, fault = _value(slot, cell)
            if fault:
                yield None, Diagnostic(fault, place(grid, cell), params)
            else:
                yield Mark(line.number, slot.mark, slot.item, slot.judge or plan.judge, value), None


def read_sheet(cohort: Cohort, path: Path, names: Mapping[str, str] | None = None, *, old: bool = False) -> _Read:
    """Read one workbook. A sheet that is not ours, or of another version, gives no mark at all.

    Args:
        cohort: the program.
        path: the workbook.
        names: names by number, which must fit those on the sheet; None where nobody looks.
        old: read a sheet that was collected before, even if people joined since.
    """
    nothing = Sheet("-", path.name, 0, 0, 0, 0)
    data, faults = bytes_of(path)
    grids, notes = ([], faults) if data is None else read_bytes(data, path.name)
    if data is None or not grids:
        return _Read(nothing, (), tuple(notes), "", b"")
    grid, plan, problems = _identify(cohort, grids, path.name, old=old)
    if grid is None or plan is None:
        return _Read(nothing, (), (*notes, *problems), "", b"")
    rows, altered = match_rows(plan, grid, names or {})
    altered += altered_headers(plan, grid)
    if altered:
        return _Read(replace(nothing, judge=plan.judge, faults=len(altered)), (), (*notes, *altered), "", b"")
    cells = [pair for line in plan.lines for pair in _cells(plan, grid, line, rows[line.number])]
    marks = tuple(mark for mark, _ in cells if mark is not None)
    said = tuple(problem for _, problem in cells if problem is not None)
    if not marks and not old and all(problem.severity is Severity.WARNING for problem in said):
        blank = Diagnostic("IKM299", Where(path.name), {"judge": plan.judge}, Severity.WARNING)
        return _Read(
            replace(nothing, judge=plan.judge, rows=len(plan.lines), gaps=len(said)), (), (*notes, blank), "", b""
        )
    gaps = sum(problem.severity is Severity.WARNING for problem in said)
    sheet = Sheet(plan.judge, path.name, len(plan.lines), len(marks), gaps, len(said) - gaps)
    return _Read(sheet, marks, (*notes, *said), sha256(data).hexdigest(), data)


def _key(mark: Mark) -> tuple[str, str, str, str]:
    return mark.number, mark.mark, mark.item, mark.by


def refuse_late(cohort: Cohort, changed: Sequence[Mark], added: Sequence[Mark], reason: str) -> tuple[Diagnostic, ...]:
    """Marks that change after a lock need a reason; a decided stage takes none."""
    at = Where(file=shown(cohort.paths.marks))
    found: list[Diagnostic] = []
    for stage in cohort.program.stages:
        mine = {name for name, spec in cohort.program.marks.items() if spec.stage == stage.id}
        events = [event for event in cohort.events if event.stage == stage.id]
        states = [event.event for event in events if event.event in ("finalize", "reopen")]
        locks = {event.what for event in events if event.event == "lock"}
        other = {mark.number for mark in changed if mark.mark in mine}
        late = other | ({mark.number for mark in added if mark.mark in mine} if "pool" in locks else set())
        if states[-1:] == ["finalize"] and (late or any(mark.mark in mine for mark in added)):
            found.append(Diagnostic("IKM415", at, {"stage": stage.id}))
        elif locks and late and not reason:
            found.append(Diagnostic("IKM404", at, {"count": len(late), "stage": stage.id}))
    return tuple(found)


def _clashes(reads: Sequence[_Read]) -> tuple[Diagnostic, ...]:
    """Two workbooks that give one mark different values contradict each other."""
    seen: dict[tuple[str, str, str, str], tuple[str, str]] = {}
    found = []
    for read in reads:
        for mark in read.marks:
            value, file = seen.setdefault(_key(mark), (mark.value, read.sheet.file))
            if value != mark.value:
                params = {"judge": mark.by, "id": mark.number, "item": mark.item or mark.mark, "other": file}
                found.append(Diagnostic("IKM599", Where(read.sheet.file), params))
    return tuple(found)


def _no_files(cohort: Cohort) -> Diagnostic:
    """That no workbook was named; the command names one of the first judge."""
    stage = next((spec.stage for spec in cohort.program.marks.values() if spec.per == "judge"), "")
    judge = next((judge.id for judge in cohort.program.panel.judges), "")
    example = shown(cohort.paths.reports / FOLDER / f"{stage}-{judge}.xlsx")
    return Diagnostic(
        "IKM990",
        params={"command": "sheets collect", "name": "FILE", "example": f"ikmctl sheets collect {quoted(example)}"},
    )


def run(paths: CohortPaths, files: Sequence[Path], options: CollectOptions) -> Result[Collected]:
    """Collect marks from workbooks that `sheets make` made."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    if not files:
        return Result(diagnostics=(*problems, _no_files(cohort)), unusable=True)
    records, damaged = imports_of(cohort)
    if has_errors(damaged):
        return Result(diagnostics=(*problems, *damaged))
    names = {person.number: display_name(person) for person in people_of(paths)[0]}
    reads = [read_sheet(cohort, path, names) for path in files]
    said = tuple(problem for read in reads for problem in read.problems)
    before = {_key(mark): mark for mark in cohort.marks}
    arrived = {_key(mark): mark for read in reads for mark in read.marks}
    added = [mark for key, mark in arrived.items() if key not in before]
    changed = [mark for key, mark in arrived.items() if key in before and before[key].value != mark.value]
    refusals = (*_clashes(reads), *refuse_late(cohort, changed, added, options.reason))
    sheets = tuple(read.sheet for read in reads)
    data = Collected(sheets, len(added), len(changed), len(arrived) - len(added) - len(changed))
    everything = (*problems, *damaged, *said, *refusals)
    if has_errors(refusals):
        return Result(data, everything)
    if not arrived:
        return Result(data, everything, unusable=all(not sheet.rows for sheet in sheets))
    changes, followed = _changes(cohort, records, reads, before | arrived, options)
    data = replace(data, moved=followed.moved)
    return Result(data, (*everything, *followed.said), changes, next_step="ikmctl validate")


def _late(cohort: Cohort, marks: Sequence[Mark]) -> int:
    """How many marks changed, or were added to a locked pool."""
    before = {_key(mark): mark.value for mark in cohort.marks}
    pools = {event.stage for event in cohort.events if event.event == "lock" and event.what == "pool"}
    new = {name for name, spec in cohort.program.marks.items() if spec.stage in pools}
    return sum(before.get(_key(mark), mark.value if mark.mark not in new else "") != mark.value for mark in marks)


def _changes(
    cohort: Cohort,
    records: tuple[ImportRecord, ...],
    reads: Sequence[_Read],
    marks: Mapping[tuple[str, str, str, str], Mark],
    options: CollectOptions,
) -> tuple[Changes, Followed]:
    after = tuple(sorted(marks.values()))
    followed = follow(cohort, replace(cohort, marks=after))
    for read in reads:
        if read.digest:
            whole = read.sheet.rows
            late = _late(cohort, read.marks) if options.reason else None
            record = ImportRecord(
                read.digest, "marks", whole, whole, 0, 0, 0, options.on, options.by, options.reason, late
            )
            records = with_record(records, record)
    arrived = [(read.data, KeptSheet(0, read.digest, read.sheet.file, "collect")) for read in reads if read.digest]
    kept = keep(cohort.paths, arrived)
    files: dict[Path, bytes | None] = {
        cohort.paths.marks: write_marks(after).encode(),
        cohort.paths.imports: write_imports(records).encode(),
        **followed.files,
        **kept,
    }
    return Changes(files, frozenset(kept), base=inputs_of(cohort)), followed
