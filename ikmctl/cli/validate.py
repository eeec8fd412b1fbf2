"""`ikmctl validate`."""

from typing import Annotated

import typer

from ikmctl.cli.options import All, Strict
from ikmctl.cli.session import Session, every

Only = Annotated[tuple[str, ...], typer.Option("--only", metavar="CHECK")]


def command(session: Session, all_: All = False, only: Only = (), strict: Strict = False) -> int:
    """Every problem in authored and imported files."""
    from ikmctl.cli.views.validated import validated
    from ikmctl.workflow.validate import run

    find = session.on_every if all_ else session.on_cohort
    return session.finish(
        "validate", find(lambda paths: run(paths, only)), every(validated), strict=strict, answer_is_problems=True
    )
