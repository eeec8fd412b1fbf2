"""`ikmctl diff`."""

from typing import Annotated

import typer

from ikmctl.cli.options import Names
from ikmctl.cli.session import Session

Old = Annotated[str | None, typer.Argument(metavar="REV_A")]
New = Annotated[str | None, typer.Argument(metavar="REV_B")]
ExitCode = Annotated[bool, typer.Option("--exit-code")]


def command(
    session: Session, old: Old = None, new: New = None, names: Names = False, exit_code: ExitCode = False
) -> int:
    """What changed, who entered and left, and because of what."""
    from ikmctl.cli.views import difference
    from ikmctl.workflow.difference import DiffOptions, run

    options = DiffOptions(old, new, names=names, exit_code=exit_code)
    return session.finish("diff", session.on_cohort(lambda paths: run(paths, options)), difference.view)
