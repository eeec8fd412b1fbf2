"""What an import took, and where every row went."""

from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.workflow.import_data import FileReport, ImportData

_MANY = 12


def _few(numbers: tuple[str, ...]) -> str:
    return ", ".join(numbers[:_MANY]) + (f", ... ({len(numbers)})" if len(numbers) > _MANY else "")


def _file(report: FileReport, session: Session) -> Iterator[str]:
    yield session.say("import.file", file=report.file, sheet=report.sheet, row=report.header_row)
    if report.columns:
        yield session.say("import.columns", columns=", ".join(f"{c.field} = {c.header}" for c in report.columns))
    if report.unknown:
        yield session.say("import.unknown", headers=", ".join(report.unknown))
    for guess in report.confirm:
        yield session.say("import.confirm", header=guess.header, field=guess.field, command=guess.command)
    for kind in ("skipped", "merged"):
        for row in getattr(report, f"{kind}_rows"):
            yield session.say(f"import.row.{kind}", row=row.row, why=row.why, into=row.into)
    yield session.say(
        "import.rows", rows=report.rows, kept=report.kept, merged=report.merged, rejected=report.rejected,
        skipped=report.skipped,
    )  # fmt: skip


def view(data: ImportData, session: Session) -> Iterator[Piece]:
    """File by file, then person by person in numbers."""
    for report in data.files:
        yield from _file(report, session)
        yield ""
    for change in data.changed[:_MANY] if not session.verbose else data.changed:
        key = "import.changed.private" if change.private else "import.changed"
        yield session.say(key, number=change.number, field=change.field, old=change.old or "-", new=change.new or "-")
    for kind in ("absent", "removed"):
        if numbers := getattr(data, kind):
            yield session.say(f"import.{kind}", numbers=_few(numbers))
    for file in data.rejects:
        yield session.say("import.rejects", file=file)
    yield session.say(
        "import.people", new=len(data.new), changed=len(data.changed_people), same=len(data.same), kind=data.kind
    )
