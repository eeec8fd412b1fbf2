"""What kind of list a file is: registrations or marks. A file is never taken for what it does not look like."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.program import Program
from ikmctl.render.safe import quoted
from ikmctl.sheets.vocabulary import ANY_SCORE, fold
from ikmctl.workflow.importing.data import Asked, ImportOptions
from ikmctl.workflow.importing.headers import LONG, SESSION
from ikmctl.workflow.importing.identity import identity_fields
from ikmctl.workflow.importing.read import Source, given, numeric
from ikmctl.workflow.importing.state import State
from ikmctl.workflow.load import shown

_ROSTER: Final = frozenset((
    "number", "name", "nik", "track", "track_2", "group", "registered_at", "business_name", "owner_name", "email",
    "phone", "gender", "village", "district", "regency", "nib", "product",
))  # fmt: skip
"""Columns that lists of marks carry too, to say who is who."""
_SEVERAL: Final = 2
_MANY: Final = 3
"""More registration columns than a list of marks would have."""


def kind_asked(options: ImportOptions) -> Asked:
    """The kind that the flags name; without them a file is a list of participants."""
    if options.as_ is not None:
        return options.as_
    return "marks" if options.item or options.judge else "participants"


def mark_targets(source: Source) -> tuple[str, ...]:
    """The columns of a file that hold marks, as targets."""
    return tuple(
        target for target in source.matched.fields if target.startswith(("marks.", SESSION)) or target == ANY_SCORE
    )


def looks_like_marks(source: Source, program: Program) -> bool:
    """Whether a file holds marks of people, and no more than the columns that say who they are.

    The items of a judged mark may be called like registration columns (`Produk`, `Modal`); several of one
    mark side by side give it away.
    """
    items = _items_of_one_mark(source, program)
    registration = {name for name in source.matched.fields if name in CATALOGUE} - _ROSTER - items
    if items or mark_targets(source):
        return len(registration) < _MANY
    return not registration and _only_numbers(source, program)


def _only_numbers(source: Source, program: Program) -> bool:
    """Whether rows hold a participant number and unknown numbers, and no identity that a newcomer would need."""
    fields = source.matched.fields
    newcomers = any(name in fields for name in identity_fields(program))
    return bool(program.marks) and "number" in fields and not newcomers and bool(numeric(source))


def _items_of_one_mark(source: Source, program: Program) -> set[str]:
    """Targets of the columns that are called like items of one mark, at least two of them."""
    headers = {fold(column.labels[-1]): column.index for column in source.table.columns}
    for spec in program.marks.values():
        columns = {headers[fold(item)] for item in spec.items if fold(item) in headers}
        if len(columns) >= _SEVERAL:
            return {target for target, column in source.matched.fields.items() if column.index in columns}
    return set()


def looks_like_registration(source: Source) -> bool:
    """Whether a file holds registrations and nothing that could be a mark."""
    fields = set(source.matched.fields)
    registration = {name for name in fields if name in CATALOGUE} - _ROSTER
    return not mark_targets(source) and not fields & set(LONG) and len(registration) >= _MANY


def misfits(
    state: State, sources: Sequence[Source], files: Sequence[Path], options: ImportOptions
) -> tuple[Diagnostic, ...]:
    """Files that look like another kind than asked for, with the command that fits."""
    kind = kind_asked(options)
    found = []
    for source, path in zip(sources, files, strict=True):
        place = source.where(f"A{source.table.header_row}")
        if kind == "participants" and options.as_ is None and looks_like_marks(source, state.program):
            found.append(Diagnostic("IKM300", place, {"command": marks_command(source, path, state.program, options)}))
        elif kind == "marks" and looks_like_registration(source):
            found.append(
                Diagnostic("IKM320", place, {"command": f"ikmctl import {quoted(shown(path))}{given(options)}"})
            )
    return tuple(found)


def marks_command(source: Source, path: Path, program: Program, options: ImportOptions) -> str:
    """The command that imports the marks of a file, with `--item` where no header names the mark."""
    command = f"ikmctl import {quoted(shown(path))} --as marks"
    if set(mark_targets(source)) == {ANY_SCORE}:
        command += f" --item {likely_mark(path, program)}"
    elif not mark_targets(source) and (columns := numeric(source)):
        command += f" --map {quoted(f'marks.{likely_mark(path, program)}={columns[0].header}')}"
    return command + given(options)


def likely_mark(path: Path, program: Program) -> str:
    """The mark whose name the file carries; else the names of all that it may be."""
    tests = [name for name, spec in program.marks.items() if spec.per == "participant"]
    stem = fold(path.stem.replace("_", " ").replace("-", " "))
    named = [name for name in tests if fold(name.replace("_", " ").replace("-", " ")) in stem]
    return named[0] if len(named) == 1 else "|".join(tests) or "MARK"
