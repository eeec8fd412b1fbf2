"""The default method: points on fixed scales, times weights, added up."""

from collections.abc import Iterable, Mapping

from ikmctl.domain.numbers import POINT, format_fixed, round_half_up
from ikmctl.engine.scoring.base import Matrix, Oddity, Scores, Steps, StepTable, total_weight


class WeightedSum:
    """`sum(weight x points)`; nobody's score depends on who else applied."""

    name: str = "weighted_sum"
    relative: bool = False
    summary: Mapping[str, str] = {
        "id": "jumlah bobot x angka pada skala tetap",
        "en": "sum of weight x points on fixed scales",
    }
    formula: str = "sum(w * p) / sum(w)"

    def score(self, matrix: Matrix) -> Scores:
        """Values of the matrix are points on 0-100."""
        points = {number: tuple(round_half_up(value, POINT) for value in row) for number, row in matrix.rows.items()}
        weights = [column.weight for column in matrix.columns]
        keys = {
            number: sum(weight * point for weight, point in zip(weights, row, strict=True))
            for number, row in points.items()
        }
        return Scores(keys, total_weight(matrix.columns) * POINT, points)

    def steps(self, matrix: Matrix) -> Steps:
        """Points, weighted points and total."""
        scores = self.score(matrix)
        heads = tuple(column.id for column in matrix.columns)
        total = total_weight(matrix.columns)
        points = {number: tuple(format_fixed(one, POINT, 4) for one in row) for number, row in scores.points.items()}
        weighted = {
            number: (
                *(
                    format_fixed(column.weight * one, total * POINT, 6)
                    for column, one in zip(matrix.columns, row, strict=True)
                ),
                format_fixed(scores.keys[number], scores.unit, 6),
            )
            for number, row in scores.points.items()
        }
        return Steps(
            self.formula,
            (StepTable("steps.points", heads, points), StepTable("steps.weighted", (*heads, "score"), weighted)),
        )

    def oddities(self, matrix: Matrix) -> Iterable[Oddity]:  # noqa: ARG002  # fixed scales know no odd columns
        """None: fixed scales treat every column alike."""
        return ()
