"""Columns headed as the program calls its marks, items, criteria and fields; and sheets that might be meant."""

from pathlib import Path

import openpyxl
import pytest

from tests.unit.workflow.importing import BUDI, DEWI, HEADER, PROGRAM, SITI, Office, codes, counts

NAMED = (
    PROGRAM.replace("  post_test: {", "  post_test: {name: Tes akhir, ")
    .replace("items: [hasil, waktu]}", "items: [hasil, waktu], names: {hasil: Mutu jahitan, waktu: Ketepatan waktu}}")
    .replace("{id: post, source", "{id: post, name: Ujian penutup, source")
    .replace("marks:\n", "fields: [{id: ready, name: Kesiapan tempat usaha, type: integer}]\nmarks:\n", 1)
    .replace("    criteria:\n", "      - {rule: range, field: ready, min: 0}\n    criteria:\n")
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.open(tmp_path, NAMED)
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    return office


@pytest.mark.parametrize("header", ["Tes akhir", "TES AKHIR", "Nilai Tes Akhir", "Ujian penutup"])
def test_a_mark_is_known_by_its_name_and_by_that_of_its_criterion(office: Office, header: str) -> None:
    file = office.csv(f"No,Nama,NIK,{header}", "1,Siti Aminah,3324015509879001,80", name="n.csv")
    assert codes(office.take(file, as_="marks")) == []
    assert [line["mark"] for line in office.table("marks.csv")] == ["post_test"]


def test_items_and_fields_are_known_by_their_names(office: Office) -> None:
    file = office.csv("No Peserta,Juri,Mutu jahitan,Ketepatan waktu", "P001,J1,4,3", name="n.csv")
    assert codes(office.take(file, as_="marks")) == []
    assert [(line["item"], line["value"]) for line in office.table("marks.csv")] == [("hasil", "4"), ("waktu", "3")]
    office.take(office.csv("NIK,Kesiapan tempat usaha", "3324010101909002,2"))
    assert office.column("participants.csv", "ready")["P002"] == "2"


def test_a_name_that_two_things_share_says_nothing(tmp_path: Path) -> None:
    office = Office.open(tmp_path, NAMED.replace("waktu: Ketepatan waktu", "waktu: Mutu jahitan"))
    office.take(office.csv(HEADER, SITI))
    file = office.csv("No Peserta,Juri,Mutu jahitan", "P001,J1,4", name="n.csv")
    assert "IKM400" in codes(office.take(file, as_="marks"))


def test_one_unknown_header_beside_name_and_nik_is_asked_about_as_a_mark(office: Office) -> None:
    file = office.csv("No,Nama,NIK,Ujian lisan", "1,Siti Aminah,3324015509879001,80", name="n.csv")
    result = office.take(file, item="post_test")
    assert codes(result) == ["IKM400"]
    assert result.diagnostics[0].params["column"] == '"marks.post_test=Ujian lisan"'


def test_of_a_mark_that_is_asked_about_only_one_command_is_given(office: Office) -> None:
    """`Skoor` resembles `Skor`: it is the column to name, and nothing else is said of it."""
    file = office.csv("No Peserta,Skoor", "P001,80", name="n.csv")
    result = office.take(file, item="post_test")
    assert [(item.code, item.params["column"]) for item in result.diagnostics] == [("IKM400", "marks.post_test=Skoor")]


def test_a_longer_sheet_with_numbers_is_not_passed_over_for_a_short_one(office: Office) -> None:
    path = office.book(
        [
            ["No", "Nama", "NIK", "Lisan"],
            [1, "Siti Aminah", "3324015509879001", 70],
            [2, "Budi Santoso", "3324010101909002", 80],
        ],
        name="tes.xlsx",
        sheet="Nilai Tes",
    )
    book = openpyxl.load_workbook(path)
    for values in (["Nama", "Nilai"], ["Sita Amina", 70]):
        book.create_sheet("Sheet2") if "Sheet2" not in book.sheetnames else None
        book["Sheet2"].append(values)
    book.save(path)
    result = office.take(path, item="post_test")
    assert codes(result) == ["IKM214"]
    assert result.diagnostics[0].params["first"] == "Nilai Tes"
    chosen = office.take(path, item="post_test", sheet="Nilai Tes", maps={"marks.post_test": "Lisan"})
    assert (codes(chosen), counts(chosen)) == ([], [(2, 2, 0, 0, 0)])


def test_a_list_to_sign_beside_the_marks_is_passed_over(office: Office) -> None:
    path = office.book([["No Peserta", "Nilai"], ["P001", 70]], name="tes.xlsx", sheet="Nilai")
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Hadir")
    for values in (
        ["No", "Nama", "NIK", "Paraf"],
        [1, "Siti Aminah", "3324015509879001", ""],
        [2, "Budi Santoso", "", ""],
    ):
        sheet.append(values)
    book.save(path)
    assert counts(office.take(path, item="post_test")) == [(1, 1, 0, 0, 0)]


def test_forms_are_headed_by_names_that_import_knows(office: Office) -> None:
    from ikmctl.workflow.load import load
    from ikmctl.workflow.sheet_blank import _columns, header_of

    cohort, _ = load(office.paths)
    assert cohort is not None
    assert _columns(cohort.program, "post_test") == ("Tes akhir",)
    assert _columns(cohort.program, "pre_test") == ("pre_test",)
    assert header_of(cohort.program, "ready") == "Kesiapan tempat usaha"
