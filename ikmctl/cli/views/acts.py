"""A decision or event that was recorded, and whom it moved."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.moves import moved
from ikmctl.workflow.decide import Decided
from ikmctl.workflow.lock import Recorded


def decided(data: Decided, session: Session) -> Iterator[Piece]:
    """The decision and what it moved."""
    subject = data.decision.id or ", ".join(data.decision.ids)
    yield session.say(f"decide.{data.decision.do}", subject=subject, stage=data.decision.stage)
    for key, pairs in (("match.ended", data.ended), ("match.made", data.made)):
        for one in pairs:
            yield session.say(key, number=one.number, line=one.line)
    if not (data.made or data.ended):
        yield from moved(data.moves, session)


def recorded(data: Recorded, session: Session) -> Iterator[Piece]:
    """The event, its digests, and what it moved."""
    event = data.event
    key = f"event.{event.event}.{event.what}" if event.what and event.event == "lock" else f"event.{event.event}"
    yield session.say(key, stage=event.stage, number=event.number or 1, decree=event.decree, marks=data.marks_before)
    for name in ("rules", "pool", "seed", "result"):
        if digest := getattr(event, name):
            yield f"  {name}: {digest}"
    if event.event == "lock" and event.pool:
        yield session.say("event.lock.paper")
    if event.event in ("draw", "void", "finalize", "reopen"):
        yield from moved(data.moves, session)
    if data.undecided:
        yield session.say("event.undecided", count=data.undecided)
