"""Somebody without a name is visible on every paper, and somebody under two numbers is pointed out."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.office import made, office, words_of

PAPERS = """\
documents:
  place: Kendal
  minutes: {number: 500/1, date: 2025-10-02}
  decree: {number: 500/2, date: 2025-10-13}
  payments: {rate: 75000, per: person, people: selected}
  certificates: {number: "{n:03}", from: 1, people: selected}
  exports: {siinas: {people: selected, form: csv, columns: [{head: Nama, field: name}]}}
"""
SHOWN = "(nama belum ada)"


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """P001 and P005 are selected; P001 has no name."""
    root = office(tmp_path, PAPERS)
    people = root / "private" / "people.csv"
    people.write_text(people.read_text().replace('"Siti Aminah"', "").replace("Usaha 1", ""))
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


@pytest.mark.parametrize(
    ("words", "ending"),
    [("minutes", "docx"), ("minutes", "pdf"), ("decree-annex", "docx"), ("announcement", "md"),
     ("certificates", "docx"), ("receipts", "md"), ("answer P001", "docx")],
)  # fmt: skip
def test_papers_say_that_a_name_is_missing(words: str, ending: str, cohort: Path) -> None:
    answer, body = made(cohort, words, ending)
    assert "peringatan[IKM632]: nama 1 peserta belum ada (P001)" in answer.both
    assert SHOWN in (body.decode() if ending == "md" else words_of(body))
    assert f"({SHOWN}" not in (body.decode() if ending == "md" else words_of(body))


def test_an_export_says_it_in_the_cell(cohort: Path) -> None:
    answer, body = made(cohort, "export siinas", "csv")
    assert "IKM632" in answer.both
    assert body.decode("utf-8-sig").splitlines() == ["Nama", SHOWN, "Joko Susilo"]


def test_an_answer_about_another_person_has_nothing_to_say(cohort: Path) -> None:
    answer, _ = made(cohort, "answer P005", "docx")
    assert "IKM632" not in answer.both


def test_without_names_nothing_is_missing(cohort: Path) -> None:
    answer = ikmctl("report minutes --anon -o m.docx --on 2025-10-06", cohort, "id")
    assert answer.code == 0
    assert "IKM632" not in answer.both


def test_a_message_greets_by_number(cohort: Path) -> None:
    assert made(cohort, "messages", "xlsx")[0].code == 0
    cells = [str(cell.value) for sheet in load_workbook(cohort / "made.xlsx") for row in sheet for cell in row]
    assert not any("Yth" in cell and SHOWN in cell for cell in cells)
    assert any(cell == SHOWN for cell in cells)


@pytest.mark.parametrize(("kind", "ending"), [("payments", "xlsx"), ("certificates", "docx")])
def test_one_person_under_two_numbers_is_pointed_out(kind: str, ending: str, cohort: Path) -> None:
    head = "left,right,answer,on,by,note\n"
    answers = cohort / "private" / "duplicates.csv"
    answers.write_text(head + "P001,P005,same,2025-10-03,petugas,\n")
    assert "`P001` dan `P005` adalah orang yang sama" in made(cohort, kind, ending)[0].both
    answers.write_text(head + "P001,P005,different,2025-10-03,petugas,\nP001,P002,same,2025-10-03,petugas,\n")
    assert "IKM633" not in made(cohort, kind, ending)[0].both


def test_validate_counts_them_where_the_register_is(cohort: Path) -> None:
    found = json.loads(ikmctl("validate --format json", cohort).out)["diagnostics"]
    assert [(one["code"], one["file"]) for one in found if one["code"] == "IKM630"] == [
        ("IKM630", "private/people.csv")
    ]
    (cohort / "private" / "people.csv").unlink()
    assert "IKM630" not in ikmctl("validate", cohort).both


def test_the_recap_counts_those_without_a_track(cohort: Path) -> None:
    people = cohort / "participants.csv"
    people.write_text(people.read_text().replace("P004,las", "P004,"))
    assert made(cohort, "recap", "xlsx")[0].code == 0
    sheet = load_workbook(cohort / "made.xlsx")["Ringkasan"]
    counts = {row[0].value: row[1].value for row in sheet.iter_rows() if isinstance(row[1].value, int)}
    assert {name: counts[name] for name in ("Batik", "Las", "Bidang belum ada", "Jumlah")} == {
        "Batik": 3, "Las": 2, "Bidang belum ada": 1, "Jumlah": 6,
    }  # fmt: skip
