"""Letters that no font of the printed page has: the paper is made all the same, and the office hears whose they are."""

from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.office import made, office, words_of

WARNED = "peringatan[IKM697]"


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """P001 and P005 are selected, P004 is not on the list; P001 and P004 have letters of their own."""
    root = office(tmp_path)
    people = root / "private" / "people.csv"
    people.write_text(people.read_text().replace("Siti Aminah", "Siti 李").replace("Ani", "Ani \U0001f389"))
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


@pytest.mark.parametrize("words", ["minutes", "decree-annex", "announcement", "receipts", "answer P001"])
def test_the_page_shows_a_box_and_the_warning_names_the_number(words: str, cohort: Path) -> None:
    answer, body = made(cohort, words, "pdf")
    people = "P001, P004" if words == "receipts" else "P001"
    assert f"{WARNED}: nama {people} memuat huruf" in answer.both
    assert "\u25a1" in words_of(body)


def test_a_paper_about_somebody_else_and_a_word_file_have_nothing_to_say(cohort: Path) -> None:
    assert WARNED not in made(cohort, "answer P005", "pdf")[0].both
    answer, body = made(cohort, "minutes", "docx")
    assert WARNED not in answer.both
    assert "Siti 李" in words_of(body)


def test_the_words_of_the_office_are_looked_at_too(cohort: Path) -> None:
    program = cohort / "program.yaml"
    program.write_text(program.read_text().replace("DINAS PERINDUSTRIAN", "DINAS 李"))
    assert f"{WARNED}: nama P001 dan tulisan dinas di program.yaml memuat" in made(cohort, "minutes", "pdf")[0].both
    assert f"{WARNED}: tulisan dinas di program.yaml memuat" in made(cohort, "rules", "pdf")[0].both
