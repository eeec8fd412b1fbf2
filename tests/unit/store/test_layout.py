import os
from pathlib import Path

import pytest

from ikmctl.store.layout import CohortPaths, all_cohorts, find_cohort


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two programs under `cohorts/`, one folder without a program, one program apart."""
    monkeypatch.delenv("IKMCTL_PRIVATE", raising=False)
    for name in ("cohorts/b", "cohorts/a/curation", "apart"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "cohorts/empty").mkdir()
    for name in ("cohorts/a", "cohorts/b", "apart"):
        (tmp_path / name / "program.yaml").write_text("id: x\n")
    return tmp_path.resolve()


def root(start: Path, named: str | None = None, env: str | None = None) -> Path:
    found = find_cohort(start, named, env)
    assert isinstance(found, CohortPaths)
    return found.root


def refusal(start: Path, named: str | None = None, env: str | None = None) -> tuple[str, dict[str, str | int]]:
    found = find_cohort(start, named, env)
    assert isinstance(found, tuple)
    (problem,) = found
    return problem.code, dict(problem.params)


def test_the_nearest_program_above(house: Path) -> None:
    assert root(house / "cohorts/a") == house / "cohorts/a"
    assert root(house / "cohorts/a/curation") == house / "cohorts/a"
    assert root(house / "apart") == house / "apart"


def test_a_name_or_a_path(house: Path) -> None:
    assert root(house, "b") == house / "cohorts/b"
    assert root(house / "cohorts/a", "b") == house / "cohorts/b"
    assert root(house, "cohorts/b") == house / "cohorts/b"
    assert root(house, "cohorts/b/program.yaml") == house / "cohorts/b"
    assert root(house / "cohorts/a", "../b") == house / "cohorts/b"
    assert root(house, str(house / "apart")) == house / "apart"


def test_the_environment_names_one_unless_the_command_line_does(house: Path) -> None:
    assert root(house, None, "b") == house / "cohorts/b"
    assert root(house, "a", "b") == house / "cohorts/a"
    assert root(house / "cohorts/a", None, "b") == house / "cohorts/b"


def test_several_programs_are_listed_never_guessed(house: Path) -> None:
    assert refusal(house) == ("IKM931", {"names": "`a`, `b`"})
    assert refusal(house / "cohorts") == ("IKM931", {"names": "`a`, `b`"})


def test_the_only_one_is_taken(house: Path) -> None:
    (house / "cohorts/a/program.yaml").unlink()
    assert root(house) == house / "cohorts/b"
    assert root(house / "cohorts/empty") == house / "cohorts/b"


def test_no_program_at_all(tmp_path: Path) -> None:
    assert refusal(tmp_path) == ("IKM930", {"misnamed": "", "none": "ID"})
    (tmp_path / "cohorts").mkdir()
    assert refusal(tmp_path) == ("IKM930", {"misnamed": "", "none": "ID"})


def test_an_unknown_name(house: Path) -> None:
    assert refusal(house, "c") == ("IKM932", {"found": "c", "names": "`a`, `b`", "none": "", "misnamed": ""})
    assert refusal(house / "apart", "cohorts/empty")[0] == "IKM932"
    assert refusal(house.parent, "c") == ("IKM932", {"found": "c", "names": "", "none": "ID", "misnamed": ""})


def test_all_programs_stand_a_to_z(house: Path) -> None:
    assert [paths.name for paths in all_cohorts(house / "cohorts/b")] == ["a", "b"]
    assert all_cohorts(house / "apart")[0].name == "a"


def test_a_folder_named_program_yaml_is_no_program(tmp_path: Path) -> None:
    (tmp_path / "cohorts/x/program.yaml").mkdir(parents=True)
    assert all_cohorts(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_linked_program_is_where_it_really_lies(house: Path) -> None:
    (house / "cohorts/linked").symlink_to(house / "apart", target_is_directory=True)
    assert root(house, "cohorts/linked") == root(house / "cohorts/linked") == house / "apart"
    assert house / "apart" in [paths.root for paths in all_cohorts(house)]


def test_where_the_files_lie(house: Path) -> None:
    paths = CohortPaths(house / "cohorts/a")
    names = ("program", "decisions", "events", "objections", "partners", "columns", "participants", "marks")
    assert [getattr(paths, name).relative_to(paths.root).as_posix() for name in names] == [
        "program.yaml", "decisions.yaml", "events.yaml", "objections.yaml", "partners.yaml", "columns.yaml",
        "participants.csv", "marks.csv",
    ]  # fmt: skip
    more = ("outcomes", "imports", "documents", "reports", "sample", "private", "people", "rejects")
    assert [getattr(paths, name).relative_to(paths.root).as_posix() for name in more] == [
        "outcomes.csv", "imports.csv", "documents.csv", "reports", "sample", "private", "private/people.csv",
        "private/rejects.xlsx",
    ]  # fmt: skip
    stages = (paths.scores("s"), paths.shortlist("s"), paths.matches("s"))
    assert [path.relative_to(paths.root).as_posix() for path in stages] == [
        "s/scores.csv", "s/shortlist.yaml", "s/matches.yaml",
    ]  # fmt: skip


def test_the_office_has_one_key_for_all_programs(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, apart = CohortPaths(house / "cohorts/a"), CohortPaths(house / "apart")
    assert inside.key == house / "private/key"
    assert inside.history == house / "private/history.csv"
    assert apart.office == house / "apart/private"
    monkeypatch.setenv("IKMCTL_PRIVATE", str(house / "share"))
    assert inside.people == house / "share/a/people.csv"
    assert inside.key == house / "share/key"
    assert apart.history == house / "share/history.csv"


def test_a_program_that_an_editor_renamed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cohorts" / "kopi"
    folder.mkdir(parents=True)
    (folder / "program.yaml.txt").write_text("id: kopi\n")
    monkeypatch.chdir(tmp_path)
    assert refusal(tmp_path) == ("IKM930", {"misnamed": "cohorts/kopi/program.yaml.txt", "none": ""})
    told = {"found": "kopi", "names": "", "none": "", "misnamed": "cohorts/kopi/program.yaml.txt"}
    assert refusal(tmp_path, "kopi") == ("IKM932", told)
    assert refusal(tmp_path, "cohorts/kopi")[1]["misnamed"] == "cohorts/kopi/program.yaml.txt"
    monkeypatch.chdir(folder)
    assert refusal(folder)[1]["misnamed"] == "program.yaml.txt"
