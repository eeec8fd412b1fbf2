"""ods and xls before their reader: hidden parts, repeats, locks, damage."""

import struct
import tracemalloc

import pytest
from hostile import books

from ikmctl.sheets.compound import Compound
from ikmctl.sheets.grid import Span
from ikmctl.sheets.guard import inspect
from ikmctl.sheets.inspection import Inspection
from ikmctl.sheets.reader import read_bytes
from ikmctl.sheets.refuse import RefusedError


def inspected(data: bytes, sheet: str | None = None) -> Inspection:
    found = inspect(data, sheet).inspection
    assert found is not None
    return found


def code(data: bytes, sheet: str | None = None) -> str:
    with pytest.raises(RefusedError) as caught:
        inspect(data, sheet)
    return caught.value.code


STYLES = (
    '<office:automatic-styles xmlns:style="s">'
    '<style:style style:name="tampak"><style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="gelap"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles>"
)


def test_hidden_sheets_and_rows_of_ods() -> None:
    hidden_row = books.ods_row(books.PEOPLE[0], ' table:visibility="collapse" table:number-rows-repeated="2"')
    filtered = books.ods_row(books.PEOPLE[1], ' table:visibility="filter"')
    tables = STYLES + (
        f'<table:table table:name="Satu" table:style-name="tampak">{books.ods_row(books.HEADER)}{hidden_row}{filtered}'
        f'</table:table><table:table table:name="Dua" table:style-name="gelap">{books.ods_table()}</table:table>'
    )
    found = inspected(books.ods("", sheet=tables))
    assert [tuple(name) for name in found.names] == [("Satu", False), ("Dua", True)]
    assert found.chosen == ("Satu",)
    assert found.facts["Satu"].hidden_rows == {1, 2, 3}
    assert inspected(books.ods("", sheet=tables), "dua").chosen == ("Dua",)


def test_days_of_ods_from_1904() -> None:
    setting = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    )
    assert inspected(
        books.ods("", sheet=setting + f'<table:table table:name="A">{books.ods_table()}</table:table>')
    ).epoch_1904
    assert not inspected(books.ods(books.ods_table())).epoch_1904


def test_far_cell_of_ods_is_named() -> None:
    rows = books.ods_table(
        books.ods_row(("x",), ' table:number-rows-repeated="1048000"', ' table:number-columns-repeated="9"')
    )
    with pytest.raises(RefusedError) as caught:
        inspect(books.ods(rows))
    assert (caught.value.code, caught.value.params["far"], caught.value.sheet) == ("IKM210", "I1048003", "Data")


def test_empty_repeats_of_ods_are_no_matter() -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048570" table:visibility="collapse">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert inspected(books.ods(books.ods_table(empty))).facts["Data"].hidden_rows == frozenset()


def test_cells_of_ods_without_a_usable_value() -> None:
    """The reader gives them as blank, so that a grade of `#N/A` would look like none."""
    typed = 'xmlns:calcext="c" office:value-type="string" office:string-value="" calcext:value-type="error"'
    cells = (
        f'<table:table-cell table:number-columns-repeated="2" table:formula="of:=NA()" {typed}>'
        "<text:p>#N/A</text:p></table:table-cell>"
        '<table:table-cell table:formula="of:=A1"/>'
        '<table:table-cell office:value-type="string" office:string-value="error"><text:p>error</text:p>'
        "</table:table-cell>"
    )
    row = f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
    (grid,), _ = read_bytes(books.ods(books.ods_table(row)), "a.ods")
    last = len(books.PEOPLE) + 1
    assert [[tuple(grid.cell(at, column))[:2] for column in range(4)] for at in (last, last + 1)] == [
        [("#N/A", "error"), ("#N/A", "error"), ("", "formula"), ("error", "text")]
    ] * 2
    assert not any(grid.cell(last - 1, column).kind == "error" for column in range(4))


def test_hidden_columns_and_merged_cells_of_ods() -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="16381"/>'
    )
    merged = books.ods_row(("Boja",), cells=' table:number-rows-spanned="3" table:number-columns-spanned="2"')
    rows = books.ods_table(merged + books.ods_row(("", "x")))
    data = books.ods("", sheet=f'<table:table table:name="Data">{columns}{rows}</table:table>')
    (grid,), problems = read_bytes(data, "a.ods")
    top = len(books.PEOPLE) + 1
    assert grid.merged == (Span(top, 0, top + 2, 1),)
    assert min(grid.hidden_columns) == 2
    assert [(one.code, one.params["what"]) for one in problems] == [("IKM216", "`C`")]


def test_macros_are_said_in_every_format() -> None:
    data = books.ods(books.ods_table(), {"Basic/Standard/Modul.xml": "<x/>"})
    assert [problem.code for problem in read_bytes(data, "a.ods")[1]] == ["IKM211"]


def test_ods_without_content() -> None:
    assert code(books.zipped({"content.xml": "<a"})) == "IKM207"


def test_too_many_sheets() -> None:
    tables = "".join(f'<table:table table:name="T{number}"/>' for number in range(300))
    assert code(books.ods("", sheet=tables)) == "IKM209"
    bounds = b"".join(books.record(0x85, struct.pack("<IBBBB", 0, 0, 0, 1, 0) + b"T") for _ in range(300))
    assert code(books.xls(books.xls_table(), bounds)) == "IKM209"


def test_short_streams_of_compound_files() -> None:
    data = bytes(range(256)) * 3
    found = Compound(books.small_compound("Kecil", data))
    assert found.stream("Kecil") == data


def test_what_else_lies_in_compound_files() -> None:
    assert code(books.compound({"WordDocument": b"x"})) == "IKM204"
    assert code(books.compound({"PowerPoint Document": b"x"})) == "IKM204"
    assert code(books.compound({"Lain": b"x"})) == "IKM204"
    assert code(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == "IKM207"


def test_very_old_workbooks_go_uninspected_to_the_child() -> None:
    assert inspect(books.compound({"Book": b"x" * 5000})).inspection is None
    old = books.record(0x809, struct.pack("<HH", 0x500, 5)) + books.record(0x0A, b"")
    assert inspect(books.compound({"Workbook": old})).inspection is None


def test_chain_that_loops_is_damage() -> None:
    data = bytearray(books.xls(books.xls_table()))
    first = 512 + 4 * 2
    struct.pack_into("<I", data, first, 2)
    assert code(bytes(data)) == "IKM207"


def test_a_table_that_lists_more_sectors_than_the_file_has_is_damage() -> None:
    """Every one of them would be unpacked: a file of a megabyte took a gigabyte."""
    data = bytearray(books.compound({"Lain": b"x"}))
    struct.pack_into("<II", data, 68, 0, 0xFFFFFFFF)
    struct.pack_into("<128I", data, 512, *([0] * 128))
    sectors = len(data) // 512
    tracemalloc.start()
    assert code(bytes(data)) == "IKM207"
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 64 * sectors * 512


def test_records_beyond_the_stream_are_damage() -> None:
    assert (
        code(books.compound({"Workbook": struct.pack("<HHHH", 0x809, 4, 0x600, 5) + struct.pack("<HH", 0x42, 60_000)}))
        == "IKM207"
    )
    assert code(books.compound({"Workbook": (struct.pack("<HHHH", 0x809, 4, 0x600, 5) * 800)[:4096]})) == "IKM207"


def test_error_results_of_old_formulas() -> None:
    result = bytes((2, 0, 0x07, 0, 0, 0, 0xFF, 0xFF))
    formula = books.record(0x06, struct.pack("<HHH", 1, 3, 0) + result + bytes(8))
    fine = books.record(0x06, struct.pack("<HHHd", 2, 3, 0, 7.5) + bytes(8))
    many = books.record(0xBD, struct.pack("<HH", 3, 0) + bytes(12) + struct.pack("<H", 1))
    facts = inspected(books.xls(books.xls_table() + formula + fine + many)).facts["Data"]
    assert {place: fault.text for place, fault in facts.faults.items()} == {(1, 3): "#DIV/0!"}


def test_stray_cell_of_an_old_workbook_is_named() -> None:
    with pytest.raises(RefusedError) as caught:
        inspect(books.xls(books.xls_table() + books.label(65_535, 200, "x")))
    assert caught.value.params["far"] == "GS65536"
    with pytest.raises(RefusedError) as caught:
        inspect(books.xls(books.xls_table() + books.label(40_000, 1, "x") + books.label(3, 255, "y")))
    assert caught.value.params["far"] == "IV4"


def test_sheet_of_an_old_workbook_with_a_chart_inside() -> None:
    chart = books.record(0x809, struct.pack("<HHHHII", 0x600, 0x20, 0, 0, 0, 0)) + books.label(60_000, 255, "x")
    data = books.xls(books.xls_table() + chart + books.record(0x0A, b"") + books.label(3, 0, "Rina"))
    assert inspected(data).facts["Data"].faults == {}
