"""`import --as partners`: large firms and their demand lines from the forum's workbook to partners.yaml."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Param, Where, has_errors
from ikmctl.domain.fields import Kind
from ikmctl.domain.partner import Firm, Line, Partners
from ikmctl.sheets.fields import FIELDS, FieldContext, Parsed, Problem, fold
from ikmctl.sheets.table import Row
from ikmctl.store.files import read_partners
from ikmctl.store.partners_file import HEAD, write_partners
from ikmctl.workflow.importing.answers import settle
from ikmctl.workflow.importing.data import Change, ImportData
from ikmctl.workflow.importing.finish import Ending, finish, problems_of
from ikmctl.workflow.importing.follow import follow
from ikmctl.workflow.importing.incoming import Incoming, Origin
from ikmctl.workflow.importing.read import Source
from ikmctl.workflow.importing.rejects import Rejected
from ikmctl.workflow.importing.report import Fate
from ikmctl.workflow.importing.rows import multiplier
from ikmctl.workflow.importing.state import Job
from ikmctl.workflow.importing.words import LINE
from ikmctl.workflow.load import read_text, shown
from ikmctl.workflow.result import Result

_KINDS: Final[Mapping[str, Kind]] = {
    "firm": "name", "product": "text", "kbli": "kbli", "volume": "decimal", "unit": "unit", "papers": "multi",
    "price": "rupiah", "capacity": "integer", "by": "day", "description": "text",
}  # fmt: skip
_NEEDED: Final = ("firm", "product")
_LEAST: Final[Mapping[str, int]] = {"volume": 0, "price": 0, "capacity": 1}
_LONGEST_ID: Final = 40
_LONGEST_NAME: Final = 200


def run(job: Job, sources: Sequence[Source]) -> Result[ImportData]:
    """Import demand lines from tables that were already read."""
    path = job.state.paths.partners
    text, problems = read_text(path)
    before, faults = _known(text or "", shown(path))
    faults = (*problems, *faults, *_faults(sources))
    notes = job.state.notes + tuple(note for source in sources for note in source.notes)
    if has_errors(faults) or has_errors(notes):
        return Result(diagnostics=(*notes, *faults), unusable=True)
    rows = [row for source in sources for row in _read(job, source)]
    settled = settle((_key(row), row) for row in rows if not row.faulty)
    after, data = _merge(before, list(settled.kept.values()))
    fate = Fate(
        tuple(row.origin for row in settled.kept.values()), settled.merged,
        (*(row for row in rows if row.faulty), *settled.rejected),
    )  # fmt: skip
    followed = follow(job.state.cohort, replace(job.state.cohort, partners=after))
    told = (*notes, *faults, *problems_of(rows, fate.rejected))
    rejected = tuple(Rejected(row) for row in fate.rejected)
    files: dict[Path, bytes | None] = {path: write_partners(after).encode()} if after.firms or text else {}
    files |= followed.files
    return finish(job, sources, Ending(
        fate, rejected, data, told, files, "ikmctl match", _refusals(job, data), follows=followed.said
    ))  # fmt: skip


def _key(row: Incoming) -> str:
    return f"{fold(row.values['firm'])} {fold(row.values['product'])}"


def _known(text: str, file: str) -> tuple[Partners, tuple[Diagnostic, ...]]:
    """What partners.yaml says now; a file with a person's own comments is not written over."""
    if not text.strip():
        return Partners(), ()
    read = read_partners(text, file)
    if read.value is None or has_errors(read.diagnostics):
        return Partners(), read.diagnostics
    by_hand = any(line.lstrip().startswith("#") for line in text.removeprefix(HEAD).splitlines())
    return read.value, (Diagnostic("IKM356", Where(file=file, line=1)),) if by_hand else ()


def _faults(sources: Sequence[Source]) -> tuple[Diagnostic, ...]:
    found = []
    for source in sources:
        lacking = [name for name in _NEEDED if source.column(LINE + name) is None]
        if lacking:
            headers = ", ".join(f"`{column.header}`" for column in source.table.columns if column.header)
            names = {"fields": ", ".join(lacking), "other": LINE + lacking[0], "headers": headers}
            params: dict[str, Param] = {**names, "likely": "", "command": ""}
            found.append(Diagnostic("IKM317", source.where(f"A{source.table.header_row}"), params))
    return tuple(found)


def _refusals(job: Job, data: ImportData) -> tuple[Diagnostic, ...]:
    locks = {event.what for event in job.state.cohort.events if event.event == "lock"}
    if "pool" in locks and (data.new or data.changed) and not job.options.reason:
        place = Where(file=shown(job.state.paths.partners))
        lines = (*data.new, *(change.number for change in data.changed))
        return (Diagnostic("IKM357", place, {"lines": ", ".join(dict.fromkeys(lines))}),)
    return ()


def _read(job: Job, source: Source) -> Iterable[Incoming]:
    for row in source.table.rows:
        origin = Origin(source.index, source.name, source.table.grid.sheet, row.number)
        fault = source.table.faults.get(row.number)
        yield Incoming(origin, problems=(fault,)) if fault else _row(job, source, row, origin)


def _row(job: Job, source: Source, row: Row, origin: Origin) -> Incoming:
    values: dict[str, str] = {}
    addresses: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for name, kind in _KINDS.items():
        column = source.column(LINE + name)
        if column is None:
            continue
        cell = row.cell(column.index)
        addresses[name] = cell.address
        context = FieldContext(
            job.state.program.as_of, multiplier=multiplier(column.unit), epoch_1904=source.table.grid.epoch_1904,
            least=Decimal(_LEAST[name]) if name in _LEAST else None,
        )  # fmt: skip
        parsed = _short(name, FIELDS[kind](cell, context))
        found = [item.at(source.where(cell.address), column.header) for item in parsed.problems]
        problems += [replace(one, code="IKM292") if one.code == "IKM245" else one for one in found]
        if parsed.value is not None:
            values[name] = parsed.value
        elif name in _NEEDED and not parsed.problems:
            problems.append(Diagnostic("IKM358", source.where(cell.address), {"field": column.header}))
    return Incoming(origin, values, addresses, tuple(problems))


def _short(name: str, parsed: Parsed) -> Parsed:
    """A product, and each paper, is a name: a text as long as a page is something else."""
    names = (parsed.value or "").split("|") if name == "papers" else [parsed.value or ""] if name == "product" else []
    longest = max(map(len, names), default=0)
    if longest <= _LONGEST_NAME:
        return parsed
    return Parsed(None, (Problem("IKM242", {"length": longest, "most": _LONGEST_NAME}),))


def slug_of(text: str, taken: Iterable[str]) -> str:
    """An id from words: `Kusen pintu jati` is `kusen-pintu-jati`; a second one ends in `-2`."""
    base = re.sub(r"[^a-z0-9]+", "-", fold(text))[:_LONGEST_ID].strip("-") or "x"
    known, serial, slug = set(taken), 2, base
    while slug in known:
        slug, serial = f"{base}-{serial}", serial + 1
    return slug


def _line(values: Mapping[str, str], slug: str) -> Line:
    return Line(
        id=slug, product=values["product"], kbli=values.get("kbli"),
        volume=Decimal(values["volume"]) if "volume" in values else None, unit=values.get("unit", ""),
        papers=tuple(values["papers"].split("|")) if values.get("papers") else (),
        price=int(values["price"]) if "price" in values else None, capacity=int(values.get("capacity", "1")),
        by=date.fromisoformat(values["by"]) if "by" in values else None, description=values.get("description", ""),
    )  # fmt: skip


def _merge(before: Partners, rows: Sequence[Incoming]) -> tuple[Partners, ImportData]:
    """Lines by firm and product: known ones keep their id, new ones get one; nothing vanishes."""
    firms = {fold(firm.name): firm for firm in before.firms}
    new: list[str] = []
    changed: list[Change] = []
    same: list[str] = []
    for row in sorted(rows, key=lambda row: (fold(row.values["firm"]), fold(row.values["product"]))):
        key = fold(row.values["firm"])
        known = firms.get(key)
        firm_id = known.id if known else slug_of(row.values["firm"], (one.id for one in firms.values()))
        lines = list(known.lines) if known else []
        at = next((i for i, line in enumerate(lines) if fold(line.product) == fold(row.values["product"])), None)
        every = (line.id for firm in firms.values() for line in firm.lines)
        line = _line(row.values, lines[at].id if at is not None else slug_of(row.values["product"], every))
        if at is None:
            lines.append(line)
            new.append(line.id)
        elif lines[at] != line:
            changed += _differences(lines[at], line)
            lines[at] = line
        else:
            same.append(line.id)
        firms[key] = Firm(id=firm_id, name=known.name if known else row.values["firm"], lines=tuple(lines))
    return Partners(firms=tuple(firms.values())), ImportData("partners", (), tuple(new), tuple(changed), tuple(same))


def _differences(old: Line, new: Line) -> list[Change]:
    """What is different about one demand line, by key."""
    was, now = old.model_dump(mode="json"), new.model_dump(mode="json")
    return [Change(new.id, key, str(was[key] or ""), str(now[key] or "")) for key in now if was[key] != now[key]]
