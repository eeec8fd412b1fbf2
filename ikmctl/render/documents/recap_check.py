"""The sheet `Cek hitung`: every score by live formulas beside the exact value.

A weighted sum starts from the points of each criterion; `saw`, `wp` and `topsis` start from the values
themselves, with the normalisation in cells of its own. A spreadsheet program computes in floating point, so
the two agree within a limit that the sheet names.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct

from ikmctl.domain.numbers import POINT, format_fixed
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.engine.scoring.base import Matrix
from ikmctl.engine.scoring.compare import steps_of
from ikmctl.engine.scoring.matrix import matrix_of
from ikmctl.render.documents.books import HEAD, ID, foot
from ikmctl.render.documents.model import Report
from ikmctl.render.documents.words import Words
from ikmctl.xlsx import Book, Sheet, Style
from ikmctl.xlsx.address import cell_name

_NUMBER: Final = Style(border=True, form="0.0000", align="right")
_EXACT: Final = Style(border=True, form="0.000000", align="right")
_SIGN: Final = Style(border=True, align="center")
_WEIGHT: Final = Style(border=True, bold=True, align="right")
_DIGITS: Final = Context(prec=15, rounding=ROUND_HALF_EVEN)
"""A cell holds no more."""
_NEAR: Final = "0.000001"
_NEAR_ROUNDED: Final = "0.0002"
"""For methods whose values are rounded to 1/10,000 on the way."""


class _Grid(Struct, frozen=True):
    """Where things stand: weights in row 0, helper rows, heads in row `top - 1`, one line a person from `top` on."""

    matrix: Matrix
    top: int

    @property
    def wide(self) -> int:
        return len(self.matrix.columns)

    def column(self, index: int) -> str:
        """All values of one criterion."""
        last = self.top + len(self.matrix.rows) - 1
        return f"{cell_name(self.top, 1 + index, fixed=True)}:{cell_name(last, 1 + index, fixed=True)}"

    def across(self, row: int, start: int = 1, *, fixed: bool = False) -> str:
        """One row over all criteria."""
        return f"{cell_name(row, start, fixed=fixed)}:{cell_name(row, start + self.wide - 1, fixed=fixed)}"

    @property
    def weights(self) -> str:
        return self.across(0, fixed=True)


def exact(card: ScoreCard) -> Decimal:
    """The score with the six decimals of scores.csv."""
    return Decimal(format_fixed(card.key or 0, card.unit, 6))


def _decimal(value: Fraction) -> Decimal:
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def check_sheet(book: Book, report: Report, say: Words) -> None:
    """The sheet, where people have scores."""
    cards = {number: card for number, card in sorted(report.evaluation.cards.items()) if card.key is not None}
    if not report.evaluation.criteria or not cards:
        return
    sheet = book.sheet(say("recap.check"))
    made = _METHODS.get(report.stage.method, _weighted)(sheet, report, say, cards)
    _finish(sheet, say, made, len(cards))
    sheet.page(report.program.documents.paper, landscape=True, repeat=made.top - 1, footer=foot(report, say))


class _Made(Struct, frozen=True):
    """The first line, the column of the exact value, how near the formula must come, and the columns between."""

    top: int
    exact: int
    near: str


def _weighted(sheet: Sheet, report: Report, say: Words, cards: Mapping[str, ScoreCard]) -> _Made:
    """`SUMPRODUCT(weights, points) / SUM(weights)`."""
    criteria = report.evaluation.criteria
    weights = {criterion.id: criterion.weight for criterion in report.stage.criteria}
    last = len(criteria)
    span = f"{cell_name(0, 1, fixed=True)}:{cell_name(0, last, fixed=True)}"
    sheet.row(0, [say("recap.weight"), *(weights[name] for name in criteria)], HEAD)
    sheet.row(1, [say("head.number"), *map(report.labels.criterion, criteria), say("recap.formula")], HEAD)
    for row, card in enumerate(cards.values(), 2):
        sheet.cell(row, 0, card.number, ID)
        for column, name in enumerate(criteria, 1):
            found = card.points.get(name)
            points = None if found is None or found.points is None else Decimal(format_fixed(found.points, POINT, 4))
            sheet.cell(row, column, points, _NUMBER)
        points_span = f"{cell_name(row, 1)}:{cell_name(row, last)}"
        sheet.formula(row, last + 1, f"SUMPRODUCT({span},{points_span})/SUM({span})", exact(card), _EXACT)
        _agrees(sheet, say, (row, last + 2), card, _NEAR)
    return _Made(2, last + 2, _NEAR)


def _agrees(sheet: Sheet, say: Words, place: tuple[int, int], card: ScoreCard, near: str) -> None:
    """The exact value, and whether the formula to its left comes near it."""
    row, column = place
    sheet.cell(row, column, exact(card), _EXACT)
    close = f"ABS({cell_name(row, column - 1)}-{cell_name(row, column)})<{near}"
    sheet.formula(row, column + 1, f'IF({close},"{say("recap.yes")}","{say("recap.no")}")', say("recap.yes"), _SIGN)


def _values(sheet: Sheet, say: Words, grid: _Grid, extra: Sequence[str]) -> None:
    """Weights, heads and the values of everybody."""
    columns = grid.matrix.columns
    sheet.row(0, [say("recap.weight"), *(column.weight for column in columns)], HEAD)
    sheet.row(grid.top - 1, [say("head.number"), *(column.id for column in columns), *extra], HEAD)
    for row, (number, values) in enumerate(grid.matrix.rows.items(), grid.top):
        sheet.cell(row, 0, number, ID)
        sheet.row(row, [_decimal(value) for value in values], _NUMBER, start=1)


def _ratio_rows(sheet: Sheet, say: Words, grid: _Grid, shape: Callable[[str], str]) -> None:
    """The best value of each criterion, and everybody's share of it in a second block."""
    sheet.cell(1, 0, say("recap.best"), _WEIGHT)
    for index, column in enumerate(grid.matrix.columns):
        most = "MAX" if column.direction == "benefit" else "MIN"
        values = [max(row[index], Fraction(0)) for row in grid.matrix.rows.values()]
        best = (max if column.direction == "benefit" else min)(values)
        sheet.formula(1, 1 + index, f"MAX(0,{most}({grid.column(index)}))", _decimal(best), _NUMBER)
        limit = cell_name(1, 1 + index, fixed=True)
        for row, value in enumerate(values, grid.top):
            own = f"MAX(0,{cell_name(row, 1 + index)})"
            if column.direction == "benefit":
                formula, share = f"IF({limit}=0,1,{own}/{limit})", value / best if best else Fraction(1)
            else:
                formula, share = f"IF({own}={limit},1,{limit}/{own})", Fraction(1) if value == best else best / value
            sheet.formula(row, 1 + grid.wide + index, shape(formula), _shown(share, shape), _NUMBER)


def _shown(share: Fraction, shape: Callable[[str], str]) -> Decimal:
    """What a share reads once it is shaped: itself, or rounded points."""
    return _decimal(share) if shape("") == "" else Decimal(format_fixed(share.numerator * 100, share.denominator, 4))


def _saw(sheet: Sheet, report: Report, say: Words, cards: Mapping[str, ScoreCard]) -> _Made:
    """Points are `100 * x / best`, rounded to four decimals; then a weighted sum."""
    grid = _Grid(matrix_of(report.stage, cards.values()), 3)
    _values(sheet, say, grid, [*(f"{column.id} (r)" for column in grid.matrix.columns), say("recap.formula")])
    _ratio_rows(sheet, say, grid, lambda formula: f"ROUND(100*{formula},4)" if formula else "100")
    place = 1 + 2 * grid.wide
    for row, number in enumerate(grid.matrix.rows, grid.top):
        points = grid.across(row, 1 + grid.wide)
        formula = f"SUMPRODUCT({grid.weights},{points})/SUM({grid.weights})"
        sheet.formula(row, place, formula, exact(cards[number]), _EXACT)
        _agrees(sheet, say, (row, place + 1), cards[number], _NEAR_ROUNDED)
    return _Made(3, place + 1, _NEAR_ROUNDED)


def _wp(sheet: Sheet, report: Report, say: Words, cards: Mapping[str, ScoreCard]) -> _Made:
    """The product of shares raised to their weights, against the best product."""
    grid = _Grid(matrix_of(report.stage, cards.values()), 3)
    heads = [*(f"{column.id} (r)" for column in grid.matrix.columns), "S", say("recap.formula")]
    _values(sheet, say, grid, heads)
    _ratio_rows(sheet, say, grid, lambda formula: formula)
    product = 1 + 2 * grid.wide
    most = grid.column(2 * grid.wide)
    best = max(exact(cards[number]) for number in grid.matrix.rows)
    for row, number in enumerate(grid.matrix.rows, grid.top):
        powers = ",".join(
            f"{cell_name(row, 1 + grid.wide + index)}^({cell_name(0, 1 + index, fixed=True)}/SUM({grid.weights}))"
            for index, column in enumerate(grid.matrix.columns)
            if column.weight
        )
        score = exact(cards[number])
        sheet.formula(row, product, f"PRODUCT({powers})", _DIGITS.divide(score, best) if best else Decimal(0), _NUMBER)
        ratio = f"IF(MAX({most})=0,0,100*{cell_name(row, product)}/MAX({most}))"
        sheet.formula(row, product + 1, ratio, score, _EXACT)
        _agrees(sheet, say, (row, product + 2), cards[number], _NEAR_ROUNDED)
    return _Made(3, product + 2, _NEAR_ROUNDED)


def _topsis(sheet: Sheet, report: Report, say: Words, cards: Mapping[str, ScoreCard]) -> _Made:
    """Distances from the best and the worst after vector normalisation."""
    grid = _Grid(matrix_of(report.stage, cards.values()), 5)
    _values(sheet, say, grid, ["D+", "D-", say("recap.formula")])
    for step, key in enumerate(("recap.length", "recap.best", "recap.worst"), 1):
        sheet.cell(step, 0, say(key), _WEIGHT)
    for index, column in enumerate(grid.matrix.columns):
        own, values = grid.column(index), grid.matrix.column(index)
        length = _DIGITS.sqrt(_decimal(sum((value * value for value in values), Fraction(0)))) or Decimal(1)
        sheet.formula(1, 1 + index, f"IF(SUMSQ({own})=0,1,SQRT(SUMSQ({own})))", length, _NUMBER)
        ends = ("MAX", "MIN") if column.direction == "benefit" else ("MIN", "MAX")
        for step, name in enumerate(ends, 2):
            end = (max if name == "MAX" else min)(values)
            sheet.formula(step, 1 + index, f"{name}({own})", _decimal(end), _NUMBER)
    place, lengths = 1 + grid.wide, grid.across(1, fixed=True)
    distances = steps_of(report.stage, report.evaluation).tables[-1].lines
    for row, number in enumerate(grid.matrix.rows, grid.top):
        for step in (0, 1):
            far = f"({grid.across(row)}-{grid.across(2 + step, fixed=True)})/{lengths}"
            formula = f"SQRT(SUMPRODUCT(({grid.weights}/SUM({grid.weights})*{far})^2))"
            sheet.formula(row, place + step, formula, Decimal(distances[number][step]), _NUMBER)
        plus, minus = cell_name(row, place), cell_name(row, place + 1)
        ratio = f"IF({plus}+{minus}=0,100,100*{minus}/({plus}+{minus}))"
        sheet.formula(row, place + 2, ratio, exact(cards[number]), _EXACT)
        _agrees(sheet, say, (row, place + 3), cards[number], _NEAR_ROUNDED)
    return _Made(5, place + 3, _NEAR_ROUNDED)


def _finish(sheet: Sheet, say: Words, made: _Made, people: int) -> None:
    """Heads of the last columns, how many agree, and what `agree` means."""
    sheet.row(made.top - 1, [say("recap.exact"), say("recap.agrees")], HEAD, start=made.exact)
    span = f"{cell_name(made.top, made.exact + 1)}:{cell_name(made.top + people - 1, made.exact + 1)}"
    counted = f'COUNTIF({span},"{say("recap.yes")}")&" / {people}"'
    sheet.formula(0, made.exact + 1, counted, f"{people} / {people}", _WEIGHT)
    sheet.cell(made.top + people + 1, 0, say("recap.near", near=made.near.replace(".", say("recap.comma"))))
    sheet.widths(12, *(13 for _ in range(1, made.exact)), 14, 11)
    sheet.freeze(made.top, 1)


_METHODS: Final[Mapping[str, Callable[[Sheet, Report, Words, Mapping[str, ScoreCard]], _Made]]] = {
    "weighted_sum": _weighted, "saw": _saw, "wp": _wp, "topsis": _topsis,
}  # fmt: skip
