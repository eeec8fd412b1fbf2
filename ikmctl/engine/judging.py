"""The panel at work: all marks of judges laid out by piece of work, reports, and the weight of each judge."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from ikmctl.domain.participant import Participant
from ikmctl.domain.source import Source
from ikmctl.engine.panel.report import PanelReport, panel_report
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


def panel_reports(desk: Desk, stage: str, participants: Iterable[Participant]) -> tuple[PanelReport, ...]:
    """One report for each mark that judges give and each set of tracks that share its judges."""
    people = tuple(participants)
    found = []
    for mark in judged_marks(desk, stage):
        spec = desk.program.marks[mark]
        for tracks, members in _by_panel(desk, mark, people):
            sheet = sheet_of(desk, mark, members)
            if sheet:
                found.append(panel_report(mark, tracks, sheet, spec.weights))
    return tuple(found)


def _by_panel(
    desk: Desk, mark: str, people: tuple[Participant, ...]
) -> list[tuple[tuple[str, ...], tuple[Participant, ...]]]:
    """Tracks with the same judges for every item, and the people in them."""
    items = desk.program.marks[mark].items or ("",)
    panels: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for track in desk.program.all_tracks:
        panels.setdefault(tuple(desk.roster.of(mark, item, track.id) for item in items), []).append(track.id)
    if len(panels) == 1:
        return [(tuple(track.id for track in desk.program.all_tracks), people)]
    return [(tuple(tracks), tuple(one for one in people if one.track in tracks)) for tracks in panels.values()]
