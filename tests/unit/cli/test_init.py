"""A new program of every kind: it validates as it stands, and so does what its comments offer."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ikmctl.workflow.init import KIND_NAMES
from tests.unit.cli.running import ikmctl

OFFERED = re.compile(r"(?m)^( *)# ((?=  - \{)|(?=[a-z_]+:(?: |$)))")
"""A line of YAML that stands as a comment, ready to be used."""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("IKMCTL_COHORT", raising=False)


@pytest.mark.parametrize("kind", KIND_NAMES)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_kind_validates_as_it_stands_and_with_what_it_offers(kind: str, lang: str, tmp_path: Path) -> None:
    made = ikmctl("init", "baru", "--kind", kind, "--on", "2026-01-05", f"--lang={lang}")
    assert made.code == 0, made.err
    checked = ikmctl("validate", "--strict")
    assert (checked.code, "0 warnings" in checked.out) == (0, True), checked.out
    program = tmp_path / "cohorts" / "baru" / "program.yaml"
    text = program.read_text(encoding="utf-8")
    used, count = OFFERED.subn(r"\1", text)
    assert count >= (0 if kind == "match" else 3)
    program.write_text(used, encoding="utf-8")
    checked = ikmctl("validate")
    assert checked.code == 0, checked.out


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_help_tells_the_kinds(kind: str) -> None:
    for lang in ("en", "id"):
        assert f"`{kind}`" in ikmctl("init", "--help", f"--lang={lang}").out


def test_off_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "ikmctl", "init", "baru", "--lang=en"]
    ran = subprocess.run(argv, capture_output=True, text=True, timeout=60, input="2\n", check=True)
    assert "Which kind" not in ran.stderr
    assert "id: track-one" in (tmp_path / "cohorts" / "baru" / "program.yaml").read_text(encoding="utf-8")


def test_an_indonesian_kind_leads_to_the_word_that_is_known() -> None:
    ran = ikmctl("init", "baru", "--kind", "lomba")
    assert ran.code == 2
    assert "did you mean `awards`?" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals in the standard library")
@pytest.mark.parametrize(("typed", "found"), [("2", "Juara I"), ("match", "kind: match"), ("", "id: bidang-satu")])
def test_on_a_terminal_the_kinds_are_offered(typed: str, found: str, tmp_path: Path) -> None:
    import pty

    argv = [sys.executable, "-m", "ikmctl", "init", "baru", "--lang=id"]
    number, terminal = pty.openpty()
    with subprocess.Popen(argv, stdin=terminal, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        os.write(number, typed.encode() + b"\n")
        shown = b""
        while True:
            try:
                shown += os.read(number, 4096)
            except OSError:  # the other end is closed
                break
    os.close(number)
    assert process.returncode == 0
    for at, kind in enumerate(KIND_NAMES, start=1):
        assert re.search(rf"  {at}\. {kind}: \w+ \w+", shown.decode())
    assert "Program jenis apa?" in shown.decode()
    assert found in (tmp_path / "cohorts" / "baru" / "program.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KIND_NAMES)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_template_as_it_was_written_is_not_a_program_yet(kind: str, lang: str, tmp_path: Path) -> None:
    assert ikmctl("init", "baru-2026", "--kind", kind, "--on", "2026-01-05", f"--lang={lang}").code == 0
    told = " 1. [NEXT] write program.yaml (program.yaml is still as `init` wrote it: fill in tracks, "
    assert told in ikmctl("status").out
    program = tmp_path / "cohorts" / "baru-2026" / "program.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("title: Baru 2026", "title: Pelatihan kue"))
    assert " 1. [done] write program.yaml\n" in ikmctl("status").out


def test_git_is_told_of_line_ends_and_of_what_never_enters_it(tmp_path: Path) -> None:
    def git(*args: str, folder: Path = tmp_path) -> str:
        own = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        command = ["git", *own, "-C", str(folder), *args]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    git("init", "-q")
    assert ikmctl("init", "baru", "--on", "2026-01-05").code == 0
    for name in ("cadangan.age", "cohorts/baru/marks.csv", "cohorts/baru/sheet.xlsx", "cohorts/baru/private/a"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a,b\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "first")
    kept = git("ls-files").splitlines()
    assert "cohorts/baru/marks.csv" in kept
    assert not {"cadangan.age", "cohorts/baru/private/a"} & set(kept)
    git("clone", "-q", "-c", "core.autocrlf=true", ".", "copy")  # as Git for Windows has it by default
    for name in ("program.yaml", "marks.csv"):
        assert b"\r" not in (tmp_path / "copy" / "cohorts" / "baru" / name).read_bytes(), name
    assert git("check-attr", "diff", "cohorts/baru/sheet.xlsx").endswith(": diff: ikmctl-xlsx\n")


@pytest.mark.parametrize(
    ("id_line", "last"),
    [
        ('"id": baru', "synthetic: true"),
        ("'id' : 'baru'  # lama", "'synthetic': true"),
        ("id:\n  baru", "synthetic: true  # contoh\n"),
        ('"id":   "baru"\r', "synthetic: false\r\n"),
    ],
)
def test_rules_of_another_program_take_the_new_id_however_they_are_written(
    id_line: str, last: str, tmp_path: Path
) -> None:
    ikmctl("init", "baru", "--on", "2026-01-05")
    folder = tmp_path / "cohorts"
    source = folder / "baru" / "program.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_bytes((re.sub(r"(?m)^id: baru$", lambda _: id_line, text) + last).encode())
    made = ikmctl("init", "kedua", "--from", "baru")
    assert made.code == 0, made.err
    copied = (folder / "kedua" / "program.yaml").read_text(encoding="utf-8")
    assert "synthetic" not in copied
    checked = ikmctl("validate", "--cohort", "kedua", "--format", "json")
    assert checked.code == 0, checked.out
    assert ikmctl("status", "--cohort", "kedua").out.startswith("kedua")
