"""Attendance: pages to sign, and a page to enter codes that import reads back, also out of LibreOffice."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from tools.console import ikmctl
from tools.papers import LONG, NAMES, NIK, SESSIONS, office
from tools.recalculated import recalculated

FILE = "reports/curation-attendance.xlsx"


def made(root: Path, *more: str) -> Any:
    answer = ikmctl(["report", "attendance", "--on", "2025-10-02", *more], root)
    assert answer.code == 0, answer.both
    return load_workbook(root / FILE)


def cells(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_page_to_sign_has_a_line_for_everybody_and_a_column_for_every_session(tmp_path: Path) -> None:
    sheet = made(office(tmp_path))["Tanda tangan"]
    words = cells(sheet)
    # two days of two turns; the day off between them has none
    assert [word for word in words if "sesi" in word] == [
        "Senin\n29/9\nsesi 1", "Senin\n29/9\nsesi 2", "Rabu\n1/10\nsesi 1", "Rabu\n1/10\nsesi 2",
    ]  # fmt: skip
    assert [word for word in words if word in NAMES] == sorted(NAMES)
    names = [cell for row in sheet.iter_rows() for cell in row if cell.value in NAMES.values()]
    assert [cell.value for cell in names] == list(NAMES.values())
    assert {cell.data_type for cell in names} == {"s"}
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (14, 0)  # F4, one page wide
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    long = next(cell for cell in names if cell.value == LONG)
    assert sheet.row_dimensions[long.row].height >= 3 * 15  # 80 characters in a column of 30


def test_nothing_of_the_register_but_names_stands_on_it(tmp_path: Path) -> None:
    words = " ".join(word for sheet in made(office(tmp_path)) for word in cells(sheet))
    assert NIK not in words
    assert "+62" not in words
    assert "1990" not in words


def test_names_stay_out_with_anon(tmp_path: Path) -> None:
    words = {word for sheet in made(office(tmp_path), "--anon") for word in cells(sheet)}
    assert not words & set(NAMES.values())
    assert set(NAMES) <= words


def entered(path: Path, number: str, session: str, code: str) -> None:
    """Type a code into the page to enter."""
    book = load_workbook(path)
    sheet = book["Isi attendance"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "No. peserta")
    column = 2 + SESSIONS.index(session)
    line = next(row for row in sheet.iter_rows(min_row=head[0].row + 1) if row[0].value == number)
    line[column].value = code
    book.save(path)


def test_import_reads_the_page_to_enter_back(tmp_path: Path) -> None:
    root = office(tmp_path)
    made(root)
    before = (root / "marks.csv").read_text().splitlines()
    same = ikmctl(["import", FILE, "--item", "attendance", "--on", "2025-10-02"], root)
    assert same.code == 0, same.both
    assert (root / "marks.csv").read_text().splitlines() == before
    entered(root / FILE, "P006", "2025-10-01/2", "S")
    answer = ikmctl(["import", FILE, "--item", "attendance", "--on", "2025-10-02"], root)
    assert answer.code == 0, answer.both
    after = (root / "marks.csv").read_text().splitlines()
    assert set(after) - set(before) == {"P006,attendance,,2025-10-01/2,S"}


def test_import_reads_it_after_libreoffice_saved_it(tmp_path: Path) -> None:
    root = office(tmp_path)
    made(root)
    entered(root / FILE, "P006", "2025-10-01/2", "A")
    saved = recalculated(root / FILE, tmp_path)
    answer = ikmctl(["import", str(saved), "--item", "attendance", "--on", "2025-10-02"], root)
    assert answer.code == 0, answer.both
    assert "P006,attendance,,2025-10-01/2,A" in (root / "marks.csv").read_text().splitlines()


def test_a_program_without_attendance_marks_still_gets_the_page_to_sign(tmp_path: Path) -> None:
    mark = "  attendance: {per: session, stage: curation, codes: {H: 1, S: 0, I: 0.5, A: 0}}\n"
    root = office(tmp_path)
    program = root / "program.yaml"
    program.write_text(program.read_text().replace(mark, ""))
    rows = (root / "marks.csv").read_text().splitlines()
    (root / "marks.csv").write_text("\n".join(row for row in rows if ",attendance," not in row) + "\n")
    assert made(root).sheetnames == ["Tanda tangan"]


def test_only_the_selected_come_where_the_program_says_so(tmp_path: Path) -> None:
    root = office(tmp_path, "  attendance: {people: selected}\n")
    assert [word for word in cells(made(root)["Tanda tangan"]) if word in NAMES] == ["P001", "P002", "P005"]


def test_who_withdrew_is_not_expected(tmp_path: Path) -> None:
    root = office(tmp_path)
    ikmctl(["decide", "withdraw", "P003", "--by", "Ketua", "--reason", "x", "--on", "2025-10-03"], root)
    assert "P003" not in cells(made(root)["Tanda tangan"])


def test_many_sessions_take_several_pages(tmp_path: Path) -> None:
    root = office(tmp_path, change=("end: 2025-10-01", "end: 2025-10-05"))
    book = made(root)
    # six days of two turns: eight across, then four
    assert book.sheetnames == ["Tanda tangan", "Tanda tangan (2)", "Isi attendance"]
    assert [sum("sesi" in word for word in cells(book[name])) for name in book.sheetnames[:2]] == [8, 4]
    answer = ikmctl(["import", FILE, "--item", "attendance", "--on", "2025-10-02", "-n"], root)
    assert answer.code == 0, answer.both


def test_before_any_list_everybody_signs(tmp_path: Path) -> None:
    root = office(tmp_path)
    for path in (root / "events.yaml", root / "marks.csv"):
        path.unlink()
    assert [word for word in cells(made(root)["Tanda tangan"]) if word in NAMES] == sorted(NAMES)


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    root = office(tmp_path)
    made(root)
    once = (root / FILE).read_bytes()
    (root / FILE).unlink()
    made(root)
    assert (root / FILE).read_bytes() == once
