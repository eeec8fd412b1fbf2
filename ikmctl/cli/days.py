"""Days as people type them: `2025-10-02`, `2-10-2025`, `2/10/2025`, `2 Oktober 2025`."""

import re
from datetime import date
from typing import Final

_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z")
_NUMBERS: Final = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})\Z")
_WORDS: Final = re.compile(r"([0-9]{1,2})[ -]([a-z]+)\.?[ -]([0-9]{4})\Z")
_MONTHS: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(words.split())
    for words in (
        "jan januari january", "feb peb februari pebruari february", "mar maret march", "apr april", "mei may",
        "jun juni june", "jul juli july", "agu agt agst agustus aug august", "sep sept september",
        "okt oktober oct october", "nov nop november nopember", "des desember dec december",
    )
)  # fmt: skip


def _month(word: str) -> int | None:
    return next((number for number, names in enumerate(_MONTHS, start=1) if word in names), None)


def read_day(text: str) -> date | None:
    """The day that `text` names, or None; the day stands before the month, as in Indonesia."""
    words = " ".join(text.lower().split())
    if found := _ISO.match(words):
        year, month, day = (int(part) for part in found.groups())
    elif found := _NUMBERS.match(words):
        day, month, year = (int(part) for part in found.groups())
    elif (found := _WORDS.match(words)) and (number := _month(found[2])):
        day, month, year = int(found[1]), number, int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
