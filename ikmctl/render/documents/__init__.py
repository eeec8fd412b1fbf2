"""Documents by kind: one module each, one line here. A module is imported when its document is built."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from ikmctl.render.documents.model import Report


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document.

    `forms` are file endings, the usual one first. `official` documents are entered in documents.csv.
    `named` ones carry people's names and need `private/`; `masked` ones show a name and nothing else of a person.
    """

    module: str
    forms: tuple[str, ...]
    official: bool = False
    named: bool = False
    masked: bool = False


DOCUMENTS: Final[Mapping[str, Kind]] = {
    "recap": Kind("recap", ("xlsx",), named=True),
    "announcement": Kind("announcement", ("md", "txt"), official=True, masked=True),
    "rules": Kind("rules", ("md",)),
    "receipts": Kind("receipts", ("md",), named=True),
}


def build(kind: str, report: Report, form: str) -> bytes:
    """The bytes of a document; the same report gives the same bytes."""
    made: bytes = import_module(f"ikmctl.render.documents.{DOCUMENTS[kind].module}").build(report, form)
    return made
