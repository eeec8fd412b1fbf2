"""Parsers of values, one module per kind. A module is loaded when its kind is first asked for.

A new kind is one module with a `parse(cell, context)` and one line in `_MODULES`.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Final

from ikmctl.domain.fields import Kind
from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, Parser, Problem, clean, failed, fold
from ikmctl.sheets.grid import Cell

__all__ = ["FIELDS", "FieldContext", "Parsed", "Parser", "Problem", "clean", "fold"]

_MODULES: Final[dict[Kind, str]] = {
    "attendance": "attendance",
    "choice": "choice.choice",
    "day": "day",
    "decimal": "decimal_",
    "disability": "disability",
    "district": "region.district",
    "education": "education",
    "email": "email",
    "flag": "flag",
    "gender": "gender",
    "group": "alias.group",
    "integer": "integer",
    "kbli": "kbli",
    "label": "text.label",
    "moment": "moment",
    "multi": "choice.multi",
    "name": "name",
    "nib": "nib",
    "nik": "nik",
    "npwp": "npwp",
    "number": "number",
    "occupation": "occupation",
    "phone": "phone",
    "province": "region.province",
    "regency": "region.regency",
    "rupiah": "rupiah",
    "score": "score",
    "text": "text.text",
    "track": "alias.track",
    "unit": "unit",
    "village": "region.village",
}
"""Kind -> module of this package, and the function in it where that is not `parse`."""

LONGEST: Final = 2000
"""Characters in a cell; more is not a value, and would make the patterns slow."""
_DASHES: Final = frozenset("-–—_.:/?*'`\"")


def _guarded(parser: Parser, cell: Cell, context: FieldContext) -> Parsed:
    """Answer blank, error, formula and endless cells alike for every kind."""
    if len(cell.value) > LONGEST:
        return failed("IKM242", length=len(cell.value), most=LONGEST)
    if cell.value[:1].isalnum() and cell.kind == "text":
        return parser(cell, context)
    if cell.kind == "error":
        return failed("IKM240", found=cell.value)
    if cell.kind == "formula":
        return failed("IKM241")
    blank = cell.kind == "empty" or _DASHES.issuperset(clean(cell.value).replace(" ", ""))
    return BLANK if blank else parser(cell, context)


class _Fields(Mapping[Kind, Parser]):
    def __init__(self) -> None:
        self._loaded: dict[Kind, Parser] = {}

    def __getitem__(self, kind: Kind) -> Parser:
        if kind not in self._loaded:
            module, _, name = _MODULES[kind].partition(".")
            found: Parser = getattr(import_module(f"{__name__}.{module}"), name or "parse")
            self._loaded[kind] = partial(_guarded, found)
        return self._loaded[kind]

    def __iter__(self) -> Iterator[Kind]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


FIELDS: Final[Mapping[Kind, Parser]] = _Fields()
"""The parser of each kind. A parser never raises, whatever the cell holds."""
