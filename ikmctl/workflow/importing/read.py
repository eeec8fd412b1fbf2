"""From files to the one table of each: read, find the header, say which column is which field."""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import ClassVar, Final

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, Where, has_errors
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.program import Program
from ikmctl.domain.record import Veiled
from ikmctl.engine.sessions import sessions
from ikmctl.render.safe import quoted
from ikmctl.sheets.columns import Matched, match_columns, proposal_problem
from ikmctl.sheets.grid import Grid, column_letters
from ikmctl.sheets.header import find_table
from ikmctl.sheets.reader import bytes_of, read_bytes, unquoted_name
from ikmctl.sheets.table import Column, Table
from ikmctl.sheets.vocabulary import ANY_SCORE, NOTHING, fold, vocabulary
from ikmctl.workflow.importing.data import ImportOptions, Taken, ToConfirm
from ikmctl.workflow.importing.headers import LONG, SESSION
from ikmctl.workflow.load import shown

_TABLES: Final = frozenset(("", ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"))
_NUMBER: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]+)?")
_LONGEST: Final = 60
"""Characters of a header that is typed; longer ones are named by their letter."""


class Source(Veiled, frozen=True):
    """One file: its digest, its table and what its columns are. `notes` are problems that stop nothing."""

    veiled: ClassVar = frozenset({"table", "data"})

    index: int
    name: str
    digest: str
    table: Table
    matched: Matched
    notes: tuple[Diagnostic, ...] = ()
    confirmed: Mapping[str, str] = field(default_factory=dict)
    """Header -> field, as `--map` said."""
    path: Path = field(default_factory=Path)
    command: str = ""
    """The command that reads this file, as the user gave it."""
    data: bytes = b""
    """The file as it was read: its digest and the copy that is kept are of the same bytes."""

    def where(self, cell: str | None = None) -> Where:
        """A place in this file's sheet."""
        return Where(self.name, sheet=self.table.grid.sheet or None, cell=cell)

    def taken(self) -> tuple[Taken, ...]:
        """The columns that are read, from left to right."""
        pairs = sorted(self.matched.fields.items(), key=lambda pair: pair[1].index)
        return tuple(Taken(target, column.header, column.address) for target, column in pairs if target != NOTHING)

    def column(self, target: str) -> Column | None:
        """The column of a field, or None."""
        return self.matched.fields.get(target)


class Reading(Struct, frozen=True):
    """How files are to be read: whose headers are known, what was accepted or forced, words of other columns."""

    program: Program
    options: ImportOptions
    accepted: Mapping[str, str] = field(default_factory=dict)


def read_sources(files: Sequence[Path], reading: Reading) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """Read every file. A fault of one file stops all: a file fault writes nothing."""
    if unknown := _unknown_targets(reading):
        return (), unknown
    if joined := unquoted_name(list(files)):
        return (), (Diagnostic("IKM202", Where(joined), {"name": joined}),)
    sources: list[Source] = []
    problems: list[Diagnostic] = []
    for at, path in enumerate(files):
        found, faults = _read_one(at, path, reading)
        sources += [found] if found else []
        problems += faults
    return tuple(sources), tuple(problems)


def _unknown_targets(reading: Reading) -> tuple[Diagnostic, ...]:
    """Fields that `--map` names and nobody knows."""
    known = known_targets(reading.program)
    strange = [name for name in reading.options.maps if name not in known]
    return tuple(
        Diagnostic(
            "IKM222", params={"field": name, "near": ", ".join(get_close_matches(name, sorted(known), 5)) or "-"}
        )
        for name in strange
    )


def known_targets(program: Program) -> frozenset[str]:
    """Everything that a column may be said to hold: fields, marks down to item or session, roles of long lists."""
    known = {*CATALOGUE, *(spec.id for spec in program.fields), *LONG, ANY_SCORE, NOTHING}
    known |= {f"marks.{mark}" for mark, spec in program.marks.items() if not spec.items and spec.per != "session"}
    known |= {f"marks.{mark}.{item}" for mark, spec in program.marks.items() for item in spec.items}
    return frozenset(known | {SESSION + session for session in sessions(program)})


def _read_one(at: int, path: Path, reading: Reading) -> tuple[Source | None, list[Diagnostic]]:
    options = reading.options
    data, problems = bytes_of(path)
    if data is None:
        return None, problems
    grids, problems = read_bytes(data, path.name, options.sheet, options.encoding)
    if has_errors(problems) or not grids:
        return None, problems
    words = vocabulary(reading.program, accepted=reading.accepted, forced=options.maps)
    tables: list[tuple[Table, list[Diagnostic]]] = []
    failed: list[Diagnostic] = []
    for grid in grids:
        table, notes = find_table(grid, words)
        if table is not None:
            tables.append((table, notes))
        else:
            failed += notes
    tables = _with_marks(tables, reading) or tables
    if len(tables) != 1:
        return None, [*problems, *(_several(path, tables) if tables else _no_table(path, grids, failed))]
    table, notes = tables[0]
    source = _source(at, (path, data), table, reading)
    spared = [_as_note(item) for item in failed]
    return replace(source, notes=(*problems, *notes, *spared, *source.notes)), []


def _with_marks(
    tables: Sequence[tuple[Table, list[Diagnostic]]], reading: Reading
) -> list[tuple[Table, list[Diagnostic]]]:
    """Of several tables, those with a column of marks, where marks are asked for: a list to sign has none.

    A longer table with numbers under a header that nobody knows may be the one that is meant, so it is asked about.
    """
    options = reading.options
    if len(tables) == 1 or not (options.item or options.judge or options.as_ == "marks"):
        return []
    matched = [match_columns(table, reading.program, reading.accepted) for table, _ in tables]
    known = [any(map(_is_mark, one.fields)) for one in matched]
    longest = max((len(table.rows) for (table, _), holds in zip(tables, known, strict=True) if holds), default=0)
    return [
        (table, notes)
        for (table, notes), found, holds in zip(tables, matched, known, strict=True)
        if holds or (len(table.rows) > longest > 0 and _numbers(table, found))
    ]


def _is_mark(target: str) -> bool:
    return target.startswith(("marks.", SESSION)) or target == ANY_SCORE


def numeric(source: Source) -> tuple[Column, ...]:
    """Columns that nothing is known of, and whose cells are numbers as marks are, from left to right."""
    return _numbers(source.table, source.matched)


def _numbers(table: Table, matched: Matched) -> tuple[Column, ...]:
    return tuple(column for column in matched.unknown if _holds_numbers(table, column))


def _holds_numbers(table: Table, column: Column) -> bool:
    cells = [cell.value for row in table.rows if (cell := row.cell(column.index)).value]
    return bool(cells) and sum(1 for text in cells if _NUMBER.fullmatch(text)) * 4 >= len(cells) * 3


def _source(at: int, file: tuple[Path, bytes], table: Table, reading: Reading) -> Source:
    path, data = file
    forced = {target: header for target, header in reading.options.maps.items() if target != NOTHING}
    dropped = {header: NOTHING for target, header in reading.options.maps.items() if target == NOTHING}
    matched = match_columns(table, reading.program, {**reading.accepted, **dropped}, forced)
    digest = hashlib.sha256(data).hexdigest()
    named = {target: matched.fields[target].header for target in forced if target in matched.fields}
    said = {header: target for target, header in named.items() if _stands_once(table, header)}
    confirmed = {header: target for header, target in (said | dropped).items() if header}
    command = f"ikmctl import {quoted(shown(path))}{_as_asked(reading.options)}{given(reading.options)}"
    return Source(at, path.name, digest, table, matched, matched.diagnostics, confirmed, path, command, data)


def _stands_once(table: Table, header: str) -> bool:
    """Whether a header tells its column from all others; of two alike, only the letter does, and only this time."""
    levels = [[label for label in column.labels if label] for column in table.columns]
    keys = [{fold(" ".join(labels[start:])) for start in range(len(labels))} for labels in levels]
    return sum(fold(header) in one for one in keys) == 1


def given(options: ImportOptions) -> str:
    """How a file is to be read, as the user said it: it holds for a command that fits better as well."""
    words = [("--sheet", options.sheet or ""), ("--encoding", options.encoding or ""), ("--reason", options.reason)]
    words += [("--map", f"{target}={header}") for target, header in options.maps.items()]
    return _flags(words)


def as_asked(options: ImportOptions, kind: str) -> str:
    """How the rejected rows of a file are imported, once somebody corrected them."""
    words = [("--as", kind), ("--item", options.item or ""), ("--judge", options.judge)]
    words += [("--list", options.list_name), ("--year", str(options.year or "")), ("--reason", options.reason)]
    return _flags(words)


def _as_asked(options: ImportOptions) -> str:
    """What the file is said to be."""
    removals = " --allow-removals" if options.allow_removals else ""
    words = [("--as", options.as_ or ""), ("--item", options.item or ""), ("--judge", options.judge)]
    words += [("--list", options.list_name), ("--year", str(options.year or ""))]
    return _flags(words) + removals


def _flags(words: Sequence[tuple[str, str]]) -> str:
    return "".join(f" {flag} {quoted(word)}" for flag, word in words if word)


def _several(path: Path, tables: Sequence[tuple[Table, list[Diagnostic]]]) -> list[Diagnostic]:
    listed = ", ".join(f"`{table.grid.sheet}` ({len(table.rows)})" for table, _ in tables)
    longest = max((table for table, _ in tables), key=lambda table: len(table.rows))
    params: dict[str, Param] = {"count": len(tables), "sheets": listed, "first": longest.grid.sheet}
    return [Diagnostic("IKM214", Where(path.name), params)]


def _no_table(path: Path, grids: Sequence[Grid], failed: list[Diagnostic]) -> list[Diagnostic]:
    """Why no table was found; a text by another name than a table has is not told to write headers."""
    text = not any(grid.sheet for grid in grids) and path.suffix.casefold() not in _TABLES
    return [Diagnostic("IKM290", Where(path.name))] if text else failed


def _as_note(item: Diagnostic) -> Diagnostic:
    """Another sheet without a table stops nothing."""
    return replace(item, severity=Severity.NOTE)


def to_confirm(source: Source) -> tuple[ToConfirm, ...]:
    """Headers that were not taken because they only resemble known ones, with the command that takes them all."""
    command = confirming(source)
    return tuple(
        ToConfirm(one.field, one.column.header, one.column.address, one.likeness, command)
        for one in source.matched.proposals
    )


def confirming(source: Source) -> str:
    """The whole command that takes every header which only resembles a known one."""
    return source.command + mapping((one.field, one.column) for one in source.matched.proposals)


def mapping(columns: Iterable[tuple[str, Column]]) -> str:
    """`--map` for columns: by header, or by letter where a shell might read the header as something else."""
    named = ((name, column, quoted(column.header)) for name, column in columns)
    return "".join(
        f" --map {quoted(f'{name}={column.header}' if _typed(word) else f'{name}={column_letters(column.index)}')}"
        for name, column, word in named
    )


def _typed(word: str) -> bool:
    return len(word) <= _LONGEST and word.isprintable() and not set(word) & set("\\$`!%^&|<>")


def questions(source: Source, needed: Collection[str]) -> tuple[Diagnostic, ...]:
    """Proposals as problems: one that the program needs stops the import, another is only said."""
    found = []
    # errors are shown whatever the flags, so the first of them has the command
    first = next((one for one in source.matched.proposals if one.field in needed), None)
    leader = first or next(iter(source.matched.proposals), None)
    for one in source.matched.proposals:
        problem = proposal_problem(one, source.table)
        advice = dict.fromkeys(("command", "all", "above"), "")
        if leader and one is not leader:
            advice["above"] = leader.column.address
        else:
            advice["command" if len(source.matched.proposals) == 1 else "all"] = confirming(source)
        severity = Severity.ERROR if one.field in needed else Severity.WARNING
        found.append(replace(problem, params={**problem.params, **advice}, severity=severity))
    return tuple(found)


def unknown_headers(source: Source) -> tuple[str, ...]:
    """Headers that were not read, from left to right."""
    return tuple(column.header or column.address for column in source.matched.unknown)
