"""Forms that were made, and what came back in them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ikmctl.cli.session import Session
from ikmctl.cli.views.moves import lists_moved

if TYPE_CHECKING:
    from ikmctl.workflow.sheet_blank import Blank
    from ikmctl.workflow.sheet_collect import Collected
    from ikmctl.workflow.sheet_make import Made


def blank(data: "Blank", session: Session) -> Iterator[str]:
    """One line for each form."""
    for label, file in data.forms:
        yield session.say("sheets.blank" if label else "sheets.blank.registration", label=label, file=file)


def _of(judge: str) -> dict[str, str]:
    """Whose sheet it is: that of one judge, or one for all of them."""
    return {"judge": "", "all": judge} if judge == "*" else {"judge": judge, "all": ""}


def made(data: "Made", session: Session) -> Iterator[str]:
    """One line for each workbook."""
    for judge, file, people, columns in data.sheets:
        yield session.say("sheets.made", **_of(judge), file=file, people=people, columns=columns)


def collected(data: "Collected", session: Session) -> Iterator[str]:
    """One line for each workbook, then what it came to."""
    for sheet in data.sheets:
        yield session.say(
            "sheets.collected",
            **_of(sheet.judge),
            file=sheet.file,
            marks=sheet.marks,
            gaps=sheet.gaps,
            faults=sheet.faults,
        )
    yield from lists_moved(data.moved, session)
    yield session.say("sheets.sum", new=data.new, changed=data.changed, same=data.same)
