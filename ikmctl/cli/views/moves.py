"""Whom an act moved on the list."""

from collections.abc import Iterable, Iterator

from ikmctl.cli.session import Session
from ikmctl.cli.views.words import word
from ikmctl.domain.selection import Because
from ikmctl.engine.compare import Move
from ikmctl.workflow.importing.data import ListMoves

_MANY = 12
"""People who are named one by one without `--verbose`."""


def because(move: Move, session: Session) -> str:
    """The reason in words: `minimum for gender`."""
    return word(session, "because", f"{move.because.value} {move.detail}".rstrip())


def line(move: Move, session: Session) -> str:
    """One person, a sign and words: `+ P017 enters track ecoprint at place 3 (place)`."""
    kind: str = "in_reserve" if move.kind == "moved" and move.after == "reserve" else move.kind
    if move.after == "out" and move.because is Because.TICKET:
        kind = "lost_out" if move.kind == "out" else "lost"
    return session.say(
        f"move.{kind}", number=move.number, track=move.track, because=because(move, session),
        before=move.place_before, after=move.place_after,
    )  # fmt: skip


def moved(moves: Iterable[Move], session: Session) -> Iterator[str]:
    """One line for each person, a sign and a word; one sentence where nobody moved."""
    empty = True
    for move in moves:
        empty = False
        yield line(move, session)
    if empty:
        yield session.say("move.nobody")


def lists_moved(lists: Iterable[ListMoves], session: Session) -> Iterator[str]:
    """Whom new values move on each list that exists."""
    for one in lists:
        yield session.say("import.would_move" if one.stale else "import.moved", stage=one.stage)
        shown = one.moves if session.verbose else one.moves[:_MANY]
        yield from (f"  {line(move, session)}" for move in shown)
        if len(shown) < len(one.moves):
            yield session.say("import.more_moves", count=len(one.moves) - len(shown))
