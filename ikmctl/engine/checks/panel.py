"""Judges: known tracks and items, somebody for every item, enough of them."""

from collections.abc import Iterator
from typing import Final

from ikmctl.domain.diagnostic import Finding, Param
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.engine.checks.base import Inputs, in_program, listed, warning
from ikmctl.engine.evaluate import desk_for
from ikmctl.engine.judging import judged_marks, sheet_of
from ikmctl.engine.panel.aggregate import LEAST_TO_TRIM
from ikmctl.engine.panel.roster import roster
from ikmctl.engine.panel.severity import linked_groups

_LEAST_TO_COMPARE: Final = 20
"""Cells below which judges may well agree in all of them."""


def judges(inputs: Inputs) -> Iterator[Finding]:
    """Tracks and items that judges name, and recusals."""
    program = inputs.program
    tracks = [one.id for one in program.tracks]
    items = [name for name, spec in program.marks.items() if spec.per == "judge"]
    items += [f"{name}.{item}" for name in items for item in program.marks[name].items]
    for index, judge in enumerate(program.panel.judges):
        path = ("panel", "judges", index)
        for place, track in enumerate(judge.tracks):
            if track not in tracks:
                yield in_program("IKM154", *path, "tracks", place, judge=judge.id, track=track, known=listed(tracks))
        for place, item in enumerate(judge.items):
            if item not in items:
                yield in_program("IKM155", *path, "items", place, judge=judge.id, item=item, known=listed(items))
    ids = [judge.id for judge in program.panel.judges]
    numbers = {one.number for one in inputs.participants}
    for index, recusal in enumerate(program.panel.recusals):
        path = ("panel", "recusals", index)
        if recusal.judge not in ids:
            yield in_program("IKM156", *path, "judge", judge=recusal.judge, known=listed(ids))
        if numbers and recusal.id not in numbers:
            yield in_program("IKM441", *path, "id", number=recusal.id)


def coverage(inputs: Inputs) -> Iterator[Finding]:
    """Each item of each track has a judge, and three of them where the highest and lowest mark are dropped."""
    program = inputs.program
    if not program.panel.judges:
        return
    panel = roster(program)
    for mark, spec in program.marks.items():
        if spec.per != "judge":
            continue
        for item in spec.items or ("",):
            for track in program.all_tracks:
                count = len(panel.of(mark, item, track.id))
                facts: dict[str, Param] = {"item": f"{mark}.{item}".rstrip("."), "track": track.id, "judges": count}
                if not count:
                    yield in_program("IKM159", "panel", "judges", **facts)
                elif program.panel.aggregate == "trimmed" and count < LEAST_TO_TRIM:
                    yield in_program("IKM163", "panel", "aggregate", least=LEAST_TO_TRIM, **facts)


def copied(inputs: Inputs) -> Iterator[Finding]:
    """Judges whose marks are the same in every cell: people who judge by themselves differ somewhere."""
    sheets: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    judged = {name for name, spec in inputs.program.marks.items() if spec.per == "judge"}
    for one in inputs.marks:
        if one.mark in judged:
            sheets.setdefault((one.mark, one.by), []).append((one.number, one.item, one.value))
    alike: dict[tuple[str, tuple[tuple[str, str, str], ...]], list[str]] = {}
    for (mark, judge), cells in sheets.items():
        if len(cells) >= _LEAST_TO_COMPARE and len({value for _, _, value in cells}) > 1:
            alike.setdefault((mark, tuple(sorted(cells))), []).append(judge)
    for (mark, sheet), same in alike.items():
        if len(same) > 1:
            found = in_program("IKM699", "panel", "judges", judges=", ".join(sorted(same)), count=len(sheet), mark=mark)
            yield warning(found)


def linked(inputs: Inputs) -> Iterator[Finding]:
    """Severities can be compared only among judges who are linked through common work."""
    program = inputs.program
    if program.panel.aggregate != "adjusted":
        return
    for stage in program.stages:
        everybody = program.compare_of(stage) == "score"
        tracks = [""] if everybody else [track.id for track in program.all_tracks]
        for track in tracks:
            people = [one for one in inputs.participants if not track or one.track in (track, "")]
            yield from _linked(program, stage, track, people, inputs)


def _linked(program: Program, stage: Stage, track: str, people: list[Participant], inputs: Inputs) -> Iterator[Finding]:
    desk = desk_for(program, stage, people, inputs.marks)
    for mark in judged_marks(desk, stage.id):
        sheet = sheet_of(desk, mark, people)
        groups = linked_groups(sheet.values())
        if len(groups) > 1:
            shown = "; ".join(", ".join(group) for group in groups)
            yield in_program("IKM164", "panel", "aggregate", mark=mark, track=track or "-", groups=shown)
