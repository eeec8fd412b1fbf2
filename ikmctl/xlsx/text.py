"""Text that a workbook can hold, and how much room it takes."""

import math
import re
import unicodedata
from typing import Final

LONGEST: Final = 32_767
"""Characters that Excel holds in one cell."""
TITLE_LONGEST: Final = 31

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SURROGATES: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_UNSEEN: Final = frozenset(("Cc", "Cf", "Zl", "Zp"))
_LAYOUT: Final = frozenset("\n\t\r")
_POINTS: Final = 15


def cell_text(text: str) -> str:
    """Text cut to what one cell holds, without code points that no XML file may carry.

    A character that turns the line around, moves a cursor or hides is shown as an escape.
    """
    shown = text if text.isprintable() else "".join(map(_shown, _SURROGATES.sub("\ufffd", text)))
    return shown[:LONGEST]


def _shown(char: str) -> str:
    if char in _LAYOUT or unicodedata.category(char) not in _UNSEEN:
        return char
    return char.encode("unicode_escape").decode()


def sheet_title(name: str, taken: frozenset[str] = frozenset()) -> str:
    """A sheet name that Excel accepts and that no other sheet has.

    Args:
        name: the wished name.
        taken: names in use, casefolded.
    """
    base = _FORBIDDEN.sub(" ", _SURROGATES.sub(" ", name)).strip("' ")[:TITLE_LONGEST].rstrip("' ") or "Sheet"
    title, number = base, 2
    while title.casefold() in taken or title.casefold() == "history":
        suffix = f" ({number})"
        title = base[: TITLE_LONGEST - len(suffix)] + suffix
        number += 1
    return title


def lines_of(text: str, width: float) -> int:
    """How many lines a wrapped text takes in a column of `width` characters."""
    room = max(1, int(width) - 1)
    return sum(max(1, math.ceil(len(line) / room)) for line in text.split("\n"))


def row_height(lines: int) -> int:
    """Height in points of a row of so many lines; Excel's most is 409."""
    return min(409, _POINTS * lines)
