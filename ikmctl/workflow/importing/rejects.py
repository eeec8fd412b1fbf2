"""The workbook of rejected rows: the officer corrects it in Excel and imports that same file.

Every cell stands as it came in, identifiers as text; bad cells are coloured and carry the reason as a
comment, and a column repeats it in words. Digits that Excel destroyed are left blank, so that nobody
imports a mended-looking identifier by mistake.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.domain.fields import Kind
from ikmctl.render.messages.lookup import problem
from ikmctl.sheets.aliases import COLUMNS
from ikmctl.sheets.grid import Cell, Fault, Raw, describe
from ikmctl.sheets.reader import REJECTS, read_workbook
from ikmctl.sheets.table import Column, Row
from ikmctl.sheets.vocabulary import Vocabulary, fold, vocabulary
from ikmctl.workflow.importing.incoming import Incoming
from ikmctl.workflow.importing.merge import FRESH
from ikmctl.workflow.importing.read import Source
from ikmctl.workflow.importing.rows import field_of
from ikmctl.workflow.importing.state import Job
from ikmctl.xlsx import BAD, HEADER, PLAIN, TEXT, WRAP, Area, Book, Sheet, Style
from ikmctl.xlsx.sheet import Value

SEPARATOR: Final = " | "
"""Between the number and the name of a candidate in a drop-down."""
_DESTROYED: Final = frozenset(("IKM250", "IKM251"))
_ASKED: Final = frozenset(("IKM304", "IKM306", "IKM307", "IKM308", "IKM401", "IKM402", "IKM414"))
"""Problems that the number of the participant settles."""
_IDENTIFIERS: Final[frozenset[Kind]] = frozenset(
    ("nik", "nib", "npwp", "phone", "number", "label", "kbli", "district", "regency", "province", "village")
)
_REASON: Final = {"id": "Alasan", "en": "Reason"}
_ROW: Final = {"id": "Baris asal", "en": "Original row"}
_OURS: Final = frozenset(fold(word) for words in (_REASON, _ROW) for word in words.values())
_ROWS: Final = frozenset(fold(word) for word in _ROW.values())
_NUMBER: Final = {"id": "No. peserta", "en": "Participant number"}
_SHEET: Final = {"id": "Perbaiki", "en": "To correct"}
_ROW_NUMBER: Final = re.compile(r"[0-9]{1,7}")
_WIDE: Final = 24
_REASON_WIDTH: Final = 60
_MOST_OPTIONS: Final = 2_000


_Blamed: TypeAlias = tuple[Diagnostic, tuple[str, str]]


class Rejected(Struct, frozen=True):
    """A row of the workbook. `candidates` are offered in the number column, best first."""

    row: Incoming
    candidates: tuple[str, ...] = ()


_MOST: Final = 100
"""Workbooks of one file that are kept side by side."""


class _Page(Struct):
    """The sheet that is being written."""

    sheet: Sheet
    source: Source
    job: Job
    words: Vocabulary
    columns: Sequence[tuple[Column, str]]
    asks: bool
    raw: Mapping[int, Row] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The first column that the file itself had; the number comes before it where it is asked for."""
        return int(self.asks)


def is_rejects(source: Source) -> bool:
    """Whether a file is a workbook of rejected rows: it holds a part of a list, never the whole."""
    return bool({fold(column.header) for column in source.table.columns} & _ROWS)


def reject_path(job: Job, source: Source) -> Path:
    """Where the rejected rows of a file go; correcting the workbook itself keeps its name."""
    stem = Path(source.name).stem.removeprefix(REJECTS)
    return job.state.paths.private / f"{REJECTS}{stem}.xlsx"


def reject_files(job: Job, sources: Sequence[Source], rejected: Sequence[Rejected]) -> dict[Path, bytes | None]:
    """One workbook for each file with rejected rows; a workbook of which nothing is left is taken away.

    Of several workbooks under the name of a file, those of its other sheets stay.
    """
    files: dict[Path, bytes | None] = {}
    for source in sources:
        path = reject_path(job, source)
        own = [item for item in rejected if item.row.origin.index == source.index]
        if own:
            body = workbook(job, source, sorted(own, key=lambda item: item.row.origin))
            files[path if is_rejects(source) and path not in files else _free(path, body, files)] = body
        else:
            stale = (path,) if is_rejects(source) else _names(path)
            for old in stale:
                if old.exists() and (is_rejects(source) or _is_of(job, source, old)):
                    files.setdefault(old, None)
    return files


def _names(path: Path) -> tuple[Path, ...]:
    return (path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, _MOST)))


def _is_of(job: Job, source: Source, old: Path) -> bool:
    """Whether a workbook of rejected rows has the columns of this table, and not those of another sheet."""
    grids, _ = read_workbook(old)
    words, columns = _columns(job, source)
    heads = {fold(header_for(words, column, target)) for column, target in columns}
    here = {fold(describe(raw)[0]) for grid in grids[:1] for raw in grid.rows[0]}
    return heads <= here <= heads | _OURS | {fold(word) for word in _NUMBER.values()} | {""}


def _free(path: Path, body: bytes, taken: Mapping[Path, bytes | None]) -> Path:
    """Where a workbook goes: beside one that says something else, since somebody may have mended that by now.

    Files of one name from several folders have workbooks of one name too; `taken` are those of this run.
    """
    standing = (
        (one, taken[one] if one in taken else one.read_bytes() if one.exists() else body) for one in _names(path)
    )
    return next((one for one, found in standing if found == body), path)


def workbook(job: Job, source: Source, rejected: Sequence[Rejected]) -> bytes:
    """The rejected rows of one file, in its own columns."""
    language = job.options.language
    book = Book(source.name)
    words, columns = _columns(job, source)
    has_number = "number" in source.matched.fields
    asks = not has_number and any(_ASKED & {item.code for item in one.row.problems} for one in rejected)
    page = _Page(
        book.sheet(_SHEET[language]), source, job, words, columns, asks,
        {row.number: row for row in source.table.rows},
    )  # fmt: skip
    _write_header(page)
    for line, item in enumerate(rejected, 1):
        _write_row(page, line, item)
    page.sheet.freeze(1)
    page.sheet.filter(Area(0, 0, len(rejected), len(columns) + page.first + 1))
    return book.to_bytes()


def _columns(job: Job, source: Source) -> tuple[Vocabulary, list[tuple[Column, str]]]:
    """The columns that the file itself has, each with what it holds, and the words by which they are known again."""
    words = vocabulary(job.state.program, accepted={**job.accepted, **source.confirmed})
    targets = {column.index: target for target, column in source.matched.fields.items()}
    own = [column for column in source.table.columns if fold(column.header) not in _OURS]
    return words, [(column, targets.get(column.index, "")) for column in own]


def _write_header(page: _Page) -> None:
    language = page.job.options.language
    heads = [_NUMBER[language]] if page.asks else []
    heads += [header_for(page.words, column, target) for column, target in page.columns]
    page.sheet.row(0, [*heads, _REASON[language], _ROW[language]], HEADER)
    page.sheet.widths(*([_WIDE] * len(heads)), _REASON_WIDTH, 12)


def header_for(words: Vocabulary, column: Column, target: str) -> str:
    """The header as it stood, or a known one of the field where one line of it would not be recognised again."""
    header = column.header
    if not target or _leads(words, header, target):
        return header
    if _leads(words, column.labels[-1], target):
        return column.labels[-1]
    known = next(
        (alias for alias in COLUMNS.get(target, ()) if _leads(words, alias, target)), target.rsplit(".", 1)[-1]
    )
    return f"{known} ({column.unit})" if column.unit else known


def _leads(words: Vocabulary, header: str, target: str) -> bool:
    return words.target((header,)) == target


def _write_row(page: _Page, line: int, item: Rejected) -> None:
    language = page.job.options.language
    reasons = [(one, problem(language, one)) for one in item.row.problems]
    blamed = {one.where.cell: (one, words) for one, words in reversed(reasons) if one.where.cell}
    raw = page.raw[item.row.origin.row]
    if page.asks:
        _number_cell(page, line, item)
    for offset, (column, target) in enumerate(page.columns, page.first):
        cell = raw.cell(column.index)
        identifier = bool(target) and field_of(page.job.state.program, target).kind in _IDENTIFIERS
        value = as_value(raw.values[column.index] if column.index < len(raw.values) else "", cell, as_text=identifier)
        _write_cell(page.sheet, (line, offset), value, blamed.get(cell.address), identifier=identifier)
        if target == "number":
            _offer(page, line, offset, item)
    last = page.first + len(page.columns)
    errors = [words for one, words in reasons if one.severity is Severity.ERROR]
    page.sheet.cell(line, last, "\n".join(f"{text}; {hint}" if hint else text for text, hint in errors), WRAP)
    page.sheet.cell(line, last + 1, _original_row(page.source, raw))


def _original_row(source: Source, raw: Row) -> int:
    """The row of the file that was sent; a workbook of rejects carries it along."""
    column = next((one for one in source.table.columns if fold(one.header) in _ROWS), None)
    text = raw.cell(column.index).value if column else ""
    return int(text) if _ROW_NUMBER.fullmatch(text) else raw.number


def _write_cell(sheet: Sheet, at: tuple[int, int], value: Value, blamed: _Blamed | None, *, identifier: bool) -> None:
    """One cell as it came in; coloured, with the reason as comment, where it is to blame."""
    if blamed is None or blamed[0].severity is Severity.NOTE:
        sheet.cell(*at, value, TEXT if identifier or isinstance(value, str) else _plain_style(value))
        return
    diagnostic, (text, hint) = blamed
    kept = None if diagnostic.code in _DESTROYED else value
    sheet.cell(*at, kept, BAD if kept is None or isinstance(kept, str) else replace(BAD, form=_plain_style(kept).form))
    sheet.comment(*at, f"{text}\n{hint}" if hint else text)


def _plain_style(value: Value) -> Style:
    return Style(form="dd/mm/yyyy") if isinstance(value, date) else PLAIN


def as_value(raw: Raw, cell: Cell, *, as_text: bool) -> Value:
    """A raw value for the workbook: text stays text, numbers stay exact."""
    if as_text or isinstance(raw, str | bool | Fault | time | timedelta):
        return cell.value
    if isinstance(raw, datetime):
        midnight = not (raw.hour or raw.minute or raw.second)
        return raw.date() if midnight else describe(raw)[0]
    return raw if isinstance(raw, int | date) else Decimal(cell.value)


def _number_cell(page: _Page, line: int, item: Rejected) -> None:
    asked = any(one.code in _ASKED for one in item.row.problems)
    page.sheet.cell(line, 0, None, BAD if asked else TEXT)
    if asked:
        _offer(page, line, 0, item)


def _offer(page: _Page, line: int, column: int, item: Rejected) -> None:
    """A drop-down of the candidates; any other text stays possible."""
    if item.candidates:
        area = Area(line, column, line, column)
        page.sheet.choices(area, item.candidates[:_MOST_OPTIONS])


def fresh_word(language: str) -> str:
    """What to write for another person: BARU or NEW."""
    return min(FRESH) if language == "id" else max(FRESH)
