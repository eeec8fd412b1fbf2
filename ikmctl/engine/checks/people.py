"""participants.csv against the program: tracks, capacity, values that no scale covers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ikmctl.domain.diagnostic import Finding, Param
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Criterion, Program, Stage
from ikmctl.domain.regions import VINTAGE, region_name, today
from ikmctl.engine.checks.base import Inputs, in_program, listed, note, some, stages, warning
from ikmctl.engine.criteria import criterion_readers
from ikmctl.engine.evaluate import desk_for
from ikmctl.engine.rules.domicile import DomicileRule
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.selection.limits import values_of

_DISTRICT: Final = len("33.24.05")
"""The deepest level that the table of regions has."""
NUMBERS: Final = ("mark", "item", "gain", "ratio", "share", "count", "stage")
"""Kinds of sources that give numbers, never words."""


def tracks(inputs: Inputs) -> Iterator[Finding]:
    """Everybody names a track of the program, and those who name none are counted."""
    known = [track.id for track in inputs.program.tracks]
    for index, person in enumerate(inputs.participants):
        for column, track in (("track", person.track), ("track_2", person.track_2)):
            if track and track not in known:
                params = {"number": person.number, "track": track, "known": listed(known)}
                yield Finding("IKM440", "participants.csv", (index, column), params)
    if without := trackless(inputs.program, inputs.participants):
        first = next(index for index, person in enumerate(inputs.participants) if person.number == without[0])
        lacking: dict[str, Param] = {"count": len(without), "people": some(without)}
        yield warning(Finding("IKM629", "participants.csv", (first, "track"), lacking))


def trackless(program: Program, participants: Sequence[Participant]) -> list[str]:
    """Those of whom no track is known, where the program has tracks: they stay pending."""
    second = any(stage.selection.second_choice for stage in program.stages)
    people = participants if program.tracks else ()
    return [person.number for person in people if not (person.track or (second and person.track_2))]


def registered(inputs: Inputs) -> Iterator[Finding]:
    """Floors that all who registered could not fill, whatever their marks; while nobody is in, nothing is known."""
    for path, stage in stages(inputs.program) if inputs.participants else ():
        for index, rule in enumerate(stage.selection.balance):
            if rule.min is None or rule.value is None or rule.per != "all":
                continue
            values = [values_of(person, rule.field) for person in inputs.participants]
            count = sum(rule.value in own for own in values)
            if count + values.count(()) < rule.min:  # whoever left the cell blank may have the value
                place = (*path, "selection", "balance", index, "min")
                params: dict[str, Param] = {"field": rule.field, "value": rule.value, "min": rule.min, "count": count}
                yield warning(in_program("IKM673", *place, **params))


def region(inputs: Inputs) -> Iterator[Finding]:
    """A code of the program's region that the table of regions does not have."""
    code = inputs.program.region
    if code and region_name(today(code)[:_DISTRICT]) is None:
        yield warning(in_program("IKM674", "region", found=code, vintage=VINTAGE))


def domiciles(inputs: Inputs) -> Iterator[Finding]:
    """Codes of regions in which nobody can live, since the table of regions does not have them."""
    for path, stage in stages(inputs.program):
        for index, rule in enumerate(stage.eligibility):
            for place, code in enumerate(rule.within if isinstance(rule, DomicileRule) else ()):
                if region_name(today(code)[:_DISTRICT]) is None:
                    where = (*path, "eligibility", index, "within", place)
                    yield warning(in_program("IKM191", *where, found=code, vintage=VINTAGE))


def capacity(inputs: Inputs) -> Iterator[Finding]:
    """More people than the room holds; with several stages the first may be there to admit them."""
    limit = inputs.program.capacity
    count = len(inputs.participants)
    if limit is not None and count > limit.max:
        found = in_program("IKM151", "capacity", "max", max=limit.max, participants=count)
        yield warning(found) if len(inputs.program.stages) == 1 else note(found)


def covered(inputs: Inputs) -> Iterator[Finding]:
    """Values to which a scale gives no points."""
    for number, stage in enumerate(inputs.program.stages):
        desk = desk_for(inputs.program, stage, inputs.participants, inputs.marks)
        for place, reader in enumerate(criterion_readers(stage.criteria, desk, relative=True)):
            if not _may_fall_off(reader.criterion, stage):
                continue
            seen: set[str] = set()
            for index, points in enumerate(reader.column(inputs.participants)):
                missing = points.missing
                if missing is None or missing.key not in ("missing.uncovered", "missing.scale"):
                    continue
                value = str(missing.params["value"])
                if value not in seen:
                    seen.add(value)
                    yield _uncovered(reader.criterion.source.field_ids(), (number, place), index, missing.params)


def _may_fall_off(criterion: Criterion, stage: Stage) -> bool:
    """Whether the criterion may meet a value without points, other than by a fault that is told elsewhere."""
    scale = criterion.scale
    if scale is None:
        return stage.method in METHODS and METHODS[stage.method].relative
    if any(True for _ in scale.faults()):
        return False
    return not scale.takes_any_number or criterion.source.kind not in NUMBERS


def _uncovered(fields: tuple[str, ...], criterion: tuple[int, int], row: int, params: Mapping[str, Param]) -> Finding:
    if fields:
        return Finding("IKM443", "participants.csv", (row, fields[0]), params)
    return in_program("IKM443", "stages", criterion[0], "criteria", criterion[1], "scale", **params)
