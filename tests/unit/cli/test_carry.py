"""Printed commands name the program and the folder as the user did, else they would not find them."""

import json
from pathlib import Path

import pytest

from ikmctl.cli.carry import carry
from tests.unit.cli.running import ikmctl

PROGRAM = "format: 1\nid: {id}\ntitle: Kecil\nas_of: 2025-09-29\nstages:\n  - {{id: curation}}\n"


@pytest.mark.parametrize(
    ("words", "cohort", "folder", "expected"),
    [
        ("next: ikmctl status", "kendal", None, "next: ikmctl -c kendal status"),
        ("next: ikmctl status", None, "my work", 'next: ikmctl -C "my work" status'),
        ("`ikmctl verify`, then `ikmctl diff`", "a", "b", "`ikmctl -C b -c a verify`, then `ikmctl -C b -c a diff`"),
        ("see ikmctl curate or ikmctl show pending", "a", None, "see ikmctl -c a curate or ikmctl -c a show pending"),
        ("`ikmctl restore FILE --cohort b`", "a", None, "`ikmctl restore FILE --cohort b`"),
        ("ikmctl init ID", "a", "b", "ikmctl -C b init ID"),
        ("ikmctl explain P001 -C demo-wub", None, "b", "ikmctl explain P001 -C b/demo-wub"),
        ("ikmctl knows nothing, my-ikmctl status", "a", "b", "ikmctl knows nothing, my-ikmctl status"),
        ("ikmctl status", None, None, "ikmctl status"),
    ],
)  # fmt: skip
def test_options_go_into_each_command_that_lacks_them(
    words: str, cohort: str | None, folder: str | None, expected: str
) -> None:
    assert carry(words, cohort, folder) == expected


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("IKMCTL_COHORT", "IKMCTL_PRIVATE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("satu", "dua"):
        (tmp_path / "cohorts" / name).mkdir(parents=True)
        (tmp_path / "cohorts" / name / "program.yaml").write_text(PROGRAM.format(id=name), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("office")
def test_what_a_command_prints_can_be_run_where_the_user_stands() -> None:
    said = ikmctl("-c", "dua", "status")
    commands = [line for line in (said.out + said.err).splitlines() if "ikmctl" in line]
    assert len(commands) > 1
    assert all("ikmctl -c dua " in line for line in commands)
    assert "`ikmctl -c dua import FILE.xlsx`" in ikmctl("curate", "--cohort=dua").err
    assert json.loads(ikmctl("-c", "dua", "curate", "--format", "json").out)["next"].startswith("ikmctl -c dua ")


def test_a_folder_is_carried_too(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.parent)
    here = f"{office.name}/cohorts/satu"
    said = ikmctl("-C", here, "status")
    assert f"ikmctl -C {here} import" in said.out
    monkeypatch.chdir(office.parent)
    assert f"ikmctl -C {here} " in ikmctl("-C", here, "show").err, "also where the command line itself is wrong"


@pytest.mark.usefixtures("office")
def test_a_program_that_was_not_found_is_not_carried() -> None:
    said = ikmctl("-c", "tiga", "status")
    assert said.code == 2
    assert "-c tiga" not in said.err


@pytest.mark.usefixtures("office")
def test_the_variable_needs_no_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKMCTL_COHORT", "dua")
    assert " -c " not in ikmctl("status").out


def test_a_line_of_a_file_is_shown_as_it_stands_there() -> None:
    words = "a.yaml:7:3: error\n7 | # ikmctl curate\n  |   ^\nhint: `ikmctl curate`"
    assert carry(words, "a", None) == words.replace("`ikmctl curate`", "`ikmctl -c a curate`")
    assert carry("7: # ikmctl curate", "a", None) == "7: # ikmctl curate"
