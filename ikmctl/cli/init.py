"""`ikmctl init`."""

from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.options import DryRun, On
from ikmctl.cli.session import Outcome, Session

Id = Annotated[str, typer.Argument(metavar="ID")]
Source = Annotated[str | None, typer.Option("--from", metavar="COHORT")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND")]


def command(
    session: Session, id_: Id, source: Source = None, kind: Kind = "curation", on: On = None, dry_run: DryRun = False
) -> int:
    """A new program."""
    from ikmctl.cli.views.started import started
    from ikmctl.store.layout import find_cohort
    from ikmctl.workflow.init import InitOptions, run
    from ikmctl.workflow.result import Result

    root = Path.cwd()
    copied = find_cohort(root, source, None) if source is not None else None
    if isinstance(copied, tuple):
        return session.finish("init", Outcome(Result(diagnostics=copied, unusable=True)), started)
    options = InitOptions(id_, root, session.today(on), session.lang, copied, kind)
    return session.finish("init", Outcome(run(options), root), started, dry_run=dry_run)
