"""The one order in which people are asked: places or scores, ties as blocks.

Keys are whole numbers and texts, smaller first. Program keys come from the score, the tie criteria or
`order:`; then a recorded order of the jury, then lots or the ticket, where the program names them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.program import Program, Stage
from ikmctl.domain.scorecard import Evaluation, ScoreCard

Key: TypeAlias = tuple[Any, ...]
"""Comparable among people of one stage."""

By: TypeAlias = Literal["decision", "lots", "draw"]
"""What settled a tie: a recorded order of the jury, lots drawn by hand, tickets."""


class Settled(Struct, frozen=True):
    """What settles ties beyond the program's own keys.

    `orders` are decisions of the jury and `lots` draws by hand, the latest last; `tickets` of a public
    draw; `late` those who entered after it and rank last in a tie.
    """

    orders: Sequence[tuple[str, ...]] = ()
    lots: Sequence[tuple[str, ...]] = ()
    tickets: Mapping[str, str] = field(default_factory=dict)
    late: Collection[str] = ()


class Ranked(Struct, frozen=True, gc=False):
    """One pool member in order. `tie` is the index of the tie on the program's own keys, 0 for those alone."""

    number: str
    track: str
    place: int
    tie: int
    jury: Key


class Ranking(Struct, frozen=True):
    """The pool in order. `ties` holds those tied before jury and draw; the first, which is nobody's, is empty."""

    order: Sequence[Ranked]
    ties: Sequence[Sequence[Ranked]]
    tracks: Sequence[str]
    by_place: bool

    def blocks(self, start: int = 0) -> Iterator[tuple[int, Sequence[Ranked]]]:
        """People tied on everything, block by block, each with its index in the order."""
        order, by_place = self.order, self.by_place
        while start < len(order):
            first, end = order[start], start + 1
            while end < len(order) and order[end].place == first.place:
                if by_place and order[end].track != first.track:
                    break
                end += 1
            yield start, order[start:end]
            start = end


def settled_by(settled: Settled, one: Ranked, juries: Collection[Key]) -> By:
    """What put others with the same score, whom the jury ordered as `juries` say, before or behind one person."""
    if settled.orders and one.jury not in juries:
        return "decision"
    return "lots" if any(one.number in lots for lots in settled.lots) else "draw"


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
    program: Program, stage: Stage, evaluation: Evaluation, pool: Iterable[tuple[str, str]], settled: Settled
) -> Ranking:
    """Put the pool (number and first track) in order."""
    position = {track.id: index for index, track in enumerate(program.all_tracks)}
    by_place = program.compare_of(stage) == "place"
    cards, keys = evaluation.cards, keys_of(stage, settled)
    rows = ((*keys(cards[number]), number, track) for number, track in pool)
    scopes = _scopes(rows, position, by_place=by_place)
    order: list[Ranked] = []
    ties: list[Sequence[Ranked]] = [()]
    while scopes:  # rows are many, so those of one track go before the next are put in order
        order += _ranked(sorted(scopes.pop(0)), ties)
    if by_place:
        order.sort(key=lambda one: one.place * len(position) + position[one.track])
    return Ranking(order, ties, list(position), by_place)


_Row: TypeAlias = tuple[Key, Key, Key, str, str]
"""Keys of the program, of the jury and of the draw, then number and track."""


def keys_of(stage: Stage, settled: Settled) -> Callable[[ScoreCard], tuple[Key, Key, Key]]:
    """What tells the keys of a card: of the program, of the jury, of the draw; smaller is better."""
    names = stage.selection.ties
    jury = jury_of(stage, settled.orders)
    drawn = "ticket" in names or stage.selection.mode == "lottery"
    lots = _ranks(settled.lots if drawn else ())
    tickets = settled.tickets if drawn else {}
    late = frozenset(settled.late)
    nothing = not (lots.lists or tickets or late)

    def keys(card: ScoreCard) -> tuple[Key, Key, Key]:
        number = card.number
        draw = () if nothing else (*lots(number), number in late, tickets.get(number, ""))
        return program_key(card, stage), jury(number), draw

    return keys


def jury_of(stage: Stage, orders: Sequence[tuple[str, ...]]) -> Callable[[str], Key]:
    """What tells the places of a number in the orders of the jury, where the program lets it settle ties."""
    return _ranks(orders if "panel" in stage.selection.ties else ())


class _Ranks(Struct, frozen=True):
    """Position in each recorded order, the latest first; who is not named comes after those who are."""

    lists: Sequence[Mapping[str, int]]

    def __call__(self, number: str) -> Key:
        return tuple(places.get(number, len(places)) for places in self.lists)


def _ranks(orders: Iterable[tuple[str, ...]]) -> _Ranks:
    return _Ranks([{number: index for index, number in enumerate(order)} for order in reversed(list(orders))])


def _scopes(rows: Iterable[_Row], position: Mapping[str, int], *, by_place: bool) -> list[list[_Row]]:
    """Rows that are put in order together: those of one track, or all."""
    if not by_place:
        return [list(rows)]
    scopes: list[list[_Row]] = [[] for _ in position]
    for row in rows:
        scopes[position[row[4]]].append(row)
    return scopes


def _ranked(scope: Iterable[_Row], ties: list[Sequence[Ranked]]) -> Iterator[Ranked]:
    """People of one sorted scope; places run 1, 1, 3 where nothing settles a tie. New ties are added to `ties`."""
    index = 0
    for _, several in groupby(scope, key=itemgetter(0)):
        rows = list(several)
        tie = len(ties) if len(rows) > 1 else 0
        people: list[Ranked] = []
        for before, row in zip((None, *rows), rows, strict=False):
            index += 1
            if before is None or before[1] != row[1] or before[2] != row[2]:
                place = index
            people.append(Ranked(row[3], row[4], place, tie, row[1]))
        if tie:
            ties.append(people)
        yield from people
