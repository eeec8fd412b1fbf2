"""Scoring methods against the literature, recomputed by hand, and against every odd column.

Site of a warehouse: Kusumadewi, Hartati, Harjoko, Wardoyo, Fuzzy Multi-Attribute Decision Making (Graha Ilmu
2006), used for WP and TOPSIS; weights (5, 3, 4, 4, 2), C2 and C4 benefit, C1, C3 and C5 cost. The book prints
four decimals. WP: S = 2.4187, 2.4270, 1.7462 and V = 0.3669, 0.3682, 0.2649. TOPSIS, with weights that sum to 18:
D+ = 0.9871, 0.7706, 2.4418, D- = 1.9849, 2.1991, 0.5104 and V = 0.6679, 0.7405, 0.1729.
"""

from decimal import Decimal
from fractions import Fraction

import pytest
from tools.making import fractions

from ikmctl.domain.rule import Direction
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.base import Column, Matrix
from ikmctl.engine.scoring.ratio import ratios
from ikmctl.render.messages.lookup import catalogue

F = Fraction
RELATIVE = [name for name, method in METHODS.items() if method.relative]


def matrix(columns: list[tuple[int, Direction]], **rows: tuple[Fraction, ...]) -> Matrix:
    return Matrix(tuple(Column(f"c{index}", *one) for index, one in enumerate(columns, 1)), rows)


WAREHOUSE = matrix(
    [(5, "cost"), (3, "benefit"), (4, "cost"), (4, "benefit"), (2, "cost")],
    ngemplak=fractions("0.75", 2000, 18, 50, 500),
    kalasan=fractions("0.5", 1500, 20, 40, 450),
    kotagede=fractions("0.9", 2050, 35, 35, 800),
)


def test_wp_of_the_literature() -> None:
    """By hand, S of Ngemplak: 0.75^(-5/18) 2000^(3/18) 18^(-4/18) 50^(4/18) 500^(-2/18) = 2.4187."""
    by_hand = {
        number: float(row[0]) ** (-5 / 18) * float(row[1]) ** (3 / 18) * float(row[2]) ** (-4 / 18)
        * float(row[3]) ** (4 / 18) * float(row[4]) ** (-2 / 18)
        for number, row in WAREHOUSE.rows.items()
    }  # fmt: skip
    ends = METHODS["wp"].steps(WAREHOUSE).tables[-1]
    assert ends.heads == ("S", "V", "score")
    assert {number: f"{Decimal(line[0]):.4f}" for number, line in ends.lines.items()} == {
        "ngemplak": "2.4187", "kalasan": "2.4270", "kotagede": "1.7462",
    }  # fmt: skip
    for number, line in ends.lines.items():
        assert abs(float(line[0]) - by_hand[number]) < 1e-6
        assert abs(float(line[1]) - by_hand[number] / sum(by_hand.values())) < 1e-6
    assert [f"{Decimal(line[1]):.4f}" for line in ends.lines.values()] == ["0.3669", "0.3682", "0.2649"]
    scores = METHODS["wp"].score(WAREHOUSE)
    best = max(by_hand.values())
    assert scores.keys == {number: round(one / best * 1_000_000) for number, one in by_hand.items()}
    assert scores.keys["kalasan"] == 100 * scores.unit


def test_the_powers_of_wp_are_negative_for_costs() -> None:
    powers = METHODS["wp"].steps(WAREHOUSE).tables[0]
    assert powers.lines["w"] == ("-0.277778", "0.166667", "-0.222222", "0.222222", "-0.111111")


def test_topsis_of_the_literature() -> None:
    normal, weighted, ends = METHODS["topsis"].steps(WAREHOUSE).tables
    assert normal.lines["ngemplak"] == ("0.588802", "0.618614", "0.407724", "0.685189", "0.478365")
    assert Decimal(weighted.lines["ngemplak"][0]) * 18 == pytest.approx(Decimal("2.9440"), abs=Decimal("0.0001"))
    printed = {
        "ngemplak": ("0.9871", "1.9849", "0.6679"),
        "kalasan": ("0.7706", "2.1991", "0.7405"),
        "kotagede": ("2.4418", "0.5104", "0.1729"),
    }
    for number, (plus, minus, closeness) in printed.items():
        line = [Decimal(text) for text in ends.lines[number]]
        assert line[0] * 18 == pytest.approx(Decimal(plus), abs=Decimal("0.0001"))
        assert line[1] * 18 == pytest.approx(Decimal(minus), abs=Decimal("0.0001"))
        assert line[2] == pytest.approx(Decimal(closeness), abs=Decimal("0.00005"))
    assert METHODS["topsis"].score(WAREHOUSE).keys == {"ngemplak": 667_877, "kalasan": 740_522, "kotagede": 172_876}


def test_topsis_by_plain_floats_agrees() -> None:
    """The textbook formula in binary floats, step by step, gives the same six decimals."""
    rows = {number: [float(one) for one in row] for number, row in WAREHOUSE.rows.items()}
    weights = [column.weight / 18 for column in WAREHOUSE.columns]
    norms = [sum(row[j] ** 2 for row in rows.values()) ** 0.5 for j in range(5)]
    v = {number: [weights[j] * row[j] / norms[j] for j in range(5)] for number, row in rows.items()}
    ends = [[pick(row[j] for row in v.values()) for j in range(5)] for pick in (max, min)]
    costs = [column.direction == "cost" for column in WAREHOUSE.columns]
    best = [ends[cost][j] for j, cost in enumerate(costs)]
    worst = [ends[not cost][j] for j, cost in enumerate(costs)]
    for number, row in v.items():
        plus = sum((a - b) ** 2 for a, b in zip(row, best, strict=True)) ** 0.5
        minus = sum((a - b) ** 2 for a, b in zip(row, worst, strict=True)) ** 0.5
        assert METHODS["topsis"].score(WAREHOUSE).keys[number] == round(minus / (plus + minus) * 1_000_000)


def test_saw_by_hand() -> None:
    """Ngemplak: 5 (0.5/0.75) + 3 (2000/2050) + 4 (18/18) + 4 (50/50) + 2 (450/500) = 16.0602, over 18 0.892231."""
    exact = 5 * F(2, 3) + 3 * F(2000, 2050) + 4 + 4 + 2 * F(450, 500)
    scores = METHODS["saw"].score(WAREHOUSE)
    assert scores.points["ngemplak"] == (666_667, 975_610, 1_000_000, 1_000_000, 900_000)
    assert scores.keys["ngemplak"] == 5 * 666_667 + 3 * 975_610 + 4_000_000 + 4_000_000 + 2 * 900_000
    assert abs(F(scores.keys["ngemplak"], scores.unit) - 100 * exact / 18) < F(1, 10_000)
    tables = METHODS["saw"].steps(WAREHOUSE).tables
    assert tables[0].lines["kalasan"][0] == "0.5000"
    assert tables[1].lines["kotagede"] == ("0.555556", "1.000000", "0.514286", "0.700000", "0.562500")
    assert tables[2].lines["ngemplak"] == ("89.223139",)


def test_saw_of_the_research_example_reverses_ranks_when_the_winner_leaves() -> None:
    """Weights .4 .3 .3: .7305 .6253 .7409 .8895, and .8837 .6513 .8309 without the fourth."""
    rows = {"a": (61, 95, 7), "b": (86, 66, 1), "c": (80, 91, 4), "d": (87, 60, 14)}
    exact = {number: fractions(*row) for number, row in rows.items()}
    columns: list[tuple[int, Direction]] = [(4, "benefit"), (3, "benefit"), (3, "benefit")]
    full = METHODS["saw"].score(matrix(columns, **exact))
    assert [f"{key / full.unit:.2f}" for key in full.keys.values()] == ["73.05", "62.53", "74.09", "88.95"]
    del exact["d"]
    left = METHODS["saw"].score(matrix(columns, **exact))
    assert [f"{key / left.unit:.2f}" for key in left.keys.values()] == ["88.37", "65.13", "83.09"]


def test_topsis_of_the_research_example_reverses_ranks_when_the_last_leaves() -> None:
    """Without the last-placed fourth the third wins over the first (research note, pitfall 3)."""
    rows = {"a": (70, 60, 13), "b": (77, 69, 10), "c": (69, 99, 8), "d": (92, 94, 3)}
    exact = {number: fractions(*row) for number, row in rows.items()}
    columns: list[tuple[int, Direction]] = [(4, "benefit"), (3, "benefit"), (3, "benefit")]
    full = METHODS["topsis"].score(matrix(columns, **exact)).keys
    assert (max(full, key=full.__getitem__), min(full, key=full.__getitem__)) == ("a", "d")
    del exact["d"]
    left = METHODS["topsis"].score(matrix(columns, **exact)).keys
    assert max(left, key=left.__getitem__) == "c"


def test_weighted_sum_of_a_matrix_of_points() -> None:
    points = matrix([(3, "benefit"), (1, "benefit")], a=fractions(100, "33.33335"), b=fractions(0, 50))
    scores = METHODS["weighted_sum"].score(points)
    assert scores.keys == {"a": 3_333_334, "b": 500_000}
    tables = METHODS["weighted_sum"].steps(points).tables
    assert tables[0].lines["a"] == ("100.0000", "33.3334")
    assert tables[1].heads == ("c1", "c2", "score")
    assert tables[1].lines["a"] == ("75.000000", "8.333350", "83.333350")
    assert list(METHODS["weighted_sum"].oddities(points)) == []


@pytest.mark.parametrize("name", METHODS)
def test_nobody_gives_an_empty_result(name: str) -> None:
    empty = matrix([(1, "benefit"), (1, "cost")])
    assert METHODS[name].score(empty).keys == {}
    assert METHODS[name].steps(empty).formula == METHODS[name].formula
    assert list(METHODS[name].oddities(empty)) == []


@pytest.mark.parametrize("name", RELATIVE)
@pytest.mark.parametrize("direction", ["benefit", "cost"])
def test_a_single_candidate_is_the_best_there_is(name: str, direction: Direction) -> None:
    scores = METHODS[name].score(matrix([(2, direction), (3, direction)], only=fractions(7, "0.5")))
    assert scores.keys == {"only": 100 * scores.unit}


@pytest.mark.parametrize("name", RELATIVE)
@pytest.mark.parametrize("value", [0, 5])
@pytest.mark.parametrize("direction", ["benefit", "cost"])
def test_candidates_who_are_all_alike_are_all_best(name: str, value: int, direction: Direction) -> None:
    alike = matrix([(2, direction), (3, direction)], a=fractions(value, value), b=fractions(value, value))
    scores = METHODS[name].score(alike)
    assert set(scores.keys.values()) == {100 * scores.unit}


@pytest.mark.parametrize("name", RELATIVE)
def test_a_column_is_constant_where_several_people_are_alike(name: str) -> None:
    def told(*values: int) -> list[str]:
        rows = {f"p{place}": fractions(value) for place, value in enumerate(values)}
        return [one.kind for one in METHODS[name].oddities(matrix([(1, "benefit")], **rows))]

    assert (told(5), told(5, 5), told(5, 5, 6)) == ([], ["constant"], [])


@pytest.mark.parametrize("name", RELATIVE)
def test_a_constant_column_decides_nothing(name: str) -> None:
    with_it = matrix([(2, "benefit"), (3, "benefit")], a=fractions(1, 4), b=fractions(2, 4), c=fractions(3, 4))
    without = matrix([(2, "benefit")], a=fractions(1), b=fractions(2), c=fractions(3))

    def order(one: Matrix) -> list[str]:
        keys = METHODS[name].score(one).keys
        return sorted(keys, key=keys.__getitem__)

    assert order(with_it) == order(without) == ["a", "b", "c"]
    assert [(odd.kind, odd.criterion) for odd in METHODS[name].oddities(with_it)] == [("constant", "c2")]


@pytest.mark.parametrize("name", ["saw", "wp"])
def test_zeros_in_a_cost_are_defined_and_told(name: str) -> None:
    free = matrix([(1, "cost")], a=fractions(0), b=fractions(2), c=fractions(0))
    scores = METHODS[name].score(free)
    assert scores.keys == {"a": 100 * scores.unit, "b": 0, "c": 100 * scores.unit}
    assert [(odd.kind, odd.is_error) for odd in METHODS[name].oddities(free)] == [("free", False)]


@pytest.mark.parametrize("name", ["saw", "wp"])
def test_a_column_of_zeros_is_told(name: str) -> None:
    nothing = matrix([(1, "benefit")], a=fractions(0), b=fractions(0))
    assert [odd.kind for odd in METHODS[name].oddities(nothing)] == ["all_zero"]


@pytest.mark.parametrize("name", ["saw", "wp"])
@pytest.mark.parametrize("direction", ["benefit", "cost"])
def test_negative_values_count_as_zero_and_are_an_error(name: str, direction: Direction) -> None:
    below = matrix([(1, direction)], a=fractions(-4), b=fractions(2))
    zero = matrix([(1, direction)], a=fractions(0), b=fractions(2))
    assert METHODS[name].score(below) == METHODS[name].score(zero)
    assert [(odd.kind, odd.is_error) for odd in METHODS[name].oddities(below)] == [("negative", True)]


def test_a_zero_in_a_benefit_makes_a_product_nothing_but_a_weight_of_zero_does_not_count() -> None:
    scores = METHODS["wp"].score(matrix([(1, "benefit"), (1, "benefit")], a=fractions(0, 5), b=fractions(2, 5)))
    assert scores.keys == {"a": 0, "b": 1_000_000}
    ignored = METHODS["wp"].score(matrix([(0, "benefit"), (1, "benefit")], a=fractions(0, 5), b=fractions(2, 5)))
    assert ignored.keys == {"a": 1_000_000, "b": 1_000_000}
    nobody = matrix([(1, "benefit"), (1, "benefit")], a=fractions(0, 5), b=fractions(2, 0))
    assert METHODS["wp"].score(nobody).keys == {"a": 0, "b": 0}
    assert [line[:2] for line in METHODS["wp"].steps(nobody).tables[-1].lines.values()] == [("-", "0.000000")] * 2


def test_topsis_works_with_negatives() -> None:
    """One benefit column: the nearer to the top, the better, wherever zero lies: 0, 1/2, 1."""
    scores = METHODS["topsis"].score(matrix([(1, "benefit")], a=fractions(-10), b=fractions(0), c=fractions(10)))
    assert scores.keys == {"a": 0, "b": 500_000, "c": 1_000_000}


def test_topsis_takes_fractions_that_do_not_end() -> None:
    thirds = METHODS["topsis"].score(matrix([(1, "benefit")], a=fractions("1/3"), b=fractions("2/3"), c=fractions(1)))
    assert thirds.keys == {"a": 0, "b": 500_000, "c": 1_000_000}


def test_weights_may_sum_to_anything() -> None:
    percent = matrix([(50, "benefit"), (30, "cost")], a=fractions(1, 2), b=fractions(3, 4))
    small = matrix([(5, "benefit"), (3, "cost")], a=fractions(1, 2), b=fractions(3, 4))
    for name in RELATIVE:
        one, other = METHODS[name].score(percent), METHODS[name].score(small)
        assert [F(key, one.unit) for key in one.keys.values()] == [F(key, other.unit) for key in other.keys.values()]


def test_ratios_of_no_columns() -> None:
    assert ratios(Matrix((), {"a": ()})) == {}


@pytest.mark.parametrize("name", METHODS)
def test_every_method_says_what_it_is(name: str) -> None:
    assert METHODS[name].name == name
    assert set(METHODS[name].summary) == {"id", "en"}


def test_every_table_of_the_steps_by_hand() -> None:
    """4 and 1 with weight 1, 0 and 5 with weight 0, so that only the first column counts."""
    pair = matrix([(1, "benefit"), (0, "benefit")], a=fractions(4, 0), b=fractions(1, 5))
    tables = {
        name: [(table.heads, table.lines) for table in METHODS[name].steps(pair).tables]
        for name in ("weighted_sum", "saw", "wp")
    }
    heads, values = ("c1", "c2"), {"a": ("4.0000", "0.0000"), "b": ("1.0000", "5.0000")}
    assert tables["weighted_sum"] == [
        (heads, values),
        ((*heads, "score"), {"a": ("4.000000", "0.000000", "4.000000"), "b": ("1.000000", "0.000000", "1.000000")}),
    ]
    assert tables["saw"] == [
        (heads, values),
        (heads, {"a": ("1.000000", "0.000000"), "b": ("0.250000", "1.000000")}),
        (("score",), {"a": ("100.000000",), "b": ("25.000000",)}),
    ]
    assert tables["wp"] == [
        (heads, {"w": ("1.000000", "0.000000")}),
        (heads, values),
        (("S", "V", "score"),
         {"a": ("4.000000", "0.800000", "100.000000"), "b": ("1.000000", "0.200000", "25.000000")}),
    ]  # fmt: skip


def test_the_tables_of_topsis_by_hand() -> None:
    """3 and 4 over 5 are 0.6 and 0.8, half of each counts; a column of zeros stays zero."""
    zeros = matrix([(1, "benefit"), (1, "cost")], a=fractions(3, 0), b=fractions(4, 0))
    assert METHODS["topsis"].score(zeros).points == {"a": (600_000, 0), "b": (800_000, 0)}
    assert [(table.heads, table.lines) for table in METHODS["topsis"].steps(zeros).tables] == [
        (("c1", "c2"), {"a": ("0.600000", "0.000000"), "b": ("0.800000", "0.000000")}),
        (("c1", "c2"), {"a": ("0.300000", "0.000000"), "b": ("0.400000", "0.000000")}),
        (("D+", "D-", "C", "score"),
         {"a": ("0.100000", "0.000000", "0.000000", "0.000000"),
          "b": ("0.000000", "0.100000", "1.000000", "100.000000")}),
    ]  # fmt: skip


@pytest.mark.parametrize("name", METHODS)
def test_the_tables_of_the_steps_have_their_sentences(name: str) -> None:
    titles = [table.title for table in METHODS[name].steps(WAREHOUSE).tables]
    assert len(titles) == len(set(titles)) > 0
    for lang in ("id", "en"):
        assert set(titles) <= set(catalogue(lang, "reasons"))
