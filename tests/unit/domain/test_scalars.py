"""Scalars of YAML: one spelling each, and what is refused by which word."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from ikmctl.domain.scalars import (
    is_day,
    is_folder_name,
    one_or_many,
    read_day,
    read_decimal,
    read_flag,
    read_text,
    read_whole,
)


def fault(read: Callable[[Any], Any], text: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        read(text)
    return caught.value.type


@pytest.mark.parametrize(("text", "value"), [("10", 10), ("-3", -3), ("0", 0), ("9" * 18, 10**18 - 1)])
def test_whole_numbers(text: str, value: int) -> None:
    assert read_whole(text) == value


@pytest.mark.parametrize("text", ["", "010", "1_000", "1e3", "10.0", "+3", "9" * 19, "10\n", "satu"])
def test_what_is_no_whole_number(text: str) -> None:
    assert fault(read_whole, text) == "whole_number"


@pytest.mark.parametrize(("text", "value"), [("0.6", "0.6"), ("-1", "-1"), ("60", "60"), ("1.50", "1.50")])
def test_decimal_numbers(text: str, value: str) -> None:
    assert read_decimal(text) == Decimal(value)


@pytest.mark.parametrize("text", ["0,6", "1e3", ".5", "nan", "5.", "01"])
def test_what_is_no_decimal_number(text: str) -> None:
    assert fault(read_decimal, text) == "decimal_number"


def test_typed_values_pass_as_they_are() -> None:
    assert read_whole(7) == 7
    assert isinstance(read_decimal(7), Decimal)
    assert read_decimal(True) is True  # not the number 1: pydantic refuses it
    assert read_decimal(Decimal("0.5")) == Decimal("0.5")
    assert read_day(date(2025, 9, 29)) == date(2025, 9, 29)
    assert read_flag(True) is True
    assert read_text(5) == 5


def test_days_of_the_calendar() -> None:
    assert read_day("2024-02-29") == date(2024, 2, 29)
    assert is_day("2024-02-29")
    assert fault(read_day, "2025-02-29") == "calendar"
    assert not is_day("2025-02-29")
    for text in ("29-09-2025", "2025-9-29", "20250929", "2025-09-29 ", ""):
        assert fault(read_day, text) == "day"
        assert not is_day(text)


def test_flags_are_two_words() -> None:
    assert read_flag("true") is True
    assert read_flag("false") is False
    for text in ("yes", "on", "1", "True", ""):
        assert fault(read_flag, text) == "flag"


def test_text_is_composed_and_holds_nothing_unseen() -> None:
    assert read_text("Cafe\u0301") == "Caf\u00e9"
    assert read_text("dua\nbaris") == "dua\nbaris"
    for hidden in ("\t", "\u202e", "\u200b", "\u2028", "\u2029", "\ue000", "\x00", "\ud800", "\u0378"):
        assert fault(read_text, f"a{hidden}b") == "unseen"


def test_one_word_is_a_list_of_one() -> None:
    assert one_or_many("a") == ("a",)
    assert one_or_many(["a", "b"]) == ["a", "b"]


@pytest.mark.parametrize("text", ["curation", "a", "0", "tahap_2", "a" * 48, "com10", "console"])
def test_names_of_folders(text: str) -> None:
    assert is_folder_name(text)


@pytest.mark.parametrize(
    "text", ["", "A", "-a", "a-", "a b", "../a", "a" * 49, "con", "nul", "aux", "prn", "com0", "lpt9", "private",
             "reports", "sample"],
)  # fmt: skip
def test_no_names_of_folders(text: str) -> None:
    assert not is_folder_name(text)
