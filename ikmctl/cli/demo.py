"""`ikmctl demo`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.session import Outcome, Session

Directory = Annotated[Path | None, typer.Argument(metavar="DIR")]


def command(session: Session, directory_: Directory = None) -> int:
    """The whole road on made-up people."""
    from ikmctl.cli.views.demo import view
    from ikmctl.store.layout import PRIVATE_VARIABLE
    from ikmctl.workflow.demo import run

    os.environ.pop(PRIVATE_VARIABLE, None)  # made-up people must not enter the register of an office
    return session.finish("demo", Outcome(run(directory_)), view)
