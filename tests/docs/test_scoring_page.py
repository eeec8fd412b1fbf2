"""docs/scoring.md prints what the engine computes."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from ikmctl.domain.rule import Direction
from ikmctl.engine.panel.agreement import icc, kendall_w, krippendorff_alpha
from ikmctl.engine.scoring import METHODS
from ikmctl.engine.scoring.base import Column, Matrix
from ikmctl.engine.weights.ahp import Ahp, ahp
from ikmctl.engine.weights.roc import roc

PAGE = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
SITES = (("0.75", 2000, 18, 50, 500), ("0.5", 1500, 20, 40, 450), ("0.9", 2050, 35, 35, 800))
WEIGHTS = (5, 3, 4, 4, 2)
DIRECTIONS: tuple[Direction, ...] = ("cost", "benefit", "cost", "benefit", "cost")
PLACES = 4


def warehouse() -> Matrix:
    columns = tuple(Column(f"c{index}", *one) for index, one in enumerate(zip(WEIGHTS, DIRECTIONS, strict=True)))
    return Matrix(columns, {f"A{index}": tuple(Fraction(x) for x in row) for index, row in enumerate(SITES, 1)})


def places(values: list[Decimal | Fraction], count: int = PLACES) -> str:
    shown = [
        f"{Decimal(one.numerator) / one.denominator if isinstance(one, Fraction) else one:.{count}f}" for one in values
    ]
    return ", ".join(one.removeprefix("0") if count < PLACES else one for one in shown)


def steps(method: str, head: str) -> str:
    table = METHODS[method].steps(warehouse()).tables[-1]
    return places([Decimal(line[table.heads.index(head)]) for line in table.lines.values()])


def saw() -> str:
    scores = METHODS["saw"].score(warehouse())
    return places([Fraction(18 * key, 100 * scores.unit) for key in scores.keys.values()])


def judgements() -> str:
    found = ahp(["a", "b", "c"], {("a", "b"): Fraction(3), ("a", "c"): Fraction(5), ("b", "c"): Fraction(3)})
    assert isinstance(found, Ahp)
    return places([found.lambda_max, found.ratio])


def targets() -> str:
    rows = ("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7")
    found = icc([[Fraction(one) for one in row.split()] for row in rows])
    assert found is not None
    return places([found.single, found.average], 2)


def birds() -> str:
    wing = ["10.4", "10.8", "11.1", "10.2", "10.3", "10.2", "10.7", "10.5", "10.8", "11.2", "10.6", "11.4"]
    tail = ["7.4", "7.6", "7.9", "7.2", "7.4", "7.1", "7.4", "7.2", "7.8", "7.7", "7.8", "8.3"]
    bill = ["17", "17", "20", "14.5", "15.5", "13", "19.5", "16", "21", "20", "18", "22"]
    found = kendall_w([[Fraction(one) for one in bird] for bird in zip(wing, tail, bill, strict=True)])
    assert found is not None
    return places([found.w]).removeprefix("0")


def units() -> str:
    observers = (
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    )
    columns = zip(*(one.split() for one in observers), strict=True)
    found = krippendorff_alpha([[Fraction(one) for one in column if one != "."] for column in columns])
    assert found is not None
    return places([found], 3)


COMPUTED: dict[str, Callable[[], str]] = {
    "WP, S": lambda: steps("wp", "S"),
    "WP, V": lambda: steps("wp", "V"),
    "TOPSIS, V": lambda: steps("topsis", "C"),
    "SAW, V x 18": saw,
    "AHP, lambda and CR": judgements,
    "ROC, three criteria": lambda: places(list(roc(3))),
    "ICC(2,1), ICC(2,4)": targets,
    "Kendall's W": birds,
    "Krippendorff's alpha, interval": units,
}


def table(heading: str) -> list[list[str]]:
    section = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("|")
    ]
    return rows[2:]


def test_every_figure_is_the_one_computed_and_the_one_of_the_literature() -> None:
    rows = table("Beside the literature")
    assert [row[0] for row in rows] == list(COMPUTED)
    for what, _, literature, printed in rows:
        assert printed == COMPUTED[what]() == literature


def test_the_page_names_every_method() -> None:
    named = [row[0].strip("`") for row in table("Methods") if row[0].startswith("`")]
    assert named == list(METHODS)


@pytest.mark.parametrize("code", sorted(set(re.findall(r"IKM\d{3}", PAGE))))
def test_the_codes_on_the_page_exist(code: str) -> None:
    from ikmctl.domain.codes import CODES

    assert code in CODES
