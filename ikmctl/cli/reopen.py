"""`ikmctl reopen`."""

from ikmctl.cli.options import By, Decree, DryRun, On, Reason, Stage
from ikmctl.cli.session import Session


def command(
    session: Session,
    decree: Decree,
    stage: Stage = None,
    reason: Reason = "",
    on: On = None,
    by: By = "petugas",
    dry_run: DryRun = False,
) -> int:
    """Return a decided list to proposed."""
    from ikmctl.cli.views.acts import recorded
    from ikmctl.workflow import lock

    options = lock.EventOptions(session.acted(on), by, reason, stage)
    outcome = session.on_cohort(lambda paths: lock.reopen(paths, decree, options), writes=not dry_run)
    return session.finish("reopen", outcome, recorded, dry_run=dry_run)
