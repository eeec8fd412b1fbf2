"""Codes of regions, beside what the Kepmendagri says of Kendal and of the provinces that were split."""

import re

import pytest

from ikmctl.domain.regions import FORMER, districts, provinces, regencies, regency_known, region_name, today


def test_names_of_every_level() -> None:
    assert region_name("33") == "Jawa Tengah"
    assert region_name("33.24") == "Kabupaten Kendal"
    assert region_name("33.24.01") == "Plantungan"
    assert provinces()["33"] == "Jawa Tengah"
    assert regencies()["33.24"] == "Kabupaten Kendal"
    assert districts("33.24")["33.24.07"] == "Boja"


@pytest.mark.parametrize("code", ["", "34.99", "99", "33.24.99", "99.99.01"])
def test_codes_that_are_not_in_use_have_no_name(code: str) -> None:
    assert region_name(code) is None


def test_there_are_as_many_as_the_state_has() -> None:
    assert len(provinces()) == 38
    assert len(regencies()) == 514
    assert {len(code) for code in provinces()} == {2}
    assert {len(code) for code in regencies()} == {5}
    assert {code[:2] for code in regencies()} == set(provinces())
    assert sum(len(districts(code)) for code in regencies()) > 7_200
    assert all(name and not name.startswith(" ") for code in regencies() for name in districts(code).values())
    assert districts("99.99") == {}


@pytest.mark.parametrize(
    ("code", "unknown"), [("33.24", ""), ("91.01", ""), ("33", ""), ("33.99", "regency"), ("99.01", "province")]
)
def test_what_of_a_regency_is_unknown(code: str, unknown: str) -> None:
    assert regency_known(code) == unknown


def test_old_codes_are_brought_up_to_date_and_others_stay() -> None:
    assert today("64.73") == "65.71"  # Tarakan went to Kalimantan Utara
    assert today("91.01.05") == "93.01.05"
    assert today("33.24.07") == "33.24.07"
    assert today("33") == "33"


def test_every_former_code_leads_to_one_in_use() -> None:
    assert set(FORMER.values()) <= set(regencies())
    assert not set(FORMER.values()) & set(FORMER)
    assert len(set(FORMER.values())) == len(FORMER)
    assert [code for code in FORMER if not re.fullmatch(r"[0-9]{2}\.[0-9]{2}", code)] == []
