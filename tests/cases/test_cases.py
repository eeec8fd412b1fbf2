"""Golden cases: tiny cohorts with the scores, list and reasons that follow from them.

A case is a folder with the inputs of a cohort. Expected files lie beside them: `<stage>/scores.csv` and
`<stage>/shortlist.yaml` (or `<stage>/matches.yaml`) as commands write them, and `reasons.txt`, what every rule says
of everybody in both languages.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tools.expected import Expected

from ikmctl.domain.diagnostic import has_errors
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES
from ikmctl.engine.scoring import METHODS
from ikmctl.render.messages.lookup import problem, reason
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import derive
from ikmctl.workflow.load import Cohort, load

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/program.yaml"))
LANGUAGES = ("id", "en")


def read(name: str) -> Cohort:
    cohort, problems = load(CohortPaths(HERE / name))
    assert cohort is not None, [problem("en", item) for item in problems]
    assert not has_errors(problems), [problem("en", item) for item in problems]
    return cohort


def sentences(card: ScoreCard) -> Iterator[str]:
    """Everything that is said of one person."""
    yield f"{card.number} {card.standing}"
    for verdict in card.verdicts:
        for lang in LANGUAGES:
            words = reason(lang, verdict.reason.key, verdict.reason.params)
            basis = f" [{verdict.basis}]" if verdict.basis else ""
            yield f"  {lang}: {verdict.rule} {verdict.outcome}: {words}{basis}"
    for points in card.points.values():
        for said in (points.failed, points.missing):
            if said is not None:
                for lang in LANGUAGES:
                    yield f"  {lang}: {points.criterion}: {reason(lang, said.key, said.params)}"


def reasons(cards: Mapping[str, ScoreCard]) -> str:
    return "".join(f"{line}\n" for card in cards.values() for line in sentences(card))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, expected: Expected) -> None:
    cohort = read(name)
    stages = [stage.id for stage in cohort.program.stages]
    derived = derive(cohort, stages, (), stages)
    assert not has_errors(derived.diagnostics), [problem("en", item) for item in derived.diagnostics]
    for path, text in derived.texts.items():
        expected.check(path, text)
    for stage, result in derived.results.items():
        expected.check(HERE / name / stage / "reasons.txt", reasons(result.evaluation.cards))
    for stage, matched in derived.matches.items():
        said = "".join(f"{line}\n{reasons(one.cards)}" for line, one in matched.evaluations.items())
        expected.check(HERE / name / stage / "reasons.txt", said)


@pytest.mark.parametrize(
    "name",
    [
        *(f"rule-{name}" for name in RULES),
        *(f"scale-{name}" for name in SCALES),
        *(f"method-{name}" for name in METHODS),
    ],
)
def test_every_rule_scale_and_method_has_a_case(name: str) -> None:
    assert name in CASES
