"""Cells of a list of marks to marks: wide by header, long with one mark a row, or the one mark of `--item`."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Diagnostic, Param
from ikmctl.domain.mark import RECUSED
from ikmctl.domain.program import MarkSpec, Program
from ikmctl.engine.sessions import sessions
from ikmctl.sheets.fields import FIELDS, FieldContext, Problem, fold
from ikmctl.sheets.fields.attendance import parse as parse_attendance
from ikmctl.sheets.grid import Cell
from ikmctl.sheets.table import Column, Row
from ikmctl.sheets.vocabulary import ANY_SCORE
from ikmctl.workflow.importing.answers import STAMP
from ikmctl.workflow.importing.headers import SESSION, WHO, mark_headers
from ikmctl.workflow.importing.incoming import Incoming, Origin
from ikmctl.workflow.importing.read import Source
from ikmctl.workflow.importing.roster import Found, Roster, find_person

BETWEEN: Final = "\t"
"""Between mark, item and judge or session in the key of one value."""
_RECUSED: Final = frozenset(("recused", "berhalangan", "tidak menilai", "mundur", "abstain", "konflik kepentingan"))


class Slot(Struct, frozen=True):
    """What a column holds: a mark, its item, and the session where the header names one."""

    mark: str
    item: str = ""
    by: str = ""


class MarkRow(Struct, frozen=True):
    """One row of marks. `row.values` maps `mark, item, by` to values; `candidates` are offered when nobody fits."""

    row: Incoming
    number: str = ""
    candidates: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing is filled in yet."""
        return not self.row.values and not self.row.problems


class MarkReader(Struct, frozen=True, dict=True):
    """Reads the rows of one file as marks."""

    program: Program
    source: Source
    roster: Roster
    item: str = ""
    judge: str = ""

    @cached_property
    def slots(self) -> tuple[tuple[Column, Slot], ...]:
        """The columns that hold marks, from left to right."""
        found = [
            (column, slot) for target, column in self.source.matched.fields.items() if (slot := self._slot(target))
        ]
        return tuple(sorted(found, key=lambda pair: pair[0].index))

    def _slot(self, target: str) -> Slot | None:
        """The mark of a column; None where it is none, or says neither item nor session of a mark that has them."""
        slot = self._named_slot(target)
        spec = self.program.marks.get(slot.mark) if slot else None
        if slot is None or spec is None:
            return None
        known = slot.by in self._sessions if spec.per == "session" else slot.item in (spec.items or ("",))
        return slot if known else None

    @cached_property
    def _sessions(self) -> tuple[str, ...]:
        return sessions(self.program)

    def _named_slot(self, target: str) -> Slot | None:
        if target == ANY_SCORE and self.item and not self.long:
            return Slot(*self.item.partition(".")[::2])
        if target.startswith(SESSION):
            mark = self.item or next((m for m, spec in self.program.marks.items() if spec.per == "session"), "")
            return Slot(mark, "", target.removeprefix(SESSION)) if mark else None
        if not target.startswith("marks."):
            return None
        mark, _, item = target.removeprefix("marks.").partition(".")
        return None if self.item and mark != self.item.partition(".")[0] else Slot(mark, item)

    @property
    def long(self) -> bool:
        """Whether each row holds one mark, named in columns of its own."""
        fields = self.source.matched.fields
        value = "value" in fields or ANY_SCORE in fields
        wide = any(target.startswith(("marks.", SESSION)) for target in fields)
        named = bool({"mark", "item"} & set(fields)) or ("by" in fields and self._per_session)
        return value and named and not wide

    @property
    def _per_session(self) -> bool:
        spec = self.program.marks.get(self.item) if self.item else None
        return spec is not None and spec.per == "session"

    @cached_property
    def _context(self) -> FieldContext:
        return FieldContext(as_of=self.program.as_of, region=self.program.region or "", private=True)

    @cached_property
    def _session_ids(self) -> Mapping[str, str]:
        known = {session: session for session in self._sessions}
        headers = mark_headers(self.program, long=False)
        return known | {fold(header): target.removeprefix(SESSION) for header, target in headers.items()}

    def rows(self) -> Iterator[MarkRow]:
        """Every row of data, with its problems."""
        for row in self.source.table.rows:
            origin = Origin(self.source.index, self.source.name, self.source.table.grid.sheet, row.number)
            if fault := self.source.table.faults.get(row.number):
                yield MarkRow(Incoming(origin, problems=(fault,)))
            else:
                yield self._row(row, origin)

    def _row(self, row: Row, origin: Origin) -> MarkRow:
        work = _Work(self.source, row)
        found = find_person(self.roster, {key: work.cell(key) for key in WHO if key in work.fields}, self._context)
        if not found.number:
            work.nobody(found)
        slots = self._long_slots(work) if self.long else self._wide_slots(work)
        for column, slot in slots:
            self._read(work, column, slot)
        if not work.filled:
            return MarkRow(Incoming(origin))
        self._stamp(work)
        return MarkRow(
            Incoming(origin, work.values, work.addresses, tuple(work.problems)), found.number, found.candidates
        )

    def _wide_slots(self, work: "_Work") -> Iterator[tuple[Column, Slot]]:
        judge: str | None = None
        for column, slot in self.slots:
            if self.program.marks[slot.mark].per != "judge":
                yield column, slot
                continue
            if work.row.cell(column.index).blank:
                continue
            work.filled = True
            judge = self._judge(work) if judge is None else judge
            if judge:
                yield column, Slot(slot.mark, slot.item, judge)

    def _long_slots(self, work: "_Work") -> Iterator[tuple[Column, Slot]]:
        column = work.fields.get("value") or work.fields[ANY_SCORE]
        if work.row.cell(column.index).blank:
            return
        work.filled = True
        mark = self._one_of(work, "mark", tuple(self.program.marks), self.item.partition(".")[0], "IKM408")
        spec = self.program.marks.get(mark)
        if spec is None:
            return
        item = self._one_of(work, "item", spec.items, self.item.partition(".")[2], "IKM409") if spec.items else ""
        by = self._by(work, spec)
        if by is not None and (item or not spec.items):
            yield column, Slot(mark, item, by)

    def _by(self, work: "_Work", spec: MarkSpec) -> str | None:
        if spec.per == "participant":
            return ""
        return self._judge(work) or None if spec.per == "judge" else self._session(work)

    def _one_of(self, work: "_Work", target: str, known: tuple[str, ...], default: str, code: str) -> str:
        cell = work.cell(target) if target in work.fields else None
        if cell is None or cell.blank:
            if not default:
                work.say(code, work.fields.get(target), found="", known=", ".join(known))
            return default
        words = {fold(name): name for name in known}
        hit = words.get(fold(cell.value), "")
        if not hit:
            work.say(code, work.fields[target], found=cell.value, known=", ".join(known))
        return hit

    def _judge(self, work: "_Work") -> str:
        """The judge that the row names, or the flag, or the sheet, or the file."""
        names = {fold(judge.id): judge.id for judge in self.program.panel.judges}
        column = work.fields.get("by")
        if column is not None and not work.cell("by").blank:
            said = work.cell("by").value
        else:
            column, said = None, self.judge or self._named(names)
        hit = names.get(fold(said), "")
        if not hit:
            work.say("IKM407" if said else "IKM412", column, found=said, known=", ".join(names.values()))
        return hit

    def _named(self, names: Mapping[str, str]) -> str:
        """The one judge whose id is a word of the sheet's or the file's name."""
        for text in (self.source.table.grid.sheet, self.source.name.rpartition(".")[0]):
            words = set(fold(text).split())
            if len(hits := [judge for key, judge in names.items() if key in words]) == 1:
                return hits[0]
        return ""

    def _session(self, work: "_Work") -> str | None:
        if "by" not in work.fields:
            work.say("IKM410", None, found="", known=", ".join(self._sessions))
            return None
        cell = work.cell("by")
        hit = self._session_ids.get(cell.value) or self._session_ids.get(fold(cell.value))
        if hit is None:
            work.say("IKM410", work.fields["by"], found=cell.value, known=", ".join(self._sessions))
        return hit

    def _read(self, work: "_Work", column: Column, slot: Slot) -> None:
        cell = work.row.cell(column.index)
        if cell.blank:
            return
        work.filled = True
        spec = self.program.marks[slot.mark]
        key = BETWEEN.join((slot.mark, slot.item, slot.by))
        work.addresses[key] = cell.address
        if spec.per == "judge" and fold(cell.value) in _RECUSED:
            work.values[key] = RECUSED
            return
        context = FieldContext(as_of=self.program.as_of, values=tuple(spec.codes), least=spec.min, most=spec.max)
        parsed = parse_attendance(cell, context) if spec.codes else FIELDS["score"](cell, context)
        for problem in parsed.problems:
            work.add(problem, column)
        if parsed.value is not None:
            work.values[key] = parsed.value

    def _stamp(self, work: "_Work") -> None:
        if STAMP in work.fields and not work.cell(STAMP).blank:
            parsed = FIELDS["moment"](work.cell(STAMP), FieldContext(self.program.as_of))
            if parsed.value:
                work.values[STAMP] = parsed.value


class _Work(Struct):
    """One row while it is being read."""

    source: Source
    row: Row
    values: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    filled: bool = False
    """Whether any mark stands in the row."""

    @property
    def fields(self) -> Mapping[str, Column]:
        """The columns of the file by target."""
        return self.source.matched.fields

    def cell(self, target: str) -> Cell:
        """The row's cell in a column."""
        return self.row.cell(self.fields[target].index)

    def say(self, code: str, column: Column | None, **params: Param) -> None:
        """Note a problem at a column, or at the row where no column is to blame."""
        cell = self.row.cell(column.index if column else 0).address
        shown = {"field": column.header} if column else {}
        self.problems.append(Diagnostic(code, self.source.where(cell), {**shown, **params}))

    def add(self, problem: Problem, column: Column) -> None:
        """Note what a parser says."""
        self.problems.append(problem.at(self.source.where(self.row.cell(column.index).address), column.header))

    def nobody(self, found: Found) -> None:
        """Nobody, or more than one, is meant."""
        self.say(found.code, self.fields.get(found.field), **dict(found.params or {}))
