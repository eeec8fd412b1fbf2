"""Letters that no font of the printed page has: an empty box stands in their place, and the office hears of it."""

from collections.abc import Collection, Iterator

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity
from ikmctl.engine.checks.base import some
from ikmctl.render.documents.model import Report


def boxed(report: Report, *, everybody: bool) -> Iterator[Diagnostic]:
    """Whose name, of those on the page, holds such a letter, and whether the words of the office do."""
    from ikmctl.render.documents.typeset import lacking

    names = {number: report.names.get(number, "") for number in _printed(report, everybody=everybody)}
    words = tuple(_office(report))
    boxes = lacking((*names.values(), *words))
    people = some([number for number, name in names.items() if not boxes.isdisjoint(name)])
    own = any(not boxes.isdisjoint(word) for word in words)
    if people or own:
        params: dict[str, Param] = {"people": people, "own": "1" if own else ""}
        params |= {"both": "1" if people and own else ""}
        yield Diagnostic("IKM697", params=params, severity=Severity.WARNING)


def _printed(report: Report, *, everybody: bool) -> Collection[str]:
    """Those whose name is on the page: one, everybody, or those on the list and those decided about."""
    if report.about:
        return (report.about,)
    if everybody:
        return sorted(report.selection.entries)
    listed = {entry.number for entry in (*report.selection.selected, *report.selection.reserves)}
    return sorted(listed.union(*((one.id or "", *one.ids) for one in report.history.decisions)))


def _office(report: Report) -> Iterator[str]:
    program = report.program
    yield from (program.title, program.organizer, program.documents.place, *program.documents.letterhead)
    yield from (track.name for track in program.all_tracks)
    yield from (part for one in report.spec.signers for part in (one.role, one.name, one.rank))
