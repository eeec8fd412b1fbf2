from pathlib import Path

import pytest

from ikmctl.workflow.importing.outcomes import banded
from tests.unit.workflow.importing import BUDI, DEWI, HEADER, SITI, Office, codes, counts, data


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.open(tmp_path)
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    return office


def lines(office: Office) -> list[tuple[str, ...]]:
    return [tuple(line.values()) for line in office.table("outcomes.csv")]


def test_follow_up_is_one_observation_a_line_with_money_in_bands(office: Office) -> None:
    file = office.csv(
        "No Peserta,Nama,Tanggal,Sumber,Omzet,Tenaga Kerja",
        "P001,Siti Aminah,2026-03-01,kunjungan,120 juta,3",
        "P002,Budi Santoso,2026-03-02,,,2",
        "P003,Dewi Lestari,2026-03-02,tidak terhubungi,,",
        name="hasil.csv",
    )
    result = office.take(file, as_="outcomes")
    assert counts(result) == [(3, 3, 0, 0, 0)]
    assert codes(result) == []
    assert lines(office) == [
        ("P001", "2026-03-01", "turnover", "100000000", "visit"),
        ("P001", "2026-03-01", "workers", "3", "visit"),
        ("P002", "2026-03-02", "workers", "2", "self"),
        ("P003", "2026-03-02", "", "", "unreached"),
    ]
    assert result.next_step == "ikmctl report monitoring"
    assert office.table("imports.csv")[-1]["kind"] == "outcomes"


def test_a_year_stands_for_its_last_day(office: Office) -> None:
    office.take(office.csv("No Peserta,Nama,Tenaga Kerja", "P001,Siti,4", name="h.csv"), as_="outcomes", year=2026)
    assert lines(office) == [("P001", "2026-12-31", "workers", "4", "self")]


def test_a_second_import_changes_nothing_and_a_correction_is_shown(office: Office) -> None:
    file = office.csv("No Peserta,Nama,Tanggal,Tenaga Kerja", "P001,Siti,2026-03-01,4", name="h.csv")
    office.take(file, as_="outcomes")
    before = office.snapshot()
    assert data(office.take(file, as_="outcomes")).same == ("P001",)
    assert office.snapshot() == before
    fixed = office.csv("No Peserta,Nama,Tanggal,Tenaga Kerja", "P001,Siti,2026-03-01,5", name="h.csv")
    shown = [(one.number, one.field, one.old, one.new) for one in data(office.take(fixed, as_="outcomes")).changed]
    assert shown == [("P001", "workers", "4", "5")]


def test_steps_of_a_partnership_add_up(office: Office) -> None:
    head = "No Peserta,Nama,Tanggal,Pertemuan,Kontrak"
    office.take(office.csv(head, "P001,Siti,2026-03-01,Kusen,", name="a.csv"), as_="outcomes")
    office.take(office.csv(head, "P001,Siti,2026-03-01,Palet kayu,Kusen", name="b.csv"), as_="outcomes")
    assert [line[2:4] for line in lines(office)] == [
        ("contract", "kusen"),
        ("meeting", "kusen"),
        ("meeting", "palet-kayu"),
    ]


def test_faulty_rows_come_back(office: Office) -> None:
    file = office.csv(
        "No Peserta,Nama,Tanggal,Sumber,Tenaga Kerja",
        "P099,Siapa,2026-03-01,,3",
        "P001,Siti,31 Februari 2026,,3",
        "P002,Budi,2026-03-01,dukun,3",
        "P003,Dewi,2026-03-01,,banyak",
        name="h.csv",
    )
    result = office.take(file, as_="outcomes")
    assert counts(result) == [(4, 0, 0, 4, 0)]
    assert codes(result)[:3] == ["IKM401", "IKM269", "IKM355"]
    assert [Path(path).name for path in data(result).rejects] == ["rejects-h.xlsx"]
    assert result.next_step.endswith("--as outcomes")


def test_a_file_without_follow_up(office: Office) -> None:
    result = office.take(office.csv("No Peserta,Nama,NIK", "P001,Siti,", name="h.csv"), as_="outcomes")
    assert codes(result) == ["IKM354"]


def test_outcomes_before_participants(tmp_path: Path) -> None:
    office = Office.open(tmp_path / "x")
    result = office.take(office.csv("No Peserta,Nama,Tenaga Kerja", "P001,Siti,4", name="h.csv"), as_="outcomes")
    assert codes(result) == ["IKM413"]


@pytest.mark.parametrize(
    ("name", "value", "high", "expected"),
    [
        ("turnover", "2000000000", "", "1000000000"),
        ("turnover", "2000000001", "", "2000000001"),
        ("turnover", "0", "", "0"),
        ("turnover", "60000000", "90000000", "50000000"),
        ("turnover", "60000000", "110000000", ""),
        ("investment", "1000000000", "", "1000000000"),
        ("workers", "3", "", "3"),
        ("workers", "3", "5", ""),
    ],
)
def test_bands(name: str, value: str, high: str, expected: str) -> None:
    assert banded(name, value, high) == expected


@pytest.mark.parametrize("year", [-5, 0, 1899, 2100, 10000])
def test_a_year_that_no_list_speaks_of_is_refused(office: Office, year: int) -> None:
    result = office.take(office.csv("No Peserta,Omzet", "P001,4000000", name="omzet.csv"), as_="outcomes", year=year)
    assert codes(result) == ["IKM291"]
    assert result.exit_code() == 2
