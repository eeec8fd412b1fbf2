"""What every output of a stage says of its record: acts that a reader of the list has to know of.

They are marks before the rules, second locks, imports with a reason after a lock, void draws, reopened lists.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ikmctl.domain.diagnostic import Diagnostic, Param
from ikmctl.domain.event import Event
from ikmctl.workflow.load import Cohort, read_text, shown
from ikmctl.workflow.result import Note

if TYPE_CHECKING:
    from ikmctl.domain.ledger import ImportRecord


def record_notes(cohort: Cohort, stage: str) -> tuple[Note, ...]:
    """The acts in their order, then what came in with a reason."""
    return (*_notes([one for one in cohort.events if one.stage == stage]), *_imports(cohort, stage))


def imports_of(cohort: Cohort) -> "tuple[tuple[ImportRecord, ...], tuple[Diagnostic, ...]]":
    """What came in so far, and what is wrong with imports.csv."""
    from ikmctl.store.ledgers import read_imports

    text, problems = read_text(cohort.paths.imports)
    records, damaged = read_imports(text, shown(cohort.paths.imports)) if text else ((), [])
    return records, (*problems, *damaged)


def reasoned_imports(cohort: Cohort, stage: str) -> "tuple[ImportRecord, ...]":
    """Imports that needed a reason; what is wrong in imports.csv `verify`, `validate` and what prints it say."""
    if not any(one.stage == stage and one.event == "lock" for one in cohort.events):
        return ()
    from ikmctl.domain.ledger import with_reason

    return with_reason(imports_of(cohort)[0], cohort.events, stage)


def _notes(events: Sequence[Event]) -> Iterator[Note]:
    locks: dict[str | None, int] = {}
    for one in events:
        told = {"stage": one.stage, "on": one.on.isoformat(), "reason": one.reason}
        if one.event == "lock" and one.what == "rules" and one.marks:
            yield Note("record.marks_first", {**told, "marks": one.marks, "number": one.number or 1})
        if one.event == "lock":
            locks[one.what] = max(locks.get(one.what, 0) + 1, one.number or 1)
            if locks[one.what] > 1:
                yield Note(f"record.relocked.{one.what}", {**told, "number": locks[one.what]})
        elif one.event in ("void", "reopen"):
            yield Note(f"record.{one.event}", {**told, "decree": one.decree})


def _imports(cohort: Cohort, stage: str) -> Iterator[Note]:
    for one in reasoned_imports(cohort, stage):
        told: dict[str, Param] = {"stage": stage, "on": one.on.isoformat(), "reason": one.reason}
        if one.changed is None:
            yield Note(f"record.imported.{one.kind}", told | {"rows": one.kept})
        else:
            yield Note(f"record.changed.{one.kind}", told | {"values": one.changed})
