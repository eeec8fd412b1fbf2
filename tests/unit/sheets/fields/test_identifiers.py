"""NIB, NPWP, KBLI, numbers and labels."""

from random import Random
from typing import Any

import pytest
from unit.sheets.fields.reading import Codes, Read

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.kbli import vintage
from ikmctl.sheets.fields.npwp import luhn


@pytest.mark.parametrize(
    ("typed", "cell", "value"),
    [
        ("0220001234567", "text", "0220001234567"),
        ("1234567890123", "number", "1234567890123"),
        ("1234 5678 90123", "text", "1234567890123"),
        ("NIB: 1234567890123", "text", "1234567890123"),
        ("nib 1234567890123", "text", "1234567890123"),
        ("-", "text", None),
        ("belum ada", "text", None),
        ("Dalam Proses", "text", None),
    ],
)
def test_nib(read: Read, typed: str, cell: str, value: Any) -> None:
    parsed = read("nib", typed, cell)
    assert (parsed.value, parsed.problems) == (value, ())


@pytest.mark.parametrize(
    ("typed", "cell", "code", "params"),
    [
        ("220001234567", "number", "IKM258", {"digits": 12, "expected": 13}),
        ("220001234567", "text", "IKM259", {"digits": 12, "expected": "13"}),
        ("2.20001E+12", "text", "IKM251", {}),
        ("12345678901 2X", "text", "IKM259", {"digits": 12, "expected": "13"}),
    ],
)
def test_nib_refused(read: Read, typed: str, cell: str, code: str, params: Any) -> None:
    parsed = read("nib", typed, cell, private=True)
    assert [(item.code, item.params) for item in parsed.problems] == [(code, params)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("01.312.166.0-091.000", "0013121660091000"),
        ("013121660091000", "0013121660091000"),
        ("0013121660091000", "0013121660091000"),
        ("NPWP 01.312.166.0-091.000", "0013121660091000"),
        ("3324081708879001", "3324081708879001"),
        ("belum punya", None),
    ],
)
def test_npwp(read: Read, typed: str, value: Any) -> None:
    parsed = read("npwp", typed)
    assert (parsed.value, parsed.problems) == (value, ())


def test_npwp_with_a_wrong_check_digit_is_kept_with_a_warning(read: Read) -> None:
    parsed = read("npwp", "01.312.166.1-091.000")
    assert parsed.value == "0013121661091000"
    assert [(item.code, item.severity) for item in parsed.problems] == [("IKM261", Severity.WARNING)]


def test_npwp_that_is_a_nik_with_an_impossible_birthday_is_a_warning(read: Read, codes: Codes) -> None:
    assert codes(read("npwp", "3324083102879001")) == ["IKM261"]


def test_npwp_kept_as_a_number(read: Read, codes: Codes) -> None:
    assert codes(read("npwp", "13121660091000", "number")) == ["IKM258"]
    assert codes(read("npwp", "3324081708879000", "number")) == ["IKM250"]
    assert codes(read("npwp", "12345")) == ["IKM259"]
    assert codes(read("npwp", "12345", "number")) == ["IKM259"]
    assert codes(read("npwp", "1.31E+13")) == ["IKM251"]


def test_luhn_agrees_with_stdnum() -> None:
    stdnum = pytest.importorskip("stdnum.luhn")
    chance = Random(1)
    for _ in range(500):
        digits = f"{chance.randint(0, 10**9 - 1):09d}"
        assert luhn(digits) == stdnum.is_valid(digits)


def test_old_npwp_agrees_with_stdnum(read: Read) -> None:
    stdnum = pytest.importorskip("stdnum.id.npwp")
    chance = Random(2)
    for _ in range(500):
        digits = f"0{chance.randint(0, 10**14 - 1):014d}"
        assert (read("npwp", digits).problems == ()) == stdnum.is_valid(digits)


@pytest.mark.parametrize(
    ("typed", "cell", "value", "note"),
    [
        ("31001", "text", "31001", "2020/2025"),
        ("31001", "number", "31001", "2020/2025"),
        ("10794 - Industri Kerupuk", "text", "10794", "2020/2025"),
        ("C10794", "text", "10794", "2020/2025"),
        ("KBLI 2025: 10794", "text", "10794", "2025"),
        ("KBLI 2020 10794", "text", "10794", "2020"),
        ("45407", "text", "45407", "2020"),
        ("96991", "text", "96991", "2020/2025"),
        ("1111", "number", "01111", "2020/2025"),
        ("0", "number", None, ""),
        ("belum", "text", None, ""),
    ],
)
def test_kbli(read: Read, typed: str, cell: str, value: Any, note: str) -> None:
    parsed = read("kbli", typed, cell)
    assert (parsed.value, parsed.note, parsed.problems) == (value, note, ())


def test_kbli_only_warns(read: Read) -> None:
    outside, several, short = read("kbli", "34001"), read("kbli", "10794, 31001"), read("kbli", "1079")
    assert [(item.code, item.severity) for item in outside.problems] == [("IKM263", Severity.WARNING)]
    assert (several.value, [(item.code, item.severity) for item in several.problems]) == (
        "10794",
        [("IKM266", Severity.NOTE)],
    )
    assert (short.value, [(item.code, item.severity) for item in short.problems]) == (
        None,
        [("IKM262", Severity.WARNING)],
    )


def test_kbli_divisions() -> None:
    assert [division for division in range(100) if not vintage(f"{division:02d}000")] == [
        0, 4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "value"),
    [("p017", "P017"), (" reg/2025-003 ", "REG/2025-003"), ("17", "17"), ("P 017", "P017"),
     ("12345678/2025/0001", "12345678/2025/0001"), ("3324.0817.9987.9001", "3324.0817.9987.9001")],
)  # fmt: skip
def test_number(read: Read, typed: str, value: Any) -> None:
    assert read("number", typed).value == value


@pytest.mark.parametrize(
    ("typed", "cell", "code"),
    [
        ("3324081708879001", "text", "IKM281"),
        ("9999999999999999", "text", "IKM281"),
        ("3324.0817.0887.9001", "text", "IKM281"),
        ("332408-170887-9001", "text", "IKM281"),
        ("P-3324081708879001", "text", "IKM281"),
        ("#12", "text", "IKM280"),
        ("P" * 33, "text", "IKM280"),
        ("2025-09-29", "date", "IKM280"),
    ],
)
def test_number_refused(read: Read, codes: Codes, typed: str, cell: str, code: str) -> None:
    assert codes(read("number", typed, cell)) == [code]


def test_family_card_must_be_text(read: Read, codes: Codes) -> None:
    assert codes(read("label", "3324081708879000", "number")) == ["IKM250"]
    assert read("label", "3324 0817 0887 9001").value == "3324081708879001"
    assert read("label", "RT 03 Krajan").value == "RT 03 Krajan"
    assert codes(read("label", "x" * 121)) == ["IKM242"]
