"""`ikmctl curate`."""

from typing import Annotated

import typer

from ikmctl.cli.options import By, DryRun, On, Reason, Stage
from ikmctl.cli.session import Session

PerTrack = Annotated[int | None, typer.Option("--per-track", metavar="N")]
Plan = Annotated[bool, typer.Option("--plan")]
AcceptPending = Annotated[bool, typer.Option("--accept-pending")]


def command(
    session: Session,
    per_track: PerTrack = None,
    stage: Stage = None,
    plan: Plan = False,
    accept_pending: AcceptPending = False,
    on: On = None,
    by: By = "petugas",
    reason: Reason = "",
    dry_run: DryRun = False,
) -> int:
    """Select, and say why."""
    from ikmctl.cli.views import listing
    from ikmctl.workflow.curate import CurateOptions, run

    options = CurateOptions(session.acted(on), per_track, stage, accept_pending, by, reason, plan)
    outcome = session.on_cohort(lambda paths: run(paths, options), writes=not dry_run)
    return session.finish("curate", outcome, listing.view, dry_run=dry_run)
