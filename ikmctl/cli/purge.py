"""`ikmctl purge`."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec.structs import replace

from ikmctl.cli.options import DryRun, On
from ikmctl.cli.session import Session

if TYPE_CHECKING:
    from ikmctl.workflow.result import Result

Person = Annotated[str | None, typer.Option("--person", metavar="NUMBER")]
Yes = Annotated[bool, typer.Option("--yes")]


def _agreed(session: Session, result: "Result[Any]") -> "Result[Any]":
    """The result once somebody agreed; without a terminal only `--yes` agrees."""
    from ikmctl.domain.diagnostic import Diagnostic

    if result.changes is None or result.data is None:
        return result
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        refusal = Diagnostic("IKM622")
        return replace(result, data=None, changes=None, diagnostics=(*result.diagnostics, refusal), unusable=True)
    session.problems(result.diagnostics)
    program = result.data.program
    sys.stderr.write(session.say("purge.ask", program=program) + " ")
    sys.stderr.flush()
    if sys.stdin.readline().strip() == program:
        return replace(result, diagnostics=())
    return replace(result, data=None, changes=None, diagnostics=(Diagnostic("IKM626", params={"program": program}),))


def command(session: Session, person: Person = None, yes: Yes = False, on: On = None, dry_run: DryRun = False) -> int:
    """Destroy the private data of a program, or of one person."""
    from ikmctl.cli.views.proof import purged
    from ikmctl.workflow.purge import PurgeOptions, run

    options = PurgeOptions(session.today(on), person)
    outcome = session.on_cohort(lambda paths: run(paths, options), writes=not dry_run)
    if not yes and not dry_run:
        outcome = replace(outcome, result=_agreed(session, outcome.result))
    return session.finish("purge", outcome, purged, dry_run=dry_run)
