"""imports.csv: one line per spreadsheet that came in, so that every row read is accounted for."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias, get_args

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.event import Event

ImportKind: TypeAlias = Literal["participants", "marks", "outcomes", "partners", "history", "check"]
"""`check` records that the participants were compared with the lists of earlier aid."""

KINDS: tuple[ImportKind, ...] = get_args(ImportKind)


class ImportRecord(Struct, frozen=True):
    """One line: where the rows of a file went.

    `digest` is the SHA-256 of the file; its name is never kept. `kept` rows arrived as new, changed or
    same, `merged` are repeats or older answers of someone kept, `rejected` have faults, `skipped` are no
    data (totals, signatures). The four always add up to `rows`.
    """

    digest: str
    kind: ImportKind
    rows: int
    kept: int
    merged: int
    rejected: int
    skipped: int
    on: date
    by: str = ""
    reason: str = ""
    """Why values changed after a lock; for `check`, the lists that were searched."""
    changed: int | None = None
    """How many values `reason` speaks of; None where there is no reason, or nobody counted."""

    @property
    def explained(self) -> bool:
        """Whether somebody said why it came in, without which nothing changes after a lock."""
        return bool(self.reason) and self.kind != "check"

    def balanced(self) -> bool:
        """Whether every row read is accounted for."""
        return self.kept + self.merged + self.rejected + self.skipped == self.rows

    def same_work(self, other: "ImportRecord") -> bool:
        """Whether `other` says the same of the same file, whenever and by whomever."""
        mine = (self.digest, self.kind, self.rows, self.kept, self.merged, self.rejected, self.skipped)
        return mine == (
            other.digest, other.kind, other.rows, other.kept, other.merged, other.rejected, other.skipped,
        )  # fmt: skip


def with_reason(records: Iterable[ImportRecord], events: Iterable[Event], stage: str) -> tuple[ImportRecord, ...]:
    """Where a stage has a lock, what changed with a reason: after a lock no value changes without one.

    Files that came in by one act are one; those that changed nothing need no reason.
    """
    acts: dict[tuple[str, date, str, str], ImportRecord] = {}
    if not any(one.event == "lock" and one.stage == stage for one in events):
        return ()
    for one in records:
        if one.explained and one.changed != 0:
            key = (one.kind, one.on, one.by, one.reason)
            acts[key] = _together(acts[key], one) if key in acts else one
    return tuple(acts.values())


def _together(one: ImportRecord, other: ImportRecord) -> ImportRecord:
    sums = {
        name: getattr(one, name) + getattr(other, name) for name in ("rows", "kept", "merged", "rejected", "skipped")
    }
    changed = None if one.changed is None or other.changed is None else one.changed + other.changed
    return replace(one, **sums, changed=changed)


class KeptSheet(Struct, frozen=True):
    """A spreadsheet of marks that stays in private/, and how it was read, so that it can be read again.

    Sheets of one `run` were read together. `how` is the command: `import` or `collect`.
    """

    run: int
    digest: str
    name: str
    how: Literal["import", "collect"]
    item: str = ""
    sheet: str = ""
    judge: str = ""
    encoding: str = ""


def with_record(records: tuple[ImportRecord, ...], new: ImportRecord) -> tuple[ImportRecord, ...]:
    """Append `new`, unless the same file already went in with the same outcome and, where there is one, reason."""
    known = any(
        new.same_work(old) and (not new.explained or (new.reason, new.on) == (old.reason, old.on)) for old in records
    )
    return records if known else (*records, new)
