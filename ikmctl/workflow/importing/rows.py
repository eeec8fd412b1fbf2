"""Cells to canonical values: every field of a row through the parser of its kind."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Severity
from ikmctl.domain.fields import CATALOGUE, DERIVED, Field
from ikmctl.domain.program import FieldSpec, Program
from ikmctl.engine.needs import public_fields
from ikmctl.sheets.fields import FIELDS, FieldContext, Parsed, Parser
from ikmctl.sheets.fields.alias import alias_table
from ikmctl.sheets.fields.cross import cross_checks
from ikmctl.sheets.fields.day import month_first
from ikmctl.sheets.fields.nik import damaged
from ikmctl.sheets.grid import Cell, Raw, column_letters
from ikmctl.sheets.table import Column, Row
from ikmctl.workflow.importing.identity import identity_fields
from ikmctl.workflow.importing.incoming import Incoming, Origin
from ikmctl.workflow.importing.read import Source
from ikmctl.workflow.importing.resolve import HIGH, NOTE

OWN: Final = frozenset(("number", "track", "registered_at", "group"))
"""Columns of participants.csv that every program has."""
_REGIONS: Final = ("province", "regency", "district", "village")
"""Wide before narrow: a kecamatan is looked for inside its kabupaten."""
_TRIED: Final = 2_000
"""Different words after which a column must have shown that they come again."""
_MOST_REMEMBERED: Final = 20_000
_LETTERS: Final = re.compile(r"[a-z]+")
_SCALES: Final[Mapping[str, int]] = {
    **dict.fromkeys(("ribu", "ribuan", "rb"), 10**3), **dict.fromkeys(("juta", "jutaan", "jt"), 10**6),
    **dict.fromkeys(("miliar", "miliaran", "milyar", "milyaran"), 10**9),
}  # fmt: skip
"""Words in the brackets of a header; `per bulan` and `distribusi` only hold their letters."""
_ASIDE: Final = frozenset(("", "rupiah", "idr", "dalam", "dlm", "satuan", "x"))
"""Words that may stand beside the zeros of `Rp.000`; of `rp` itself nothing is left."""
_EXAMPLE: Final = frozenset(("contoh", "cth", "misal", "misalnya", "tanpa", "bukan", "jangan", "example", "without"))
"""Words of an instruction, such as `contoh: 3 juta ditulis 3000000`."""
_GROUP: Final = 3


def field_of(program: Program, name: str) -> Field:
    """What is known of a field: the catalogue's entry, with the program's own declaration over it."""
    known = CATALOGUE.get(name)
    spec = spec_of(program, name)
    if spec is None:
        return known or Field(name, "text")
    default = known.sensitive if known else spec.type == "rupiah"
    sensitive = default if spec.sensitive is None else spec.sensitive
    return Field(name, spec.type, bool(known and known.private), sensitive, spec.values)


def spec_of(program: Program, name: str) -> FieldSpec | None:
    """The declaration of a field under `fields:`, or None."""
    return next((spec for spec in program.fields if spec.id == name), None)


def needed_fields(program: Program) -> frozenset[str]:
    """Fields whose faults keep a row out: identity, and whatever rules and scores are worked out from."""
    public = {column.id for column in public_fields(program)}
    sources = {name for target in public for name in DERIVED.get(target, ())}
    second = {"track_2"} if any(stage.selection.second_choice for stage in program.stages) else set()
    return frozenset(public | sources | second | set(identity_fields(program)) | OWN)


class _Step(Struct):
    """One column of the file: how its cells are read, and the answers for words that come again and again."""

    name: str
    column: Column
    parser: Parser
    context: FieldContext
    region: bool
    known: dict[tuple[type, Raw, str], Parsed] = field(default_factory=dict)
    hits: int = 0
    remembers: bool = True

    def parse(self, row: Row, raw: Raw, within: str) -> Parsed:
        """What a cell means; `within` is the region that wider columns of the row gave."""
        inside = within if self.region else ""
        if not self.remembers:
            return self._parse(row, inside)
        key = (type(raw), raw, inside)
        parsed = self.known.get(key)
        if parsed is not None:
            self.hits += 1
            return parsed
        parsed = self._parse(row, inside)
        self.known[key] = parsed
        if len(self.known) >= _TRIED:
            self.remembers = self.hits * 2 > len(self.known) and len(self.known) < _MOST_REMEMBERED
        return parsed

    def _parse(self, row: Row, inside: str) -> Parsed:
        context = replace(self.context, within=inside) if inside else self.context
        return self.parser(row.cell(self.column.index), context)


def _number(parser: Parser, cell: Cell, context: FieldContext) -> Parsed:
    """A participant number; a drop-down of candidates writes the name behind it."""
    return parser(cell._replace(value=cell.value.partition("|")[0].strip()), context)


class _Places(Mapping[str, str]):
    """Addresses of the cells of one row by field, worked out when somebody asks."""

    __slots__ = ("_columns", "_number")

    def __init__(self, columns: Mapping[str, int], number: int) -> None:
        self._columns = columns
        self._number = number

    def __getitem__(self, name: str) -> str:
        return f"{column_letters(self._columns[name])}{self._number}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


class RowParser(Struct, frozen=True, dict=True):
    """Reads the rows of one file for one program."""

    program: Program
    source: Source
    needed: Collection[str]

    @cached_property
    def plan(self) -> tuple[_Step, ...]:
        """The fields of the file in the order in which they are read."""
        fields = [name for name in self.source.matched.fields if _is_field(self.program, name)]
        fields.sort(key=lambda name: (name in _REGIONS, _REGIONS.index(name) if name in _REGIONS else 0))
        return tuple(self._step(name, self.source.matched.fields[name]) for name in fields)

    def _step(self, name: str, column: Column) -> _Step:
        known = field_of(self.program, name)
        context = self._context(name, known, column)
        parser = partial(_number, FIELDS["number"]) if name == "number" else FIELDS[known.kind]
        return _Step(name, column, parser, context, name in _REGIONS)

    def _context(self, name: str, known: Field, column: Column) -> FieldContext:
        spec = spec_of(self.program, name)
        aliases: dict[str, str] = {}
        if known.kind == "track":
            aliases = alias_table([(track.id, track.name, track.aliases) for track in self.program.all_tracks])
        if known.kind == "group":
            aliases = alias_table([(group.id, group.name, group.aliases) for group in self.program.groups])
        return FieldContext(
            as_of=self.program.as_of, region=self.program.region or "", values=known.values,
            least=spec.min if spec else None, most=spec.max if spec else None,
            multiplier=multiplier(column.unit), aliases=aliases, epoch_1904=self.source.table.grid.epoch_1904,
            private=known.private, sensitive=known.sensitive, coarse=name == "business_start",
            month_first=known.kind in ("day", "moment") and month_first(self._texts(column)),
        )  # fmt: skip

    def _texts(self, column: Column) -> Iterator[str]:
        """What people typed into a column as text."""
        cells = (row.values[column.index] for row in self.source.table.rows if column.index < len(row.values))
        return (raw for raw in cells if isinstance(raw, str))

    def rows(self, progress: Callable[[int], None] = lambda _: None) -> Iterator[Incoming]:
        """Every row of data, in the order of the file, with its problems."""
        columns = {step.name: step.column.index for step in self.plan}
        for at, row in enumerate(self.source.table.rows):
            if fault := self.source.table.faults.get(row.number):
                yield Incoming(self._origin(row), problems=(fault,))
            else:
                yield self._row(row, _Places(columns, row.number))
            progress(at + 1)

    def _origin(self, row: Row) -> Origin:
        return Origin(self.source.index, self.source.name, self.source.table.grid.sheet, row.number)

    def _row(self, row: Row, places: _Places) -> Incoming:
        values: dict[str, str] = {}
        problems: list[Diagnostic] = []
        within = ""
        width = len(row.values)
        for step in self.plan:
            raw = row.values[step.column.index] if step.column.index < width else ""
            if raw == "":
                continue
            parsed = step.parse(row, raw, within)
            if parsed.problems:
                problems += self._problems(step.name, step.column, places[step.name], parsed)
                if parsed.rejected:
                    continue
            if parsed.value is not None:
                _keep(values, step.name, parsed)
                within = parsed.value if step.region else within
        for name, problem in cross_checks(values, self.program.as_of):
            if name in places:
                problems.append(problem.at(self.source.where(places[name]), self._header(name)))
        return Incoming(self._origin(row), values, places, tuple(problems))

    def _header(self, name: str) -> str:
        column = self.source.column(name)
        return column.header if column else name

    def _problems(self, name: str, column: Column, cell: str, parsed: Parsed) -> list[Diagnostic]:
        """A fault in a value that nothing is worked out from is only said, and the value left out."""
        found = [problem.at(self.source.where(cell), column.header) for problem in parsed.problems]
        if name in self.needed:
            return found
        return [replace(item, severity=Severity.WARNING) if item.severity is Severity.ERROR else item for item in found]


def _keep(values: dict[str, str], name: str, parsed: Parsed) -> None:
    """Keep the value, with the upper end of a range and a detail such as the vintage of a code beside it."""
    values[name] = parsed.value or ""
    if parsed.high is not None and parsed.high != parsed.value:
        values[name + HIGH] = parsed.high
    if parsed.note:
        values[name + NOTE] = parsed.note


def _is_field(program: Program, target: str) -> bool:
    return target in CATALOGUE or spec_of(program, target) is not None


def damaged_columns(source: Source, rows: Iterable[Incoming]) -> tuple[Diagnostic, ...]:
    """A column of NIKs of which too many end in 0 was a number column once; each of them is doubtful."""
    column = source.column("nik")
    problem = damaged([row.values["nik"] for row in rows if "nik" in row.values]) if column else None
    return (problem.at(source.where(column.address), column.header),) if problem and column else ()


def multiplier(unit: str) -> int:
    """What a unit in a header multiplies by: `Rp.000` is 1,000, `juta` a million. Only whole words count."""
    words = [word.removeprefix("rp") for word in _LETTERS.findall(unit.casefold())]
    if not _EXAMPLE.isdisjoint(words):
        return 1
    for word in words:
        if word in _SCALES:
            return _SCALES[word]
    zeros = "".join(ch for ch in unit if ch.isdigit())
    scale = _ASIDE.issuperset(words) and set(zeros) == {"0"} and len(zeros) % _GROUP == 0
    return int("1" + zeros) if scale else 1
