"""Days and moments."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from unit.sheets.fields.reading import Codes, Read

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.fields.day import month_first

SPELLINGS = [
    "17 Agustus 1987", "17 agustus 1987", "17 AGUSTUS 1987", "17 Agt 1987", "17 Ags 1987", "17-Aug-1987",
    "17 August 1987", "17th August 1987", "17-08-1987", "17/8/1987", "17.08.1987", "17 08 1987", "1987-08-17",
    "1987/08/17", "17081987", "19870817", "17-VIII-1987", "Agustus 17, 1987", "August 17, 1987",
    "Bandung, 17 Agustus 1987",
    "Bandung,17-08-1987", "Bandung 17-08-1987", "Kab. Kendal, 17 Agustus 1987", "Senin, 17 Agustus 1987",
    "Kendal / 17-08-1987", "tgl 17 Agustus 1987", "TTL: Kendal, 17 Agustus 1987", "17 – 08 – 1987", "'17-08-1987",
]  # fmt: skip


@pytest.mark.parametrize("typed", SPELLINGS)
def test_every_spelling_is_one_day(read: Read, typed: str) -> None:
    parsed = read("day", typed)
    assert (parsed.value, parsed.problems) == ("1987-08-17", ())


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1 Djanuari 1950", "1950-01-01"), ("2 Pebruari 1990", "1990-02-02"), ("3 Maret 1990", "1990-03-03"),
        ("4 April 1990", "1990-04-04"), ("5 Mei 1995", "1995-05-05"), ("Jum'at, 5 Mei 1995", "1995-05-05"),
        ("6 Djuni 1960", "1960-06-06"), ("7 Juli 1990", "1990-07-07"), ("9 Sept 1990", "1990-09-09"),
        ("10 Okt 1990", "1990-10-10"), ("11 Nop 1990", "1990-11-11"), ("11 Nopember 1990", "1990-11-11"),
        ("12 Des 1990", "1990-12-12"), ("29 Februari 2000", "2000-02-29"), ("8/7/1987", "1987-07-08"),
    ],
)  # fmt: skip
def test_months_of_all_spellings(read: Read, typed: str, value: Any) -> None:
    assert read("day", typed).value == value


@pytest.mark.parametrize(
    ("typed", "cell", "epoch", "value"),
    [
        ("32006", "number", False, "1987-08-17"),
        ("32006.0", "text", False, "1987-08-17"),
        ("32006", "text", False, "1987-08-17"),
        ("30544", "number", True, "1987-08-17"),
        ("45929.34", "number", False, "2025-09-29"),
        ("5081987", "number", False, "1987-08-05"),
        ("17081987", "number", False, "1987-08-17"),
        ("1987-08-17", "date", False, "1987-08-17"),
        ("1987-08-17 10:11:12", "date", False, "1987-08-17"),
    ],
)
def test_numbers_and_dates_of_spreadsheets(read: Read, typed: str, cell: str, epoch: bool, value: Any) -> None:
    assert read("day", typed, cell, epoch_1904=epoch).value == value


def test_day_counts_agree_with_the_calendar(read: Read) -> None:
    for serial in range(7000, 60001, 997):
        expected = date(1899, 12, 30) + timedelta(days=serial)
        assert read("day", str(serial), "number").value == expected.isoformat()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("31 Februari 1990", "IKM269"), ("29-02-2001", "IKM269"), ("0-1-1990", "IKM269"), ("32/13/1990", "IKM269"),
        ("08/17/1987", "IKM270"), ("17 Agstsus 1987", "IKM268"), ("kemarin", "IKM268"), ("1987", "IKM268"),
        ("Agustus 1987", "IKM268"), ("17-08-1887", "IKM272"), ("17-08-2187", "IKM272"), ("123456", "IKM268"),
        ("99999", "IKM268"), ("6999", "IKM268"),
    ],
)  # fmt: skip
def test_refused(read: Read, codes: Codes, typed: str, code: str) -> None:
    parsed = read("day", typed)
    assert (parsed.value, codes(parsed)) == (None, [code])


def test_yes_is_no_day(read: Read, codes: Codes) -> None:
    assert codes(read("day", "true", "bool")) == ["IKM268"]
    assert codes(read("day", "awal tahun lalu", coarse=True)) == ["IKM268"]


def test_private_days_are_masked(read: Read) -> None:
    assert read("day", "31 Februari 1990", private=True).problems[0].params == {"found": "## xxxxxxxx ####"}
    assert read("day", "17/8/87", private=True).problems[0].params == {"year": "", "century": "1900"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("17/8/87", "1987-08-17"),
        ("17 agust 87", "1987-08-17"),
        ("1-2-05", "2005-02-01"),
        ("1-2-25", "2025-02-01"),
        ("1-2-26", "1926-02-01"),
    ],
)
def test_two_digit_years_are_past_and_marked(read: Read, typed: str, value: Any) -> None:
    parsed = read("day", typed)
    assert parsed.value == value
    assert [(item.code, item.severity) for item in parsed.problems] == [("IKM271", Severity.WARNING)]


@pytest.mark.parametrize(
    ("typed", "cell", "value"),
    [("2015", "number", "2015-12-31"), ("tahun 2015", "text", "2015-12-31"), ("Februari 2016", "text", "2016-02-29"),
     ("02/2015", "text", "2015-02-28"), ("Des 2015", "text", "2015-12-31"), ("13/2015", "text", None)],
)  # fmt: skip
def test_a_year_or_month_where_that_is_enough(read: Read, codes: Codes, typed: str, cell: str, value: Any) -> None:
    parsed = read("day", typed, cell, coarse=True)
    assert (parsed.value, codes(parsed)) == (value, ["IKM260" if value else "IKM268"])


def test_month_first_columns() -> None:
    assert month_first(["8/17/1987", "1/2/1990", "2/28/1990"])
    assert not month_first(["17/8/1987", "1/2/1990"])
    assert not month_first(["8/17/1987", "17/8/1987", "2/28/1990"])
    assert not month_first(["8/17/1987", "1/2/1990"]), "one odd date is a slip, not a habit"
    assert not month_first(["1/2/1990", "", "abc"])


def test_month_first_is_followed(read: Read) -> None:
    assert read("day", "8/7/1987", month_first=True).value == "1987-08-07"
    assert read("day", "1987-08-07", month_first=True).value == "1987-08-07"


@pytest.mark.parametrize(
    ("typed", "cell", "value"),
    [
        ("29/09/2025 8:15:03", "text", "2025-09-29T08:15:03"),
        ("29/09/2025 8.15.03", "text", "2025-09-29T08:15:03"),
        ("29/09/2025 8:15", "text", "2025-09-29T08:15:00"),
        ("29/09/2025, 08.15", "text", "2025-09-29T08:15:00"),
        ("29/09/2025", "text", "2025-09-29T00:00:00"),
        ("29 September 2025 pukul 8.15", "text", "2025-09-29T08:15:00"),
        ("29 September 2025 08:15 WIB", "text", "2025-09-29T08:15:00"),
        ("2025/09/29 8:15:03 AM GMT+7", "text", "2025-09-29T08:15:03"),
        ("2025/09/29 12:15:03 AM GMT+7", "text", "2025-09-29T00:15:03"),
        ("2025/09/29 12:15:03 PM", "text", "2025-09-29T12:15:03"),
        ("2025/09/29 8:15:03 PM", "text", "2025-09-29T20:15:03"),
        ("2025-09-29T08:15:03.000+07:00", "text", "2025-09-29T08:15:03"),
        ("2025-09-29T08:15:03Z", "text", "2025-09-29T08:15:03"),
        ("2025-09-29T08:15:03", "text", "2025-09-29T08:15:03"),
        ("2025-09-29 08:15:03", "date", "2025-09-29T08:15:03"),
        ("2025-09-29", "date", "2025-09-29T00:00:00"),
        ("45929", "number", "2025-09-29T00:00:00"),
        ("45929.34378472", "number", "2025-09-29T08:15:03"),
    ],
)
def test_moments(read: Read, typed: str, cell: str, value: Any) -> None:
    parsed = read("moment", typed, cell)
    assert (parsed.value, parsed.problems) == (value, ())


def test_fractions_of_days_agree_with_the_clock(read: Read) -> None:
    start = datetime(1899, 12, 30)  # noqa: DTZ001  # spreadsheets know no time zone
    for minutes in range(0, 1440, 37):
        moment = datetime(2025, 9, 29) + timedelta(minutes=minutes)  # noqa: DTZ001
        serial = (moment - start) / timedelta(days=1)
        assert read("moment", repr(serial), "number").value == moment.isoformat()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("29/09/2025 25:15:03", "IKM269"), ("29/09/2025 13:15 PM", "IKM269"), ("9/29/2025 8:15:03", "IKM270"),
     ("31/09/2025 8:15:03", "IKM269"), ("pagi", "IKM268")],
)  # fmt: skip
def test_moments_refused(read: Read, codes: Codes, typed: str, code: str) -> None:
    assert codes(read("moment", typed)) == [code]
