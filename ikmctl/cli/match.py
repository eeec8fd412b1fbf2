"""`ikmctl match`."""

from ikmctl.cli.options import DryRun, Names, Stage
from ikmctl.cli.session import Session


def command(session: Session, stage: Stage = None, names: Names = False, dry_run: DryRun = False) -> int:
    """Members beside demand lines."""
    from ikmctl.cli.views import matched
    from ikmctl.workflow.match import run

    outcome = session.on_cohort(lambda paths: run(paths, stage, names=names), writes=not dry_run)
    return session.finish("match", outcome, matched.view, dry_run=dry_run)
