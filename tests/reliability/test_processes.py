"""Two to four commands at once on one program: nothing is lost, and nobody waits without being told."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from reliability.scenes import FILES, TREE, snapshot
from tools.console import ikmctl
from tools.tiny import tiny

from ikmctl.store.lock import WAIT_SECONDS, hold

NAMES: Final = ("P001", "P002", "P003", "P004", "P005", "P006")
WITHDRAW: Final = ("--kind", "mundur", "--by", "Ketua", "--reason", "surat", "--on", "2025-10-03")


def start(folder: Path, *words: str) -> "subprocess.Popen[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IKMCTL_")}
    return subprocess.Popen(
        [sys.executable, "-m", "ikmctl", "--lang=en", *words],
        cwd=folder, env=kept, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def finish(running: Sequence["subprocess.Popen[str]"]) -> list[tuple[int, str]]:
    ended = []
    for one in running:
        out, err = one.communicate(timeout=120)
        ended.append((one.returncode, out + err))
    return ended


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path)
    assert ikmctl("ikmctl curate --on 2025-10-02", root).code == 0
    return root


@pytest.mark.parametrize("count", [2, 4])
def test_decisions_of_several_commands_are_all_kept(cohort: Path, count: int) -> None:
    ended = finish([start(cohort, "decide", "withdraw", name, *WITHDRAW) for name in NAMES[:count]])
    assert [code for code, _ in ended] == [0] * count, ended
    text = (cohort / "decisions.yaml").read_text()
    assert sorted(name for name in NAMES if f"id: {name}" in text) == list(NAMES[:count])
    assert text.count("do: withdraw") == count
    assert ikmctl("ikmctl verify", cohort).code == 0


def test_different_commands_at_once_leave_a_program_that_verifies(cohort: Path) -> None:
    marks = "No. peserta,Skor\nP001,91\nP002,92\n"
    (cohort / "nilai.csv").write_text(marks)
    ended = finish(
        [
            start(
                cohort,
                "import",
                "nilai.csv",
                "--as",
                "marks",
                "--item",
                "test",
                "--reason",
                "salah ketik",
                "--on",
                "2025-10-02",
            ),
            start(cohort, "decide", "withdraw", "P005", *WITHDRAW),
            start(cohort, "report", "announcement", "--on", "2025-10-02"),
            start(cohort, "lock", "rules", "--by", "Ketua", "--on", "2025-10-02"),
        ]
    )
    assert all(code in (0, 1) for code, _ in ended), ended
    assert not any("Traceback" in said or "IKM980" in said for _, said in ended), ended
    assert "P001,test,,,91" in (cohort / "marks.csv").read_text()
    assert "P005" in (cohort / "decisions.yaml").read_text()
    assert "event: lock" in (cohort / "events.yaml").read_text()
    assert ikmctl("ikmctl verify", cohort).code == 0


def test_two_programs_begun_at_once_keep_both_and_the_lines_of_git(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    ended = finish([start(tmp_path, "init", name, "--on", "2025-10-02") for name in ("satu", "dua", "tiga")])
    for name, (code, said) in zip(("satu", "dua", "tiga"), ended, strict=True):
        assert code in (0, 2), said
        assert (code == 0) == (tmp_path / "cohorts" / name / "program.yaml").is_file()
        assert code == 0 or "IKM911" in said
    assert any(code == 0 for code, _ in ended)
    lines = (tmp_path / ".gitignore").read_text().splitlines()
    assert lines[0] == "mine"
    assert len(lines) == len(set(lines))


def test_whoever_waits_too_long_is_told_and_nothing_is_written(cohort: Path) -> None:
    assert WAIT_SECONDS == 10
    before = snapshot(cohort.parent.parent)
    begun = time.monotonic()
    with hold(cohort) as busy:
        assert busy == ()
        ended = finish([start(cohort, "decide", "withdraw", "P001", *WITHDRAW)])
    assert 9 < time.monotonic() - begun < 40
    assert ended[0][0] == 2
    assert ended[0][1] == (
        "error[IKM907]: another ikmctl command has been writing to these programs for more than 10 seconds\n"
        "hint: wait until it is done, or close the window in which it hangs, and run the command again\n\n1 error\n"
    )
    assert snapshot(cohort.parent.parent) == before


def test_readers_work_beside_a_writer(cohort: Path) -> None:
    with hold(cohort):
        ended = finish([start(cohort, "verify"), start(cohort, "show", "shortlist"), start(cohort, "status")])
    assert [code for code, _ in ended] == [0, 0, 0], ended


WRITER: Final = """
import sys
from ikmctl.cli import run
for number in range(1000):
    run(["curate", "--per-track", str(1 + number % 2), "--on", "2025-10-02", "--by", "Ketua", "-q"])
    print(number, flush=True)
"""
"""Writes as fast as it can."""


def test_no_reader_takes_old_and_new_files_for_one_list(cohort: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER], cwd=cohort, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        while not writer.stdout.readline().strip().isdigit():
            pass
        answers = [ikmctl("ikmctl verify", cohort) for _ in range(8)]
        assert writer.poll() is None
        writer.kill()
    assert [answer.code for answer in answers] == [0] * 8, [answer.both for answer in answers if answer.code]


def test_people_who_are_imported_at_once_get_numbers_of_their_own(tmp_path: Path) -> None:
    form = TREE / "form"
    root = tmp_path / "cohorts" / "form"
    shutil.copytree(form, root)
    head, *rows = FILES["peserta.csv"].splitlines()
    for number, row in enumerate(rows[:4]):
        (root / f"peserta-{number}.csv").write_text(f"{head}\n{row}\n")
    ended = finish([start(root, "import", f"peserta-{number}.csv", "--on", "2025-10-02") for number in range(4)])
    assert [code for code, _ in ended] == [0] * 4, ended
    minted = [line.partition(",")[0] for line in (root / "participants.csv").read_text().splitlines()[1:]]
    known = [line.split(",")[:2] for line in (root / "private" / "people.csv").read_text().splitlines()[1:]]
    assert minted == ["P001", "P002", "P003", "P004"]
    assert [number for number, _ in known] == minted
    assert sorted(identity for _, identity in known) == sorted(row.split(",")[1] for row in rows[:4])


def test_who_waits_for_a_writer_that_is_killed_goes_on(cohort: Path) -> None:
    holding = "import sys, time; from pathlib import Path; from ikmctl.store.lock import hold\n"
    holding += "with hold(Path.cwd()) as busy: print(busy, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", holding], cwd=cohort, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "()\n"
        second = start(cohort, "decide", "withdraw", "P001", *WITHDRAW)
        time.sleep(1)
        assert second.poll() is None
        first.kill()
        assert finish([second])[0][0] == 0
    assert ikmctl("ikmctl verify", cohort).code == 0
