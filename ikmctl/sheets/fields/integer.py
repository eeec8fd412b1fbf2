"""Whole numbers: `12`, `1.500`, `5 orang`."""

import re
from decimal import Decimal
from typing import Final

from ikmctl.sheets.fields.amount import limited, number_of, plain, ranged, readings, split_range
from ikmctl.sheets.fields.base import FieldContext, Parsed, failed, shown
from ikmctl.sheets.grid import Cell

_UNITS: Final = re.compile(
    r"(?<=[0-9])\s*(?:orang|org|pekerja|karyawan|tahun|thn|th|bulan|bln|hari|kali|x|unit|buah|bh|pcs|kg|km|m|ha|%|"
    r"people|workers|years?|jam)\.?(?!\w)"
)


def whole(text: str) -> Decimal | None:
    """The one whole number that a text means, or None."""
    found = [value for value in readings(_UNITS.sub("", text).strip()) if value == value.to_integral_value()]
    return found[0] if len(found) == 1 else None


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a whole number; of a range (`5-10`) the lower end is the value and both ends are kept."""
    wrong = failed("IKM243", found=shown(cell.value, context))
    if cell.kind in ("date", "bool"):
        return wrong
    if cell.kind == "number":
        value = number_of(cell)
        return limited(value, context) if value is not None and value == value.to_integral_value() else wrong
    text = plain(cell.value)
    direct = whole(text)
    if direct is not None:
        return limited(direct, context)
    ends = split_range(text)
    low, high = whole(ends.low or ""), whole(ends.high or "")
    if (
        (ends.low and low is None)
        or (ends.high and high is None)
        or (low is not None and high is not None and low > high)
    ):
        return wrong
    if low is not None and low == high:
        return limited(low, context)
    return ranged(None if low is None else low + ends.strict, None if high is None else high - ends.strict, context)
