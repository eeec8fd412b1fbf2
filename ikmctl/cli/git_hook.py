"""`ikmctl git-hook`, which git calls before a commit."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ikmctl.cli.session import Outcome, Session

Hook = Annotated[Literal["pre-commit"], typer.Argument(metavar="HOOK")]


def command(session: Session, hook: Hook) -> int:  # noqa: ARG001  # git names the hook; there is one
    """Refuse personal data and lists that do not follow from their inputs."""
    from ikmctl.cli.views.gitsetup import checked
    from ikmctl.workflow.git_setup import before_commit

    return session.finish("git-hook", Outcome(before_commit(Path.cwd())), checked, answer_is_problems=True)
