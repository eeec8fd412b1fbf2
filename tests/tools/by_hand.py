"""What the people of docs/untuk-petugas.md do in Excel and in an editor, between two commands.

Each function does one such thing in the folder in which the page stands.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

SAMPLE = "../kendal-wub-2025/sample"
PRIVATE = "private"
FIRST_PERSON = 6
LEFT_EMPTY = ("J1", "P041", "Ketepatan waktu")
OBJECTION = (
    "- {{id: 1, participant: P049, received: 2025-10-08, "
    'ground: "nilai saya sama dengan P059", status: {status}, answered: {answered}, answer: "{answer}"}}\n'
)


def _write(path: Path, cells: Mapping[str, Any]) -> None:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for address, value in cells.items():
        sheet[address].value = value
        if isinstance(value, str):
            sheet[address].number_format = "@"
    book.save(path)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def copy_samples(folder: Path) -> None:
    """Lay the workbooks of the example into a new folder `private`."""
    shutil.copytree(folder / SAMPLE, folder / PRIVATE)


def mistype_quota(folder: Path) -> None:
    """Write a word where a number is meant."""
    _replace(
        folder / "program.yaml",
        "{id: furniture, name: Furnitur, quota: 10",
        "{id: furniture, name: Furnitur, quota: sepuluh",
    )


def mend_quota(folder: Path) -> None:
    """Write the number."""
    _replace(folder / "program.yaml", "quota: sepuluh", "quota: 10")


def mend_rejects(folder: Path) -> None:
    """Type every coloured cell of the rejects workbook again."""
    _write(
        folder / PRIVATE / "rejects-pendaftaran.xlsx",
        {
            "C2": "3324205003959900", "C3": "3324072801959901", "C4": "3324174411949902",
            "F5": "8 Juli 1995", "N6": "Furnitur", "O7": 2,
        },
    )  # fmt: skip


def make_mistakes(folder: Path) -> None:
    """Three workbooks as they come: without headers, with a second table, with a blank in the name."""
    book = load_workbook(folder / PRIVATE / "pendaftaran.xlsx")
    book.worksheets[0].delete_rows(1, 4)
    book.save(folder / PRIVATE / "tanpa-judul.xlsx")
    book = load_workbook(folder / PRIVATE / "pendaftaran.xlsx")
    book.copy_worksheet(book.worksheets[0]).title = "Gelombang 2"
    book.save(folder / PRIVATE / "dua-lembar.xlsx")
    shutil.copy(folder / PRIVATE / "post-test.xlsx", folder / PRIVATE / "post test.xlsx")


def _marks_of(folder: Path, judge: str) -> dict[str, tuple[Any, ...]]:
    rows = (
        load_workbook(folder / PRIVATE / "praktik-ecoprint.xlsx").worksheets[0].iter_rows(min_row=5, values_only=True)
    )
    return {str(row[0]): row[3:8] for row in rows if row[2] == judge}


def _judge_marks(folder: Path, judge: str, *, all_cells: bool) -> None:
    path = folder / "reports" / "sheets" / f"curation-{judge}.xlsx"
    book = load_workbook(path)
    sheet, marks = book.worksheets[0], _marks_of(folder, judge)
    heads = [cell.value for cell in sheet[FIRST_PERSON - 1]]
    for row in range(FIRST_PERSON, sheet.max_row + 1):
        number = str(sheet.cell(row, 1).value)
        for item, value in zip(heads[3:8], marks.get(number, ()), strict=False):
            if all_cells or (judge, number, item) != LEFT_EMPTY:
                sheet.cell(row, heads.index(item) + 1).value = value
    book.save(path)


def judges_mark(folder: Path) -> None:
    """The two judges of ecoprint fill in their workbooks, and one of them overlooks a cell."""
    for judge in ("J1", "J2"):
        _judge_marks(folder, judge, all_cells=False)


def judge_completes(folder: Path) -> None:
    """The overlooked cell is filled in."""
    _judge_marks(folder, "J1", all_cells=True)


def date_documents(folder: Path) -> None:
    """The days on which minutes and decree are signed."""
    for number, day in (("500.9/0101/2025", "2025-10-06"), ("500.9/0102/2025", "2025-10-10")):
        _replace(
            folder / "program.yaml", f"number: {number}\n    date: 2025-10-13", f"number: {number}\n    date: {day}"
        )


def write_objection(folder: Path) -> None:
    """An objection is received."""
    text = OBJECTION.format(status="open", answered="null", answer="")
    (folder / "objections.yaml").write_text(text, encoding="utf-8")


def answer_objection(folder: Path) -> None:
    """It is answered."""
    text = OBJECTION.format(
        status="rejected", answered="2025-10-09", answer="urutan keduanya ditentukan undian 3 Oktober 2025"
    )
    (folder / "objections.yaml").write_text(text, encoding="utf-8")


def change_a_mark(folder: Path) -> None:
    """Somebody changes a mark in the file, unseen."""
    _replace(folder / "marks.csv", "P059,post_test,,,72", "P059,post_test,,,92")


def undo_the_change(folder: Path) -> None:
    """The mark is put back."""
    _replace(folder / "marks.csv", "P059,post_test,,,92", "P059,post_test,,,72")


def lose_private(folder: Path) -> None:
    """The folder with the names is deleted."""
    shutil.rmtree(folder / PRIVATE)
