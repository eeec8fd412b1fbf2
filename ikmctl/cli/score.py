"""`ikmctl score`."""

from typing import Annotated

import typer

from ikmctl.cli.options import DryRun, Stage
from ikmctl.cli.session import Session

Compare = Annotated[bool, typer.Option("--compare")]
Sensitivity = Annotated[int | None, typer.Option("--sensitivity", metavar="N")]


def command(
    session: Session,
    stage: Stage = None,
    compare: Compare = False,
    sensitivity: Sensitivity = None,
    dry_run: DryRun = False,
) -> int:
    """Eligibility, points and totals; with --compare or --sensitivity, what would be otherwise (nothing is written)."""
    from ikmctl.cli.views.tables import as_data, scored, shown

    if compare or sensitivity is not None:
        from ikmctl.workflow import committee

        outcome = session.on_cohort(
            lambda paths: (
                committee.compare(paths, stage) if compare else committee.shift_weights(paths, sensitivity or 0, stage)
            )
        )
        return session.finish("score", as_data(outcome, session), shown)
    from ikmctl.workflow.score import run

    return session.finish(
        "score", session.on_cohort(lambda paths: run(paths, stage), writes=not dry_run), scored, dry_run=dry_run
    )
