"""All marks of judges laid out by piece of work, and the severities that follow from them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from ikmctl.domain.participant import Participant
from ikmctl.domain.source import Source
from ikmctl.engine.panel.severity import Sheet, Work, severity_table
from ikmctl.engine.sources.base import Desk
from ikmctl.engine.sources.marks import JudgedReader, board_of


def judged_marks(desk: Desk, stage: str) -> tuple[str, ...]:
    """Marks of a stage that judges give, in the order of program.yaml."""
    return tuple(name for name, spec in desk.program.marks.items() if spec.per == "judge" and spec.stage == stage)


def sheet_of(desk: Desk, mark: str, participants: Iterable[Participant]) -> Sheet:
    """What each judge gave for each piece of work; work that nobody marked is left out."""
    source = Source("mark", (mark,))
    reader = JudgedReader(source, desk, desk.program.marks[mark])
    sheet: dict[Work, dict[str, Fraction]] = {}
    for participant in participants:
        for item, judge, value in board_of(reader, participant):
            if value is not None:
                sheet.setdefault((participant.number, item), {})[judge] = value
    return sheet


def severities(desk: Desk, stage: str, participants: Iterable[Participant]) -> dict[str, Mapping[str, Fraction]]:
    """Severity of each judge, for each mark of the stage that judges give."""
    people = tuple(participants)
    return {mark: severity_table(sheet_of(desk, mark, people)).severity for mark in judged_marks(desk, stage)}
