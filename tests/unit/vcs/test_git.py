"""The git program on real repositories."""

import os
import subprocess
from pathlib import Path

import pytest

from ikmctl.vcs.git import Repository, find_repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    found = find_repository(tmp_path)
    assert found is not None
    for key, value in (("user.name", "Tester"), ("user.email", "tester@example.org")):
        assert found.set_config(key, value)
    (tmp_path / "a b.txt").write_text("satu\n")
    assert found.run("add", "-A") is not None
    assert found.run("commit", "-qm", "x") is not None
    return found


def test_reads_what_a_file_held_then(repository: Repository) -> None:
    file = repository.top / "a b.txt"
    commit = repository.resolve("HEAD")
    assert commit is not None
    file.write_text("dua\n")
    assert repository.read(commit, file) == b"satu\n"
    assert repository.read(commit, repository.top / "none.txt") is None
    assert repository.read(commit, repository.top.parent / "outside.txt") is None


def test_names_tracked_and_staged_files(repository: Repository) -> None:
    new = repository.top / "naïf.txt"
    new.write_text("baru\n")
    assert repository.staged() == ()
    repository.run("add", "-A")
    assert repository.staged() == (new,)
    assert set(repository.tracked()) == {new, repository.top / "a b.txt"}
    new.write_text("lain\n")
    assert repository.read_staged(new) == b"baru\n"


@pytest.mark.parametrize("revision", ["-x", "--help", "nowhere", "HEAD~5", ""])
def test_an_unknown_revision_is_none(repository: Repository, revision: str) -> None:
    assert repository.resolve(revision) is None


def test_configuration_can_be_set_and_taken_away(repository: Repository) -> None:
    assert repository.config("diff.x.command") is None
    assert repository.set_config("diff.x.command", "echo")
    assert repository.config("diff.x.command") == "echo"
    assert repository.set_config("diff.x.command", None)
    assert repository.config("diff.x.command") is None
    assert repository.remotes() == ()
    assert repository.hooks() == repository.top / ".git" / "hooks"


def test_outside_a_repository_and_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_repository(tmp_path) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_repository(tmp_path) is None


def test_a_folder_of_hooks_and_a_value_in_no_encoding_are_known(repository: Repository) -> None:
    name = os.fsdecode(b"h\xff ")
    assert repository.set_config("core.hooksPath", name)
    assert repository.config("core.hooksPath") == name
    assert repository.hooks() == repository.top / name


def test_a_link_in_a_circle_is_a_path_like_any_other(repository: Repository) -> None:
    (repository.top / "circle").symlink_to("circle")
    assert repository.read("HEAD", repository.top / "circle" / "a") is None
