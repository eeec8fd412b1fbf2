"""`ikmctl explain`."""

from typing import Annotated

import typer

from ikmctl.cli.options import Stage
from ikmctl.cli.session import Outcome, Session

Subject = Annotated[str, typer.Argument(metavar="SUBJECT")]
WhatIf = Annotated[bool, typer.Option("--what-if")]


def command(session: Session, subject: Subject, stage: Stage = None, what_if: WhatIf = False) -> int:
    """Why somebody is in or out, what a code means, what a key is."""
    from ikmctl.cli.views import explained
    from ikmctl.workflow.explain import ExplainOptions, may_be_person, near_to, run

    options = ExplainOptions(subject, stage, what_if, session.lang)
    known = run(None, options)  # codes and keys are explained anywhere; a person only in a program
    outcome = Outcome(known)
    if known.unusable and may_be_person(subject):
        found = session.on_cohort(lambda paths: run(paths, options))
        outcome = outcome if found.root is None and near_to(subject) else found
    return session.finish("explain", outcome, explained.view)
