"""AHP, ROC and whole weights.

AHP: Saaty, How to make a decision (EJOR 48, 1990), the eigenvector and lambda of the comparisons of a 3 x 3
matrix are recomputed here from the characteristic polynomial: lambda^3 - 3 lambda^2 = d, where d is
a12 a23 / a13 + a13 / (a12 a23) - 2 (the only free term of a reciprocal 3 x 3 matrix).
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from ikmctl.domain.rule import Reason
from ikmctl.engine.weights import whole_weights
from ikmctl.engine.weights.ahp import RANDOM_INDEX, Ahp, ahp
from ikmctl.engine.weights.roc import roc

F = Fraction


def test_whole_weights_sum_to_the_total_and_give_the_rest_to_the_largest_remainders() -> None:
    assert whole_weights([F(1), F(1), F(1)]) == (34, 33, 33)
    assert whole_weights([F(16, 10), F(24, 10), F(60, 10)], 10) == (2, 2, 6)
    assert whole_weights([F(1, 6), F(1, 3), F(1, 2)], 100) == (17, 33, 50)
    assert whole_weights([F(5), F(0)], 7) == (7, 0)


def test_roc_is_the_centroid_of_the_order() -> None:
    """Barron and Barrett (1996), three criteria: 11/18, 5/18, 2/18 = 0.6111, 0.2778, 0.1111."""
    assert roc(1) == (1,)
    assert roc(3) == (F(11, 18), F(5, 18), F(2, 18))
    assert sum(roc(10)) == 1
    assert whole_weights(roc(4)) == (52, 27, 15, 6)


def worked_out(pairs: dict[tuple[str, str], Fraction], table: str = "saaty-1980") -> Ahp:
    found = ahp(["a", "b", "c"], pairs, table)
    assert isinstance(found, Ahp)
    return found


INCONSISTENT = {("a", "b"): F(3), ("a", "c"): F(5), ("b", "c"): F(3)}


def test_ahp_by_the_characteristic_polynomial() -> None:
    found = worked_out(INCONSISTENT)
    d = Decimal(9) / 5 + Decimal(5) / 9 - 2
    assert abs(found.lambda_max**3 - 3 * found.lambda_max**2 - d) < Decimal("1e-12")
    assert abs(found.index - (found.lambda_max - 3) / 2) < Decimal("1e-25")
    assert abs(found.ratio - found.index / Decimal("0.58")) < Decimal("1e-25")
    assert f"{found.lambda_max:.4f}" == "3.0385"
    assert f"{found.ratio:.3f}" == "0.033"
    assert found.is_consistent


def test_the_weights_of_a_3_x_3_matrix_are_its_geometric_row_means() -> None:
    """For three criteria the eigenvector is the vector of geometric means: 15^(1/3), 1, 15^(-1/3)."""
    shares = worked_out(INCONSISTENT).shares
    means = [15 ** (1 / 3), 1, 15 ** (-1 / 3)]
    for share, mean in zip(shares, means, strict=True):
        assert abs(float(share) - mean / sum(means)) < 1e-12
    assert worked_out(INCONSISTENT).weights == (64, 26, 10)


def test_the_table_of_random_indexes_is_named_and_counts() -> None:
    other = worked_out(INCONSISTENT, "saaty-2013")
    assert other.table == "saaty-2013"
    assert f"{other.ratio:.3f}" == "0.037"
    assert all(len(table) == 10 for table in RANDOM_INDEX.values())


def test_contradicting_judgements_are_told() -> None:
    found = worked_out({("a", "b"): F(5), ("b", "c"): F(5), ("c", "a"): F(5)})
    assert not found.is_consistent
    assert found.weights == (34, 33, 33)


def test_consistent_judgements_are_given_back_exactly() -> None:
    found = worked_out({("b", "a"): F(1, 2), ("b", "c"): F(3), ("a", "c"): F(6)})
    assert found.weights == (60, 30, 10)
    assert abs(found.ratio) < Decimal("1e-25")


@pytest.mark.parametrize(("ids", "pairs", "weights"), [(["a"], {}, (100,)), (["a", "b"], {("a", "b"): F(4)}, (80, 20))])
def test_one_or_two_criteria_cannot_contradict(
    ids: list[str], pairs: dict[tuple[str, str], Fraction], weights: tuple[int, ...]
) -> None:
    found = ahp(ids, pairs)
    assert isinstance(found, Ahp)
    assert (found.weights, found.is_consistent) == (weights, True)
    assert abs(found.ratio) < Decimal("1e-25")
    assert abs(found.index) < Decimal("1e-25")


@pytest.mark.parametrize(
    ("ids", "pairs", "keys"),
    [
        ([], {}, ["ahp.criteria"]),
        (["a", "a"], {}, ["ahp.criteria"]),
        ([f"c{i}" for i in range(11)], {}, ["ahp.criteria"]),
        (["a", "b"], {}, ["ahp.lacking"]),
        (["a", "b"], {("a", "b"): F(0)}, ["ahp.not_positive"]),
        (["a", "b"], {("a", "b"): F(2), ("b", "a"): F(3)}, ["ahp.twice"]),
        (["a", "b"], {("a", "b"): F(2), ("a", "x"): F(3)}, ["ahp.unknown"]),
        (["a", "b"], {("b", "a"): F(2), ("a", "a"): F(3)}, ["ahp.unknown"]),
    ],
)
def test_comparisons_that_cannot_be_used(
    ids: list[str], pairs: dict[tuple[str, str], Fraction], keys: list[str]
) -> None:
    found = ahp(ids, pairs)
    assert not isinstance(found, Ahp)
    assert [reason.key for reason in found] == keys


@pytest.mark.parametrize(("ratio", "consistent"), [("0", True), ("0.10", True), ("0.1000001", False)])
def test_a_ratio_of_a_tenth_is_still_consistent(ratio: str, consistent: bool) -> None:
    assert Ahp((), (), Decimal(3), Decimal(0), Decimal(ratio), "saaty-1980").is_consistent is consistent


def test_as_many_criteria_as_the_table_has() -> None:
    ids = [f"c{number}" for number in range(10)]
    found = ahp(ids, {(a, b): F(1) for place, a in enumerate(ids) for b in ids[place + 1 :]})
    assert isinstance(found, Ahp)
    assert (found.weights, found.is_consistent) == ((10,) * 10, True)


def test_the_pair_that_is_wrong_is_named() -> None:
    def named(*pairs: tuple[str, str, int], ids: str = "abc") -> list[tuple[str, object]]:
        found = ahp(list(ids), {(one, other): F(value) for one, other, value in pairs})
        assert not isinstance(found, Ahp)
        return [(reason.key, (reason.params["first"], reason.params["second"])) for reason in found]

    assert named(("a", "b", 2)) == [("ahp.lacking", ("a", "c")), ("ahp.lacking", ("b", "c"))]
    assert named(("a", "b", 0), ids="ab") == [("ahp.not_positive", ("a", "b"))]
    assert named(("a", "b", 2), ("b", "a", 2), ids="ab") == [("ahp.twice", ("a", "b"))]
    assert named(("a", "b", 2), ("a", "x", 2), ids="ab") == [("ahp.unknown", ("a", "x"))]
    unknown = ahp(["a", "b"], {("a", "b"): F(2), ("x", "b"): F(3)})
    assert unknown == (Reason("ahp.unknown", {"first": "x", "second": "b"}),)
    found = ahp(["a"] * 2, {})
    assert not isinstance(found, Ahp)
    assert [reason.params for reason in found] == [{"count": 2, "most": 10}]
