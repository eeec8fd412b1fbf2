"""Rows on their way in: parsed values with the place they came from."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.domain.record import Veiled


class Origin(Struct, frozen=True, order=True):
    """A row as the user sees it: the how-manieth file, its name, the sheet, the row's own number."""

    index: int
    file: str
    sheet: str
    row: int

    def text(self) -> str:
        """`peserta.xlsx!Form!23`, for lists."""
        return f"{self.file}!{self.sheet}!{self.row}" if self.sheet else f"{self.file}:{self.row}"


class Incoming(Veiled, frozen=True):
    """One row: canonical text by field (a blank cell is absent), cell addresses, and its problems."""

    veiled: ClassVar = frozenset({"values"})

    origin: Origin
    values: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether an error keeps the row out."""
        return has_errors(self.problems)

    def with_problem(self, problem: Diagnostic) -> "Incoming":
        """The same row with one more problem."""
        return replace(self, problems=(*self.problems, problem))


class Merged(Struct, frozen=True):
    """A row that is part of another: an exact repeat, an older answer, or one that only adds to it."""

    row: Incoming
    into: Origin
    why: Literal["repeat", "older", "adds"]


class Settled(Struct, frozen=True):
    """One row per applicant, the rows that went into them, and those that contradict each other."""

    kept: Mapping[str, Incoming]
    merged: tuple[Merged, ...] = ()
    rejected: tuple[Incoming, ...] = ()


def by_origin(rows: Sequence[Incoming]) -> tuple[Incoming, ...]:
    """Rows in the order in which the user reads them."""
    return tuple(sorted(rows, key=lambda row: row.origin))
