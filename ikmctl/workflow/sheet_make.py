"""`sheets make`: one protected workbook for each judge, or one combined, or a page to print and sign."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.render.labels import Labels
from ikmctl.render.messages.lookup import text
from ikmctl.render.numbers import spelled
from ikmctl.render.safe import quoted
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import derive
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.names import names_of
from ikmctl.workflow.result import Result
from ikmctl.workflow.sheet_filled import filled
from ikmctl.workflow.sheet_plan import COMBINED, SheetPlan, plan_sheets
from ikmctl.workflow.stages import choose_stage

if TYPE_CHECKING:
    from ikmctl.xlsx import Sheet

FOLDER: Final = "sheets"
HEADER_ROW: Final = 4
"""Row of the headers, counted from 0; title, judge, scale and code stand above."""
FIXED: Final = 3
"""Columns before the marks: number, name, track."""


class MakeOptions(Struct, frozen=True):
    """The flags of `sheets make`."""

    stage: str | None = None
    blind: bool = False
    combined: bool = False
    printed: bool = False


class Made(Struct, frozen=True):
    """The workbooks: judge, file, people and columns on it."""

    sheets: tuple[tuple[str, str, int, int], ...]


def _scale(plan: SheetPlan, labels: Labels) -> str:
    ranges = {
        slot.mark: f"{labels.mark(slot.mark)} {spelled(str(low), labels.lang)}-{spelled(str(high), labels.lang)}"
        for slot in plan.slots
        for low, high in [(slot.spec.min, slot.spec.max)]
        if low is not None and high is not None
    }
    return text(labels.lang, "sheet.scale", scale=", ".join(ranges.values()) or "-")


def build(program: Program, plan: SheetPlan, names: Mapping[str, str], *, blind: bool, printed: bool) -> bytes:
    """The bytes of one workbook, in the language of the program's documents."""
    from ikmctl.xlsx import Book

    lang = program.language
    book = Book(program.title)
    sheet = book.sheet(text(lang, "sheet.tab"))
    who = text(lang, "sheet.secretary") if plan.judge == COMBINED else f"{plan.judge} {plan.role}".strip()
    _head(sheet, program, plan, who, printed=printed)
    _lines(sheet, program, plan, {} if blind else names)
    bottom = HEADER_ROW + len(plan.lines)
    _limits(sheet, plan, bottom, lang)
    sheet.widths(11, 14 if blind else 30, 20, *(12 for _ in plan.slots), 18)
    sheet.freeze(HEADER_ROW + 1, 1)
    sheet.protect()
    sheet.page(program.documents.paper, landscape=len(plan.slots) > FIXED, repeat=HEADER_ROW, footer=plan.code)
    if printed:
        sheet.cell(bottom + 2, 0, text(lang, "sheet.sign", judge=who))
    return book.to_bytes()


def _head(sheet: "Sheet", program: Program, plan: SheetPlan, who: str, *, printed: bool) -> None:
    from ikmctl.xlsx import HEADER, PLAIN, TITLE, Style

    lang = program.language
    labels = Labels(lang, program)
    sheet.cell(0, 0, program.title, TITLE)
    sheet.cell(1, 0, text(lang, "sheet.judge", judge=who, stage=labels.of_stage(plan.stage)), PLAIN)
    sheet.cell(2, 0, _scale(plan, labels), PLAIN)
    sheet.cell(3, 0, plan.code, Style(size=8, color="#808080", form="@"))
    heads = [text(lang, f"sheet.head.{key}") for key in ("number", "name", "track")]
    last = text(lang, "sheet.head.signature" if printed else "sheet.head.note")
    sheet.row(HEADER_ROW, [*heads, *(slot.label for slot in plan.slots), last], HEADER)


def _lines(sheet: "Sheet", program: Program, plan: SheetPlan, names: Mapping[str, str]) -> None:
    from ikmctl.xlsx import INPUT, Style

    fixed, closed = Style(border=True, form="@"), Style(border=True, fill="#D9D9D9")
    tracks = {track.id: track.name for track in program.all_tracks}
    for row, line in enumerate(plan.lines, HEADER_ROW + 1):
        sheet.row(row, [line.number, names.get(line.number, ""), tracks.get(line.track, line.track)], fixed)
        for column in range(len(plan.slots)):
            sheet.cell(row, FIXED + column, None, closed if column in line.closed else INPUT)
        sheet.cell(row, FIXED + len(plan.slots), None, INPUT)


def _limits(sheet: "Sheet", plan: SheetPlan, bottom: int, lang: str) -> None:
    from ikmctl.xlsx import Area

    for column, slot in enumerate(plan.slots, FIXED):
        low, high = slot.spec.min, slot.spec.max
        if low is not None and high is not None:
            prompt = text(lang, "sheet.between", low=str(low), high=str(high))
            sheet.between(Area(HEADER_ROW + 1, column, bottom, column), low, high, prompt)


def file_of(paths: CohortPaths, plan: SheetPlan, *, printed: bool) -> Path:
    """Where a workbook is written."""
    judge = "semua-juri" if plan.judge == COMBINED else plan.judge
    return paths.reports / FOLDER / f"{plan.stage}-{judge}{'-cetak' if printed else ''}.xlsx"


def _names(paths: CohortPaths, options: MakeOptions) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    return ({}, ()) if options.blind else names_of(paths, without="--blind")


def people_of_stage(cohort: Cohort, stage: str) -> tuple[Participant, ...]:
    """Everybody who takes part in a stage, so that a sheet stays the present one while attendance still arrives."""
    result = derive(cohort, (), ()).results.get(stage)
    known = result.evaluation.cards if result else {}
    return tuple(person for person in cohort.participants if person.number in known)


def run(paths: CohortPaths, options: MakeOptions) -> Result[Made]:
    """Plan the workbooks of a stage. They hold names unless `--blind`, so they lie in `reports/`, outside git."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, faults = choose_stage(cohort.program, options.stage)
    if stage is None:
        return Result(diagnostics=(*problems, *faults), unusable=True)
    plans = plan_sheets(cohort.program, stage, people_of_stage(cohort, stage.id), combined=options.combined)
    if not plans:
        return Result(diagnostics=(*problems, Diagnostic("IKM590", params={"stage": stage.id})))
    names, missing = _names(paths, options)
    files: dict[Path, bytes | None] = {
        file_of(paths, plan, printed=options.printed): build(
            cohort.program, plan, names, blind=options.blind, printed=options.printed
        )
        for plan in plans
    }
    if lost := filled(cohort, files, (HEADER_ROW + 1, FIXED), "ikmctl sheets collect {file}"):
        return Result(diagnostics=(*problems, *lost))
    listed = tuple(
        (plan.judge, shown(path), len(plan.lines), len(plan.slots)) for plan, path in zip(plans, files, strict=True)
    )
    step = f"ikmctl sheets collect {quoted(shown(next(iter(files))))}"
    if options.printed:  # what stands on paper is typed by a secretary
        step = f"ikmctl sheets make --combined{f' --stage {stage.id}' if options.stage else ''}"
    changes = Changes(files=files, private=frozenset(files))
    return Result(Made(listed), (*problems, *missing), changes, next_step=step)
