"""TOPSIS: nearness to the best and distance from the worst that the pool holds."""

import math
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from ikmctl.domain.numbers import POINT, format_fixed
from ikmctl.engine.precise import UNIT, key_of, precise, shown
from ikmctl.engine.scoring.base import Column, Matrix, Oddity, Scores, Steps, StepTable, total_weight
from ikmctl.engine.scoring.ratio import constant


class _Side(Struct, frozen=True):
    """One column in whole numbers: values times a common denominator, their squares' sum, best and worst."""

    values: tuple[int, ...]
    squares: int
    best: int
    worst: int
    weight: Decimal


class Topsis:
    """Vector normalisation, weighted; `C = D- / (D+ + D-)`, and 1 for all where everybody is alike."""

    name: str = "topsis"
    relative: bool = True
    summary: Mapping[str, str] = {
        "id": "TOPSIS: kedekatan dengan nilai ideal terbaik dan jarak dari yang terburuk",
        "en": "TOPSIS: nearness to the ideal best and distance from the worst",
    }
    formula: str = "r = x / sqrt(sum(x^2));  v = w * r / sum(w);  C = D- / (D+ + D-)"

    def score(self, matrix: Matrix) -> Scores:
        """Distances in 50 digits, the closeness in millionths."""
        with precise():
            sides = _sides(matrix)
            keys = {
                number: key_of(_closeness(best, worst))
                for number, (best, worst) in zip(matrix.rows, _distances(sides, len(matrix.rows)), strict=True)
            }
            points = {
                number: tuple(int((100 * POINT * _normal(side, index)).to_integral_value()) for side in sides)
                for index, number in enumerate(matrix.rows)
            }
        return Scores(keys, UNIT, points)

    def steps(self, matrix: Matrix) -> Steps:
        """Normalised table, weighted table, distances and closeness."""
        heads = tuple(column.id for column in matrix.columns)
        scores = self.score(matrix)
        with precise():
            sides = _sides(matrix)
            normal = {
                number: tuple(shown(_normal(side, index)) for side in sides) for index, number in enumerate(matrix.rows)
            }
            weighted = {
                number: tuple(shown(side.weight * _normal(side, index)) for side in sides)
                for index, number in enumerate(matrix.rows)
            }
            distances = dict(zip(matrix.rows, _distances(sides, len(matrix.rows)), strict=True))
            ends = {
                number: (
                    shown(best),
                    shown(worst),
                    shown(_closeness(best, worst)),
                    format_fixed(scores.keys[number], scores.unit, 6),
                )
                for number, (best, worst) in distances.items()
            }
        return Steps(
            self.formula,
            (
                StepTable("steps.normalised", heads, normal),
                StepTable("steps.weighted", heads, weighted),
                StepTable("steps.distance", ("D+", "D-", "C", "score"), ends),
            ),
        )

    def oddities(self, matrix: Matrix) -> Iterable[Oddity]:
        """Constant columns, which decide nothing."""
        for index, column in enumerate(matrix.columns):
            yield from constant(column, matrix.column(index))


def _sides(matrix: Matrix) -> list[_Side]:
    whole = total_weight(matrix.columns)
    return [_side(column, matrix, index, whole) for index, column in enumerate(matrix.columns)]


def _side(column: Column, matrix: Matrix, index: int, whole: int) -> _Side:
    exact = matrix.column(index)
    common = math.lcm(*(value.denominator for value in exact))
    values = tuple(int(value * common) for value in exact)
    ends = (max(values, default=0), min(values, default=0))
    best, worst = ends if column.direction == "benefit" else ends[::-1]
    return _Side(values, sum(value * value for value in values), best, worst, Decimal(column.weight) / whole)


def _normal(side: _Side, index: int) -> Decimal:
    return side.values[index] / Decimal(side.squares).sqrt() if side.squares else Decimal(0)


def _distances(sides: list[_Side], people: int) -> Iterator[tuple[Decimal, Decimal]]:
    """Distance from the best and from the worst of each person, in the order of rows."""
    used = [side for side in sides if side.squares]
    factors = [side.weight * side.weight / side.squares for side in used]
    for index in range(people):
        best = sum((f * (s.values[index] - s.best) ** 2 for f, s in zip(factors, used, strict=True)), Decimal(0))
        worst = sum((f * (s.values[index] - s.worst) ** 2 for f, s in zip(factors, used, strict=True)), Decimal(0))
        yield best.sqrt(), worst.sqrt()


def _closeness(best: Decimal, worst: Decimal) -> Decimal:
    return worst / (best + worst) if best + worst else Decimal(1)
