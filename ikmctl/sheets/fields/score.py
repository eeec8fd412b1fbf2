"""Marks of tests: `80`, `82,5`, `80 / 100` as quizzes print them."""

import re
from decimal import Decimal
from typing import Final

from ikmctl.sheets.fields.amount import limited, plain, readings
from ikmctl.sheets.fields.base import FieldContext, Parsed, failed, shown
from ikmctl.sheets.fields.decimal_ import parse as parse_decimal
from ikmctl.sheets.grid import Cell

_QUIZ: Final = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,6})?)\s*(?:/|dari|of|out of)\s*([0-9]{1,6}(?:[.,]0+)?)\Z")


def parse(cell: Cell, context: FieldContext) -> Parsed:
    """Read one mark. A quiz out of another maximum than the mark's is refused, never re-scaled."""
    quiz = _QUIZ.match(plain(cell.value)) if cell.kind == "text" else None
    if not quiz:
        return parse_decimal(cell, context)
    value, total = readings(quiz[1].replace(",", "."))[-1], Decimal(quiz[2].replace(",", "."))
    if context.most is not None and total != context.most:
        return failed("IKM288", found=shown(cell.value, context), most=str(context.most))
    if value > total:
        return failed("IKM246", found=str(value), most=str(total))
    return limited(value, context)
