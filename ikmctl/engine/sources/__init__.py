"""Where a criterion's raw value comes from, exactly: marks, facts, groups, stages and what is worked out of them.

A source becomes a `Reader`. Its `key` is everything that the value depends on, so that equal keys share
one result; its `read` turns a key into the value. A new kind of source is a reader and one line in READERS.
"""

from collections.abc import Callable
from typing import Final

from ikmctl.domain.source import Source, SourceKind
from ikmctl.engine.sources.base import (
    Desk,
    Entry,
    MarkIndex,
    Reader,
    Value,
    absent,
    as_number,
    exact,
    group_facts,
    index_marks,
    make_desk,
)
from ikmctl.engine.sources.facts import CountReader, FactReader, GroupReader, LineReader, NothingReader, StageReader
from ikmctl.engine.sources.marks import JudgedReader, SessionReader, TestReader, attendance, board_of
from ikmctl.engine.sources.worked import GainReader, RatioReader, gain, most_of

__all__ = [
    "READERS", "Desk", "Entry", "JudgedReader", "MarkIndex", "Reader", "Value", "absent", "as_number", "attendance",
    "board_of", "exact", "gain", "group_facts", "index_marks", "make_desk", "most_of", "reader",
]  # fmt: skip


def reader(source: Source, desk: Desk) -> Reader:
    """The reader of a source."""
    return READERS[source.kind](source, desk)


def _mark(source: Source, desk: Desk) -> Reader:
    spec = desk.mark(source.mark_ids()[0])
    if spec is None:
        return NothingReader(source)
    if spec.per == "session":
        return SessionReader(source, desk, spec, as_share=source.kind == "share")
    if spec.per == "participant" and not spec.items:
        return TestReader(source, desk, spec)
    return JudgedReader(source, desk, spec)


def _share(source: Source, desk: Desk) -> Reader:
    """A share is one of sessions; of anything else there is none, which the checks report."""
    specs = [desk.mark(name) for name in source.mark_ids()]
    return _mark(source, desk) if specs and specs[0] and specs[0].per == "session" else NothingReader(source)


def _gain(source: Source, desk: Desk) -> Reader:
    pre, post = source.parts
    return GainReader(source, reader(pre, desk), reader(post, desk), most_of(post, desk))


def _ratio(source: Source, desk: Desk) -> Reader:
    over, under = source.parts
    return RatioReader(source, reader(over, desk), reader(under, desk))


READERS: Final[dict[SourceKind, Callable[[Source, Desk], Reader]]] = {
    "mark": _mark,
    "item": _mark,
    "field": FactReader,
    "count": CountReader,
    "group": GroupReader,
    "stage": StageReader,
    "line": LineReader,
    "gain": _gain,
    "ratio": _ratio,
    "share": _share,
}
"""Reader of each kind of source."""
