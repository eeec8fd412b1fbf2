"""Addresses are those of Excel; values become text without a float's noise."""

from datetime import date, datetime, time, timedelta

import pytest

from ikmctl.sheets.grid import (
    Cell,
    Fault,
    Grid,
    address,
    column_index,
    column_letters,
    describe,
    is_blank,
    number_text,
)

MORNING = datetime(2025, 9, 29, 8, 15, 3)  # noqa: DTZ001  # a cell knows no time zone


@pytest.mark.parametrize(
    ("index", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")],
)
def test_letters_over_a_column(index: int, letters: str) -> None:
    assert column_letters(index) == letters
    assert column_index(letters) == index


def test_address_counts_from_one() -> None:
    assert address(22, 5) == "F23"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2"), (2.5, "2.5"), (-0.0, "0"), (0.1, "0.1"), (12, "12"), (1e16, "10000000000000000"),
        (1.5e-7, "0.00000015"), (3324016708909001.0, "3324016708909001"), (123456789.25, "123456789.25"),
    ],
)  # fmt: skip
def test_numbers_are_shortest_plain_decimals(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  Siti \n", ("Siti", "text")),
        ("\u00a0", ("", "empty")),
        ("", ("", "empty")),
        (True, ("true", "bool")),
        (7.0, ("7", "number")),
        (date(2025, 9, 29), ("2025-09-29", "date")),
        (MORNING, ("2025-09-29 08:15:03", "date")),
        (MORNING.replace(hour=0, minute=0, second=0), ("2025-09-29", "date")),
        (MORNING.replace(second=2, microsecond=999_999), ("2025-09-29 08:15:03", "date")),
        (
            MORNING.replace(year=9999, month=12, day=31, hour=23, minute=59, second=59, microsecond=999_999),
            ("9999-12-31 23:59:59", "date"),
        ),
        (time(8, 15), ("08:15:00", "text")),
        (timedelta(hours=30, minutes=5), ("30:05:00", "text")),
        (Fault("error", "#N/A"), ("#N/A", "error")),
        (Fault("formula", ""), ("", "formula")),
    ],
)
def test_every_kind_of_value_has_a_text(raw: object, expected: tuple[str, str]) -> None:
    assert describe(raw) == expected


def test_nothing_but_white_space_is_blank_and_zero_is_not() -> None:
    assert all(is_blank(raw) for raw in ("", " ", "\t\n", "\u00a0"))
    assert not any(is_blank(raw) for raw in (0, False, "x", Fault("formula", "")))


def test_grid_of_uneven_rows_is_blank_beyond_their_ends() -> None:
    grid = Grid("a.xlsx", "Data", [["x"], [], ["", "", 3.0]])
    assert (grid.height, grid.width, grid.filled()) == (3, 3, 2)
    assert grid.cell(2, 2) == Cell("3", "number", "C3")
    assert grid.cell(0, 9) == Cell("", "empty", "J1")
    assert grid.cell(9, 0).blank
    assert grid.raw(-1, 0) == ""
    assert Grid("a.csv", "", []).width == 0
