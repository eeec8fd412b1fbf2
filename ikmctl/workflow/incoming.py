"""Rows on their way in: parsed values with the place they came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ikmctl.domain.diagnostic import Diagnostic, has_errors


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A row as the user sees it: the how-manieth file, its name, the sheet, the row's own number."""

    index: int
    file: str
    sheet: str
    row: int

    def text(self) -> str:
        """`peserta.xlsx!Form!23`, for lists."""
        return f"{self.file}!{self.sheet}!{self.row}" if self.sheet else f"{self.file}:{self.row}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row: canonical text by field (a blank cell is absent), cell addresses, and its problems."""

    origin: Origin
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    addresses: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether an error keeps the row out."""
        return has_errors(self.problems)

    def with_problem(self, problem: Diagnostic) -> "Incoming":
        """The same row with one more problem."""
        return replace(self, problems=(*self.problems, problem))


@dataclass(frozen=True, slots=True)
class Merged:
    """A row that is part of another: an exact repeat, an older answer, or one that only adds to it."""

    row: Incoming
    into: Origin
    why: Literal["repeat", "older", "adds"]


@dataclass(frozen=True, slots=True)
class Settled:
    """One row per applicant, the rows that went into them, and those that contradict each other."""

    kept: Mapping[str, Incoming]
    merged: tuple[Merged, ...] = ()
    rejected: tuple[Incoming, ...] = ()


def by_origin(rows: Sequence[Incoming]) -> tuple[Incoming, ...]:
    """Rows in the order in which the user reads them."""
    return tuple(sorted(rows, key=lambda row: row.origin))
