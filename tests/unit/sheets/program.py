"""A small program for tests of the sheets layer."""

from typing import Any

from ikmctl.domain.program import Program
from ikmctl.sheets.grid import Grid
from ikmctl.sheets.vocabulary import Vocabulary, vocabulary


def program(**more: Any) -> Program:
    """A program with nothing but what every program needs."""
    return Program.model_validate({"id": "p", "title": "P", "as_of": "2025-01-01", "stages": [{"id": "s"}]} | more)


def words(**more: Any) -> Vocabulary:
    """The headers that such a program knows."""
    return vocabulary(program(**more))


def grid(*rows: list[Any], sheet: str = "Data", **more: Any) -> Grid:
    """A sheet of these rows."""
    return Grid("a.xlsx", sheet, list(rows), **more)
