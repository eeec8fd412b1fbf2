"""The whole meaning of a cohort: decisions and events folded over marks and facts, stage by stage."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding, Param, Severity
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard
from ikmctl.domain.selection import Selection
from ikmctl.engine.acts import event_faults
from ikmctl.engine.canonical import decisions_digest, result_digest, rules_digest
from ikmctl.engine.days import day_faults
from ikmctl.engine.evaluate import evaluate
from ikmctl.engine.overview import most_often
from ikmctl.engine.pool import Pool
from ikmctl.engine.result import StageResult
from ikmctl.engine.rulings import Rulings, correct, fold, order_faults, refused_after, unknown_people
from ikmctl.engine.selection import Given, Settled, run
from ikmctl.engine.selection.given import without_track
from ikmctl.engine.selection.order import program_key
from ikmctl.engine.selection.pending import possible_with_pending
from ikmctl.engine.states import Standing, standing_of
from ikmctl.engine.tickets import tickets

__all__ = ["StageResult", "replay"]


class _Cohort(Struct, frozen=True):
    program: Program
    participants: Sequence[Participant]
    marks: Sequence[Mark]
    decisions: Sequence[Decision]
    events: Sequence[Event]
    digests: Mapping[int, str]


def replay(
    program: Program,
    participants: Sequence[Participant],
    marks: Sequence[Mark],
    decisions: Sequence[Decision],
    events: Sequence[Event],
) -> Mapping[str, StageResult]:
    """Work out every stage that can be worked out.

    A later stage is absent until the one that it follows is decided. Stages of kind `match` are not selected here.
    """
    counts = {event.decisions.count for event in events}
    digests = {count: decisions_digest(decisions[:count]) for count in counts if count <= len(decisions)}
    cohort = _Cohort(program, participants, marks, decisions, events, digests)
    results: dict[str, StageResult] = {}
    for stage in program.stages:
        people = _pool(cohort, stage, results)
        if stage.kind == "select" and people is not None:
            carried = {name: dict(result.evaluation.cards) for name, result in results.items()}
            results[stage.id] = _replay_stage(cohort, stage, people, carried)
    return results


def _pool(cohort: _Cohort, stage: Stage, results: Mapping[str, StageResult]) -> list[Participant] | None:
    """Those who take part: everybody, or the selected of the stage before, with their track and corrected facts."""
    if stage.from_stage is None:
        return list(cohort.participants)
    before = results.get(stage.from_stage)
    if before is None or before.status != "decided":
        return None
    tracks = {entry.number: entry.track for entry in before.selection.selected}
    return [
        replace(one, track=tracks[one.number] if cohort.program.tracks else one.track, track_2="")
        for one in before.as_seen
        if one.number in tracks
    ]


def _replay_stage(
    cohort: _Cohort, stage: Stage, people: list[Participant], carried: Mapping[str, Mapping[str, ScoreCard]]
) -> StageResult:
    standing = standing_of(cohort.events, stage.id)
    own = [(index, one) for index, one in enumerate(cohort.decisions) if one.stage == stage.id]
    frozen = len(cohort.decisions) if standing.frozen is None else standing.frozen
    before = [(index, one) for index, one in own if index < frozen]
    later = [(index, one) for index, one in own if index >= frozen]
    desk = _Desk(cohort, stage, people, carried, standing)
    given, found = desk.given(before)
    base = run(given)
    selection, late = _later(given, base, later) if later else (base, ())
    found += [*unknown_people(own, given.people), *order_faults(own, stage.selection.ties), *refused_after(later)]
    found += [*late, *desk.lock_faults(), *event_faults(cohort.program, stage, cohort.events, cohort.digests)]
    found += [*day_faults(stage, cohort.events, cohort.decisions), *desk.result_faults(base)]
    found += [*_tie_faults(given, before), *_impossible(given, base), *_refused(given, base, before)]
    return StageResult(
        stage.id,
        given.evaluation,
        selection,
        standing.status,
        desk.rules,
        desk.pool(len(cohort.decisions)),
        standing.per_track,
        standing.accept_pending,
        standing.seed,
        tuple(found),
        given,
        tuple(people),
    )


def _later(
    given: Given, base: Selection, decisions: Sequence[tuple[int, Decision]]
) -> tuple[Selection, Sequence[Finding]]:
    """What decisions make of a list that was decided before them; most lists have none."""
    from ikmctl.engine.selection.promotion import apply_later

    return apply_later(given, base, decisions)


def _impossible(given: Given, base: Selection) -> list[Finding]:
    """Rules that no list can keep together, or not before those pending are in; or an undecided search."""
    program, stage = given.program, given.stage
    path = ("stages", program.stages.index(stage), "selection")
    if base.unknown:
        return [Finding("IKM534", "program.yaml", path, {"stage": stage.id})]
    if not base.infeasible:
        return []
    severity = Severity.NOTE if possible_with_pending(given) else Severity.ERROR
    closed = _closed_classes(given, severity)
    if {f"track {one}" for one in closed}.issuperset(base.infeasible):
        return list(closed.values())
    params: dict[str, Param] = {"rules": ", ".join(base.infeasible), "stage": stage.id}
    cards = given.evaluation.cards.values()
    if severity is Severity.NOTE:
        waiting = sum(card.standing == "pending" for card in cards)
        return [*closed.values(), Finding("IKM675", "program.yaml", path, params | {"count": waiting}, severity)]
    out, able = (sum(card.standing == one for card in cards) for one in ("ineligible", "eligible"))
    params["cause"] = most_often(cards) if out > able else ""
    return [*closed.values(), Finding("IKM509", "program.yaml", path, params, severity)]


def _closed_classes(given: Given, severity: Severity) -> dict[str, Finding]:
    """Classes that stay under their own least number: they cannot be opened, whatever else the rules say.

    All of them, by id, though one is enough to make a list impossible.
    """
    program, stage = given.program, given.stage
    found: dict[str, Finding] = {}
    for index, track in enumerate(program.all_tracks):
        least = program.quota_of(stage, track).min
        eligible = sum(track.id in choices for choices in given.choices.values())
        if eligible >= least:
            continue
        at_stage = stage.quota is not None or not program.tracks
        place = ("stages", program.stages.index(stage), "quota") if at_stage else ("tracks", index, "quota")
        waiting = sum(
            card.standing == "pending" and track.id in given.choices_of(number)
            for number, card in given.evaluation.cards.items()
            if number not in given.out
        )
        pending = str(waiting or "")
        params: dict[str, Param] = {"track": track.name, "least": least, "eligible": eligible, "pending": pending}
        found[track.id] = Finding("IKM664", "program.yaml", place, params, severity)
    return found


def _refused(given: Given, base: Selection, decisions: Sequence[tuple[int, Decision]]) -> list[Finding]:
    """Admissions that a full limit, or the rules together, forbid, and those of people without a track."""
    acts = {one.id: index for index, one in decisions if one.do == "admit"}
    refused = [params for key, params in base.notes if key == "note.admit_refused"]
    lost = [number for number in given.admitted if number not in given.out and not given.choices_of(number)]
    return [
        *(Finding("IKM506", "decisions.yaml", (acts[str(one["number"])], "id"), one) for one in refused),
        *(without_track(acts[number], number) for number in lost),
    ]


def _tie_faults(given: Given, decisions: Sequence[tuple[int, Decision]]) -> list[Finding]:
    """Orders of a jury among people who are not tied, so that they change nothing."""
    found: list[Finding] = []
    for index, one in decisions:
        ties = [
            (program_key(given.evaluation.cards[name], given.stage), name) for name in one.ids if name in given.choices
        ]
        if one.do == "order" and len({key for key, _ in ties}) == len(ties):
            params: dict[str, Param] = {"people": ", ".join(one.ids), "stage": one.stage}
            found.append(Finding("IKM502", "decisions.yaml", (index, "ids"), params, Severity.WARNING))
    return found


class _Desk(Struct, frozen=True, dict=True):
    """One stage with all that bears on it."""

    cohort: _Cohort
    stage: Stage
    people: Sequence[Participant]
    carried: Mapping[str, Mapping[str, ScoreCard]]
    standing: Standing

    def given(self, decisions: Sequence[tuple[int, Decision]]) -> tuple[Given, list[Finding]]:
        """The inputs of the walk under these decisions, and what is wrong with them."""
        people, evaluation, found = self._evaluate(decisions)
        rulings = fold(decisions)
        drawn = self.standing.draw
        settled = Settled(
            rulings.orders,
            tuple(event.lots for event in self.standing.settled if event.lots),
            tickets(self.standing.seed, people) if self.standing.seed else {},
            self._late(evaluation, rulings, decisions, drawn.decisions.count) if drawn else (),
        )
        given = Given(
            self.cohort.program,
            self.stage,
            evaluation,
            people,
            settled,
            rulings.out,
            {number: seat for number, seat in rulings.admitted.items() if number in people},
            self.standing.per_track,
            self.standing.accept_pending,
        )
        return given, [*found, *rulings.findings]

    def _evaluate(
        self, decisions: Sequence[tuple[int, Decision]]
    ) -> tuple[dict[str, Participant], Evaluation, list[Finding]]:
        corrected, marks, found = correct(decisions, self.people, self.cohort.marks)
        evaluation = evaluate(self.cohort.program, self.stage, corrected, marks, None, self.carried)
        return {one.number: one for one in corrected}, evaluation, found

    def _late(
        self,
        evaluation: Evaluation,
        rulings: Rulings,
        decisions: Sequence[tuple[int, Decision]],
        count: int,
    ) -> frozenset[str]:
        """Those in the pool now who were not in it at the draw."""
        earlier = [(index, one) for index, one in decisions if index < count]
        if not any(one.do in ("admit", "reinstate", "correct") for index, one in decisions if index >= count):
            return frozenset()
        _, before, _ = self._evaluate(earlier)
        return frozenset(_members(evaluation, rulings) - _members(before, fold(earlier)))

    @cached_property
    def rules(self) -> str:
        """Digest of the rules."""
        return rules_digest(self.cohort.program, self.stage)

    @cached_property
    def _pool(self) -> Pool:
        return Pool(self.cohort.program, self.stage, self.people, self.cohort.marks, carried=self.carried)

    def pool(self, count: int) -> str:
        """Digest of the pool under the first `count` decisions."""
        return self._pool.digest(self.cohort.decisions[:count])

    def lock_faults(self) -> list[Finding]:
        """Locks in force that rules or pool no longer fit."""
        found: list[Finding] = []
        rules, pool = self.standing.rules, self.standing.pool
        if rules and rules.rules != self.rules:
            found.append(self._stale("IKM512", self.cohort.events.index(rules), rules))
        if pool and pool.pool != self.pool(pool.decisions.count):
            found.append(self._stale("IKM513", self.cohort.events.index(pool), pool))
        return found

    def _stale(self, code: str, index: int, event: Event) -> Finding:
        params: dict[str, Param] = {"number": event.number or 1, "stage": self.stage.id}
        return Finding(code, "events.yaml", (index, event.what or ""), params)

    def result_faults(self, base: Selection) -> list[Finding]:
        """A decided list that is no longer the one that was decided."""
        event = self.standing.finalized
        if event is None or event.result is None or event.result == result_digest(base):
            return []
        return [Finding("IKM510", "events.yaml", (self.cohort.events.index(event), "result"), {"stage": self.stage.id})]


def _members(evaluation: Evaluation, rulings: Rulings) -> set[str]:
    eligible = {number for number, card in evaluation.cards.items() if card.standing == "eligible"}
    return (eligible | set(rulings.admitted)) - set(rulings.out)
