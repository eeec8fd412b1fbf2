"""Free text and labels."""

from typing import Final

from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, clean, failed
from ikmctl.sheets.grid import Cell

_LABEL: Final = 120
_EXACT_DIGITS: Final = 15
_CARD: Final = 10
"""From so many digits on, blanks and dots are only spelling."""
_SPACING: Final = str.maketrans("", "", " .-")


def text(cell: Cell, _: FieldContext) -> Parsed:
    """Read text as it stands, on one line."""
    plain = clean(cell.value)
    return Parsed(plain) if plain else BLANK


def label(cell: Cell, context: FieldContext) -> Parsed:
    """Read a word or number that groups people, such as a family card number."""
    plain = clean(cell.value)
    if cell.kind == "number" and len(plain) > _EXACT_DIGITS:
        return failed("IKM250", digits=len(plain))
    if len(plain) > _LABEL:
        return failed("IKM242", length=len(plain), most=_LABEL)
    digits = plain.translate(_SPACING)
    return Parsed(digits) if len(digits) >= _CARD and digits.isdecimal() else text(cell, context)
