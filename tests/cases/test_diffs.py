"""A reviewer sees what a change does: small diffs, a line for each person who moved.

The expected diffs stand in `diffs/`, as `git diff` prints them.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.expected import Expected

ROOT = Path(__file__).resolve().parents[2]
KENDAL = ROOT / "cohorts" / "kendal-wub-2025"
LIST = "cohorts/kendal-wub-2025/curation/shortlist.yaml"


def git(repository: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=Reviewer", "-c", "user.email=reviewer@example.org", *words]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True)
    return done.stdout


def act(repository: Path, command: str) -> None:
    answer = ikmctl(command, repository / "cohorts" / "kendal-wub-2025")
    assert "IKM980" not in answer.both
    assert answer.code == 0, answer.both


@pytest.fixture(scope="module")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the Kendal program as it stood before any lock, its tie settled by the jury."""
    repository = tmp_path_factory.mktemp("curated")
    home = repository / "cohorts" / "kendal-wub-2025"
    home.mkdir(parents=True)
    for name in ("program.yaml", "participants.csv", "marks.csv"):
        shutil.copy(KENDAL / name, home / name)
    shutil.copy(ROOT / ".gitattributes", repository)
    act(repository, 'decide order P059 P049 --by "Dewan Juri" --reason "rapat juri" --on 2025-10-03')
    act(repository, "curate --on 2025-10-03")
    git(repository, "init", "--quiet", "--initial-branch=main")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=A list")
    return repository


def changed_mark(repository: Path) -> None:
    act(
        repository,
        "decide correct P215 --mark plan --judge K1 --old 4 --new 5 "
        '--by "Ketua Tim" --reason "salah ketik" --on 2025-10-04',
    )


def withdrawal(repository: Path) -> None:
    act(repository, 'decide withdraw P146 --kind mundur --by "Ketua Tim" --reason "surat" --on 2025-10-04')


def smaller_quota(repository: Path) -> None:
    path = repository / "cohorts" / "kendal-wub-2025" / "program.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: Furnitur, quota: 10", "name: Furnitur, quota: 9"), encoding="utf-8")
    act(repository, "curate --on 2025-10-04")


@pytest.mark.parametrize(
    ("name", "change", "most"),
    [("mark", changed_mark, 10), ("withdrawal", withdrawal, 12), ("quota", smaller_quota, 12)],
)
def test_diff_is_small_and_about_those_who_moved(
    name: str, change: Callable[[Path], None], most: int, curated: Path, tmp_path: Path, expected: Expected
) -> None:
    repository = tmp_path / "work"
    shutil.copytree(curated, repository)
    change(repository)
    text = git(repository, "diff", "--no-ext-diff", "--", LIST)
    lines = [line for line in text.splitlines() if re.match(r"[+-](?![+-])", line)]
    assert 0 < len(lines) <= most
    assert sum(1 for line in lines if re.match(r"[+-](rules|pool): ", line)) <= 4
    expected.check(Path(__file__).parent / "diffs" / f"{name}.diff", re.sub(r"(?m)^index .*\n", "", text))


def test_nothing_changes_when_nothing_changed(curated: Path, tmp_path: Path) -> None:
    repository = tmp_path / "work"
    shutil.copytree(curated, repository)
    act(repository, "curate --on 2025-12-01")
    assert git(repository, "status", "--porcelain") == ""
