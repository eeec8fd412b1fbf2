"""`ikmctl status`."""

from ikmctl.cli.options import All
from ikmctl.cli.session import Session, every


def command(session: Session, all_: All = False) -> int:
    """Where the program stands and what comes next."""
    from ikmctl.cli.views.checklist import status
    from ikmctl.workflow.status import run

    find = session.on_every if all_ else session.on_cohort
    return session.finish("status", find(run), every(status))
