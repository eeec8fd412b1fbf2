"""`ikmctl audit-kit`."""

from ikmctl.cli.options import DryRun, Out
from ikmctl.cli.session import Session


def command(session: Session, output: Out = None, dry_run: DryRun = False) -> int:
    """A zip with which a stranger recomputes the list."""
    from ikmctl.cli.views.proof import packed
    from ikmctl.workflow.audit_kit import run

    outcome = session.on_cohort(lambda paths: run(paths, output), writes=not dry_run)
    return session.finish("audit-kit", outcome, packed, dry_run=dry_run)
