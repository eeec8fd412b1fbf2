"""Decimal numbers with comma or dot: `3,5`, `1.500,25`, `12.5 %`."""

import re
from typing import Final

from ikmctl.sheets.fields.amount import in_limits, limited, number_of, plain, readings, tidy
from ikmctl.sheets.fields.base import FieldContext, Parsed, failed, shown
from ikmctl.sheets.grid import Cell

_UNITS: Final = re.compile(r"(?<=[0-9])\s*(?:%|persen|percent|km|m2|m|kg|ton|ha|jam|tahun|thn|unit|buah)\Z")


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read a decimal number; where `1.500` can be two numbers the column's limits decide, or nobody."""
    if cell.kind in ("date", "bool"):
        return failed("IKM244", found=shown(cell.value, context))
    if cell.kind == "number":
        value = number_of(cell)
        scaled = None if value is None else tidy(value * context.multiplier)
        return failed("IKM244", found=shown(cell.value, context)) if scaled is None else limited(scaled, context)
    text = plain(cell.value)
    typed = readings(text if text[-1:].isdigit() else _UNITS.sub("", text).strip())
    found = tuple(scaled for value in typed if (scaled := tidy(value * context.multiplier)) is not None)
    if not found:
        return failed("IKM244", found=shown(cell.value, context))
    fitting = [value for value in found if in_limits(value, context)]
    if len(fitting) > 1:
        return failed("IKM247", found=shown(cell.value, context))
    return limited(fitting[0] if fitting else found[0], context)
