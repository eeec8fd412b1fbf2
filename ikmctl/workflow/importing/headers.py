"""Headers that only lists of marks have: training days and sessions, judge, item, mark, value."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ikmctl.domain.program import Program
from ikmctl.engine.sessions import sessions
from ikmctl.sheets.vocabulary import Vocabulary, fold, vocabulary
from ikmctl.workflow.importing.words import COUNTED, DAYS, HISTORY, MONTHS, OUTCOMES, PARTNERS, ROLES, TURNS

SESSION: Final = "session."
"""Target of a column that holds one attendance session: `session.2025-09-29/1`."""
WHO: Final = ("number", "nik", "nib", "name", "business_name", "owner_name")
"""Columns by which a row of marks may name its participant."""
LONG: Final = ("mark", "item", "by", "value")
"""Targets of the columns of a long list, one mark a row."""


def known_headers(program: Program, kind: str, item: str) -> dict[str, str]:
    """Header -> target of everything that lists of one kind have beyond registration columns."""
    plain = {"history": HISTORY, "outcomes": OUTCOMES, "partners": PARTNERS}
    if kind in plain:
        return {header: target for target, headers in plain[kind].items() for header in headers}
    return mark_headers(program, long=kind == "marks", item=item)


def mark_headers(program: Program, *, long: bool, item: str = "") -> dict[str, str]:
    """Header -> target for lists of marks.

    Args:
        program: its training days and items.
        long: whether the file is meant as marks: then the roles of a list with one mark a row are known,
            and an item wins over a registration column of the same name.
        item: the mark that `--item` names, whose items win over those of other marks.
    """
    found: dict[str, str] = {}
    if any(spec.per == "session" for spec in program.marks.values()):
        found |= _session_headers(program)
    if long:
        found |= {header: role for role, headers in ROLES.items() for header in headers}
    words = vocabulary(program)
    own = {header for header in found if (words.target((header,)) or "").startswith("marks.")}
    found = {header: target for header, target in found.items() if header not in own}
    return found | (_items(program, words, item.partition(".")[0]) if long else {})


def _items(program: Program, words: Vocabulary, first: str) -> dict[str, str]:
    """Items of the marks by name, unless the name says who a row speaks of."""
    found: dict[str, str] = {}
    for mark in sorted(program.marks, key=lambda name: name != first):
        for item in program.marks[mark].items:
            if words.target((item,)) not in WHO:
                found.setdefault(fold(item), f"marks.{mark}.{item}")
    return found


def _session_headers(program: Program) -> dict[str, str]:
    found: dict[str, str] = {}
    per_day = program.dates.sessions_per_day if program.dates else 1
    day_number = 0
    for count, session in enumerate(sessions(program), 1):
        day_text, _, turn = session.partition("/")
        day_number += turn == "1"
        for word in COUNTED:
            found.setdefault(f"{word} {count}", SESSION + session)
        counted = (f"{word}{gap}{day_number}" for word in DAYS for gap in ("", " "))
        for name in (*_spellings(date.fromisoformat(day_text)), *counted):
            if per_day == 1:
                found[name] = SESSION + session
            for word in TURNS:
                found[f"{name} {word} {turn}"] = SESSION + session
            found[f"{name} {turn}"] = SESSION + session
    return found


def _spellings(day: date) -> Iterator[str]:
    """`29 september 2025`, `29 9 2025`, `29 sep`, `2025 09 29` and the like, as headers are folded."""
    yield day.isoformat()
    for number in dict.fromkeys((str(day.day), f"{day.day:02d}")):
        for month in (*MONTHS[day.month - 1], str(day.month), f"{day.month:02d}"):
            yield f"{number} {month} {day.year}"
            yield f"{number} {month} {day.year % 100:02d}"
            yield f"{number} {month}"
