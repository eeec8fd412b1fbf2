"""`ikmctl git-textconv`, which git calls to show a workbook as text."""

from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.session import Outcome, Session

File = Annotated[Path, typer.Argument(metavar="FILE")]


def command(session: Session, file: File) -> int:
    """One line for each cell: `Sheet!B2`, a tab, the value."""
    from ikmctl.cli.streams import use_utf8
    from ikmctl.workflow.textconv import run

    use_utf8()  # letters that a console lacks would all read `?`, and git would see no difference
    return session.finish("git-textconv", Outcome(run(file)), lambda lines, _: lines)
