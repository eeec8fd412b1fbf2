"""Pairs that may be one, by number; names stand in the workbook under private/ alone."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.render.tables import Column, Table
from ikmctl.workflow.duplicates import DuplicatesData
from ikmctl.workflow.duplicates_book import evidence_text


def view(data: DuplicatesData, session: Session) -> Iterator[Piece]:
    """The open pairs with what speaks for and against, and what was answered before."""
    if data.open:
        keys = ("one", "other", "evidence")
        rows = tuple((pair.left, pair.right, evidence_text(pair, session.lang)) for pair in data.open)
        yield Table(tuple(Column(key, session.say(f"column.{key}")) for key in keys), rows)
    if data.taken:
        yield session.say("duplicates.taken", count=data.taken)
    for left, right in data.same:
        out = ", ".join(number for number in (left, right) if number in data.out)
        yield session.say("duplicates.same.ruled" if out else "duplicates.same", left=left, right=right, out=out)
    yield session.say("duplicates.summary", open=len(data.open), same=len(data.same), different=data.different)
    if data.workbook:
        yield session.say("duplicates.workbook", file=data.workbook)
