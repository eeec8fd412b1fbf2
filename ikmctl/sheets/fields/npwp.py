"""NPWP: 15 digits of old, 16 now (`0` and the old ones, or a person's NIK); kept as 16."""

from typing import Final

from ikmctl.domain.participant import NIK_LENGTH
from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, clean, failed, warned
from ikmctl.sheets.fields.nik import decode
from ikmctl.sheets.fields.phone import no_number, scientific
from ikmctl.sheets.grid import Cell

_OLD: Final = 15
_CHECKED: Final = 9
_SPACING: Final = str.maketrans("", "", " .-_/")
_TEN: Final = 10
_DOUBLED: Final = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
"""Twice a digit, its own digits added."""


def luhn(digits: str) -> bool:
    """Whether the last digit checks the others (Luhn)."""
    total = sum(map(int, digits[::-2])) + sum(_DOUBLED[int(ch)] for ch in digits[-2::-2])
    return total % _TEN == 0


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read an NPWP; a wrong check digit or birth date inside it is a warning."""
    if no_number(cell.value):
        return BLANK
    if scientific(cell.value):
        return failed("IKM251")
    digits = clean(cell.value).upper().removeprefix("NPWP").strip(" :.").translate(_SPACING)
    if cell.kind == "number" and digits.isdigit():
        if len(digits) >= NIK_LENGTH:
            return failed("IKM250", digits=len(digits))
        if len(digits) == _OLD - 1:
            return failed("IKM258", digits=len(digits), expected=_OLD)
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in (_OLD, NIK_LENGTH):
        return failed("IKM259", digits=sum(ch.isdigit() for ch in digits), expected=f"{_OLD} / {NIK_LENGTH}")
    full = digits.zfill(NIK_LENGTH)
    sound = luhn(full[1 : _CHECKED + 1]) if full.startswith("0") else decode(full, context.as_of.year) is not None
    return Parsed(full) if sound else warned(full, "IKM261")
