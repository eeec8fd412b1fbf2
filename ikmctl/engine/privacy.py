"""Personal data where it must not be: numbers that may be a NIK, phone numbers, e-mail addresses in tracked text.

A number counts as a NIK where its province exists and its date stands in the calendar (+40 for women);
the chance that another 16-digit number looks like one is about 1 in 60. Hex digests are no numbers.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

_GAP: Final = r"[ .\-]?"
_NIK: Final = re.compile(rf"(?<![0-9A-Za-z]){_GAP.join([r'[0-9]'] * 16)}(?![0-9A-Za-z])")
_PHONE: Final = re.compile(rf"(?<![0-9A-Za-z./])(?:\+?62{_GAP}|0)8(?:{_GAP}[0-9]){{8,11}}(?![0-9A-Za-z])")
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_LONG: Final = re.compile(r"[0-9](?:[0-9]{9}|[0-9 .\-]{10})")
"""A sign of every NIK and phone number: ten digits in a row, or eleven digits and gaps. Days have fewer."""
_PROVINCES: Final = frozenset(
    (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)
_WOMEN: Final = 40
_LEAP_YEAR: Final = 2000
_MONTHS: Final = 12
_MADE_UP_SERIALS: Final = "9"
_MADE_UP_PHONE: Final = "0000"
_MADE_UP_DOMAINS: Final = tuple(
    f".{name}" for name in ("example", "example.com", "example.org", "example.net", "example.id", "invalid", "test")
)


class Sight(Struct, frozen=True):
    """One place that may hold personal data. Lines and columns count from 1."""

    kind: Literal["nik", "phone", "email"]
    line: int
    column: int
    length: int


def is_nik_like(digits: str) -> bool:
    """Whether 16 digits have a province and a calendar date (the year's century is unknown)."""
    day, month = int(digits[6:8]), int(digits[8:10])
    day -= _WOMEN if day > _WOMEN else 0
    in_calendar = 1 <= month <= _MONTHS and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]
    return int(digits[:2]) in _PROVINCES and in_calendar and digits[12:] != "0000"


def _made_up(kind: str, found: str, digits: str) -> bool:
    """Whether the value is of the shapes that synthetic data uses."""
    if kind == "nik":
        return digits[12:].startswith(_MADE_UP_SERIALS)
    if kind == "phone":
        return _MADE_UP_PHONE in digits[4:]
    return f".{found.partition('@')[2].lower()}".endswith(_MADE_UP_DOMAINS)


def scan_line(text: str, line: int, *, synthetic: bool) -> Iterator[Sight]:
    """The sights of one line; with `synthetic` made-up shapes pass."""
    kinds: tuple[tuple[Literal["nik", "phone", "email"], re.Pattern[str]], ...] = (
        ("nik", _NIK), ("phone", _PHONE), ("email", _EMAIL),
    )  # fmt: skip
    for kind, pattern in kinds:
        for found in pattern.finditer(text):
            digits = "".join(filter(str.isdigit, found[0]))
            if kind == "nik" and not is_nik_like(digits):
                continue
            if not (synthetic and _made_up(kind, found[0], digits)):
                yield Sight(kind, line, found.start() + 1, len(found[0]))


def scan(text: str, *, synthetic: bool = False) -> Iterator[Sight]:
    """Every sight in a text, in the order of lines.

    Args:
        text: the text of one file.
        synthetic: made-up shapes pass: NIK serials 9000-9999, phones with 0000 in the middle, example domains.
    """
    if "@" not in text and not _LONG.search(text):
        return
    for line, words in enumerate(text.splitlines(), 1):
        if "@" in words or _LONG.search(words):
            yield from scan_line(words, line, synthetic=synthetic)
