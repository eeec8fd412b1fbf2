"""`ikmctl init`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ikmctl.cli.options import DryRun, On
from ikmctl.cli.session import Outcome, Session

Id = Annotated[str, typer.Argument(metavar="ID")]
Source = Annotated[str | None, typer.Option("--from", metavar="COHORT")]
Kind = Annotated[str, typer.Option("--kind", metavar="curation|awards|sentra|class|match")]


def _kind(session: Session, named: str, kinds: Sequence[str]) -> str:
    """The kind of program: as named; asked for on a terminal; else the first."""
    if named or not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()) or session.format != "text":
        return named or kinds[0]
    for number, kind in enumerate(kinds, start=1):
        sys.stderr.write(f"  {number}. {kind}: {session.say(f'init.kind.{kind}')}\n")
    sys.stderr.write(session.say("init.ask") + " ")
    sys.stderr.flush()
    typed = sys.stdin.readline().strip()
    return kinds[int(typed) - 1] if typed in map(str, range(1, len(kinds) + 1)) else typed or kinds[0]


def command(
    session: Session, id_: Id, source: Source = None, kind: Kind = "", on: On = None, dry_run: DryRun = False
) -> int:
    """A new program."""
    from ikmctl.cli.views.started import started
    from ikmctl.store.layout import find_cohort
    from ikmctl.workflow.init import KIND_NAMES, InitOptions, run
    from ikmctl.workflow.result import Result

    root = Path.cwd()
    copied = find_cohort(root, source, None) if source is not None else None
    if isinstance(copied, tuple):
        return session.finish("init", Outcome(Result(diagnostics=copied, unusable=True)), started)
    options = InitOptions(
        id_,
        root,
        session.today(on),
        session.lang,
        copied,
        _kind(session, kind, KIND_NAMES) if copied is None else KIND_NAMES[0],
    )
    return session.finish("init", Outcome(run(options), root), started, dry_run=dry_run)
