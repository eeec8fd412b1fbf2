"""Several rows of one applicant: the newest answer wins, repeats fall together, contradictions go back.

The order of rows has no power: whichever way a file is sorted, the same values are kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.sheets.aliases import heading
from ikmctl.workflow.importing.identity import plain
from ikmctl.workflow.importing.incoming import Incoming, Merged, Origin, Settled, by_origin
from ikmctl.workflow.importing.resolve import HIGH, NOTE

STAMP: Final = "registered_at"


def settle(keyed: Iterable[tuple[str, Incoming]]) -> Settled:
    """Bring the rows of each applicant together.

    Args:
        keyed: rows with the key of their applicant.
    """
    groups: dict[str, list[Incoming]] = defaultdict(list)
    for key, row in keyed:
        groups[key].append(row)
    kept: dict[str, Incoming] = {}
    merged: list[Merged] = []
    rejected: list[Incoming] = []
    for key, rows in groups.items():
        one, others, bad = _settle_one(by_origin(rows))
        if one is not None:
            kept[key] = one
        merged += others
        rejected += bad
    return Settled(kept, tuple(sorted(merged, key=lambda item: item.row.origin)), by_origin(rejected))


def _settle_one(rows: Sequence[Incoming]) -> tuple[Incoming | None, list[Merged], list[Incoming]]:
    if len(rows) == 1:
        return rows[0], [], []
    stamps = {row.values.get(STAMP, "") for row in rows}
    if _agree(rows, ignoring=STAMP):
        return _fall_together(rows, max(stamps))
    newest = max(stamps)
    last = [row for row in rows if row.values.get(STAMP, "") == newest]
    if "" in stamps or not _agree(last, ignoring=""):
        return None, [], [_contradicting(row, rows) for row in rows]
    top, merged, _ = _fall_together(last, newest)
    older = sorted((row for row in rows if row not in last), key=lambda row: row.values[STAMP], reverse=True)
    values = dict(top.values)
    for row in older:
        values = with_blanks_filled(values, row.values)
    return replace(top, values=values), [*merged, *(Merged(row, top.origin, "older") for row in older)], []


def with_blanks_filled(values: Mapping[str, str], older: Mapping[str, str]) -> dict[str, str]:
    """`values`, and what only an older answer says; the end of a range or a period goes with its own value."""
    gaps = (name for name in older if name.removesuffix(HIGH).removesuffix(NOTE) not in values)
    return {**values, **{name: older[name] for name in gaps}}


def _agree(rows: Sequence[Incoming], ignoring: str) -> bool:
    """Whether no two rows say different things; a blank says nothing."""
    said: dict[str, tuple[str, str]] = {}
    for row in rows:
        for name, value in _said(row.values).items():
            if name != ignoring and said.setdefault(name, value) != value:
                return False
    return True


def _said(values: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Each value as it is compared: a range with both its ends."""
    names = (name for name in values if not name.endswith(HIGH))
    return {name: (plain(values[name]), values.get(name + HIGH, "")) for name in names}


def _fall_together(rows: Sequence[Incoming], stamp: str) -> tuple[Incoming, list[Merged], list[Incoming]]:
    """Rows that agree become one; the newest, then fullest one gives place and spelling."""
    ranked = sorted(rows, key=lambda row: _rank(row, stamp))
    top = ranked[0]
    values: dict[str, str] = {}
    for row in reversed(ranked):
        values |= row.values
    if stamp:
        values[STAMP] = stamp
    rest = [row for row in rows if row is not top]
    merged = [Merged(row, top.origin, _why(row.values, top.values)) for row in rest]
    return replace(top, values=values), merged, []


def _rank(row: Incoming, stamp: str) -> tuple[bool, int, list[tuple[str, str]], Origin]:
    return row.values.get(STAMP, "") != stamp, -len(row.values), sorted(row.values.items()), row.origin


def _why(row: Mapping[str, str], top: Mapping[str, str]) -> Literal["repeat", "older", "adds"]:
    if row.get(STAMP, "") != top.get(STAMP, ""):
        return "older"
    return "repeat" if _folded(row) == _folded(top) else "adds"


def _folded(values: Mapping[str, str]) -> dict[str, str]:
    return {name: plain(value) for name, value in values.items()}


def _contradicting(row: Incoming, rows: Sequence[Incoming]) -> Incoming:
    others = [other for other in rows if other is not row]
    names = sorted({name for other in others for name in _differing(row.values, other.values)})
    place = Where(row.origin.file, sheet=row.origin.sheet or None, cell=_cell(row, names))
    rows_text = ", ".join(_row_text(other.origin, row.origin) for other in others)
    params = {"rows": rows_text, "fields": ", ".join(names), "fields:id": ", ".join(map(heading, names))}
    return row.with_problem(Diagnostic("IKM302", place, params))


def _differing(left: Mapping[str, str], right: Mapping[str, str]) -> list[str]:
    mine, theirs = _said(left), _said(right)
    return [name for name in mine if name in theirs and mine[name] != theirs[name]]


def _cell(row: Incoming, names: Sequence[str]) -> str | None:
    return next((row.addresses[name] for name in names if name in row.addresses), f"A{row.origin.row}")


def _row_text(other: Origin, mine: Origin) -> str:
    """The other row's number, with its file or sheet only where that differs."""
    same = (other.index, other.sheet) == (mine.index, mine.sheet)
    return str(other.row) if same else other.text()
