"""`ikmctl void`."""

from typing import Annotated, Literal

import typer

from ikmctl.cli.options import By, DryRun, On, Reason, Stage
from ikmctl.cli.session import Session

What = Annotated[Literal["draw"], typer.Argument(metavar="draw")]


def command(
    session: Session,
    what: What,  # noqa: ARG001  # `void draw` reads as a sentence; there is nothing else to void
    stage: Stage = None,
    reason: Reason = "",
    on: On = None,
    by: By = "petugas",
    dry_run: DryRun = False,
) -> int:
    """Cancel the draw in force."""
    from ikmctl.cli.views.acts import recorded
    from ikmctl.workflow import lock

    options = lock.EventOptions(session.acted(on), by, reason, stage)
    outcome = session.on_cohort(lambda paths: lock.void_draw(paths, options), writes=not dry_run)
    return session.finish("void", outcome, recorded, dry_run=dry_run)
