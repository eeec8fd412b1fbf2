"""The columns of participants.csv: only the facts that rules, scores, balance and order of the program name."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ikmctl.domain.fields import CATALOGUE, Kind
from ikmctl.domain.participant import OWN
from ikmctl.domain.program import FieldSpec, Program, Stage
from ikmctl.domain.source import Source


class Column(Struct, frozen=True):
    """One public column beyond number, tracks, registration time and group."""

    id: str
    kind: Kind
    values: tuple[str, ...] = ()
    min: Decimal | None = None
    max: Decimal | None = None
    sensitive: bool = False


def fields_named(stage: Stage) -> Iterator[str]:
    """Every field that a stage names, in the order of its keys; a field may come twice."""
    for rule in stage.eligibility:
        yield from rule.fields()
    for criterion in stage.criteria:
        yield from criterion.source.field_ids()
    for by in stage.order:
        yield from by.by.field_ids()
    for balance in stage.selection.balance:
        yield balance.field
    yield from stage.selection.max_per
    if isinstance(stage.lines_per_member, Source):
        yield from stage.lines_per_member.field_ids()


def column_of(program: Program, field_id: str) -> Column | None:
    """How a field is declared: by the program first, else in the catalogue; None where it is not known."""
    known = CATALOGUE.get(field_id)
    spec = next((one for one in program.fields if one.id == field_id), None)
    if spec is not None:
        return Column(field_id, spec.type, spec.values, spec.min, spec.max, _is_sensitive(spec))
    return None if known is None else Column(field_id, known.kind, known.values, sensitive=known.sensitive)


def is_private(field_id: str) -> bool:
    """Whether the catalogue keeps the field in `private/`, whatever a program says."""
    return field_id in CATALOGUE and CATALOGUE[field_id].private


def public_fields(program: Program) -> tuple[Column, ...]:
    """Exactly the columns of participants.csv after the fixed ones, by id."""
    named = {name for stage in program.stages for name in fields_named(stage)}
    columns = (column_of(program, name) for name in sorted(named - OWN) if not is_private(name))
    return tuple(column for column in columns if column is not None)


def _is_sensitive(spec: FieldSpec) -> bool:
    if spec.sensitive is not None:
        return spec.sensitive
    return spec.type == "rupiah" or (spec.id in CATALOGUE and CATALOGUE[spec.id].sensitive)
