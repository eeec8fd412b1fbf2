"""`ikmctl git-setup`."""

from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.session import Outcome, Session

Check = Annotated[bool, typer.Option("--check")]
Undo = Annotated[bool, typer.Option("--undo")]


def command(session: Session, check: Check = False, undo: Undo = False) -> int:
    """Diff drivers, pre-commit hook, a word about open remotes."""
    from ikmctl.cli.views.gitsetup import set_up
    from ikmctl.workflow.git_setup import Mode, run

    mode: Mode = "undo" if undo else "check" if check else "install"
    return session.finish("git-setup", Outcome(run(Path.cwd(), mode)), set_up)
