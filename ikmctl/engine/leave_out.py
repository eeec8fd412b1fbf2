"""What each judge's marks do to the result: everything evaluated again without them."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.evaluate import evaluate
from ikmctl.engine.scoring.compare import Difference, difference


class LeftOut(Struct, frozen=True):
    """The stage without one judge, ready to be selected from."""

    judge: str
    evaluation: Evaluation
    difference: Difference


def without_each_judge(  # noqa: PLR0913  # the inputs of the stage, and what came of them
    program: Program,
    stage: Stage,
    participants: Sequence[Participant],
    marks: Sequence[Mark],
    base: Evaluation,
    pool: Collection[str] | None = None,
    carried: Mapping[str, Mapping[str, ScoreCard]] | None = None,
) -> tuple[LeftOut, ...]:
    """One evaluation for each judge who has marked, without that judge's marks, in the order of their ids."""
    judged = {name for name, spec in program.marks.items() if spec.per == "judge" and spec.stage == stage.id}
    judges = sorted({mark.by for mark in marks if mark.mark in judged})
    found = []
    for judge in judges:
        kept = [mark for mark in marks if mark.by != judge or mark.mark not in judged]
        panel = program.panel.model_copy(
            update={"judges": tuple(one for one in program.panel.judges if one.id != judge)}
        )
        if program.panel.judges and not panel.judges:
            continue
        other = evaluate(program.model_copy(update={"panel": panel}), stage, participants, kept, pool, carried)
        found.append(LeftOut(judge, other, difference(base.cards, other.cards)))
    return tuple(found)
