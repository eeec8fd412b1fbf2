"""Whether the files of a program are in order; the problems were printed before."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.workflow.validate import Validated


def validated(data: Validated, session: Session) -> Iterator[Piece]:
    """One line where all is well; the problems were printed before."""
    if not session.quiet:
        key = "validate.errors" if data.errors else "validate.ok"
        yield session.facts(
            key, program=data.program, participants=data.participants, tracks=data.tracks, marks=data.marks,
            errors=data.errors, warnings=data.warnings,
        )  # fmt: skip
