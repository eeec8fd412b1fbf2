"""`ikmctl announce`."""

from ikmctl.cli.options import By, DryRun, On, Reason, Stage
from ikmctl.cli.session import Session


def command(
    session: Session,
    stage: Stage = None,
    reason: Reason = "",
    on: On = None,
    by: By = "petugas",
    dry_run: DryRun = False,
) -> int:
    """Open the objection window on the proposed list."""
    from ikmctl.cli.views.acts import recorded
    from ikmctl.workflow import lock

    options = lock.EventOptions(session.acted(on), by, reason, stage)
    outcome = session.on_cohort(lambda paths: lock.announce(paths, options), writes=not dry_run)
    return session.finish("announce", outcome, recorded, dry_run=dry_run)
