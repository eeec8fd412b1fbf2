"""The sub-district beside a name: from the register where the rules do not use it, no column where none is known."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.office import PAPERS, made, office, words_of

COLUMNS = "[{head: Nama, field: name}, {head: Kec, field: district_name}]"
EXPORT = f"  exports: {{siinas: {{people: selected, form: csv, columns: {COLUMNS}}}}}\nschedule"
PRINTED = (("minutes", "docx"), ("minutes", "pdf"), ("decree-annex", "docx"), ("decree-annex", "pdf"),
           ("announcement", "md"), ("announcement", "pdf"))  # fmt: skip


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = office(tmp_path, PAPERS.replace("schedule", EXPORT))
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


def placed(cohort: Path) -> None:
    """The register knows where everybody lives: 33.24.12 is Weleri."""
    people = cohort / "private" / "people.csv"
    head, *rows = people.read_text().splitlines()
    people.write_text("\n".join([f"{head},district", *(f"{row},33.24.12" for row in rows)]) + "\n")


def told(cohort: Path, kind: str, ending: str) -> str:
    answer, body = made(cohort, kind, ending)
    assert answer.code == 0
    return body.decode() if ending == "md" else words_of(body)


@pytest.mark.parametrize(("kind", "ending"), PRINTED)
def test_a_paper_with_names_takes_it_from_the_register(kind: str, ending: str, cohort: Path) -> None:
    placed(cohort)
    words = told(cohort, kind, ending)
    assert "Kecamatan" in words
    assert "Weleri" in words
    assert "Weleri" not in told(cohort, f"{kind} --anon", ending)


@pytest.mark.parametrize(("kind", "ending"), PRINTED)
def test_no_column_stands_empty(kind: str, ending: str, cohort: Path) -> None:
    words = told(cohort, kind, ending)
    assert "Kecamatan" not in words
    assert "Siti Aminah" in words


def test_recap_and_export_have_it_too(cohort: Path) -> None:
    placed(cohort)
    assert "Joko Susilo,Weleri" in made(cohort, "export siinas", "csv")[1].decode()
    assert made(cohort, "recap", "xlsx")[0].code == 0
    rows = load_workbook(cohort / "made.xlsx")["Batik"].iter_rows(values_only=True)
    assert any("Weleri" in row for row in rows)


@pytest.mark.parametrize("kind", ["minutes", "decree-annex", "answer P001"])
def test_a_word_file_counts_its_pages(kind: str, cohort: Path) -> None:
    body = made(cohort, kind, "docx")[1]
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        feet = [package.read(name).decode() for name in package.namelist() if "footer" in name]
    assert any('w:instr="PAGE"' in foot and 'w:instr="NUMPAGES"' in foot for foot in feet)
