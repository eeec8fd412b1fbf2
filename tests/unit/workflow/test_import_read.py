from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ikmctl.domain.diagnostic import Severity
from ikmctl.workflow.importing.read import quoted
from ikmctl.workflow.importing.rows import multiplier
from tests.unit.workflow.importing import BUDI, DEWI, HEADER, PROGRAM, SITI, Office, codes, counts, data


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.open(tmp_path)


def two_sheets(office: Office, second: list[list[Any]]) -> Path:
    path = office.book([HEADER.split(","), SITI.split(",")])
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Lain")
    for row in second:
        sheet.append(row)
    book.save(path)
    return path


def test_two_tables_in_a_workbook_are_asked_about(office: Office) -> None:
    path = two_sheets(office, [HEADER.split(","), BUDI.split(",")])
    asked = office.take(path)
    assert codes(asked) == ["IKM214"]
    assert asked.diagnostics[0].params["sheets"] == "`Form` (1), `Lain` (1)"
    assert asked.exit_code() == 2
    assert counts(office.take(path, sheet="Lain")) == [(1, 1, 0, 0, 0)]
    assert office.column("private/people.csv", "name") == {"P001": "Budi Santoso"}


def test_a_sheet_without_a_table_beside_it_stops_nothing(office: Office) -> None:
    result = office.take(two_sheets(office, [["catatan rapat"], ["siapkan konsumsi"]]))
    assert counts(result) == [(1, 1, 0, 0, 0)]
    assert [(item.code, item.severity) for item in result.diagnostics] == [("IKM217", Severity.NOTE)]


def test_without_a_header_nothing_is_taken(office: Office) -> None:
    result = office.take(office.csv(SITI, BUDI, DEWI))
    assert codes(result) == ["IKM217"]
    assert result.exit_code() == 2


def test_a_missing_file_and_a_folder(office: Office) -> None:
    assert codes(office.take(office.root / "none.xlsx")) == ["IKM200"]
    assert codes(office.take(office.root)) == ["IKM201"]


def test_one_bad_file_among_several_writes_nothing(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI), office.root / "none.xlsx")
    assert codes(result) == ["IKM200"]
    assert not (office.root / "participants.csv").exists()


def test_a_name_with_blanks_typed_without_quotes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.csv(HEADER, SITI, name="daftar peserta.csv")
    monkeypatch.chdir(office.root.parent.parent)
    result = office.take(Path("daftar"), Path("peserta.csv"))
    assert codes(result) == ["IKM202"]
    assert result.diagnostics[0].params["name"] == "daftar peserta.csv"


def test_a_row_with_too_many_cells_goes_back_whole(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI, BUDI + ",lebih"))
    assert counts(result) == [(2, 1, 0, 1, 0)]
    assert codes(result) == ["IKM226"]


def test_a_map_may_name_a_column_by_letter(office: Office) -> None:
    head = HEADER.replace("Penghasilan", "Kolom Aneh")
    assert counts(office.take(office.csv(head, SITI), maps={"income": "I"})) == [(1, 1, 0, 0, 0)]
    assert office.column("private/people.csv", "income") == {"P001": "2000000"}


def test_a_map_to_a_header_that_is_not_there(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI), maps={"income": "Gaji"})
    assert codes(result) == ["IKM221"]
    assert result.exit_code() == 2


def test_places_are_looked_for_inside_wider_places(office: Office) -> None:
    lines = (HEADER + ",Desa,Kecamatan,Kabupaten,Provinsi", SITI + ",Campurejo,Boja,Kab. Kendal,Jawa Tengah")
    office.take(office.csv(*lines))
    (line,) = office.table("private/people.csv")
    assert (line["province"], line["regency"], line["district"]) == ("33", "33.24", "33.24.07")
    assert line["village"].casefold() == "campurejo"


def test_a_program_may_declare_a_known_column_anew(tmp_path: Path) -> None:
    spec = (
        "fields: [{id: income, type: rupiah, sensitive: false, headers: [Gaji]}, {id: reach, type: decimal}]\nstages:"
    )
    rule = "      - {rule: range, field: reach, max: 9}\n    criteria:"
    text = PROGRAM.replace("stages:", spec, 1).replace("    criteria:", rule)
    office = Office.open(tmp_path, text)
    office.take(office.csv(HEADER.replace("Penghasilan", "Gaji") + ",Reach", SITI + ',"2,50"'))
    assert office.column("participants.csv", "income") == {"P001": "2000000"}
    assert office.column("participants.csv", "reach") == {"P001": "2.5"}


def test_a_column_of_niks_that_lost_digits_is_doubted(office: Office) -> None:
    lines = [SITI.replace("9001", str(9000 + at * 10)).replace("001234", f"{at:06d}") for at in range(30)]
    result = office.take(office.csv(HEADER, *lines))
    assert "IKM257" in codes(result)


def test_an_american_sheet_is_read_as_one(office: Office) -> None:
    dates = ("09/15/1987", "01/31/1990", "02/22/1995")
    originals = ("1987-09-15", "1990-01-01", "1995-02-02")
    lines = [line.replace(old, new) for line, old, new in zip((SITI, BUDI, DEWI), originals, dates, strict=True)]
    office.take(office.csv(HEADER, *lines))
    assert sorted(office.column("private/people.csv", "birth_date").values()) == [
        "1987-09-15",
        "1990-01-31",
        "1995-02-22",
    ]


def test_headers_that_were_not_read_are_listed(office: Office) -> None:
    result = office.take(office.csv(HEADER + ",Warna kesukaan", SITI + ",biru"))
    assert data(result).files[0].unknown == ("Warna kesukaan",)


def test_a_header_that_stands_twice_is_told_apart_each_time_anew(office: Office) -> None:
    header = HEADER + ",Nama Lengkap"
    office.take(office.csv(header, SITI + ",Batik Siti"), maps={"business_name": "J"})
    assert not office.paths.columns.exists()
    office.take(office.csv(header, SITI.replace("Aminah", "Aminah Sari") + ",Batik Siti"), maps={"business_name": "J"})
    (line,) = office.table("private/people.csv")
    assert (line["name"], line["business_name"]) == ("Siti Aminah Sari", "Batik Siti")


def test_a_column_that_gives_way_to_a_mapped_one_is_listed_as_not_read(office: Office) -> None:
    file = office.csv(HEADER + ",No Identitas Pengganti", SITI + ",3324015509879001")
    result = office.take(file, maps={"nik": "No Identitas Pengganti"})
    assert data(result).files[0].unknown == ("NIK",)


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("Rp.000", 1000),
        ("Rp 000.000", 10**6),
        ("juta", 10**6),
        ("Rp ribu", 1000),
        ("miliar", 10**9),
        ("Orang", 1),
        ("", 1),
        ("dalam jutaan rupiah", 10**6),
        ("Rpjuta/tahun", 10**6),
        ("dlm Rp 000", 1000),
        ("Rp per bulan", 1),
        ("perbulan", 1),
        ("kontribusi sendiri", 1),
        ("setelah distribusi", 1),
        ("contoh: 3 juta ditulis 3000000", 1),
        ("0", 1),
    ],
)
def test_units_in_headers_multiply(unit: str, factor: int) -> None:
    assert multiplier(unit) == factor


def test_an_income_per_bulan_is_no_income_in_thousands(office: Office) -> None:
    office.take(office.csv(HEADER.replace("Penghasilan", "Penghasilan (Rp per bulan)"), SITI))
    assert office.column("private/people.csv", "income") == {"P001": "2000000"}


@pytest.mark.parametrize(
    ("word", "shown"), [("a.xlsx", "a.xlsx"), ("a b.xlsx", '"a b.xlsx"'), ("", '""'), ('x"y', '"x\\"y"')]
)
def test_words_of_a_command_line_are_quoted_where_needed(word: str, shown: str) -> None:
    assert quoted(word) == shown
