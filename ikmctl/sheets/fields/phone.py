"""Phone numbers in E.164: `+6281200001234`."""

import re
from typing import Final

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, Problem, clean, failed, fold
from ikmctl.sheets.grid import Cell

NONE: Final = frozenset((
    "tidak ada", "tdk ada", "belum ada", "belum punya", "tidak punya", "belum", "tidak", "nihil", "kosong", "n a", "na",
    "null", "none", "tidak tahu", "lupa", "belum memiliki", "tidak memiliki", "proses", "dalam proses",
))  # fmt: skip
"""Words that mean that somebody has no such number."""

_APART: Final = re.compile(r"\s*(?:[/;,|&\n]|\bdan\b|\batau\b)\s*")
_LABEL: Final = re.compile(r"^(?:no|nomor|hp|wa|whatsapp|telp|tlp|telepon|phone)\b[.:\s]*", re.IGNORECASE)
_SCIENTIFIC: Final = re.compile(r"[0-9][.,][0-9]+\s*e\s*\+?\s*[0-9]+\Z", re.IGNORECASE)
_ALLOWED: Final = re.compile(r"[+0-9(). -]*[0-9][+0-9(). -]*\Z")
_STARTS: Final = frozenset("0123456789+(")
_SPACING: Final = str.maketrans("", "", "+(). -")
_FEWEST: Final = 8
"""Digits after 62: the shortest landline numbers have eight (`0293 12345`)."""
_MOST: Final = 12
_FOREIGN: Final = re.compile(r"[1-9][0-9]{7,14}\Z")


def no_number(text: str) -> bool:
    """Whether the words say that there is no number."""
    return text[:1] not in _STARTS and fold(text) in NONE


def scientific(text: str) -> bool:
    """Whether a number was turned into `8.12E+11`, which lost its digits."""
    return "e" in text.casefold() and bool(_SCIENTIFIC.match(clean(text)))


def to_e164(text: str) -> str | None:
    """One Indonesian or fully written foreign number in E.164, or None."""
    plain = clean(text)
    while plain[:1].isalpha() and (bare := _LABEL.sub("", plain)) != plain:
        plain = bare
    if not _ALLOWED.match(plain):
        return None
    digits = plain.translate(_SPACING)
    if plain.startswith("+") and not digits.startswith("62"):
        return f"+{digits}" if _FOREIGN.match(digits) else None
    if digits.startswith("00"):
        digits = digits[2:]
        if not digits.startswith("62"):
            return f"+{digits}" if _FOREIGN.match(digits) else None
    local = digits[2:] if digits.startswith("62") and len(digits) > _FEWEST + 1 else digits
    local = local.removeprefix("0")
    if not _FEWEST <= len(local) <= _MOST or local[0] in "01":
        return None
    return f"+62{local}"


def parse(cell: Cell, _: FieldContext) -> Parsed:
    """Read a phone number; of several in one cell the first is kept."""
    if no_number(cell.value):
        return BLANK
    if scientific(cell.value):
        return failed("IKM251")
    whole = to_e164(cell.value)
    if whole:
        return Parsed(whole)
    pieces = [piece for piece in _APART.split(clean(cell.value)) if piece]
    numbers = [number for number in map(to_e164, pieces) if number]
    if len(pieces) > 1 and len(numbers) == len(pieces):
        return Parsed(numbers[0], (Problem("IKM266", {"count": len(numbers)}, Severity.NOTE),))
    return failed("IKM265", digits=sum(ch.isdigit() for ch in cell.value))
