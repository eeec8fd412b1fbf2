"""Who a row speaks of: the identity that the program names, and what makes two rows look alike."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ikmctl.domain.program import Program
from ikmctl.engine.names import firm_words, person_key

BETWEEN: Final = " | "
_FIELD_OF: Final = {"registration": "number"}
_TEXTLESS: Final = frozenset(("nik", "nib", "number"))
"""Identities that are numbers; only the others can be spelled in another way."""


def plain(text: str) -> str:
    """NFKC, casefolded, single-spaced: what text identities are compared by."""
    known = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(known.casefold().split())


@lru_cache(maxsize=16)
def _fields(identity: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_FIELD_OF.get(name, name) for name in identity)


def identity_fields(program: Program) -> tuple[str, ...]:
    """The fields that make one applicant."""
    return _fields(program.identity)


def identity_of(program: Program, values: Mapping[str, str]) -> str:
    """The identity of a row, empty where a part of it is missing."""
    fields = _fields(program.identity)
    if len(fields) == 1 and fields[0] in _TEXTLESS:
        return values.get(fields[0], "").casefold()
    parts = [plain(values.get(name, "")).replace("|", "/") for name in fields]
    return BETWEEN.join(parts) if all(parts) else ""


def spelled(program: Program) -> bool:
    """Whether the identity is text that people may spell in another way."""
    return not _TEXTLESS.issuperset(identity_fields(program))


def alike(identity: str) -> str:
    """Text identities that differ only in signs, legal form, spelling or word order have this in common."""
    return BETWEEN.join(" ".join(sorted(firm_words(part))) for part in identity.split(BETWEEN)) or identity


def contact_of(values: Mapping[str, str]) -> str:
    """Phone and name together, empty where either is missing."""
    name = values.get("name") or values.get("owner_name") or values.get("business_name") or ""
    phone = values.get("phone", "")
    return f"{phone}{BETWEEN}{name_key(name)}" if name and phone else ""


def name_key(name: str) -> str:
    """A name without titles and in one spelling, words sorted: `H. Moh. Soleh, S.Pd.` and `muhammad sholeh` meet."""
    return person_key(name) or plain(name)
