"""What `import` is told and what it answers. No private value stands in an answer: people are numbers."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.ledger import ImportKind
from ikmctl.engine.compare import Move

Asked: TypeAlias = Literal["participants", "marks", "outcomes", "partners", "history"]


class ImportOptions(Struct, frozen=True):
    """The flags of `import`. `maps` is `--map FIELD=HEADER`; `judge` says whose marks a file holds."""

    on: date
    as_: Asked | None = None
    item: str | None = None
    sheet: str | None = None
    maps: Mapping[str, str] = field(default_factory=dict)
    allow_removals: bool = False
    reason: str = ""
    encoding: str | None = None
    by: str = ""
    judge: str = ""
    language: Literal["id", "en"] = "id"
    list_name: str = ""
    """For `history`: a short name of the list, such as `wub-2023`."""
    dry_run: bool = False
    """Nothing will be written; numbers that only the real run can give are then not named."""
    year: int | None = None
    """For `history` and `outcomes`: the year that the file speaks of."""


class Taken(Struct, frozen=True):
    """A column that was read, and as what."""

    field: str
    header: str
    cell: str


class ToConfirm(Struct, frozen=True):
    """A header that resembles a known one; `command` confirms it."""

    field: str
    header: str
    cell: str
    likeness: int
    command: str


class RowNote(Struct, frozen=True):
    """A row that was skipped, merged or rejected. `why` is a word or the codes of its problems."""

    row: int
    why: str
    into: str = ""


class FileReport(Struct, frozen=True):
    """One file: what was read from where, and where its rows went."""

    file: str
    sheet: str
    header_row: int
    rows: int
    kept: int
    merged: int
    rejected: int
    skipped: int
    columns: tuple[Taken, ...] = ()
    unknown: tuple[str, ...] = ()
    """Headers that were not read."""
    confirm: tuple[ToConfirm, ...] = ()
    skipped_rows: tuple[RowNote, ...] = ()
    merged_rows: tuple[RowNote, ...] = ()
    rejected_rows: tuple[RowNote, ...] = ()


class Change(Struct, frozen=True):
    """One value of a known participant that is different now. Private values show their field alone."""

    number: str
    field: str
    old: str = ""
    new: str = ""
    private: bool = False


class ListMoves(Struct, frozen=True):
    """Whom an import moves on the list of one stage; `stale` where an error kept the list from being written."""

    stage: str
    moves: tuple[Move, ...]
    stale: bool = False


class Values(Struct, frozen=True):
    """Marks one by one: how many an import adds, changes and finds as they are."""

    new: int
    changed: int
    same: int


class ImportData(Struct, frozen=True):
    """The whole answer: files, then people (or marks) by number."""

    kind: ImportKind
    files: tuple[FileReport, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    same: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    """Known participants who are in none of the files; they stay."""
    removed: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    """Paths of the workbooks with rejected rows, to be corrected and imported."""
    moved: tuple[ListMoves, ...] = ()
    values: Values | None = None
    """For marks, of which one row holds many; `new` and `same` are people there too."""
    refused: bool = False
    """Nothing is written, and the numbers say what was asked for."""

    @property
    def changed_people(self) -> tuple[str, ...]:
        """Numbers of participants with a change, each once."""
        return tuple(dict.fromkeys(change.number for change in self.changed))
