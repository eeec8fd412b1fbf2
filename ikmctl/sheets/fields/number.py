"""Participant and registration numbers that the sheet brings along."""

from ikmctl.domain.participant import NIK_LENGTH, is_number
from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, shown
from ikmctl.sheets.grid import Cell


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a number such as `P017`; upper case, blanks dropped. Sixteen digits are a NIK, not a number."""
    plain = clean(cell.value).upper().replace(" ", "")
    if _holds_nik(plain):
        return failed("IKM281")
    if cell.kind in ("date", "bool") or not is_number(plain):
        return failed("IKM280", found=shown(cell.value, context))
    return Parsed(plain)


def _holds_nik(plain: str) -> bool:
    """Whether it is sixteen digits, or holds a NIK between other signs or with dots in it."""
    if sum(map(str.isdigit, plain)) < NIK_LENGTH:
        return False
    from ikmctl.engine.privacy import scan_line

    bare = len(plain) == NIK_LENGTH and plain.isdigit()
    return bare or any(sight.kind == "nik" for sight in scan_line(plain, 1, synthetic=False))
