"""Tracks and groups: by id, name or one of the program's aliases."""

import re
from typing import Final

from ikmctl.sheets.fields.base import FieldContext, Parsed, clean, failed, fold, shown
from ikmctl.sheets.fields.near import nearest
from ikmctl.sheets.grid import Cell

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_LEAD: Final = re.compile(r"(?:[0-9]{1,2}|[a-z])[.)]\s+|(?:bidang|jurusan|kelas|sentra|pelatihan)\s+", re.IGNORECASE)
_LIST: Final = 8


def _find(text: str, context: FieldContext) -> str | None:
    """The id that the words name: as they stand, or without `(...)`, `1.` and `Bidang` around them."""
    plain = clean(text)
    bare = _BRACKETS.sub("", plain)
    for spelling in (plain, bare, _LEAD.sub("", bare, count=1)):
        word = fold(spelling)
        hit = context.aliases.get(word) or context.aliases.get(word.replace(" ", ""))
        if hit:
            return hit
    return None


def _parse(cell: Cell, context: FieldContext, code: str) -> Parsed:
    hit = _find(cell.value, context)
    if hit:
        return Parsed(hit)
    near = nearest(fold(cell.value), tuple(context.aliases))
    known = ", ".join(list(dict.fromkeys(context.aliases.values()))[:_LIST])
    return failed(code, found=shown(cell.value, context), known=known, near=context.aliases[near] if near else "")


def track(cell: Cell, context: FieldContext) -> Parsed:
    """Read a track (bidang)."""
    return _parse(cell, context, "IKM278")


def group(cell: Cell, context: FieldContext) -> Parsed:
    """Read a group that nominates, such as a sentra."""
    return _parse(cell, context, "IKM279")


def alias_table(entries: "list[tuple[str, str, tuple[str, ...]]]") -> dict[str, str]:
    """Folded words -> id, from (id, name, aliases), for `FieldContext.aliases`; a word of two ids is left out."""
    table, twice = dict[str, str](), set[str]()
    for ident, name, others in entries:
        for word in (ident, name, *others):
            for key in (fold(word), fold(word).replace(" ", "")):
                if table.setdefault(key, ident) != ident:
                    twice.add(key)
    own = {fold(ident): ident for ident, _, _ in entries}
    return {key: own.get(key, ident) for key, ident in table.items() if key and (key not in twice or key in own)}
