"""`ikmctl duplicates`."""

from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.options import By, DryRun, On
from ikmctl.cli.session import Session

AnswerBook = Annotated[Path | None, typer.Option("--answer", metavar="FILE.xlsx")]


def command(
    session: Session, answer: AnswerBook = None, on: On = None, by: By = "petugas", dry_run: DryRun = False
) -> int:
    """Likely the same person or business, with the evidence."""
    from ikmctl.cli.views.duplicates import view
    from ikmctl.workflow.duplicates import DuplicatesOptions, run

    options = DuplicatesOptions(session.today(on), by, answer, "en" if session.lang == "en" else "id")
    outcome = session.on_cohort(lambda paths: run(paths, options), writes=not dry_run)
    return session.finish("duplicates", outcome, view, dry_run=dry_run)
