"""`ikmctl verify`."""

from ikmctl.cli.options import All
from ikmctl.cli.session import Session, every


def command(session: Session, all_: All = False) -> int:
    """Rebuild the derived files and compare."""
    from ikmctl.cli.views.verified import verified
    from ikmctl.workflow.verify import run

    find = session.on_every if all_ else session.on_cohort
    return session.finish("verify", find(run), every(verified), answer_is_problems=True)
