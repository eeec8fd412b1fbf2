"""Money, health and other sensitive facts reach tracked files only as a band, never as the raw value.

The bands of a field are cut wherever some rule, scale or threshold of the program may change its answer,
so every comparison gives the same answer for the band as for the value.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from ikmctl.domain.program import Criterion, Program, Stage
from ikmctl.domain.source import Source
from ikmctl.engine.needs import column_of


def edges(program: Program, field_id: str) -> tuple[int, ...]:
    """The whole numbers at which the program tells values of this field apart."""
    found = {edge for stage in program.stages for cut in _cuts(stage, field_id) for edge in cut or ()}
    return tuple(sorted(found))


def needs_raw(program: Program, field_id: str) -> bool:
    """Whether something in the program can only work with the raw value; bands are of whole numbers."""
    column = column_of(program, field_id)
    if column is not None and column.kind not in ("integer", "rupiah"):
        return True
    return any(cut is None for stage in program.stages for cut in _cuts(stage, field_id))


def band(value: Decimal, cuts: tuple[int, ...]) -> str:
    """The band of a value: the largest edge at or below it, or a number below the lowest edge."""
    place = bisect_right(cuts, value)
    return str(cuts[place - 1]) if place else str(min(0, cuts[0] - 1) if cuts else 0)


def _cuts(stage: Stage, field_id: str) -> Iterator[tuple[int, ...] | None]:
    """Edges from each place in a stage that reads the field; None where only the raw value will do."""
    for rule in stage.eligibility:
        if field_id in rule.fields():
            yield rule.edges(field_id)
    for criterion in stage.criteria:
        if field_id in criterion.source.field_ids():
            yield _criterion_cuts(criterion)
    if any(field_id in by.by.field_ids() for by in stage.order):
        yield None
    if isinstance(stage.lines_per_member, Source) and field_id in stage.lines_per_member.field_ids():
        yield None
    if field_id in stage.selection.max_per or any(one.field == field_id for one in stage.selection.balance):
        yield None


def _criterion_cuts(criterion: Criterion) -> tuple[int, ...] | None:
    scale_cuts = criterion.scale.edges() if criterion.scale and criterion.source.kind == "field" else None
    if scale_cuts is None or criterion.threshold is None:
        return scale_cuts
    limit = criterion.threshold
    return (*scale_cuts, math.ceil(limit) if criterion.direction == "benefit" else math.floor(limit) + 1)
