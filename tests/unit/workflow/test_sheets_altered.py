"""Judges' workbooks with numbers that were typed over or swapped, and empty ones."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl

PROGRAM = """\
format: 1
id: lomba
synthetic: true
title: Lomba kecil
as_of: 2025-09-29
tracks: [{id: batik, name: Batik, quota: 1}]
marks:
  pitch: {per: judge, stage: final, min: 1, max: 10}
  test: {per: participant, stage: final, min: 0, max: 100}
stages:
  - id: final
    criteria:
      - {id: pitch, source: marks.pitch, direction: benefit, scale: {linear: [1, 10]}, weight: 1, missing: pending}
panel:
  judges: [{id: J1}]
"""
NAMES = {"P001": "Siti Aminah", "P002": "Budi Santoso", "P003": "Dewi Lestari"}


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tmp_path / "cohorts" / "lomba"
    (root / "private").mkdir(parents=True)
    (root / "program.yaml").write_text(PROGRAM)
    (root / "participants.csv").write_text(
        "number,track,track_2,registered_at,group\n" + "".join(f"{number},batik,,,\n" for number in NAMES)
    )
    lines = "".join(f"{number},332401010187900{number[-1]},,{name}\n" for number, name in NAMES.items())
    (root / "private" / "people.csv").write_text("number,identity,former,name\n" + lines)
    return root


def sheet_of(cohort: Path, *flags: str) -> Path:
    assert ikmctl(["sheets", "make", *flags], cohort).code == 0
    return cohort / "reports" / "sheets" / "final-J1.xlsx"


def write(path: Path, cells: Mapping[str, Any]) -> None:
    book = load_workbook(path)
    for address, value in cells.items():
        book.active[address].value = value
    book.save(path)


def numbers(path: Path) -> list[str]:
    """Numbers in A6, A7 and A8, as made."""
    return [str(load_workbook(path).active[f"A{row}"].value) for row in (6, 7, 8)]


def collect(cohort: Path, path: Path) -> tuple[int, list[str]]:
    """Exit code and the lines that say what is wrong, without their last sentence."""
    answer = ikmctl(["sheets", "collect", str(path), "--on", "2025-10-02"], cohort)
    said = [line.split("!Penilaian!")[1] for line in answer.err.splitlines() if "!Penilaian!" in line]
    return answer.code, said


FILLED = {"D6": 6, "D7": 7, "D8": 8}
ALTERED = "error[IKM598]: the sheet of judge `J1` was altered:"


@pytest.mark.parametrize("blind", [[], ["--blind"]])
def test_the_cell_that_was_typed_over_is_named_not_the_one_it_copies(cohort: Path, blind: list[str]) -> None:
    path = sheet_of(cohort, *blind)
    first, second, _ = numbers(path)
    write(path, {**FILLED, "A6": second})
    code, said = collect(cohort, path)
    assert (code, said) == (2, [f"A6: {ALTERED} it says `{second}` here, expected `{first}`"])
    write(path, {"A6": first, "A7": first})
    assert collect(cohort, path)[1] == [f"A7: {ALTERED} it says `{first}` here, expected `{second}`"]
    assert not (cohort / "marks.csv").exists()


def test_numbers_that_were_swapped_contradict_the_names_in_both_cells(cohort: Path) -> None:
    path = sheet_of(cohort)
    first, second, third = numbers(path)
    write(path, {**FILLED, "A6": second, "A7": first})
    code, said = collect(cohort, path)
    assert code == 2
    assert said == [
        f"A6: {ALTERED} it says `{second}` here, expected `{first}`",
        f"A7: {ALTERED} it says `{first}` here, expected `{second}`",
    ]
    write(path, {"A6": first, "A7": second})
    assert collect(cohort, path) == (0, [])
    marks = (cohort / "marks.csv").read_text().splitlines()[1:]
    assert sorted(marks) == sorted(
        f"{number},pitch,,J1,{mark}" for number, mark in zip((first, second, third), (6, 7, 8), strict=True)
    )


def test_a_name_mended_since_does_not_stop_a_sheet(cohort: Path) -> None:
    path = sheet_of(cohort)
    write(path, FILLED)
    people = cohort / "private" / "people.csv"
    people.write_text(people.read_text().replace("Siti Aminah", "Siti Aminatun Zahra"))
    assert collect(cohort, path) == (0, [])


def test_somebody_erased_since_is_not_taken_for_another_of_the_same_name(cohort: Path) -> None:
    people = cohort / "private" / "people.csv"
    people.write_text(people.read_text().replace("Budi Santoso", "Siti Aminah"))
    path = sheet_of(cohort)
    write(path, FILLED)
    people.write_text("".join(line for line in people.read_text().splitlines(keepends=True) if "P002" not in line))
    assert collect(cohort, path) == (0, [])


def test_rows_sorted_with_their_names_are_read_and_a_slip_in_them_is_still_found(cohort: Path) -> None:
    path = sheet_of(cohort)
    book = load_workbook(path)
    rows = [[cell.value for cell in book.active[row]][:3] for row in (8, 7, 6)]
    book.close()
    moved = {
        f"{'ABC'[at]}{row}": value
        for row, values in zip((6, 7, 8), rows, strict=True)
        for at, value in enumerate(values)
    }
    write(path, {**moved, **FILLED})
    assert collect(cohort, path) == (0, [])
    third, second, _ = numbers(path)
    write(path, {"A6": second})
    assert collect(cohort, path)[1] == [f"A6: {ALTERED} it says `{second}` here, expected `{third}`"]


def test_where_nothing_tells_which_row_is_right_both_are_named(cohort: Path) -> None:
    path = sheet_of(cohort, "--blind")
    first, second, third = numbers(path)
    write(path, {**FILLED, "A6": third, "A7": first, "A8": first})
    assert collect(cohort, path) == (
        2,
        [
            (
                f"A7: error[IKM298]: sheet of judge `J1`: number `{first}` stands in several rows (A7, A8),"
                f" while {second} is missing"
            )
        ],
    )


def test_a_formula_without_its_result_is_a_fault_and_not_a_blank(cohort: Path) -> None:
    path = sheet_of(cohort)
    write(path, {**FILLED, "D7": "=1+2"})
    code, said = collect(cohort, path)
    assert (code, said) == (1, ["D7: error[IKM241]: `pitch`: the cell holds a formula whose result is not stored"])


def test_an_empty_sheet_is_said_once_and_leaves_no_trace(cohort: Path) -> None:
    path = sheet_of(cohort)
    answer = ikmctl(["sheets", "collect", str(path), "--on", "2025-10-02"], cohort)
    assert answer.code == 0
    assert (answer.err.count("IKM299"), answer.err.count("IKM596")) == (1, 0)
    assert not (cohort / "imports.csv").exists()


def test_what_is_printed_is_typed_into_another_sheet_and_not_collected(cohort: Path) -> None:
    answer = ikmctl("sheets make --print", cohort)
    assert answer.err.splitlines()[-1] == "next: ikmctl sheets make --combined"


def test_collecting_nothing_says_so(cohort: Path) -> None:
    answer = ikmctl("sheets collect", cohort)
    assert answer.code == 2
    assert "IKM990" in answer.err
    assert "ikmctl sheets collect reports/sheets/final-J1.xlsx" in answer.err


def test_an_empty_sheet_that_was_collected_before_is_still_known(cohort: Path) -> None:
    """Sheets that came in empty stand in imports.csv of older programs."""
    path = sheet_of(cohort)
    kept = cohort / "private" / "sheets" / "001" / "final-J1.xlsx"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(path.read_bytes())
    digest = sha256(path.read_bytes()).hexdigest()
    (cohort / "private" / "sheets" / "index.jsonl").write_text(
        json.dumps({"run": 1, "digest": digest, "name": path.name, "how": "collect"}) + "\n"
    )
    (cohort / "imports.csv").write_text(
        f"digest,kind,rows,kept,merged,rejected,skipped,on,by,reason\n{digest},marks,3,3,0,0,0,2025-10-02,petugas,\n"
    )
    ikmctl("curate --accept-pending --reason uji --on 2025-10-02", cohort)
    assert "IKM619" not in ikmctl("verify --deep", cohort).both
