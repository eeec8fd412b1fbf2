"""MATCH, or what differs."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.workflow.verify import Verified


def verified(data: Verified, session: Session) -> Iterator[Piece]:
    """MATCH or DIFFERS, and the files compared."""
    if not data.files:
        yield session.say("verify.nothing", program=data.program)
        return
    key = "verify.match" if data.match else "verify.differs" if data.changed else "verify.unsaid"
    yield session.say(key, program=data.program, files=", ".join(data.files), differing=", ".join(data.differing))
    if data.changed:
        yield session.say(
            "verify.changed", inputs=", ".join(session.say(f"verify.input.{one}") for one in data.changed)
        )
