"""Workbooks and papers in both languages of documents: each is made, and none says a word of the other."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.papers import office

DOCUMENTS = """  payments: {number: 1/2025, rate: 75000, tax: 2.5, budget: 1000000}
  certificates: {number: "{n}/2025"}
  messages: {contact: Kantor}
  exports: {all: {columns: [{head: A, field: result}]}}
"""
KINDS = ("recap", "attendance", "payments", "certificates", "messages", "export all")
WORDS = {"id": ("Nama", "Kursi", "terpilih", "Jumlah"), "en": ("Name", "Seats", "selected", "Total")}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_documents_follow_the_language_of_the_program(tmp_path: Path, lang: str) -> None:
    root = office(tmp_path, DOCUMENTS, ("as_of: 2025-09-29\n", f"as_of: 2025-09-29\nlanguage: {lang}\n"))
    for kind in KINDS:
        answer = ikmctl(f"report {kind} --on 2025-10-06", root)
        assert answer.code == 0, answer.both
    sheets = load_workbook(root / "reports" / "curation-recap.xlsx").worksheets
    found = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    other = "en" if lang == "id" else "id"
    assert set(WORDS[lang]) <= found
    assert not set(WORDS[other]) & found
