"""`ikmctl report`."""

from typing import Annotated

import typer

from ikmctl.cli.options import DryRun, On, Out, Stage
from ikmctl.cli.session import Session

Kind = Annotated[str, typer.Argument(metavar="KIND")]
About = Annotated[str, typer.Argument(metavar="ABOUT")]
Anon = Annotated[bool, typer.Option("--anon")]
Number = Annotated[str, typer.Option("--number", metavar="TEXT")]
Template = Annotated[bool, typer.Option("--template")]


def command(
    session: Session,
    kind: Kind,
    about: About = "",
    output: Out = None,
    stage: Stage = None,
    anon: Anon = False,
    number: Number = "",
    template: Template = False,
    on: On = None,
    dry_run: DryRun = False,
) -> int:
    """One document; `monitoring` without a file is shown as tables."""
    if kind == "monitoring" and output is None:
        from ikmctl.cli.views.followed import followed
        from ikmctl.workflow.monitoring import run as follow

        return session.finish("report", session.on_cohort(follow), followed)
    from ikmctl.cli.views.built import built
    from ikmctl.workflow.report import ReportOptions, run

    options = ReportOptions(kind, session.today(on), about, output, stage, anon, number, template)
    outcome = session.on_cohort(lambda paths: run(paths, options), writes=not dry_run)
    return session.finish("report", outcome, built, dry_run=dry_run)
