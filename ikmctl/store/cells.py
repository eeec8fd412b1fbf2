"""What a cell of participants.csv must look like, by the kind of its field. Blank is always allowed."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, TypeAlias

from ikmctl.domain.numbers import DECIMAL_TEXT
from ikmctl.domain.participant import is_number
from ikmctl.domain.program import Program
from ikmctl.domain.scalars import is_day

Check: TypeAlias = Callable[[str], bool]

_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_MOMENT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)?\Z")
_PLACE: Final = {
    "province": re.compile(r"[0-9]{2}\Z"),
    "regency": re.compile(r"[0-9]{2}\.[0-9]{2}\Z"),
    "district": re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\Z"),
}
_KBLI: Final = re.compile(r"[0-9]{5}\Z")


def _matches(pattern: re.Pattern[str]) -> Check:
    return lambda cell: not cell or pattern.match(cell) is not None


def _among(words: Collection[str]) -> Check:
    known = frozenset(words) | {""}
    return lambda cell: cell in known


def _all_among(words: Collection[str]) -> Check:
    known = frozenset(words)
    return lambda cell: not cell or known.issuperset(cell.split("|"))


def _moment(cell: str) -> bool:
    found = _MOMENT.match(cell)
    return not cell or (found is not None and is_day(found[1]))


_BY_KIND: Final[Mapping[str, Check]] = {
    "integer": _matches(_WHOLE),
    "rupiah": _matches(_WHOLE),
    "decimal": _matches(DECIMAL_TEXT),
    "flag": _among(("true", "false")),
    "gender": _among(("female", "male")),
    "day": lambda cell: not cell or is_day(cell),
    "moment": _moment,
    "kbli": _matches(_KBLI),
    **{kind: _matches(pattern) for kind, pattern in _PLACE.items()},
}


EXAMPLES: Final[Mapping[str, str]] = {
    "number": "P017", "mark": "post_test", "value": "87.5", "registered_at": "2025-09-01T08:30", "on": "2025-09-26",
    "rows": "240", "kept": "240", "merged": "0", "rejected": "0", "skipped": "0", "kind": "participants",
    "digest": "9f86d081...", "result": "9f86d081...", "file": "9f86d081...", "source": "visit", "field": "workers",
    "integer": "3", "rupiah": "1500000", "decimal": "0.6", "flag": "true", "gender": "female", "day": "2025-09-29",
    "kbli": "31001", "province": "33", "regency": "33.24", "district": "33.24.01",
}  # fmt: skip
"""Column or kind of field -> what one of its cells looks like."""


def example(name: str, program: Program | None = None, columns: Mapping[str, Any] | None = None) -> str:
    """What a cell of a column looks like."""
    if program is not None and name in ("track", "track_2"):
        return program.all_tracks[0].id
    if program is not None and name == "group":
        return next((group.id for group in program.groups), "")
    column = (columns or {}).get(name)
    if column is not None and column.values:
        return str(column.values[0])
    return EXAMPLES.get(name if column is None else column.kind, "")


def checker(name: str, program: Program, columns: Mapping[str, Any]) -> Check | None:
    """The test of one column of participants.csv, or None where any text will do.

    Args:
        name: the column.
        program: knows its tracks and groups.
        columns: the public fields of the program (`engine.needs.Column`) by id.
    """
    match name:
        case "number":
            return is_number
        case "track" | "track_2":
            return _among([track.id for track in program.all_tracks])
        case "group":
            return _among([group.id for group in program.groups])
        case "registered_at":
            return _moment
    column = columns.get(name)
    if column is None:
        return None
    if column.kind in ("choice", "multi") and column.values:
        return _among(column.values) if column.kind == "choice" else _all_among(column.values)
    return _BY_KIND.get(column.kind)
