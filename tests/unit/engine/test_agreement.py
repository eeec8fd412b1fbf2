"""Agreement statistics against published examples, recomputed.

- ICC: Shrout and Fleiss, Intraclass correlations (Psychological Bulletin 86, 1979), table 2: six targets, four
  judges; mean squares 11.24, 32.49 (between judges), 1.02 (error); ICC(2,1) = .29, ICC(2,4) = .62.
- Kendall's W with ties: Zar, Biostatistical Analysis (5th ed. 2010), example 20.5: wing, tail and bill of twelve
  birds; rank sums 14.5, 21, 30.5, 6, 11, 3.5, 20, 11.5, 29, 28.5, 22.5, 36.
- Krippendorff's alpha, interval: Krippendorff, Computing Krippendorff's alpha-reliability (2011), twelve units and
  four observers with gaps, .849; and the three coders of fifteen units that the encyclopedias print, .811.
"""

from fractions import Fraction

import pytest

from ikmctl.engine.panel.agreement import icc, kendall_w, krippendorff_alpha, ranks

F = Fraction
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
WING = ["10.4", "10.8", "11.1", "10.2", "10.3", "10.2", "10.7", "10.5", "10.8", "11.2", "10.6", "11.4"]
TAIL = ["7.4", "7.6", "7.9", "7.2", "7.4", "7.1", "7.4", "7.2", "7.8", "7.7", "7.8", "8.3"]
BILL = ["17", "17", "20", "14.5", "15.5", "13", "19.5", "16", "21", "20", "18", "22"]
OBSERVERS = [
    ["1", "2", "3", "3", "2", "1", "4", "1", "2", ".", ".", "."],
    ["1", "2", "3", "3", "2", "2", "4", "1", "2", "5", ".", "3"],
    [".", "3", "3", "3", "2", "3", "4", "2", "2", "5", "1", "."],
    ["1", "2", "3", "3", "2", "4", "4", "1", "2", "5", "1", "."],
]
CODERS = [
    ["*", "*", "*", "*", "*", "3", "4", "1", "2", "1", "1", "3", "3", "*", "3"],
    ["1", "*", "2", "1", "3", "3", "4", "3", "*", "*", "*", "*", "*", "*", "*"],
    ["*", "*", "2", "1", "3", "4", "4", "*", "2", "1", "1", "3", "3", "*", "4"],
]


def grid(rows: list[list[int]]) -> list[list[Fraction]]:
    return [[F(value) for value in row] for row in rows]


def units(raters: list[list[str]]) -> list[list[Fraction]]:
    return [[F(one) for one in column if one not in ".*"] for column in zip(*raters, strict=True)]


def test_icc_of_shrout_and_fleiss() -> None:
    found = icc(grid(SHROUT_FLEISS))
    assert found is not None
    assert (f"{float(found.rows):.2f}", f"{float(found.columns):.2f}", f"{float(found.error):.2f}") == (
        "11.24",
        "32.49",
        "1.02",
    )
    assert (f"{float(found.single):.2f}", f"{float(found.average):.2f}") == ("0.29", "0.62")


def test_icc_by_the_definition_of_sums_of_squares() -> None:
    """Sums over cells of squared deviations from row, column and grand means, without the usual shortcuts."""
    rows = grid(SHROUT_FLEISS)
    n, k = 6, 4
    grand = sum(sum(row) for row in rows) / (n * k)
    row_means = [sum(row) / k for row in rows]
    column_means = [sum(row[j] for row in rows) / n for j in range(k)]
    between = sum(k * (mean - grand) ** 2 for mean in row_means) / (n - 1)
    judges = sum(n * (mean - grand) ** 2 for mean in column_means) / (k - 1)
    error = sum((rows[i][j] - row_means[i] - column_means[j] + grand) ** 2 for i in range(n) for j in range(k)) / (
        (n - 1) * (k - 1)
    )
    found = icc(rows)
    assert found is not None
    assert (found.rows, found.columns, found.error) == (between, judges, error)
    assert found.single == (between - error) / (between + (k - 1) * error + k * (judges - error) / n)
    assert found.average == (between - error) / (between + (judges - error) / n)


@pytest.mark.parametrize("rows", [[], [[1, 2]], [[1], [2]], [[3, 3], [3, 3]]])
def test_icc_is_not_defined_for_everything(rows: list[list[int]]) -> None:
    assert icc(grid(rows)) is None


def test_ranks_share_their_mean() -> None:
    assert ranks([F(5), F(1), F(5), F(9)]) == (F(5, 2), 1, F(5, 2), 4)
    assert ranks([]) == ()


def test_kendall_w_of_zar() -> None:
    birds = [[F(one) for one in bird] for bird in zip(WING, TAIL, BILL, strict=True)]
    sums = [sum(one) for one in zip(*(ranks([bird[j] for bird in birds]) for j in range(3)), strict=True)]
    assert [2 * one for one in sums] == [29, 42, 61, 12, 22, 7, 40, 23, 58, 57, 45, 72]
    found = kendall_w(birds)
    assert found is not None
    # Ties, t^3 - t each: wing two pairs, tail a triple and two pairs, bill two pairs.
    spread = sum(one * one for one in sums) - F(234 * 234, 12)
    ties = (6 + 6) + (24 + 6 + 6) + (6 + 6)
    assert found.w == spread / (F(9 * (12**3 - 12) - 3 * ties, 12))
    assert f"{float(found.w):.4f}" == "0.9241"
    assert (f"{float(found.chi_square):.2f}", found.degrees) == ("30.50", 11)


def test_kendall_w_at_its_ends() -> None:
    same = kendall_w(grid([[1, 10], [2, 20], [3, 30]]))
    assert same is not None
    assert (same.w, same.chi_square, same.degrees) == (1, 4, 2)
    against = kendall_w(grid([[1, 3], [2, 2], [3, 1]]))
    assert against is not None
    assert against.w == 0


@pytest.mark.parametrize("rows", [[], [[1, 2]], [[1], [2]], [[3, 3], [3, 3]]])
def test_kendall_w_is_not_defined_for_everything(rows: list[list[int]]) -> None:
    assert kendall_w(grid(rows)) is None


def test_alpha_of_krippendorff() -> None:
    found = krippendorff_alpha(units(OBSERVERS))
    assert found is not None
    assert f"{float(found):.3f}" == "0.849"
    other = krippendorff_alpha(units(CODERS))
    assert other is not None
    assert f"{float(other):.3f}" == "0.811"


def test_alpha_by_its_definition() -> None:
    """One minus observed over expected disagreement, counted pair by pair."""
    pairable = [unit for unit in units(OBSERVERS) if len(unit) > 1]
    values = [value for unit in pairable for value in unit]
    n = len(values)
    observed = sum(sum((a - b) ** 2 for a in unit for b in unit) / (len(unit) - 1) for unit in pairable) / n
    expected = sum((a - b) ** 2 for a in values for b in values) / F(n * (n - 1))
    assert krippendorff_alpha(units(OBSERVERS)) == 1 - observed / expected


def test_alpha_is_one_for_equals_and_not_defined_without_variation() -> None:
    assert krippendorff_alpha(units([["1", "2", "3"], ["1", "2", "3"]])) == 1
    assert krippendorff_alpha(units([["2", "2", "2"], ["2", "2", "2"]])) is None
    assert krippendorff_alpha(units([["1", ".", "2"], [".", "3", "."]])) is None
    assert krippendorff_alpha([]) is None


def test_two_people_and_two_judges_are_enough() -> None:
    """W = 12 (2 x 1) / (4 x 6) = 1 of two rank sums 2 and 4; rows differ by 1, judges by 2, nothing is left over."""
    found = kendall_w(grid([[1, 3], [2, 4]]))
    assert found is not None
    assert (found.w, found.chi_square, found.degrees) == (1, 2, 1)
    pair = icc(grid([[1, 3], [2, 4]]))
    assert pair is not None
    assert (pair.rows, pair.columns, pair.error) == (1, 4, 0)
    assert (pair.single, pair.average) == (F(1, 1 + 4), F(1, 1 + 2))


@pytest.mark.parametrize(
    "rows",
    [
        [[1, 2], [2, 1]],  # people and judges alike on average: 0 + 1 + 2 (0 - 1) / 2 = 0
        [[0, 2], [1, 1]],  # people alike, judges as far apart as chance: 0 + (1 - 1) / 2 = 0
        [[1, 5], [3, 3], [5, 2]],  # mean squares 1/6, 1/6 and 37/6: the formulas give -18/7 and 36/11
    ],
)
def test_icc_is_zero_where_people_differ_less_than_what_is_left_over(rows: list[list[int]]) -> None:
    found = icc(grid(rows))
    assert found is not None
    assert (found.single, found.average) == (0, 0)
