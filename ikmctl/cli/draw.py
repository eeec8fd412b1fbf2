"""`ikmctl draw`."""

from typing import Annotated

import typer

from ikmctl.cli.options import By, DryRun, On, Reason, Stage
from ikmctl.cli.refusal import refuse
from ikmctl.cli.session import Session

Order = Annotated[tuple[str, ...], typer.Argument(metavar="NUMBER")]
Value = Annotated[str, typer.Option("--value", metavar="TEXT")]
Source = Annotated[str, typer.Option("--source", metavar="TEXT")]
ByLot = Annotated[bool, typer.Option("--by-lot")]
Witness = Annotated[str, typer.Option("--witness", metavar="ROLE")]


def command(
    session: Session,
    numbers: Order = (),
    value: Value = "",
    source: Source = "",
    by_lot: ByLot = False,
    witness: Witness = "",
    stage: Stage = None,
    reason: Reason = "",
    on: On = None,
    by: By = "petugas",
    dry_run: DryRun = False,
) -> int:
    """Settle ties by a public value or by lots drawn by hand."""
    from ikmctl.cli.views.acts import recorded
    from ikmctl.workflow import lock

    options = lock.EventOptions(session.acted(on), by, reason, stage)
    if by_lot != bool(numbers) or by_lot == bool(value):
        raise refuse("IKM995")
    if by_lot:
        outcome = session.on_cohort(
            lambda paths: lock.draw_by_lot(paths, numbers, witness, options), writes=not dry_run
        )
    else:
        outcome = session.on_cohort(lambda paths: lock.draw(paths, value, source, options), writes=not dry_run)
    return session.finish("draw", outcome, recorded, dry_run=dry_run)
