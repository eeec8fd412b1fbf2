"""An entry for every single participant: selected, waiting or out, with the reason as data."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Param
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.domain.selection import Because, Entry, Result
from ikmctl.engine.selection.floors import floors_of
from ikmctl.engine.selection.frame import Frame, Walked
from ikmctl.engine.selection.order import Key, Ranked, settled_by
from ikmctl.engine.selection.refusals import Refusal, Refusals
from ikmctl.engine.selection.reserves import Waiting

_WAITING = Refusal(Because.WAITING)
_NOTHING: dict[str, Param] = {}


class Outcomes(Struct, frozen=True, dict=True):
    """What the outcomes follow from."""

    laid: Frame
    walked: Walked
    waiting: Waiting

    def entries(self) -> dict[str, Entry]:
        """Everybody's entry, by number."""
        found = outside(self.laid)
        admitted = [number for number in self.laid.given.forced if number not in self.waiting.listed]
        found |= {number: self._admitted(number) for number in admitted}
        refusals = Refusals(self.laid.limits, self.laid.cells, self.walked.seats)
        taken = self.walked.steps.taken
        for number in self.laid.given.forced:
            if number in taken:
                refusals.take(taken[number])
        floors = floors_of(self.laid, self.walked)
        for index, block in self.laid.ranking.blocks():
            late = self.walked.steps.stopped is not None and index > self.walked.steps.stopped
            free = [one for one in block if one.number not in found]
            for one in free:
                found[one.number] = self._outcome(one, late, floors, refusals)
            for one in free:
                if one.number in taken:
                    refusals.take(taken[one.number])
        return {number: found[number] for number in sorted(found)}

    def _admitted(self, number: str) -> Entry:
        column = self.walked.steps.taken.get(number)
        card = self.laid.given.evaluation.cards[number]
        if column is None:
            return _of_card(card, self.laid.given.choices_of(number)[0], "out", Refusal(Because.COMBINATION))
        return _of_card(card, self.laid.cells.columns[column].track, "selected", Refusal(Because.DECISION))

    def _outcome(self, one: Ranked, late: bool, floors: Mapping[str, str], refusals: Refusals) -> Entry:  # noqa: FBT001
        steps = self.walked.steps
        if one.number in steps.taken:
            track = self.laid.cells.columns[steps.taken[one.number]].track
            return self._entry(one, track, "selected", self._why_in(one, floors))
        if steps.open and one.number in self._tied:
            tied: dict[str, Param] = {"seats": steps.open.seats, "among": len(steps.open.among)}
            return self._entry(one, one.track, "waiting", Refusal(Because.TICKET, "", tied))
        if late:
            return _of_card(self.laid.given.evaluation.cards[one.number], one.track, "waiting", _waiting(one.place))
        refused = self._why_out(one, refusals)
        if one.number in self.waiting.listed:
            track, seats = self.waiting.listed[one.number]
            missed = {**(refused.params or {}), "missed": str(refused.because), "missed_detail": refused.detail}
            return replace(self._entry(one, track, "reserve", Refusal(Because.RESERVE, "", missed)), seats=seats)
        if one.number in self.waiting.unsettled:
            return self._entry(one, one.track, "waiting", _WAITING)
        return self._entry(one, one.track, "out", refused)

    @cached_property
    def _tied(self) -> frozenset[str]:
        """Those of the open tie."""
        return frozenset(self.walked.steps.open.able if self.walked.steps.open else ())

    def _why_out(self, one: Ranked, refusals: Refusals) -> Refusal:
        if one.number in self.walked.steps.contested.get(one.tie, ()):
            settled, (lost, juries) = self.laid.given.settled, self._lost[one.tie]
            by = settled_by(settled, one, juries)
            return lost if by == "draw" else replace(lost, params={**(lost.params or {}), "by": by})
        why = refusals.why(self.laid.cells.of[one.number])
        if why.because is not Because.GROUP or not why.params:
            return why
        name = str(why.params["field"])
        label = self.laid.given.people[one.number].fact(name)
        mates = ", ".join(self._mates[name].get(label, ()))
        return replace(why, params={**why.params, "with": mates})

    @cached_property
    def _lost(self) -> Mapping[int, tuple[Refusal, frozenset[Key]]]:
        """What those are told who could have been taken of a tie and were not; where the jury put those who were."""
        found: dict[int, tuple[Refusal, frozenset[Key]]] = {}
        for tie, rivals in self.walked.steps.contested.items():
            won = rivals & self.walked.steps.taken.keys()
            refusal = Refusal(Because.TICKET, "", {"seats": len(won), "among": len(rivals), "by": "draw"})
            found[tie] = refusal, frozenset(one.jury for one in self.laid.ranking.ties[tie] if one.number in won)
        return found

    @cached_property
    def _mates(self) -> Mapping[str, Mapping[str | None, Sequence[str]]]:
        """Numbers of the selected by column and label, in order."""
        people = self.laid.given.people
        found: dict[str, dict[str | None, list[str]]] = {name: {} for name in self.laid.given.stage.selection.max_per}
        for number in sorted(self.walked.steps.taken):
            for name, labels in found.items():
                labels.setdefault(people[number].fact(name), []).append(number)
        return found

    def _why_in(self, one: Ranked, floors: Mapping[str, str]) -> Refusal:
        if one.number in floors:
            name, column = floors[one.number], self.laid.cells.columns[self.walked.steps.taken[one.number]]
            mine = (self.laid.limits[index] for index in column.limits)
            kept = next((f"{limit.field} {limit.value}" for limit in mine if limit.name == name and limit.field), name)
            return Refusal(Because.FLOOR, name, {"rule": name, "kept": kept})
        settled = self.walked.steps.settled.get(one.number)
        return Refusal(Because(settled) if settled else Because.PLACE)

    def _entry(self, one: Ranked, track: str, result: Result, why: Refusal) -> Entry:
        if result != "out":
            why = Refusal(why.because, why.detail, {**(why.params or _NOTHING), "place": one.place})
        return _of_card(self.laid.given.evaluation.cards[one.number], track, result, why)


@lru_cache(maxsize=1)
def _waiting(place: int) -> Refusal:
    """Why people of a place after an open tie wait; they are many, and those of one place come one after another."""
    return Refusal(Because.WAITING, "", {"place": place})


def outside(laid: Frame) -> dict[str, Entry]:
    """Entries of those outside the pool."""
    given = laid.given
    found: dict[str, Entry] = {}
    for number, card in given.evaluation.cards.items():
        if number in laid.cells.of:
            continue
        track = next(iter(given.choices_of(number)), "")
        if number in given.out:
            found[number] = _of_card(card, track, "out", Refusal(given.out[number]))
        elif number in laid.extra:
            found[number] = _of_card(card, track, "selected", Refusal(Because.DECISION, "extra"))
        else:
            found[number] = kept_out(card, track)
    return found


def kept_out(card: ScoreCard, track: str) -> Entry:
    """The entry of somebody who is not eligible, or not yet."""
    if card.standing == "ineligible":
        return _of_card(card, track, "out", Refusal(Because.INELIGIBLE, _failed(card)))
    return _of_card(card, track, "pending", Refusal(Because.PENDING, next(iter(card.causes), "track")))


def _failed(card: ScoreCard) -> str:
    """The first rule or criterion that puts a person out; `total` where only the whole score does."""
    rules = [one.rule for one in card.verdicts if one.outcome == "failed" and one.severity == "reject"]
    rules += [name for name, points in card.points.items() if points.failed is not None]
    return next(iter(rules), "total")


def _of_card(card: ScoreCard, track: str, result: Result, why: Refusal) -> Entry:
    return Entry(
        card.number, track, result, why.because, why.detail, card.key, card.unit, params=why.params or _NOTHING
    )
