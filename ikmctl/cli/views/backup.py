"""What a backup holds."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.workflow.backup import BackupData


def saved(data: BackupData, session: Session) -> Iterator[Piece]:
    """What `backup` answers."""
    yield session.say("backup.saved", program=data.program, people=data.people, files=len(data.files), file=data.file)
    yield session.say("backup.keep")


def brought_back(data: BackupData, session: Session) -> Iterator[Piece]:
    """What `restore` answers."""
    yield session.say("backup.restored", program=data.program, people=data.people, files=len(data.files), on=data.on)
