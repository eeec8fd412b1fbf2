"""What an export may name: fields of the registration, and facts of the result under names of their own."""

from collections.abc import Iterator
from typing import Final

from ikmctl.domain.fields import CATALOGUE
from ikmctl.domain.paper import ExportSpec
from ikmctl.domain.program import Program
from ikmctl.engine.needs import public_fields

RESULTS: Final = (
    "place", "result", "score", "tier", "amount", "track_name", "group_name", "district_name", "regency_name",
)  # fmt: skip
"""Columns that no registration has: place and result on the list, score, prize, and names in place of codes."""
_FIXED: Final = ("number", "track", "track_2", "registered_at", "group")


def known_columns(program: Program) -> tuple[str, ...]:
    """Everything that a column may name."""
    return tuple(dict.fromkeys((*CATALOGUE, *(field.id for field in program.fields), *RESULTS)))


def unknown_columns(program: Program, spec: ExportSpec) -> Iterator[tuple[int, str]]:
    """Columns that nobody knows, with their place in the list."""
    known = set(known_columns(program))
    for index, column in enumerate(spec.columns):
        if column.field is not None and column.field not in known:
            yield index, column.field


def tracked_columns(program: Program) -> frozenset[str]:
    """Columns whose values stand in tracked files: an export of these alone names nobody.

    A sensitive fact stands there only as a band; an export gives the value itself, from the register.
    """
    public = (column.id for column in public_fields(program) if not column.sensitive)
    return frozenset((*_FIXED, *RESULTS, *public))
