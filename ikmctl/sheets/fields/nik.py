"""NIK: 16 digits that carry region, birth date, gender and a serial. There is no check digit."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.participant import NIK_LENGTH
from ikmctl.domain.regions import regency_known
from ikmctl.sheets.fields.base import FieldContext, Parsed, Problem, clean, failed
from ikmctl.sheets.fields.calendar_ import real_day
from ikmctl.sheets.fields.phone import scientific
from ikmctl.sheets.grid import Cell

_SPACING: Final = str.maketrans("", "", " .-_")
_WOMAN: Final = 40
_ENOUGH: Final = 20


class NikFacts(Struct, frozen=True):
    """What a NIK says of its owner. `region` is where it was first issued, not where they live."""

    region: str
    birth: date
    gender: str


@lru_cache(maxsize=16384)
def _birth(digits: str, pivot: int) -> date | None:
    day, month, short = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    day -= _WOMAN * (day > _WOMAN)
    near, far = (2000 + short, 1900 + short) if 2000 + short <= pivot else (1900 + short, 2000 + short)
    return real_day(near, month, day) or (real_day(far, month, day) if far <= pivot else None)


def decode(nik: str, pivot: int) -> NikFacts | None:
    """Read the facts of 16 digits, or None where the birth date cannot be; `pivot` is the current year."""
    birth = _birth(nik[6:12], pivot)
    gender = "female" if int(nik[6:8]) > _WOMAN else "male"
    return NikFacts(f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}", birth, gender) if birth else None


@lru_cache(maxsize=1024)
def _unknown(region: str) -> str:
    return regency_known(f"{region[:2]}.{region[2:]}")


def _check(nik: str, pivot: int) -> Problem | None:
    known = _unknown(nik[:4])
    if known == "province" or nik[4:6] == "00":
        return Problem("IKM255", {"digits": "1-2" if known == "province" else "5-6"})
    if _birth(nik[6:12], pivot) is None:
        return Problem("IKM254")
    if nik.endswith("0000"):
        return Problem("IKM256")
    return Problem("IKM255", {"digits": "1-4"}, Severity.WARNING) if known == "regency" else None


def read_nik(text: str, pivot: int) -> tuple[str | None, Problem | None]:
    """The 16 digits of a text, and what is wrong with them."""
    digits = clean(text).translate(_SPACING)
    if not (digits.isascii() and digits.isdecimal()):
        return None, Problem("IKM253")
    if len(digits) != NIK_LENGTH:
        return None, Problem("IKM252", {"digits": len(digits)})
    problem = _check(digits, pivot)
    return (None if problem and problem.severity is Severity.ERROR else digits), problem


def damaged(niks: Collection[str]) -> Problem | None:
    """Whether so many NIKs of a column end in 0 that it must have been a number column once."""
    zeros = sum(nik.endswith("0") for nik in niks)
    if len(niks) < _ENOUGH or zeros * 10 <= len(niks) * 3:
        return None
    return Problem("IKM257", {"share": zeros * 100 // len(niks)}, Severity.WARNING)


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a NIK from a text cell. A number cell is refused: Excel keeps 15 digits only."""
    if scientific(cell.value):
        return failed("IKM251")
    if cell.kind != "text":
        return failed("IKM250", digits=sum(ch.isdigit() for ch in cell.value))
    value, problem = read_nik(cell.value, context.as_of.year)
    return Parsed(value, (problem,) if problem else ())
