"""Every file of the corpus ends in its problems and rows: no traceback, no dead process, nothing silent."""

import pytest

from hostile.corpus import BROKEN, CASES, HOSTILE, Case
from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.program import Program
from ikmctl.sheets.header import find_table
from ikmctl.sheets.reader import read_bytes
from ikmctl.sheets.vocabulary import vocabulary

WORDS = vocabulary(Program.model_validate({"id": "p", "title": "P", "as_of": "2025-01-01", "stages": [{"id": "s"}]}))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_file_ends_in_its_problems_and_rows(case: Case) -> None:
    grids, problems = read_bytes(case.make(), case.name)
    rows = 0
    for grid in grids:
        table, notes = find_table(grid, WORDS)
        problems = [*problems, *notes]
        rows += len(table.rows) if table else 0
    assert (sorted(problem.code for problem in problems), rows) == (sorted(case.codes), case.rows)
    assert all(problem.where.file == case.name for problem in problems)


@pytest.mark.parametrize("case", [*HOSTILE, *BROKEN], ids=lambda case: case.name)
def test_hostile_files_are_errors_or_fully_read(case: Case) -> None:
    grids, problems = read_bytes(case.make(), case.name)
    refused = any(problem.severity is Severity.ERROR for problem in problems)
    assert refused == (not grids)
    assert refused == (case.rows == 0)


def test_corpus_is_large_and_names_differ() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 100
