"""`ikmctl import`."""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from ikmctl.cli.options import By, DryRun, On, Reason
from ikmctl.cli.refusal import refuse
from ikmctl.cli.session import Session

Files = Annotated[tuple[Path, ...], typer.Argument(metavar="FILE")]
As = Annotated[Literal["participants", "marks", "outcomes", "partners", "history"] | None, typer.Option("--as")]
Item = Annotated[str | None, typer.Option("--item", metavar="MARK")]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME")]
Maps = Annotated[tuple[str, ...], typer.Option("--map", metavar="FIELD=HEADER")]
Removals = Annotated[bool, typer.Option("--allow-removals")]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME")]
Judge = Annotated[str, typer.Option("--judge", metavar="JUDGE")]
ListName = Annotated[str, typer.Option("--list", metavar="NAME")]
Year = Annotated[int | None, typer.Option("--year", metavar="YEAR")]


def _pairs(maps: tuple[str, ...]) -> dict[str, str]:
    """`--map nik=No KTP`: the field, then the header as it stands in the sheet."""
    found: dict[str, str] = {}
    for field, _, header in (pair.partition("=") for pair in maps):
        if not field or not header:
            raise refuse("IKM996", found=f"{field}={header}" if header else field)
        if found.setdefault(field, header) != header:
            raise refuse("IKM642", field=field, first=found[field], second=header)
    return found


def command(
    session: Session,
    files: Files,
    as_: As = None,
    item: Item = None,
    sheet: Sheet = None,
    map_: Maps = (),
    allow_removals: Removals = False,
    judge: Judge = "",
    list_name: ListName = "",
    year: Year = None,
    encoding: Encoding = None,
    on: On = None,
    by: By = "petugas",
    reason: Reason = "",
    dry_run: DryRun = False,
) -> int:
    """Read spreadsheets."""
    maps = _pairs(map_)
    from ikmctl.cli.progress import counter
    from ikmctl.cli.views import imported
    from ikmctl.workflow.import_ import run
    from ikmctl.workflow.importing.data import ImportOptions

    options = ImportOptions(
        on=session.acted(on), as_=as_, item=item, sheet=sheet, maps=maps, allow_removals=allow_removals,
        reason=reason, encoding=encoding, by=by, judge=judge, language="en" if session.lang == "en" else "id",
        list_name=list_name, year=year, dry_run=dry_run,
    )  # fmt: skip
    outcome = session.on_cohort(lambda paths: run(paths, files, options, counter(session)), writes=not dry_run)
    return session.finish("import", outcome, partial(imported.view, dry_run=dry_run), dry_run=dry_run)
