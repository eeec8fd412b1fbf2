"""What all workbooks for offices share: looks of cells, head, signatures, Rupiah, attended sessions."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from ikmctl.domain.program import MarkSpec
from ikmctl.engine.sessions import sessions
from ikmctl.engine.sources.marks import attendance
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.official import lock, signers, signing_day
from ikmctl.render.documents.words import Words
from ikmctl.xlsx import RUPIAH, RUPIAH_LARGE, TITLE, Sheet, Style

CELL: Final = Style(border=True, valign="vcenter")
MIDDLE: Final = Style(border=True, align="center", valign="vcenter")
WIDE: Final = Style(border=True, wrap=True, valign="vcenter")
ID: Final = Style(border=True, form="@", valign="vcenter")
BOLD: Final = Style(bold=True)
HEAD: Final = Style(bold=True, wrap=True, border=True, fill="#D9E2F3", valign="vcenter", align="center")
THOUSAND_MILLION: Final = 10**9
_TWO: Final = 2


def rupiah_style(most: int, *, bold: bool = False) -> Style:
    """How amounts up to `most` look in a cell."""
    form = RUPIAH_LARGE if most >= THOUSAND_MILLION else RUPIAH
    return Style(border=True, align="right", valign="vcenter", bold=bold, form=form)


def head(sheet: Sheet, report: Report, heading: str, lines: Sequence[str] = ()) -> int:
    """Letterhead, heading, program and further lines; the row below them."""
    program = report.program
    over = [line for line in program.documents.letterhead if line]
    for row, line in enumerate(over):
        sheet.cell(row, 0, line, BOLD)
    start = len(over) + bool(over)
    sheet.cell(start, 0, heading, TITLE)
    for row, line in enumerate((program.title, *lines), start + 1):
        sheet.cell(row, 0, line)
    return start + 3 + len(lines)


def signatures(sheet: Sheet, row: int, report: Report, say: Words, columns: Sequence[int]) -> int:
    """Who signs, with room for the hand: one on the right, two at both ends, more side by side; the row below."""
    people = signers(report, say)
    if not people:
        return row
    right = columns[-1]
    place = report.program.documents.place or say("blank")
    sheet.cell(row, right, say("place", place=place, date=signing_day(report, say)))
    for at in range(0, len(people), len(columns)):
        line = people[at : at + len(columns)]
        places = (columns[0], right) if len(line) == _TWO else columns[-len(line) :]
        for one, column in zip(line, places, strict=True):
            below = (one["rank"], f"NIP {one['nip']}" if one["nip"] else "")
            sheet.cell(row + 1, column, one["role"])
            sheet.cell(row + 5, column, one["name"], BOLD)
            for step, text in enumerate(filter(None, below), 6):
                sheet.cell(row + step, column, text)
        row += 8
    return row + 1


def foot(report: Report, say: Words) -> str:
    """What stands below every page: lock and result."""
    return say("foot", lock=lock(report, say), result=report.result)


def session_marks(report: Report) -> dict[str, MarkSpec]:
    """Marks that are given per session, by id."""
    return {name: spec for name, spec in report.program.marks.items() if spec.per == "session"}


def attended(report: Report) -> dict[str, tuple[Fraction, int]]:
    """Sessions attended and sessions without a record, by number; nothing where no mark is per session."""
    marks = session_marks(report)
    if not marks:
        return {}
    name, spec = next(iter(marks.items()))
    codes = {code: Fraction(share) for code, share in spec.codes.items()}
    given: dict[str, dict[str, str]] = {number: {} for number in report.people}
    for mark in report.marks:
        if mark.mark == name:
            given.setdefault(mark.number, {})[mark.by] = mark.value
    every = sessions(report.program)
    return {number: attendance(one, every, codes) for number, one in given.items()}


def tracks(report: Report) -> dict[str, str]:
    """Names of tracks by id; the one implied track has none."""
    return {track.id: track.name if report.program.tracks else "" for track in report.program.all_tracks}
