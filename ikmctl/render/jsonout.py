"""Machine output: one object `{"schema", "ok", "diagnostics", "data"}`. Keys are never translated."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import PurePath
from typing import Any

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Severity, sort_key
from ikmctl.domain.numbers import format_decimal
from ikmctl.render.messages.lookup import problem
from ikmctl.render.safe import is_unseen, safe
from ikmctl.render.text import place


def to_plain(value: Any) -> Any:
    """Data of a result as JSON types: exact numbers as text, days ISO, paths with `/`.

    A field declared with `repr=False` holds private data and stays out.
    """
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case Decimal():
            return format_decimal(value)
        case Fraction():
            return str(value)
        case date():
            return value.isoformat()
        case PurePath():
            return value.as_posix()
        case Mapping():
            return {str(key): to_plain(item) for key, item in value.items()}
        case Struct():
            veiled = getattr(value, "veiled", ())
            return {name: to_plain(getattr(value, name)) for name in value.__struct_fields__ if name not in veiled}
        case frozenset() | set():
            return sorted(to_plain(item) for item in value)
        case _ if hasattr(value, "model_dump"):
            return to_plain(value.model_dump(exclude_defaults=True))
        case Iterable():
            return [to_plain(item) for item in value]
    return str(value)


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def dump_json(value: Any) -> str:
    """JSON for people and programs: UTF-8, two blanks deep, keys in the order given.

    Control and direction-changing characters are escaped, so that the text is safe to look at in a terminal.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(_escaped(char) if char != "\n" and is_unseen(char) else char for char in text)


def diagnostic_object(diagnostic: Diagnostic, lang: str) -> dict[str, Any]:
    """One problem; keys that do not apply are left out."""
    where = diagnostic.where
    message, hint = problem(lang, diagnostic)
    facts = {
        "code": diagnostic.code, "severity": diagnostic.severity.value, "file": where.file, "line": where.line,
        "column": where.column, "sheet": where.sheet, "cell": where.cell, "message": message, "hint": hint or None,
    }  # fmt: skip
    return {key: fact for key, fact in facts.items() if fact is not None}


def document(
    command: str, diagnostics: Iterable[Diagnostic], lang: str, *, ok: bool, body: Mapping[str, Any] | None = None
) -> str:
    """The whole answer of a command as JSON text; `body` holds `data`, for writers `written` and `next` too."""
    answer = {
        "schema": f"ikmctl/{command}/1",
        "ok": ok,
        "diagnostics": [diagnostic_object(item, lang) for item in sorted(diagnostics, key=sort_key)],
        "data": None,
        **to_plain(body or {}),
    }
    return dump_json(answer)


_LEVEL: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _escape(words: str, *, attribute: bool = False) -> str:
    shown = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return shown.replace(":", "%3A").replace(",", "%2C") if attribute else shown


def annotation(diagnostic: Diagnostic, lang: str) -> str:
    """One problem as a workflow command that GitHub shows beside the line."""
    where = diagnostic.where
    message, hint = problem(lang, diagnostic)
    spot = {"file": where.file, "line": where.line, "col": where.column, "title": diagnostic.code}
    attributes = ",".join(f"{key}={_escape(safe(str(fact)), attribute=True)}" for key, fact in spot.items() if fact)
    lead = f"{place(where)}: " if where.cell else ""
    body = lead + message + (f"\n{hint}" if hint else "")
    return f"::{_LEVEL[diagnostic.severity]} {attributes}::{_escape(body)}"
