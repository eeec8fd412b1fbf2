"""The workbook of likely doubles: a pair a row, the evidence in plain words, a cell for the answer."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl.domain.diagnostic import Diagnostic, Where, has_errors
from ikmctl.domain.participant import Person
from ikmctl.engine.duplicates import Pair
from ikmctl.render.messages.lookup import reason
from ikmctl.sheets.grid import Grid
from ikmctl.sheets.reader import read_workbook
from ikmctl.sheets.vocabulary import fold
from ikmctl.xlsx import HEADER, INPUT, TEXT, WARN, WRAP, Area, Book

_SHOWN: Final = ("name", "business_name", "identity", "phone", "birth_date", "address", "village")
_HEADS: Final[Mapping[str, Mapping[str, str]]] = {
    "id": {
        "left": "Peserta 1", "right": "Peserta 2", "name": "Nama", "business_name": "Usaha", "identity": "Identitas",
        "phone": "Telepon", "birth_date": "Tanggal lahir", "address": "Alamat", "village": "Desa",
        "evidence": "Yang sama dan yang berbeda", "answer": "Jawaban", "note": "Keterangan", "same": "SAMA",
        "different": "BERBEDA", "sheet": "Jawab",
    },
    "en": {
        "left": "Participant 1", "right": "Participant 2", "name": "Name", "business_name": "Business",
        "identity": "Identity", "phone": "Phone", "birth_date": "Birth date", "address": "Address",
        "village": "Village", "evidence": "What agrees and what differs", "answer": "Answer", "note": "Note",
        "same": "SAME", "different": "DIFFERENT", "sheet": "Answer",
    },
}  # fmt: skip
_SAME: Final = frozenset(("sama", "same", "ya", "yes", "orang yang sama"))
_DIFFERENT: Final = frozenset(("berbeda", "different", "beda", "bukan", "tidak", "no", "lain", "orang lain"))
_WIDTHS: Final = {"evidence": 60, "name": 26, "address": 30, "note": 30}


class AnswerLine(Struct, frozen=True):
    """One answered row: two numbers, the answer, where it stands."""

    left: str
    right: str
    same: bool
    note: str
    where: Where


def answer_book(pairs: Sequence[Pair], people: Mapping[str, Person], language: str) -> bytes:
    """The workbook that asks about every open pair."""
    words = _HEADS[language]
    shown = [
        name for name in _SHOWN if any(_value(people[one], name) for pair in pairs for one in (pair.left, pair.right))
    ]
    columns = [
        "left",
        *(f"{name} 1" for name in shown),
        "right",
        *(f"{name} 2" for name in shown),
        "evidence",
        "answer",
        "note",
    ]
    book = Book(words["sheet"])
    sheet = book.sheet(words["sheet"])
    for index, column in enumerate(columns):
        base, _, side = column.partition(" ")
        sheet.cell(0, index, f"{words[base]} {side}".strip(), HEADER)
        sheet.widths(_WIDTHS.get(base, 18), start=index)
    for line, pair in enumerate(pairs, 1):
        for index, column in enumerate(columns):
            base, _, side = column.partition(" ")
            text = _text(pair, base, people[pair.right if side == "2" or base == "right" else pair.left], language)
            style = INPUT if base in ("answer", "note") else WRAP if base == "evidence" else TEXT
            sheet.cell(line, index, text, WARN if base == "evidence" and pair.zone == "ask" else style)
    at = columns.index("answer")
    sheet.choices(Area(1, at, len(pairs), at), (words["same"], words["different"]))
    sheet.freeze(1, 1)
    return book.to_bytes()


def _text(pair: Pair, column: str, person: Person, language: str) -> str:
    match column:
        case "left" | "right":
            return person.number
        case "evidence":
            return evidence_text(pair, language)
        case "answer" | "note":
            return ""
    return _value(person, column)


def evidence_text(pair: Pair, language: str) -> str:
    """What speaks for one person, then what speaks against it, in plain words."""
    said = sorted(pair.evidence, key=lambda item: -item.bits)
    return "; ".join(reason(language, f"duplicate.{item.field}.{item.level}", {}) for item in said)


def _value(person: Person, name: str) -> str:
    if name == "identity":
        return person.private.get("nik") or person.identity
    if name == "name":
        return person.private.get("name") or person.private.get("owner_name", "")
    return person.private.get(name, "")


def read_answer_book(path: Path) -> tuple[list[AnswerLine], list[Diagnostic]]:
    """The answered rows of a workbook; rows without an answer wait for the next time."""
    grids, problems = read_workbook(path)
    if has_errors(problems) or not grids:
        return [], problems
    for grid in grids:
        for row in range(min(grid.height, 10)):
            columns = _columns(grid, row)
            if columns is not None:
                return _lines(grid, row, columns, problems)
    return [], [*problems, Diagnostic("IKM343", Where(path.name))]


def _columns(grid: Grid, row: int) -> Mapping[str, int] | None:
    """Where the numbers, the answer and the note stand, if this row is the header."""
    heads = {fold(grid.cell(row, column).value): column for column in range(grid.width)}
    for words in _HEADS.values():
        found = {name: heads.get(fold(words[name])) for name in ("left", "right", "answer", "note")}
        if all(found[name] is not None for name in ("left", "right", "answer")):
            return {name: column for name, column in found.items() if column is not None}
    return None


def _lines(
    grid: Grid, header: int, columns: Mapping[str, int], problems: list[Diagnostic]
) -> tuple[list[AnswerLine], list[Diagnostic]]:
    lines = []
    for row in range(header + 1, grid.height):
        cells = {name: grid.cell(row, column) for name, column in columns.items()}
        answer = fold(cells["answer"].value)
        if not answer:
            continue
        place = Where(grid.file, sheet=grid.sheet or None, cell=cells["answer"].address)
        if answer not in _SAME | _DIFFERENT:
            problems.append(Diagnostic("IKM341", place, {"found": cells["answer"].value}))
            continue
        left, right = (cells[name].value.strip().upper() for name in ("left", "right"))
        note = cells["note"].value if "note" in cells else ""
        lines.append(AnswerLine(left, right, answer in _SAME, note, place))
    return lines, problems
