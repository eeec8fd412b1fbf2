"""`import --as outcomes`: what became of participants, one observation a line of outcomes.csv.

Money reaches the tracked file only as a band, cut also where the law draws its classes, so that a
business that moved up a class is seen while its turnover is not.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where, has_errors
from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.numbers import parse_decimal
from ikmctl.domain.outcome import Outcome, OutcomeSource
from ikmctl.sheets.fields import FIELDS, FieldContext, fold
from ikmctl.sheets.table import Row
from ikmctl.store.ledgers import read_outcomes, write_outcomes
from ikmctl.workflow.importing.answers import settle
from ikmctl.workflow.importing.data import Change, ImportData
from ikmctl.workflow.importing.finish import Ending, finish, problems_of
from ikmctl.workflow.importing.headers import WHO
from ikmctl.workflow.importing.incoming import Incoming
from ikmctl.workflow.importing.read import Source, questions
from ikmctl.workflow.importing.rejects import SEPARATOR, Rejected
from ikmctl.workflow.importing.report import Fate
from ikmctl.workflow.importing.resolve import HIGH, NOTE
from ikmctl.workflow.importing.roster import Roster, find_person, offered, roster_of
from ikmctl.workflow.importing.rows import RowParser
from ikmctl.workflow.importing.state import Job, register_missing
from ikmctl.workflow.importing.words import SEEN_BY, SEEN_ON, STEP
from ikmctl.workflow.load import read_text, shown
from ikmctl.workflow.result import Result

OBSERVED: Final = frozenset((
    "turnover", "capital", "investment", "income", "production_value", "material_value", "workers", "workers_male",
    "workers_female", "licences", "export_share", "capacity", "capacity_unit", "market", "legal_form", "position",
))  # fmt: skip
"""Fields that follow-up asks about."""
_MILLION: Final = 1_000_000
_STEPS: Final = tuple(step * _MILLION for step in (0, 10, 25, 50, 100, 200, 300, 500, 1000, 2500, 5000, 10_000, 25_000))
_LEGAL: Final[Mapping[str, tuple[int, ...]]] = {
    "turnover": tuple(limit * 1000 * _MILLION + 1 for limit in (2, 15, 50)),
    "capital": tuple(limit * 1000 * _MILLION + 1 for limit in (1, 5, 10)),
    "investment": (1000 * _MILLION, 15_000 * _MILLION + 1),
}
"""Where one size ends and the next begins: limits of the law are included in the smaller class."""
_SOURCES: Final[Mapping[str, OutcomeSource]] = {
    **dict.fromkeys(("sendiri", "pengakuan", "isian sendiri", "peserta", "mandiri", "telepon", "wa", "self"), "self"),
    **dict.fromkeys(("kunjungan", "visit", "lapangan", "survei", "petugas", "verifikasi lapangan"), "visit"),
    **dict.fromkeys(("dokumen", "document", "surat", "berkas", "bukti", "laporan"), "document"),
    **dict.fromkeys(("tidak terhubungi", "tidak dapat dihubungi", "unreached", "tidak ditemukan"), "unreached"),
}  # fmt: skip


class _Seen(Struct, frozen=True):
    """One row once it is understood: whose, when, who says so. `row.values` are the observations."""

    row: Incoming
    number: str = ""
    on: date | None = None
    source: OutcomeSource = "self"
    candidates: tuple[str, ...] = ()


def run(job: Job, sources: Sequence[Source]) -> Result[ImportData]:
    """Import follow-up observations from tables that were already read."""
    path = job.state.paths.outcomes
    text, problems = read_text(path)
    known, damaged = read_outcomes(text or "", shown(path))
    faults = (*_faults(job, sources), *problems, *damaged)
    notes = job.state.notes + tuple(note for source in sources for note in source.notes)
    if has_errors(faults) or has_errors(notes):
        return Result(diagnostics=(*notes, *faults), unusable=True)
    roster = roster_of(job.state.cohort.participants, job.state.people)
    rows = [one for source in sources for one in _read(job, source, roster)]
    settled = settle((f"{one.number} {one.on}", one.row) for one in rows if not one.row.faulty)
    by_origin = {one.row.origin: one for one in rows}
    kept = [by_origin[row.origin] for row in settled.kept.values()]
    said = [(one, row.values) for one, row in zip(kept, settled.kept.values(), strict=True)]
    fate = Fate(
        tuple(one.row.origin for one in kept), settled.merged,
        (*(one.row for one in rows if one.row.faulty), *settled.rejected),
    )  # fmt: skip
    lines = [line for one, values in said for line in observations(one.number, one.on, one.source, values)]
    after, data = _merge(known, lines)
    rejected = tuple(Rejected(row, by_origin[row.origin].candidates) for row in fate.rejected)
    told = (*notes, *faults, *problems_of([one.row for one in rows], fate.rejected))
    files: dict[Path, bytes | None] = {path: write_outcomes(after).encode()} if after or text else {}
    return finish(job, sources, Ending(fate, rejected, data, told, files, "ikmctl report monitoring"))


def _faults(job: Job, sources: Sequence[Source]) -> tuple[Diagnostic, ...]:
    state = job.state
    if not state.cohort.participants:
        return (Diagnostic("IKM413", Where(file=shown(state.paths.participants))),)
    found: list[Diagnostic] = []
    for source in sources:
        found += questions(source, ())
        fields = set(source.matched.fields)
        if "number" not in fields:
            found += register_missing(state)
        if not fields & OBSERVED and not any(name.startswith(STEP) or name == SEEN_BY for name in fields):
            headers = ", ".join(f"`{column.header}`" for column in source.table.columns if column.header)
            found.append(Diagnostic("IKM354", source.where(f"A{source.table.header_row}"), {"headers": headers}))
    return tuple(found)


def _read(job: Job, source: Source, roster: Roster) -> Iterable[_Seen]:
    rows = {row.number: row for row in source.table.rows}
    for one in RowParser(job.state.program, source, OBSERVED).rows():
        row = rows[one.origin.row]
        yield _Seen(one) if one.faulty and not one.addresses else _row(job, source, roster, one, row)


def _row(job: Job, source: Source, roster: Roster, one: Incoming, row: Row) -> _Seen:
    program = job.state.program
    fields = source.matched.fields
    context = FieldContext(program.as_of, private=True)
    cells = {name: row.cell(fields[name].index) for name in WHO if name in fields}
    found = find_person(roster, cells, context)
    problems = list(one.problems)
    if not found.number:
        cell = row.cell(fields[found.field].index).address if found.field in fields else f"A{row.number}"
        problems.append(Diagnostic(found.code, source.where(cell), dict(found.params or {})))
    values = {name: text for name, text in one.values.items() if name.removesuffix(HIGH).removesuffix(NOTE) in OBSERVED}
    for name in fields:
        if name.startswith(STEP) and not (cell_ := row.cell(fields[name].index)).blank:
            values[name.removeprefix(STEP)] = fold(cell_.value).replace(" ", "-")
    on, bad = _day(job, source, row)
    problems += bad
    who, strange = _source(source, row)
    problems += strange
    candidates = offered(roster, found.candidates, SEPARATOR)
    incoming = Incoming(one.origin, values if who != "unreached" else {}, one.addresses, tuple(problems))
    return _Seen(incoming, found.number, on, who, candidates)


def _day(job: Job, source: Source, row: Row) -> tuple[date | None, list[Diagnostic]]:
    """The day of the observation: the row's, else the last of `--year`, else `--on`."""
    column = source.column(SEEN_ON)
    cell = row.cell(column.index) if column else None
    if column is None or cell is None or cell.blank:
        return (date(job.options.year, 12, 31) if job.options.year else job.options.on), []
    parsed = FIELDS["day"](cell, FieldContext(job.options.on, epoch_1904=source.table.grid.epoch_1904))
    problems = [item.at(source.where(cell.address), column.header) for item in parsed.problems]
    return (date.fromisoformat(parsed.value) if parsed.value else None), problems


def _source(source: Source, row: Row) -> tuple[OutcomeSource, list[Diagnostic]]:
    column = source.column(SEEN_BY)
    cell = row.cell(column.index) if column else None
    if column is None or cell is None or cell.blank:
        return "self", []
    known = _SOURCES.get(fold(cell.value))
    if known:
        return known, []
    params = {"found": cell.value, "field": column.header}
    return "self", [Diagnostic("IKM355", source.where(cell.address), params)]


def observations(number: str, on: date | None, source: OutcomeSource, values: Mapping[str, str]) -> Iterable[Outcome]:
    """The lines of one row; a range of money counts only where it lies in one band."""
    if on is None:
        return
    if source == "unreached":
        yield Outcome(number, on, "", "", source)
        return
    for name, value in values.items():
        if name.endswith((HIGH, NOTE)):
            continue
        text = banded(name, value, values.get(name + HIGH, ""))
        if text:
            yield Outcome(number, on, name, text, source)


def banded(name: str, value: str, high: str = "") -> str:
    """Money as the lower end of its band; anything else as it is."""
    if name not in CATALOGUE or not CATALOGUE[name].sensitive:
        return "" if high else value
    bands = {_band(name, text) for text in (value, high) if text}
    return bands.pop() if len(bands) == 1 else ""


def _band(name: str, text: str) -> str:
    edges = sorted({*_STEPS, *_LEGAL.get(name, ())})
    amount = parse_decimal(text)
    return "" if amount is None else str(edges[max(0, bisect_right(edges, amount) - 1)])


def _merge(known: Sequence[Outcome], arrived: Sequence[Outcome]) -> tuple[tuple[Outcome, ...], ImportData]:
    """Observations together: of one field on one day the new value stands; steps of a partnership add up."""
    after = {_key(one): one for one in known}
    new: list[str] = []
    changed: list[Change] = []
    same: list[str] = []
    for one in arrived:
        old = after.get(_key(one))
        if old is None:
            new.append(one.number)
        elif old != one:
            changed.append(Change(one.number, one.field, old.value, one.value))
        else:
            same.append(one.number)
        after[_key(one)] = one
    touched = {*new, *(change.number for change in changed)}
    rest = tuple(sorted(set(same) - touched))
    return tuple(sorted(after.values())), ImportData("outcomes", (), tuple(sorted(set(new))), tuple(changed), rest)


def _key(one: Outcome) -> tuple[str, ...]:
    several = one.field in ("meeting", "sample", "contract")
    return (one.number, one.on.isoformat(), one.field, one.value if several else "")
