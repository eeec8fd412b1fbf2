"""Whom an act moved on the list."""

from collections.abc import Iterable, Iterator

from ikmctl.cli.session import Session
from ikmctl.engine.compare import Move


def moved(moves: Iterable[Move], session: Session) -> Iterator[str]:
    """One line for each person, a sign and a word: `+ P018 enters`."""
    empty = True
    for move in moves:
        empty = False
        yield session.say(f"move.{move.kind}", number=move.number, track=move.track, because=str(move.because))
    if empty:
        yield session.say("move.nobody")
