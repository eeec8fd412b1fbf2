"""All columns of a sheet, row by row: remembers repeated values and lets regions narrow each other."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from ikmctl.domain.fields import Kind
from ikmctl.sheets.fields import FIELDS
from ikmctl.sheets.fields.base import FieldContext, Parsed, Parser
from ikmctl.sheets.grid import Cell

_REMEMBERED: Final = 4096
_WIDE_TO_NARROW: Final = ("province", "regency", "district", "village")
_NARROWED: Final = ("regency", "district")


class Column:
    """One mapped column: its kind, its context, and the answers for values already seen."""

    __slots__ = ("_context", "_inside", "_parser", "_seen", "field", "kind")

    def __init__(self, field: str, kind: Kind, context: FieldContext) -> None:
        self.field = field
        self.kind = kind
        self._context = context
        self._parser: Parser = FIELDS[kind]
        self._seen: dict[tuple[str, str, str], Parsed] = {}
        self._inside: dict[str, FieldContext] = {}

    def parse(self, cell: Cell, within: str = "") -> Parsed:
        """Read one cell; `within` is the code of the region that wider columns of the row gave."""
        key = (cell.value, cell.kind, within)
        known = self._seen.get(key)
        if known is not None:
            return known
        context = self._context
        if within:
            context = self._inside.setdefault(within, replace(context, within=within))
        answer = self._parser(cell, context)
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        self._seen[key] = answer
        return answer


class RowReader:
    """Reads rows with the same columns."""

    def __init__(self, columns: Iterable[Column]) -> None:
        order = {field: place for place, field in enumerate(_WIDE_TO_NARROW)}
        self._columns = sorted(columns, key=lambda column: order.get(column.field, -1))

    def read(self, cells: Mapping[str, Cell]) -> dict[str, Parsed]:
        """Parse the cells of one row, by field id; a field without a cell is left out."""
        answers: dict[str, Parsed] = {}
        within = ""
        for column in self._columns:
            cell = cells.get(column.field)
            if cell is None:
                continue
            narrowed = column.field in _NARROWED
            answer = column.parse(cell, within if narrowed else "")
            answers[column.field] = answer
            if answer.value and column.field in _WIDE_TO_NARROW[:2]:
                within = answer.value
        return answers
