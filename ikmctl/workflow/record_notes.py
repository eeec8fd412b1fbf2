"""What every output of a stage says of its record: marks before the rules, second locks, void draws, reopened lists."""

from collections.abc import Iterator, Sequence

from ikmctl.domain.event import Event
from ikmctl.workflow.result import Note


def record_notes(events: Sequence[Event], stage: str) -> tuple[Note, ...]:
    """The acts that a reader of the list has to know, in their order."""
    return tuple(_notes([one for one in events if one.stage == stage]))


def _notes(events: Sequence[Event]) -> Iterator[Note]:
    for one in events:
        told = {"stage": one.stage, "on": one.on.isoformat(), "reason": one.reason}
        if one.event == "lock" and one.what == "rules" and one.marks:
            yield Note("record.marks_first", {**told, "marks": one.marks, "number": one.number or 1})
        if one.event == "lock" and (one.number or 1) > 1:
            yield Note(f"record.relocked.{one.what}", {**told, "number": one.number or 1})
        elif one.event in ("void", "reopen"):
            yield Note(f"record.{one.event}", {**told, "decree": one.decree})
