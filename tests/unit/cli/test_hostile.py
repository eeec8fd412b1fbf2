"""Hostile names on their way through every output."""

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest

from ikmctl.domain.participant import Person
from ikmctl.store.register import write_people
from tests.unit.cli.running import ikmctl

PROGRAM = """\
format: 1
id: kecil
title: "Kecil [bold]x[/]"
as_of: 2025-09-29
tracks:
  - {id: kue, name: Kue, quota: 3, reserves: 3}
marks:
  test: {per: participant, stage: curation, min: 0, max: 100}
stages:
  - id: curation
    criteria:
      - {id: test, source: marks.test, direction: benefit, scale: {linear: [0, 100]}, weight: 1, missing: worst}
"""
NAMES = (
    "[/] [bold]Siti[/bold]",
    "\x1b]52;c;aGFsbw==\x07Budi\x1b[2J",
    "Ayu\u202eimah\u2066",
    '=HYPERLINK("http://x","y")',
    "<script>alert(1)</script>|Dewi",
    "\u738b\u5b50\U0001f600 \u200bRatna\x9b31m",
)
NIK = "33240155010190{:02d}"
HOSTILE = ("Cc", "Cf", "Cs", "Co", "Cn")


@pytest.fixture(autouse=True)
def _cohort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [f"P{index:03d}" for index in range(1, len(NAMES) + 1)]
    (tmp_path / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    lines = "".join(f"{number},kue,,,\n" for number in numbers)
    (tmp_path / "participants.csv").write_text(f"number,track,track_2,registered_at,group\n{lines}", encoding="utf-8")
    lines = "".join(f"{number},test,,,{90 - index}\n" for index, number in enumerate(numbers))
    (tmp_path / "marks.csv").write_text(f"number,mark,item,by,value\n{lines}", encoding="utf-8")
    people = [
        Person(number, NIK.format(index + 90), (), {"name": name, "nik": NIK.format(index + 90)})
        for index, (number, name) in enumerate(zip(numbers, NAMES, strict=True))
    ]
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "people.csv").write_text(write_people(people), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("IKMCTL_COHORT", "IKMCTL_PRIVATE"):
        monkeypatch.delenv(name, raising=False)


def _unseen(text: str) -> list[str]:
    return [char for char in text if unicodedata.category(char) in HOSTILE and char != "\n"]


@pytest.mark.parametrize("flags", [(), ("--plain",), ("--format=markdown",), ("--color=never",)], ids=str)
@pytest.mark.parametrize("what", ["participants", "scores", "shortlist"])
def test_no_control_direction_or_private_use_character_reaches_the_terminal(what: str, flags: tuple[str, ...]) -> None:
    ran = ikmctl("show", what, "--names", *flags)
    assert ran.code == 0
    assert not _unseen(ran.out + ran.err)
    assert "IKM980" not in ran.err


def test_markup_is_printed_as_it_stands() -> None:
    ran = ikmctl("show", "shortlist", "--names", "--plain")
    assert "name: [/] [bold]Siti[/bold]" in ran.out
    assert "name: \\x1b]52;c;aGFsbw==\\x07Budi\\x1b[2J" in ran.out
    assert "name: Ayu\\u202eimah\\u2066" in ran.out


def test_markdown_holds_no_tag_and_no_extra_cell() -> None:
    ran = ikmctl("show", "shortlist", "--names", "--format", "markdown")
    assert "<script" not in ran.out
    rows = [line for line in ran.out.splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in rows}) == 1


def test_csv_holds_no_formula() -> None:
    ran = ikmctl("show", "shortlist", "--names", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["id"] for row in rows] == [f"P00{index}" for index in range(1, 7)]
    assert rows[3]["name"] == '\'=HYPERLINK("http://x","y")'
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+@" and cell]


def test_json_escapes_and_keeps_the_exact_name() -> None:
    ran = ikmctl("show", "shortlist", "--names", "--format", "json")
    answer = json.loads(ran.out)
    assert not _unseen(ran.out)
    assert [row["name"] for row in answer["data"]["rows"]] == list(NAMES)


def test_a_cp1252_redirect_of_such_names_never_crashes() -> None:
    ran = ikmctl("show", "shortlist", "--names", encoding="cp1252")
    assert ran.code == 0
    assert "???" in ran.out


def test_a_hostile_subject_is_repeated_without_its_power() -> None:
    ran = ikmctl("explain", "\x1b[2J\u202eP017")
    assert ran.code == 2
    assert not _unseen(ran.out + ran.err)


ARGV = [
    ("status",), ("validate",), ("score",), ("curate",), ("verify",), ("explain", "P001"), ("show", "shortlist"),
    ("show", "participants"), ("explain", "Siti"), ("explain", NIK.format(91)), ("explain", "i"),
    ("decide", "withdraw", NIK.format(90), "--by", "Ketua", "--reason", "x", "-n"),
]  # fmt: skip


@pytest.mark.parametrize("argv", ARGV, ids=" ".join)
@pytest.mark.parametrize("form", ["text", "json"])
def test_no_name_and_no_nik_without_being_asked_for(argv: tuple[str, ...], form: str) -> None:
    ran = ikmctl(*argv, "--format", form, "-v")
    assert "IKM980" not in ran.err + ran.out
    both = ran.out + ran.err
    for index, name in enumerate(NAMES):
        assert NIK.format(index + 90) not in both
        assert name not in both
    for word in ("Budi", "Dewi", "Ratna"):
        assert word not in both


def test_a_broken_register_shows_no_private_line(tmp_path: Path) -> None:
    register = tmp_path / "private" / "people.csv"
    register.write_text(register.read_text(encoding="utf-8") + "P001,3324015501019099,,Rahasia\n", encoding="utf-8")
    ran = ikmctl("show", "shortlist", "--names")
    assert "3324015501019099" not in ran.out + ran.err
    assert "Rahasia" not in ran.out + ran.err
