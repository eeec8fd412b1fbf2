"""What checks look at, and the short ways in which they say what they found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ikmctl.domain.decision import Decision
from ikmctl.domain.diagnostic import Finding, Param, Severity
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.partner import Partners
from ikmctl.domain.program import Program, Stage
from ikmctl.domain.source import Source

Path: TypeAlias = tuple[str | int, ...]


class Inputs(Struct, frozen=True):
    """Everything that people wrote or imported: the files in the order of their lines."""

    program: Program
    participants: tuple[Participant, ...] = ()
    marks: tuple[Mark, ...] = ()
    decisions: tuple[Decision, ...] = ()
    events: tuple[Event, ...] = ()
    partners: Partners = field(default_factory=Partners.model_construct)


Check: TypeAlias = Callable[[Inputs], Iterable[Finding]]


def in_program(code: str, *path: str | int, **params: Param) -> Finding:
    """A fault in program.yaml."""
    return Finding(code, "program.yaml", path, params)


def warning(finding: Finding) -> Finding:
    """The same, as a warning."""
    return replace(finding, severity=Severity.WARNING)


def note(finding: Finding) -> Finding:
    """The same, as a note."""
    return replace(finding, severity=Severity.NOTE)


def stages(program: Program) -> Iterator[tuple[Path, Stage]]:
    """Each stage with its path."""
    for index, stage in enumerate(program.stages):
        yield ("stages", index), stage


def sources(program: Program) -> Iterator[tuple[Path, Stage, Source]]:
    """Each source that a stage names, with its path."""
    for path, stage in stages(program):
        for index, criterion in enumerate(stage.criteria):
            yield (*path, "criteria", index, "source"), stage, criterion.source
        for index, by in enumerate(stage.order):
            yield (*path, "order", index, "by"), stage, by.by


def listed(names: Iterable[str]) -> str:
    """Known names in one line; a dash where there are none."""
    return ", ".join(names) or "-"


def some(numbers: Sequence[str], most: int = 10) -> str:
    """The first few of many numbers."""
    return ", ".join(numbers[:most]) + (", ..." if len(numbers) > most else "")


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like `name`, else the first one, else a dash."""
    from difflib import get_close_matches

    names = list(known)
    return next(iter(get_close_matches(name, names, 1)), names[0] if names else "-")
