"""What a panel did: each judge's marks, severity and habits, and how well the judges agree."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct

from ikmctl.engine.panel.agreement import Concordance, Icc, icc, kendall_w, krippendorff_alpha
from ikmctl.engine.panel.severity import SeverityTable, Sheet, severity_table
from ikmctl.engine.precise import decimal, precise

LEAST_MARKS: Final = 3
"""Fewer marks than this say nothing about a habit."""
OUTLYING: Final = Fraction(5, 2)
"""Residual standard deviations from which a mark is worth a second look."""


class JudgeLine(Struct, frozen=True):
    """One judge. `severity` is how much above (+, lenient) or below (-, strict) the linked panel they mark."""

    judge: str
    marks: int
    mean: Fraction
    spread: Decimal | None
    """Standard deviation of the judge's marks; None for a single mark."""
    severity: Fraction
    is_apart: bool
    """Whether the severity is more than one standard deviation of the participants' means."""
    commonest: int
    """How often the judge gave their commonest mark."""
    is_flat: bool
    """Whether all marks are the same."""


class Outlier(Struct, frozen=True):
    """A mark far from what the work and the judge's severity would suggest: a slip, or a favour."""

    number: str
    item: str
    judge: str
    mark: Fraction
    expected: Fraction
    times: Decimal
    """Distance in residual standard deviations, with sign."""


class PanelReport(Struct, frozen=True):
    """Everything about one mark and the judges who give it.

    Agreement is over participants' means: Kendall's W and the ICCs over those whom every judge marked in
    full, Krippendorff's alpha over all. A statistic that is not defined is None.
    """

    mark: str
    tracks: tuple[str, ...]
    judges: tuple[JudgeLine, ...]
    groups: tuple[tuple[str, ...], ...]
    people: int
    complete: int
    concordance: Concordance | None
    correlation: Icc | None
    alpha: Fraction | None
    outliers: tuple[Outlier, ...]


def panel_report(mark: str, tracks: Sequence[str], sheet: Sheet, weights: Mapping[str, int]) -> PanelReport:
    """Report on one sheet.

    Args:
        mark: the mark's id.
        tracks: the tracks of the people on the sheet.
        sheet: work -> judge -> mark.
        weights: item -> weight, for participants' means.
    """
    table = severity_table(sheet)
    means = _means(sheet, weights)
    judges = sorted(table.severity)
    full = [row for row in means.values() if len(row) == len(judges)]
    grid = [[row[judge] for judge in judges] for row in full]
    spread = _variance([sum(row.values(), Fraction(0)) / len(row) for row in means.values()])
    return PanelReport(
        mark=mark,
        tracks=tuple(tracks),
        judges=tuple(_line(judge, sheet, table.severity[judge], spread) for judge in judges),
        groups=table.groups,
        people=len({number for number, _ in sheet}),
        complete=len(grid),
        concordance=kendall_w(grid),
        correlation=icc(grid),
        alpha=krippendorff_alpha([list(row.values()) for row in means.values()]),
        outliers=_outliers(sheet, table),
    )


def _means(sheet: Sheet, weights: Mapping[str, int]) -> dict[str, dict[str, Fraction]]:
    """Participant -> judge -> mean over items, where the judge marked every item that anybody marked."""
    items = {item for _, item in sheet}
    given: dict[str, dict[str, dict[str, Fraction]]] = {}
    for (number, item), marks in sheet.items():
        for judge, value in marks.items():
            given.setdefault(number, {}).setdefault(judge, {})[item] = value
    total = sum(weights.get(item, 1) for item in items)
    found: dict[str, dict[str, Fraction]] = {}
    for number, by_judge in given.items():
        full = {judge: values for judge, values in by_judge.items() if len(values) == len(items)}
        if full:
            found[number] = {
                judge: sum((weights.get(item, 1) * value for item, value in values.items()), Fraction(0)) / total
                for judge, values in full.items()
            }
    return found


def _line(judge: str, sheet: Sheet, severity: Fraction, spread: Fraction | None) -> JudgeLine:
    marks = [given[judge] for given in sheet.values() if judge in given]
    own = _variance(marks)
    commonest = max(Counter(marks).values())
    return JudgeLine(
        judge,
        len(marks),
        sum(marks, Fraction(0)) / len(marks),
        None if own is None else _root(own),
        severity,
        is_apart=spread is not None and severity * severity > spread,
        commonest=commonest,
        is_flat=commonest == len(marks) >= LEAST_MARKS,
    )


def _outliers(sheet: Sheet, table: SeverityTable) -> tuple[Outlier, ...]:
    """Marks more than 2.5 residual standard deviations off, by number, item and judge."""
    rows: list[tuple[str, str, str, Fraction, Fraction]] = []
    for (number, item), given in sorted(sheet.items()):
        merit = sum((value - table.severity[judge] for judge, value in given.items()), Fraction(0)) / len(given)
        rows += [(number, item, judge, given[judge], merit + table.severity[judge]) for judge in sorted(given)]
    freedom = len(rows) - len(sheet) - len(table.severity) + len(table.groups)
    squares = sum(((mark - expected) ** 2 for *_, mark, expected in rows), Fraction(0))
    if not squares:  # as wherever there is no degree of freedom
        return ()
    limit = OUTLYING**2 * squares / freedom
    deviation = _root(squares / freedom)
    with precise():
        return tuple(
            Outlier(*row, decimal(row[3] - row[4]) / deviation) for row in rows if (row[3] - row[4]) ** 2 > limit
        )


def _variance(values: Sequence[Fraction]) -> Fraction | None:
    """Sample variance; None for fewer than two values."""
    if len(values) <= 1:
        return None
    mean = sum(values, Fraction(0)) / len(values)
    return sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - 1)


def _root(value: Fraction) -> Decimal:
    with precise():
        return decimal(value).sqrt()
