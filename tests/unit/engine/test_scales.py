"""Scales: raw values to points, exactly, and their own faults."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError
from tools.making import scale

from ikmctl.engine.scales import SCALES

F = Fraction


@pytest.mark.parametrize(
    ("value", "benefit", "cost"),
    [
        ("-1", F(0), F(100)),
        ("0", F(0), F(100)),
        ("0.15", F(25), F(75)),
        (F(1, 3), F(100) / 3 / F(3, 5), F(100) - F(100) / 3 / F(3, 5)),
        ("0.6", F(100), F(0)),
        ("7", F(100), F(0)),
    ],
)
def test_linear_is_a_line_between_its_ends(value: Any, benefit: Fraction, cost: Fraction) -> None:
    line = scale(linear=["0", "0.6"])
    assert line.points(value, "benefit") == benefit
    assert line.points(value, "cost") == cost


def test_linear_knows_no_points_for_words_or_a_line_that_does_not_rise() -> None:
    assert scale(linear=["0", "1"]).points("baik", "benefit") is None
    assert scale(linear=["1", "1"]).points("1", "benefit") is None
    assert scale(linear=["2", "1"]).points("1", "benefit") is None


def test_ends_of_a_line_may_have_any_decimals() -> None:
    """From 1/2 to 9/4 the middle is 11/8."""
    line = scale(linear=["0.5", "2.25"])
    assert [line.points(value, "benefit") for value in ("0.5", "1.375", "2.25")] == [0, 50, 100]
    assert [line.points(value, "cost") for value in ("0.4", "1.375", "2.3")] == [100, 50, 0]


@pytest.mark.parametrize(
    ("low", "high", "benefit", "cost"),
    [(None, None, 100, 100), (F(1), F(3), 50, 100), (F(3), F(5), 100, 50), (F(3), None, 100, 50)],
)
def test_the_best_of_linear_is_the_better_limit(low: Any, high: Any, benefit: int, cost: int) -> None:
    line = scale(linear=["1", "5"])
    assert (line.best("benefit", low, high), line.best("cost", low, high)) == (benefit, cost)
    assert line.worst() == 0


def test_linear_needs_raw_values_and_has_no_corners() -> None:
    line = scale(linear=["1", "5"])
    assert line.edges() is None
    assert line.corners() == ()


@pytest.mark.parametrize(("ends", "faults"), [(["0", "100"], 0), (["5", "5"], 1), (["5", "1"], 1)])
def test_linear_must_rise(ends: list[str], faults: int) -> None:
    found = list(scale(linear=ends).faults())
    assert [fault.key for fault in found] == ["IKM140"] * faults


def test_the_fault_of_a_line_names_both_ends_as_written() -> None:
    (fault,) = scale(linear=["0.60", "-1"]).faults()
    assert fault.params == {"low": "0.6", "high": "-1"}


def test_map_gives_points_to_listed_values_and_none_to_others() -> None:
    words = scale(map={"0": "0", "1": "33", "2.0": "67", "lengkap": "100"})
    assert [words.points(value, "cost") for value in ("0", "1", "2", "lengkap")] == [0, 33, 67, 100]
    assert words.points(F(2), "benefit") == 67
    assert words.points("Lengkap", "benefit") is None
    assert words.points("3", "benefit") is None


def test_the_best_of_a_map_looks_at_what_is_still_possible() -> None:
    words = scale(map={"0": "10", "1": "90", "2": "50", "lain": "20"})
    assert words.best("benefit") == 90
    assert words.best("benefit", F(2), F(3)) == 50
    assert words.best("benefit", F(7), F(9)) == 20
    assert words.best("benefit", F(-1), F(1)) == 90
    assert words.best("benefit", F(1), F(1)) == 90
    assert scale(map={"0": "10", "1": "90"}).best("benefit", F(7), F(9)) == 90
    assert words.worst() == 10
    assert words.corners() == (0, 1, 2)
    assert scale(map={"10": "0", "9": "10", "ya": "5", "-1": "90"}).corners() == (-1, 9, 10)


def test_the_faults_of_a_map() -> None:
    assert list(scale(map={"a": "0", "b": "100"}).faults()) == []
    outside = list(scale(map={"a": "-1", "b": "100.5"}).faults())
    assert [(fault.key, fault.params["value"]) for fault in outside] == [("IKM144", "a"), ("IKM144", "b")]
    (twice,) = scale(map={"1.0": "5", "1": "0"}).faults()
    assert (twice.key, twice.params["id"]) == ("IKM148", "1, 1.0")
    empty = scale(map={})
    assert [fault.key for fault in empty.faults()] == ["IKM143"]
    assert (empty.best("benefit"), empty.worst()) == (100, 0)


def bands(*steps: tuple[str | None, str | None, str]) -> Any:
    written = [{"from": low, "below": high, "points": points} for low, high, points in steps]
    return scale(bands=[{key: value for key, value in one.items() if value is not None} for one in written])


def test_bands_are_half_open() -> None:
    steps = bands((None, "2", "0"), ("2", "2.4", "50"), ("2.4", None, "100"))
    assert [steps.points(value, "benefit") for value in ("-5", "1.999", "2", "2.3", "2.4", "9")] == [
        0,
        0,
        50,
        50,
        100,
        100,
    ]
    assert steps.points("banyak", "benefit") is None
    assert list(steps.faults()) == []


def test_values_below_and_above_closed_bands_have_no_points() -> None:
    steps = bands(("5", "10", "40"), ("10", "41", "100"))
    assert steps.points("4.9", "benefit") is None
    assert steps.points(F(41), "benefit") is None


def test_the_best_of_bands_looks_at_the_steps_that_can_still_be_reached() -> None:
    steps = bands((None, "2", "30"), ("2", "5", "100"), ("5", None, "60"))
    assert steps.best("benefit") == 100
    assert steps.best("benefit", F(5), F(9)) == 60
    assert steps.best("benefit", None, F(1)) == 30
    assert steps.best("benefit", None, F(2)) == 100
    assert steps.best("benefit", F(-9), F(2) - F(1, 9)) == 30
    assert steps.best("benefit", F(5), None) == 60
    assert bands(("1", "2", "30")).best("benefit", F(5), F(6)) == 30
    assert steps.worst() == 30


def test_the_edges_of_bands_are_whole_and_rising() -> None:
    assert bands((None, "2.5", "0"), ("2.5", "4", "50"), ("4", None, "100")).edges() == (3, 4)
    assert bands((None, "1", "0"), ("1", "8", "50"), ("8", "33", "70"), ("33", None, "100")).edges() == (1, 8, 33)


def test_the_corners_of_bands() -> None:
    assert bands((None, "2", "0"), ("2", "4", "50"), ("4", None, "100")).corners() == (1, 2, 4)
    assert bands((None, None, "7")).corners() == (0,)


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ([("0", "5", "40"), ("6", None, "100")], ["IKM141"]),
        ([("0", "5", "40"), ("4", None, "100")], ["IKM142"]),
        ([("0", None, "40"), ("4", None, "100")], ["IKM142"]),
        ([("0", "4", "40"), (None, "9", "100")], ["IKM142"]),
        ([("5", "5", "40")], ["IKM143"]),
        ([("5", "9", "101"), ("9", None, "-1")], ["IKM144", "IKM144"]),
        ([], ["IKM143"]),
    ],
)
def test_the_faults_of_bands(steps: list[tuple[str | None, str | None, str]], codes: list[str]) -> None:
    assert [fault.key for fault in bands(*steps).faults()] == codes


def test_no_bands_at_all_are_a_fault_but_no_crash() -> None:
    assert (bands().best("benefit"), bands().worst(), bands().edges(), bands().corners()) == (100, 0, (), ())


def test_a_gap_names_its_two_sides() -> None:
    (gap,) = bands(("0", "5", "40"), ("6.50", None, "100")).faults()
    assert gap.params == {"below": "5", "from": "6.5"}
    (overlap,) = bands(("0", None, "40"), (None, "9", "100")).faults()
    assert (overlap.key, overlap.params) == ("IKM142", {"below": "", "from": ""})
    (nothing,) = bands().faults()
    assert nothing.params == {"from": "", "below": ""}
    (empty, outside) = bands(("9.0", "5", "101")).faults()
    assert (empty.params, outside.params) == ({"from": "9", "below": "5"}, {"value": "9", "points": "101"})


@pytest.mark.parametrize("name", SCALES)
def test_every_scale_refuses_other_keys_and_says_what_it_is(name: str) -> None:
    assert SCALES[name].name == name
    assert set(SCALES[name].summary) == {"id", "en"}
    with pytest.raises(ValidationError):
        SCALES[name].model_validate({name: [], "extra": "1"})
