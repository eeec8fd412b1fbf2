"""Tables of the workflow as tables for people: translated headers and words."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.words import header, word
from ikmctl.render.tables import Column, Table
from ikmctl.workflow.score import Scored
from ikmctl.workflow.tables import Table as Rows

_WORDS: Final = ("standing", "result", "because", "reachable", "kind")
"""Columns whose first word is a fixed word of ours."""


def present(rows: Rows, session: Session, title: str = "") -> Table:
    """The table ready to print. csv keeps the untranslated words, for programs to read."""
    raw = session.format == "csv"
    fixed = {at for at, name in enumerate(rows.columns) if name in _WORDS and not raw}
    body = tuple(
        tuple(word(session, rows.columns[at], cell) if at in fixed else cell for at, cell in enumerate(row))
        for row in rows.rows
    )
    columns = tuple(Column(key, header(session, key), key in rows.numeric) for key in rows.columns)
    return Table(columns, body, title, session.say("table.empty"))


def records(rows: Rows) -> list[Mapping[str, Any]]:
    """The table for JSON: one object a row."""
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def shown(rows: Rows, session: Session) -> Iterator[Piece]:
    """What `show` answers: the table alone."""
    yield present(rows, session)


def scored(data: Scored, session: Session) -> Iterator[Piece]:
    """What `score` answers: the table of points, then how many stand where."""
    yield present(data.table, session)
    yield session.say(
        "score.summary", stage=data.stage, participants=data.participants, eligible=data.eligible,
        pending=data.pending, ineligible=data.ineligible,
    )  # fmt: skip
