"""Whole numbers, decimals, marks, money."""

from decimal import Decimal
from typing import Any

import pytest
from unit.sheets.fields.reading import Codes, Read

from ikmctl.domain.diagnostic import Severity

MILLION = 10**6


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("3500000", 3_500_000), ("Rp 3.500.000", 3_500_000), ("Rp3.500.000,-", 3_500_000),
        ("Rp. 3.500.000,00", 3_500_000),
        ("rp 3,500,000.00", 3_500_000), ("IDR 3.500.000", 3_500_000), ("3.500.000 rupiah", 3_500_000),
        ("3.500.000;", 3_500_000), ("3 500 000", 3_500_000), ("3,5 juta", 3_500_000), ("3.5 jt", 3_500_000),
        ("3,5jt", 3_500_000), ("3 juta 500 ribu", 3_500_000), ("500 rb", 500_000), ("500rb", 500_000),
        ("750k", 750_000),
        ("2 M", 2_000 * MILLION), ("2M", 2_000 * MILLION), ("1,5 miliar", 1_500 * MILLION),
        ("1.5 milyar", 1_500 * MILLION),
        ("1 T", 10**12), ("± 5 juta", 5 * MILLION), ("sekitar Rp 5 juta", 5 * MILLION), ("Rp 5 Juta", 5 * MILLION),
        ("0", 0), ("Rp 75.000", 75_000), ("1.500.000,50", 1_500_001), ("5 jt/tahun", 5 * MILLION),
        ("20 juta per tahun", 20 * MILLION), ("10.000", 10_000),
    ],
)  # fmt: skip
def test_rupiah(read: Read, typed: str, rupiah: int) -> None:
    parsed = read("rupiah", typed)
    assert (parsed.value, parsed.low, parsed.high, parsed.problems) == (str(rupiah), None, None, ())


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("2-3 jt", 2 * MILLION, 3 * MILLION), ("2 - 3 juta", 2 * MILLION, 3 * MILLION),
        ("2 jt - 3 jt", 2 * MILLION, 3 * MILLION), ("2 s/d 3 jt", 2 * MILLION, 3 * MILLION),
        ("2 sampai 3 juta", 2 * MILLION, 3 * MILLION), ("500 rb - 1 jt", 500_000, MILLION),
        ("1.000.000 - 2.000.000", MILLION, 2 * MILLION), ("1.500.000-2 jt", 1_500_000, 2 * MILLION),
        ("< 2M", 0, 2_000 * MILLION - 1), ("kurang dari 5 juta", 0, 5 * MILLION - 1), ("<= 5 jt", 0, 5 * MILLION),
        ("maksimal 5 jt", 0, 5 * MILLION), ("> 1 miliar", 1_000 * MILLION + 1, None),
        ("lebih dari 5 jt", 5 * MILLION + 1, None), ("minimal 5 jt", 5 * MILLION, None),
    ],
)  # fmt: skip
def test_rupiah_ranges_keep_both_ends(read: Read, typed: str, low: Any, high: Any) -> None:
    parsed = read("rupiah", typed)
    assert (parsed.value, parsed.low, parsed.high) == (str(low), str(low), None if high is None else str(high))
    assert [(item.code, item.severity) for item in parsed.problems] == [("IKM283", Severity.WARNING)]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("5 jt/bulan", "month"),
        ("5 juta per bulan", "month"),
        ("5 juta sebulan", "month"),
        ("200 rb/hari", "day"),
        ("1 jt per minggu", "week"),
    ],
)
def test_rupiah_per_period_is_kept_and_said(read: Read, typed: str, note: str) -> None:
    parsed = read("rupiah", typed, sensitive=True)
    assert parsed.note == note
    assert [item.code for item in parsed.problems] == ["IKM273"]
    assert "#" in str(parsed.problems[0].params["found"])
    assert parsed.value in {"5000000", "200000", "1000000"}


def test_rupiah_of_an_ambiguous_thousand_asks(read: Read, codes: Codes) -> None:
    assert codes(read("rupiah", "1.500")) == ["IKM247"]
    assert codes(read("rupiah", "Rp 1.500")) == ["IKM247"]
    assert read("rupiah", "1.500", least=Decimal(100_000), most=Decimal(10_000_000)).value == "1500000"
    assert read("rupiah", "1.500", most=Decimal(10_000)).value == "1500"
    assert codes(read("rupiah", "1.500", least=Decimal(0), most=Decimal(10_000_000))) == ["IKM247"]


def test_rupiah_of_an_ambiguous_number_of_millions_asks(read: Read, codes: Codes) -> None:
    assert codes(read("rupiah", "1.500 juta")) == ["IKM247"]
    assert read("rupiah", "1.500 juta", most=Decimal(10**8)).value == "1500000"
    assert read("rupiah", "1.500 juta", least=Decimal(10**8)).value == "1500000000"
    assert read("rupiah", "1.500,5 juta").value == "1500500000"


def test_ranges_and_the_limits_of_the_column(read: Read, codes: Codes) -> None:
    limits = {"least": Decimal(10), "most": Decimal(100)}
    assert (read("integer", "< 50", **limits).low, read("integer", "< 50", **limits).high) == ("10", "49")
    assert (read("integer", "> 50", **limits).low, read("integer", "> 50", **limits).high) == ("51", None)
    assert codes(read("integer", "5-50", **limits)) == ["IKM245"]
    assert codes(read("integer", "50-500", **limits)) == ["IKM246"]
    assert codes(read("integer", "> 500", **limits)) == ["IKM246"]


def test_rupiah_under_a_header_in_thousands(read: Read, codes: Codes) -> None:
    assert read("rupiah", "300", "number", multiplier=1000).value == "300000"
    assert read("rupiah", "1.500", multiplier=1000).value == "1500000"
    assert read("rupiah", "2,5", multiplier=1000).value == "2500"
    assert read("rupiah", "3 juta", multiplier=1000).value == "3000000"
    assert codes(read("rupiah", "Rp 3.500.000", multiplier=1000)) == ["IKM247"]
    assert read("rupiah", "Rp 3.500.000", multiplier=1000, most=Decimal(10**8)).value == "3500000"


def test_rupiah_of_binary_dust(read: Read) -> None:
    assert read("rupiah", "11666666.666666666", "number").value == "11666667"


@pytest.mark.parametrize(
    "typed",
    [
        "lima juta",
        "5 jta lima",
        "500-1 jt",
        "3-2 jt",
        "3 jt - 2 jt",
        "Rp",
        "jt",
        "5 jutx",
        "1.50.000",
        "5/6/7",
        "2 jt 3 jt",
        "=1+1",
        "5 jt 500",
        "2 ribu 3 jt",
        "1-2-3",
    ],
)
def test_rupiah_refused(read: Read, codes: Codes, typed: str) -> None:
    parsed = read("rupiah", typed)
    assert (parsed.value, codes(parsed)) == (None, ["IKM282"])


@pytest.mark.parametrize(
    ("typed", "cell"), [("2025-09-29", "date"), ("true", "bool"), ("1" + "0" * 18, "number"), ("abc", "number")]
)
def test_rupiah_of_other_cells(read: Read, codes: Codes, typed: str, cell: str) -> None:
    assert codes(read("rupiah", typed, cell)) == ["IKM282"]


def test_money_is_masked_in_messages(read: Read) -> None:
    problem = read("rupiah", "3.500.000 jutx", sensitive=True).problems[0]
    assert problem.params == {"found": "#.###.### jutx"}


@pytest.mark.parametrize(
    ("typed", "cell", "value"),
    [("5", "text", "5"), ("5", "number", "5"), ("5 orang", "text", "5"), ("12 Tahun", "text", "12"),
     ("1.500", "text", "1500"),
     ("1,500", "text", "1500"), ("+3", "text", "3"), ("-3", "number", "-3"), ("007", "text", "7"),
     ("± 10", "text", "10"),
     ("sekitar 10 orang", "text", "10"), ("3,0", "text", "3"), ("25 %", "text", "25")],
)  # fmt: skip
def test_integers(read: Read, typed: str, cell: str, value: Any) -> None:
    parsed = read("integer", typed, cell)
    assert (parsed.value, parsed.problems) == (value, ())


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [("5-10", "5", "10"), ("5 - 10 orang", "5", "10"), ("1 s/d 4", "1", "4"), ("> 20", "21", None), ("< 5", "0", "4"),
     ("minimal 20 orang", "20", None)],
)  # fmt: skip
def test_integer_ranges(read: Read, typed: str, low: Any, high: Any) -> None:
    parsed = read("integer", typed)
    assert (parsed.value, parsed.low, parsed.high) == (low, low, high)


@pytest.mark.parametrize(
    ("typed", "cell"),
    [("3,5", "text"), ("3.5", "number"), ("sepuluh", "text"), ("10-5", "text"), ("5 apel", "text"), ("1e5", "text"),
     ("2025-09-29", "date"), ("true", "bool"), ("nan", "number"), ("9" * 19, "text"), ("1" + "0" * 18, "number")],
)  # fmt: skip
def test_integers_refused(read: Read, codes: Codes, typed: str, cell: str) -> None:
    assert codes(read("integer", typed, cell)) == ["IKM243"]


def test_limits_are_said_with_their_number(read: Read) -> None:
    low = read("integer", "-1", least=Decimal(0), most=Decimal(3))
    high = read("integer", "7", "number", least=Decimal(0), most=Decimal(3))
    assert [(item.code, item.params) for item in low.problems] == [("IKM245", {"found": "-1", "least": "0"})]
    assert [(item.code, item.params) for item in high.problems] == [("IKM246", {"found": "7", "most": "3"})]
    assert read("rupiah", "700", most=Decimal(3), sensitive=True).problems[0].params == {"found": "###", "most": "3"}


@pytest.mark.parametrize(
    ("typed", "cell", "value"),
    [("3,5", "text", "3.5"), ("3.5", "text", "3.5"), ("1.500,25", "text", "1500.25"), ("1,500.25", "text", "1500.25"),
     ("1.234.567", "text", "1234567"), ("25%", "text", "25"), ("12,5 km", "text", "12.5"), ("-2,50", "text", "-2.5"),
     ("0,500", "text", "0.5"), ("0.30000000000000004", "number", "0.3"), ("2.0", "text", "2"),
     ("1500,00", "text", "1500")],
)  # fmt: skip
def test_decimals(read: Read, typed: str, cell: str, value: Any) -> None:
    parsed = read("decimal", typed, cell)
    assert (parsed.value, parsed.problems) == (value, ())


def test_decimals_that_can_be_two_numbers(read: Read, codes: Codes) -> None:
    assert codes(read("decimal", "1.500")) == ["IKM247"]
    assert read("decimal", "1.500", most=Decimal(100)).value == "1.5"
    assert read("decimal", "1.500", least=Decimal(100)).value == "1500"
    assert codes(read("decimal", "1.500", least=Decimal(5000))) == ["IKM245"]


@pytest.mark.parametrize(
    ("typed", "cell"), [("tiga", "text"), ("1.50.000", "text"), ("2025-09-29", "date"), ("inf", "number")]
)
def test_decimals_refused(read: Read, codes: Codes, typed: str, cell: str) -> None:
    assert codes(read("decimal", typed, cell)) == ["IKM244"]


@pytest.mark.parametrize(
    ("typed", "cell", "value"),
    [("80 / 100", "text", "80"), ("80/100", "text", "80"), ("82,5 / 100", "text", "82.5"),
     ("80 dari 100", "text", "80"),
     ("80", "text", "80"), ("80.0", "number", "80"), ("82,5", "text", "82.5"), ("0 / 100", "text", "0")],
)  # fmt: skip
def test_quiz_scores(read: Read, typed: str, cell: str, value: Any) -> None:
    parsed = read("score", typed, cell, least=Decimal(0), most=Decimal(100))
    assert (parsed.value, parsed.problems) == (value, ())


def test_quiz_of_another_scale_is_never_rescaled(read: Read) -> None:
    parsed = read("score", "8 / 10", most=Decimal(100))
    assert [(item.code, item.params) for item in parsed.problems] == [("IKM288", {"found": "8 / 10", "most": "100"})]
    assert read("score", "8 / 10").value == "8"


def test_quiz_above_its_maximum(read: Read, codes: Codes) -> None:
    assert codes(read("score", "110 / 100", most=Decimal(100))) == ["IKM246"]
    assert codes(read("score", "101", most=Decimal(100))) == ["IKM246"]
    assert codes(read("score", "lulus", most=Decimal(100))) == ["IKM244"]


@pytest.mark.parametrize(
    "typed", ["999999999999999999 triliun", "1 T - 999999999999999999 T", "Rp 1000000000000000000,00"]
)
def test_more_money_than_there_is_is_no_amount(read: Read, codes: Codes, typed: str) -> None:
    assert codes(read("rupiah", typed)) == ["IKM282"]


def test_five_or_five_thousand_is_asked_unless_the_limits_tell(read: Read, codes: Codes) -> None:
    assert codes(read("integer", "5.000")) == ["IKM247"]
    assert codes(read("integer", "12.000 kg")) == ["IKM247"]
    assert read("integer", "5.000", least=Decimal(100)).value == "5000"
    assert read("integer", "5.000", most=Decimal(100)).value == "5"
    assert codes(read("integer", "5.000", most=Decimal(3))) == ["IKM247"]
    assert read("integer", "1.500").value == "1500"
