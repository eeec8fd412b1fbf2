"""Numbers as people write them."""

from decimal import Decimal

import pytest

from ikmctl.cli.views.person import _raw
from ikmctl.render.numbers import at_least, decimal, number, spelled


@pytest.mark.parametrize(
    ("plain", "id_", "en"),
    [
        ("88.70", "88,70", "88.70"), ("0", "0", "0"), ("2024", "2024", "2024"),
        ("12000000", "12.000.000", "12,000,000"),
        ("-12500.5", "-12.500,5", "-12,500.5"), ("9999", "9999", "9999"), ("10000", "10.000", "10,000"),
    ],
)  # fmt: skip
def test_a_number_has_the_marks_of_its_language(plain: str, id_: str, en: str) -> None:
    assert (decimal(plain, "id"), decimal(plain, "en")) == (id_, en)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("99/2", "49,5"),
        ("43/144", "0,3"),
        ("3/4", "0,75"),
        ("53", "53"),
        ("2/3", "0,67"),
        ("", "-"),
        ("pengurus", "pengurus"),
    ],
)
def test_a_value_has_at_most_two_decimals(raw: str, shown: str) -> None:
    assert number(raw, "id") == shown


def test_a_value_never_reads_like_a_limit_that_it_misses() -> None:
    assert number("49.996", "id") == "50"
    assert number("49.996", "id", Decimal(50)) == "49,996"
    assert number("49.9999996", "id", Decimal(50)) == "50"  # six decimals tell no more
    assert number("50", "id", Decimal(50)) == "50"
    assert number("49.5", "id", Decimal("49.5")) == "49,5"


def test_what_must_be_reached_is_rounded_up() -> None:
    assert at_least("5.338551", "id") == "5,34"
    assert at_least("0.000001", "en") == "0.01"
    assert at_least("5.34", "id") == "5,34"
    assert at_least("5.338551", "id", 4) == "5,3386"


def test_words_are_not_spelled_as_numbers() -> None:
    assert [spelled(one, "id") for one in ("49.5", "33.24.12", "1e5", "Batik")] == ["49,5", "33.24.12", "1e5", "Batik"]


@pytest.mark.parametrize("text", ["1/0", "1e999999999", "1_000", "9" * 5000, "tiga"])
def test_what_is_no_number_of_ours_stays_as_it_is(text: str) -> None:
    assert number(text, "id") == text
    assert _raw(text) == text


def test_a_mean_is_shown_as_a_decimal_number() -> None:
    assert number("10/3", "id") == "3,33"
    assert _raw("10/3") == "3.3333"
