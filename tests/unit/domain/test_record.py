"""Records: what they show of themselves, what they hold where nothing was said, and the words they are kept under."""

import pkgutil
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from typing import Any, ClassVar

import pytest
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from ikmctl import domain
from ikmctl.domain.diagnostic import NOWHERE, Severity, Where
from ikmctl.domain.ledger import KINDS
from ikmctl.domain.match import Why
from ikmctl.domain.outcome import SOURCES
from ikmctl.domain.record import Veiled
from ikmctl.domain.selection import Because

DEFAULTS = {
    "Where.length": 1, "Diagnostic.where": NOWHERE, "Diagnostic.severity": "error", "Finding.severity": "error",
    "Verdict.severity": "reject", "ScoreCard.unit": 1, "Entry.unit": 1, "TieBlock.place": "selected",
}  # fmt: skip
CHOSEN = "place floor decision draw reserve"
REFUSED = "quota ceiling owed group combination"


class Sealed(Veiled, frozen=True):
    veiled: ClassVar[frozenset[str]] = frozenset(("name",))

    number: str
    name: str
    age: int


def test_a_record_is_printed_without_what_is_veiled() -> None:
    assert repr(Sealed("P1", "Siti", 30)) == "Sealed(number='P1', age=30)"


def records() -> Iterator[type[Struct]]:
    """Every record of the domain."""
    for found in pkgutil.iter_modules(domain.__path__, f"{domain.__name__}."):
        for one in vars(import_module(found.name)).values():
            if isinstance(one, type) and issubclass(one, Struct) and one.__module__ == found.name:
                yield one


def test_what_nobody_said_is_empty_but_for_a_few() -> None:
    stated: dict[str, Any] = {
        f"{record.__name__}.{one.name}": one.default
        for record in records()
        for one in fields(record)
        if one.default is not NODEFAULT
    }
    assert len(stated) > len(DEFAULTS)
    assert {name: value for name, value in stated.items() if value not in (None, "", (), False)} == DEFAULTS
    assert Where() == NOWHERE


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Because, f"{CHOSEN} ineligible pending {REFUSED} ticket waiting withdrawn disqualified"),
        (Why, "score tie full busy"),
        (Severity, "error warning note"),
        (KINDS, "participants marks outcomes partners history check"),
        (SOURCES, "self visit document unreached"),
    ],
)  # fmt: skip
def test_words_that_stand_in_files(kind: type[Enum] | tuple[str, ...], words: str) -> None:
    assert [str(getattr(one, "value", one)) for one in kind] == words.split()
