"""Numbers as people write them: `1.500,00`, `3,5`, `2-3`, `kurang dari 5`, `5 orang`."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.numbers import format_decimal
from ikmctl.sheets.fields.base import FieldContext, Parsed, Problem, clean
from ikmctl.sheets.grid import Cell

_DIGITS: Final = re.compile(r"[0-9]{1,18}(?:[.,][0-9]{1,18})?\Z")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,]([0-9]{1,18}))?\Z")
_WHOLE_DIGITS: Final = 18
_DECIMALS: Final = 12
_PLACES: Final = Decimal(1).scaleb(-_DECIMALS)
_ENDS: Final = 2


class Range(Struct, frozen=True):
    """What a bound word or a dash says: ends included, None where open."""

    low: str | None
    high: str | None
    strict: bool = False
    """Whether the bound itself is left out (`< 5`)."""


def tidy(value: Decimal) -> Decimal | None:
    """At most 18 digits before the point and 12 after it (spreadsheets carry binary dust), or None."""
    if not value.is_finite() or value.adjusted() >= _WHOLE_DIGITS:
        return None
    exponent = value.as_tuple().exponent
    return (
        value.quantize(_PLACES, ROUND_HALF_UP) if isinstance(exponent, int) and exponent < -_DECIMALS else value
    )  # the 12 of _PLACES


@lru_cache(maxsize=1024)
def readings(text: str) -> tuple[Decimal, ...]:
    """Every number that `text` can mean, the likelier first: `1.500` is 1500 or 1.5, `3,5` only 3.5."""
    sign = -1 if text.startswith(("-", "−")) else 1
    body = text.lstrip("+-−").strip()
    found: list[Decimal] = []
    grouped = _GROUPED.match(body)
    if grouped and not body.startswith("0"):
        whole = re.sub(r"[^0-9]", "", body[: grouped.start(2) - 1] if grouped[2] else body)
        if len(whole) <= _WHOLE_DIGITS:
            found.append(Decimal(f"{whole}.{grouped[2] or 0}"))
    if _DIGITS.match(body) and not (grouped and grouped[2]):
        found.append(Decimal(body.replace(",", ".")))
    exact = [tidy(sign * value) for value in found]
    return tuple(dict.fromkeys(value for value in exact if value is not None))


_ABOUT: Final = r"(?:kurang lebih|sekitar|kira-kira|kurleb|kl\.|rata-rata|±|\+/-|~|total)\s*"
_BOUND: Final = re.compile(
    rf"(?:{_ABOUT})*(?:"
    r"(?P<at_most><=|≤|maksimal|maksimum|maks|max|paling banyak|sampai dengan|s/d|hingga)|"
    r"(?P<at_least>>=|≥|minimal|minimum|min|paling sedikit|mulai|sedikitnya)|"
    r"(?P<below>kurang dari|di ?bawah|<)|(?P<above>lebih dari|di ?atas|>)"
    r")?[.:]?\s*"
)
_DASH: Final = re.compile(r"\s*(?:[-–—]|\bs\s*/?\s*d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bto\b)\s*")
_ONE: Final = re.compile(r"[0-9][0-9., ]*\Z")


def split_range(text: str) -> Range:
    """Cut `2-3`, `< 5`, `minimal 10` into ends; a single number is both ends."""
    body = text.strip()
    if _ONE.match(body):
        return Range(body, body)
    lead = _BOUND.match(body)
    body = body[lead.end() :] if lead else body
    side = lead.lastgroup if lead else None
    if side:
        low_side = side in ("above", "at_least")
        return Range(body if low_side else None, None if low_side else body, strict=side in ("below", "above"))
    ends = _DASH.split(body)
    if len(ends) == _ENDS and all(any(ch.isdigit() for ch in end) for end in ends):
        return Range(ends[0], ends[1])
    return Range(body, body)


def plain(text: str) -> str:
    """Lower case on one line, for the readers of numbers."""
    return clean(text).casefold().replace("−", "-")


def in_limits(value: Decimal, context: FieldContext) -> bool:
    """Whether the declared limits of the column admit a number."""
    return (context.least is None or value >= context.least) and (context.most is None or value <= context.most)


def limited(value: Decimal, context: FieldContext, *problems: Problem, note: str = "") -> Parsed:
    """The canonical text of a number, or the problem that it is outside the declared limits."""
    text = format_decimal(value)
    found = "#" * len(text) if context.private or context.sensitive else text
    if context.least is not None and value < context.least:
        return Parsed(None, (Problem("IKM245", {"found": found, "least": format_decimal(context.least)}),))
    if context.most is not None and value > context.most:
        return Parsed(None, (Problem("IKM246", {"found": found, "most": format_decimal(context.most)}),))
    return Parsed(text, problems, note=note)


def ranged(
    low: Decimal | None, high: Decimal | None, context: FieldContext, *others: Problem, note: str = ""
) -> Parsed:
    """A range, both ends included, None where it is open: its lower end is the value, with a warning.

    An end that nobody wrote is the column's own limit, or zero below.
    """
    above = None if high is None else limited(high, context)
    if low is not None and above is not None and above.value is None:
        return above
    first = low if low is not None else min(context.least or Decimal(0), high if high is not None else Decimal(0))
    checked = limited(first, context, Problem("IKM283", severity=Severity.WARNING), *others, note=note)
    if checked.value is None:
        return checked
    return checked._replace(low=checked.value, high=None if high is None else format_decimal(high))


def number_of(cell: Cell) -> Decimal | None:
    """The number in a number cell, without binary dust, or None where it is too large to be meant."""
    try:
        return tidy(Decimal(cell.value))
    except InvalidOperation:
        return None
