"""A short way to read one value."""

from datetime import date
from typing import Any

import pytest
from unit.sheets.fields.reading import Codes, Read

from ikmctl.sheets.fields import FIELDS, FieldContext, Parsed
from ikmctl.sheets.grid import Cell


@pytest.fixture
def read() -> Read:
    def _read(kind: Any, value: str, cell: Any = "text", **context: Any) -> Parsed:
        known = {"as_of": date(2025, 9, 29), "region": "33.24"} | context
        return FIELDS[kind](Cell(value, cell, "F23"), FieldContext(**known))

    return _read


@pytest.fixture
def codes() -> Codes:
    def _codes(parsed: Parsed) -> list[str]:
        return [problem.code for problem in parsed.problems]

    return _codes
