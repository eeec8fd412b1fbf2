"""A document that was made."""

from collections.abc import Iterator

from ikmctl.cli.session import Session
from ikmctl.workflow.report import Built


def built(data: Built, session: Session) -> Iterator[str]:
    """Where it lies, and whether it carries names."""
    for file in data.files:
        yield session.say("report.named" if data.named else "report.anonymous", kind=data.kind, file=file)
