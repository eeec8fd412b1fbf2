"""`ikmctl lock`."""

from typing import Annotated, Literal

import typer

from ikmctl.cli.options import By, DryRun, On, Reason, Stage
from ikmctl.cli.session import Session

What = Annotated[Literal["rules", "pool"], typer.Argument(metavar="rules|pool")]


def command(
    session: Session,
    what: What,
    stage: Stage = None,
    reason: Reason = "",
    on: On = None,
    by: By = "petugas",
    dry_run: DryRun = False,
) -> int:
    """Freeze the rules or the pool."""
    from ikmctl.cli.views.acts import recorded
    from ikmctl.workflow import lock

    options = lock.EventOptions(session.acted(on), by, reason, stage)
    outcome = session.on_cohort(lambda paths: lock.lock(paths, what, options), writes=not dry_run)
    return session.finish("lock", outcome, recorded, dry_run=dry_run)
