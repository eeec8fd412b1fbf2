"""What this computer has and lacks."""

import time
from pathlib import Path

import pytest

from ikmctl.cli.session import Session
from ikmctl.cli.views.health import view
from ikmctl.workflow import computer, doctor
from ikmctl.workflow.computer import Check
from ikmctl.workflow.doctor import Health, run

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
    result = run(folder, time.time())
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
    assert (found.state, found.command) == ("missing", 'python -m pip install "pyrage>=1.2"')
    assert not run(tmp_path, time.time()).failed
    monkeypatch.setattr(doctor, "_version", lambda name: "" if name == "filelock" else real(name))
    found = _checks(tmp_path)["package filelock"]
    assert (found.state, found.command) == ("broken", 'python -m pip install "filelock>=3.20"')
    assert run(tmp_path, time.time()).failed


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


@pytest.mark.parametrize(
    ("platform", "command"),
    [("win32", "winget install --id Git.Git"), ("darwin", "xcode-select --install"), ("linux", "sudo apt install git")],
)
def test_how_to_get_git_depends_on_the_system(monkeypatch: pytest.MonkeyPatch, platform: str, command: str) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(computer, "PLATFORM", platform)
    assert computer.git() == Check("git", "missing", command=command)


def test_a_folder_that_takes_no_file_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert computer.writable(tmp_path, "folder").state == "ok"
    assert list(tmp_path.iterdir()) == []

    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert computer.writable(tmp_path, "folder").state == "broken"


@pytest.mark.parametrize(("free", "state"), [(19_999_999, "broken"), (20_000_000, "doubt"), (200_000_000, "ok")])
def test_room_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    assert computer.space(tmp_path) == Check("space", state, str(free // 1_000_000))  # type: ignore[arg-type]  # texts that are states


def test_a_long_path_matters_on_windows_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    far = Path("/" + "x" * 130)
    assert list(computer.long_path(far)) == []
    monkeypatch.setattr(computer, "PLATFORM", "win32")
    monkeypatch.setattr(computer, "_long_paths_enabled", lambda: False)
    (found,) = computer.long_path(far)
    assert (found.state, found.found) == ("doubt", "131")
    assert "LongPathsEnabled" in found.command
    assert list(computer.long_path(Path("/short"))) == []
    monkeypatch.setattr(computer, "_long_paths_enabled", lambda: True)
    assert list(computer.long_path(far)) == []


def _program(root: Path) -> Path:
    folder = root / "cohorts" / "kelas"
    folder.mkdir(parents=True)
    (folder / "program.yaml").write_text("id: kelas\n")
    return folder


def test_private_data_under_a_cloud_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IKMCTL_PRIVATE", raising=False)
    _program(tmp_path / "plain")
    assert list(computer.clouds(tmp_path / "plain")) == []
    shared = tmp_path / "OneDrive - Dinas Perindustrian"
    _program(shared)
    (found,) = computer.clouds(shared)
    assert found.state == "doubt"
    assert found.found.endswith("OneDrive - Dinas Perindustrian/cohorts/kelas/private")
    assert found.command.startswith("export IKMCTL_PRIVATE=")


def test_a_clock_behind_existing_files(tmp_path: Path) -> None:
    program = _program(tmp_path) / "program.yaml"
    at = program.stat().st_mtime
    assert computer.clock(tmp_path, at).state == "ok"
    assert computer.clock(tmp_path, 0).state == "doubt"


def test_a_console_that_lacks_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", type("Out", (), {"encoding": "cp1252"}))
    assert computer.console() == Check("console", "missing", "cp1252", "export LC_ALL=C.UTF-8")
    monkeypatch.setattr(computer, "PLATFORM", "win32")
    assert computer.console().command == "chcp 65001"


def test_fonts_of_documents_come_with_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert computer.fonts().state == "ok"
    monkeypatch.setattr(computer, "_FONTS", tmp_path)
    assert computer.fonts().state == "broken"


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_state_is_told_in_words_of_its_own(lang: str) -> None:
    kinds = {
        "broken": ("fonts", "folder", "share", "space"),
        "doubt": ("space", "path", "cloud", "clock"),
        "missing": ("git", "console"),
    }
    for state, keys in kinds.items():
        for key in keys:
            check = Check(key, state, "found", "do this")  # type: ignore[arg-type]  # texts that are states
            told, command, _, verdict = list(view(Health((check,)), Session(lang)))
            assert len(str(told).split()) > 6
            assert command == "      do this"
            assert "1" in str(verdict)
