"""No row is lost, nothing raises: sheets of every shape, CSV of every text, workbooks with any byte changed."""

import csv
import io
from datetime import date, time, timedelta
from typing import Any

from hostile import books
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.sheets.program import program, words

from ikmctl.domain.diagnostic import Severity
from ikmctl.sheets.aliases import COLUMNS
from ikmctl.sheets.columns import match_columns
from ikmctl.sheets.csvfile import read_csv
from ikmctl.sheets.grid import Fault, Grid, Span, describe, is_blank
from ikmctl.sheets.header import find_table
from ikmctl.sheets.reader import read_bytes

WORDS = words()
HEADERS = sorted(aliases[0] for aliases in COLUMNS.values())
NOISE = (
    "Jumlah",
    "Total",
    "Jumlah peserta 3",
    "Mengetahui,",
    "NIP. 1",
    "Catatan: x",
    "NIK",
    "Nama",
    "1",
    "2",
    "3",
    "*",
)

texts = st.one_of(st.sampled_from(NOISE), st.sampled_from(HEADERS), st.text(max_size=12))
values: st.SearchStrategy[Any] = st.one_of(
    st.just(""),
    texts,
    st.floats(allow_nan=True),
    st.integers(),
    st.booleans(),
    st.dates(min_value=date(1900, 1, 1)),
    st.just(time(8, 15)),
    st.timedeltas(min_value=timedelta(0)),
    st.just(Fault("error", "#N/A")),
    st.just(Fault("formula", "")),
)
grids = st.lists(st.lists(values, max_size=8), max_size=25)
corner = st.integers(min_value=0, max_value=30)
spans = st.lists(
    st.tuples(corner, corner, corner, corner).map(
        lambda c: Span(min(c[0], c[2]), min(c[1], c[3]), max(c[0], c[2]), max(c[1], c[3]))
    ),
    max_size=5,
)


@settings(max_examples=300)
@given(rows=grids, merged=spans, sheet=st.sampled_from(("Data", "")))
def test_header_finder_never_raises_and_accounts_for_every_row(
    rows: list[list[Any]], merged: list[Span], sheet: str
) -> None:
    table, problems = find_table(Grid("a", sheet, rows, merged=tuple(merged)), WORDS)
    if table is None:
        assert [problem.severity for problem in problems] == [Severity.ERROR]
        return
    numbers = sorted([row.number for row in table.rows] + [skipped.number for skipped in table.skipped])
    below = range(table.header_row, len(rows))
    assert numbers == [row + 1 for row in below if not all(map(is_blank, rows[row]))]
    assert set(table.faults) <= {row.number for row in table.rows}
    matched = match_columns(table, program())
    columns = [*matched.fields.values(), *matched.unknown, *matched.ignored, *(one.column for one in matched.proposals)]
    assert len({column.index for column in columns}) == len(columns)


people = st.lists(
    st.tuples(
        st.text(st.characters(categories=("L",)), min_size=3, max_size=12),
        st.from_regex(r"33240167[0-9]{4}9[0-9]{3}", fullmatch=True),
    ),
    max_size=30,
)


@settings(max_examples=300)
@given(
    people=people,
    titles=st.lists(st.text(st.characters(categories=("L", "Zs")), max_size=20), max_size=5),
    gaps=st.lists(st.integers(min_value=0, max_value=30), max_size=5),
    total=st.booleans(),
)
def test_every_person_under_a_header_is_read_with_their_row_number(
    people: list[tuple[str, str]], titles: list[str], gaps: list[int], total: bool
) -> None:
    rows: list[list[Any]] = [[title] for title in titles]
    rows.append(["No", "Nama Lengkap", "NIK", "No. HP"])
    expected = []
    for count, (name, nik) in enumerate(people):
        rows += [[]] * (count in gaps)
        rows.append([float(count + 1), f"{name} {name}", nik, "0812-0000-1001"])
        expected.append((len(rows), nik))
    rows += [["Jumlah", "", float(len(people))]] * total
    table, problems = find_table(Grid("a", "Data", rows), WORDS)
    assert table is not None, problems
    nik = match_columns(table, program()).fields["nik"].index
    assert [(row.number, row.cell(nik).value) for row in table.rows] == expected
    assert len(table.skipped) == total


cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufffd"), max_size=10)


@settings(max_examples=300)
@given(
    rows=st.lists(st.lists(cells, min_size=3, max_size=3), min_size=2, max_size=12),
    separator=st.sampled_from((",", ";", "\t")),
    end=st.sampled_from(("\n", "\r\n", "\r")),
    mark=st.booleans(),
)
def test_quoted_csv_is_read_back_cell_by_cell(rows: list[list[str]], separator: str, end: str, mark: bool) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    grid, problems = read_csv(("\ufeff" * mark + f"sep={separator}{end}" + buffer.getvalue()).encode(), "a.csv")
    if any(problem.code == "IKM228" for problem in problems):
        return
    assert grid is not None, problems
    assert [list(row) for row in grid.rows[1:]] == rows


@settings(max_examples=500)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_no_bytes_raise_as_csv(data: bytes) -> None:
    grid, problems = read_csv(data, "a.csv")
    assert (grid is None) == any(problem.severity is Severity.ERROR for problem in problems)


XLSX = books.xlsx(books.sheet(books.table('<row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4"><f>1</f></c></row>')))
SHEET = books.sheet(books.table()).encode()
changes = st.lists(st.tuples(st.integers(min_value=0, max_value=10**6), st.integers(0, 255)), min_size=1, max_size=6)


def changed(data: bytes, at: list[tuple[int, int]]) -> bytes:
    found = bytearray(data)
    for place, value in at:
        found[place % len(found)] = value
    return bytes(found)


def ends_well(data: bytes) -> None:
    sheets, problems = read_bytes(data, "a")
    assert bool(sheets) != any(problem.severity is Severity.ERROR for problem in problems)
    for grid in sheets:
        find_table(grid, WORDS)
        for row in grid.rows:
            assert all(describe(raw)[1] for raw in row)


@settings(max_examples=400)
@given(at=changes)
def test_no_changed_byte_of_a_workbook_raises(at: list[tuple[int, int]]) -> None:
    ends_well(changed(XLSX, at))


@settings(max_examples=400)
@given(at=changes)
def test_no_changed_byte_of_a_worksheet_raises(at: list[tuple[int, int]]) -> None:
    ends_well(books.xlsx("", extra={"xl/worksheets/sheet1.xml": changed(SHEET, at)}))


XLS = books.xls(books.xls_table())
ODS = books.ods(books.ods_table())


@settings(max_examples=40, deadline=None)
@given(at=changes, data=st.sampled_from((XLS, ODS)))
def test_no_changed_byte_of_other_workbooks_raises(at: list[tuple[int, int]], data: bytes) -> None:
    ends_well(changed(data, at))
