"""Problems as people read them: place, what was found, the line with a caret, how to mend it."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where, sort_key
from ikmctl.render.messages.lookup import problem, text
from ikmctl.render.safe import columns, safe
from ikmctl.render.style import Style

_READABLE: Final = frozenset((".yaml", ".yml", ".csv"))
_ROOM: Final = 96
"""Characters of an excerpt; a longer line is cut around the caret."""
_AROUND: Final = 400
"""Characters before and behind the caret that are searched for private data, well beyond what is shown."""
_OF_VALUES: Final = "IKM2"
"""What codes about spreadsheets and their fields begin with."""
_FEW: Final = 3
"""Warnings of one kind in one column that are shown one by one."""
_MOST: Final = 4_000_000


def place(where: Where) -> str:
    """`program.yaml:7:12`, or for a cell `peserta.xlsx!Form!F23`, as spreadsheet people write it."""
    if where.file is None:
        return ""
    if where.cell is not None or where.sheet is not None:
        return safe("!".join(part for part in (where.file, where.sheet, where.cell) if part))
    numbers = [str(part) for part in (where.line, where.column) if part is not None]
    return ":".join((safe(where.file), *numbers))


def _lines(file: str) -> tuple[str, ...]:
    """The lines of a tracked text file; nothing of a private or unreadable one."""
    path = Path(file)
    if path.suffix not in _READABLE or "private" in path.parts:
        return ()
    try:
        state = path.stat()
        return _read(str(path.absolute()), state.st_mtime_ns, state.st_size) if state.st_size <= _MOST else ()
    except OSError:
        return ()


@lru_cache(maxsize=8)
def _read(file: str, changed: int, size: int) -> tuple[str, ...]:  # noqa: ARG001  # they tell versions of a file apart
    return tuple(Path(file).read_bytes().decode("utf-8", errors="replace").split("\n"))


def _masked(line: str, column: int) -> str:
    """The line with `#` for the letters and digits of anything that may be a NIK, a phone or an e-mail address.

    Of a long line, only what lies around the caret is looked at: nothing else is shown.
    """
    start, stop = max(0, column - _AROUND), column + _AROUND
    return line[:start] + _hidden(line[start:stop]) + line[stop:]


def _hidden(line: str) -> str:
    from ikmctl.engine.privacy import scan

    for sight in scan(line):
        start, stop = sight.column - 1, sight.column - 1 + sight.length
        hidden = "".join("#" if char.isalnum() else char for char in line[start:stop])
        line = line[:start] + hidden + line[stop:]
    return line


def excerpt(where: Where, line: str) -> list[str]:
    """The line with a caret under the place, `7 |     quota: ten` and `  |            ^^^`."""
    column = min(max(where.column or 1, 1), len(line) + 1)
    length = max(1, min(where.length, len(line) - column + 1))
    start = max(0, column - 1 - _ROOM // 2) if len(line) > _ROOM else 0
    stop = start + _ROOM
    before, inside = safe(line[start : column - 1]), safe(line[column - 1 : min(column - 1 + length, stop)])
    lead, tail = ("..." if start else ""), ("..." if stop < len(line) else "")
    body = lead + before + inside + safe(line[column - 1 + length : stop].rstrip("\r")) + tail
    gutter = str(where.line)
    blank = " " * len(gutter)
    shown = [f"{gutter} | {body}".rstrip()]
    if where.column is not None:
        shown.append(f"{blank} | {' ' * columns(lead + before)}{'^' * max(1, columns(inside))}")
    return shown


def _aloud(line: str) -> str:
    """An excerpt for screen readers: `7: quota: ten`. The place names the column; a caret is noise there."""
    number, _, words = line.partition(" | ")
    return number + ": " + " ".join(words.split())


def block(diagnostic: Diagnostic, lang: str, style: Style) -> str:
    """One problem as a block of lines."""
    where = diagnostic.where
    message, hint = problem(lang, diagnostic)
    word = text(lang, f"severity.{diagnostic.severity.value}")
    at = place(where)
    head = f"{word}[{diagnostic.code}]"
    lines = [f"{style.paint('strong', at + ':')} " if at else ""]
    lines[0] += f"{style.paint(diagnostic.severity.value, head)}: {message}"
    if where.file and where.line is not None and where.cell is None:
        source = _lines(where.file)
        if 0 < where.line <= len(source):
            shown = excerpt(where, _masked(source[where.line - 1], where.column or 1))
            lines += [_aloud(shown[0])] if style.plain else shown
    if hint:
        lines.append(f"{style.paint('hint', text(lang, 'hint') + ':')} {hint}")
    return "\n".join(lines)


def count(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """`2 errors, 1 warning`; empty where there is nothing to count."""
    found = Counter(item.severity for item in diagnostics)
    return ", ".join(
        text(lang, f"count.{severity.value}", count=found[severity]) for severity in Severity if found[severity]
    )


def _column(item: Diagnostic) -> tuple[str, ...]:
    """What a warning about a value shares with its like in the same column; empty for all else.

    Gaps and people, of other codes, are named one by one.
    """
    where = item.where
    if where.cell is None or item.severity is Severity.ERROR or not item.code.startswith(_OF_VALUES):
        return ()
    return item.code, where.file or "", where.sheet or "", where.cell.rstrip("0123456789")


def blocks(diagnostics: Iterable[Diagnostic], lang: str, style: Style, most: int | None = None) -> str:
    """All problems, sorted by place, a blank line between them, the count last; each problem once.

    Args:
        diagnostics: what was found.
        lang: the language of the texts.
        style: how the stream is written.
        most: problems of one kind in one file that are shown; a line says how many there are besides. A warning that
            comes again and again in one column of a sheet is then shown once.
    """
    found: dict[str, Diagnostic] = {}
    for item in sorted(diagnostics, key=sort_key):
        found.setdefault(block(item, lang, style), item)
    columns_of = Counter() if most is None else Counter(_column(item) for item in found.values())
    told: set[tuple[str, ...]] = set()
    shown: list[str] = []
    seen: Counter[tuple[str, str]] = Counter()
    for words, item in found.items():
        column = _column(item)
        if column and columns_of[column] > _FEW:
            if column not in told:
                shown.append(f"{words}\n{text(lang, 'problems.column', count=columns_of[column] - 1)}")
            told.add(column)
            continue
        kind = (item.where.file or "", item.code)
        seen[kind] += 1
        if most is None or seen[kind] <= most:
            shown.append(words)
    for (file, code), times in seen.items():
        if most is not None and times > most:
            shown.append(text(lang, "problems.more", count=times - most, code=code, file=file))
    return "\n\n".join([*shown, count(found.values(), lang)]) if shown else ""
