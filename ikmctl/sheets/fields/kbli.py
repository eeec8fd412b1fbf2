"""KBLI: five digits of the business classification, of 2020 or of 2025."""

import re
from typing import Final

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, Problem, clean, shown, warned
from ikmctl.sheets.fields.phone import no_number
from ikmctl.sheets.grid import Cell

_CODE: Final = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")
_VINTAGE: Final = re.compile(r"\b(2020|2025)\b(?![0-9])")
_LETTER: Final = re.compile(r"^(?:kbli\b[\s:.]*)?(?:2020|2025)?\b[\s:.]*([a-v])?[\s.]*(?=[0-9]{2})", re.IGNORECASE)
_LOST: Final = 4
INDUSTRY: Final = range(10, 34)
"""Divisions of category C, the same in both vintages."""
_BOTH: Final = frozenset(
    (*range(1, 4), *range(5, 10), *INDUSTRY, 35, *range(36, 40), *range(41, 44), 46, 47, *range(49, 54), 55, 56,
     *range(58, 67), 68, *range(69, 76), *range(77, 83), 84, 85, *range(86, 89), *range(90, 94), *range(94, 97), 97, 98,
     99)
)  # fmt: skip
_ONLY_2020: Final = frozenset((45,))
"""Trade and repair of vehicles, which 2025 spreads over 46, 47 and 95."""


def vintage(code: str, text: str = "") -> str:
    """`2020`, `2025`, `2020/2025` where both know the division, or empty for neither."""
    division = int(code[:2])
    said = _VINTAGE.search(text)
    if division in _ONLY_2020:
        return "2020"
    if division not in _BOTH:
        return ""
    return said[1] if said else "2020/2025"


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read the first code of a cell such as `10794 - Industri Kerupuk`; oddities are warnings."""
    text = clean(cell.value)
    if no_number(text) or text == "0":
        return BLANK
    if cell.kind == "number" and len(text) == _LOST and text.isdigit():
        text = f"0{text}"
    codes = list(dict.fromkeys(_CODE.findall(_LETTER.sub("", text))))
    if not codes:
        return warned(None, "IKM262", found=shown(text, context))
    found = vintage(codes[0], text.replace(codes[0], ""))
    problems = [] if found else [Problem("IKM263", {"found": codes[0]}, Severity.WARNING)]
    if len(codes) > 1:
        problems.append(Problem("IKM266", {"count": len(codes)}, Severity.NOTE))
    return Parsed(codes[0], tuple(problems), note=found)
