"""objections.yaml: what is wrong in it, and which objections still wait for an answer."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Finding, Param, Severity, has_errors
from ikmctl.store.authored import Read
from ikmctl.store.files import read_objections
from ikmctl.workflow.load import Cohort, read_text, shown

if TYPE_CHECKING:
    from ikmctl.domain.objection import Objection

FILE = "objections.yaml"


class Objections(Struct, frozen=True):
    """The objections of a program, and what is wrong with the file or in it."""

    all: "tuple[Objection, ...]" = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str = ""

    @property
    def open(self) -> "tuple[Objection, ...]":
        """Those that nobody has answered yet."""
        return tuple(one for one in self.all if one.status == "open")


def load_objections(cohort: Cohort) -> Objections:
    """Read objections.yaml of a cohort; without the file there are none."""
    path = cohort.paths.objections
    text, faults = read_text(path)
    if text is None:
        return Objections(diagnostics=faults)
    read = read_objections(text, shown(path))
    found = _checked(read, list(_faults(cohort, read.value or ())))
    return Objections(read.value or (), (*faults, *read.diagnostics, *found), text)


def _checked(read: "Read[tuple[Objection, ...]]", findings: Sequence[Finding]) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic(one.code, read.where(one.path), one.params, one.severity) for one in findings)


def unanswered(cohort: Cohort, severity: Severity = Severity.ERROR, flag: str = "") -> tuple[Diagnostic, ...]:
    """That objections are still open, at the first of them; of a file with errors nobody can say, so those instead."""
    objections = load_objections(cohort)
    if has_errors(objections.diagnostics):
        return objections.diagnostics
    if not objections.open:
        return ()
    read = read_objections(objections.text, shown(cohort.paths.objections))
    first = objections.all.index(objections.open[0])
    params: dict[str, Param] = {
        "count": len(objections.open),
        "ids": ", ".join(str(one.id) for one in objections.open),
        "flag": flag,
    }
    return (Diagnostic("IKM614", read.where((first, "status")), params, severity),)


def _faults(cohort: Cohort, objections: "Sequence[Objection]") -> Iterator[Finding]:
    known = [one.number for one in cohort.participants]
    seen: set[int] = set()
    for index, one in enumerate(objections):
        if one.participant not in known:
            from difflib import get_close_matches

            near = ", ".join(get_close_matches(one.participant, known, 1))
            yield Finding(
                "IKM610", FILE, (index, "participant"), {"id": one.id, "number": one.participant, "near": near}
            )
        if one.id in seen:
            yield Finding("IKM611", FILE, (index, "id"), {"id": one.id})
        seen.add(one.id)
        yield from _days(cohort, index, one)
        if one.status == "accepted" and not _followed(cohort, one):
            params: dict[str, Param] = {"id": one.id, "number": one.participant}
            yield Finding("IKM615", FILE, (index, "status"), params, Severity.WARNING)


def _days(cohort: Cohort, index: int, one: "Objection") -> Iterator[Finding]:
    window = cohort.program.schedule.objection
    if window and not window.start <= one.received <= window.end:
        days: dict[str, Param] = {"id": one.id, "received": one.received.isoformat()}
        days |= {"start": window.start.isoformat(), "end": window.end.isoformat()}
        yield Finding("IKM612", FILE, (index, "received"), days, Severity.WARNING)
    if one.answered and one.answered < one.received:
        days = {"id": one.id, "received": one.received.isoformat(), "answered": one.answered.isoformat()}
        yield Finding("IKM613", FILE, (index, "answered"), days)


def _followed(cohort: Cohort, one: "Objection") -> bool:
    """Whether any decision was taken since the objection came; what it was about is for people to read."""
    return any(decision.on >= one.received for decision in cohort.decisions)
