"""NIB: the 13 digits of a business licence. There is no check digit."""

from typing import Final

from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, clean, failed
from ikmctl.sheets.fields.phone import no_number, scientific
from ikmctl.sheets.grid import Cell

_LENGTH: Final = 13
_SPACING: Final = str.maketrans("", "", " .-_")


def parse(cell: Cell, _: FieldContext) -> Parsed:
    """Read 13 digits; a number cell that lost its leading zero is refused."""
    if no_number(cell.value):
        return BLANK
    if scientific(cell.value):
        return failed("IKM251")
    digits = clean(cell.value).upper().removeprefix("NIB").strip(" :.").translate(_SPACING)
    if cell.kind == "number" and digits.isdigit() and len(digits) == _LENGTH - 1:
        return failed("IKM258", digits=len(digits), expected=_LENGTH)
    if not (digits.isascii() and digits.isdigit()) or len(digits) != _LENGTH:
        return failed("IKM259", digits=sum(ch.isdigit() for ch in digits), expected=str(_LENGTH))
    return Parsed(digits)
