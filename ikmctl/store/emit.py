"""YAML out: one flow line per entry, words bare, everything that YAML could mistake in double quotes."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from ikmctl.domain.numbers import format_decimal

_BARE: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_./-]*[A-Za-z0-9_-])?\Z")
_LIKE_A_NUMBER: Final = re.compile(r"[0-9][0-9_.eE+-]*\Z|0[xob]", re.IGNORECASE)
_UNSEEN: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no file may hold as it is (`yamlnodes`) beside that which JSON spells out by itself."""
_WORDS_OF_YAML: Final = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def _in_quotes(value: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def scalar(value: str) -> str:
    """A text as YAML reads it back the same, whichever YAML version or library reads it."""
    bare = _BARE.match(value) and not _LIKE_A_NUMBER.match(value) and value.lower() not in _WORDS_OF_YAML
    return value if bare else _in_quotes(value)


def flow(value: Any, *, quoted: bool = False) -> str:
    """A value in flow style on one line; `quoted` puts any text in quotes."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return format_decimal(value)
        case date():
            return value.isoformat()
        case str():
            return _in_quotes(value) if quoted else scalar(value)
        case Mapping():
            return "{" + ", ".join(f"{scalar(str(key))}: {flow(item)}" for key, item in value.items()) + "}"
        case Sequence():
            return "[" + ", ".join(flow(item) for item in value) + "]"
        case _:
            raise AssertionError(type(value))
