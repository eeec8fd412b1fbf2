"""Timestamps: `29/09/2025 8:15:03`, `2025/09/29 8:15:03 AM GMT+7`, a spreadsheet's day count with a fraction."""

import re
from decimal import Decimal
from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, shown
from ikmctl.sheets.fields.day import parse as parse_day
from ikmctl.sheets.grid import Cell

_CLOCK: Final = re.compile(
    r"[\s,t]+(?:pukul\s+|jam\s+)?([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?(?:[.,][0-9]+)?\s*"
    r"(am|pm)?\s*(?:z|wib|wita|wit|(?:gmt|utc)?\s*[+-]\s*[0-9]{1,2}(?::?[0-9]{2})?|gmt|utc)?\Z",
    re.IGNORECASE,
)
_SECONDS: Final = 86_400
_HALF_DAY: Final = 12
_SIXTY: Final = 60
_SERIAL: Final = re.compile(r"[0-9]{4,5}\.[0-9]{1,20}\Z")


def _clock(found: "re.Match[str] | None") -> str | None:
    """`HH:MM:SS`, midnight where no time was given, None where there is no such time."""
    if found is None:
        return "00:00:00"
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").casefold()
    if half and not 1 <= hour <= _HALF_DAY:  # the hours of a half day
        return None
    hour = hour % _HALF_DAY + _HALF_DAY * (half == "pm") if half else hour
    return f"{hour:02d}:{minute:02d}:{second:02d}" if hour < 2 * _HALF_DAY and max(minute, second) < _SIXTY else None


def _fraction(text: str) -> str:
    """The time of day of a day count such as `45929.34378472`, rounded to seconds."""
    share = Decimal(text) % 1 if _SERIAL.match(text) else Decimal(0)
    seconds = min(int(share * _SECONDS + Decimal("0.5")), _SECONDS - 1)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a moment as `2025-09-29T08:15:03`, in the sheet's own time."""
    if cell.kind == "number":
        clock: str | None = _fraction(cell.value)
        day = parse_day(cell, context)
    else:
        text = clean(cell.value)
        found = _CLOCK.search(text)
        clock = _clock(found)
        day = parse_day(Cell(text[: found.start()] if found else text, cell.kind, cell.address), context)
    if clock is None:
        return failed("IKM269", found=shown(cell.value, context))
    return Parsed(f"{day.value}T{clock}", day.problems) if day.value else day
