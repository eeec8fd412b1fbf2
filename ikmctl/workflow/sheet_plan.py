"""What a judge's workbook must hold: whom they mark, which items, in which order, under which version.

The order is neutral: by a hash of program, stage and number, so that neither registration nor rank shows.
The version is a digest of all of it; a sheet made before somebody joined, or before the rubric changed,
is told from the present one when it comes back.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import MarkSpec, Program, Stage
from ikmctl.engine.canonical import digest
from ikmctl.engine.panel.roster import roster
from ikmctl.render.labels import Labels

CODE: Final = re.compile(r"ikmctl/sheet/1 (?P<program>\S+) (?P<stage>\S+) (?P<judge>\S+) (?P<version>[0-9a-f]{16})\Z")
COMBINED: Final = "*"
"""Stands for the judge in the one workbook of a secretary who types for everybody."""
_VERSION_LENGTH: Final = 16


class Slot(Struct, frozen=True):
    """One column to fill in: a mark's item, and in a combined sheet the judge whose mark it is."""

    mark: str
    item: str
    judge: str
    spec: MarkSpec
    name: str
    """What the sheet calls it."""

    @property
    def label(self) -> str:
        """The header of the column."""
        return f"{self.name} {self.judge}".rstrip()

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers that the column may come back with: names change, ids do not."""
        return (self.label, f"{self.item or self.mark} {self.judge}".rstrip())


class Line(Struct, frozen=True):
    """One participant on a sheet; `closed` are the columns that this judge must leave alone."""

    number: str
    track: str
    closed: frozenset[int]


class SheetPlan(Struct, frozen=True):
    """One workbook. `judge` is an id, or `*` for the combined one."""

    program: str
    stage: str
    judge: str
    role: str
    slots: tuple[Slot, ...]
    lines: tuple[Line, ...]

    @property
    def version(self) -> str:
        """16 hex letters that change with the people, the items or the scale."""
        body = {
            "tag": "ikmctl/sheet/v1", "program": self.program, "stage": self.stage, "judge": self.judge,
            "slots": [[slot.mark, slot.item, slot.judge, slot.spec.min, slot.spec.max] for slot in self.slots],
            "lines": [[line.number, sorted(line.closed)] for line in self.lines],
        }  # fmt: skip
        return digest(body)[:_VERSION_LENGTH]

    @property
    def code(self) -> str:
        """The line by which a sheet that comes back is known."""
        return f"ikmctl/sheet/1 {self.program} {self.stage} {self.judge} {self.version}"


def neutral_order(program: Program, stage: Stage, people: Sequence[Participant]) -> list[Participant]:
    """People in an order that says nothing about them, the same for every judge."""

    def key(person: Participant) -> str:
        return sha256(f"ikmctl/order/v1\n{program.id}\n{stage.id}\n{person.number}".encode()).hexdigest()

    return sorted(people, key=key)


def _slots(program: Program, stage: Stage, judge: str) -> list[Slot]:
    labels = Labels(program.language, program, stage)
    return [
        Slot(name, item, judge, spec, labels.item(name, item))
        for name, spec in program.marks.items()
        if spec.per == "judge" and spec.stage == stage.id
        for item in spec.items or ("",)
    ]


def _plan(program: Program, stage: Stage, people: Sequence[Participant], judge: str, role: str) -> SheetPlan:
    panel = roster(program)
    judges = [one.id for one in program.panel.judges] if judge == COMBINED else [judge]
    slots = [slot for one in judges for slot in _slots(program, stage, one)]
    lines = []
    for person in neutral_order(program, stage, people):
        closed = frozenset(
            index
            for index, slot in enumerate(slots)
            if slot.judge not in panel.of(slot.mark, slot.item, person.track, person.number)
        )
        if len(closed) < len(slots):
            lines.append(Line(person.number, person.track, closed))
    used = [index for index in range(len(slots)) if any(index not in line.closed for line in lines)]
    kept = tuple(
        Line(line.number, line.track, frozenset(at for at, index in enumerate(used) if index in line.closed))
        for line in lines
    )
    shown = tuple(slots[index] if judge == COMBINED else replace(slots[index], judge="") for index in used)
    return SheetPlan(program.id, stage.id, judge, role, shown, kept)


def plan_sheets(
    program: Program, stage: Stage, people: Sequence[Participant], *, combined: bool
) -> tuple[SheetPlan, ...]:
    """The workbooks of a stage: one for each judge who marks anybody, or one for all judges together."""
    if combined:
        plans = [_plan(program, stage, people, COMBINED, "")]
    else:
        plans = [_plan(program, stage, people, judge.id, judge.role) for judge in program.panel.judges]
    return tuple(plan for plan in plans if plan.lines and plan.slots)
