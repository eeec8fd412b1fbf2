"""Phones and e-mail addresses; phonenumbers is the oracle."""

from random import Random
from typing import Any

import pytest
from unit.sheets.fields.reading import Read

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.phone import to_e164

SPELLINGS = [
    "081200001234", "0812-0000-1234", "0812 0000 1234", "0812.0000.1234", "+6281200001234", "+62 812-0000-1234",
    "62 812 0000 1234", "6281200001234", "81200001234", "+620812 0000 1234", "62 0812 0000 1234", "006281200001234",
    "(0812) 0000 1234", "WA: 0812-0000-1234", "No. HP 081200001234", "'081200001234", "\u202a081200001234\u202c",
]  # fmt: skip


@pytest.mark.parametrize("typed", SPELLINGS)
def test_every_spelling_is_one_number(read: Read, typed: str) -> None:
    parsed = read("phone", typed)
    assert (parsed.value, parsed.problems) == ("+6281200001234", ())


@pytest.mark.parametrize("typed", [spelling for spelling in SPELLINGS if not spelling[0].isalpha()])
def test_phonenumbers_agrees(typed: str) -> None:
    oracle = pytest.importorskip("phonenumbers")
    parsed = oracle.parse(typed.removeprefix("00").removeprefix("'"), "ID")
    assert oracle.format_number(parsed, oracle.PhoneNumberFormat.E164) == to_e164(typed)


def test_phonenumbers_agrees_on_mobile_numbers() -> None:
    oracle = pytest.importorskip("phonenumbers")
    chance = Random(3)
    for _ in range(300):
        typed = f"0{chance.choice((811, 812, 813, 821, 852, 857, 878, 896))}0000{chance.randint(1000, 9999)}"
        expected = oracle.format_number(oracle.parse(typed, "ID"), oracle.PhoneNumberFormat.E164)
        assert to_e164(typed) == expected


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0294 381234", "+62294381234"),
        ("(024) 8310000", "+62248310000"),
        ("+65 6000 0000", "+6560000000"),
        ("006560000000", "+6560000000"),
    ],
)
def test_landlines_and_abroad(read: Read, typed: str, value: Any) -> None:
    assert read("phone", typed).value == value


@pytest.mark.parametrize("typed", ["-", "tidak ada", "Belum punya", "n/a", ""])
def test_none(read: Read, typed: str) -> None:
    parsed = read("phone", typed)
    assert (parsed.value, parsed.problems) == (None, ())


@pytest.mark.parametrize(
    "typed", ["0812 0000 1234 / 0813 0000 1234", "081200001234, 081300001234", "081200001234 atau 081300001234"]
)
def test_the_first_of_several(read: Read, typed: str) -> None:
    parsed = read("phone", typed)
    assert parsed.value == "+6281200001234"
    assert [(item.code, item.params, item.severity) for item in parsed.problems] == [
        ("IKM266", {"count": 2}, Severity.NOTE)
    ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("8.12E+11", "IKM251"),
        ("8.52348e+010", "IKM251"),
        ("12", "IKM265"),
        ("0812abc1234", "IKM265"),
        ("0112345678", "IKM265"),
        ("0065", "IKM265"),
        ("+1", "IKM265"),
    ],
)
def test_refused_without_showing_it(read: Read, typed: str, code: str) -> None:
    parsed = read("phone", typed, private=True)
    assert [item.code for item in parsed.problems] == [code]
    assert typed not in str(parsed.problems)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("Siti.A@Contoh.ID", "siti.a@contoh.id"), ("a @ contoh.id", "a@contoh.id"), ("mailto:a@contoh.id", "a@contoh.id")],
)
def test_email(read: Read, typed: str, value: Any) -> None:
    assert read("email", typed).value == value


def test_no_email(read: Read) -> None:
    assert (read("email", "tidak ada").value, read("email", "tidak ada").problems) == (None, ())


@pytest.mark.parametrize("typed", ["siti.contoh.id", "a@b", "a@@contoh.id", "a..b@contoh..id", "a@-contoh.id"])
def test_a_wrong_email_never_costs_a_row(read: Read, typed: str) -> None:
    parsed = read("email", typed)
    assert (parsed.value, parsed.rejected) == (None, False)
    assert [(item.code, item.params) for item in parsed.problems] == [("IKM267", {})]
