"""Participant and registration numbers that the sheet brings along."""

from ikmctl.domain.participant import NIK_LENGTH, is_number
from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, shown
from ikmctl.sheets.grid import Cell


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a number such as `P017`; upper case, blanks dropped. Sixteen digits are a NIK, not a number."""
    plain = clean(cell.value).upper().replace(" ", "")
    if len(plain) == NIK_LENGTH and plain.isdigit():
        return failed("IKM281")
    if cell.kind in ("date", "bool") or not is_number(plain):
        return failed("IKM280", found=shown(cell.value, context))
    return Parsed(plain)
