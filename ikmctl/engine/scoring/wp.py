"""WP: weighted product."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from ikmctl.domain.numbers import POINT, format_fixed, round_half_up
from ikmctl.engine.precise import UNIT, decimal, key_of, precise, shown
from ikmctl.engine.scoring.base import Matrix, Oddity, Scores, Steps, StepTable, total_weight
from ikmctl.engine.scoring.ratio import ratio_oddities, ratios


class Wp:
    """`S = product(x ** w)`, w as shares of 1, negative for cost; the score is S against the best S.

    The preference `V = S / sum(S)` of the literature orders people in the same way and is printed among
    the steps; as a score it would shrink with the number of candidates.
    """

    name: str = "wp"
    relative: bool = True
    summary: Mapping[str, str] = {
        "id": "WP: hasil kali nilai berpangkat bobot, dibandingkan dengan yang terbaik",
        "en": "WP: product of values raised to their weights, against the best product",
    }
    formula: str = "S = product(x ^ w), sum(w) = 1, w < 0 for cost;  V = S / sum(S);  score = 100 * S / max(S)"

    def score(self, matrix: Matrix) -> Scores:
        """Products of ratios, which differ from S by one factor for all."""
        products = self._products(matrix)
        most = max(products.values(), default=Decimal(0))
        with precise():
            keys = {number: key_of(one / most) if most else 0 for number, one in products.items()}
        points = {
            number: tuple(round_half_up(value, 100 * POINT) for value in row) for number, row in ratios(matrix).items()
        }
        return Scores(keys, UNIT, points)

    def _products(self, matrix: Matrix) -> dict[str, Decimal]:
        whole = total_weight(matrix.columns)
        with precise():
            shares = [Decimal(column.weight) / whole for column in matrix.columns]
            known: dict[tuple[int, Fraction], Decimal] = {}

            def factor(index: int, value: Fraction) -> Decimal:
                place = (index, value)
                if place not in known:
                    known[place] = decimal(value) ** shares[index] if value else Decimal(0)
                return known[place]

            products: dict[str, Decimal] = {}
            for number, row in ratios(matrix).items():
                product = Decimal(1)
                for index, value in enumerate(row):
                    if matrix.columns[index].weight:
                        product *= factor(index, value)
                products[number] = product
            return products

    def steps(self, matrix: Matrix) -> Steps:
        """Values, weights as powers, S and V."""
        heads = tuple(column.id for column in matrix.columns)
        whole = total_weight(matrix.columns)
        signed = [(1 if one.direction == "benefit" else -1) * one.weight for one in matrix.columns]
        powers = {"w": tuple(format_fixed(weight, whole, 6) for weight in signed)}
        values = {
            number: tuple(format_fixed(one.numerator, one.denominator, 4) for one in row)
            for number, row in matrix.rows.items()
        }
        scores, products = self.score(matrix), self._products(matrix)
        with precise():
            total = sum(products.values(), Decimal(0))
            ends = {
                number: (
                    _product(row, signed, whole),
                    shown(products[number] / total if total else Decimal(0)),
                    format_fixed(scores.keys[number], scores.unit, 6),
                )
                for number, row in matrix.rows.items()
            }
        return Steps(
            self.formula,
            (
                StepTable("steps.powers", heads, powers),
                StepTable("steps.values", heads, values),
                StepTable("steps.product", ("S", "V", "score"), ends),
            ),
        )

    def oddities(self, matrix: Matrix) -> Iterable[Oddity]:
        """Zeros, negatives and constants."""
        return ratio_oddities(matrix)


def _product(row: tuple[Fraction, ...], signed: list[int], whole: int) -> str:
    """S of the raw values; a dash where a value is zero or less."""
    product = Decimal(1)
    for value, weight in zip(row, signed, strict=True):
        if weight and value <= 0:
            return "-"
        product *= decimal(value) ** (Decimal(weight) / whole) if weight else 1
    return shown(product)
