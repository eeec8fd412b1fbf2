"""`ikmctl restore`."""

from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.options import DryRun
from ikmctl.cli.session import Session

Source = Annotated[Path, typer.Argument(metavar="FILE")]
Words = Annotated[Path | None, typer.Option("--passphrase-file", metavar="FILE")]
Force = Annotated[bool, typer.Option("--force")]


def command(
    session: Session, file: Source, passphrase_file: Words = None, force: Force = False, dry_run: DryRun = False
) -> int:
    """Bring a backup back."""
    from ikmctl.cli.passphrase import read_passphrase
    from ikmctl.cli.views.backup import brought_back
    from ikmctl.workflow.backup import RestoreOptions, restore

    words = read_passphrase(session, passphrase_file, twice=False) if file.is_file() else ""
    options = RestoreOptions(file, words, force)
    outcome = session.on_cohort(lambda paths: restore(paths, options), writes=not dry_run)
    return session.finish("restore", outcome, brought_back, dry_run=dry_run)
