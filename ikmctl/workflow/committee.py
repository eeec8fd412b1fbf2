"""For the committee alone: what other methods or shifted weights would change, how the judges marked, each step.

None of this ever enters a list. A method or weight chosen after the marks were seen is what locks prevent.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, has_errors
from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import format_decimal, format_fixed
from ikmctl.domain.program import Stage
from ikmctl.domain.scorecard import Evaluation
from ikmctl.engine.evaluate import desk_for
from ikmctl.engine.leave_out import without_each_judge
from ikmctl.engine.panel.report import PanelReport
from ikmctl.engine.panel_reports import panel_reports
from ikmctl.engine.replay import StageResult
from ikmctl.engine.rulings import corrected_marks
from ikmctl.engine.scoring.compare import compare_methods, steps_of
from ikmctl.engine.scoring.sensitivity import sensitivity
from ikmctl.engine.selection import Given
from ikmctl.engine.selection import run as select
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import derive
from ikmctl.workflow.load import Cohort, load
from ikmctl.workflow.result import Note, Result
from ikmctl.workflow.stages import choose_selecting, not_ready
from ikmctl.workflow.tables import Table

T = TypeVar("T")
NEAR_CUT: Final = Fraction(1)
_PLACES: Final = 3
_INTERNAL: Final = Note("committee.internal")


class Tables(Struct, frozen=True):
    """Several tables, each with the key of its title, and the formula that they follow."""

    tables: tuple[Table, ...]
    formula: str = ""


def _on_stage(
    paths: CohortPaths, named: str | None, work: Callable[[Cohort, Stage, StageResult, Given], T], *, scored: bool
) -> Result[T]:
    """Load, choose the stage, work it out, and hand it over."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    stage, fault = choose_selecting(cohort.program, named)
    if stage is None:
        return Result(diagnostics=fault, unusable=True)
    if scored and not stage.criteria:
        return Result(diagnostics=(*problems, Diagnostic("IKM962", params={"stage": stage.id})), unusable=True)
    result = derive(cohort, (), ()).results.get(stage.id)
    if result is None or result.given is None:
        return Result(diagnostics=(*problems, not_ready(stage)))
    return Result(work(cohort, stage, result, result.given), problems, notes=(_INTERNAL,))


def _decimal(value: Decimal | Fraction | None, places: int = _PLACES) -> str:
    """A number for a table; a dash where it is not defined."""
    if value is None:
        return "-"
    exact = Fraction(value)
    return format_fixed(exact.numerator, exact.denominator, places)


def _selected(given: Given, evaluation: Evaluation) -> tuple[str, ...]:
    return tuple(entry.number for entry in select(replace(given, evaluation=evaluation)).selected)


def _swaps(now: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, str]:
    entered, left = sorted(set(then) - set(now)), sorted(set(now) - set(then))
    return ", ".join(entered) or "-", ", ".join(left) or "-"


def compare(paths: CohortPaths, stage_id: str | None = None) -> Result[Table]:
    """What every other scoring method would change on the same marks."""

    def work(_: Cohort, stage: Stage, result: StageResult, given: Given) -> Table:
        now = _selected(given, result.evaluation)
        rows = []
        for other in compare_methods(stage, result.evaluation):
            entered, left = _swaps(now, _selected(given, other.evaluation))
            far = other.difference
            rows.append((other.method, _decimal(far.correlation), str(far.moved), str(far.farthest), entered, left))
        columns = ("method", "correlation", "moved", "farthest", "enters", "leaves")
        return Table("compare", columns, tuple(rows), frozenset(("correlation", "moved", "farthest")))

    return _on_stage(paths, stage_id, work, scored=True)


def shift_weights(paths: CohortPaths, trials: int, stage_id: str | None = None) -> Result[Table]:
    """In which share of `trials` shifts of the weights each person near the cut stays in."""

    def work(cohort: Cohort, stage: Stage, result: StageResult, given: Given) -> Table:
        found = sensitivity(cohort.program.id, stage, result.evaluation, trials, lambda other: _selected(given, other))
        cards = result.evaluation.cards
        shaky = [
            (number, share)
            for number, share in found.shares.items()
            if share != NEAR_CUT or number not in found.selected
        ]
        order = sorted(shaky, key=lambda one: (cards[one[0]].track, -one[1], one[0]))
        rows = tuple(
            (cards[number].track, number, "yes" if number in found.selected else "no", _decimal(share * 100, 1))
            for number, share in order
        )
        return Table("sensitivity", ("track", "id", "selected_now", "share"), rows, frozenset(("share",)))

    return _on_stage(paths, stage_id, work, scored=True)


def steps(paths: CohortPaths, stage_id: str | None = None) -> Result[Tables]:
    """Formula and intermediate tables of the program's own method, for people who check by hand."""

    def work(_: Cohort, stage: Stage, result: StageResult, __: Given) -> Tables:
        found = steps_of(stage, result.evaluation)
        tables = tuple(
            Table(
                table.title, ("id", *table.heads),
                tuple((number, *line) for number, line in sorted(table.lines.items())), frozenset(table.heads),
            )
            for table in found.tables
        )  # fmt: skip
        return Tables(tables, found.formula)

    return _on_stage(paths, stage_id, work, scored=True)


def _judges_table(reports: tuple[PanelReport, ...]) -> Table:
    rows = tuple(
        (
            report.mark, ", ".join(report.tracks), line.judge, str(line.marks),
            _decimal(line.mean), _decimal(line.spread), _decimal(line.severity),
            ", ".join(word for word, so in (("apart", line.is_apart), ("flat", line.is_flat)) if so) or "-",
        )
        for report in reports
        for line in report.judges
    )  # fmt: skip
    columns = ("mark", "tracks", "judge", "marks", "mean", "spread", "severity", "remark")
    return Table("panel.judges", columns, rows, frozenset(("marks", "mean", "spread", "severity")))


def _agreement_table(reports: tuple[PanelReport, ...]) -> Table:
    rows = tuple(
        (
            report.mark, ", ".join(report.tracks), str(report.people), str(report.complete),
            _decimal(report.concordance.w if report.concordance else None),
            _decimal(report.correlation.single if report.correlation else None),
            _decimal(report.correlation.average if report.correlation else None),
            _decimal(report.alpha),
        )
        for report in reports
    )  # fmt: skip
    columns = ("mark", "tracks", "people", "complete", "kendall_w", "icc_2_1", "icc_2_k", "alpha")
    return Table("panel.agreement", columns, rows, frozenset(columns[2:]))


def _outliers_table(reports: tuple[PanelReport, ...]) -> Table:
    rows = tuple(
        (
            one.number, report.mark, one.item or "-", one.judge,
            _decimal(one.mark, 2), _decimal(one.expected, 2), format_decimal(round(one.times, 1)),
        )
        for report in reports
        for one in report.outliers
    )  # fmt: skip
    columns = ("id", "mark", "item", "judge", "value", "expected", "times")
    return Table("panel.outliers", columns, rows, frozenset(("value", "expected", "times")))


def _marks(cohort: Cohort) -> tuple[Mark, ...]:
    """The marks that scores stand on, with what decisions corrected."""
    return corrected_marks(cohort.program, cohort.decisions, cohort.participants, cohort.marks)


def _without_table(cohort: Cohort, stage: Stage, result: StageResult, given: Given) -> Table:
    now = _selected(given, result.evaluation)
    people = tuple(given.people.values())
    rows = []
    for other in without_each_judge(cohort.program, stage, people, _marks(cohort), result.evaluation):
        entered, left = _swaps(now, _selected(given, other.evaluation))
        rows.append((other.judge, str(other.difference.moved), str(other.difference.farthest), entered, left))
    columns = ("judge", "moved", "farthest", "enters", "leaves")
    return Table("panel.without", columns, tuple(rows), frozenset(("moved", "farthest")))


def panel(paths: CohortPaths, stage_id: str | None = None) -> Result[Tables]:
    """How the judges marked, how far they agree, which marks stand out, and what each judge changes."""

    def work(cohort: Cohort, stage: Stage, result: StageResult, given: Given) -> Tables:
        people = tuple(given.people.values())
        reports = panel_reports(desk_for(cohort.program, stage, people, _marks(cohort)), stage.id, people)
        tables = [_judges_table(reports), _agreement_table(reports), _outliers_table(reports)]
        return Tables((*tables, _without_table(cohort, stage, result, given)))

    return _on_stage(paths, stage_id, work, scored=False)
