"""The result: who is selected, who waits, who is out, each with the reason as data."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Param


class Because(StrEnum):
    """Why somebody is in, waits or is out. The words stand in shortlist.yaml and scores.csv."""

    PLACE = "place"
    FLOOR = "floor"
    DECISION = "decision"
    DRAW = "draw"
    RESERVE = "reserve"
    INELIGIBLE = "ineligible"
    PENDING = "pending"
    QUOTA = "quota"
    CEILING = "ceiling"
    OWED = "owed"
    GROUP = "group"
    COMBINATION = "combination"
    TICKET = "ticket"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"


Result: TypeAlias = Literal["selected", "reserve", "out", "waiting", "pending"]


class Entry(Struct, frozen=True, gc=False):
    """One person's outcome.

    `because` with `detail` is what the files print: `floor gender`, `group household H012`.
    `params` carries what a sentence needs (place, seats, points to the line, names of rules).
    `seats` names the seats that a reserve may take (`any`, or the balance values they must keep).
    """

    number: str
    track: str
    result: Result
    because: Because
    detail: str = ""
    key: int | None = None
    unit: int = 1
    seats: tuple[str, ...] = ()
    tier: str = ""
    """The prize, where the stage has award tiers."""
    params: Mapping[str, Param] = field(default_factory=dict)

    @property
    def is_by_rank(self) -> bool:
        """Whether the order put somebody in, a tie in it settled by draw, lots or jury included."""
        settled = self.because is Because.DECISION and "place" in self.params
        return settled or self.because in (Because.PLACE, Because.DRAW)

    @property
    def is_beside(self) -> bool:
        """Whether somebody was admitted beside quota and shares; a floor may bear the same word as its name."""
        return self.because is Because.DECISION and self.detail == "extra"


class TieBlock(Struct, frozen=True):
    """People tied on all keys among whom `seats` places are still to be given."""

    track: str
    seats: int
    among: tuple[str, ...]
    place: Literal["selected", "reserve", "tier"] = "selected"


class Relaxation(Struct, frozen=True):
    """One limit that would have to give way: the `least` or `most` of `rule`, as it is and as it would be."""

    rule: str
    limit: Literal["least", "most"]
    was: int
    now: int


class Selection(Struct, frozen=True):
    """The whole result of one stage.

    `selected` and `reserves` stand in final order (track order of program.yaml, then rank).
    `entries` holds everybody of the stage by number, the selected and reserves included.
    `shortfall` maps a track to its empty seats. `infeasible` names rules that no list can meet together;
    when it is not empty nobody is selected and `relaxations` holds the smallest changes that would help,
    each as the limits to move together. `unknown` says that the exact search was given up undecided.
    """

    stage: str
    selected: tuple[Entry, ...]
    reserves: tuple[Entry, ...]
    entries: Mapping[str, Entry]
    undecided: tuple[TieBlock, ...] = ()
    pending: tuple[str, ...] = ()
    """Pending people who could still reach the line."""
    shortfall: Mapping[str, int] = field(default_factory=dict)
    infeasible: tuple[str, ...] = ()
    notes: tuple[tuple[str, Mapping[str, Param]], ...] = ()
    """Facts about the walk that outputs print, as text keys with parameters."""
    relaxations: tuple[tuple[Relaxation, ...], ...] = ()
    unknown: bool = False
