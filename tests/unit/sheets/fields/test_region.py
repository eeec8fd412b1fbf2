"""Regions by code and by the spellings that people use."""

from typing import Any

import pytest
from unit.sheets.fields.reading import Codes, Read

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.regions import FORMER, districts, provinces, regencies, regency_known, region_name, today


def test_the_table_is_whole() -> None:
    assert (len(provinces()), len(regencies())) == (38, 514)
    assert sum(len(districts(code)) for code in regencies()) == 7285
    assert list(regencies()) == sorted(regencies())
    assert {code[:2] for code in regencies()} == set(provinces())


def test_names_by_code() -> None:
    assert region_name("33") == "Jawa Tengah"
    assert region_name("33.24") == "Kabupaten Kendal"
    assert region_name("33.24.08") == "Kaliwungu"
    assert region_name("33.24.99") is None
    assert region_name("99.99.99") is None


def test_former_codes_lead_to_codes_in_use() -> None:
    assert {code for code in FORMER.values() if code not in regencies()} == set()
    assert {code for code in FORMER if code in regencies()} == set()
    assert (today("91.01"), today("91.01.05"), today("33.24.08")) == ("93.01", "93.01.05", "33.24.08")
    assert (regency_known("91.01"), regency_known("33.99"), regency_known("99.01")) == ("", "regency", "province")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Jawa Tengah", "33"), ("JATENG", "33"), ("Prov. Jawa Tengah", "33"), ("Propinsi Jawa Tengah", "33"),
     ("33", "33"), ("DIY", "34"),
     ("D.I. Yogyakarta", "34"), ("Daerah Istimewa Yogyakarta", "34"), ("Jogja", "34"), ("DKI Jakarta", "31"),
     ("Sumatra Utara", "12"),
     ("NTB", "52"), ("Kepri", "21"), ("Babel", "19"), ("Papua Barat Daya", "96")],
)  # fmt: skip
def test_provinces(read: Read, typed: str, code: str) -> None:
    parsed = read("province", typed)
    assert (parsed.value, parsed.problems) == (code, ())


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Kendal", "33.24"), ("Kab. Kendal", "33.24"), ("KABUPATEN KENDAL", "33.24"), ("Kab.Kendal", "33.24"),
     ("33.24", "33.24"),
     ("3324", "33.24"), ("Kab. Bdg", "32.04"), ("Kota Bdg", "32.73"), ("Jogja", "34.71"), ("Kota Jogja", "34.71"),
     ("Gunungkidul", "34.03"),
     ("Gunung Kidul", "34.03"), ("Pare-pare", "73.72"), ("Labuhan Batu", "12.10"), ("Labuhanbatu", "12.10"),
     ("Banjar Baru", "63.72"),
     ("Solo", "33.72"), ("Kota Surakarta", "33.72"), ("Palangka Raya", "62.71"), ("Kodya Semarang", "33.74"),
     ("Kab Semarang", "33.22"),
     ("Jaksel", "31.74"), ("Jakarta Selatan", "31.74"), ("Kep. Seribu", "31.01"), ("Toli-toli", "72.04"),
     ("91.01", "93.01"),
     ("Kulonprogo", "34.01"), ("Kota Banjar", "32.79"), ("Kab. Banjar", "63.03"), ("Banjar", "?"),
     ("Kota Kendari", "74.71"), ("Kendari", "74.71"),
     ("Kendal, Jawa Tengah", "33.24")],
)  # fmt: skip
def test_regencies(read: Read, codes: Codes, typed: str, code: str) -> None:
    parsed = read("regency", typed)
    if code == "?":
        assert (parsed.value, codes(parsed)) == (None, ["IKM276"])
    else:
        assert (parsed.value, parsed.problems) == (code, ())


def test_every_official_name_finds_its_own_regency(read: Read) -> None:
    wrong = {
        code: read("regency", name).value for code, name in regencies().items() if read("regency", name).value != code
    }
    assert wrong == {}


def test_every_district_finds_itself_inside_its_regency(read: Read) -> None:
    wrong = [
        (code, name)
        for regency in regencies()
        for code, name in districts(regency).items()
        if read("district", name, within=regency).value != code
    ]
    assert wrong == []


def test_two_of_a_name_must_be_told_apart(read: Read) -> None:
    parsed = read("regency", "Semarang")
    assert parsed.problems[0].params == {
        "found": "Semarang",
        "choices": "Kabupaten Semarang (33.22), Kota Semarang (33.74)",
    }


@pytest.mark.parametrize(
    ("typed", "within", "code"),
    [("Kaliwungu", "", "33.24.08"), ("Kaliwungu", "33.22", "33.22.17"), ("KEC. KALIWUNGU", "", "33.24.08"),
     ("kaliwungu sel", "", "33.24.20"),
     ("33.24.08", "", "33.24.08"), ("332408", "", "33.24.08"), ("Kaliwungu, Kab. Semarang", "", "33.22.17"),
     ("Ungaran Barat", "", "33.22.18"),
     ("Sukorejo", "", "33.24.03")],
)  # fmt: skip
def test_districts(read: Read, typed: str, within: str, code: str) -> None:
    parsed = read("district", typed, within=within)
    assert (parsed.value, parsed.problems) == (code, ())


def test_a_district_close_to_one_name_is_read_with_a_warning(read: Read) -> None:
    parsed = read("district", "Kaliwungku")
    assert parsed.value == "33.24.08"
    assert [(item.code, item.severity) for item in parsed.problems] == [("IKM264", Severity.WARNING)]
    assert parsed.problems[0].params == {"found": "Kaliwungku", "near": "Kaliwungu, Kabupaten Kendal (33.24.08)"}


def test_a_district_of_another_regency_is_a_contradiction(read: Read) -> None:
    parsed = read("district", "Boja", within="33.22")
    assert [(item.code, item.params) for item in parsed.problems] == [
        ("IKM277", {"found": "Boja", "inside": "Kabupaten Semarang"})
    ]


def test_a_regency_of_another_province_is_a_contradiction(read: Read) -> None:
    parsed = read("regency", "Kab. Kendal", within="35")
    assert [(item.code, item.params) for item in parsed.problems] == [
        ("IKM277", {"found": "Kab. Kendal", "inside": "Jawa Timur"})
    ]


@pytest.mark.parametrize("typed", ["Antah Berantah", "99.99.99", "33.2", "3324011", "x"])
def test_unknown_regions(read: Read, codes: Codes, typed: str) -> None:
    assert codes(read("district", typed)) == ["IKM275"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("DESA SARIREJO", "Sarirejo"), ("Ds. Sarirejo", "Sarirejo"), ("kel. kutoharjo", "Kutoharjo"),
     ("33.24.08.2001", "33.24.08.2001"),
     ("Kampung Baru", "Baru"), ("Krajan Kulon", "Krajan Kulon")],
)  # fmt: skip
def test_villages(read: Read, typed: str, value: Any) -> None:
    assert read("village", typed).value == value
