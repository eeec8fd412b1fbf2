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


ALLOWED = {
    ("validate",): {"typer", "pydantic", "pydantic_core", "ruamel"},
    ("score", "-n"): {"typer", "pydantic", "pydantic_core", "ruamel"},
    ("curate", "-n"): {"typer", "pydantic", "pydantic_core", "ruamel"},
    ("curate",): {"typer", "pydantic", "pydantic_core", "ruamel", "filelock"},
    ("show", "shortlist"): {"typer", "pydantic", "pydantic_core", "ruamel"},
    ("status",): {"typer", "pydantic", "pydantic_core", "ruamel"},
    ("verify",): {"typer", "pydantic", "pydantic_core", "ruamel"},
    ("explain", "P001"): {"typer", "pydantic", "pydantic_core", "ruamel"},
}


@pytest.mark.parametrize("argv", ALLOWED)
def test_a_command_loads_only_what_it_needs(cohort: Path, argv: tuple[str, ...]) -> None:
    assert _packages(_modules(cohort, *argv)) & (HEAVY | ALWAYS) <= ALLOWED[argv]


DRAWING = frozenset(("typst", "docxtpl", "docx", "jinja2", "lxml", "xlsxwriter"))
"""What draws documents."""


@pytest.mark.parametrize("argv", [*ALLOWED, ("import", "--help"), ("report", "--help")])
def test_documents_cost_other_commands_nothing(cohort: Path, argv: tuple[str, ...]) -> None:
    loaded = _modules(cohort, *argv)
    assert not _packages(loaded) & DRAWING
    assert not any(name.startswith(("ikmctl.render.documents", "ikmctl.render.charts")) for name in loaded)
