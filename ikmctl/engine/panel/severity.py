"""How strict each judge is: the additive model `mark = merit of the work + severity of the judge`.

Least squares over all marks of one `marks:` entry, each item of each participant being one piece of
work. Severities of judges who are linked through common work sum to zero. Judges who share no work,
even through others, cannot be compared: each linked group stands for itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from msgspec import Struct

Work: TypeAlias = tuple[str, str]
"""Participant number and item."""
Sheet: TypeAlias = Mapping[Work, Mapping[str, Fraction]]
"""Piece of work -> judge -> mark."""


class SeverityTable(Struct, frozen=True):
    """Severity by judge, and the groups of judges who are linked through common work."""

    severity: Mapping[str, Fraction]
    groups: tuple[tuple[str, ...], ...]


def linked_groups(panels: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Judges who are linked, each group sorted, groups by their first judge."""
    group_of: dict[str, set[str]] = {}
    for panel in panels:
        merged: set[str] = set(panel)
        for judge in tuple(merged):
            merged |= group_of.get(judge, set())
        for judge in merged:
            group_of[judge] = merged
    return tuple(sorted({tuple(sorted(group)) for group in group_of.values()}))


def severity_table(sheet: Sheet) -> SeverityTable:
    """Severities by least squares, exact."""
    by_panel = _by_panel(sheet)
    groups = linked_groups(by_panel)
    severity: dict[str, Fraction] = {}
    for group in groups:
        severity.update(_solve_group(group, {panel: sums for panel, sums in by_panel.items() if panel[0] in group}))
    return SeverityTable(severity, groups)


def _by_panel(sheet: Sheet) -> dict[tuple[str, ...], tuple[int, dict[str, Fraction]]]:
    """Pieces of work and sums of marks by judge, for each set of judges who marked the same work."""
    found: dict[tuple[str, ...], tuple[int, dict[str, Fraction]]] = {}
    for given in sheet.values():
        panel = tuple(sorted(given))
        if panel:
            count, sums = found.get(panel, (0, dict.fromkeys(panel, Fraction(0))))
            found[panel] = (count + 1, {judge: sums[judge] + given[judge] for judge in panel})
    return found


def _solve_group(
    group: Sequence[str], by_panel: Mapping[tuple[str, ...], tuple[int, Mapping[str, Fraction]]]
) -> dict[str, Fraction]:
    """Normal equations of one linked group, with one equation replaced by `sum of severities = 0`."""
    place = {judge: index for index, judge in enumerate(group)}
    size = len(group)
    left = [[Fraction(0)] * size for _ in group]
    right = [Fraction(0)] * size
    for panel, (count, sums) in by_panel.items():
        average = sum(sums.values(), Fraction(0)) / len(panel)
        for judge in panel:
            row = place[judge]
            right[row] += sums[judge] - average
            left[row][row] += count
            for other in panel:
                left[row][place[other]] -= Fraction(count, len(panel))
    left[0], right[0] = [Fraction(1)] * size, Fraction(0)
    return dict(zip(group, solve(left, right), strict=True))


def solve(left: list[list[Fraction]], right: list[Fraction]) -> list[Fraction]:
    """Solve a regular linear system exactly (Gauss-Jordan)."""
    rows = [[*line, end] for line, end in zip(left, right, strict=True)]
    size = len(rows)
    for pivot in range(size):
        swap = next(index for index in range(pivot, size) if rows[index][pivot])
        rows[pivot], rows[swap] = rows[swap], rows[pivot]
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for index in range(size):
            factor = rows[index][pivot]
            if index != pivot and factor:
                rows[index] = [a - factor * b for a, b in zip(rows[index], rows[pivot], strict=True)]
    return [line[-1] for line in rows]
