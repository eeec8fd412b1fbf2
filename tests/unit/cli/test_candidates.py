"""What may come next on a command line, and the scripts that ask."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ikmctl.cli.candidates import candidates
from ikmctl.cli.completion import SCRIPTS
from ikmctl.cli.table import COMMANDS, HIDDEN
from ikmctl.render.documents import DOCUMENTS
from tests.unit.cli.running import ikmctl

PROGRAM = """\
format: 1
id: kecil
title: Kecil
as_of: 2025-09-29
tracks:
  - {id: kue, name: Kue, quota: 1}
  - {id: kain, name: Kain, quota: 1}
  - {id: "$(rm -rf .)", name: Jahat, quota: 1}
marks:
  test: {per: participant, stage: curation, min: 0, max: 100}
  practice: {per: judge, stage: curation, min: 1, max: 5, items: [hasil, rapi]}
stages:
  - id: curation
panel:
  judges: [{id: J1}, {id: J2}]
"""


@pytest.fixture(autouse=True)
def _cohort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cohorts" / "kecil"
    folder.mkdir(parents=True)
    (folder / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    (folder / "participants.csv").write_text("number,track\nP001,kue\nP002,kain\n`id`,kue\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("IKMCTL_COHORT", raising=False)


CASES = [
    ("cu", "", ["curate"]),
    ("", "curate --per-track", []),
    ("--per", "curate", ["--per-track"]),
    ("--pl", "curate --per-track 10", ["--plain", "--plan"]),
    ("k", "show scores --track", ["kain", "kue"]),
    ("k", "-c kecil show scores --track", ["kain", "kue"]),
    ("", "show -c", ["kecil"]),
    ("", "show --stage", ["curation"]),
    ("s", "show", ["scores", "shortlist"]),
    ("s", "show scores", ["scores", "shortlist"]),
    ("", "explain", ["P001", "P002"]),
    ("P", "decide withdraw", ["P001", "P002"]),
    ("d", "decide", ["disqualify"]),
    ("", "import a.xlsx --item", ["practice", "test"]),
    ("", "decide correct P001 --judge", ["J1", "J2"]),
    ("h", "decide correct P001 --item", ["hasil"]),
    ("j", "validate --format", ["json"]),
    ("", "lock", ["pool", "rules"]),
    ("", "import", []),
    ("c", "help", ["curate", "completion"]),
    ("x", "nothing", []),
    ("", "sheets", ["blank", "collect", "make"]),
    ("", "weights", ["ahp", "roc"]),
    ("a", "init baru --kind", ["awards"]),
    ("r", "report", ["recap", "receipts", "rules"]),
    ("IKM10", "explain", [f"IKM10{digit}" for digit in range(10)]),
    ("ti", "validate --only", ["ties"]),
]


@pytest.mark.parametrize(("current", "words", "expected"), CASES)
def test_candidates_fit_the_place(current: str, words: str, expected: list[str]) -> None:
    assert candidates(current, words.split()) == expected


def test_at_the_start_every_command_but_the_hidden_ones_is_offered() -> None:
    assert set(candidates("", [])) == {"help", *COMMANDS} - set(HIDDEN)


def test_every_kind_of_document_is_offered() -> None:
    assert candidates("", ["report"]) == sorted(DOCUMENTS)


def test_numbers_far_down_are_offered(tmp_path: Path) -> None:
    lines = "".join(f"P{number:05},kue\n" for number in range(1, 20_001))
    (tmp_path / "cohorts" / "kecil" / "participants.csv").write_text("number,track\n" + lines, encoding="utf-8")
    assert candidates("P1999", ["explain"]) == [f"P1999{digit}" for digit in range(10)]


def test_no_word_reaches_a_shell_that_a_shell_could_misread() -> None:
    offered = candidates("", ["show", "scores", "--track"]) + candidates("", ["explain"])
    assert offered == ["kain", "kue", "P001", "P002"]


def test_a_broken_program_offers_nothing_and_stays_silent(tmp_path: Path) -> None:
    (tmp_path / "cohorts" / "kecil" / "program.yaml").write_bytes(b"\xff: [")
    ran = ikmctl("__complete", "=", "show", "scores", "--lang=en", "--track")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_nothing_heavy_is_loaded_to_complete() -> None:
    probe = (
        "import sys; from ikmctl.cli import run; run(['__complete', '=k', 'show', 'scores', '--track']); "
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True, timeout=60)
    kain, kue, loaded = ran.stdout.splitlines()
    assert (kain, kue) == ("kain", "kue")
    assert not {"typer", "pydantic", "rich", "rapidfuzz"} & set(loaded.split())


@pytest.mark.parametrize("shell", SCRIPTS)
def test_each_shell_has_a_script_on_stdout_and_the_way_to_use_it_beside(shell: str) -> None:
    ran = ikmctl("completion", shell)
    assert ran.code == 0
    assert ran.out == SCRIPTS[shell]
    assert f"ikmctl completion {shell}" in ran.err


def _path_with_ikmctl(folder: Path) -> dict[str, str]:
    script = folder / "bin" / "ikmctl"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ikmctl "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return {**os.environ, "PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}"}


TRIALS = {
    "bash": SCRIPTS["bash"] + """
COMP_WORDS=(ikmctl show scores --track k) COMP_CWORD=4
_ikmctl
printf '%s\\n' "${COMPREPLY[@]}"
""",
    "zsh": 'compdef() { :; }\n_files() { print files; }\ncompadd() { shift; print -l -- "${(@)${(P)1}}"; }\n'
    + SCRIPTS["zsh"] + """
words=(ikmctl show scores --track k) CURRENT=5
_ikmctl
""",
    "fish": SCRIPTS["fish"] + """
complete -C 'ikmctl show scores --track k'
""",
}  # fmt: skip


@pytest.mark.parametrize("shell", TRIALS)
def test_the_shell_itself_gets_the_words(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not on this computer")
    environment = {**_path_with_ikmctl(tmp_path), "HOME": str(tmp_path)}
    flags = ["-f"] if shell == "zsh" else []
    ran = subprocess.run(
        [shell, *flags, "-c", TRIALS[shell]], capture_output=True, check=True, text=True, timeout=60, env=environment
    )
    assert ran.stdout.split() == ["kain", "kue"]
    assert ran.stderr == ""


def test_the_script_for_powershell_is_closed() -> None:
    """PowerShell itself is tried on Windows (docs/ci/windows.yml); here, that nothing is left open in the script."""
    script = SCRIPTS["powershell"]
    assert script.isascii()
    assert [script.count(one) - script.count(other) for one, other in ("{}", "()", "[]")] == [0, 0, 0]
    assert script.count('"') % 2 == 0
    assert script.count("'") % 2 == 0
