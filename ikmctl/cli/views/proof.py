"""What an audit kit holds, and what a purge takes away."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.workflow.audit_kit import KitData
from ikmctl.workflow.purge import PurgeData


def packed(data: KitData, session: Session) -> Iterator[Piece]:
    """What `audit-kit` answers."""
    yield session.say("kit.packed", program=data.program, files=len(data.files), file=data.file)
    for stage, rules in zip(data.stages, data.rules, strict=True):
        yield session.say("kit.stage", stage=stage, rules=rules)
    yield session.say("kit.digest", digest=data.sha256)
    yield session.say("kit.run", folder=f"{data.program}-audit")


def purged(data: PurgeData, session: Session) -> Iterator[Piece]:
    """What `purge` answers."""
    if data.person:
        yield session.say("purge.person", program=data.program, number=data.person)
        if data.sheets:
            yield session.say("purge.sheets", files=", ".join(data.sheets))
    else:
        yield session.say("purge.gone", program=data.program, files=len(data.files))
    yield session.say("purge.stays")
