"""The one order in which people are asked: places or scores, ties as blocks.

Keys are whole numbers and texts, smaller first. Program keys come from the score, the tie criteria or
`order:`; then a recorded order of the jury, then lots or the ticket, where the program names them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias

from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard

Key: TypeAlias = tuple[Any, ...]
"""Comparable among people of one stage."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What settles ties beyond the program's own keys.

    `orders` are decisions of the jury and `lots` draws by hand, the latest last; `tickets` of a public
    draw; `late` those who entered after it and rank last in a tie.
    """

    orders: Sequence[tuple[str, ...]] = ()
    lots: Sequence[tuple[str, ...]] = ()
    tickets: Mapping[str, str] = field(default_factory=dict)
    late: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One pool member in order. `tie` numbers the block tied on the program's own keys."""

    number: str
    track: str
    place: int
    tie: int
    jury: Key
    draw: Key


@dataclass(frozen=True, slots=True)
class Ranking:
    """Blocks in order: people of one block are tied on everything. `ties` holds blocks before jury and draw."""

    blocks: Sequence[Sequence[Ranked]]
    ties: Sequence[Sequence[Ranked]]
    tracks: Sequence[str]
    by_place: bool


def program_key(card: ScoreCard, stage: Stage) -> Key:
    """The key of one card from the program's own rules; smaller is better."""
    if stage.selection.mode == "lottery":
        return ()
    first: Key = card.order if card.key is None else (-card.key,)
    return (*first, *(_tie_points(card, name) for name in stage.selection.ties if name not in ("panel", "ticket")))


def _tie_points(card: ScoreCard, criterion: str) -> int:
    points = card.points.get(criterion)
    return 1 if points is None or points.points is None else -points.points


def rank(
    program: Program, stage: Stage, evaluation: Evaluation, tracks: Mapping[str, str], settled: Settled
) -> Ranking:
    """Put the pool (`tracks`: number -> first track) in order."""
    rows = _rows(stage, evaluation, tracks, settled)
    position = {track.id: index for index, track in enumerate(program.all_tracks)}
    by_place = program.compare_of(stage) == "place"
    ordered: list[tuple[Key, Ranked]] = []
    ties: list[list[Ranked]] = []
    scopes = _by_track(rows, position) if by_place else [rows]
    for scope in scopes:
        scope.sort()
        for tied, place, row in _places(scope, len(ties)):
            if tied == len(ties):
                ties.append([])
            one = Ranked(row[3], row[4], place, tied, row[1], row[2])
            ties[tied].append(one)
            ordered.append(((place, position[row[4]]) if by_place else (place,), one))
    if by_place:
        ordered.sort(key=lambda pair: (pair[0], pair[1].number))
    blocks = [[one for _, one in block] for _, block in groupby(ordered, key=lambda pair: pair[0])]
    return Ranking(blocks, ties, list(position), by_place)


_Row: TypeAlias = tuple[Key, Key, Key, str, str]


def _rows(stage: Stage, evaluation: Evaluation, tracks: Mapping[str, str], settled: Settled) -> list[_Row]:
    names = stage.selection.ties
    jury = _ranks(settled.orders if "panel" in names else ())
    drawn = "ticket" in names or stage.selection.mode == "lottery"
    lots = _ranks(settled.lots if drawn else ())
    tickets = settled.tickets if drawn else {}
    late = frozenset(settled.late)
    cards = evaluation.cards
    return [
        (
            program_key(cards[number], stage),
            jury(number) if jury.lists else (),
            (*lots(number), number in late, tickets.get(number, "")),
            number,
            track,
        )
        for number, track in tracks.items()
    ]


@dataclass(frozen=True, slots=True)
class _Ranks:
    """Position in each recorded order, the latest first; who is not named comes after those who are."""

    lists: Sequence[Mapping[str, int]]

    def __call__(self, number: str) -> Key:
        return tuple(places.get(number, len(places)) for places in self.lists)


def _ranks(orders: Iterable[tuple[str, ...]]) -> _Ranks:
    return _Ranks([{number: index for index, number in enumerate(order)} for order in reversed(list(orders))])


def _by_track(rows: Iterable[_Row], position: Mapping[str, int]) -> list[list[_Row]]:
    scopes: list[list[_Row]] = [[] for _ in position]
    for row in rows:
        scopes[position[row[4]]].append(row)
    return scopes


def _places(scope: Sequence[_Row], first_tie: int) -> Iterable[tuple[int, int, _Row]]:
    """Number the ties and places of one sorted scope: 1, 1, 3 where nothing settles a tie."""
    tie, place = first_tie - 1, 0
    for index, row in enumerate(scope):
        before = scope[index - 1] if index else None
        if before is None or before[0] != row[0]:
            tie += 1
        if before is None or before[:3] != row[:3]:
            place = index + 1
        yield tie, place, row
