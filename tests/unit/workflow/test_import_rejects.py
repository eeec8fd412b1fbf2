"""The round trip: rows come back in a workbook, are corrected in a spreadsheet program, and come in."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.unit.workflow.importing import BUDI, DEWI, HEADER, SITI, Office, codes, counts, data

BAD = "FFF8CBAD"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.open(tmp_path)


def rejects(office: Office, name: str = "peserta") -> Path:
    return office.root / "private" / f"rejects-{name}.xlsx"


def page(path: Path) -> Any:
    return openpyxl.load_workbook(path).active


def heads(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[1]}


def correct(path: Path, row: int, **values: Any) -> None:
    """What the officer does in Excel: type into cells under the given headers."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    columns = heads(sheet)
    for header, value in values.items():
        sheet.cell(row, columns[header.replace("_", " ")], value)
    book.save(path)


def people_book(office: Office, *lines: str) -> Path:
    rows: list[list[Any]] = [["DAFTAR PESERTA"], [], HEADER.split(","), *(line.split(",") for line in lines)]
    return office.book(rows)


def test_the_exact_round_trip(office: Office) -> None:
    file = people_book(
        office, SITI, BUDI.replace("1990-01-01", "31 Februari 1990"), DEWI.replace("3324014202959003", "12")
    )
    first = office.take(file)
    assert counts(first) == [(3, 1, 0, 2, 0)]
    assert first.next_step == "ikmctl import private/rejects-peserta.xlsx" or first.next_step.endswith(
        "rejects-peserta.xlsx"
    )
    correct(rejects(office), 2, Tanggal_Lahir="1990-01-01")
    correct(rejects(office), 3, NIK="3324014202959003")
    second = office.take(rejects(office))
    assert counts(second) == [(2, 2, 0, 0, 0)]
    assert second.diagnostics == ()
    assert second.exit_code() == 0
    assert office.column("private/people.csv", "name") == {
        "P001": "Siti Aminah",
        "P002": "Budi Santoso",
        "P003": "Dewi Lestari",
    }
    assert not rejects(office).exists()


def test_the_outcome_is_that_of_a_clean_file(office: Office, tmp_path: Path) -> None:
    clean = Office.open(tmp_path / "clean")
    for one in (office, clean):
        one.paths.key.parent.mkdir()
        one.paths.key.write_bytes(b"k" * 32)
    clean.take(people_book(clean, SITI, BUDI, DEWI))
    office.take(people_book(office, SITI, BUDI.replace("mebel", "Tata Boga"), DEWI.replace("1995-02-02", "1995-02-30")))
    correct(rejects(office), 2, Bidang="mebel")
    correct(rejects(office), 3, Tanggal_Lahir="1995-02-02")
    office.take(rejects(office))
    assert office.table("participants.csv") == clean.table("participants.csv")
    assert office.table("private/people.csv") == clean.table("private/people.csv")


def test_bad_cells_are_coloured_and_say_why(office: Office) -> None:
    office.take(people_book(office, SITI, BUDI.replace("1990-01-01", "31 Februari 1990")))
    sheet = page(rejects(office))
    cell = sheet.cell(2, heads(sheet)["Tanggal Lahir"])
    assert cell.fill.fgColor.rgb == BAD
    assert "31 Februari tidak ada" in cell.comment.text
    assert "31 Februari tidak ada" in sheet.cell(2, heads(sheet)["Alasan"]).value
    assert sheet.cell(2, heads(sheet)["Baris asal"]).value == 5
    good = sheet.cell(2, heads(sheet)["NIK"])
    assert (good.value, good.number_format, good.comment) == ("3324010101909002", "@", None)
    assert sheet.cell(2, heads(sheet)["No HP"]).number_format == "@"


def test_reasons_are_in_the_language_of_the_officer(office: Office) -> None:
    office.take(people_book(office, BUDI.replace("mebel", "Tata Boga")), language="en")
    sheet = page(rejects(office))
    assert {"Reason", "Original row"} <= set(heads(sheet))
    assert "Tata Boga" in sheet.cell(2, heads(sheet)["Reason"]).value


def test_digits_that_excel_destroyed_are_left_blank(office: Office) -> None:
    row: list[Any] = BUDI.split(",")
    row[2] = 3324010101909000
    office.take(office.book([HEADER.split(","), row]))
    sheet = page(rejects(office))
    cell = sheet.cell(2, heads(sheet)["NIK"])
    assert (cell.value, cell.fill.fgColor.rgb, cell.number_format) == (None, BAD, "@")
    again = office.take(rejects(office))
    assert counts(again) == [(1, 0, 0, 1, 0)]
    assert codes(again) == ["IKM301"]


def test_what_is_still_wrong_comes_back_once_more_with_its_first_row_number(office: Office) -> None:
    office.take(people_book(office, SITI, BUDI.replace("mebel", "Tata Boga"), DEWI.replace("3324014202959003", "12")))
    correct(rejects(office), 2, Bidang="mebel")
    second = office.take(rejects(office))
    assert counts(second) == [(2, 1, 0, 1, 0)]
    assert data(second).absent == ()
    sheet = page(rejects(office))
    assert [cell.value for cell in sheet[1]] == [*HEADER.split(","), "Alasan", "Baris asal"]
    assert sheet.max_row == 2
    assert sheet.cell(2, heads(sheet)["Baris asal"]).value == 6


def test_rejects_never_remove_anybody(office: Office) -> None:
    office.take(people_book(office, SITI, BUDI.replace("mebel", "Tata Boga")))
    correct(rejects(office), 2, Bidang="mebel")
    result = office.take(rejects(office), allow_removals=True)
    assert data(result).removed == ()
    assert len(office.table("participants.csv")) == 2


def test_an_asked_row_offers_the_participant_and_another_person(office: Office) -> None:
    office.take(people_book(office, SITI, BUDI))
    office.take(people_book(office, SITI.replace("9879001", "9879007"), BUDI))
    sheet = page(rejects(office))
    assert sheet.cell(1, 1).value == "No. peserta"
    (rule,) = sheet.data_validations.dataValidation
    assert str(rule.sqref) == "A2"
    assert rule.formula1 == '"P001 | Siti Aminah,BARU"'


@pytest.mark.parametrize(
    ("answer", "numbers", "former"),
    [("P001 | Siti Aminah", ["P001", "P002"], "3324015509879001"), ("BARU", ["P001", "P002", "P003"], "")],
)
def test_the_answer_decides_and_is_never_asked_again(
    office: Office, answer: str, numbers: list[str], former: str
) -> None:
    office.take(people_book(office, SITI, BUDI))
    corrected = people_book(office, SITI.replace("9879001", "9879007"), BUDI)
    office.take(corrected)
    correct(rejects(office), 2, **{"No._peserta": answer})
    assert counts(office.take(rejects(office))) == [(1, 1, 0, 0, 0)]
    assert [line["number"] for line in office.table("participants.csv")] == numbers
    assert office.column("private/people.csv", "former")["P001"] == former
    again = office.take(corrected)
    assert counts(again) == [(2, 2, 0, 0, 0)]
    assert codes(again) == []


def test_an_unmatched_name_of_marks_is_chosen_from_a_list(office: Office) -> None:
    office.take(people_book(office, SITI, BUDI, DEWI))
    result = office.take(
        office.book([["Nama", "Nilai", "Ket"], ["Siti Amina", 80, ""]], name="n.xlsx"), item="post_test"
    )
    assert codes(result) == ["IKM401"]
    sheet = page(rejects(office, "n"))
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1.startswith('"P001 | Siti Aminah')
    correct(rejects(office, "n"), 2, **{"No._peserta": "P001 | Siti Aminah"})
    mended = office.take(rejects(office, "n"), item="post_test")
    assert counts(mended) == [(1, 1, 0, 0, 0)]
    assert office.table("marks.csv")[0]["number"] == "P001"


def test_headers_of_two_rows_come_back_as_one(office: Office) -> None:
    rows: list[list[Any]] = [
        ["Nama Lengkap", "NIK", "ALAMAT", None, "Bidang"],
        [None, None, "DESA", "KECAMATAN", None],
        ["Siti", "3324015509879001", "Boja", "Boja", "Tata Boga"],
    ]
    path = office.book(rows)
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("C1:D1")
    book.save(path)
    first = office.take(path)
    assert counts(first) == [(1, 0, 0, 1, 0)]
    taken = [column.field for column in data(first).files[0].columns]
    correct(rejects(office), 2, Bidang="Ecoprint")
    second = office.take(rejects(office))
    assert counts(second) == [(1, 1, 0, 0, 0)]
    assert [column.field for column in data(second).files[0].columns] == taken


def test_headings_that_the_office_explained_stay_its_own(office: Office) -> None:
    header = HEADER.replace("Nama Lengkap", "Pemohon bantuan").replace("Bidang", "Minat")
    file = office.csv(header, SITI.replace("Ecoprint", "Tata Boga"))
    first = office.take(file, maps={"name": "Pemohon bantuan", "track": "Minat"})
    assert counts(first) == [(1, 0, 0, 1, 0)]
    assert {"Pemohon bantuan", "Minat"} <= heads(page(rejects(office))).keys()
    assert not {"name", "track"} & heads(page(rejects(office))).keys()
    correct(rejects(office), 2, Minat="Ecoprint")
    second = office.take(rejects(office))
    assert (counts(second), second.diagnostics) == ([(1, 1, 0, 0, 0)], ())


def test_hostile_text_stays_text(office: Office) -> None:
    office.take(office.csv(HEADER, BUDI.replace("Budi Santoso", "=HYPERLINK(1)").replace("mebel", "@SUM(A1)")))
    sheet = page(rejects(office))
    assert sheet.cell(2, heads(sheet)["Nama Lengkap"]).data_type == "s"
    assert sheet.cell(2, heads(sheet)["Bidang"]).data_type == "s"


def test_each_file_has_its_own_workbook(office: Office) -> None:
    one = office.csv(HEADER, SITI.replace("Ecoprint", "x"), name="a.csv")
    two = office.csv(HEADER, BUDI.replace("mebel", "y"), name="b.csv")
    result = office.take(one, two)
    assert [Path(path).name for path in data(result).rejects] == ["rejects-a.xlsx", "rejects-b.xlsx"]
    office.take(office.csv(HEADER, SITI, name="a.csv"))
    assert not rejects(office, "a").exists()
    assert rejects(office, "b").exists()


def test_files_of_one_name_have_a_workbook_each(office: Office) -> None:
    desk = office.root.parent.parent
    for folder in ("boja", "weleri", "limbangan"):
        (desk / folder).mkdir()
    boja = office.csv(HEADER, SITI.replace("Ecoprint", "Tata Boga"), name="boja/peserta.csv")
    weleri = office.csv(HEADER, BUDI.replace("mebel", "Las"), name="weleri/peserta.csv")
    clean = office.csv(HEADER, DEWI, name="limbangan/peserta.csv")
    result = office.take(boja, weleri, clean)
    assert [path.rpartition("/")[2] for path in data(result).rejects] == [
        "rejects-peserta.xlsx", "rejects-peserta-2.xlsx",
    ]  # fmt: skip
    found = [page(rejects(office, name)) for name in ("peserta", "peserta-2")]
    assert [sheet.cell(2, heads(sheet)["Bidang"]).value for sheet in found] == ["Tata Boga", "Las"]


@pytest.mark.parametrize("odd", ["\u00b2", "9" * 5000, "-1"])
def test_an_odd_word_for_the_original_row_is_no_row_number(office: Office, odd: str) -> None:
    office.take(people_book(office, SITI.replace("Ecoprint", "Tata Boga")))
    correct(rejects(office), 2, Baris_asal=odd)
    assert counts(office.take(rejects(office))) == [(1, 0, 0, 1, 0)]
    sheet = page(rejects(office))
    assert sheet.cell(2, heads(sheet)["Baris asal"]).value == 2


def test_a_mended_file_takes_away_the_rows_of_its_own_sheet_alone(tmp_path: Path) -> None:
    """Both sheets of one workbook were tried; each left a workbook of rejected rows under the name of the file."""
    office = Office.open(tmp_path)
    office.take(office.csv(HEADER, SITI, BUDI))
    short = office.book([["Nama", "Nilai"], ["Orang Lain", 70]], name="tes.xlsx", sheet="Sheet2")
    office.take(short, item="post_test")
    long = [["No Peserta", "Nama", "Post test"], ["P001", "Siti Aminah", 70], ["P009", "Orang Lain", 80]]
    office.take(office.book(long, name="tes.xlsx", sheet="Nilai Tes"), item="post_test")
    names = lambda: sorted(path.name for path in office.paths.private.glob("rejects-*"))  # noqa: E731
    assert names() == ["rejects-tes-2.xlsx", "rejects-tes.xlsx"]
    office.take(office.book(long[:2], name="tes.xlsx", sheet="Nilai Tes"), item="post_test")
    assert names() == ["rejects-tes.xlsx"]
