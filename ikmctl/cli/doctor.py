"""`ikmctl doctor`."""

import time
from pathlib import Path

from ikmctl.cli.session import Outcome, Session


def command(session: Session) -> int:
    """What this computer lacks and how to get it."""
    from ikmctl.cli.views.health import view
    from ikmctl.workflow.doctor import run

    return session.finish("doctor", Outcome(run(Path.cwd(), time.time())), view)
