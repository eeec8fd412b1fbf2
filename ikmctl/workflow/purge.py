"""`purge`: destroy the private data of a program after retention, or erase the private row of one person.

Numbers, facts and lists stay, and still verify. The office key and history.csv outlive programs; git
history, backups and built documents are out of reach, which docs/privacy.md says plainly.
"""

from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where, has_errors
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.store.register import read_people, write_people
from ikmctl.workflow.backup import is_due
from ikmctl.workflow.load import Cohort, load, read_text, shown
from ikmctl.workflow.names import masked
from ikmctl.workflow.objections import unanswered
from ikmctl.workflow.result import Result

_SHEETS: Final = (".xlsx", ".xls", ".ods", ".csv")


class PurgeOptions(Struct, frozen=True):
    """The day, and the one person who is erased; None destroys everything private."""

    on: date
    person: str | None = None


class PurgeData(Struct, frozen=True):
    """What goes: private files by name, or one person's row. `sheets` may still hold the person."""

    program: str
    files: tuple[str, ...] = ()
    person: str = ""
    sheets: tuple[str, ...] = ()


def _private_files(paths: CohortPaths) -> tuple[Path, ...]:
    """Files of the private folder that belong to the program alone."""
    kept = {paths.key.resolve(), paths.history.resolve()}
    if not paths.private.is_dir():
        return ()
    found = (path for path in sorted(paths.private.rglob("*")) if path.is_file() or path.is_symlink())
    return tuple(path for path in found if path.resolve() not in kept and path.suffix != ".lock")


def _refusals(cohort: Cohort, options: PurgeOptions) -> tuple[Diagnostic, ...]:
    """What forbids the destruction of everything: an early day, an open objection."""
    place = Where(file=shown(cohort.paths.program))
    day = cohort.program.privacy.retention
    found = unanswered(cohort)
    if day is None:
        return (*found, Diagnostic("IKM620", place))
    if options.on <= day:
        at = cohort.reads["program.yaml"].where(("privacy", "retention"))
        return (*found, Diagnostic("IKM621", at, {"retention": day.isoformat(), "on": options.on.isoformat()}))
    return found


def run(paths: CohortPaths, options: PurgeOptions) -> Result[PurgeData]:
    """Plan a purge; nothing is gone before the changes are written."""
    cohort, problems = load(paths)
    if cohort is None or has_errors(problems):
        return Result(diagnostics=problems)
    if options.person is not None:
        return _erase(cohort, options.person)
    files = _private_files(paths)
    refused = _refusals(cohort, options)
    if not files:
        refused = (*refused, Diagnostic("IKM624", Where(file=shown(paths.private)), {"program": cohort.program.id}))
    if has_errors(refused):
        return Result(diagnostics=(*problems, *refused))
    if is_due(paths):
        problems += (Diagnostic("IKM623", Where(file=shown(paths.people)), severity=Severity.WARNING),)
    data = PurgeData(cohort.program.id, tuple(shown(path) for path in files))
    return Result(data, problems, Changes(dict.fromkeys(files), frozenset(files)))


def _erase(cohort: Cohort, number: str) -> Result[PurgeData]:
    """Take one row out of the register."""
    paths = cohort.paths
    text, faults = read_text(paths.people)
    if text is None:
        missing = Diagnostic("IKM624", Where(file=shown(paths.private)), {"program": cohort.program.id})
        return Result(diagnostics=faults or (missing,))
    people, damaged = read_people(text, shown(paths.people))
    if damaged:
        return Result(diagnostics=tuple(damaged))
    wanted = number.strip().upper()
    left = [person for person in people if person.number != wanted]
    if len(left) == len(people):
        return Result(diagnostics=(Diagnostic("IKM625", Where(file=shown(paths.people)), {"number": masked(wanted)}),))
    others = (path for path in _private_files(paths) if path != paths.people and path.suffix.lower() in _SHEETS)
    data = PurgeData(cohort.program.id, (), wanted, tuple(shown(path) for path in others))
    body = write_people(left).encode()
    return Result(
        data, (), Changes({paths.people: body}, frozenset({paths.people}), base={paths.people: text.encode()})
    )
