"""Days: `17 Agustus 1987`, `Bandung, 17-08-1987`, `17081987`, `32006` (a spreadsheet's day count)."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.base import FieldContext, Parsed, Problem, clean, failed, fold, shown, warned
from ikmctl.sheets.fields.calendar_ import MONTHS, WEEKDAYS, from_serial, real_day
from ikmctl.sheets.grid import Cell

_SEPARATOR: Final = r"\s*[-/.\s–]\s*"  # people type an en dash
_BIG_FIRST: Final = re.compile(rf"([12][0-9]{{3}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}})\Z")
_DAY_FIRST: Final = re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}}|[0-9]{{2}})\Z")
_WORDED: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[-/.,\s]*([a-z]+)[-/.,\s']*([0-9]{4}|[0-9]{2})\Z")
_MONTH_FIRST: Final = re.compile(r"([a-z]+)[\s.]*([0-9]{1,2})(?:st|nd|rd|th)?[,\s]+([0-9]{4})\Z")
_EIGHT: Final = re.compile(r"[0-9]{8}\Z")
_SEVEN: Final = re.compile(r"[0-9]{7}\Z")
_FIVE: Final = re.compile(r"[0-9]{4,5}(?:\.0+)?\Z")
_LEAD: Final = re.compile(r"^[^0-9]*[,:]\s*(?=[0-9a-z])|^(?:tgl|tanggal|ttl)\b[.:\s]*")
_PLACE: Final = re.compile(r"^[a-z.()'\s/-]+?[\s,./-]+(?=[0-9]{1,2}[-/.,\s])")
_YEAR: Final = re.compile(r"(?:th|thn|tahun|sejak)?[.\s]*((?:19|20)[0-9]{2})\Z")
_MONTH_YEAR: Final = re.compile(r"([a-z]+|[0-9]{1,2})[-/.,\s]+((?:19|20)[0-9]{2})\Z")
_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(2100, 12, 31)
_MONTHS_A_YEAR: Final = 12
_SHORT_YEAR: Final = 2
_HABIT: Final = 2

Parts = tuple[int, int, int, bool]
"""Year, month, day, and whether the year had two digits only."""


def _full_year(text: str, pivot: int) -> tuple[int, bool]:
    if len(text) > _SHORT_YEAR:  # two digits or four
        return int(text), False
    return int(text) + (2000 if int(text) <= pivot % 100 else 1900), True


def _digits(text: str) -> Parts | None:
    """`17081987` and `19870817`; a number cell lost the zero of `5081987`."""
    if _SEVEN.match(text):
        text = f"0{text}"
    if not _EIGHT.match(text):
        return None
    if _FIRST.year <= int(text[4:]) <= _LAST.year and 1 <= int(text[2:4]) <= _MONTHS_A_YEAR:  # years that people write
        return int(text[4:]), int(text[2:4]), int(text[:2]), False
    return int(text[:4]), int(text[4:6]), int(text[6:]), False


def _parts(text: str, pivot: int, *, month_first: bool) -> Parts | None:
    if found := _BIG_FIRST.match(text):
        return int(found[1]), int(found[2]), int(found[3]), False
    if found := _DAY_FIRST.match(text):
        first, second = int(found[1]), int(found[2])
        day, month = (second, first) if month_first else (first, second)
        year, short = _full_year(found[3], pivot)
        return year, month, day, short
    if (found := _WORDED.match(text)) and found[2] in MONTHS:
        year, short = _full_year(found[3], pivot)
        return year, MONTHS[found[2]], int(found[1]), short
    if (found := _MONTH_FIRST.match(text)) and found[1] in MONTHS:
        return int(found[3]), MONTHS[found[1]], int(found[2]), False
    return _digits(text)


def strip_lead(text: str) -> str:
    """Drop the place or weekday before a date: `Bandung, 17 Agustus 1987`."""
    body = clean(text).casefold()
    head, comma, tail = body.rpartition(",")
    if comma and any(ch.isdigit() for ch in tail) and not any(ch.isdigit() for ch in head):
        body = tail.strip()
    body = _LEAD.sub("", body).strip()
    if not body[:1].isdigit() and fold(body.split(" ", 1)[0]) not in MONTHS:
        body = _PLACE.sub("", body)
    words = body.split(" ", 1)
    return words[1] if len(words) > 1 and words[0].strip(",") in WEEKDAYS else body


@lru_cache(maxsize=8192)
def read_day(text: str, pivot: int, *, epoch_1904: bool = False, month_first: bool = False) -> tuple[str, bool, str]:
    """The ISO day, whether its year had two digits, and a problem code; `text` as typed, `pivot` the current year."""
    body = strip_lead(text)
    if _FIVE.match(body):
        day = from_serial(int(body.split(".", 1)[0]), epoch_1904=epoch_1904)
        return (day.isoformat(), False, "") if day else ("", False, "IKM268")
    parts = _parts(body, pivot, month_first=month_first)
    if parts is None:
        return "", False, "IKM268"
    year, month, number, short = parts
    day = real_day(year, month, number)
    if day is None:
        swapped = month > _MONTHS_A_YEAR and real_day(year, number, month)
        return "", short, "IKM270" if swapped else "IKM269"
    return (day.isoformat(), short, "") if _FIRST <= day <= _LAST else ("", short, "IKM272")


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a day. Two-digit years are taken as past and marked; impossible days are refused."""
    if cell.kind == "bool":
        return failed("IKM268", found=shown(cell.value, context))
    text = cell.value[:10] if cell.kind == "date" else cell.value
    if cell.kind == "number" and "." in text:
        text = text.split(".", 1)[0]
    iso, short, code = read_day(
        text, context.as_of.year, epoch_1904=context.epoch_1904, month_first=context.month_first and cell.kind == "text"
    )
    if code:
        last = _last_day(clean(text).casefold()) if context.coarse else None
        found = shown(cell.value, context)
        return warned(last, "IKM260", found=found, day=last) if last else failed(code, found=found)
    if short:
        century = f"{iso[:2]}00" if context.private else ""  # of a birth date no more is said
        params = {"year": "" if century else iso[:4], "century": century}
        return Parsed(iso, (Problem("IKM271", params, Severity.WARNING),))
    return Parsed(iso)


def _last_day(text: str) -> str | None:
    """The last day of a year or month given alone, so that nothing looks older than it may be."""
    if found := _YEAR.match(text):
        return f"{found[1]}-12-31"
    if found := _MONTH_YEAR.match(text):
        month = int(found[1]) if found[1].isdigit() else MONTHS.get(found[1], 0)
        after = real_day(int(found[2]) + month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1)
        return (after - timedelta(days=1)).isoformat() if after and 1 <= month <= _MONTHS_A_YEAR else None
    return None


def month_first(texts: Iterable[str]) -> bool:
    """Whether a column of text dates is month/day/year: two only make sense so, and none only the other way."""
    swapped = usual = 0
    for text in texts:
        found = re.match(r"\s*([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}\b", text)
        if found:
            swapped += int(found[2]) > _MONTHS_A_YEAR >= int(found[1])
            usual += int(found[1]) > _MONTHS_A_YEAR
    return swapped >= _HABIT and usual == 0
