"""Words of a declared list, one or several in a cell."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, Problem, clean, failed, fold, shown
from ikmctl.sheets.fields.near import nearest
from ikmctl.sheets.grid import Cell

_APART: Final = re.compile(r"[;,|\n\r/]+|\s+(?:dan|and|&)\s+")
_LIST: Final = 6


@lru_cache(maxsize=256)
def _known(values: tuple[str, ...]) -> Mapping[str, str]:
    return {fold(value): value for value in values}


def unknown(text: str, context: FieldContext, code: str = "IKM248") -> Problem:
    """The problem of a word that the list does not know, with the nearest word where there is one."""
    found = shown(text, context)
    near = nearest(fold(text), tuple(_known(context.values)))
    if near:
        return Problem("IKM249", {"found": found, "near": _known(context.values)[near]})
    listed = ", ".join(context.values[:_LIST]) + (", …" if len(context.values) > _LIST else "")
    return Problem(code, {"found": found, "known": listed})


def choice(cell: Cell, context: FieldContext) -> Parsed:
    """Read one word of `values`, whatever its case and punctuation; without a list, any text."""
    plain = clean(cell.value)
    if not plain:
        return BLANK
    if not context.values:
        return Parsed(plain) if "|" not in plain else failed("IKM248", found=shown(plain, context), known="")
    value = _known(context.values).get(fold(plain))
    return Parsed(value) if value else Parsed(None, (unknown(plain, context),))


def _split(text: str, known: Mapping[str, str]) -> list[str]:
    """Cut at commas and the like, but never inside a known word that holds one itself."""
    rest, parts = text, list[str]()
    inner = [value for value in known.values() if _APART.search(value)]
    for value in sorted(inner, key=lambda item: (-len(item), item)):
        pattern = re.compile(r"(?<!\w)" + re.escape(value) + r"(?!\w)", re.IGNORECASE)
        rest, hits = pattern.subn("\n", rest)
        parts += [value] * bool(hits)
    return parts + [piece.strip() for piece in _APART.split(rest) if piece.strip()]


def multi(cell: Cell, context: FieldContext) -> Parsed:
    """Read several words joined by commas, semicolons, line breaks; joined by `|`, in the list's order."""
    known = _known(context.values)
    found, problems = dict[str, None](), list[Problem]()
    raw = "\n".join(clean(line) for line in cell.value.splitlines())
    for piece in _split(raw, known):
        value = known.get(fold(piece)) if known else clean(piece)
        if value:
            found[value] = None
        elif fold(piece):
            problems.append(unknown(piece, context))
    if problems:
        return Parsed(None, tuple(problems))
    ordered = [value for value in context.values if value in found] if known else sorted(found)
    return Parsed("|".join(ordered)) if ordered else BLANK
