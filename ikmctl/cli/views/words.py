"""Fixed words of tables in the chosen language."""

from ikmctl.cli.session import Session
from ikmctl.render.messages.lookup import catalogue


def header(session: Session, key: str) -> str:
    """What stands above a column; ids of criteria and fields stay as they are."""
    return str(catalogue(session.lang, "talk").get(f"column.{key}", key))


def word(session: Session, column: str, value: str) -> str:
    """A fixed word in the chosen language; what follows it (`floor gender`) stays."""
    head, blank, tail = value.partition(" ")
    found = catalogue(session.lang, "talk").get(f"{column}.{head}")
    return f"{found}{blank}{tail}" if found else value
