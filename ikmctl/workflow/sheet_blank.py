"""`sheets blank`: forms to fill in by hand, which import reads back without a question."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ikmctl.domain.diagnostic import has_errors
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.program import Program
from ikmctl.engine.sessions import sessions
from ikmctl.render.labels import Labels
from ikmctl.render.messages.lookup import text
from ikmctl.sheets.aliases import COLUMNS
from ikmctl.sheets.vocabulary import vocabulary
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.init import questions
from ikmctl.workflow.load import Cohort, load, shown
from ikmctl.workflow.names import names_of
from ikmctl.workflow.result import Result
from ikmctl.workflow.sheet_filled import filled
from ikmctl.workflow.sheet_make import FOLDER

if TYPE_CHECKING:
    from ikmctl.xlsx import Sheet

BLANK_ROWS: Final = 300
_TEXT_KINDS: Final = frozenset(("nik", "nib", "npwp", "phone", "kbli", "label", "number", "district"))
_HEAD: Final = 3
"""Rows of the forms above the first one to fill in."""
_FIXED: Final = 2
"""Columns of a form for marks that say who is who."""
_GENDER: Final = ("L", "P")
_YES_NO: Final = ("Ya", "Tidak")


class Blank(Struct, frozen=True):
    """The forms: what each is for, and its file."""

    forms: tuple[tuple[str, str], ...]


def header_of(program: Program, field: str) -> str:
    """The header by which import knows a field at once."""
    own = next((spec for spec in program.fields if spec.id == field), None)
    if own is not None:
        return _known(program, own.id, own.headers[:1], own.name) or own.id
    known = COLUMNS.get(field, (field,))[0]
    return known.upper() if len(known) <= len("nik") else known.capitalize()


def _known(program: Program, target: str, headers: Sequence[str], name: str) -> str:
    """The first header, else the name where import knows the column by it."""
    words = vocabulary(program)
    return next((one for one in (*headers, name) if one and words.target((one,)) == target), "")


def _choices(program: Program, field: str) -> tuple[str, ...]:
    own = next((spec for spec in program.fields if spec.id == field), None)
    if own is not None:
        return _YES_NO if own.type == "flag" else own.values if own.type == "choice" else ()
    kind = CATALOGUE[field].kind if field in CATALOGUE else "text"
    by_kind: Mapping[str, tuple[str, ...]] = {
        "track": tuple(track.name for track in program.all_tracks),
        "group": tuple(group.name for group in program.groups),
        "gender": _GENDER,
        "flag": _YES_NO,
    }
    return by_kind.get(kind, ())


def _registration(program: Program) -> bytes:
    """One column for each question, numbers kept as text, drop-downs where the answers are known."""
    from ikmctl.xlsx import HEADER, INPUT, TEXT, TITLE, Area, Book, Style

    fields = questions(program)
    book = Book(program.title)
    sheet = book.sheet(text(program.language, "sheet.registration"))
    sheet.cell(0, 0, program.title, TITLE)
    sheet.row(2, [header_of(program, field) for field in fields], HEADER)
    as_text = Style(border=True, fill=INPUT.fill, locked=False, form=TEXT.form)
    for column, field in enumerate(fields):
        kind = CATALOGUE[field].kind if field in CATALOGUE else "text"
        for row in range(3, 3 + BLANK_ROWS):
            sheet.cell(row, column, None, as_text if kind in _TEXT_KINDS else INPUT)
        sheet.choices(Area(3, column, 2 + BLANK_ROWS, column), _choices(program, field))
    sheet.widths(*(22 for _ in fields))
    sheet.freeze(3)
    sheet.page(program.documents.paper, landscape=True, repeat=2)
    return book.to_bytes()


def _columns(program: Program, mark: str) -> tuple[str, ...]:
    spec = program.marks[mark]
    if spec.per == "session":
        return sessions(program)
    return (_known(program, f"marks.{mark}", spec.headers[:1], spec.name) or mark,)


def _mark_form(cohort: Cohort, mark: str, names: Mapping[str, str]) -> bytes:
    """One line for each participant, one column for the mark or for each session."""
    from ikmctl.xlsx import Book

    program = cohort.program
    book = Book(program.title)
    sheet = book.sheet(mark)
    _mark_lines(sheet, cohort, mark, names)
    sheet.page(program.documents.paper, repeat=2)
    return book.to_bytes()


def _mark_lines(sheet: "Sheet", cohort: Cohort, mark: str, names: Mapping[str, str]) -> None:
    from ikmctl.xlsx import HEADER, INPUT, TITLE, Area, Style

    program, spec = cohort.program, cohort.program.marks[mark]
    columns = _columns(program, mark)
    sheet.cell(0, 0, f"{program.title}: {Labels(program.language, program).mark(mark)}", TITLE)
    sheet.row(2, [*(text(program.language, f"sheet.head.{key}") for key in ("number", "name")), *columns], HEADER)
    for row, person in enumerate(cohort.participants, 3):
        sheet.row(row, [person.number, names.get(person.number, "")], Style(border=True, form="@"))
        sheet.row(row, [None for _ in columns], INPUT, start=2)
    area = Area(3, 2, 2 + max(1, len(cohort.participants)), 1 + len(columns))
    if spec.codes:
        sheet.choices(area, tuple(spec.codes))
    elif spec.min is not None and spec.max is not None:
        sheet.between(area, spec.min, spec.max)
    sheet.widths(12, 32, *(14 for _ in columns))
    sheet.freeze(3, 2)


def _own_marks(program: Program) -> Sequence[str]:
    return [name for name, spec in program.marks.items() if spec.per != "judge"]


def run(paths: CohortPaths) -> Result[Blank]:
    """Plan the forms. Those for marks carry names where `private/` is on this computer."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    folder = paths.reports / FOLDER
    files: dict[Path, bytes | None] = {folder / "formulir-pendaftaran.xlsx": _registration(cohort.program)}
    lost = filled(cohort, files, (_HEAD, 0), "ikmctl import {file}")
    labels = [""]
    if cohort.participants:
        names, _ = names_of(paths)
        for mark in _own_marks(cohort.program):
            files[folder / f"formulir-{mark}.xlsx"] = _mark_form(cohort, mark, names)
            labels.append(mark)
    lost += filled(cohort, list(files)[1:], (_HEAD, _FIXED), "ikmctl import {file} --as marks")
    if lost:
        return Result(diagnostics=(*problems, *lost))
    forms = tuple((label, shown(path)) for label, path in zip(labels, files, strict=True))
    return Result(Blank(forms), problems, Changes(files=files, private=frozenset(files)))
