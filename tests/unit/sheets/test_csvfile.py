"""CSV is read strictly, and mended only where the damage leaves no doubt."""

import pytest

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets import csvfile
from ikmctl.sheets.csvfile import read_csv

LINES = ["Nama,NIK,HP", "Siti,3324016708909001,0812-0000-1001", "Budi,3324011203859002,0812-0000-1002"]
ROWS = [line.split(",") for line in LINES]
PLAIN = "\n".join(LINES)


def rows(text: str | bytes, encoding: str | None = None) -> list[list[str]]:
    grid, problems = read_csv(text if isinstance(text, bytes) else text.encode(), "a.csv", encoding)
    assert grid is not None, problems
    assert [problem.code for problem in problems] == []
    return [list(row) for row in grid.rows]


def refused(data: bytes, encoding: str | None = None) -> tuple[str, str | None]:
    grid, (problem,) = read_csv(data, "a.csv", encoding)
    assert grid is None
    assert problem.severity is Severity.ERROR
    assert problem.where.line is None, "a line would be shown, and it holds private data"
    return problem.code, problem.where.cell


def mended(text: str) -> list[list[str]]:
    grid, (note,) = read_csv(text.encode(), "a.csv")
    assert grid is not None
    assert (note.code, note.severity) == ("IKM228", Severity.NOTE)
    return [list(row) for row in grid.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_separators_line_ends_and_byte_order_mark(separator: str, end: str, mark: str) -> None:
    assert rows(mark + end.join(line.replace(",", separator) for line in LINES) + end) == ROWS


def test_commas_inside_values_do_not_decide_the_separator() -> None:
    text = "Nama;Alamat;Omzet\nSiti;Jl. Melati 3, Kendal;1,5\nBudi;Jl. Mawar 4, Kendal;2,5\n"
    assert rows(text)[1] == ["Siti", "Jl. Melati 3, Kendal", "1,5"]


def test_sep_line_states_the_separator_and_keeps_its_row() -> None:
    assert rows("sep=;\n" + PLAIN.replace(",", ";")) == [[], *ROWS]


def test_blank_lines_and_quoted_line_ends_keep_excels_row_numbers() -> None:
    found = rows('Nama,NIK\n\n"Siti\nAminah",1\nBudi,2\n')
    assert found == [["Nama", "NIK"], [], ["Siti\nAminah", "1"], ["Budi", "2"]]


def test_quotes_inside_quotes() -> None:
    assert rows('Nama,Usaha\nSiti,"CV ""Maju"", Kendal"\n')[1] == ["Siti", 'CV "Maju", Kendal']


def test_one_column() -> None:
    assert rows("NIK\n3324016708909001\n") == [["NIK"], ["3324016708909001"]]


def test_saved_twice_with_padding() -> None:
    assert mended("\n".join(f"{line.replace(',', ';')}," for line in LINES)) == ROWS


def test_saved_twice_where_values_hold_the_outer_separator() -> None:
    """`1;"Siti, S.E.";32` as Excel saves it after opening it at the commas."""
    text = 'No;Nama;Umur\n"1;""Siti"," S.E."";32"\n"2;""Budi"," S.T."";41"\n'
    assert mended(text) == [["No", "Nama", "Umur"], ["1", "Siti, S.E.", "32"], ["2", "Budi, S.T.", "41"]]


def test_rows_wrapped_whole_in_quotes() -> None:
    assert mended("\n".join(f'"{line}"' for line in LINES)) == ROWS
    assert mended('"Nama,Alamat"\n"Siti,""Jl. Melati 3, Kendal"""\n')[1] == ["Siti", "Jl. Melati 3, Kendal"]


def test_lists_inside_values_are_not_taken_for_saved_twice() -> None:
    text = "Nama,Izin\nSiti,NIB;PIRT\nBudi,NIB;Halal\n"
    assert rows(text) == [["Nama", "Izin"], ["Siti", "NIB;PIRT"], ["Budi", "NIB;Halal"]]


def test_unclosed_quote_names_the_row_in_which_it_opens() -> None:
    people = "".join(f"Orang {number},{number}\n" for number in range(40))
    assert refused(f'Nama,NIK\n{people}"Siti,1\n{people}'.encode()) == ("IKM225", "A42")


def test_stray_quote() -> None:
    assert refused(b'Nama,NIK\n"Siti" Aminah,1\n') == ("IKM225", "A2")


@pytest.mark.parametrize("text", ["Andr\u00e9,1", "\u201cSiti\u201d,1"])
def test_other_encodings_only_when_asked_for(text: str) -> None:
    data = f"Nama,NIK\n{text}\n".encode("cp1252")
    assert refused(data) == ("IKM223", "A2")
    assert rows(data, "cp1252")[1] == text.split(",")


def test_utf_16_only_when_asked_for() -> None:
    _, (problem,) = read_csv(PLAIN.encode("utf-16"), "a.csv")
    assert (problem.code, problem.params["likely"]) == ("IKM223", "utf-16")
    assert rows(PLAIN.encode("utf-16"), "utf-16") == ROWS


def test_unknown_encoding() -> None:
    assert refused(b"a,b", "utf-99")[0] == "IKM229"
    assert refused(b"a,b", "rot13")[0] == "IKM229"
    assert refused(b"Nama\nSiti,+2AA-", "utf-7")[0] == "IKM224"
    assert refused(b"a,b", "\udcff")[0] == "IKM229"


def test_destroyed_characters_have_a_place() -> None:
    assert refused(b"Nama,NIK\nSi\0ti,1\n") == ("IKM224", "A2")
    assert refused("Nama,NIK\nBudi,S\ufffdti\n".encode()) == ("IKM224", "B2")


def test_long_lines_and_large_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csvfile, "MOST_LINE", 1000)
    assert refused(b"a,b\r\n1,2\r\n" + b"x" * 1001) == ("IKM227", "A3")
    assert rows(b"a,b\n1,2\n" + b"x" * 999 + b",\n")[2][0] == "x" * 999
    assert refused(b"x" * 5000 + b"\na,b\n") == ("IKM227", "A1")
    monkeypatch.setattr(csvfile, "MOST_BYTES", 2000)
    assert refused(b"a,b\n" * 501)[0] == "IKM208"
