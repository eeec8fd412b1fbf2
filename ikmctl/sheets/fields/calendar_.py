"""Indonesian and English words for months, and days of the calendar that exist."""

from datetime import date, timedelta
from typing import Final

_NAMES: Final = (
    "januari january jan djanuari januri i",
    "februari february feb pebruari peb febuari pebuari ii",
    "maret march mar mrt maaret iii",
    "april apr avril iv",
    "mei may mey v",
    "juni june jun djuni juny vi",
    "juli july jul djuli july vii",
    "agustus august agu ags agt aug agust agst agutus agustuss viii",
    "september sep sept septembar ix",
    "oktober october okt oct oktobar x",
    "november nov nopember nop novembar xi",
    "desember december des dec desembar xii",
)
MONTHS: Final = {word: number for number, words in enumerate(_NAMES, start=1) for word in words.split()}
"""Word, folded -> month. Roman numerals stand in old documents."""

WEEKDAYS: Final = frozenset((
    "senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "jum’at", "sabtu", "minggu", "ahad", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
))  # fmt: skip
_EPOCH_1900: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)
_FIRST_SERIAL: Final = 7_000
_LAST_SERIAL: Final = 60_000


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def from_serial(serial: int, *, epoch_1904: bool) -> date | None:
    """The day of a spreadsheet's day count, for counts that fall between 1919 and 2064."""
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return None
    return (_EPOCH_1904 if epoch_1904 else _EPOCH_1900) + timedelta(days=serial)
