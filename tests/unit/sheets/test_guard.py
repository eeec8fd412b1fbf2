"""The guard's two ways of looking at a worksheet agree, and what passes is rebuilt from what was seen."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from hostile import books

from ikmctl.sheets import guard, xlsguard, xlsxguard
from ikmctl.sheets.compound import Compound
from ikmctl.sheets.guard import inspect
from ikmctl.sheets.package import open_package
from ikmctl.sheets.quickscan import quick_sheet, quick_strings
from ikmctl.sheets.refuse import RefusedError
from ikmctl.sheets.sheetscan import SheetScan
from ikmctl.sheets.xmlscan import scan


def pieces(text: str, size: int = 7) -> Iterator[bytes]:
    data = text.encode()
    return (data[at : at + size] for at in range(0, len(data), size))


def slow(text: str) -> SheetScan:
    seen = SheetScan("Data")
    scan(pieces(text), "part", seen.start, seen.attach)
    seen.finish()
    return seen


PLAIN = books.sheet(books.table())
CELL = '<c r="A1"><v>1</v></c>'


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        books.sheet(books.row(1, ("a",)) + books.row(2, ("b",), ' hidden="1"') + books.row(3, ("c",), ' hidden="0"')),
        books.sheet(""),
        books.sheet(f'<row r="1" spans="1:9" x14ac:dyDescent="0.25">{CELL}</row>', after='<hyperlinks ref="A1"/>'),
        PLAIN.replace("'", '"'),
        "\ufeff" + PLAIN,
        PLAIN.replace("<?xml version='1.0' encoding='UTF-8'?>", ""),
    ],
)
def test_a_plain_sheet_needs_no_close_look_and_the_close_look_agrees(text: str) -> None:
    expected = slow(text.replace(" x14ac:dyDescent", " dyDescent"))
    assert quick_sheet(pieces(text)) == frozenset(expected.hidden_rows)
    assert not expected.faults
    assert not expected.hidden_columns


@pytest.mark.parametrize(
    "text",
    [
        books.sheet(books.row(1, ("a",)), before='<cols><col min="1" max="1" hidden="1"/></cols>'),
        books.sheet(f'<row r="1">{CELL}<!-- x --></row>'),
        books.sheet('<row r="1"><c r="A1"><f>1</f></c></row>'),
        books.sheet('<row r="1"><c r="A1"><f>1</f><v/></c></row>'),
        books.sheet('<row r="1"><c r="A1"><f>1</f><v xml:space="preserve"> </v></c></row>'),
        books.sheet('<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>'),
        books.sheet('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'),
        books.sheet("<row r='1'><c r='A1'><v>1</v></c></row>"),
        books.sheet("<row><c><v>1</v></c></row>"),
        books.sheet('<row r="1"><c  r="A1"><v>1</v></c></row>'),
        books.sheet('<row r="1"><c t="s" r="A1"><v>1</v></c></row>'),
        books.sheet('<row r="1"><c\nr="A1"><v>1</v></c></row>'),
        books.sheet('<row r="1"><x:c r="XFD1048576"><v>1</v></x:c></row>'),
        books.sheet('<row r="1"><c r="A0"><v>1</v></c></row>'),
        books.sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
        books.sheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
        books.sheet(f'<row r="1">{CELL}</row><row r="1048576"><c r="C1048576"><v>1</v></c></row>'),
        books.sheet(f'<row r="1" title="a>b" hidden="1">{CELL}</row>'),
        PLAIN.replace("UTF-8", "UTF-16"),
        PLAIN.replace("UTF-8", "ISO-8859-1"),
        "",
        "bukan xml",
    ],
)
def test_anything_unusual_is_left_to_the_close_look(text: str) -> None:
    assert quick_sheet(pieces(text)) is None
    assert quick_sheet(iter([text.encode()])) is None


def test_strings_are_counted_and_the_stated_number_is_read() -> None:
    head = f'<sst {books.MAIN} count="9" uniqueCount="7">'
    body = "<si><t>Nama</t></si><si/><si><r><t>x</t></r></si>"
    assert quick_strings(pieces(f"{head}{body}</sst>")) == (9, 3)
    for odd in (head.replace('"7"', '"-7"'), head.replace('"7"', "'7'"), head.replace('"7"', '"1e9"')):
        assert quick_strings(pieces(f"{odd}{body}</sst>")) is None
    assert quick_strings(pieces(f"{head}<!-- -->{body}</sst>")) is None
    assert quick_strings(pieces(f"{head}<x:si/></sst>")) is None
    assert quick_strings(iter(())) is None


def test_far_cell_is_named_not_the_corner_of_the_sheet() -> None:
    rows = "".join(books.row(number, books.PEOPLE[0]) for number in range(1, 101))
    stray = rows[: rows.index('<row r="51"')].removesuffix("</row>") + '<c r="XFD50"><v>1</v></c></row>'
    with pytest.raises(RefusedError) as caught:
        slow(books.sheet(stray + "".join(books.row(number, books.PEOPLE[0]) for number in range(51, 101))))
    assert caught.value.code == "IKM210"
    assert caught.value.params["far"] == "XFD50"
    assert caught.value.sheet == "Data"


def test_small_workbooks_are_rebuilt_from_the_parts_that_were_seen() -> None:
    data = books.xlsx(PLAIN, extra={"xl/media/foto.png": b"x" * 100, "customXml/item1.xml": "<a/>"})
    passed = inspect(data)
    assert passed.vouched
    names = set(zipfile.ZipFile(io.BytesIO(passed.data)).namelist())
    assert "xl/media/foto.png" not in names
    assert {"xl/workbook.xml", "xl/worksheets/sheet1.xml"} <= names


def test_large_workbooks_go_to_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SMALL", 100)
    monkeypatch.setattr(xlsxguard, "SMALL", 100)
    data = books.xlsx(PLAIN)
    passed = inspect(data)
    assert not passed.vouched
    assert passed.data is data


def test_only_the_wanted_sheet_is_inspected() -> None:
    bad = books.sheet('<row r="1"><c r="A4294967295"><v>1</v></c></row>')
    data = books.xlsx(PLAIN, bad, names=[("Baik", ""), ("Buruk", "")])
    assert inspect(data, "Baik").inspection.chosen == ("Baik",)  # type: ignore[union-attr]  # xlsx is always inspected
    with pytest.raises(RefusedError):
        inspect(data)


def test_sizes_in_the_directory_are_not_believed() -> None:
    package = open_package(books.xlsx(PLAIN))
    with pytest.raises(KeyError):
        package.content("tidak/ada.xml")
    assert package.content("xl/worksheets/sheet1.xml").decode() == PLAIN


def test_compound_file_gives_back_its_streams() -> None:
    small, large = b"kecil", bytes(range(256)) * 40
    found = Compound(books.compound({"Satu": large, "Dua": small}))
    assert found.stream("Satu") == large.ljust(10_240, b"\0")
    assert (found.stream("Dua") or b"").startswith(small)
    assert found.stream("Tiga") is None
    assert found.stream("Root Entry") is None
    assert found.names() == {"Root Entry", "Satu", "Dua"}


def outcome(data: bytes) -> str:
    try:
        inspect(data)
    except RefusedError as refused:
        return refused.code
    return "read"


@pytest.mark.parametrize("at", [30, 44, 48, 76, 512, 516, 1024 + 116])
def test_damaged_compound_files_are_refused_or_read(at: int) -> None:
    data = bytearray(books.xls(books.xls_table()))
    for value in (0x00, 0x7F, 0xFE, 0xFF):
        data[at] = value
        assert outcome(bytes(data)) in {"read", "IKM204", "IKM207", "IKM209"}


def test_hidden_rows_and_columns_of_old_workbooks() -> None:
    import struct

    row = books.record(0x208, struct.pack("<8H", 1, 0, 3, 255, 0, 0, 0x20, 0))
    column = books.record(0x7D, struct.pack("<6H", 2, 2, 2000, 0, 1, 0))
    inspection = xlsguard.inspect_xls(books.xls(row + column + books.xls_table()), None)
    assert inspection is not None
    facts = inspection.facts["Data"]
    assert (facts.hidden_rows, facts.hidden_columns) == ({1}, {2})


def test_formulas_of_extensions_belong_to_no_cell() -> None:
    rows = books.row(1, ("a",)) + '<row r="2"><c r="A2" s="1"/></row>'
    rule = '<extLst><ext xmlns:xm="xm"><xm:f>Lain!$A$1</xm:f></ext></extLst>'
    assert slow(books.sheet(rows, after=rule)).faults == {}
    prefixed = '<x:row r="1"><x:c r="A1"><x:f>1</x:f></x:c></x:row>'
    text = f'<x:worksheet xmlns:x="main"><x:sheetData>{prefixed}</x:sheetData></x:worksheet>'
    assert list(slow(text).faults) == [(0, 0)]
