"""`ikmctl backup`."""

from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.options import DryRun, On
from ikmctl.cli.session import Session

Target = Annotated[Path, typer.Option("-o", "--output", metavar="FILE")]
Words = Annotated[Path | None, typer.Option("--passphrase-file", metavar="FILE")]


def command(
    session: Session, output: Target, passphrase_file: Words = None, on: On = None, dry_run: DryRun = False
) -> int:
    """The private folder and the office key, encrypted."""
    from ikmctl.cli.passphrase import read_passphrase
    from ikmctl.cli.views.backup import saved
    from ikmctl.workflow.backup import BackupOptions, backup

    options = BackupOptions(output, session.today(on), read_passphrase(session, passphrase_file, twice=True))
    outcome = session.on_cohort(lambda paths: backup(paths, options), writes=not dry_run)
    return session.finish("backup", outcome, saved, dry_run=dry_run)
