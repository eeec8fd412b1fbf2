"""Judges' workbooks go out and come back: order, protection, versions, slips, and the way into marks.csv."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.judge_sheet import returned

PROGRAM = """\
format: 1
id: lomba
synthetic: true
title: Lomba kecil
as_of: 2025-09-29
tracks:
  - {id: batik, name: Batik, quota: 1}
  - {id: las, name: Las, quota: 1}
marks:
  pitch: {per: judge, stage: final, min: 1, max: 10, items: [ide, pasar]}
stages:
  - id: final
    criteria:
      - {id: pitch, source: marks.pitch, direction: benefit, scale: {linear: [1, 10]}, weight: 1, missing: pending}
panel:
  judges: [{id: J1, role: akademisi}, {id: J2, tracks: [batik]}]
  recusals: [{judge: J1, id: P002, reason: saudara}]
"""
PEOPLE = "number,track,track_2,registered_at,group\nP001,batik,,,\nP002,batik,,,\nP003,las,,,\n"


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tmp_path / "cohorts" / "lomba"
    root.mkdir(parents=True)
    (root / "program.yaml").write_text(PROGRAM)
    (root / "participants.csv").write_text(PEOPLE)
    return root


def numbers(path: Path) -> list[str]:
    sheet = load_workbook(path).active
    assert sheet is not None
    return [str(cell.value) for cell in sheet["A"][5:] if cell.value]


def test_each_judge_gets_the_people_that_they_mark_in_one_neutral_order(cohort: Path) -> None:
    assert ikmctl("sheets make --blind", cohort).code == 0
    folder = cohort / "reports" / "sheets"
    assert sorted(path.name for path in folder.iterdir()) == ["final-J1.xlsx", "final-J2.xlsx"]
    assert set(numbers(folder / "final-J1.xlsx")) == {"P001", "P003"}  # P002 is recused
    assert set(numbers(folder / "final-J2.xlsx")) == {"P001", "P002"}  # batik alone
    ikmctl("sheets make --combined --blind", cohort)
    together = numbers(folder / "final-semua-juri.xlsx")
    one, two = numbers(folder / "final-J1.xlsx"), numbers(folder / "final-J2.xlsx")
    assert [n for n in together if n in one] == one
    assert [n for n in together if n in two] == two


def test_a_workbook_is_protected_checks_the_scale_and_is_the_same_twice(cohort: Path) -> None:
    ikmctl("sheets make --blind", cohort)
    path = cohort / "reports" / "sheets" / "final-J1.xlsx"
    once = path.read_bytes()
    sheet = load_workbook(io.BytesIO(once)).active
    assert sheet is not None
    assert sheet.protection.sheet
    assert not sheet["D6"].protection.locked
    assert sheet["A6"].protection.locked
    rules = {str(rule.sqref): (rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation}
    assert rules == {"D6:D7": ("1", "10"), "E6:E7": ("1", "10")}
    path.unlink()
    ikmctl("sheets make --blind", cohort)
    assert path.read_bytes() == once


def test_names_stand_on_sheets_only_where_they_are_not_blind(cohort: Path) -> None:
    private = cohort / "private"
    private.mkdir()
    (private / "people.csv").write_text("number,identity,former,name\nP001,3324010101879001,,Siti Aminah\n")
    ikmctl("sheets make", cohort)
    path = cohort / "reports" / "sheets" / "final-J1.xlsx"

    def texts() -> set[str]:
        sheet = load_workbook(path).active
        assert sheet is not None
        return {str(cell.value) for row in sheet.iter_rows() for cell in row}

    assert "Siti Aminah" in texts()
    ikmctl("sheets make --blind", cohort)
    assert "Siti Aminah" not in texts()


def test_what_comes_back_lands_in_marks_csv_once(cohort: Path) -> None:
    first, second = returned(cohort, {("P001", "ide"): "7,5"}), returned(cohort, judge="J2")
    answer = ikmctl(["sheets", "collect", first.name, second.name, "--on", "2025-10-02"], cohort)
    assert (answer.code, answer.err.splitlines()[-1]) == (0, "next: ikmctl validate")
    lines = (cohort / "marks.csv").read_text().splitlines()
    assert lines == [
        "number,mark,item,by,value",
        "P001,pitch,ide,J1,7.5",
        "P001,pitch,ide,J2,4",
        "P001,pitch,pasar,J1,4",
        "P001,pitch,pasar,J2,4",
        "P002,pitch,ide,J2,4",
        "P002,pitch,pasar,J2,4",
        "P003,pitch,ide,J1,4",
        "P003,pitch,pasar,J1,4",
    ]
    again = ikmctl(["sheets", "collect", first.name, second.name, "--on", "2025-10-03"], cohort)
    assert "marks: 0 new, 0 changed, 8 the same" in again.out
    assert (cohort / "marks.csv").read_text().splitlines() == lines
    ledger = (cohort / "imports.csv").read_text().splitlines()
    assert len(ledger) == 3  # a header and one line for each workbook, not for each run


@pytest.mark.parametrize("name", ["imports.csv", "private/sheets/index.jsonl"])
def test_a_ledger_that_cannot_be_read_is_not_begun_anew(cohort: Path, name: str) -> None:
    path = returned(cohort)
    (cohort / name).mkdir(parents=True)  # reading a folder fails for everybody, even for root
    answer = ikmctl(["sheets", "collect", path.name, "--on", "2025-10-02"], cohort)
    assert answer.code in (1, 2), answer.both
    assert name in answer.err
    assert not (cohort / "marks.csv").exists()


def test_rows_that_the_judge_sorted_are_still_read_by_number(cohort: Path) -> None:
    path = returned(cohort, {("P001", "ide"): 9, ("P003", "ide"): 2})
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    upper, lower = [[cell.value for cell in sheet[row]] for row in (6, 7)]
    for row, values in ((6, lower), (7, upper)):
        for cell, value in zip(sheet[row], values, strict=True):
            cell.value = value
    book.save(path)
    ikmctl(["sheets", "collect", path.name, "--on", "2025-10-02"], cohort)
    marks = (cohort / "marks.csv").read_text()
    assert "P001,pitch,ide,J1,9\n" in marks
    assert "P003,pitch,ide,J1,2\n" in marks


def test_a_sheet_from_before_somebody_joined_is_refused_whole(cohort: Path) -> None:
    path = returned(cohort)
    (cohort / "participants.csv").write_text(PEOPLE + "P004,las,,,\n")
    answer = ikmctl(["sheets", "collect", path.name], cohort)
    assert answer.code == 2
    assert "IKM593" in answer.err
    assert not (cohort / "marks.csv").exists()


def test_after_the_pool_lock_new_marks_need_a_reason(cohort: Path) -> None:
    path = returned(cohort)
    assert ikmctl("lock rules --by Ketua --on 2025-09-28", cohort).code == 0
    assert ikmctl("lock pool --by Ketua --on 2025-10-01", cohort).code == 0
    refused = ikmctl(["sheets", "collect", path.name, "--on", "2025-10-02"], cohort)
    assert refused.code == 1
    assert "IKM404" in refused.err
    assert not (cohort / "marks.csv").exists()
    allowed = ikmctl(["sheets", "collect", path.name, "--on", "2025-10-02", "--reason", "lembar terlambat"], cohort)
    assert allowed.code == 0
    assert "lembar terlambat" in (cohort / "imports.csv").read_text()


def test_blank_forms_are_read_back_without_a_question(cohort: Path) -> None:
    program = (cohort / "program.yaml").read_text()
    (cohort / "program.yaml").write_text(
        program.replace("  pitch:", "  test: {per: participant, stage: final, min: 0, max: 100}\n  pitch:")
    )
    assert ikmctl("sheets blank", cohort).code == 0
    form = cohort / "reports" / "sheets" / "formulir-test.xlsx"
    book = load_workbook(form)
    sheet = book.active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]] == ["No. Peserta", "Nama Peserta", "test"]
    sheet["C4"].value = 81
    book.save(form)
    answer = ikmctl(["import", str(form), "--as", "marks", "--on", "2025-10-02"], cohort)
    assert answer.code == 0, answer.both
    assert "P001,test,,,81\n" in (cohort / "marks.csv").read_text()


def test_sheets_print_names_and_take_sheets_back_that_went_out_before_the_names(cohort: Path) -> None:
    before = returned(cohort)
    program = cohort / "program.yaml"
    named = "pitch: {name: Paparan, names: {ide: Gagasan}, per"
    program.write_text(
        program.read_text().replace("pitch: {per", named).replace("- id: final", "- id: final\n    name: Babak final")
    )
    assert ikmctl("sheets make --blind", cohort).code == 0
    sheet = load_workbook(cohort / "reports" / "sheets" / "final-J1.xlsx").active
    assert sheet is not None
    assert [sheet.cell(5, column).value for column in (4, 5)] == ["Gagasan", "pasar"]
    assert sheet["A2"].value == "Juri: J1 akademisi, tahap Babak final"
    assert sheet["A3"].value == "Skala: Paparan 1-10. Kotak kuning diisi, kotak abu-abu dibiarkan."
    assert ikmctl(f"sheets collect {before.name} --on 2025-10-02", cohort).code == 0
    assert ikmctl(f"sheets collect {returned(cohort).name} --on 2025-10-02", cohort).code == 0
    assert "P001,pitch,ide,J1,4" in (cohort / "marks.csv").read_text()


def test_a_name_for_an_item_that_the_mark_does_not_have_is_an_error(cohort: Path) -> None:
    program = cohort / "program.yaml"
    program.write_text(program.read_text().replace("pitch: {per", "pitch: {names: {idea: Gagasan}, per"))
    answer = ikmctl("validate", cohort)
    assert answer.code == 1
    assert "mark `pitch` has no item `idea`" in answer.out


def test_a_workbook_that_is_filled_in_is_not_made_anew(cohort: Path) -> None:
    """What a judge has typed would be lost; once it is collected, the copy in private/ has it."""
    ikmctl("sheets make --blind", cohort)
    path = cohort / "reports" / "sheets" / "final-J1.xlsx"
    fill(path, "D6", 7)
    was = path.read_bytes()
    for again in ("sheets make --blind", "sheets make --blind --combined"):
        done = ikmctl(again, cohort)
        assert (done.code, path.read_bytes() == was) == (0 if "combined" in again else 1, True)
    assert "IKM296" in ikmctl("sheets make --blind", cohort).err + ikmctl("sheets make --blind", cohort).out
    assert ikmctl("sheets collect reports/sheets/final-J1.xlsx", cohort).code == 0
    assert ikmctl("sheets make --blind", cohort).code == 0
    assert path.read_bytes() != was


def test_a_form_that_is_filled_in_is_not_made_anew(cohort: Path) -> None:
    ikmctl("sheets blank", cohort)
    path = cohort / "reports" / "sheets" / "formulir-pendaftaran.xlsx"
    assert ikmctl("sheets blank", cohort).code == 0
    fill(path, "A4", "Siti Aminah")
    was = path.read_bytes()
    assert (ikmctl("sheets blank", cohort).code, path.read_bytes() == was) == (1, True)
    path.write_bytes(b"PK\x03\x04 broken")
    assert (ikmctl("sheets blank", cohort).code, path.read_bytes()) == (1, b"PK\x03\x04 broken")


def fill(path: Path, cell: str, value: object) -> None:
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet[cell] = value
    book.save(path)


def test_of_sheets_that_come_in_with_a_reason_the_changed_marks_are_counted(cohort: Path) -> None:
    ikmctl("lock rules --by Ketua --on 2025-09-28", cohort)
    assert ikmctl(["sheets", "collect", returned(cohort).name, "--on", "2025-10-02"], cohort).code == 0
    first, second = returned(cohort, {("P001", "ide"): 9, ("P003", "pasar"): 2}), returned(cohort, judge="J2")
    answer = ikmctl(["sheets", "collect", first.name, second.name, "--on", "2025-10-03", "--reason", "ralat"], cohort)
    assert answer.code == 0, answer.both
    lines = (cohort / "imports.csv").read_text().splitlines()
    assert [line.rpartition(",")[2] for line in lines] == ["changed", "", "2", "0"]
    said = ikmctl("curate --accept-pending --reason uji", cohort).both
    assert said.count("2 marks changed by an import on 2025-10-03; reason: ralat") == 1
