"""Complaints about the command line."""

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from ikmctl.cli.table import COMMANDS, HABITS
from tests.unit.cli.running import ikmctl


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("IKMCTL_COHORT", raising=False)


def test_indonesian_verbs_typed_by_habit_lead_to_the_command() -> None:
    for habit, meant in (("impor", "import"), ("kurasi", "curate"), ("cek", "validate"), ("nilai", "score")):
        ran = ikmctl(habit, "berkas.xlsx")
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err == f"error[IKM983]: there is no command `{habit}`\nhint: did you mean `ikmctl {meant}`?\n"


def test_every_habit_is_no_command_itself() -> None:
    assert not set(HABITS) & set(COMMANDS)


CASES = [
    ("currate", "IKM983"),
    ("xyzzy", "IKM982"),
    ("--zzz", "IKM982"),
    ("curate --per-trak 4", "IKM989"),
    ("curate --zzz", "IKM984"),
    ("curate --per-track ten", "IKM986"),
    ("curate --per-track", "IKM991"),
    ("curate ten", "IKM992"),
    ("curate --on 31-2-2025", "IKM987"),
    ("show", "IKM990"),
    ("show nothing", "IKM985"),
    ("validate --format xml", "IKM985"),
    ("validate -C nowhere", "IKM644"),
    ("draw", "IKM995"),
    ("import a.xlsx --map nik", "IKM996"),
    ("status -c ~nobody", "IKM932"),
    ("import a**.xlsx -c x", "IKM932"),
]


@pytest.mark.parametrize(("line", "code"), CASES)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_each_slip_has_its_code_and_exit_2_in_both_languages(line: str, code: str, lang: str) -> None:
    ran = ikmctl(f"--lang={lang}", *line.split())
    assert ran.code == 2
    assert f"[{code}]: " in ran.err
    assert ("saran: " if lang == "id" else "hint: ") in ran.err
    assert ran.out == ""


def test_a_slip_in_indonesian_reads_well() -> None:
    ran = ikmctl("curate", "--per-track", "sepuluh", "--lang", "id")
    assert ran.err == snapshot("""\
kesalahan[IKM986]: --per-track memerlukan bilangan bulat: `sepuluh`
saran: tulis angka saja, misalnya `--per-track 10`
""")


def test_json_is_asked_for_and_json_is_given() -> None:
    ran = ikmctl("curate", "--format", "json", "--per-track", "x")
    answer = json.loads(ran.out)
    assert answer["schema"] == "ikmctl/curate/1"
    assert answer["ok"] is False
    assert [item["code"] for item in answer["diagnostics"]] == ["IKM986"]
    assert (ran.code, ran.err) == (2, "")


def test_hostile_words_are_not_repeated_raw() -> None:
    ran = ikmctl("\x1b[2Jkurasi")
    assert "\x1b" not in ran.err


def test_help_of_everything_is_ready_text() -> None:
    for name in COMMANDS:
        for lang in ("id", "en"):
            ran = ikmctl(name, "--help", f"--lang={lang}")
            assert ran.code == 0
            assert f"ikmctl {name}" in ran.out
            assert max(map(len, ran.out.splitlines())) <= 80
    assert ikmctl().out == ikmctl("--help").out == ikmctl("help").out


@pytest.mark.parametrize(
    ("command", "example"),
    [("show", "ikmctl show shortlist"), ("explain", "ikmctl explain P017"), ("decide", "ikmctl decide withdraw P017")],
)
def test_what_is_missing_is_shown_by_an_example(command: str, example: str) -> None:
    assert f"hint: for example: `{example}" in ikmctl(command).err


def test_a_program_called_like_a_command_is_not_taken_for_it() -> None:
    assert "`ikmctl -c demo validate` has no flag `--zzz`" in ikmctl("-c", "demo", "validate", "--zzz").err
