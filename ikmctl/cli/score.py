"""`ikmctl score`."""

from ikmctl.cli.options import DryRun, Stage
from ikmctl.cli.session import Session


def command(session: Session, stage: Stage = None, dry_run: DryRun = False) -> int:
    """Eligibility, points and totals."""
    from ikmctl.cli.views.tables import scored
    from ikmctl.workflow.score import run

    return session.finish("score", session.on_cohort(lambda paths: run(paths, stage)), scored, dry_run=dry_run)
