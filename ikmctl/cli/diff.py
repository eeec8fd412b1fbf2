"""`ikmctl diff`."""

from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.options import Names
from ikmctl.cli.session import Session

Old = Annotated[str | None, typer.Argument(metavar="REV_A")]
New = Annotated[str | None, typer.Argument(metavar="REV_B")]
Since = Annotated[Path | None, typer.Option("--since", metavar="FILE")]
ExitCode = Annotated[bool, typer.Option("--exit-code")]


def command(
    session: Session,
    old: Old = None,
    new: New = None,
    since: Since = None,
    names: Names = False,
    exit_code: ExitCode = False,
) -> int:
    """What changed, who entered and left, and because of what."""
    from ikmctl.cli.views import difference
    from ikmctl.workflow.difference import DiffOptions, run

    options = DiffOptions(old, new, names=names, exit_code=exit_code, since=since)
    return session.finish("diff", session.on_cohort(lambda paths: run(paths, options)), difference.view)
