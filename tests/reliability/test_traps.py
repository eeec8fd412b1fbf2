"""Things that somebody laid in the way: links, folders and names where files should be, and git that refuses."""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from reliability.scenes import snapshot
from reliability.test_places import EXAMPLE, GIT, from_a_shell, git, posix, run, sound
from tools.console import ikmctl
from tools.tiny import tiny

WRITE: Final = ("curate", "--per-track", "2", "--on", "2025-10-02", "--by", "Ketua")
ACTS: Final[Sequence[Sequence[str]]] = (
    WRITE, ("decide", "withdraw", "P001", "--kind", "mundur", "--on", "2025-10-03", "--by", "K", "--reason", "s"),
    ("lock", "rules", "--by", "K", "--on", "2025-10-02"), ("report", "announcement", "--on", "2025-10-02"),
    ("verify",), ("status",), ("validate",), ("show", "shortlist"), ("doctor",),
)  # fmt: skip


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path / "kantor")
    assert ikmctl("ikmctl curate --on 2025-10-02", root).code == 0
    return root


@posix
@pytest.mark.parametrize(
    "name", [".ikmctl-lock", ".ikmctl-pending", ".ikmctl-pending-back", ".ikmctl-pending-new-journal"]
)
def test_a_link_under_the_writers_own_names_is_not_followed(cohort: Path, tmp_path: Path, name: str) -> None:
    """A clone of a repository can bring such links."""
    theirs = tmp_path / "milik-orang"
    theirs.write_text("theirs\n")
    home = cohort.parent.parent
    (home / name).unlink(missing_ok=True)
    (home / name).symlink_to(theirs)
    for words in ACTS:
        sound(run(cohort, *words), 0, 1, 2)
        assert theirs.read_text() == "theirs\n", words


@posix
@pytest.mark.parametrize("name", ["curation", "private", "reports"])
def test_a_link_that_leads_to_itself(cohort: Path, name: str) -> None:
    shutil.rmtree(cohort / name, ignore_errors=True)
    (cohort / name).symlink_to(name)
    for words in ACTS:
        sound(run(cohort, *words), 0, 1, 2)


@pytest.mark.parametrize(
    "name",
    ["program.yaml", "participants.csv", "marks.csv", "decisions.yaml", "events.yaml", "objections.yaml",
     "documents.csv", "curation/scores.csv", "curation/shortlist.yaml", "../../.ikmctl-lock", "../../.gitignore"],
)  # fmt: skip
def test_a_folder_where_a_file_should_be(cohort: Path, name: str) -> None:
    path = cohort / name
    path.unlink(missing_ok=True)
    path.mkdir()
    for words in ACTS:
        sound(run(cohort, *words), 0, 1, 2)
        assert path.is_dir()


@pytest.mark.parametrize("name", ["curation", "private", "reports"])
def test_a_file_where_a_folder_should_be(cohort: Path, name: str) -> None:
    shutil.rmtree(cohort / name, ignore_errors=True)
    (cohort / name).write_text("x\n")
    for words in ACTS:
        sound(run(cohort, *words), 0, 1, 2)
        assert (cohort / name).read_text() == "x\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_that_are_no_text(tmp_path: Path) -> None:
    root = tiny(Path(os.fsdecode(os.fsencode(tmp_path) + b"/kantor-\xff")))
    (root / os.fsdecode(b"nilai-\xfe.csv")).write_text("No. peserta,Skor\nP001,91\nP001,ninety\n")
    target = os.fsdecode(b"umumkan-\xfd.md")
    for words in (
        (
            "import",
            os.fsdecode(b"nilai-\xfe.csv"),
            "--as",
            "marks",
            "--item",
            "test",
            "--reason",
            "s",
            "--on",
            "2025-10-02",
        ),
        (*WRITE, "--format", "json"),
        ("report", "announcement", "--on", "2025-10-02", "-o", target),
        ("report", "announcement", "--on", "2025-10-02", "-o", target, "--format", "json"),
    ):
        done = from_a_shell(root, *words)
        assert done.returncode in (0, 1), done.stderr
        if "json" in words:
            assert json.loads(done.stdout)["schema"]
    assert (root / target).is_file()
    assert "P001,test,,,91" in (root / "marks.csv").read_text()
    assert "MATCH" in sound(run(root, "verify"), 0)


@pytest.mark.parametrize("name", ["con.md", "nul", "AUX.md", "com1.md", "a:b.md", "x.md.", "x.md ", "sub/../../x.md"])
def test_a_document_under_an_odd_name(cohort: Path, name: str) -> None:
    before = snapshot(cohort.parent.parent.parent)
    said = sound(run(cohort, "report", "announcement", "--on", "2025-10-02", "-o", name), 0, 1, 2)
    after = snapshot(cohort.parent.parent.parent)
    assert {key: body for key, body in after.items() if key in before} == before, said


def test_writing_in_a_checkout_with_crlf(tmp_path: Path) -> None:
    home = tmp_path / "cohorts" / EXAMPLE.name
    shutil.copytree(EXAMPLE, home)
    for path in home.rglob("*"):
        if path.suffix in (".yaml", ".csv"):
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    number = next(line for line in (home / "participants.csv").read_text().splitlines()[1:]).partition(",")[0]
    act = ("--by", "Ketua", "--reason", "surat", "--on", "2026-03-03")
    sound(run(home, "decide", "withdraw", number, "--kind", "mundur", *act), 0, 1)
    assert number in (home / "decisions.yaml").read_text()
    assert "MATCH" in sound(run(home, "verify"), 0)


@pytest.mark.skipif(GIT is None, reason="git is not installed")
@pytest.mark.parametrize(
    "surroundings",
    [{"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}, {"GIT_DIR": "/nowhere"}, {"GIT_WORK_TREE": "/nowhere"},
     {"GIT_CONFIG_GLOBAL": "/nowhere/x", "HOME": "/nowhere"}],
)  # fmt: skip
def test_git_that_refuses(cohort: Path, surroundings: dict[str, str]) -> None:
    home = cohort.parent.parent
    git(home, "init", "-q", "-b", "main")
    git(home, "add", "-A")
    git(home, "commit", "-qm", "one")
    for words in (["diff"], ["diff", "HEAD"], ["verify"], ["status"], ["doctor"], ["git-setup"], list(WRITE)):
        said = sound(run(cohort, *words, environment=surroundings), 0, 1, 2)
        if words[0] in ("verify", "curate"):
            assert "MATCH" in said or words[0] == "curate"
