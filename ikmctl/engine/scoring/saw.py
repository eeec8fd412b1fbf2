"""SAW: simple additive weighting, each value against the best candidate's."""

from collections.abc import Iterable, Mapping

from ikmctl.domain.numbers import POINT, format_fixed, round_half_up
from ikmctl.engine.scoring.base import Matrix, Oddity, Scores, Steps, StepTable, total_weight
from ikmctl.engine.scoring.ratio import ratio_oddities, ratios


class Saw:
    """`sum(w * r) / sum(w)`, `r = x / max` for benefit and `min / x` for cost, in points of 1/10,000."""

    name: str = "saw"
    relative: bool = True
    summary: Mapping[str, str] = {
        "id": "SAW: nilai dibagi nilai terbaik (x/max, min/x), lalu jumlah berbobot",
        "en": "SAW: each value over the best one (x/max, min/x), then a weighted sum",
    }
    formula: str = "V = sum(w * r) / sum(w);  benefit: r = x / max(x);  cost: r = min(x) / x"

    def score(self, matrix: Matrix) -> Scores:
        """Exact ratios, rounded once to points, then whole numbers."""
        weights = [column.weight for column in matrix.columns]
        points = {
            number: tuple(round_half_up(value, 100 * POINT) for value in row) for number, row in ratios(matrix).items()
        }
        keys = {
            number: sum(weight * one for weight, one in zip(weights, row, strict=True))
            for number, row in points.items()
        }
        return Scores(keys, total_weight(matrix.columns) * POINT, points)

    def steps(self, matrix: Matrix) -> Steps:
        """Values, normalised table, weighted sum."""
        scores = self.score(matrix)
        heads = tuple(column.id for column in matrix.columns)
        values = {
            number: tuple(format_fixed(one.numerator, one.denominator, 4) for one in row)
            for number, row in matrix.rows.items()
        }
        normal = {
            number: tuple(format_fixed(one.numerator, one.denominator, 6) for one in row)
            for number, row in ratios(matrix).items()
        }
        total = {number: (format_fixed(key, scores.unit, 6),) for number, key in scores.keys.items()}
        return Steps(
            self.formula,
            (
                StepTable("steps.values", heads, values),
                StepTable("steps.normalised", heads, normal),
                StepTable("steps.score", ("score",), total),
            ),
        )

    def oddities(self, matrix: Matrix) -> Iterable[Oddity]:
        """Zeros, negatives and constants."""
        return ratio_oddities(matrix)
