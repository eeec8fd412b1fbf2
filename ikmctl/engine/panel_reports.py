"""Reports on the panel, one for each mark and each set of tracks that share its judges."""

from collections.abc import Iterable

from ikmctl.domain.participant import Participant
from ikmctl.engine.judging import judged_marks, sheet_of
from ikmctl.engine.panel.report import PanelReport, panel_report
from ikmctl.engine.sources.base import Desk


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
