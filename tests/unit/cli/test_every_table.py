"""Every command that prints a table, on every example: 80 columns, one fact a line with --plain, any encoding.

The people behind the numbers get names as long and as strange as a register may hold.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.console import standing_in
from tools.pages import ROOT

from ikmctl.domain.participant import Person
from ikmctl.render import tables
from ikmctl.render.safe import columns
from ikmctl.store.files import read_program
from ikmctl.store.register import write_people
from tests.unit.cli.running import ikmctl

NAMES = (
    "Siti Nurhayati Kusumaningrum Wulandari Prasetyaningtyas binti Haji Abdurrahman Wahid",
    "X" * 90,
    "José Ångström Дмитрий 王小明 \u202e\x1b[31mmerah",
    "=HYPERLINK(1) | [b]Budi[/b]",
)
COHORTS = sorted(path.parent.name for path in (ROOT / "cohorts").glob("*/program.yaml"))
EVERYWHERE = (
    "status", "validate", "verify", "show participants --names", "show marks", "report monitoring", "duplicates",
    "diff", "weights roc practice gain", "explain tracks.quota", "explain IKM104", "doctor",
)  # fmt: skip
SELECTING = (
    "show scores --names", "show shortlist --names", "show quotas", "show pending --names", "show panel",
    "score --dry-run", "curate --dry-run", "curate --plan",
)  # fmt: skip
SCORED = ("show scores --steps", "score --compare", "score --sensitivity 3")
MATCHING = ("match --dry-run", "explain kotak-karton", "explain A001")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the examples with registers of hard names."""
    root = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "cohorts", root / "cohorts")
    for name in COHORTS:
        folder = root / "cohorts" / name
        numbers = [line.split(",")[0] for line in (folder / "participants.csv").read_text().splitlines()[1:]]
        people = [
            Person(number, f"id-{number}", (), {"name": NAMES[at % len(NAMES)]}) for at, number in enumerate(numbers)
        ]
        (folder / "private").mkdir()
        (folder / "private" / "people.csv").write_text(write_people(people), encoding="utf-8")
    return root


def lines_for(office: Path, name: str) -> Iterator[str]:
    """The command lines that suit a program."""
    text = (office / "cohorts" / name / "program.yaml").read_text(encoding="utf-8")
    program = read_program(text, "program.yaml").value
    assert program is not None
    yield from EVERYWHERE
    for stage in program.stages:
        if stage.kind == "match":
            yield from MATCHING
            continue
        for line in (*SELECTING, *(SCORED if stage.criteria else ())):
            yield f"{line} --stage {stage.id}"


def numbers_in(office: Path, name: str) -> str:
    return (office / "cohorts" / name / "participants.csv").read_text().splitlines()[1].split(",")[0]


@pytest.mark.parametrize("name", COHORTS)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_tables_fit_80_columns_and_no_encoding_crashes(
    office: Path, name: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    made = tables.as_text

    def as_text(table: tables.Table, style: tables.Style) -> str:
        drawn.append(made(table, style))
        return drawn[-1]

    monkeypatch.setattr(tables, "as_text", as_text)
    encoding = "cp1252" if lang == "id" else "ascii"
    with standing_in(office, {"COLUMNS": "80"}):
        for line in lines_for(office, name):
            ran = ikmctl(*line.split(), "-c", name, f"--lang={lang}", encoding=encoding)
            assert ran.code in (0, 1, 2), (line, ran.err)
            assert "IKM980" not in ran.err, (line, ran.err)
    assert len(drawn) > 3
    wide = [one for text in drawn for one in text.splitlines() if columns(one) > 80]
    assert wide == []


@pytest.mark.parametrize("name", COHORTS)
def test_plain_says_one_fact_a_line(office: Path, name: str) -> None:
    with standing_in(office, {"COLUMNS": "80"}):
        for line in (*lines_for(office, name), f"explain {numbers_in(office, name)}"):
            ran = ikmctl(*line.split(), "-c", name, "--plain", encoding="cp1252")
            drawn = [one for one in ran.out.splitlines() if re.search(r"\S {2,}\S|^ *[-=+|]{2,}", one)]
            assert drawn == [], line


def test_several_counts_stand_on_lines_of_their_own(office: Path) -> None:
    with standing_in(office, {}):
        ran = ikmctl("score", "-n", "-c", "pekalongan-startup-2022", "--plain")
    assert ran.out.splitlines()[-5:] == ["final:", "30 participants", "25 eligible", "0 pending", "5 ineligible"]


def test_a_problem_is_read_aloud_without_carets(tmp_path: Path) -> None:
    (tmp_path / "program.yaml").write_text("format: 1\nid: x\ntitel: X\n")
    with standing_in(tmp_path, {}):
        ran = ikmctl("validate", "--plain")
    assert "3: titel: X" in ran.out
    assert "^" not in ran.out


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
def test_forms_for_machines_keep_every_letter(office: Path, form: str) -> None:
    with standing_in(office, {}):
        ran = ikmctl(
            "show", "participants", "--names", "--format", form, "-c", "kendari-sentra-2022", encoding="cp1252"
        )
    assert ran.code == 0
    assert "王小明" in ran.out
