"""The whole meaning of the stages that match: decisions and events folded, lines appraised, pairs made."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from msgspec import Struct

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.match import Gap, LineCount, Matching
from ikmctl.domain.numbers import parse_fraction
from ikmctl.domain.participant import Participant
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.record import Veiled
from ikmctl.domain.rule import Reason
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.engine.acts import event_faults
from ikmctl.engine.canonical import decisions_digest, rules_digest
from ikmctl.engine.days import day_faults
from ikmctl.engine.matching.appraise import appraise, consenting, lacking
from ikmctl.engine.matching.pairing import Offer, pair_up
from ikmctl.engine.pool import Pool
from ikmctl.engine.result import StageResult
from ikmctl.engine.rulings import correct, fold, order_faults, unknown_people
from ikmctl.engine.selection.order import Key, jury_of, program_key
from ikmctl.engine.states import Standing, standing_of


class MatchResult(Veiled, frozen=True):
    """One stage of kind `match`: the pairs, and the digests of what they follow from."""

    veiled: ClassVar = frozenset({"evaluations", "people"})

    stage: str
    matching: Matching
    evaluations: Mapping[str, Evaluation]
    """Score cards of the members with consent, by demand line."""
    rules: str
    pool: str
    findings: tuple[Finding, ...] = ()
    out: frozenset[str] = frozenset()
    """Members who withdrew or were disqualified."""
    people: tuple[Participant, ...] = ()
    """Everybody who takes part, as the pool is hashed."""


class _Inputs(Struct, frozen=True):
    program: Program
    participants: Sequence[Participant]
    marks: Sequence[Mark]
    decisions: Sequence[Decision]
    events: Sequence[Event]
    partners: Partners


def match_all(  # noqa: PLR0913  # one argument for each input
    program: Program,
    participants: Sequence[Participant],
    marks: Sequence[Mark],
    decisions: Sequence[Decision],
    events: Sequence[Event],
    partners: Partners,
    selected: Mapping[str, StageResult],
) -> Mapping[str, MatchResult]:
    """Work out every stage that matches; one whose earlier stage is not decided yet is left out."""
    inputs = _Inputs(program, participants, marks, decisions, events, partners)
    results: dict[str, MatchResult] = {}
    for stage in program.stages:
        people = _members(inputs, stage, selected) if stage.kind == "match" else None
        if people is not None:
            carried = {name: dict(result.evaluation.cards) for name, result in selected.items()}
            results[stage.id] = _match(inputs, stage, people, carried)
    return results


def _members(inputs: _Inputs, stage: Stage, selected: Mapping[str, StageResult]) -> list[Participant] | None:
    if stage.from_stage is None:
        return list(inputs.participants)
    before = selected.get(stage.from_stage)
    if before is None or before.status != "decided":
        return None
    numbers = {entry.number for entry in before.selection.selected}
    return [one for one in before.as_seen if one.number in numbers]


def _match(
    inputs: _Inputs, stage: Stage, people: list[Participant], carried: Mapping[str, Mapping[str, ScoreCard]]
) -> MatchResult:
    program = inputs.program
    own = [(index, one) for index, one in enumerate(inputs.decisions) if one.stage == stage.id]
    corrected, marks, found = correct(own, people, inputs.marks)
    rulings = fold(own)
    present = sorted((one for one in corrected if one.number not in rulings.out), key=lambda one: one.number)
    members = consenting(stage, present)
    evaluations = appraise(program, stage, members, marks, inputs.partners, carried)
    matching = pair_members(stage, inputs.partners, members, evaluations, rulings.orders, len(present))
    known = {one.number: one for one in people}
    found += [*rulings.findings, *unknown_people(own, known), *order_faults(own, stage.selection.ties)]
    found += [Finding("IKM659", "decisions.yaml", (index, "do"), {"stage": stage.id}) for index, one in own
              if one.do == "admit"]  # fmt: skip
    pool = Pool(program, stage, people, inputs.marks, inputs.partners.firms, carried)
    found += [*_stale_locks(inputs, stage, pool), *_record(inputs, stage)]
    return MatchResult(
        stage.id,
        matching,
        evaluations,
        rules_digest(program, stage),
        pool.digest(inputs.decisions),
        tuple(found),
        frozenset(rulings.out),
        tuple(people),
    )


def _stale_locks(inputs: _Inputs, stage: Stage, pool: Pool) -> list[Finding]:
    """Locks in force that rules or pool no longer fit."""
    standing: Standing = standing_of(inputs.events, stage.id)
    now = {"rules": rules_digest(inputs.program, stage)}
    if standing.pool:
        now["pool"] = pool.digest(inputs.decisions[: standing.pool.decisions.count])
    found: list[Finding] = []
    for code, what, event in (("IKM512", "rules", standing.rules), ("IKM513", "pool", standing.pool)):
        if event is not None and getattr(event, what) != now[what]:
            place = (inputs.events.index(event), what)
            found.append(Finding(code, "events.yaml", place, {"number": event.number or 1, "stage": stage.id}))
    return found


def _record(inputs: _Inputs, stage: Stage) -> list[Finding]:
    """What is wrong in the recorded events: decisions before them that are others now, engines, days."""
    counts = {event.decisions.count for event in inputs.events if event.stage == stage.id}
    digests = {count: decisions_digest(inputs.decisions[:count]) for count in counts if count <= len(inputs.decisions)}
    found = event_faults(inputs.program, stage, inputs.events, digests)
    return [*found, *day_faults(stage, inputs.events, inputs.decisions)]


def room_of(stage: Stage, member: Participant) -> int | None:
    """Demand lines that a member may serve; None where the field that says it is not filled in."""
    if isinstance(stage.lines_per_member, int):
        return stage.lines_per_member
    stated = parse_fraction(member.fact(stage.lines_per_member.names[0]) or "")
    return None if stated is None else max(0, int(stated))


def pair_members(  # noqa: PLR0913  # one argument for each part of the question
    stage: Stage,
    partners: Partners,
    members: Sequence[Participant],
    evaluations: Mapping[str, Evaluation],
    orders: Sequence[tuple[str, ...]],
    present: int,
) -> Matching:
    """Offers and gaps of every line, and the pairs that follow.

    Args:
        stage: the stage.
        partners: firms with their demand lines.
        members: those with consent, by number.
        evaluations: their score cards by line.
        orders: ties that the panel has ordered.
        present: members before consent was looked at.
    """
    room = {one.number: room_of(stage, one) for one in members}
    jury = jury_of(stage, orders)
    offers: list[Offer] = []
    gaps: list[Gap] = []
    for _, line in partners.lines():
        made, near = _of_line(stage, line.id, members, evaluations[line.id], room, jury)
        offers += made
        gaps += near
    pairs, waiting = pair_up(
        offers, {line.id: line.capacity for _, line in partners.lines()},
        {number: room_ or 0 for number, room_ in room.items()},
    )  # fmt: skip
    counts = _counts(partners, offers, Counter(one.line for one in pairs), Counter(gap.line for gap in gaps))
    return Matching(stage.id, counts, pairs, waiting, tuple(gaps), present, present - len(members))


def _of_line(  # noqa: PLR0913  # the line, and what is the same for every line
    stage: Stage,
    line: str,
    members: Sequence[Participant],
    evaluation: Evaluation,
    room: Mapping[str, int | None],
    jury: Callable[[str], Key],
) -> tuple[list[Offer], list[Gap]]:
    """Who may serve one line, and who nearly may: fewest things lacking first, then the best possible score."""
    offers: list[Offer] = []
    near: list[tuple[int, int, Gap]] = []
    for one in members:
        card = evaluation.cards[one.number]
        lacks = lacking(card)
        if lacks is None:
            continue
        if room[one.number] is None:
            lacks = (*lacks, ("lines_per_member", Reason("missing.value", {"source": str(stage.lines_per_member)})))
        if lacks or card.key is None:
            gap = Gap(line, one.number, tuple(why for _, why in lacks), tuple(name for name, _ in lacks))
            near.append((len(lacks), -(card.best_key or 0), gap))
            continue
        merit = tuple(int(part) for part in program_key(card, stage))
        offers.append(Offer(line, one.number, card.key, card.unit, merit, jury(one.number), one.registered_at))
    return offers, [gap for *_, gap in sorted(near, key=lambda found: (found[0], found[1], found[2].number))]


def _counts(
    partners: Partners, offers: Sequence[Offer], matched: Mapping[str, int], gaps: Mapping[str, int]
) -> tuple[LineCount, ...]:
    candidates = Counter(one.line for one in offers)
    return tuple(
        LineCount(
            line.id, firm.id, line.product, line.capacity, candidates[line.id],
            matched.get(line.id, 0), gaps.get(line.id, 0),
        )
        for firm, line in partners.lines()
    )  # fmt: skip
