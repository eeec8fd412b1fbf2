"""Whose row is whose on a judge's workbook that came back: the numbers must be those of the plan, and fit the names.

Rows may have been sorted; so the name that is printed beside a number tells first which of two cells was typed
over, then, where nobody sorted them, the place at which the row was made. A blind sheet has no names.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.sheets.grid import Cell, Grid
from ikmctl.workflow.importing.identity import name_key
from ikmctl.workflow.sheet_make import FIXED, HEADER_ROW
from ikmctl.workflow.sheet_plan import SheetPlan

_MANY: Final = 3
_FOUND: Final = 40


class _Row(Struct, frozen=True):
    """One row: the number that stands in it, whose name stands beside it, and whose row it was when it was made."""

    row: int
    cell: Cell
    named: frozenset[str]
    planned: str

    @property
    def number(self) -> str:
        """What the first cell says."""
        return self.cell.value.strip()

    @property
    def contradicted(self) -> bool:
        """Whether the name belongs to somebody else; a name that nobody has may just have been mended since."""
        return bool(self.named) and self.number not in self.named


def place(grid: Grid, cell: Cell) -> Where:
    """A cell of the workbook."""
    return Where(grid.file, sheet=grid.sheet or None, cell=cell.address)


def altered_headers(plan: SheetPlan, grid: Grid) -> list[Diagnostic]:
    """Headers of marks that are not those of the plan."""
    found = []
    for column, slot in enumerate(plan.slots):
        cell = grid.cell(HEADER_ROW, FIXED + column)
        if cell.value.strip() not in slot.headers:
            params = {"judge": plan.judge, "found": cell.value[:_FOUND], "expected": slot.label}
            found.append(Diagnostic("IKM598", place(grid, cell), params))
    return found


def match_rows(plan: SheetPlan, grid: Grid, names: Mapping[str, str]) -> tuple[dict[str, int], list[Diagnostic]]:
    """The row of each expected participant, in whatever order they stand now; anything else was altered.

    Args:
        plan: what the workbook held when it was made.
        grid: what came back.
        names: names by number; empty where none are known.
    """
    expected = {line.number for line in plan.lines}
    rows = _rows(plan, grid, names)
    held: dict[str, list[_Row]] = defaultdict(list)
    odd: list[_Row] = []
    for row in rows:
        if row.number not in expected or row.contradicted:
            odd.append(row)
        else:
            held[row.number].append(row)
    twice: list[Sequence[_Row]] = []
    kept_order = all(group[0].planned == group[0].number for group in held.values() if len(group) == 1)
    for group in held.values():
        right = _right(group, kept_order=kept_order)
        if right is None:
            twice.append(group)
        else:
            odd += [row for row in group if row is not right]
    lacking = expected - held.keys()
    by_place = lacking if kept_order else set()
    said = [
        _altered(plan, grid, row, row.named or ({row.planned} & by_place) or lacking)
        for row in sorted(odd, key=lambda row: row.row)
    ]
    said += [_twice(plan, grid, group, lacking) for group in twice]
    return {number: group[0].row for number, group in held.items()}, said


def _rows(plan: SheetPlan, grid: Grid, names: Mapping[str, str]) -> list[_Row]:
    """What stands in each row of a participant: number, and whom the name beside it may mean."""
    by_name: dict[str, set[str]] = defaultdict(set)
    for number, name in names.items():
        by_name[name_key(name)].add(number)
    nameless = {line.number for line in plan.lines} - names.keys()
    return [
        _Row(
            row,
            cell,
            frozenset(() if cell.value.strip() in nameless else _named(grid.cell(row, 1), by_name)),
            line.number,
        )
        for row, line in enumerate(plan.lines, HEADER_ROW + 1)
        for cell in [grid.cell(row, 0)]
    ]


def _named(cell: Cell, by_name: Mapping[str, set[str]]) -> set[str]:
    return by_name.get(name_key(cell.value), set()) if cell.value.strip() else set()


def _right(group: Sequence[_Row], *, kept_order: bool) -> _Row | None:
    """The row that a number belongs to: the only one, the one with the name, or the one that was made for it."""
    named = [row for row in group if row.named]
    made = [row for row in group if kept_order and row.planned == row.number]
    return next((rows[0] for rows in (group, named, made) if len(rows) == 1), None)


def _altered(plan: SheetPlan, grid: Grid, row: _Row, meant: Collection[str]) -> Diagnostic:
    """The cell that was typed over, and the number that the row must have, as far as it is known."""
    expected = ", ".join(sorted(meant)[:_MANY]) or "-"
    params = {"judge": plan.judge, "found": row.cell.value[:_FOUND], "expected": expected}
    return Diagnostic("IKM598", place(grid, row.cell), params)


def _twice(plan: SheetPlan, grid: Grid, group: Sequence[_Row], lacking: set[str]) -> Diagnostic:
    """A number in several rows, of which nothing tells the right one."""
    cells = ", ".join(row.cell.address for row in group)
    params = {"judge": plan.judge, "id": group[0].number, "cells": cells}
    params["lacking"] = ", ".join(sorted(lacking)[:_MANY]) or "-"
    return Diagnostic("IKM298", place(grid, group[0].cell), params)
