"""The training days of a program and their attendance sessions."""

from datetime import date, timedelta
from typing import Final

from ikmctl.domain.program import Program

MOST_DAYS: Final = 366
"""Longest span of days that is worked out; a longer one is a fault that the checks report."""


def training_days(program: Program) -> tuple[date, ...]:
    """Days from start to end without the off days, in order; none where the dates make no sense."""
    dates = program.dates
    if dates is None or dates.end < dates.start or (dates.end - dates.start).days >= MOST_DAYS:
        return ()
    span = (dates.end - dates.start).days + 1
    days = (dates.start + timedelta(days=step) for step in range(span))
    return tuple(day for day in days if day not in dates.off)


def sessions(program: Program) -> tuple[str, ...]:
    """Ids of all attendance sessions in order, such as `2025-09-29/1`."""
    turns = range(1, program.dates.sessions_per_day + 1) if program.dates else ()
    return tuple(f"{day.isoformat()}/{turn}" for day in training_days(program) for turn in turns)
