"""What an import took, and where every row went."""

import textwrap
from collections.abc import Iterator

from ikmctl.cli.session import Piece, Session
from ikmctl.cli.views.moves import lists_moved
from ikmctl.cli.views.words import header
from ikmctl.render.messages.lookup import has_text
from ikmctl.workflow.importing.data import FileReport, ImportData, Values

_MANY = 12


def _few(numbers: tuple[str, ...]) -> str:
    return ", ".join(numbers[:_MANY]) + (f", ... ({len(numbers)})" if len(numbers) > _MANY else "")


def _why(key: str, session: Session) -> str:
    """Why a row was skipped or merged; codes of problems stay as they are."""
    return session.say(f"import.why.{key}") if has_text(session.lang, f"import.why.{key}") else key


def _called(field: str, session: Session) -> str:
    """A field as offices head its column, in Indonesian; its id is English."""
    if session.lang != "id":
        return field
    from ikmctl.sheets.aliases import heading

    known = heading(field)
    return header(session, field) if known == field else known


def _wrapped(words: str, session: Session) -> str:
    """A long list of columns, folded to the width of the terminal."""
    return textwrap.fill(words, session.out.width, subsequent_indent="    ", break_on_hyphens=False)


def _file(report: FileReport, session: Session) -> Iterator[str]:
    yield session.say("import.file", file=report.file, sheet=report.sheet, row=report.header_row)
    if report.columns:
        taken = ", ".join(f"{_called(column.field, session)} = {column.header}" for column in report.columns)
        yield _wrapped(session.say("import.columns", columns=taken), session)
    if report.unknown:
        yield _wrapped(session.say("import.unknown", headers=", ".join(report.unknown)), session)
    for guess in report.confirm:
        yield session.say("import.confirm", header=guess.header, field=_called(guess.field, session))
    for command in dict.fromkeys(guess.command for guess in report.confirm):
        yield session.say("import.confirm.all", command=command)
    for kind in ("skipped", "merged"):
        for row in getattr(report, f"{kind}_rows"):
            yield session.say(f"import.row.{kind}", row=row.row, why=_why(row.why, session), into=row.into)
    yield session.facts(
        "import.rows", rows=report.rows, kept=report.kept, merged=report.merged, rejected=report.rejected,
        skipped=report.skipped,
    )  # fmt: skip


def view(data: ImportData, session: Session, *, dry_run: bool = False) -> Iterator[Piece]:
    """File by file, then person by person in numbers."""
    for report in data.files:
        yield from _file(report, session)
        yield ""
    for change in data.changed[:_MANY] if not session.verbose else data.changed:
        key = "import.changed.private" if change.private else "import.changed"
        field = _called(change.field, session)
        yield session.say(key, number=change.number, field=field, old=change.old or "-", new=change.new or "-")
    yield from lists_moved(data.moved, session)
    for kind in ("absent", "removed"):
        if numbers := getattr(data, kind):
            yield session.say(f"import.{kind}", numbers=_few(numbers))
    for file in data.rejects:
        yield session.say("import.rejects.planned" if dry_run else "import.rejects", file=file)
    counted = data.values or Values(len(data.new), len(data.changed_people), len(data.same))
    yield session.facts(
        "import.refused" if data.refused else "import.people",
        new=counted.new,
        changed=counted.changed,
        same=counted.same,
        kind=session.say(f"import.kind.{data.kind}"),
    )
