"""What every use case answers: data to show, problems, and the changes that the command may write."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Generic, TypeVar

from msgspec import Struct, field

from ikmctl.domain.diagnostic import Diagnostic, Param, Severity, has_errors
from ikmctl.store.changes import Changes

T = TypeVar("T")


class Exit(IntEnum):
    """Exit codes of INTERFACE section 1."""

    OK = 0
    PROBLEMS = 1
    UNUSABLE = 2
    BUG = 3
    INTERRUPTED = 130


class Note(Struct, frozen=True):
    """Something worth saying that is no problem: a key of messages/talk with its parameters."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


class Result(Struct, Generic[T], frozen=True):
    """The answer of a use case.

    `next_step` is a literal command line. `failed` marks a difference or refusal that is no diagnostic
    (exit 1); `unusable` a wrong command line or file (exit 2).
    """

    data: T | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    changes: Changes | None = None
    notes: tuple[Note, ...] = ()
    next_step: str = ""
    failed: bool = False
    unusable: bool = False

    def exit_code(self, *, strict: bool = False) -> Exit:
        """The exit code; with `strict` warnings count as problems."""
        if self.unusable:
            return Exit.UNUSABLE
        warned = strict and any(item.severity is Severity.WARNING for item in self.diagnostics)
        return Exit.PROBLEMS if self.failed or warned or has_errors(self.diagnostics) else Exit.OK
