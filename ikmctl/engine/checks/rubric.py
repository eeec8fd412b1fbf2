"""Criteria: weights, scales, methods, thresholds and order."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from operator import gt, lt

from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.program import Criterion, Program, Stage
from ikmctl.domain.source import Source
from ikmctl.engine.banding import needs_raw
from ikmctl.engine.checks.base import Inputs, Path, in_program, listed, nearest, stages, warning
from ikmctl.engine.criteria import below_threshold, shown
from ikmctl.engine.needs import fields_named
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.sessions import sessions


def weights(inputs: Inputs) -> Iterator[Finding]:
    """Weights must not sum to zero."""
    for path, stage in stages(inputs.program):
        if stage.criteria and not any(criterion.weight for criterion in stage.criteria):
            yield in_program("IKM130", *path, "criteria", stage=stage.id)


def methods(inputs: Inputs) -> Iterator[Finding]:
    """A known method, and a scale on every criterion where the method needs one."""
    for path, stage in stages(inputs.program):
        method = METHODS.get(stage.method)
        if method is None:
            near = nearest(stage.method, METHODS)
            yield in_program("IKM139", *path, "method", method=stage.method, known=listed(METHODS), near=near)
        elif not method.relative:
            for index, criterion in enumerate(stage.criteria):
                if criterion.scale is None:
                    place = (*path, "criteria", index)
                    yield in_program("IKM146", *place, criterion=criterion.id, method=stage.method)
        if stage.criteria and stage.order:
            yield in_program("IKM158", *path, "order", stage=stage.id)


def scales(inputs: Inputs) -> Iterator[Finding]:
    """Faults in scales, points that run against the stated direction, and ends without points."""
    for path, stage in stages(inputs.program):
        for index, criterion in enumerate(stage.criteria):
            yield from _scale((*path, "criteria", index, "scale"), criterion, inputs.program)


def _scale(path: Path, criterion: Criterion, program: Program) -> Iterator[Finding]:
    scale = criterion.scale
    if scale is None:
        return
    faults = list(scale.faults())
    for fault in faults:
        yield in_program(fault.key, *path, criterion=criterion.id, **fault.params)
    worse = lt if criterion.direction == "benefit" else gt
    earned = [scale.points(value, criterion.direction) for value in scale.corners()]
    known = [points for points in earned if points is not None]
    if not faults and any(worse(after, before) for before, after in pairwise(known)):
        params = {"criterion": criterion.id, "direction": criterion.direction}
        yield warning(in_program("IKM145", *path, **params))
    for end in () if faults else dict.fromkeys(_ends(program, criterion.source)):
        if scale.points(end, criterion.direction) is None and below_threshold(criterion, end) is None:
            params = {"criterion": criterion.id, "value": shown(end)}
            yield warning(in_program("IKM189", *path, **params))


def _ends(program: Program, source: Source) -> Iterator[Fraction]:
    """The least and the most that a value can be, as far as the program says."""
    name = source.names[0] if source.names else ""
    match source.kind:
        case "share":
            yield from (Fraction(0), Fraction(1))
        case "stage":
            yield from (Fraction(0), Fraction(100))
        case "gain":
            yield Fraction(1)
        case "mark" | "item" if name in program.marks:
            mark = program.marks[name]
            if mark.per != "session":
                yield from (Fraction(end) for end in (mark.min, mark.max) if end is not None)
            elif whole := len(sessions(program)):
                yield from (Fraction(0), Fraction(whole))
        case "field":
            limits = next(((one.min, one.max) for one in program.fields if one.id == name), ())
            yield from (Fraction(end) for end in limits if end is not None)


def thresholds(inputs: Inputs) -> Iterator[Finding]:
    """Thresholds that nobody can reach."""
    for path, stage in stages(inputs.program):
        if stage.threshold is not None and not 0 <= stage.threshold <= Fraction(100):
            limits = {"low": "0", "high": "100", "threshold": format_decimal(stage.threshold)}
            yield in_program("IKM160", *path, "threshold", criterion=stage.id, **limits)
        for index, criterion in enumerate(stage.criteria):
            yield from _threshold((*path, "criteria", index, "threshold"), inputs.program, criterion)


def _threshold(path: Path, program: Program, criterion: Criterion) -> Iterator[Finding]:
    limit = criterion.threshold
    mark = program.marks.get(criterion.source.names[0]) if criterion.source.kind in ("mark", "item") else None
    if limit is None or mark is None or mark.min is None or mark.max is None or mark.min <= limit <= mark.max:
        return
    ends = {"low": format_decimal(mark.min), "high": format_decimal(mark.max)}
    yield in_program("IKM160", *path, criterion=criterion.id, threshold=format_decimal(limit), **ends)


def ranges(inputs: Inputs) -> Iterator[Finding]:
    """A least value above the most in marks, fields and rules; those of seats are told elsewhere."""
    program = inputs.program
    pairs: list[tuple[Path, object]] = [(("marks", name), spec) for name, spec in program.marks.items()]
    pairs += [(("fields", index), spec) for index, spec in enumerate(program.fields)]
    for path, stage in stages(program):
        pairs += [((*path, "eligibility", index), rule) for index, rule in enumerate(stage.eligibility)]
    for path, thing in pairs:
        low, high = getattr(thing, "min", None), getattr(thing, "max", None)
        if low is not None and high is not None and low > high:
            yield in_program("IKM157", *path, "max", low=str(low), high=str(high))


def sensitive(inputs: Inputs) -> Iterator[Finding]:
    """Facts that reach files only as a band, where something needs the raw value."""
    from ikmctl.engine.needs import column_of

    for path, stage in stages(inputs.program):
        for name in dict.fromkeys(fields_named(stage)):
            column = column_of(inputs.program, name)
            if column is not None and column.sensitive and needs_raw(_only(inputs.program, stage), name):
                yield in_program("IKM147", *_reader_of(path, stage, name), field=name)


def _only(program: Program, stage: Stage) -> Program:
    return program.model_copy(update={"stages": (stage,)})


def _reader_of(path: Path, stage: Stage, name: str) -> Path:
    """The first place in a stage that reads the field."""
    for index, rule in enumerate(stage.eligibility):
        if name in rule.fields():
            return (*path, "eligibility", index)
    for index, criterion in enumerate(stage.criteria):
        if name in criterion.source.field_ids():
            return (*path, "criteria", index)
    return path
