"""What columns without a header seem to hold, judged by the shape of their values alone."""

import re
from collections.abc import Sequence
from typing import Final

from ikmctl.sheets.grid import Grid, column_letters, describe

_SHAPES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("NIK", re.compile(r"'?[0-9]{16}\Z")),
    ("NIB", re.compile(r"'?[0-9]{13}\Z")),
    ("No. HP", re.compile(r"(?:\+?62|0)8[0-9 .-]{7,14}\Z")),
    ("Email", re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}\Z", re.IGNORECASE)),
    ("Jenis kelamin", re.compile(r"(?:L|P|Lk|Pr|Laki-?\s?laki|Perempuan|Wanita|Pria)\Z", re.IGNORECASE)),
    ("No. peserta", re.compile(r"[A-Z]{1,4}[-.]?[0-9]{2,5}\Z")),
    ("Nama", re.compile(r"[A-Z][A-Za-z'.,]+(?: [A-Z][A-Za-z'.,]*){1,5}\Z")),
)
_LOOKED_AT: Final = 20
_MOST: Final = 12


def _kind_of(values: Sequence[tuple[str, str]]) -> str:
    """The shape of three quarters of the values, or nothing."""
    for name, shape in _SHAPES:
        if sum(1 for text, _ in values if shape.match(text)) * 4 >= len(values) * 3:
            return name
    return "Tanggal" if all(kind == "date" for _, kind in values) else ""


def guess_columns(grid: Grid) -> str:
    """A guess such as `A = NIK, C = No. HP`; it never shows a value. Empty where nothing is recognised."""
    parts = []
    for column in range(min(grid.width, _MOST)):
        cells = [describe(grid.raw(row, column)) for row in range(min(grid.height, _LOOKED_AT))]
        values = [(text, kind) for text, kind in cells if text]
        if values and (name := _kind_of(values)):
            parts.append(f"{column_letters(column)} = {name}")
    return ", ".join(parts)
