"""Files of every kind by their bytes; what cannot be read says what to do."""

import io
import os
from pathlib import Path

import openpyxl
import pytest
from hostile import books

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets import reader
from ikmctl.sheets.reader import read_bytes, read_workbook, unquoted_name


def codes(path: Path, sheet: str | None = None) -> list[str]:
    grids, problems = read_workbook(path, sheet)
    assert bool(grids) != any(problem.severity is Severity.ERROR for problem in problems)
    return [problem.code for problem in problems]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "peserta.xlsx"
    path.write_bytes(books.xlsx(books.sheet(books.table())))
    return path


def test_missing_file_lists_files_of_a_similar_name(good: Path) -> None:
    grids, (problem,) = read_workbook(good.with_name("pesrta.xlsx"))
    assert (grids, problem.code, problem.where.file, problem.params["near"]) == (
        [], "IKM200", "pesrta.xlsx", "`peserta.xlsx`",
    )  # fmt: skip
    assert problem.params["mended"] == ""
    _, (problem,) = read_workbook(good.with_name("rejects-peserta.xlsx"))
    assert problem.params["mended"] == "rejects-peserta.xlsx", "it goes once its rows are in"
    _, (problem,) = read_workbook(good.with_name("lain.xlsx"))
    assert problem.params["near"] == ""
    _, (problem,) = read_workbook(good.parent / "tidak" / "ada.xlsx")
    assert problem.code == "IKM200"


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["IKM201"]


def test_device_in_place_of_a_file() -> None:
    assert codes(Path(os.devnull)) == ["IKM204"]


def test_name_with_spaces_without_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Data peserta baru.xlsx").write_bytes(b"x")
    Path("lain.csv").write_bytes(b"x")
    cut = [Path(word) for word in ("lain.csv", "Data", "peserta", "baru.xlsx")]
    assert unquoted_name(cut) == "Data peserta baru.xlsx"
    assert unquoted_name([Path("lain.csv"), Path("tiada.xlsx")]) is None


def test_file_that_may_not_be_read(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    grids, (problem,) = read_workbook(good)
    assert (grids, problem.code, problem.params["why"]) == ([], "IKM203", "Permission denied")


def test_size_is_looked_at_before_anything_is_read(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_FILE", 100)
    monkeypatch.setattr(Path, "read_bytes", None)
    assert codes(good) == ["IKM208"]


def test_what_a_file_is_is_told_by_its_bytes(good: Path) -> None:
    wrong = good.with_suffix(".csv")
    wrong.write_bytes(good.read_bytes())
    (grid,) = read_workbook(wrong)[0]
    assert grid.cell(1, 1).value == "3324016708909001"


def test_sheet_by_name_in_any_case_also_a_hidden_one() -> None:
    pages = [books.sheet(books.row(1, (name,))) for name in ("satu", "dua", "tiga")]
    data = books.xlsx(*pages, names=[("Satu", ""), ("Dua", ' state="hidden"'), ("Tiga", "")])
    grids, notes = read_bytes(data, "a.xlsx")
    assert [grid.sheet for grid in grids] == ["Satu", "Tiga"]
    assert [(note.code, note.severity) for note in notes] == [("IKM215", Severity.NOTE)]
    grids, notes = read_bytes(data, "a.xlsx", sheet=" dua ")
    assert [(grid.sheet, grid.cell(0, 0).value) for grid in grids] == [("Dua", "dua")]
    assert notes == []


def test_sheet_that_is_not_there_lists_those_that_are() -> None:
    data = books.xlsx(books.sheet(books.table()), names=[("Form &amp; 1", "")])
    grids, (problem,) = read_bytes(data, "a.xlsx", sheet="Data")
    assert (grids, problem.code, problem.params["name"], problem.params["sheets"]) == (
        [],
        "IKM213",
        "Data",
        "`Form & 1`",
    )
    for data in (books.ods(books.ods_table()), books.xls(books.xls_table())):
        assert read_bytes(data, "a", sheet="Lain")[1][0].params["sheets"] == "`Data`"
        assert read_bytes(data, "a", sheet="DATA")[0][0].sheet == "Data"


def test_a_csv_file_has_no_sheets() -> None:
    grids, (problem,) = read_bytes(b"NIK,Nama\n1,Siti\n", "a.csv", sheet="Data")
    assert (problem.code, problem.severity) == ("IKM213", Severity.WARNING)
    assert grids[0].sheet == ""


@pytest.mark.parametrize(
    "make", [lambda r: books.xlsx(books.sheet(r)), lambda r: books.xlsx(books.sheet(r + "<!-- -->"))]
)
def test_addresses_are_those_of_excel_wherever_the_table_starts(make: object) -> None:
    data = make(
        '<row r="4"><c r="C4" t="inlineStr"><is><t>NIK</t></is></c></row><row r="9"><c r="C9"><v>5</v></c></row>'
    )  # type: ignore[operator]  # a lambda
    (grid,) = read_bytes(data, "a.xlsx")[0]
    assert grid.cell(3, 2) == ("NIK", "text", "C4")
    assert grid.cell(8, 2) == ("5", "number", "C9")
    assert (grid.height, grid.width) == (9, 3)


def test_error_cells_and_formulas_without_result_are_seen() -> None:
    cells = (
        '<c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>1+1</f></c><c r="C2"><f>1+1</f><v>2</v></c>'
        '<c r="D2" t="str"><f>A1</f><v></v></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    (grid,) = read_bytes(books.xlsx(books.sheet(books.row(1, ("a",)) + f'<row r="2">{cells}</row>')), "a.xlsx")[0]
    found = [tuple(grid.cell(1, column))[:2] for column in range(5)]
    assert found == [("#N/A", "error"), ("", "formula"), ("2", "number"), ("", "empty"), ("#DIV/0!", "error")]


@pytest.mark.parametrize("value", ["", "<v/>", "<v />", "<v></v>", "<v> </v>"])
def test_a_formula_whose_result_is_empty_has_none_unless_it_is_a_text(value: str) -> None:
    cells = f'<c r="A2"><f>2+3</f>{value}</c><c r="B2" t="str"><f>A1&amp;""</f><v/></c><c r="C2"><v>7</v></c>'
    (grid,) = read_bytes(books.xlsx(books.sheet(books.row(1, ("a",)) + f'<row r="2">{cells}</row>')), "a.xlsx")[0]
    assert [grid.cell(1, column).kind for column in range(3)] == ["formula", "empty", "number"]


def test_formulas_as_openpyxl_writes_them_are_not_blank() -> None:
    book = openpyxl.Workbook()
    book.active.append(["NIK", "Nilai"])
    book.active.append(["=1+1", '=HYPERLINK("x")'])
    out = io.BytesIO()
    book.save(out)
    (grid,) = read_bytes(out.getvalue(), "a.xlsx")[0]
    assert [grid.cell(1, column).kind for column in range(2)] == ["formula", "formula"]


def test_error_cells_of_old_workbooks_are_seen() -> None:
    error = books.record(0x205, bytes((1, 0, 2, 0, 0, 0, 0x2A, 1)))
    (grid,) = read_bytes(books.xls(books.xls_table().replace(books.label(1, 2, books.PEOPLE[0][2]), error)), "a.xls")[0]
    assert grid.cell(1, 2) == ("#N/A", "error", "C2")


def test_hidden_rows_and_columns_that_hold_something() -> None:
    rows = books.row(1, books.HEADER) + books.row(2, books.PEOPLE[0], ' hidden="1"') + '<row r="9" hidden="1"/>'
    columns = '<cols><col min="2" max="2" hidden="1"/><col min="9" max="20" hidden="true"/></cols>'
    (grid,), (note,) = read_bytes(books.xlsx(books.sheet(rows, before=columns)), "a.xlsx")
    assert (note.code, note.severity, note.params["what"]) == ("IKM216", Severity.WARNING, "`2`, `B`")
    assert grid.height == 2


def test_many_hidden_rows_are_counted() -> None:
    rows = books.row(1, books.HEADER) + "".join(books.row(n, books.PEOPLE[0], ' hidden="1"') for n in range(2, 22))
    _, (note,) = read_bytes(books.xlsx(books.sheet(rows)), "a.xlsx")
    assert note.params["what"] == "`2`, `3`, `4`, `5`, `6` +15"


def test_days_from_1904_are_flagged() -> None:
    for setting, expected in (('<workbookPr date1904="1"/>', True), ("<workbookPr/>", False)):
        (grid,) = read_bytes(books.xlsx(books.sheet(books.table()), properties=setting), "a.xlsx")[0]
        assert grid.epoch_1904 is expected


@pytest.mark.parametrize(
    ("data", "way"),
    [
        (b"%PDF-1.7", "copy"),
        (b"\x89PNG\r\n", "copy"),
        (b"Rar!", "unpack"),
        (b"<html><table>", "save"),
        (b"{\\rtf1", "copy"),
    ],
)
def test_what_is_no_spreadsheet_is_told_the_one_way_to_a_table(data: bytes, way: str) -> None:
    _, (problem,) = read_bytes(data, "peserta.xlsx")
    assert problem.code == "IKM204"
    assert [name for name in ("copy", "unpack", "save") if problem.params[name]] == [way]
