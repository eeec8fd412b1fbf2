"""Tables of the workflow as tables for people: translated headers and words."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from ikmctl.cli.session import Outcome, Piece, Session
from ikmctl.cli.views.words import header, word
from ikmctl.render.tables import Column, Table
from ikmctl.workflow.score import Scored
from ikmctl.workflow.tables import Table as Rows

if TYPE_CHECKING:
    from ikmctl.workflow.committee import Tables

_WORDS: Final = ("standing", "result", "because", "reachable", "kind", "selected_now", "remark")
"""Columns whose first word is a fixed word of ours."""
_LIST: Final = "missing"
"""A column of several names, some of which are ours."""


def _cell(rows: Rows, name: str, cell: str, session: Session) -> str:
    """A cell for people: fixed words translated, and what is waited for said to be so."""
    if name in _WORDS:
        return word(session, name, cell)
    if name == _LIST:
        return ", ".join(word(session, name, part) for part in cell.split(", "))
    return session.say("table.awaited") if name in rows.awaited and not cell else cell


def present(rows: Rows, session: Session, title: str = "") -> Table:
    """The table ready to print. csv keeps the untranslated words, for programs to read."""
    names = rows.columns
    body = rows.rows if session.format == "csv" else tuple(
        tuple(_cell(rows, name, cell, session) for name, cell in zip(names, row, strict=True)) for row in rows.rows
    )  # fmt: skip
    facts = rows.name == "participants" and session.lang == "id"
    above = {key: _fact(session, key) if facts else header(session, key) for key in rows.columns}
    columns = tuple(Column(key, above[key], key in rows.numeric) for key in rows.columns)
    return Table(columns, body, title, session.say("table.empty"))


def _fact(session: Session, key: str) -> str:
    """A column of participants as Indonesian offices head it."""
    from ikmctl.sheets.aliases import heading

    return heading(key) if (word := header(session, key)) == key else word


def records(rows: Rows) -> list[Mapping[str, Any]]:
    """The table for JSON: one object a row."""
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def as_data(outcome: Outcome, session: Session) -> Outcome:
    """The same answer with its tables as records, where JSON is asked for."""
    data = outcome.result.data
    if session.format != "json" or data is None:
        return outcome
    tables = getattr(data, "tables", (data,))
    plain = tuple({"table": one.name, "columns": one.columns, "rows": records(one)} for one in tables)
    body = {"formula": data.formula, "tables": plain} if hasattr(data, "tables") else plain[0]
    return replace(outcome, result=replace(outcome.result, data=body))


def title(key: str, session: Session) -> str:
    """What stands above a table: words of `talk`, or of `reasons` for the steps of a method."""
    from ikmctl.render.messages.lookup import catalogue

    return str(catalogue(session.lang, "reasons" if key.startswith("steps.") else "talk")[key])


def shown(data: "Rows | Tables", session: Session) -> Iterator[Piece]:
    """What `show` answers: the table alone, or several under their titles with the formula they follow."""
    if isinstance(data, Rows):
        yield present(data, session)
        return
    if data.formula:
        yield data.formula
    for one in data.tables:
        yield present(one, session, title(one.name, session))


def scored(data: Scored, session: Session) -> Iterator[Piece]:
    """What `score` answers: the table of points, then how many stand where."""
    yield present(data.table, session)
    yield session.facts(
        "score.summary", stage=data.stage, participants=data.participants, eligible=data.eligible,
        pending=data.pending, ineligible=data.ineligible, gone=str(data.gone or ""),
    )  # fmt: skip
