"""What the columns of one row say about each other."""

from datetime import date
from typing import Any

import pytest

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.cross import cross_checks, from_nik

AS_OF = date(2025, 9, 29)
NIK = "3324085708879001"


def test_facts_of_a_nik() -> None:
    assert from_nik(NIK, AS_OF) == {"birth_date": "1987-08-17", "gender": "female", "regency": "33.24"}
    assert from_nik("9101010609979001", AS_OF)["regency"] == "93.01"
    assert from_nik("3324083102879001", AS_OF) == {}


def test_agreement_is_silent() -> None:
    row = {"nik": NIK, "birth_date": "1987-08-17", "gender": "female", "district": "33.24.08"}
    assert cross_checks(row, AS_OF) == ()
    assert cross_checks({}, AS_OF) == ()


@pytest.mark.parametrize(
    ("column", "value", "field", "code", "params"),
    [
        ("birth_date", "1987-08-18", "birth_date", "IKM284", {"parts": "dd"}),
        ("birth_date", "1988-07-17", "birth_date", "IKM284", {"parts": "mm-yy"}),
        ("gender", "male", "gender", "IKM285", {}),
        ("district", "33.22.17", "nik", "IKM286", {}),
        ("regency", "33.22", "nik", "IKM286", {}),
    ],
)
def test_differences_are_warnings_without_private_data(
    column: str, value: Any, field: str, code: str, params: Any
) -> None:
    found = cross_checks({"nik": NIK, column: value}, AS_OF)
    assert [(name, item.code, item.params, item.severity) for name, item in found] == [
        (field, code, params, Severity.WARNING)
    ]


def test_a_birthday_to_come_is_an_error() -> None:
    found = cross_checks({"birth_date": "2025-09-29"}, AS_OF)
    assert [(name, item.code, item.severity) for name, item in found] == [("birth_date", "IKM272", Severity.ERROR)]


def test_the_century_is_not_compared() -> None:
    assert cross_checks({"nik": "3324081708249001", "birth_date": "1924-08-17"}, AS_OF) == ()
