"""Money in whole rupiah: `Rp 3.500.000`, `3,5 juta`, `2-3 jt`, `5 jt/bulan`, `< 2M` (M is miliar)."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.amount import in_limits, limited, number_of, plain, ranged, readings, split_range
from ikmctl.sheets.fields.base import FieldContext, Parsed, Problem, failed, shown
from ikmctl.sheets.grid import Cell

_UNITS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("ribu", "rb", "rbu", "rebu", "k"), 10**3),
    **dict.fromkeys(("juta", "jt", "jta", "jutaan", "jtn"), 10**6),
    **dict.fromkeys(("miliar", "milyar", "miliard", "milyard", "m", "mlr", "mlyr", "mil"), 10**9),
    **dict.fromkeys(("triliun", "trilyun", "t"), 10**12),
}
_TERM: Final = re.compile(r"([0-9][0-9., ]*?)\s*([a-z]+)?(?:\s+(?=[0-9])|\Z)")
_MONEY: Final = re.compile(r"\b(?:rp|idr|rupiah)\b[.:]?\s*|\brp[.:]?\s*(?=[0-9])")
_PERIODS: Final[Mapping[str, str]] = {
    "hari": "day", "hr": "day", "minggu": "week", "mgg": "week", "bulan": "month", "bln": "month", "bl": "month",
    "tahun": "year", "thn": "year", "th": "year", "triwulan": "quarter", "semester": "half", "panen": "harvest",
    "produksi": "batch", "order": "order",
}  # fmt: skip
_PERIOD: Final = re.compile(rf"\s*(?:/|\bper\b|\btiap\b|\bsetiap\b|\bse)\s*({'|'.join(_PERIODS)})\b\.?\)?\Z")
_TAIL: Final = re.compile(r"(?:,-+|\.-+|,=|;|,00|\.00)\s*\Z|[.,]\s*\Z")
_IMPLAUSIBLE: Final = 10_000
"""A `1.500` below this may as well be thousands or millions, so the column's limits must tell."""
_DOUBTFUL: Final = 1_000_000
"""From here on `Rp` before a number under a header `(Rp.000)` may have been written out in full."""
_SHARED: Final = 1_000
_LARGEST: Final = Decimal(10) ** 18


class _Amount(NamedTuple):
    """One amount: whether a unit word stood there, and what it would be if its separator meant the other thing."""

    value: Decimal
    worded: bool
    other: Decimal | None = None


def _term(text: str) -> _Amount | None:
    """One amount such as `3 juta 500 ribu`."""
    if direct := readings(text):
        return _Amount(direct[0], worded=False)
    total, last, position, other = Decimal(0), 0, 0, None
    while position < len(text):
        found = _TERM.match(text, position)
        values = readings(found[1].strip()) if found else ()
        unit = _UNITS.get(found[2] or "", 0) if found else 0
        if not found or not values or not unit or (last and unit >= last):
            return None
        total += values[0] * unit
        other = values[1] * unit if len(values) > 1 and not last else None
        last, position = unit, found.end()
    return _Amount(total, worded=True, other=other) if position else None


@lru_cache(maxsize=4096)
def _strip(text: str) -> tuple[str, str, bool]:
    """The amount without currency and period words, the period, and whether `Rp` stood there."""
    if text.isdigit():
        return text, "", False
    period = None if text[-1].isdigit() else _PERIOD.search(text)
    body = text[: period.start()] if period else text
    bare = _MONEY.sub("", body).strip(" ()")
    tidy = bare if bare[-1:].isalnum() and not bare.endswith("00") else _TAIL.sub("", bare).strip()
    return tidy, _PERIODS[period[1]] if period else "", bare != body


def _ends(text: str) -> tuple[_Amount | None, _Amount | None, bool] | None:
    """Low end, high end and whether the bound itself is out; None where the text is no amount."""
    cut = split_range(text)
    low = _term(_TAIL.sub("", cut.low).strip()) if cut.low else None
    high = low if cut.high == cut.low else _term(_TAIL.sub("", cut.high or "").strip())
    if (cut.low and low is None) or (cut.high and high is None) or not (low or high):
        return None
    if low and high and cut.low != cut.high:
        if high.worded and not low.worded:
            unit = next((size for word, size in _UNITS.items() if re.search(rf"(?<![a-z]){word}\Z", cut.high or "")), 1)
            shared = low.value < _SHARED and low.value * unit < high.value
            low = _Amount(low.value * unit, worded=True) if shared else low
            if low.value < _SHARED:
                return None
        if low.value > high.value:
            return None
    return low, high, cut.strict


def _scaled(amount: _Amount, context: FieldContext) -> Decimal:
    product = amount.value if amount.worded else amount.value * context.multiplier
    return product if abs(product) >= _LARGEST else product.quantize(Decimal(1), ROUND_HALF_UP)


def _single(text: str, amount: _Amount, context: FieldContext, *, currency: bool) -> Decimal | None:
    """The amount of one number, or None where the column's limits leave two readings standing."""
    value = _scaled(amount, context)
    others: tuple[Decimal, ...] = () if amount.other is None else (amount.other,)
    if not amount.worded and context.multiplier == 1 and len(readings(text)) > 1 and value < _IMPLAUSIBLE:
        others = (value * 1000, value * 10**6)
    if not amount.worded and context.multiplier > 1 and currency and amount.value >= _DOUBTFUL:
        others = (amount.value.quantize(Decimal(1), ROUND_HALF_UP),)
    if not others:
        return value
    limits = context.least is not None or context.most is not None
    fitting = [item for item in (value, *others) if in_limits(item, context)] if limits else []
    return fitting[0] if len(fitting) == 1 else None


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read an amount. A range keeps both ends, and its lower one as value."""
    if cell.kind in ("date", "bool"):
        return _not_money(cell, context)
    if cell.kind == "number":
        value = number_of(cell)
        if value is None or abs(_scaled(_Amount(value, worded=False), context)) >= _LARGEST:
            return _not_money(cell, context)
        return limited(_scaled(_Amount(value, worded=False), context), context)
    body, period, currency = _strip(plain(cell.value))
    ends = _ends(body)
    if ends is None or any(end and _scaled(end, context) >= _LARGEST for end in ends[:2]):
        return _not_money(cell, context)
    monthly = period not in ("", "year")
    notes = (Problem("IKM273", {"found": shown(cell.value, context)}, Severity.WARNING),) if monthly else ()
    low, high, strict = ends
    if low and low == high:
        single = _single(body, low, context, currency=currency)
        if single is None:
            return failed("IKM247", found=shown(cell.value, context))
        return limited(single, context, *notes, note=period)
    first = _scaled(low, context) + strict if low else None
    last = _scaled(high, context) - strict if high else None
    return ranged(first, last, context, *notes, note=period)


def _not_money(cell: Cell, context: FieldContext) -> Parsed:
    return failed("IKM282", found=shown(cell.value, context))
