"""What a scoring method is: a table of numbers in, whole-number keys out."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Protocol, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.rule import Direction

Row: TypeAlias = tuple[Fraction, ...]


class Column(Struct, frozen=True):
    """One criterion as a method sees it."""

    id: str
    weight: int
    direction: Direction


class Matrix(Struct, frozen=True):
    """Exact values by participant number, one per column."""

    columns: tuple[Column, ...]
    rows: Mapping[str, Row]

    def column(self, index: int) -> tuple[Fraction, ...]:
        """All values of one column, in the order of rows."""
        return tuple(row[index] for row in self.rows.values())


class Scores(Struct, frozen=True):
    """Keys and points of everybody in a matrix; a score on 0-100 is `key / unit`."""

    keys: Mapping[str, int]
    unit: int
    points: Mapping[str, tuple[int, ...]]


class Steps(Struct, frozen=True):
    """The way from values to scores, for people who check by hand.

    Each table has a text key as its title, column heads, and one line of decimal text per participant.
    """

    formula: str
    tables: tuple["StepTable", ...]


class StepTable(Struct, frozen=True):
    """One table of a computation: `title` names its text."""

    title: str
    heads: tuple[str, ...]
    lines: Mapping[str, tuple[str, ...]]


class Oddity(Struct, frozen=True):
    """Something about the values that a method can only treat by a convention."""

    kind: str
    criterion: str
    is_error: bool = False
    params: Mapping[str, Param] = field(default_factory=dict)


class Method(Protocol):
    """A scoring method.

    A relative method sets values against those of the other candidates, so it is computed once over the
    pool; an absolute one gives each participant the same score whoever else applied.
    """

    name: str
    relative: bool
    summary: Mapping[str, str]
    formula: str

    def score(self, matrix: Matrix) -> Scores:
        """Keys, unit and points of all rows."""

    def steps(self, matrix: Matrix) -> Steps:
        """The same computation, laid open."""

    def oddities(self, matrix: Matrix) -> Iterable[Oddity]:
        """Columns that only a convention can treat: zeros, constants, negatives."""


class Weighted(Protocol):
    """Anything with a weight."""

    @property
    def weight(self) -> int:
        """A whole number, 0 or more."""


def total_weight(columns: Sequence[Weighted]) -> int:
    """Sum of weights, at least 1 so that nothing is divided by zero."""
    return max(1, sum(column.weight for column in columns))
