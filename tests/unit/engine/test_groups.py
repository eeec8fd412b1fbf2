"""Groups below five people never stand alone, and nothing is lost by putting them together."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikmctl.engine.groups import LEAST, _round_step, bins_of, count_rows, rows_of


@pytest.mark.parametrize(
    ("counts", "rows"),
    [
        ({"a": 5, "b": 9}, (("a",), ("b",))),
        ({"a": 5, "b": 0}, (("a",), ("b",))),
        ({"a": 3, "b": 2, "c": 9}, (("c",), ("a", "b"))),  # together five: enough
        ({"a": 3, "b": 7, "c": 9}, (("c",), ("a", "b"))),  # one small group takes the next smallest along
        ({"a": 1, "b": 1, "c": 6, "d": 9}, (("d",), ("a", "b", "c"))),
        ({"a": 3, "b": 0, "c": 9}, (("b",), ("a", "c"))),  # an empty group hides nobody
        ({"a": 3}, ()),
        ({"a": 2, "b": 2}, ()),
        ({}, ()),
    ],
)
def test_rows_of_counts(counts: dict[str, int], rows: tuple[tuple[str, ...], ...]) -> None:
    assert count_rows(counts) == rows


def test_few_men_in_one_track_are_not_told_from_the_total() -> None:
    table = {"x": {"female": 18, "male": 2}, "y": {"female": 9, "male": 9}, "z": {"female": 30, "male": 30}}
    assert rows_of(table) == (("z",), ("x", "y"))


def test_a_track_without_women_is_taken_along_like_any_other() -> None:
    table = {"x": {"female": 3, "male": 9}, "y": {"female": 0, "male": 6}, "z": {"female": 9, "male": 9}}
    assert rows_of(table) == (("x", "y", "z"),)  # three women of x and y together are still too few


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 12), max_size=12))
def test_no_shown_row_is_small_and_every_key_stands_once(counts: dict[str, int]) -> None:
    rows = count_rows(counts)
    if not rows:
        assert sum(counts.values()) < LEAST
        return
    assert sorted(key for row in rows for key in row) == sorted(counts)
    sums = [sum(counts[key] for key in row) for row in rows]
    assert all(total == 0 or total >= LEAST for total in sums)
    assert sum(sums) == sum(counts.values())


def test_classes_have_round_bounds_and_enough_people() -> None:
    values = [Fraction(value) for value in (51, 52, 53, 61, 62, 63, 64, 65, 70, 71, 72, 73, 74, 99)]
    # span 48 in at most 14 classes: steps of 5. 50-55 holds 3, up to 65 it is 7; 65-75 holds 6; the last joins it
    assert bins_of(values) == ((50, 65, 7), (65, 100, 7))


def test_people_with_one_score_stand_in_one_class() -> None:
    assert bins_of([Fraction(70)] * 5) == ((70, 71, 5),)
    assert bins_of([Fraction(70)] * 4) == ()


@given(st.lists(st.fractions(0, 100, max_denominator=100), max_size=60))
def test_classes_touch_and_hold_everybody(values: list[Fraction]) -> None:
    found = bins_of(values)
    if len(values) < LEAST:
        assert found == ()
        return
    assert sum(count for *_, count in found) == len(values)
    assert all(count >= LEAST for *_, count in found)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(found))
    for low, high, count in found:
        assert sum(low <= value < high for value in values) == count


def test_classes_of_large_and_of_tiny_numbers_are_round_too() -> None:
    large = [Fraction(value) for value in (0, 100, 200, 300, 400, 5_600, 5_700, 5_800, 5_900, 6_000)]
    assert bins_of(large) == ((0, 500, 5), (500, 6_500, 5))  # 6,000 in at most 14 classes: steps of 500
    tiny = [value / 10_000 for value in large]
    assert bins_of(tiny) == ((0, Fraction("0.05"), 5), (Fraction("0.05"), Fraction("0.65"), 5))


@pytest.mark.parametrize(
    ("least", "step"),
    [
        ("0", "1"), ("1", "1"), ("1.01", "2"), ("1.5", "2"), ("2", "2"), ("2.1", "5"), ("5", "5"), ("9", "10"),
        ("10", "10"), ("10.5", "20"), ("0.1", "0.1"), ("0.09", "0.1"), ("0.011", "0.02"), ("400", "500"),
        ("501", "1000"),
    ],
)  # fmt: skip
def test_a_step_is_the_next_round_number(least: str, step: str) -> None:
    assert _round_step(Fraction(least)) == Fraction(step)
