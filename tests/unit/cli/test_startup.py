"""What a command may load: start-up is most of what a user feels, and milliseconds are noise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ikmctl.cli.table import COMMANDS

HEAVY = frozenset(
    ("typer", "pydantic", "pydantic_core", "ruamel", "rich", "python_calamine", "xlsxwriter", "rapidfuzz", "filelock",
     "multiprocessing", "asyncio", "sqlite3", "http", "unittest")
)  # fmt: skip
"""Packages that cost more than a few milliseconds."""
ALWAYS = frozenset(("rich", "asyncio", "sqlite3", "http", "unittest"))
"""Packages that no command needs."""
EMPTY = "pydantic.plugin._loader"
"""An empty module that stands in for the search for plug-ins; see `boundary`."""
PROGRAM = """\
format: 1
id: kecil
title: Kecil
as_of: 2025-09-29
tracks:
  - {id: kue, name: Kue, quota: 1}
marks:
  test: {per: participant, stage: curation, min: 0, max: 100}
stages:
  - id: curation
    criteria:
      - {id: test, source: marks.test, direction: benefit, scale: {linear: [0, 100]}, weight: 1, missing: worst}
"""
PROBE = """
import sys
sys.argv = ["ikmctl", *sys.argv[1:]]
from ikmctl.__main__ import main
try:
    main()
except SystemExit:
    pass
sys.stderr.write("MODULES " + " ".join(sorted(sys.modules)) + "\\n")
"""


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    (tmp_path / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "participants.csv").write_text(
        "number,track,track_2,registered_at,group\nP001,kue,,,\nP002,kue,,,\n", encoding="utf-8"
    )
    (tmp_path / "marks.csv").write_text("number,mark,item,by,value\nP001,test,,,70\nP002,test,,,80\n", encoding="utf-8")
    return tmp_path


def _modules(folder: Path, *argv: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *argv], cwd=folder, env={**os.environ, "IKMCTL_LANG": "id"},
        capture_output=True, check=True, timeout=120, text=True, encoding="utf-8",
    )  # fmt: skip
    assert "IKM980" not in ran.stderr
    return set(ran.stderr.split("MODULES ")[1].split()) - {EMPTY}


def _packages(modules: set[str]) -> set[str]:
    return {name.split(".")[0] for name in modules}


def test_the_version_loads_nothing(tmp_path: Path) -> None:
    ours = {name for name in _modules(tmp_path, "--version") if name.startswith("ikmctl")}
    assert ours == {"ikmctl", "ikmctl.__main__"}


@pytest.mark.parametrize("argv", [(), ("--help",), ("help", "import"), *((name, "--help") for name in COMMANDS)])
def test_help_is_read_from_a_file_and_nothing_is_built(tmp_path: Path, argv: tuple[str, ...]) -> None:
    loaded = _modules(tmp_path, *argv)
    assert not _packages(loaded) & (HEAVY | {"dataclasses", "inspect", "argparse", "json"})
    assert not any(name.startswith(("ikmctl.domain", "ikmctl.render", "ikmctl.engine")) for name in loaded)


def test_an_unknown_command_builds_no_command(tmp_path: Path) -> None:
    assert not _packages(_modules(tmp_path, "kurasi")) & HEAVY


def test_a_misspelled_flag_loads_no_engine(tmp_path: Path) -> None:
    loaded = _modules(tmp_path, "curate", "--per-trak", "3")
    assert not _packages(loaded) & (HEAVY - {"typer"})
    assert not any(name.startswith(("ikmctl.engine", "ikmctl.workflow", "ikmctl.store")) for name in loaded)


READING = frozenset(("typer", "pydantic", "pydantic_core", "ruamel"))
"""What it takes to read a command line and a program."""
SMALL = READING - {"ruamel"}
"""Commands that read no YAML."""
ROOMS = (
    "ikmctl.sheets", "ikmctl.xlsx", "ikmctl.vcs", "ikmctl.render.documents", "ikmctl.engine.matching",
    "ikmctl.engine.duplicates", "ikmctl.engine.changes", "ikmctl.engine.panel.report", "ikmctl.engine.weights",
    "ikmctl.engine.rules.kbli", "ikmctl.engine.scales.bands", "ikmctl.engine.scoring.topsis",
)  # fmt: skip
"""Parts of ours that most commands have no use for, rules and methods that the program does not name among them."""
BOOK = frozenset(("ikmctl.sheets", "ikmctl.xlsx", "zipfile"))
"""What it takes to read a workbook and to write the rejects."""

RULEBOOK = frozenset(("ikmctl.engine.rules.kbli", "ikmctl.engine.scales.bands"))
"""What only those load that tell of every rule and scale."""

NEEDS: dict[str, frozenset[str]] = {
    "status": READING,
    "init new -n": READING | RULEBOOK,
    "import marks.csv --as marks --item test -n": READING | BOOK,
    "sheets blank -n": READING | BOOK | {"xlsxwriter"},
    "validate": READING,
    "duplicates -n": READING | BOOK | {"ikmctl.engine.duplicates", "rapidfuzz"},
    "score -n": READING,
    "curate -n": READING,
    "curate": READING | {"filelock"},
    "match -n": READING | {"ikmctl.engine.matching"},
    "show shortlist": READING,
    "show marks": READING,
    "show scores": READING,
    "explain P001": READING,
    "explain IKM101": SMALL,
    "decide withdraw P001 --by K --reason x --kind mundur -n": READING,
    "lock rules -n": READING,
    "lock pool -n": READING,
    "draw --by-lot P001 P002 --witness K -n": READING,
    "void draw --reason x -n": READING,
    "announce -n": READING,
    "finalize --decree 1 -n": READING,
    "reopen --decree 1 --reason x -n": READING,
    "verify": READING,
    "diff": READING | {"ikmctl.vcs", "ikmctl.engine.changes", "zipfile"},
    "audit-kit -n": READING | {"zipfile"},
    "report rules -n": READING | {"ikmctl.render.documents", "typst", "zipfile"},
    "report recap --anon -n": READING
    | {"ikmctl.render.documents", "ikmctl.engine.panel.report", "ikmctl.xlsx", "xlsxwriter", "zipfile"},
    "weights roc 3": SMALL | {"ikmctl.engine.weights"},
    "backup -o private.age -n": SMALL | {"pyrage"},
    "restore private.age -n": SMALL | {"pyrage"},
    "purge -n": READING | {"zipfile"},
    "schema": SMALL | RULEBOOK,
    "completion bash": SMALL,
}
"""Command line -> heavy packages and rooms that it may load; no other is loaded."""
WATCHED = frozenset(
    (*HEAVY, *ALWAYS, *ROOMS, "zipfile", "typst", "docxtpl", "jinja2", "lxml", "highspy", "pyrage", "numpy")
)


def _watched(modules: set[str]) -> set[str]:
    """Which of the watched are among the modules, each by its own name or as the beginning of another."""
    return {one for one in WATCHED if any(name == one or name.startswith(one + ".") for name in modules)}


@pytest.mark.parametrize("line", NEEDS)
def test_a_command_loads_only_what_it_needs(cohort: Path, line: str) -> None:
    assert _watched(_modules(cohort, *line.split(" "))) <= NEEDS[line]


def test_every_command_has_its_list() -> None:
    elsewhere = {"demo", "doctor", "git-setup", "git-hook", "git-textconv"}
    """`demo` walks the whole road and `doctor` looks for every library; git's own are tried in tests/unit/vcs."""
    assert {line.split(" ")[0] for line in NEEDS} | elsewhere == set(COMMANDS)
