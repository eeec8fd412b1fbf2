"""Read all tracked files of a cohort at once, with every problem at its place."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Final, TypeAlias

from msgspec import field

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Diagnostic, Finding, Where
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program
from ikmctl.domain.record import Veiled
from ikmctl.store.atomic import unfinished
from ikmctl.store.authored import Read
from ikmctl.store.files import read_decisions, read_events, read_partners, read_program
from ikmctl.store.layout import CohortPaths
from ikmctl.store.tables import read_marks, read_participants
from ikmctl.store.textfile import load_text

_HEADER_ROWS: Final = 1
Reader: TypeAlias = Callable[[Path], tuple[str | None, tuple[Diagnostic, ...]]]


def shown(path: Path) -> str:
    """A path as the user sees it: relative to where they stand, with `/`."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()


class Cohort(Veiled, frozen=True):
    """A program with everything that was tracked about it. `reads` finds the line of a key."""

    veiled: ClassVar = frozenset({"texts", "reads"})

    paths: CohortPaths
    program: Program
    participants: tuple[Participant, ...] = ()
    marks: tuple[Mark, ...] = ()
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    partners: Partners = field(default_factory=Partners.model_construct)
    texts: Mapping[str, str] = field(default_factory=dict)
    """Text of each tracked file that exists, by name."""
    reads: Mapping[str, Read[Any]] = field(default_factory=dict)

    def where(self, finding: Finding) -> Where:
        """The line and column that a finding of pure code speaks of."""
        read = self.reads.get(finding.document)
        if read is not None:
            return read.where(finding.path)
        return _csv_place(self.paths.root / finding.document, self.texts.get(finding.document, ""), finding.path)

    def diagnose(self, findings: Sequence[Finding]) -> tuple[Diagnostic, ...]:
        """Findings of pure code as diagnostics with places."""
        return tuple(Diagnostic(item.code, self.where(item), item.params, item.severity) for item in findings)


def _csv_place(path: Path, text: str, at: Sequence[str | int]) -> Where:
    """Line and column of a cell in a CSV file of ours (one line per row, no quoted line breaks)."""
    row = next((step for step in at if isinstance(step, int)), None)
    if row is None:
        return Where(file=shown(path))
    lines = text.splitlines()
    line = row + _HEADER_ROWS
    if line >= len(lines):
        return Where(file=shown(path), line=line + 1)
    header, cells = lines[0].split(","), lines[line].split(",")
    name = next((step for step in at if isinstance(step, str)), None)
    if name not in header or len(cells) != len(header):
        return Where(file=shown(path), line=line + 1)
    index = header.index(name)
    start = sum(len(cell) + 1 for cell in cells[:index])
    return Where(file=shown(path), line=line + 1, column=start + 1, length=max(1, len(cells[index])))


def read_text(path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file (None where there is none), or the problem that keeps it from being read."""
    return load_text(path, shown(path))


def load_program(
    paths: CohortPaths, read_file: Reader = read_text
) -> tuple[Read[Program] | None, str, tuple[Diagnostic, ...]]:
    """Read program.yaml alone."""
    text, problems = read_file(paths.program)
    if text is None:
        return None, "", problems or (Diagnostic("IKM553", Where(file=shown(paths.program))),)
    read = read_program(text, shown(paths.program))
    return read, text, problems + read.diagnostics


def _people(
    text: str, paths: CohortPaths, program: Program, like: Cohort | None
) -> tuple[tuple[Participant, ...], list[Diagnostic]]:
    if not text:
        return (), []
    if like and like.program == program and like.texts.get(paths.participants.name) == text:
        return like.participants, []
    return read_participants(text, shown(paths.participants), program)


def load(
    paths: CohortPaths, read_file: Reader = read_text, like: Cohort | None = None
) -> tuple[Cohort | None, tuple[Diagnostic, ...]]:
    """Read a cohort. Without a usable program.yaml there is no cohort; other faults leave it partial.

    Args:
        paths: where the files lie.
        read_file: how a file becomes text; `diff` reads files as they were at a commit.
        like: another state of the cohort; people whose file is the same there are the same objects here.
    """
    read, text, problems = load_program(paths, read_file)
    if read is None or read.value is None:
        return None, problems
    program = read.value
    texts: dict[str, str] = {"program.yaml": text}
    faults = list(problems)

    def tracked(path: Path) -> str:
        body, found = read_file(path)
        faults.extend(found)
        if body is not None:
            texts[path.name] = body
        return body or ""

    decisions = read_decisions(tracked(paths.decisions), shown(paths.decisions))
    events = read_events(tracked(paths.events), shown(paths.events))
    wanted = tracked(paths.partners)
    partners = read_partners(wanted, shown(paths.partners)) if wanted.strip() else None
    people_text, marks_text = tracked(paths.participants), tracked(paths.marks)
    people, people_faults = _people(people_text, paths, program, like)
    marks, mark_faults = read_marks(marks_text, shown(paths.marks)) if marks_text else ((), [])
    faults += [*decisions.diagnostics, *events.diagnostics, *people_faults, *mark_faults]
    faults += [*(partners.diagnostics if partners else ()), *unfinished(paths.root)]
    reads: dict[str, Read[Any]] = {"program.yaml": read, "decisions.yaml": decisions, "events.yaml": events}
    cohort = Cohort(
        paths, program, people, marks, decisions.value or (), events.value or (),
        (partners and partners.value) or Partners.model_construct(), texts,
        {**reads, "partners.yaml": partners} if partners else reads,
    )  # fmt: skip
    return cohort, tuple(faults)
