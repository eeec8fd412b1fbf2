"""`ikmctl verify`."""

from typing import Annotated

import typer

from ikmctl.cli.options import All, Strict
from ikmctl.cli.session import Session, every

Deep = Annotated[bool, typer.Option("--deep")]


def command(session: Session, all_: All = False, deep: Deep = False, strict: Strict = False) -> int:
    """Rebuild the derived files and compare."""
    from ikmctl.cli.views.verified import verified
    from ikmctl.workflow.verify import run

    find = session.on_every if all_ else session.on_cohort
    return session.finish(
        "verify", find(lambda paths: run(paths, deep=deep)), every(verified), strict=strict, answer_is_problems=True
    )
