"""Files that people write: YAML text into frozen models, every problem with its code and place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ikmctl.domain.diagnostic import Diagnostic, Finding, Where, has_errors
from ikmctl.store.nodes import Node, locate, plain
from ikmctl.store.subjects import Place, subject
from ikmctl.store.yamlnodes import read_nodes

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)
Context = Mapping[str, Any]
_MAX_REPORTED: Final = 200
"""Faults of one entry, or of program.yaml, that are placed and named; each costs a walk through its keys."""


class Read(Struct, Generic[T], frozen=True):
    """What a file came to: its value (None where it has errors), and all that was wrong with it."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...]
    node: Node | None
    file: str
    text: str

    def where(self, path: Sequence[str | int]) -> Where:
        """The place in the file that `path` leads to, or its nearest existing ancestor."""
        return Where(self.file) if self.node is None else locate(self.node, path, self.file)

    def place(self, finding: Finding) -> Diagnostic:
        """Give a finding of pure code its line and column in this file."""
        return Diagnostic(finding.code, self.where(finding.path), finding.params, finding.severity)


def read_model(model: type[M], text: str, file: str, context: Context | None = None) -> Read[M]:
    """Read a file that holds one model: a map of keys."""
    node, problems = read_nodes(text, file)
    if node is None:
        problems = problems or [Diagnostic("IKM114", Where(file, 1, 1), subject(None, ()))]
        return Read(None, tuple(problems), node, file, text)
    value, faults = _validate(model, plain(node), Place(node, file, model, context or {}))
    problems += faults
    return Read(None if has_errors(problems) else value, tuple(problems), node, file, text)


def read_list(model: type[M], text: str, file: str, context: Context | None = None) -> Read[tuple[M, ...]]:
    """Read a file that holds a list of models; an empty file is an empty list."""
    node, problems = read_nodes(text, file)
    if node is None:
        return Read(None if problems else (), tuple(problems), node, file, text)
    if node.kind != "list":
        problems.append(Diagnostic("IKM113", locate(node, (), file), subject(node, ())))
        return Read(None, tuple(problems), node, file, text)
    values: list[M] = []
    for index, item in enumerate(node.items):
        value, faults = _validate(model, plain(item), Place(node, file, model, context or {}, (index,)))
        problems += faults
        values += [] if value is None else [value]
    return Read(None if has_errors(problems) else tuple(values), tuple(problems), node, file, text)


def _validate(model: type[M], data: Any, place: Place) -> tuple[M | None, list[Diagnostic]]:
    try:
        return model.model_validate(data, context=dict(place.context)), []
    except ValidationError as fault:
        from ikmctl.store.faults import diagnose

        errors = _own(fault.errors(include_url=False, include_input=False))
        return None, [
            one
            for error in errors[:_MAX_REPORTED]
            for one in diagnose(error["type"], error["loc"], error.get("ctx", {}), place)
        ]


def _own(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list is too short where that is only so because its entries have faults."""
    above = {error["loc"][:steps] for error in errors for steps in range(len(error["loc"]))}
    return [error for error in errors if error["type"] != "too_short" or error["loc"] not in above]


def check(read: Read[T], test: Callable[[T], Iterable[Finding]]) -> Read[T]:
    """Add what `test` finds in the value of a file; findings that are errors take the value away."""
    if read.value is None:
        return read
    found = tuple(read.place(finding) for finding in test(read.value))
    value = None if has_errors(found) else read.value
    return Read(value, read.diagnostics + found, read.node, read.file, read.text)
