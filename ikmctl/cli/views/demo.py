"""The road of the demo, command by command, and the list at its end."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views import listing
from ikmctl.workflow.demo import Demo


def view(data: Demo, session: Session) -> Iterator[Piece]:
    """What `demo` answers."""
    yield session.say("demo.folder", folder=data.folder)
    for step in data.steps:
        yield step.command
        yield "  " + session.say(step.note.key, **step.note.params)
    yield ""
    yield from listing.full(data.listing, session)
    yield ""
    yield session.say("demo.look")
