"""`ikmctl sheets`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ikmctl.cli.options import By, DryRun, On, Reason, Stage
from ikmctl.cli.session import Session

Action = Annotated[Literal["blank", "make", "collect"], typer.Argument(metavar="blank|make|collect")]
Files = Annotated[tuple[Path, ...], typer.Argument(metavar="[FILE]")]
Blind = Annotated[bool, typer.Option("--blind")]
Combined = Annotated[bool, typer.Option("--combined")]
Print = Annotated[bool, typer.Option("--print")]


def command(
    session: Session,
    action: Action,
    files: Files = (),
    stage: Stage = None,
    blind: Blind = False,
    combined: Combined = False,
    print_: Print = False,
    on: On = None,
    by: By = "petugas",
    reason: Reason = "",
    dry_run: DryRun = False,
) -> int:
    """Forms out, forms back."""
    from ikmctl.cli.views import sheets as views

    if action == "collect":
        from ikmctl.workflow.sheet_collect import CollectOptions, run

        options = CollectOptions(session.acted(on), by, reason)
        outcome = session.on_cohort(lambda paths: run(paths, files, options), writes=not dry_run)
        return session.finish("sheets", outcome, views.collected, dry_run=dry_run)
    if action == "make":
        from ikmctl.workflow.sheet_make import MakeOptions
        from ikmctl.workflow.sheet_make import run as make

        wanted = MakeOptions(stage, blind, combined, print_)
        outcome = session.on_cohort(lambda paths: make(paths, wanted), writes=not dry_run)
        return session.finish("sheets", outcome, views.made, dry_run=dry_run)
    from ikmctl.workflow.sheet_blank import run as blank

    outcome = session.on_cohort(blank, writes=not dry_run)
    return session.finish("sheets", outcome, views.blank, dry_run=dry_run)
