"""Who a row speaks of: the identity that the program names, and what makes two rows look alike."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from ikmctl.domain.program import Program

BETWEEN: Final = " | "
_FIELD_OF: Final = {"registration": "number"}
_TEXTLESS: Final = frozenset(("nik", "nib", "number"))
"""Identities that are numbers; only the others can be spelled in another way."""
_BEFORE: Final = frozenset((
    "h", "hj", "haji", "hajah", "hjh", "drs", "dra", "dr", "ir", "prof", "kh", "ust", "sdr", "sdri", "bpk", "bapak",
    "bp", "ibu", "ny", "tn", "nn", "r", "rr", "drg",
))  # fmt: skip
"""Titles before a name; those behind it stand after a comma."""
_LEGAL: Final = frozenset(("ud", "cv", "pt", "pd", "kub", "koperasi", "usaha", "toko", "tb", "firma", "fa"))


def plain(text: str) -> str:
    """NFKC, casefolded, single-spaced: what text identities are compared by."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def identity_fields(program: Program) -> tuple[str, ...]:
    """The fields that make one applicant."""
    return tuple(_FIELD_OF.get(name, name) for name in program.identity)


def identity_of(program: Program, values: Mapping[str, str]) -> str:
    """The identity of a row, empty where a part of it is missing."""
    parts = [plain(values.get(name, "")).replace("|", "/") for name in identity_fields(program)]
    return BETWEEN.join(parts) if all(parts) else ""


def spelled(program: Program) -> bool:
    """Whether the identity is text that people may spell in another way."""
    return not _TEXTLESS.issuperset(identity_fields(program))


def alike(identity: str) -> str:
    """Text identities that differ only in signs, legal form or word order have this in common."""
    words = re.findall(r"\w+", identity)
    return " ".join(sorted(word for word in words if word not in _LEGAL)) or identity


def contact_of(values: Mapping[str, str]) -> str:
    """Phone and name together, empty where either is missing."""
    name = values.get("name") or values.get("owner_name") or values.get("business_name") or ""
    phone = values.get("phone", "")
    return f"{phone}{BETWEEN}{name_key(name)}" if name and phone else ""


def name_key(name: str) -> str:
    """A name without titles, signs and single letters, words sorted: `H. Budi S., S.Pd.` and `budi` meet."""
    words = re.findall(r"\w+", plain(name.partition(",")[0]))
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    return " ".join(sorted(word for word in words if len(word) > 1)) or plain(name)
