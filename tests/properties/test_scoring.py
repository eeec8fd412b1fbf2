"""What must hold for every scale, method and panel: monotone, clamped, exact, blind to the order of rows."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.making import criterion, exam, mark, person, program, scale

from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import POINT, format_decimal
from ikmctl.domain.program import Program
from ikmctl.domain.rule import Direction
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.engine.banding import band, edges
from ikmctl.engine.evaluate import evaluate
from ikmctl.engine.panel.agreement import icc, kendall_w, krippendorff_alpha, ranks
from ikmctl.engine.panel.severity import severity_table
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.base import Column, Matrix
from ikmctl.engine.weights import whole_weights
from ikmctl.engine.weights.roc import roc

DIRECTIONS = st.sampled_from(["benefit", "cost"])
TENTHS = st.integers(0, 1000).map(lambda value: Fraction(value, 10))
WIDE = st.fractions(-(10**6), 10**6, max_denominator=10**4)


def text(value: Fraction) -> str:
    return format_decimal(Decimal(value.numerator) / Decimal(value.denominator))


@given(st.lists(WIDE, min_size=2, max_size=2, unique=True), WIDE, WIDE, DIRECTIONS)
def test_linear_is_monotone_and_clamped(
    ends: list[Fraction], one: Fraction, other: Fraction, direction: Direction
) -> None:
    low, high = (Decimal(int(value * 100)).scaleb(-2) for value in sorted(ends))
    if low >= high:
        return
    line = scale(linear=[format_decimal(low), format_decimal(high)])
    less, more = (line.points(value, direction) for value in sorted((one, other)))
    assert less is not None
    assert more is not None
    assert 0 <= less <= 100
    assert (less <= more) if direction == "benefit" else (less >= more)
    assert line.points(Fraction(low), direction) == (0 if direction == "benefit" else 100)
    assert line.points(Fraction(high), direction) == (100 if direction == "benefit" else 0)


@given(
    st.lists(st.integers(-50, 50), min_size=1, max_size=6, unique=True),
    st.lists(st.integers(0, 100), min_size=7, max_size=7),
    WIDE,
)
def test_bands_side_by_side_cover_everything_once(cuts: list[int], points: list[int], value: Fraction) -> None:
    ends = [None, *sorted(cuts), None]
    steps = [
        {key: str(end) for key, end in (("from", low), ("below", high)) if end is not None} | {"points": str(earned)}
        for low, high, earned in zip(ends, ends[1:], points, strict=False)
    ]
    bands = scale(bands=steps)
    assert list(bands.faults()) == []
    earned = bands.points(value, "benefit")
    assert earned == points[sum(value >= cut for cut in cuts)]
    assert bands.worst() <= earned <= bands.best("benefit")
    assert bands.best("benefit", value, value) == earned


MARKS = {"a": exam(), "b": exam(), "pre": exam()}


def setting(method: str = "weighted_sum", **first: Any) -> Program:
    criteria = [
        criterion("a", "marks.a", 30, **first),
        criterion("b", "marks.b", 20),
        criterion("gain", {"gain": ["marks.pre", "marks.a"]}, 10, scale={"linear": ["0", "0.6"]}),
    ]
    return program({"criteria": criteria, "method": method}, marks=MARKS)


SETTING = setting()
PEOPLE = st.lists(st.tuples(TENTHS, TENTHS, TENTHS), min_size=1, max_size=6)


def marks_of(rows: list[tuple[Fraction, Fraction, Fraction]]) -> list[Mark]:
    return [
        mark(f"P{index}", name, text(value))
        for index, row in enumerate(rows)
        for name, value in zip(MARKS, row, strict=True)
    ]


def cards(rules: Program, marks: list[Mark], count: int) -> dict[str, ScoreCard]:
    return dict(evaluate(rules, rules.stages[0], [person(f"P{index}") for index in range(count)], marks).cards)


@given(PEOPLE, TENTHS)
def test_raising_a_mark_never_lowers_the_key(rows: list[tuple[Fraction, Fraction, Fraction]], higher: Fraction) -> None:
    """Benefit everywhere: `a` enters a line and, as the later mark, a gain."""
    before = cards(SETTING, marks_of(rows), len(rows))
    raised = [(max(rows[0][0], higher), *rows[0][1:]), *rows[1:]]
    after = cards(SETTING, marks_of(raised), len(rows))
    assert (after["P0"].key or 0) >= (before["P0"].key or 0)
    assert all(after[number] == before[number] for number in before if number != "P0")


@given(PEOPLE)
def test_the_key_is_the_exact_sum_to_within_the_rounding_of_points(
    rows: list[tuple[Fraction, Fraction, Fraction]],
) -> None:
    for index, (a, b, pre) in enumerate(rows):
        gain = Fraction(a >= 100) if pre >= 100 else (a - pre) / (100 - pre)
        exact = 30 * a + 20 * b + 10 * 100 * min(max(gain / Fraction(3, 5), Fraction(0)), Fraction(1))
        found = cards(SETTING, marks_of(rows), len(rows))[f"P{index}"]
        assert found.key is not None
        assert abs(Fraction(found.key, POINT) - exact) <= 60 * Fraction(1, 2 * POINT)
        assert 0 <= found.key <= 100 * found.unit


@pytest.mark.parametrize("method", METHODS)
@given(rows=PEOPLE, data=st.data())
@settings(max_examples=25)
def test_the_order_of_rows_has_no_power(
    method: str, rows: list[tuple[Fraction, Fraction, Fraction]], data: st.DataObject
) -> None:
    rules = setting(method)
    marks = marks_of(rows)
    shuffled = data.draw(st.permutations(marks))
    people = data.draw(st.permutations([person(f"P{index}") for index in range(len(rows))]))
    assert dict(evaluate(rules, rules.stages[0], people, shuffled).cards) == cards(rules, marks, len(rows))


@given(PEOPLE, st.integers(0, 2))
def test_nothing_that_arrives_later_can_beat_the_best_key(
    rows: list[tuple[Fraction, Fraction, Fraction]], gone: int
) -> None:
    lacking = [one for one in marks_of(rows) if not (one.number == "P0" and one.mark == list(MARKS)[gone])]
    pending = cards(SETTING, lacking, len(rows))["P0"]
    complete = cards(SETTING, marks_of(rows), len(rows))["P0"]
    assert pending.standing == "pending"
    assert (pending.best_key or 0) >= (complete.key or 0)


PANEL = {"judges": [{"id": "J1"}, {"id": "J2"}, {"id": "J3"}]}
PRACTICE = {"per": "judge", "stage": "curation", "min": "1", "max": "5", "items": ["x", "y"]}


@given(st.lists(st.integers(1, 5), min_size=6, max_size=6), st.integers(0, 5), st.sampled_from(["mean", "trimmed"]))
def test_a_gap_of_the_panel_has_honest_limits(values: list[int], gone: int, aggregate: str) -> None:
    rules = program(
        {"criteria": [criterion("practice", "marks.practice", scale={"linear": ["1", "5"]})]},
        marks={"practice": PRACTICE},
        panel={**PANEL, "aggregate": aggregate},
    )
    places = [(item, judge) for item in "xy" for judge in ("J1", "J2", "J3")]
    full = [Mark("P0", "practice", *place, str(value)) for place, value in zip(places, values, strict=True)]
    complete = cards(rules, full, 1)["P0"]
    pending = cards(rules, full[:gone] + full[gone + 1 :], 1)["P0"]
    assert complete.key is not None
    assert pending.standing == "pending"
    assert (pending.best_key or 0) >= complete.key


POSITIVE = st.integers(1, 1000).map(Fraction)


@pytest.mark.parametrize("method", ["saw", "wp", "topsis"])
@given(
    st.lists(st.tuples(POSITIVE, POSITIVE), min_size=1, max_size=7),
    st.tuples(DIRECTIONS, DIRECTIONS),
    st.tuples(st.integers(0, 9), st.integers(1, 9)),
)
@settings(max_examples=40)
def test_a_better_row_never_scores_less(
    method: str,
    rows: list[tuple[Fraction, Fraction]],
    directions: tuple[Direction, Direction],
    weights: tuple[int, int],
) -> None:
    columns = tuple(Column(f"c{i}", w, d) for i, (w, d) in enumerate(zip(weights, directions, strict=True)))
    scores = METHODS[method].score(Matrix(columns, {f"P{index}": row for index, row in enumerate(rows)}))
    signs = [1 if direction == "benefit" else -1 for direction in directions]
    for one, first in enumerate(rows):
        for other, second in enumerate(rows):
            if all(s * a >= s * b for s, a, b in zip(signs, first, second, strict=True)):
                assert scores.keys[f"P{one}"] >= scores.keys[f"P{other}"]
    assert all(0 <= key <= 100 * scores.unit for key in scores.keys.values())


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8, unique=True), st.integers(0, 60))
def test_a_band_answers_every_comparison_like_the_value(limits: list[int], value: int) -> None:
    rules = program(
        {
            "eligibility": [
                {"rule": "range", "field": "turnover", "min": str(one), "max": str(one + 3)} for one in limits
            ]
        }
    )
    shown = int(band(Decimal(value), edges(rules, "turnover")))
    for one in limits:
        assert (shown >= one) == (value >= one)
        assert (shown <= one + 3) == (value <= one + 3)


GRID = st.integers(2, 5).flatmap(
    lambda judges: st.lists(st.lists(TENTHS, min_size=judges, max_size=judges), min_size=2, max_size=6)
)


@given(GRID, st.integers(1, 9), st.integers(-9, 9))
def test_agreement_does_not_depend_on_the_units(grid: list[list[Fraction]], factor: int, shift: int) -> None:
    moved = [[factor * value + shift for value in row] for row in grid]
    first, second = icc(grid), icc(moved)
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert (first.single, first.average) == (second.single, second.average)
    assert kendall_w(grid) == kendall_w(moved)
    assert krippendorff_alpha(grid) == krippendorff_alpha(moved)


@given(GRID)
def test_concordance_lies_between_nothing_and_all(grid: list[list[Fraction]]) -> None:
    found = kendall_w(grid)
    assert found is None or 0 <= found.w <= 1
    assert sum(ranks([row[0] for row in grid])) == Fraction(len(grid) * (len(grid) + 1), 2)


@given(st.dictionaries(st.integers(0, 6), st.dictionaries(st.sampled_from("ABCD"), TENTHS, min_size=1), min_size=1))
def test_severity_leaves_residuals_that_no_judge_can_improve(work: dict[int, dict[str, Fraction]]) -> None:
    """At the least-squares point the residuals of each judge, and of each work, sum to zero."""
    sheet = {(str(number), ""): marks for number, marks in work.items()}
    table = severity_table(sheet)
    by_judge: dict[str, Fraction] = dict.fromkeys(table.severity, Fraction(0))
    for marks in sheet.values():
        merit = sum((value - table.severity[judge] for judge, value in marks.items()), Fraction(0)) / len(marks)
        for judge, value in marks.items():
            by_judge[judge] += value - merit - table.severity[judge]
    assert set(by_judge.values()) == {Fraction(0)}
    for group in table.groups:
        assert sum(table.severity[judge] for judge in group) == 0


@given(st.lists(st.integers(1, 10**6).map(Fraction), min_size=1, max_size=10), st.integers(1, 1000))
def test_whole_weights_are_within_one_of_their_shares(shares: list[Fraction], total: int) -> None:
    found = whole_weights(shares, total)
    assert sum(found) == total
    assert all(abs(weight - share * total / sum(shares)) < 1 for weight, share in zip(found, shares, strict=True))


@given(st.integers(1, 30))
def test_roc_falls_and_sums_to_one(count: int) -> None:
    shares = roc(count)
    assert sum(shares) == 1
    assert list(shares) == sorted(shares, reverse=True)
