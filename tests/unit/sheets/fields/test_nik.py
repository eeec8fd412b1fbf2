"""NIK, NIB, NPWP, KBLI against hand-worked values and python-stdnum."""

from datetime import date
from random import Random
from typing import Any

import pytest
from unit.sheets.fields.reading import Read

from ikmctl.domain.diagnostic import Severity
from ikmctl.domain.regions import FORMER, regencies
from ikmctl.sheets.fields.nik import NikFacts, damaged, decode, read_nik


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3324081708879001", "3324081708879001"),
        ("3324085708879001", "3324085708879001"),
        (" 3324081708879001 ", "3324081708879001"),
        ("'3324081708879001", "3324081708879001"),
        ("332408 170887 9001", "3324081708879001"),
        ("332408.170887.9001", "3324081708879001"),
        ("332408-170887-9001", "3324081708879001"),
        ("\u200b3324081708879001", "3324081708879001"),
        ("9101010609979001", "9101010609979001"),  # Merauke before 2022, when Papua was one province
        ("9301010609979001", "9301010609979001"),  # Merauke since, in Papua Selatan
        ("9471010609979001", None),  # BPS's code of Jayapura, never a Kemendagri one
    ],
)
def test_reads_sixteen_digits(read: Read, typed: str, value: Any) -> None:
    parsed = read("nik", typed)
    if value is None:
        assert [(item.code, item.severity) for item in parsed.problems] == [("IKM255", Severity.WARNING)]
    else:
        assert (parsed.value, parsed.problems) == (value, ())


@pytest.mark.parametrize(
    ("typed", "cell", "code", "params"),
    [
        ("3324081708879000", "number", "IKM250", {"digits": 16}),
        ("332408170887900", "number", "IKM250", {"digits": 15}),
        ("3.32408E+15", "text", "IKM251", {}),
        ("3,32408170887E+15", "text", "IKM251", {}),
        ("332408170887900", "text", "IKM252", {"digits": 15}),
        ("33240817088790011", "text", "IKM252", {"digits": 17}),
        ("33240817O8879001", "text", "IKM253", {}),
        ("٣٣٢٤٠٨١٧٠٨٨٧٩٠٠١", "text", "IKM253", {}),
        ("3324083102879001", "text", "IKM254", {}),  # 31 February
        ("3324087208879001", "text", "IKM254", {}),  # day 72
        ("3324080013879001", "text", "IKM254", {}),  # day 0, month 13
        ("3324082902019001", "text", "IKM254", {}),  # 29 February 2001 and 1901
        ("9924081708879001", "text", "IKM255", {"digits": "1-2"}),
        ("3324001708879001", "text", "IKM255", {"digits": "5-6"}),
        ("3324081708870000", "text", "IKM256", {}),
    ],
)
def test_refuses_and_never_shows_the_number(read: Read, typed: str, cell: str, code: str, params: Any) -> None:
    parsed = read("nik", typed, cell, private=True)
    assert parsed.value is None
    assert [(item.code, item.params) for item in parsed.problems] == [(code, params)]


def test_leap_day_of_2000_is_a_birthday() -> None:
    assert decode("3324082902009001", 2025) == NikFacts("33.24.08", date(2000, 2, 29), "male")


def test_decodes_gender_and_century() -> None:
    assert decode("3324085708879001", 2025) == NikFacts("33.24.08", date(1987, 8, 17), "female")
    assert decode("3324081708069001", 2025) == NikFacts("33.24.08", date(2006, 8, 17), "male")
    assert decode("3324081708269001", 2025) == NikFacts("33.24.08", date(1926, 8, 17), "male")


def test_unknown_regency_is_only_a_warning(read: Read) -> None:
    parsed = read("nik", "3399081708879001")
    assert parsed.value == "3399081708879001"
    assert [(item.code, item.severity) for item in parsed.problems] == [("IKM255", Severity.WARNING)]
    assert parsed.problems[0].params == {"digits": "1-4"}


def test_every_regency_past_and_present_is_accepted(read: Read) -> None:
    for code in (*regencies(), *FORMER):
        assert read("nik", f"{code.replace('.', '')}011708879001").problems == (), code


def test_agrees_with_stdnum_where_it_knows_the_region() -> None:
    stdnum = pytest.importorskip("stdnum.id.nik")
    known = [code for code in regencies() if stdnum.is_valid(f"{code.replace('.', '')}011708879001")]
    assert {code[:2] for code in regencies()} - {code[:2] for code in known} == {"65", "92", "93", "95", "96"}
    chance = Random(20250929)
    for _ in range(3000):
        region = chance.choice(known).replace(".", "")
        day, month, year = chance.randint(0, 75), chance.randint(0, 13), chance.randint(0, 99)
        nik = f"{region}{chance.randint(1, 20):02d}{day:02d}{month:02d}{year:02d}{chance.randint(9000, 9999)}"
        assert (read_nik(nik, 2025)[0] is not None) == stdnum.is_valid(nik), (nik[:6], day, month, year)


def test_column_with_too_many_final_zeros() -> None:
    sound = [f"33240817088790{serial:02d}" for serial in range(40)]
    assert damaged(sound) is None
    spoilt = [nik[:-1] + "0" for nik in sound[:20]] + sound[20:]
    problem = damaged(spoilt)
    assert problem is not None
    assert (problem.code, problem.params) == ("IKM257", {"share": 55})
    assert damaged(spoilt[:19]) is None
