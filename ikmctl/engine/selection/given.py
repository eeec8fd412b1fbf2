"""What a selection starts from: the evaluated people, and what decisions and events say about them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation
from ikmctl.domain.selection import Because
from ikmctl.engine.selection.limits import Choices
from ikmctl.engine.selection.order import Settled

Seat: TypeAlias = Literal["extra", "quota"]


@dataclass(frozen=True)
class Given:
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

    @cached_property
    def tracks(self) -> frozenset[str]:
        """Ids of the tracks."""
        return frozenset(track.id for track in self.program.all_tracks)

    def choices_of(self, number: str) -> tuple[str, ...]:
        """The tracks that a person may be placed in, first choice first; empty where they named none."""
        if not self.program.tracks:
            return (self.program.all_tracks[0].id,)
        one = self.people[number]
        wanted = (one.track, one.track_2) if self.stage.selection.second_choice else (one.track,)
        return tuple(dict.fromkeys(track for track in wanted if track in self.tracks))

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
        forced = frozenset(self.forced)
        return {
            number: tracks
            for number in sorted(self.evaluation.cards)
            if number not in self.out
            and (self.is_eligible(number) or number in forced)
            and (tracks := self.choices_of(number))
        }
