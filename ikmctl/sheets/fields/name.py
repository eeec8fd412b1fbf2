"""Names of people and firms, as they are written."""

from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, shape, warned
from ikmctl.sheets.grid import Cell

_LONGEST: Final = 200
_IDENTIFIER: Final = 6


def parse(cell: Cell, _: FieldContext) -> Parsed:
    """Read a name; one word is a whole name. Spelling and titles stay as they are."""
    plain = clean(cell.value)
    if cell.kind == "text" and len(plain) <= _LONGEST and plain.replace(" ", "").isalpha():
        return Parsed(plain)
    if len(plain) > _LONGEST:
        return failed("IKM242", length=len(plain), most=_LONGEST)
    if cell.kind != "text" or (not any(ch.isalpha() for ch in plain) and any(ch.isdigit() for ch in plain)):
        return failed("IKM289", found=shape(plain))
    if not any(ch.isalpha() for ch in plain):
        return warned(plain, "IKM289", found=shape(plain))
    if sum(ch.isdigit() for ch in plain) >= _IDENTIFIER:
        return warned(plain, "IKM289", found=shape(plain))
    return Parsed(plain)
