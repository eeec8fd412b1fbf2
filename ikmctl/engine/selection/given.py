"""What a selection starts from: the evaluated people, and what decisions and events say about them."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Finding
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Because
from ikmctl.engine.selection.cells import sort_cells
from ikmctl.engine.selection.limits import Choices, Limit, Seats, seats_of
from ikmctl.engine.selection.order import Settled
from ikmctl.engine.selection.room import Room

Seat: TypeAlias = Literal["extra", "quota"]


class Given(Struct, frozen=True, dict=True):
    """All inputs of one selection."""

    program: Program
    stage: Stage
    evaluation: Evaluation
    people: Mapping[str, Participant]
    settled: Settled = field(default_factory=Settled)
    out: Mapping[str, Because] = field(default_factory=dict)
    admitted: Mapping[str, Seat] = field(default_factory=dict)
    per_track: int | None = None
    accept_pending: Collection[str] = ()

    def choices_of(self, number: str) -> tuple[str, ...]:
        """The tracks that a person may be placed in, first choice first; empty where they named none."""
        return self._tracks_of(self.people[number])

    @cached_property
    def _tracks_of(self) -> Callable[[Participant], tuple[str, ...]]:
        known = {track.id: (track.id,) for track in self.program.all_tracks}
        if not self.program.tracks:
            only = (self.program.all_tracks[0].id,)
            return lambda _: only
        if not self.stage.selection.second_choice:
            return lambda one: known.get(one.track, ())
        return lambda one: tuple(dict.fromkeys((*known.get(one.track, ()), *known.get(one.track_2, ()))))

    def is_eligible(self, number: str) -> bool:
        """Whether the rules and scores alone put a person into the pool."""
        return self.evaluation.cards[number].standing == "eligible" and number not in self.extra

    @cached_property
    def extra(self) -> tuple[str, ...]:
        """Who is admitted outside quota and shares."""
        return self._admitted("extra")

    @cached_property
    def forced(self) -> tuple[str, ...]:
        """Who is admitted to a seat of the quota."""
        return self._admitted("quota")

    def _admitted(self, kind: Seat) -> tuple[str, ...]:
        known = self.evaluation.cards
        return tuple(
            number
            for number, seat in sorted(self.admitted.items())
            if seat == kind and number in known and number not in self.out and self.choices_of(number)
        )

    @cached_property
    def choices(self) -> Choices:
        """The pool: each member's tracks, in the order of the participants' numbers."""
        cards, out, forced, extra = self.evaluation.cards, self.out, frozenset(self.forced), frozenset(self.extra)
        people, tracks_of = self.people, self._tracks_of
        return {
            number: tracks
            for number in sorted(cards)
            if number not in out
            and ((cards[number].standing == "eligible" and number not in extra) or number in forced)
            and (tracks := tracks_of(people[number]))
        }

    @cached_property
    def seats(self) -> Seats:
        """What is to be filled; where people have several choices, no more than can be seated together."""
        seats = seats_of(self.program, self.stage, self.choices, self.per_track)
        if all(len(tracks) == 1 for tracks in self.choices.values()):
            return seats
        quotas = [Limit("seats", "seats", "seats", high=sum(seats.ceilings.values()))]
        quotas += [Limit("track", track, track, track, high=high) for track, high in seats.ceilings.items()]
        room = Room(quotas, sort_cells(self.people, self.choices, quotas))
        return replace(seats, base=room.fill(seats.base) or 0)


def without_track(index: int, number: str) -> Finding:
    """An admission of somebody of whom no track is known, so that there is no seat to give."""
    return Finding("IKM540", "decisions.yaml", (index, "id"), {"number": number})
