"""Exact numbers: what is read, how it is rounded, how it is written."""

from decimal import Decimal
from fractions import Fraction

import pytest

from ikmctl.domain.numbers import (
    exact_mean,
    format_decimal,
    format_exact,
    format_fixed,
    parse_decimal,
    parse_fraction,
    round_half_up,
    separating_places,
)

F = Fraction


@pytest.mark.parametrize("text", ["0", "-3", "0.6", "60", "100.25", "-0.5", "123456789012345678.123456789012"])
def test_decimal_text_is_read_exactly(text: str) -> None:
    assert parse_decimal(text) == Decimal(text)
    assert parse_fraction(text) == Fraction(text)


@pytest.mark.parametrize(
    "text", ["", "1e5", "1_000", "+3", "nan", "inf", ".5", "5.", "0,6", "007", " 1", "1\n", "٣", "1.1234567890123"]
)
def test_anything_else_is_no_number(text: str) -> None:
    assert parse_decimal(text) is None
    assert parse_fraction(text) is None


def test_a_mean_is_exact_whatever_the_denominators() -> None:
    assert exact_mean([F(1, 2), F(1, 3), F(1, 6)], 1) == 1
    assert exact_mean(iter([F(-1, 7), F(3)]), 2) == F(10, 7)
    assert exact_mean([F(1), F(1, 2), F(1, 2)], 3) == F(2, 3)
    assert exact_mean([], 1) == 0


@pytest.mark.parametrize(
    ("value", "unit", "whole"),
    [
        (F(1, 2), 1, 1),
        (F(-1, 2), 1, -1),
        (F(49, 100), 1, 0),
        (F(1, 3), 10_000, 3_333),
        (F(2, 3), 10_000, 6_667),
        (F(0), 5, 0),
        (F(-3, 2), 1, -2),
    ],
)
def test_halves_go_away_from_zero(value: Fraction, unit: int, whole: int) -> None:
    assert round_half_up(value, unit) == whole


@pytest.mark.parametrize(
    ("numerator", "unit", "places", "text"),
    [
        (87, 1, 6, "87.000000"),
        (1, 3, 2, "0.33"),
        (2, 3, 2, "0.67"),
        (-5, 1000, 2, "-0.01"),
        (7, 2, 0, "4"),
        (-7, 2, 0, "-4"),
    ],
)
def test_fixed_places(numerator: int, unit: int, places: int, text: str) -> None:
    assert format_fixed(numerator, unit, places) == text


@pytest.mark.parametrize(
    ("value", "text"), [("0.60", "0.6"), ("1E+2", "100"), ("-0", "0"), ("-0.0", "0"), ("1.500", "1.5"), ("100", "100")]
)
def test_shortest_text(value: str, text: str) -> None:
    assert format_decimal(Decimal(value)) == text


def test_as_many_places_as_separate_neighbours() -> None:
    assert separating_places([(70, 1), (68, 1)]) == 2
    assert separating_places([(70_001, 1000), (70_002, 1000)]) == 3
    assert separating_places([(7, 1), (7, 1)]) == 2
    assert separating_places([(70_000_001, 10**6), (70_000_000, 10**6)]) == 6
    assert separating_places([(7 * 10**9 + 1, 10**9), (7, 1)]) == 6


@pytest.mark.parametrize(
    ("product", "text"),
    [
        (Fraction(0), "0"), (Fraction(100), "100"), (Fraction(-1, 2), "-0.5"), (Fraction(225, 100), "2.25"),
        (Fraction(1, 10**24), "0." + "0" * 23 + "1"),
    ],
)  # fmt: skip
def test_products_are_written_in_full(product: Fraction, text: str) -> None:
    assert format_exact(product) == text
