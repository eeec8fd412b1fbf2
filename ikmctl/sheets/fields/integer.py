"""Whole numbers: `12`, `1.500`, `5 orang`."""

import re
from decimal import Decimal
from typing import Final

from ikmctl.sheets.fields.amount import in_limits, limited, number_of, plain, ranged, readings, split_range
from ikmctl.sheets.fields.base import FieldContext, Parsed, failed, shown
from ikmctl.sheets.grid import Cell

_UNITS: Final = re.compile(
    r"(?<=[0-9])\s*(?:orang|org|pekerja|karyawan|tahun|thn|th|bulan|bln|hari|kali|x|unit|buah|bh|pcs|kg|km|m|ha|%|"
    r"people|workers|years?|jam)\.?(?!\w)"
)


def wholes(text: str) -> list[Decimal]:
    """The whole numbers that a text can mean: `1.500` one, `5.000` two, `3,5` none."""
    return [value for value in readings(_UNITS.sub("", text).strip()) if value == value.to_integral_value()]


def whole(text: str) -> Decimal | None:
    """The one whole number that a text means, or None."""
    found = wholes(text)
    return found[0] if len(found) == 1 else None


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a whole number; of a range (`5-10`) the lower end is the value and both ends are kept.

    Where `5.000` can be two numbers the column's limits decide, or nobody.
    """
    wrong = failed("IKM243", found=shown(cell.value, context))
    if cell.kind in ("date", "bool"):
        return wrong
    if cell.kind == "number":
        value = number_of(cell)
        return limited(value, context) if value is not None and value == value.to_integral_value() else wrong
    text = plain(cell.value)
    direct = wholes(text)
    fitting = [value for value in direct if in_limits(value, context)] or direct
    if len(fitting) > 1:
        return failed("IKM247", found=shown(cell.value, context))
    if fitting:
        return limited(fitting[0], context)
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
