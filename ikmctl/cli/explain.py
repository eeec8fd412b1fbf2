"""`ikmctl explain`."""

from typing import Annotated

import typer

from ikmctl.cli.options import Stage
from ikmctl.cli.session import Session

Subject = Annotated[str, typer.Argument(metavar="SUBJECT")]
WhatIf = Annotated[bool, typer.Option("--what-if")]


def command(session: Session, subject: Subject, stage: Stage = None, what_if: WhatIf = False) -> int:
    """Why somebody is in or out, what a code means, what a key is."""
    from ikmctl.cli.views import explained
    from ikmctl.workflow.explain import ExplainOptions, run

    outcome = session.on_cohort(lambda paths: run(paths, ExplainOptions(subject, stage, what_if)))
    return session.finish("explain", outcome, explained.view)
