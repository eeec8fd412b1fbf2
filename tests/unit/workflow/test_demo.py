"""The demo goes the whole road, leaves the office's own register alone, and says what it did."""

import errno
import json
from pathlib import Path

import pytest
from tools.console import ikmctl

from ikmctl.store.atomic import pending
from ikmctl.store.journal import PENDING
from ikmctl.workflow import demo
from ikmctl.workflow.load import read_text


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """One run as JSON: the folder, an office share that must stay empty, and what was printed."""
    home, office = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("office")
    answer = ikmctl("demo practice --format json", home, environment={"IKMCTL_PRIVATE": str(office)})
    assert answer.code == 0, answer.both
    return home / "practice", office, answer.out


def test_thirty_are_selected_and_nothing_stays_open(road: tuple[Path, Path, str]) -> None:
    listing = json.loads(road[2])["data"]["listing"]
    assert len(listing["selected"]) == 30
    assert len(listing["reserves"]) == 9
    assert listing["undecided"] == []


def test_made_up_people_enter_no_register_of_the_office(road: tuple[Path, Path, str]) -> None:
    folder, office, _ = road
    assert list(office.iterdir()) == []
    assert (folder / "cohorts" / demo.EXAMPLE / "private" / "people.csv").exists()


def test_steps_are_the_commands_that_a_user_would_type(road: tuple[Path, Path, str]) -> None:
    commands = [step["command"] for step in json.loads(road[2])["data"]["steps"]]
    assert commands == [leg.command for leg in demo.road()]
    assert all(command.startswith("ikmctl ") for command in commands)


def test_its_files_verify_and_equal_the_committed_inputs(road: tuple[Path, Path, str]) -> None:
    home = road[0] / "cohorts" / demo.EXAMPLE
    assert ikmctl("verify", home).code == 0
    example = demo.example()
    assert example is not None
    for name in ("participants.csv", "marks.csv"):
        assert read_text(home / name) == read_text(example / name)


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    result = demo.run(tmp_path)
    assert [item.code for item in result.diagnostics] == ["IKM578"]
    assert result.unusable
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_without_its_example_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo, "example", lambda: None)
    result = demo.run(tmp_path / "new")
    assert [item.code for item in result.diagnostics] == ["IKM580"]
    assert not (tmp_path / "new").exists()


def test_a_step_that_fails_ends_the_road(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = demo.example()
    assert source is not None
    broken = tmp_path / "example"
    (broken / "sample").mkdir(parents=True)
    (broken / "program.yaml").write_bytes((source / "program.yaml").read_bytes())
    monkeypatch.setattr(demo, "example", lambda: broken)
    result = demo.run(tmp_path / "new")
    assert result.failed
    assert [item.code for item in result.diagnostics] == ["IKM200"]


def test_a_last_write_that_was_cut_off_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The next leg would end it; after the last there is none."""
    unlink, seen, legs = Path.unlink, [], list(demo.road())[:1]

    def refused(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == PENDING:
            seen.append(path)
            if len(seen) == 2:  # the first was that of the copied example
                raise OSError(errno.EIO, "input/output error")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    monkeypatch.setattr(demo, "road", lambda: legs)
    result = demo.run(tmp_path / "new")
    assert "IKM908" in [one.code for one in result.diagnostics]
    assert pending(tmp_path / "new")
