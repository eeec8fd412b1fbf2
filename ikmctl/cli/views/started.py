"""A new program."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.workflow.init import Started


def started(data: Started, session: Session) -> Iterator[Piece]:
    """The new folder, and what the registration form must ask."""
    yield session.say("init.made", id=data.id, folder=data.folder)
    yield session.say("init.questions", questions=", ".join(data.questions))
