"""Whether one more person would be selected, answered from the walk that was done where that is certain.

Walking again costs as much as the whole pool, and pending people may be many. Somebody who joins a cell with more
people than any list can hold makes nothing possible that was not possible before, so everybody ahead of them fares as
they did: whoever comes after the last who was taken is not asked, and whoever comes before somebody of the same cell
who was taken is taken in their stead.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from ikmctl.domain.participant import Participant
from ikmctl.domain.scorecard import ScoreCard
from ikmctl.engine.selection.frame import Frame, Walked
from ikmctl.engine.selection.limits import values_of
from ikmctl.engine.selection.order import Ranked, keys_of


class Joining:
    """A walk that was done, asked about people who were not in its pool."""

    def __init__(self, laid: Frame, walked: Walked) -> None:
        """Take a finished walk without an open tie."""
        self.laid, self.given, self.taken = laid, laid.given, walked.steps.taken
        self._keys = keys_of(laid.given.stage, laid.given.settled)
        self.track_of = {name: index for index, name in enumerate(laid.ranking.tracks)}

    def answer(self, card: ScoreCard) -> bool | None:
        """Whether the person of this card would be selected; None where only another walk can tell."""
        one, tracks = self.given.people[card.number], self.given.choices_of(card.number)
        column = self._column(one, tracks[0]) if len(tracks) == 1 else None
        if column is None:
            return None
        place, index = self._position(card, tracks[0])
        if index <= self._last.get(column, -1) and not self._mates(one):
            return True
        # a tie whose order would spread it beyond this place may be open because of this person
        near = self.laid.ranking.by_place and any(first <= place <= end for first, end in self._spans)
        return False if index > self._last[None] and not near else None

    def _column(self, one: Participant, track: str) -> int | None:
        """The column of people like this one without labels; None where one more could make a difference to others."""
        rules = self.given.stage.selection
        counted = [rule.field for rule in rules.balance if rule.value is None]
        if (
            self.given.admitted
            or rules.second_choice
            or self._counts[track] <= self.laid.seats.ceilings[track]
            or any((field, value) not in self._named for field in counted for value in values_of(one, field))
        ):
            return None
        mine = tuple(index for index in self._plain if self.laid.limits[index].holds(one, track))
        column = self._columns.get((track, mine))
        # no list holds more of them, and with this person some may get a label to share
        most = min(self.laid.limits[index].high for index in mine) + sum(rules.max_per.values())
        if column is None or self.laid.cells.sizes[self.laid.cells.columns[column].cell] <= most:
            return None
        return column

    @cached_property
    def _counts(self) -> Counter[str]:
        """Pool members by track."""
        return Counter(tracks[0] for tracks in self.given.choices.values())

    @cached_property
    def _named(self) -> frozenset[tuple[str, str]]:
        """Columns of facts and values of which some limit speaks."""
        return frozenset((limit.field, limit.value) for limit in self.laid.limits)

    @cached_property
    def _plain(self) -> Sequence[int]:
        return [index for index, limit in enumerate(self.laid.limits) if limit.kind != "label"]

    @cached_property
    def _columns(self) -> Mapping[tuple[str, tuple[int, ...]], int]:
        """Columns of people whose labels bind nobody, by track and limits."""
        return {(column.track, column.limits): index for index, column in enumerate(self.laid.cells.columns)}

    @cached_property
    def _last(self) -> Mapping[int | None, int]:
        """Where in the order the last of each column was taken; None: the last of all."""
        found: dict[int | None, int] = {None: -1}
        for index, one in enumerate(self.laid.ranking.order):
            column = self.taken.get(one.number)
            if column is not None:
                found[column] = found[None] = index
        return found

    def _mates(self, one: Participant) -> bool:
        """Whether anybody selected shares a label with this person."""
        return any((one.fact(name) or "") in labels for name, labels in self._labels.items())

    @cached_property
    def _labels(self) -> Mapping[str, frozenset[str | None]]:
        people = self.given.people
        return {
            name: frozenset(people[number].fact(name) for number in self.taken)
            for name in self.given.stage.selection.max_per
        }

    def _position(self, card: ScoreCard, track: str) -> tuple[int, int]:
        """The place that the person would have, and where in the order they would be asked."""
        ranking, width, cards = self.laid.ranking, len(self.track_of), self.given.evaluation.cards
        mine = self._scopes[track if ranking.by_place else ""]
        better = bisect_left(mine, self._keys(card), key=lambda one: self._keys(cards[one.number]))
        if not ranking.by_place:
            return better + 1, better
        target = (better + 1) * width + self.track_of[track]
        order = ranking.order
        return better + 1, bisect_left(order, target, key=lambda one: one.place * width + self.track_of[one.track])

    @cached_property
    def _scopes(self) -> Mapping[str, Sequence[Ranked]]:
        """The order by track, and as a whole."""
        found: dict[str, list[Ranked]] = {name: [] for name in self.track_of}
        for one in self.laid.ranking.order:
            found[one.track].append(one)
        return {**found, "": self.laid.ranking.order}

    @cached_property
    def _spans(self) -> Sequence[tuple[int, int]]:
        """First and last places over which an order among the tied who were asked would spread them."""
        asked = takewhile(lambda block: block[0] <= self._last[None], self.laid.ranking.blocks())
        return [(block[0].place, block[0].place + len(block) - 1) for _, block in asked if len(block) > 1]
