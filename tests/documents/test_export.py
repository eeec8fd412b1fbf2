"""Exports: declared columns as they were asked for, text that stays text, and nothing that runs in CSV."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import Answer, ikmctl
from tools.papers import NAMES, NIK, office

SPEC = """  exports:
    siinas:
      people: all
      columns:
        - {head: Nama, field: name}
        - {head: NIK, field: nik}
        - {head: HP, field: phone}
        - {head: Umur, field: age}
        - {head: Bidang, field: track_name}
        - {head: Nilai, field: score}
        - {head: Hasil, field: result, words: {terpilih: Y}}
        - {head: "=Sumber", text: "=1+1"}
    daftar:
      form: csv
      columns: [{head: No, field: number}, {head: Urutan, field: place}, {head: Umur, field: age}]
    cadangan:
      people: reserves
      columns: [{head: No, field: number}]
"""
SIINAS = "reports/curation-export-siinas.xlsx"


def report(root: Path, *words: str) -> Answer:
    return ikmctl(["report", "export", *words, "--on", "2025-10-06"], root)


def test_a_workbook_has_the_columns_in_their_order_and_identity_as_text(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    answer = report(root, "siinas")
    assert answer.code == 0, answer.both
    sheet = load_workbook(root / SIINAS).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Nama", "NIK", "HP", "Umur", "Bidang", "Nilai", "Hasil", "=Sumber"]
    assert rows[1] == ["Siti Aminah", f"{NIK}1", "+6281200001201", "30", "Batik", 89, "Y", "=1+1"]
    assert [row[0] for row in rows[1:]] == list(NAMES.values())
    assert rows[4][5:7] == [51, "tidak terpilih"]  # 60 x 0.6 + 37.5 x 0.4, and too old
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None and cell.column != 6}
    assert kinds == {"s"}
    assert sheet["B2"].number_format == "@"


def test_csv_runs_nothing(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    target = tmp_path / "siinas.csv"
    assert report(root, "siinas", "-o", str(target)).code == 0
    rows = list(csv.reader(target.read_text(encoding="utf-8").splitlines()))
    assert rows[0][-1] == "'=Sumber"
    assert rows[1] == ["Siti Aminah", f"{NIK}1", "6281200001201", "30", "Batik", "89.000000", "Y", "'=1+1"]
    assert rows[2][0] == f"'{NAMES['P002']}"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_an_export_of_tracked_columns_needs_no_register_and_names_nobody(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    (root / "private" / "people.csv").unlink()
    answer = report(root, "daftar")
    assert (answer.code, answer.err.count("IKM573")) == (0, 0)
    assert "without names" in answer.both
    text = (root / "reports" / "curation-export-daftar.csv").read_text()
    assert text.splitlines() == ["No,Urutan,Umur", "P001,1,30", "P002,2,31", "P005,1,33"]


def test_an_export_with_private_columns_is_a_named_file(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    assert "with names; keep it out of git" in report(root, "siinas").both


def test_the_reserves_alone(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    report(root, "cadangan")
    sheet = load_workbook(root / "reports" / "curation-export-cadangan.xlsx").worksheets[0]
    assert [row[0].value for row in sheet.iter_rows()] == ["No", "P003", "P006"]


@pytest.mark.parametrize("command", ["validate", "report export daftar"])
def test_an_unknown_column_is_named_with_the_nearest(tmp_path: Path, command: str) -> None:
    root = office(tmp_path, SPEC)
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("{head: Urutan, field: place}", "{head: Kec, field: distrik}"))
    answer = ikmctl(command, root)
    assert answer.code == 1
    assert "IKM686" in answer.err + answer.out
    assert "`distrik`" in answer.both
    assert "`district`" in answer.both


@pytest.mark.parametrize("column", ["{head: A}", "{head: A, field: name, text: x}"])
def test_a_column_has_a_field_or_a_text_and_not_both(tmp_path: Path, column: str) -> None:
    root = office(tmp_path, SPEC)
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("{head: Urutan, field: place}", column))
    assert "IKM129" in ikmctl("validate", root).both


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    root = office(tmp_path, SPEC)
    report(root, "siinas")
    once = (root / SIINAS).read_bytes()
    (root / SIINAS).unlink()
    report(root, "siinas")
    assert (root / SIINAS).read_bytes() == once


def test_only_who_is_on_a_list_has_a_place_on_it(tmp_path: Path) -> None:
    columns = "[{head: No, field: number}, {head: Urutan, field: place}, {head: Hasil, field: result}]"
    root = office(tmp_path, f"  exports: {{semua: {{people: all, columns: {columns}}}}}\n")
    marks = root / "marks.csv"  # P002 now has 20 x 0.6 + 75 x 0.4 = 42 and is third of batik, behind P001 and P003
    marks.write_text(marks.read_text().replace("P002,test,,,80", "P002,test,,,20"))
    assert report(root, "semua").code == 0
    rows = load_workbook(root / "reports/curation-export-semua.xlsx").active.iter_rows(min_row=2, values_only=True)
    assert [row[:2] for row in rows] == [
        ("P001", 1),
        ("P002", 1),
        ("P003", 2),
        ("P004", None),
        ("P005", 1),
        ("P006", 1),
    ]
