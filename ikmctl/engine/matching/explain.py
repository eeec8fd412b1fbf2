"""One member, or one demand line, in full: who is paired with whom and what decided."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from ikmctl.domain.match import Matching, Pair
from ikmctl.domain.numbers import format_fixed
from ikmctl.domain.partner import Firm, Line, Partners
from ikmctl.domain.program import Stage
from ikmctl.domain.rule import Reason
from ikmctl.engine.explain import CriterionLine, criterion_line
from ikmctl.engine.matching.results import MatchResult

Outcome: TypeAlias = Literal["score", "tie", "full", "busy", "gap", "other"]


class Meeting(Struct, frozen=True):
    """What one member is to one line. `place` counts those who qualify, from 1; 0 where the member does not."""

    line: str
    firm: str
    product: str
    number: str
    outcome: Outcome
    place: int = 0
    score: str = ""
    criteria: tuple[CriterionLine, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Why the member does not qualify."""


class MemberExplained(Struct, frozen=True):
    """One member beside every demand line. Without consent there is nothing to say but that."""

    number: str
    stage: str
    out: bool
    """Withdrew or was disqualified."""
    consent: bool
    meetings: tuple[Meeting, ...]


class LineExplained(Struct, frozen=True):
    """One demand line with everybody who qualifies, best first, and the near misses."""

    line: str
    stage: str
    capacity: int
    meetings: tuple[Meeting, ...]


def _qualified(matching: Matching, line: str) -> list[Pair]:
    """Those who qualify for a line, best first; a tie stands by number."""
    found = [one for one in (*matching.pairs, *matching.waiting) if one.line == line]
    return sorted(found, key=lambda one: (-one.key, one.number))


def _meeting(stage: Stage, result: MatchResult, firm: Firm, wanted: Line, number: str) -> Meeting:
    line, product = wanted.id, wanted.product
    card = result.evaluations[line].cards[number]
    ranked = _qualified(result.matching, line)
    own = next((one for one in ranked if one.number == number), None)
    if own is None:
        gap = next((one for one in result.matching.gaps if (one.line, one.number) == (line, number)), None)
        hard = tuple(one.reason for one in card.verdicts if one.outcome == "failed" and one.severity == "reject")
        reasons = gap.lacks if gap else hard
        return Meeting(line, firm.id, product, number, "gap" if gap else "other", reasons=reasons)
    place = 1 + sum(one.key > own.key for one in ranked)
    names = result.evaluations[line].criteria
    criteria = tuple(criterion_line(stage, card, name) for name in names if name in card.points)
    score = format_fixed(own.key, own.unit, 6)
    return Meeting(line, firm.id, product, number, own.because.value, place, score, criteria)


def explain_member(stage: Stage, result: MatchResult, partners: Partners, number: str) -> MemberExplained:
    """Every demand line as one member sees it."""
    known = all(number in one.cards for one in result.evaluations.values())
    meetings = tuple(_meeting(stage, result, firm, line, number) for firm, line in partners.lines() if known)
    return MemberExplained(number, stage.id, number in result.out, known, meetings)


def explain_line(stage: Stage, result: MatchResult, partners: Partners, wanted: str) -> LineExplained:
    """One demand line as its firm sees it: who qualifies, best first, then who nearly does."""
    firm, line = next(one for one in partners.lines() if one[1].id == wanted)
    numbers: Sequence[str] = [
        *(one.number for one in _qualified(result.matching, wanted)),
        *(one.number for one in result.matching.gaps if one.line == wanted),
    ]
    meetings = tuple(_meeting(stage, result, firm, line, number) for number in numbers)
    return LineExplained(wanted, stage.id, line.capacity, meetings)
