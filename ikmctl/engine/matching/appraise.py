"""What each member is worth to each demand line: the stage's rules and criteria, read beside the line."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.mark import Mark
from ikmctl.domain.numbers import format_decimal
from ikmctl.domain.participant import Participant
from ikmctl.domain.partner import Firm, Line, Partners
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.evaluate import desk_for, evaluate_at
from ikmctl.engine.rules.consent import ConsentRule

LINE_ATTRIBUTES: Final = ("id", "firm", "product", "kbli", "volume", "unit", "papers", "price", "capacity", "by")
"""What `line.A` may name."""


def line_facts(firm: Firm, line: Line) -> dict[str, str]:
    """A demand line as canonical text; what it does not state is absent."""
    said = {
        "id": line.id, "firm": firm.id, "product": line.product, "kbli": line.kbli or "",
        "volume": "" if line.volume is None else format_decimal(line.volume), "unit": line.unit,
        "papers": "|".join(line.papers), "price": "" if line.price is None else str(line.price),
        "capacity": str(line.capacity), "by": "" if line.by is None else line.by.isoformat(),
    }  # fmt: skip
    return {name: text for name, text in said.items() if text}


def consenting(stage: Stage, people: Sequence[Participant]) -> list[Participant]:
    """Members who said yes to every consent that the stage asks for; a blank is no yes, whatever `missing` says."""
    asked = [rule.field for rule in stage.eligibility if isinstance(rule, ConsentRule)]
    return [one for one in people if all(one.fact(name) == "true" for name in asked)]


def appraise(  # noqa: PLR0913  # one argument for each input of the stage
    program: Program,
    stage: Stage,
    people: Sequence[Participant],
    marks: Sequence[Mark],
    partners: Partners,
    carried: Mapping[str, Mapping[str, ScoreCard]] | None = None,
) -> Mapping[str, Evaluation]:
    """Score cards of all members, for each demand line."""
    desk = desk_for(program, stage, people, marks, carried)
    return {
        line.id: evaluate_at(replace(desk, line=line_facts(firm, line)), stage, people)
        for firm, line in partners.lines()
    }


def lacking(card: ScoreCard) -> tuple[tuple[str, Reason], ...] | None:
    """What a member lacks for a line, each under the rule or criterion that asks; None where it is not a near miss.

    A rule of `severity: reject` that is plainly not met (another trade, no member of the forum) ends it; what
    can be mended is a rule of `severity: fix`, a threshold, or something not filled in.
    """
    if any(one.outcome == "failed" and one.severity == "reject" for one in card.verdicts):
        return None
    found = [(one.rule, one.reason) for one in card.verdicts if one.outcome != "met"]
    for name, points in card.points.items():
        reason = points.failed or (points.missing if points.points is None else None)
        if reason is not None:
            found.append((name, reason))
    found += [("total", reason) for reason in card.reasons if reason.key == "threshold.total"]
    found += [("track", reason) for reason in card.reasons if reason.key == "missing.track"]
    return tuple(found)
