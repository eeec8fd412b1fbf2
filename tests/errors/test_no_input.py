"""The codes that no input of a cohort causes are brought about some other way."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from tools.catalogue import HERE, NO_INPUT
from tools.console import ikmctl

from ikmctl.cli.usage import explain
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow import git_setup
from ikmctl.workflow.load import load_program

TESTS = HERE.parent
NET = {"IKM100"}
"""What catches the unforeseen: known to the types alone."""


class _Terminal(StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_program_that_vanished() -> None:
    read, text, problems = load_program(CohortPaths(HERE / "_nowhere"))
    assert (read, text) == (None, "")
    assert [item.code for item in problems] == ["IKM553"]


def test_a_git_folder_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    monkeypatch.setattr(git_setup, "install", lambda _: False)
    result = git_setup.run(tmp_path, "install")
    assert "IKM587" in [item.code for item in result.diagnostics]


def test_a_complaint_of_the_parser_that_nobody_foresaw() -> None:
    class StrangeError(Exception):
        message = "something new"

    problem = explain(StrangeError(), ["curate"], "en")
    assert (problem.code, problem.params["found"]) == ("IKM993", "something new")


def test_a_purge_that_was_declined(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    base = HERE / "_base" / "form"
    for name in ("program.yaml", "peserta.csv"):
        (tmp_path / name).write_bytes((base / name).read_bytes())
    with (tmp_path / "program.yaml").open("a", encoding="utf-8") as file:
        file.write("privacy: {retention: 2030-12-31}\n")
    assert ikmctl("import peserta.csv --on 2025-09-26", tmp_path).code == 0
    monkeypatch.setattr(sys, "stdin", _Terminal("no\n"))
    monkeypatch.setattr("tools.console._Tee.isatty", lambda _: True, raising=False)
    answer = ikmctl("purge --on 2031-01-05", tmp_path)
    assert "IKM626" in answer.err
    assert (tmp_path / "private" / "people.csv").exists()


@pytest.mark.parametrize("code", [code for code in NO_INPUT if code not in NET])
def test_some_other_test_speaks_of_it(code: str) -> None:
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    assert any(f'"{code}"' in text or code in text for text in texts)
