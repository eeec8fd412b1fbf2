"""A judge's workbook as it comes back: filled in, and with slips where a test wants them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.load import load
from ikmctl.workflow.sheet_make import FIXED, HEADER_ROW, build, people_of_stage
from ikmctl.workflow.sheet_plan import plan_sheets

FULL = 4
"""What every cell holds unless something else is asked for."""


def returned(
    root: Path,
    changes: Mapping[tuple[str, str], Any] | None = None,
    *,
    judge: str = "J1",
    raw: Mapping[str, Any] | None = None,
) -> Path:
    """Make the workbook of one judge below `root`, filled in; `changes` by (number, item), `raw` by address."""
    cohort, _ = load(CohortPaths(root))
    assert cohort is not None
    stage = cohort.program.stages[0]
    combined = judge == "*"
    plans = plan_sheets(cohort.program, stage, people_of_stage(cohort, stage.id), combined=combined)
    plan = next(plan for plan in plans if plan.judge == judge)
    path = root / f"{'semua' if combined else judge}.xlsx"
    path.write_bytes(build(cohort.program, plan, {}, blind=True, printed=False))
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    wanted = dict(changes or {})
    for row, line in enumerate(plan.lines, HEADER_ROW + 2):
        for column, slot in enumerate(plan.slots):
            value = FULL if column not in line.closed else None
            sheet.cell(row, FIXED + 1 + column).value = wanted.pop((line.number, slot.label), value)
    assert not wanted, wanted
    for address, value in (raw or {}).items():
        sheet[address].value = value
    book.save(path)
    return path
