"""`ikmctl show`."""

from typing import Annotated, Literal

import typer

from ikmctl.cli.options import Names, Stage
from ikmctl.cli.session import Outcome, Session

Kind = Literal["participants", "marks", "scores", "shortlist", "quotas", "panel", "pending"]
What = Annotated[Kind, typer.Argument(metavar="WHAT")]
Track = Annotated[str | None, typer.Option("--track", metavar="TRACK")]
Steps = Annotated[bool, typer.Option("--steps")]


def command(
    session: Session,
    what: What,
    track: Track = None,
    stage: Stage = None,
    names: Names = False,
    steps: Steps = False,
) -> int:
    """One table of the cohort, or the few that belong together."""
    from ikmctl.cli.views.tables import as_data, shown

    outcome = _several(session, what, stage) if what == "panel" or steps else _one(session, what, track, stage, names)
    return session.finish("show", as_data(outcome, session), shown)


def _several(session: Session, what: Kind, stage: str | None) -> Outcome:
    from ikmctl.workflow import committee

    return session.on_cohort(lambda paths: (committee.panel if what == "panel" else committee.steps)(paths, stage))


def _one(session: Session, what: Kind, track: str | None, stage: str | None, names: bool) -> Outcome:
    from ikmctl.workflow.show import ShowOptions, run

    return session.on_cohort(lambda paths: run(paths, ShowOptions(what, track, stage, names)))
