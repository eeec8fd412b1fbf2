"""The one order in which people are asked: places or scores, ties as blocks.

Keys are whole numbers and texts, smaller first. Program keys come from the score, the tie criteria or
`order:`; then a recorded order of the jury, then lots or the ticket, where the program names them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard

Key: TypeAlias = tuple[Any, ...]
"""Comparable among people of one stage."""


class Settled(Struct, frozen=True):
    """What settles ties beyond the program's own keys.

    `orders` are decisions of the jury and `lots` draws by hand, the latest last; `tickets` of a public
    draw; `late` those who entered after it and rank last in a tie.
    """

    orders: Sequence[tuple[str, ...]] = ()
    lots: Sequence[tuple[str, ...]] = ()
    tickets: Mapping[str, str] = field(default_factory=dict)
    late: Collection[str] = ()


class Ranked(Struct, frozen=True):
    """One pool member in order. `tie` numbers the block tied on the program's own keys."""

    number: str
    track: str
    place: int
    tie: int
    jury: Key


class Ranking(Struct, frozen=True):
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
    blocks: list[tuple[int, list[Ranked]]] = []
    ties: list[list[Ranked]] = []
    for index, scope in enumerate(_by_track(rows, position) if by_place else [rows]):
        scope.sort()
        blocks += [(block[0].place * len(position) + index, block) for block in _blocks(scope, ties)]
    blocks.sort(key=lambda pair: pair[0])
    return Ranking([block for _, block in blocks], ties, list(position), by_place)


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


class _Ranks(Struct, frozen=True):
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


def _blocks(scope: Sequence[_Row], ties: list[list[Ranked]]) -> Iterable[list[Ranked]]:
    """Blocks of one sorted scope; places run 1, 1, 3 where nothing settles a tie. New ties are added to `ties`."""
    before: _Row | None = None
    block: list[Ranked] = []
    for index, row in enumerate(scope):
        fresh = before is None or before[0] != row[0]
        if fresh:
            ties.append([])
        if fresh or before is None or before[1:3] != row[1:3]:
            if block:
                yield block
            block = []
        place = block[0].place if block else index + 1
        one = Ranked(row[3], row[4], place, len(ties) - 1, row[1])
        block.append(one)
        ties[-1].append(one)
        before = row
    if block:
        yield block
