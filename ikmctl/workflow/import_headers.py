"""Headers that only lists of marks have: training days and sessions, judge, item, mark, value."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ikmctl.domain.program import Program
from ikmctl.engine.sessions import sessions
from ikmctl.sheets.vocabulary import Vocabulary, fold, vocabulary

SESSION: Final = "session."
"""Target of a column that holds one attendance session: `session.2025-09-29/1`."""
WHO: Final = ("number", "nik", "nib", "name", "business_name", "owner_name")
"""Columns by which a row of marks may name its participant."""
LONG: Final = ("mark", "item", "by", "value")
"""Targets of the columns of a long list, one mark a row."""

_ROLES: Final[dict[str, tuple[str, ...]]] = {
    "by": (
        "by", "juri", "nama juri", "kode juri", "penilai", "nama penilai", "asesor", "assessor", "judge", "sesi",
        "session", "hari", "pertemuan", "tanggal", "tgl", "hari tanggal", "pertemuan ke", "hari ke", "sesi ke",
    ),
    "item": ("item", "aspek", "unsur", "butir", "aspek penilaian", "unsur penilaian", "komponen", "komponen penilaian"),
    "mark": ("mark", "jenis nilai", "jenis penilaian", "ujian", "tes", "nama tes"),
    "value": ("value", "hasil penilaian", "nilai mentah", "kehadiran", "status kehadiran", "status hadir"),
}  # fmt: skip
_MONTHS: Final = (
    ("januari", "jan", "january"), ("februari", "feb", "february"), ("maret", "mar", "march"), ("april", "apr"),
    ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"), ("agustus", "agu", "agt", "ags", "aug", "august"),
    ("september", "sep", "sept"), ("oktober", "okt", "oct", "october"), ("november", "nov", "nop", "nopember"),
    ("desember", "des", "dec", "december"),
)  # fmt: skip
_TURNS: Final = ("sesi", "sesi ke", "session", "s")
_COUNTED: Final = ("sesi", "pertemuan", "session", "sesi ke", "pertemuan ke", "meeting")
_DAYS: Final = ("hari", "hari ke", "day", "h", "d")


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
        found |= {header: role for role, headers in _ROLES.items() for header in headers}
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
        for word in _COUNTED:
            found.setdefault(f"{word} {count}", SESSION + session)
        counted = (f"{word}{gap}{day_number}" for word in _DAYS for gap in ("", " "))
        for name in (*_spellings(date.fromisoformat(day_text)), *counted):
            if per_day == 1:
                found[name] = SESSION + session
            for word in _TURNS:
                found[f"{name} {word} {turn}"] = SESSION + session
            found[f"{name} {turn}"] = SESSION + session
    return found


def _spellings(day: date) -> Iterator[str]:
    """`29 september 2025`, `29 9 2025`, `29 sep`, `2025 09 29` and the like, as headers are folded."""
    yield day.isoformat()
    for number in dict.fromkeys((str(day.day), f"{day.day:02d}")):
        for month in (*_MONTHS[day.month - 1], str(day.month), f"{day.month:02d}"):
            yield f"{number} {month} {day.year}"
            yield f"{number} {month} {day.year % 100:02d}"
            yield f"{number} {month}"
