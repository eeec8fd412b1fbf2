"""`ikmctl show`."""

from dataclasses import replace
from typing import Annotated, Literal

import typer

from ikmctl.cli.options import Names, Stage
from ikmctl.cli.session import Session

Kind = Literal["participants", "marks", "scores", "shortlist", "quotas", "panel", "pending"]
What = Annotated[Kind, typer.Argument(metavar="WHAT")]
Track = Annotated[str | None, typer.Option("--track", metavar="TRACK")]


def command(session: Session, what: What, track: Track = None, stage: Stage = None, names: Names = False) -> int:
    """One table of the cohort."""
    from ikmctl.cli.views.tables import records, shown
    from ikmctl.workflow.show import ShowOptions, run

    outcome = session.on_cohort(lambda paths: run(paths, ShowOptions(what, track, stage, names)))
    table = outcome.result.data
    if session.format == "json" and table is not None:
        data = {"table": what, "columns": table.columns, "rows": records(table)}
        outcome = replace(outcome, result=replace(outcome.result, data=data))
    return session.finish("show", outcome, shown)
