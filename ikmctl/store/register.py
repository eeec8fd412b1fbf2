"""The private files: people.csv (who is behind a number), the office key and history.csv.

None of them is ever tracked by git. people.csv keeps every identity that a number ever had, so that a
corrected NIK stays the same participant; history.csv knows people only by a keyed digest.
"""

import csv
import hashlib
import hmac
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.domain.participant import Person, is_number
from ikmctl.store.oserrors import explain

KEY_BYTES: Final = 32
_HEAD: Final = ("number", "identity", "former")
_HISTORY: Final = ("mac", "program", "year", "kind", "list", "on")
_ANSWERS: Final = ("left", "right", "answer", "on", "by", "note")
_BETWEEN_FORMER: Final = "\n"
_BROKEN: Final = re.compile(r"[0-9][.,][0-9]+E\+[0-9]+\Z", re.IGNORECASE)
_YEAR: Final = re.compile(r"[0-9]{1,9}\Z")
_MAC_TAG: Final = b"ikmctl/history/v1\n"


class Helped(Struct, frozen=True, order=True):
    """One line of history.csv: somebody who was trained or helped before, known by a keyed digest.

    `list` is a short name of the list that said so, `on` the day on which it came in.
    """

    mac: str
    program: str
    year: int
    kind: str
    list: str
    on: str


class Answer(Struct, frozen=True, order=True):
    """Somebody's answer about two participants, smaller number first: one and the same, or different."""

    left: str
    right: str
    same: bool
    on: str
    by: str = ""
    note: str = ""


def write_people(people: Iterable[Person]) -> str:
    """people.csv: number, identity, former identities one a line, then every other column a to z."""
    people = sorted(people, key=lambda person: number_key(person.number))
    columns = sorted({name for person in people for name, value in person.private.items() if value})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*_HEAD, *columns))
    for person in people:
        former = _BETWEEN_FORMER.join(person.former)
        writer.writerow((person.number, person.identity, former, *(person.private.get(name, "") for name in columns)))
    return out.getvalue()


@lru_cache(maxsize=65_536)
def number_key(number: str) -> tuple[str, int, str]:
    """Order of participant numbers: `P2` stands before `P10`."""
    digits = re.search(r"[0-9]+\Z", number)
    return (number[: digits.start()], int(digits[0]), number) if digits else (number, 0, number)


def _at(code: str, file: str, line: int = 0, **params: str) -> Diagnostic:
    """A fault of a private file. The line is told in words alone, so that no output prints what stands there."""
    return Diagnostic(code, Where(file=file), {"line": str(line or ""), **params})


def _rows(text: str, file: str, code: str = "IKM310") -> tuple[dict[int, list[str]], list[Diagnostic]]:
    """The rows by the line on which each begins. Even without people there is a header, so an empty file is damaged."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows: dict[int, list[str]] = {}
    line = 1
    try:
        for row in reader:
            rows[line] = row
            line = reader.line_num + 1
    except csv.Error:
        return {}, [_at(code, file)]
    return rows, [] if rows else [_at(code, file)]


def read_people(text: str, file: str) -> tuple[tuple[Person, ...], list[Diagnostic]]:
    """Read people.csv; a file that Excel re-saved is refused, because Excel destroys NIKs."""
    rows, problems = _rows(text, file)
    if not rows:
        return (), problems
    header = rows.pop(1)
    if tuple(header[:3]) != _HEAD or len(set(header)) != len(header):
        return (), [_at("IKM310", file, 1)]
    people: dict[str, Person] = {}
    for line, row in rows.items():
        if len(row) != len(header) or not is_number(row[0]) or any(_BROKEN.match(cell) for cell in row):
            problems.append(_at("IKM310", file, line))
        elif row[0] in people:
            problems.append(_at("IKM311", file, line, id=row[0]))
        else:
            people[row[0]] = _person(header, row)
    return (() if problems else tuple(people.values())), problems


def _person(header: Sequence[str], row: Sequence[str]) -> Person:
    private = {name: value for name, value in zip(header[3:], row[3:], strict=True) if value}
    return Person(row[0], row[1], tuple(part for part in row[2].split(_BETWEEN_FORMER) if part), private)


def read_key(path: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """The office key, None where there is none yet; a damaged key is a problem, never replaced."""
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [explain(error, path.name)]
    return (key, []) if len(key) == KEY_BYTES else (None, [Diagnostic("IKM312", Where(file=path.name))])


def keyed(key: bytes, *parts: str) -> str:
    """HMAC-SHA256 of `parts` under the office key, in hex. Without the key it tells nothing."""
    return hmac.new(key, "\n".join(parts).encode(), hashlib.sha256).hexdigest()


def mac_of(key: bytes, identity: str) -> str:
    """How history.csv knows a person; the same over all programs of the office."""
    return hmac.new(key, _MAC_TAG + identity.encode(), hashlib.sha256).hexdigest()


def write_history(lines: Iterable[Helped]) -> str:
    """history.csv, each line once, sorted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HISTORY)
    for line in sorted(set(lines)):
        writer.writerow((line.mac, line.program, line.year, line.kind, line.list, line.on))
    return out.getvalue()


def read_history(text: str, file: str) -> tuple[tuple[Helped, ...], list[Diagnostic]]:
    """Read history.csv."""
    rows, problems = _rows(text, file, "IKM313")
    if not rows:
        return (), problems
    if tuple(rows.pop(1)) != _HISTORY:
        return (), [_at("IKM313", file, 1)]
    lines = []
    for number, row in rows.items():
        if len(row) != len(_HISTORY) or not _YEAR.match(row[2]) or not is_day(row[5]):
            problems.append(_at("IKM313", file, number))
        else:
            lines.append(Helped(row[0], row[1], int(row[2]), row[3], row[4], row[5]))
    return tuple(lines), problems


def write_answers(answers: Iterable[Answer]) -> str:
    """duplicates.csv, sorted by the two numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_ANSWERS)
    for one in sorted(answers):
        writer.writerow((one.left, one.right, "same" if one.same else "different", one.on, one.by, one.note))
    return out.getvalue()


def read_answers(text: str, file: str) -> tuple[tuple[Answer, ...], list[Diagnostic]]:
    """Read duplicates.csv."""
    rows, problems = _rows(text, file, "IKM340")
    if not rows:
        return (), problems
    if tuple(rows.pop(1)) != _ANSWERS:
        return (), [_at("IKM340", file, 1)]
    answers = []
    for number, row in rows.items():
        if len(row) != len(_ANSWERS) or row[2] not in ("same", "different") or not is_day(row[3]):
            problems.append(_at("IKM340", file, number))
        else:
            answers.append(Answer(row[0], row[1], row[2] == "same", row[3], row[4], row[5]))
    return tuple(answers), problems


def is_day(text: str) -> bool:
    """Whether a text is a day as the private files write it."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
