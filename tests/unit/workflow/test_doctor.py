"""What this computer has and lacks."""

from pathlib import Path

import pytest

from ikmctl.workflow import doctor
from ikmctl.workflow.doctor import Check, run

DECLARED = [
    "typer>=0.29",
    "pydantic>=2.12",
    "filelock>=3.20",
    'pyrage>=1.2; extra == "backup"',
    "ikmctl[backup]; extra == 'all'",
    'pytest>=9; extra == "dev"',
]


@pytest.fixture(autouse=True)
def _declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.requires", lambda _: DECLARED)


def _checks(folder: Path) -> dict[str, Check]:
    result = run(folder)
    assert result.data is not None
    return {check.key: check for check in result.data.checks}


def test_every_declared_package_is_looked_at_and_developers_tools_are_not(tmp_path: Path) -> None:
    found = _checks(tmp_path)
    packages = [key for key in found if key.startswith(("package", "extra"))]
    assert packages == ["package typer", "package pydantic", "package filelock", "extra pyrage"]
    assert found["package pydantic"].state == "ok"
    assert found["package pydantic"].found.startswith("2.")


def test_a_missing_core_package_fails_and_a_missing_extra_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = doctor._version
    monkeypatch.setattr(doctor, "_version", lambda name: "" if name == "pyrage" else real(name))
    found = _checks(tmp_path)["extra pyrage"]
    assert (found.state, found.command) == ("missing", 'python -m pip install "ikmctl[backup]"')
    assert not run(tmp_path).failed
    monkeypatch.setattr(doctor, "_version", lambda name: "" if name == "filelock" else real(name))
    found = _checks(tmp_path)["package filelock"]
    assert (found.state, found.command) == ("broken", 'python -m pip install "filelock"')
    assert run(tmp_path).failed


def test_git_is_welcome_but_not_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert _checks(tmp_path)["git"].state == "missing"


def test_a_share_that_is_not_there_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IKMCTL_PRIVATE", raising=False)
    assert "share" not in _checks(tmp_path)
    monkeypatch.setenv("IKMCTL_PRIVATE", str(tmp_path / "gone"))
    assert _checks(tmp_path)["share"].state == "broken"
    monkeypatch.setenv("IKMCTL_PRIVATE", str(tmp_path))
    assert _checks(tmp_path)["share"].state == "ok"
