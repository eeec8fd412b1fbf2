"""`ikmctl decide`."""

from typing import Annotated, Literal

import typer

from ikmctl.cli.options import By, DryRun, On, Reason, Stage
from ikmctl.cli.session import Session
from ikmctl.domain.decision import Act

Which = Annotated[Act, typer.Argument(metavar="ACT")]
Subjects = Annotated[tuple[str, ...], typer.Argument(metavar="SUBJECT")]
Kind = Annotated[
    Literal["mundur", "tidak_daftar_ulang", "gagal_verifikasi", "meninggal"] | None, typer.Option("--kind")
]
Seat = Annotated[Literal["extra", "quota"] | None, typer.Option("--seat")]
Document = Annotated[str, typer.Option("--document", metavar="REF")]
Mark = Annotated[str | None, typer.Option("--mark", metavar="MARK")]
Item = Annotated[str, typer.Option("--item", metavar="ITEM")]
Judge = Annotated[str, typer.Option("--judge", metavar="JUDGE")]
Fact = Annotated[str | None, typer.Option("--field", metavar="FIELD")]
Old = Annotated[str | None, typer.Option("--old", metavar="VALUE")]
New = Annotated[str | None, typer.Option("--new", metavar="VALUE")]


def command(
    session: Session,
    act: Which,
    subject: Subjects,
    by: By = "",
    reason: Reason = "",
    document: Document = "",
    stage: Stage = None,
    kind: Kind = None,
    seat: Seat = None,
    mark: Mark = None,
    item: Item = "",
    judge: Judge = "",
    field: Fact = None,
    old: Old = None,
    new: New = None,
    on: On = None,
    dry_run: DryRun = False,
) -> int:
    """Append one dated human act."""
    from ikmctl.cli.views.acts import decided
    from ikmctl.workflow.decide import DecideOptions, run

    options = DecideOptions(
        act, subject, by, reason, session.acted(on), document, stage, kind, seat, mark, item, judge, field, old, new
    )
    return session.finish(
        "decide", session.on_cohort(lambda paths: run(paths, options), writes=not dry_run), decided, dry_run=dry_run
    )
