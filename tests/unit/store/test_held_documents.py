"""A document that Excel holds open on Windows: the new one is written beside it, tables never are.

The refusal comes from the call that renames, with the error number that Windows gives.
"""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.tiny import tiny

from ikmctl.store.atomic import commit
from ikmctl.store.changes import Changes
from tests.unit.store.faulty import leftovers

SHARING = 32
"""ERROR_SHARING_VIOLATION."""


@pytest.fixture
def hold_open(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Refuse to rename over the files of these names, as Windows does while a program holds them open."""
    real = Path.replace

    def hold(*names: str) -> None:
        def replace(self: Path, target: Path) -> Path:
            if Path(target).name in names:
                fault = PermissionError(errno.EACCES, "in use", str(self), None, str(target))
                fault.winerror = SHARING  # type: ignore[attr-defined]  # only Windows has it
                raise fault
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)

    return hold


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "program.yaml").write_text("id: x\n")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "recap.xlsx").write_bytes(b"old")
    (tmp_path / "marks.csv").write_bytes(b"old")
    return tmp_path


def test_a_document_is_written_beside_the_open_one(root: Path, hold_open: Callable[..., None]) -> None:
    hold_open("recap.xlsx")
    recap = root / "reports" / "recap.xlsx"
    problems = commit(Changes({recap: b"new", root / "marks.csv": b"new"}, frozenset((recap,))), root)
    assert [(one.code, one.severity.value) for one in problems] == [("IKM963", "warning")]
    assert str(problems[0].params["beside"]).endswith("recap (2).xlsx")
    assert recap.read_bytes() == b"old"
    assert (root / "reports" / "recap (2).xlsx").read_bytes() == b"new"
    assert (root / "marks.csv").read_bytes() == b"new"
    assert leftovers(root) == []


def test_the_next_free_number_is_taken(root: Path, hold_open: Callable[..., None]) -> None:
    recap = root / "reports" / "recap.xlsx"
    (root / "reports" / "recap (2).xlsx").write_bytes(b"of yesterday")
    hold_open("recap.xlsx", "recap (3).xlsx")
    problems = commit(Changes({recap: b"new"}), root)
    assert [one.code for one in problems] == ["IKM963", "IKM963"]
    assert (root / "reports" / "recap (2).xlsx").read_bytes() == b"of yesterday"
    assert (root / "reports" / "recap (4).xlsx").read_bytes() == b"new"


def test_a_file_that_the_user_named_may_have_any_ending(root: Path, hold_open: Callable[..., None]) -> None:
    kit = root / "kit.zip"
    kit.write_bytes(b"old")
    hold_open("kit.zip")
    assert [one.code for one in commit(Changes({}, named={kit: b"new"}), root)] == ["IKM963"]
    assert (root / "kit (2).zip").read_bytes() == b"new"


def test_a_table_is_never_written_beside(root: Path, hold_open: Callable[..., None]) -> None:
    hold_open("marks.csv")
    recap = root / "reports" / "recap.xlsx"
    problems = commit(Changes({recap: b"new", root / "marks.csv": b"new"}), root)
    assert [one.code for one in problems] == ["IKM909"]
    assert recap.read_bytes() == b"old"
    assert (root / "marks.csv").read_bytes() == b"old"
    assert leftovers(root) == []


def test_a_computer_that_refuses_every_name_is_believed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if not Path(target).name.startswith("recap"):
            return real(self, target)
        fault = PermissionError(errno.EACCES, "in use", str(self), None, str(target))
        fault.winerror = 5  # type: ignore[attr-defined]  # ERROR_ACCESS_DENIED
        raise fault

    monkeypatch.setattr(Path, "replace", refuse)
    problems = commit(Changes({}, named={root / "reports" / "recap.xlsx": b"new"}), root)
    assert [one.code for one in problems] == ["IKM909"]
    assert (root / "reports" / "recap.xlsx").read_bytes() == b"old"


def test_the_user_reads_which_file_it_became(tmp_path: Path, hold_open: Callable[..., None]) -> None:
    cohort = tiny(tmp_path)
    assert ikmctl("curate --on 2025-10-02", cohort).code in (0, 1)
    (cohort / "recap.xlsx").write_bytes(b"of yesterday")
    hold_open("recap.xlsx")
    told = ikmctl("report recap --anon -o recap.xlsx --on 2025-10-03", cohort)
    assert told.code == 0, told.both
    assert "`recap.xlsx` is open in another program, so the new one was written as `recap (2).xlsx`" in told.err
    assert "wrote:\n  recap (2).xlsx\n" in told.err
    assert (cohort / "recap.xlsx").read_bytes() == b"of yesterday"
