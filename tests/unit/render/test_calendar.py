"""Days and amounts in the words that officials sign."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikmctl.render.calendar import day, day_in_words, in_words, rupiah, weekday


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (19, "sembilan belas"), (20, "dua puluh"),
        (21, "dua puluh satu"), (99, "sembilan puluh sembilan"), (100, "seratus"), (101, "seratus satu"),
        (111, "seratus sebelas"), (200, "dua ratus"), (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"), (1001, "seribu satu"), (1100, "seribu seratus"), (2025, "dua ribu dua puluh lima"),
        (11_000, "sebelas ribu"), (100_000, "seratus ribu"), (1_000_000, "satu juta"), (1_001_000, "satu juta seribu"),
        (14_400_000, "empat belas juta empat ratus ribu"), (1_000_000_000, "satu miliar"), (10**12, "satu triliun"),
    ],
)  # fmt: skip
def test_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


VALUES = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
STEPS = {"puluh": 10, "ratus": 100, "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def read(words: str) -> int:
    """Read words back by adding up: an independent way round."""
    total = group = unit = 0
    for word in words.split():
        if word == "belas":
            group, unit = group + unit + 10, 0
        elif word in ("puluh", "ratus"):
            group, unit = group + unit * STEPS[word], 0
        elif word in STEPS:
            total, group, unit = total + (group + unit) * STEPS[word], 0, 0
        elif word == "seribu":
            total, group, unit = total + 1000, 0, 0
        elif word in ("sepuluh", "sebelas", "seratus"):
            group += VALUES[word]
        else:
            unit = VALUES[word]
    return total + group + unit


@given(st.integers(0, 10**15 - 1))
def test_words_read_back_as_the_number(number: int) -> None:
    assert read(in_words(number)) == number


def test_beyond_the_words_stand_digits_and_a_debt_is_refused() -> None:
    assert in_words(10**15) == "1.000.000.000.000.000"
    with pytest.raises(ValueError, match="-1"):
        in_words(-1)


def test_days() -> None:
    start = date(2025, 9, 29)  # a Monday
    assert weekday(start, "id") == "Senin, 29 September 2025"
    assert weekday(start, "en") == "Monday, 29 September 2025"
    assert day(date(2025, 10, 2), "id") == "2 Oktober 2025"
    assert day_in_words(date(2025, 10, 2)) == "Kamis tanggal dua bulan Oktober tahun dua ribu dua puluh lima"


def test_rupiah() -> None:
    assert rupiah(3_000_000) == "Rp3.000.000,00"
    assert rupiah(0) == "Rp0,00"
    assert rupiah(-1500) == "-Rp1.500,00"
