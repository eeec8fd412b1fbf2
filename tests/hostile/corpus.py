"""Hostile, broken and merely odd files, each with the problems it must end in and the rows it must give.

`python -m hostile.corpus DIR` (from tests/) writes them out for a look with other programs.
"""

import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hostile import books, csvs
from hostile.books import MAIN, PEOPLE, cell, ods, ods_row, ods_table, row, sheet, table, xls, xlsx, zipped
from hostile.rawzip import archive, deflated, repeated

MEGA = 1024 * 1024
GOOD = 2
"""People in the small table that honest files hold."""


@dataclass(frozen=True)
class Case:
    """A file: how it is made, the codes of all problems, the rows of data that reach the importer."""

    name: str
    make: Callable[[], bytes]
    codes: tuple[str, ...]
    rows: int = 0


def _rest() -> list:
    """The parts besides the worksheet, as raw members."""
    members = books.parts(sheet(table()))
    return [deflated(name, str(text).encode()) for name, text in members.items() if "sheet1" not in name]


def _bomb(block: bytes, times: int, *, claimed: int | None = None, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    head, tail = f"<worksheet {MAIN}><sheetData>".encode(), b"</sheetData></worksheet>"
    bomb = repeated(name, head, block, times, tail, size=claimed)
    return archive(*[entry for entry in _rest() if entry.name != name.encode()], bomb)


def _strings(count: str, unique: str) -> bytes:
    text = f'<sst {MAIN} count="{count}" uniqueCount="{unique}"><si><t>Nama Lengkap</t></si><si><t>NIK</t></si></sst>'
    first = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    return xlsx(sheet(first + row(2, PEOPLE[0])), strings=text)


def _other_strings() -> bytes:
    texts = "".join(f"<si><t>{text}</t></si>" for text in (*books.HEADER, *PEOPLE[0]))
    cells = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{c}{n}" t="s"><v>{at + n * 3 - 3}</v></c>' for at, c in enumerate("ABC"))
        + "</row>"
        for n in (1, 2)
    )
    members = books.parts(sheet(cells), strings=f"<sst {MAIN}>{texts}</sst>")
    members["xl/strings2.xml"] = members.pop("xl/sharedStrings.xml")
    links = "xl/_rels/workbook.xml.rels"
    return zipped({**members, links: str(members[links]).replace("sharedStrings.xml", "strings2.xml")})


def _long_string() -> bytes:
    head, tail = f'<sst {MAIN} count="1" uniqueCount="1"><si><t>'.encode(), b"</t></si></sst>"
    bomb = repeated("xl/sharedStrings.xml", head, b"A" * MEGA, 512, tail)
    members = books.parts(sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings="")
    rest = [deflated(name, str(text).encode()) for name, text in members.items() if "sharedS" not in name]
    return archive(*rest, bomb)


def _doctype(doctype: str, body: str = "") -> bytes:
    prolog = f'<?xml version="1.0" encoding="UTF-8"?>{doctype}'
    text = f"{prolog}<worksheet {MAIN}><sheetData>{table(body)}</sheetData></worksheet>"
    return xlsx("", extra={"xl/worksheets/sheet1.xml": text})


def _laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return _doctype(f'<!DOCTYPE w [<!ENTITY l0 "ha">{levels}]>', cell("D3", "&l11;"))


def _duplicate(again: str) -> bytes:
    members = [deflated(name, str(text).encode()) for name, text in books.parts(sheet(table())).items()]
    return archive(*members, deflated(again, sheet(row(1, ("x",))).encode()))


def _locked_zip() -> bytes:
    members = books.parts(sheet(table()))
    return archive(*(deflated(name, str(text).encode(), flags=1) for name, text in members.items()))


def _flipped() -> bytes:
    data = bytearray(xlsx(sheet(table())))
    data[data.index(b"sheet1.xml") + 60] ^= 0xFF
    return bytes(data)


def _renamed_prefix() -> bytes:
    data = table().replace("<", "<x:").replace("<x:/", "</x:")
    text = f"<x:worksheet {MAIN.replace('xmlns=', 'xmlns:x=')}><x:sheetData>{data}</x:sheetData></x:worksheet>"
    return xlsx("", extra={"xl/worksheets/sheet1.xml": text})


def _many_empty_rows() -> bytes:
    rows = "".join(f'<row r="{number}" ht="15" customHeight="1"/>' for number in range(4, 1_048_577))
    return xlsx(sheet(table(rows)))


def _many_empty_cells() -> bytes:
    cells = "".join(f'<c r="{chr(65 + column)}#" s="1"/>' for column in range(20))
    rows = "".join(f'<row r="{number}">{cells.replace("#", str(number))}</row>' for number in range(4, 100_004))
    return xlsx(sheet(table(rows)))


def _merges(count: int) -> bytes:
    merged = "".join(f'<mergeCell ref="A{number}:B{number}"/>' for number in range(10, 10 + count))
    return xlsx(sheet(table(), after=f'<mergeCells count="{count}">{merged}</mergeCells>'))


def _tall_merges(count: int) -> bytes:
    merged = "".join(f'<mergeCell ref="A{2 + number % 2}:B1048576"/>' for number in range(count))
    return xlsx(sheet(table(), after=f'<mergeCells count="{count}">{merged}</mergeCells>'))


def _merge(reference: str) -> bytes:
    return xlsx(sheet(table(), after=f'<mergeCells count="1"><mergeCell ref="{reference}"/></mergeCells>'))


def _formula(inside: str, kind: str = "") -> bytes:
    return xlsx(
        sheet(
            row(1, (*books.HEADER, "Usia"))
            + row(2, PEOPLE[0]).replace("</row>", f'<c r="D2"{kind}>{inside}</c></row>')
            + row(3, PEOPLE[1])
        )
    )


def _sheets(*states: str) -> bytes:
    names = [(f"L{index}", state) for index, state in enumerate(states)]
    return xlsx(*[sheet(table())] * len(states), names=names)


def _far_ods(row_repeat: int, column_repeat: int) -> bytes:
    cells = f' table:number-columns-repeated="{column_repeat}"'
    return ods(ods_table(ods_row(("x",), f' table:number-rows-repeated="{row_repeat}"', cells)))


def _one_sheet(data: str, **around: str) -> bytes:
    return xlsx(sheet(data, **around))


HIDDEN = ' state="hidden"'
SCAN_ONLY = '<c r="D2" s="0" cm="1"><v>1</v></c></row>'

HOSTILE: tuple[Case, ...] = (
    Case("spaces-1-gib.xlsx", partial(_bomb, b" " * MEGA, 1024), ("IKM208",)),
    Case("spaces-1-gib-denied.xlsx", partial(_bomb, b" " * MEGA, 1024, claimed=1000), ("IKM207",)),
    Case("one-string-512-mib.xlsx", _long_string, ("IKM208",)),
    Case("cells-20-million.xlsx", partial(_bomb, b"<row>" + b"<c/>" * 10_000 + b"</row>", 2000), ("IKM208",)),
    Case("rows-20-million.xlsx", partial(_bomb, b"<row/>" * 10_000, 2000), ("IKM208",)),
    Case(
        "far-corner.xlsx",
        partial(_one_sheet, row(1, ("Nama",)) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        ("IKM210",),
    ),
    Case(
        "stray-below.xlsx",
        partial(_one_sheet, table('<row r="1048576"><c r="B1048576"><v>1</v></c></row>')),
        ("IKM210",),
    ),
    Case(
        "stray-right.xlsx",
        partial(
            _one_sheet,
            row(1, books.HEADER)
            + "".join(row(n, PEOPLE[0]) for n in range(2, 200))
            + '<row r="200"><c r="XFD200"><v>1</v></c></row>',
        ),
        ("IKM210",),
    ),
    Case(
        "row-4294967295.xlsx",
        partial(_one_sheet, table('<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>')),
        ("IKM209",),
    ),
    Case(
        "cell-4294967295-in-row-4.xlsx",
        partial(_one_sheet, table('<row r="4"><c r="A4294967295"><v>1</v></c></row>')),
        ("IKM209",),
    ),
    Case("row-0.xlsx", partial(_one_sheet, table('<row r="0"><c r="A0"><v>1</v></c></row>')), ("IKM209",)),
    Case("row-negative.xlsx", partial(_one_sheet, table('<row r="-1"><c r="A-1"><v>1</v></c></row>')), ("IKM209",)),
    Case("row-1e9.xlsx", partial(_one_sheet, table('<row r="1e9"><c><v>1</v></c></row>')), ("IKM209",)),
    Case("column-xfe.xlsx", partial(_one_sheet, table('<row r="4"><c r="XFE4"><v>1</v></c></row>')), ("IKM209",)),
    Case("column-zzzzzz.xlsx", partial(_one_sheet, table('<row r="4"><c r="ZZZZZZ4"><v>1</v></c></row>')), ("IKM209",)),
    Case("cell-without-digits.xlsx", partial(_one_sheet, table('<row r="4"><c r="A"><v>1</v></c></row>')), ("IKM209",)),
    Case(
        "cells-past-xfd-without-address.xlsx",
        partial(_one_sheet, table("<row>" + "<c><v>1</v></c>" * 16_385 + "</row>")),
        ("IKM209",),
    ),
    Case("unique-count-4-billion.xlsx", partial(_strings, "2", "4000000000"), ("IKM209",)),
    Case("unique-count-1e18.xlsx", partial(_strings, "1000000000000000000", "1000000000000000000"), ("IKM209",)),
    Case("unique-count-negative.xlsx", partial(_strings, "2", "-1"), ("IKM209",)),
    Case("unique-count-words.xlsx", partial(_strings, "banyak", "2"), ("IKM209",)),
    Case("billion-laughs.xlsx", _laughs, ("IKM209",)),
    Case(
        "quadratic.xlsx",
        partial(_doctype, f'<!DOCTYPE w [<!ENTITY a "{"a" * 50_000}">]>', cell("D3", "&a;" * 2_000)),
        ("IKM209",),
    ),
    Case(
        "external-entity.xlsx",
        partial(_doctype, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', cell("D3", "&x;")),
        ("IKM209",),
    ),
    Case("doctype-only.xlsx", partial(_doctype, "<!DOCTYPE worksheet>"), ("IKM209",)),
    Case(
        "doctype-in-workbook.xlsx",
        partial(xlsx, sheet(table()), extra={"xl/styles.xml": "<!DOCTYPE s [<!ENTITY a 'b'>]><styleSheet/>"}),
        ("IKM209",),
    ),
    Case("empty-rows-1-million.xlsx", _many_empty_rows, (), GOOD),
    Case("empty-cells-2-million.xlsx", _many_empty_cells, ("IKM210",)),
    Case("duplicate-part.xlsx", partial(_duplicate, "xl/worksheets/sheet1.xml"), ("IKM209",)),
    Case("duplicate-part-other-case.xlsx", partial(_duplicate, "XL/Worksheets/Sheet1.xml"), ("IKM209",)),
    Case("part-escapes.xlsx", partial(_duplicate, "../../evil.xml"), ("IKM209",)),
    Case("part-absolute.xlsx", partial(_duplicate, "/etc/evil.xml"), ("IKM209",)),
    Case("part-backslash.xlsx", partial(_duplicate, "xl\\..\\..\\evil.xml"), ("IKM209",)),
    Case("part-drive.xlsx", partial(_duplicate, "C:evil.xml"), ("IKM209",)),
    Case(
        "parts-6000.xlsx",
        partial(xlsx, sheet(table()), extra={f"xl/media/{n}.png": "" for n in range(6_000)}),
        ("IKM209",),
    ),
    Case(
        "two-sheets-of-one-name.xlsx", partial(xlsx, *[sheet(table())] * 2, names=[("A", ""), ("a", "")]), ("IKM209",)
    ),
    Case("sheets-300.xlsx", partial(xlsx, *[sheet(table())] * 300), ("IKM209",)),
    Case("packed-with-bzip2.xlsx", lambda: zipped(books.parts(sheet(table())), zipfile.ZIP_BZIP2), ("IKM209",)),
    Case("packed-with-lzma.xlsx", lambda: zipped(books.parts(sheet(table())), zipfile.ZIP_LZMA), ("IKM209",)),
    Case("merge-of-everything.xlsx", partial(_merge, "A1:XFD1048576"), (), GOOD),
    Case("merge-nonsense.xlsx", partial(_merge, "A1:ZZZZZZZ99999999999"), (), GOOD),
    Case("merges-100-thousand.xlsx", partial(_merges, 100_000), (), GOOD),
    Case("merges-tall-100-thousand.xlsx", partial(_tall_merges, 100_000), ("IKM230",), GOOD),
    Case(
        "dimension-of-everything.xlsx",
        partial(_one_sheet, table(), before='<dimension ref="A1:XFD1048576"/>'),
        (),
        GOOD,
    ),
    Case("far-repeat.ods", partial(_far_ods, 1_000_000, 16_000), ("IKM210",)),
    Case("repeat-too-long.ods", partial(_far_ods, 99_999_999_999, 1), ("IKM209",)),
    Case("doctype.ods", lambda: ods(ods_table(), head='<!DOCTYPE o [<!ENTITY a "b">]>'), ("IKM209",)),
    Case("far-corner.xls", lambda: xls(books.xls_table() + books.label(65_535, 255, "x")), ("IKM210",)),
    Case("noise.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40, ("IKM207",)),
)

BROKEN: tuple[Case, ...] = (
    Case(
        "locked.xlsx",
        lambda: books.compound({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"?" * 900}),
        ("IKM206",),
    ),
    Case("locked-zip.xlsx", _locked_zip, ("IKM206",)),
    Case("locked.xls", lambda: xls(books.xls_table(), books.record(0x2F, bytes(54))), ("IKM206",)),
    Case(
        "locked.ods",
        lambda: ods(ods_table(), {"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}),
        ("IKM206",),
    ),
    Case("cut-short.xlsx", lambda: xlsx(sheet(table()))[:-200], ("IKM207",)),
    Case("cut-short.xls", lambda: xls(books.xls_table())[:1500], ("IKM207",)),
    Case("bit-flip.xlsx", _flipped, ("IKM207",)),
    Case("xml-cut.xlsx", lambda: xlsx(sheet(table())[:-40]), ("IKM207",)),
    Case(
        "no-worksheet-part.xlsx",
        lambda: zipped({k: v for k, v in books.parts(sheet("")).items() if "sheet1" not in k}),
        ("IKM207",),
    ),
    Case(
        "no-relations.xlsx",
        lambda: zipped({k: v for k, v in books.parts(sheet("")).items() if "book.xml.rels" not in k}),
        ("IKM207",),
    ),
    Case("no-content.ods", lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ("IKM204",)),
    Case("word-inside.xlsx", lambda: zipped({"word/document.xml": "<w/>"}), ("IKM204",)),
    Case("slides-inside.xlsx", lambda: zipped({"ppt/presentation.xml": "<p/>"}), ("IKM204",)),
    Case("plain-zip.xlsx", lambda: zipped({"foto.jpg": "x"}), ("IKM204",)),
    Case("empty-zip.xlsx", lambda: zipped({}), ("IKM204",)),
    Case("html-inside.xls", lambda: b"<html><body><table><tr><td>NIK</td></tr></table></body></html>", ("IKM204",)),
    Case("spreadsheet-2003.xml", lambda: b'<?xml version="1.0"?><Workbook/>', ("IKM204",)),
    Case("pdf-inside.xlsx", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ("IKM204",)),
    Case("no-bytes.xlsx", lambda: b"", ("IKM205",)),
    Case("blank-sheet.xlsx", lambda: xlsx(sheet("")), ("IKM205",)),
    Case("noise.xlsb", lambda: zipped({"xl/workbook.bin": b"bukan biner"}), ("IKM207",)),
)

ODD: tuple[Case, ...] = (
    Case("plain.xlsx", lambda: xlsx(sheet(table())), (), GOOD),
    Case("plain.ods", lambda: ods(ods_table()), (), GOOD),
    Case("plain.xls", lambda: xls(books.xls_table()), (), GOOD),
    Case("macros.xlsm", lambda: xlsx(sheet(table()), extra={"xl/vbaProject.bin": b"\0" * 99}), ("IKM211",), GOOD),
    Case("formula-without-result.xlsx", partial(_formula, "<f>1+1</f>"), (), GOOD),
    Case("formula-with-result.xlsx", partial(_formula, "<f>1+1</f><v>2</v>"), (), GOOD),
    Case("error-cell.xlsx", partial(_formula, "<v>#N/A</v>", ' t="e"'), (), GOOD),
    Case(
        "hidden-row.xlsx",
        partial(_one_sheet, row(1, books.HEADER) + row(2, PEOPLE[0], ' hidden="1"') + row(3, PEOPLE[1])),
        ("IKM216",),
        GOOD,
    ),
    Case(
        "hidden-column.xlsx",
        partial(_one_sheet, table(), before='<cols><col min="2" max="16384" width="9" hidden="1"/></cols>'),
        ("IKM216",),
        GOOD,
    ),
    Case("hidden-sheet.xlsx", partial(_sheets, "", HIDDEN), ("IKM215",), GOOD),
    Case("very-hidden-sheet.xlsx", partial(_sheets, "", ' state="veryHidden"'), ("IKM215",), GOOD),
    Case("all-sheets-hidden.xlsx", partial(_sheets, HIDDEN), ("IKM205", "IKM215")),
    Case("two-sheets.xlsx", partial(_sheets, "", ""), (), 2 * GOOD),
    Case("dimension-too-small.xlsx", partial(_one_sheet, table(), before='<dimension ref="A1:A1"/>'), (), GOOD),
    Case("prefixed-names.xlsx", _renamed_prefix, (), GOOD),
    Case("comment-in-sheet.xlsx", partial(_one_sheet, table("<!-- <c r='XFD1048576'/> -->")), (), GOOD),
    Case(
        "cdata.xlsx",
        lambda: xlsx(sheet(table()).replace("<t>Siti Aminah</t>", "<t><![CDATA[Siti Aminah]]></t>")),
        (),
        GOOD,
    ),
    Case("single-quotes.xlsx", lambda: xlsx(sheet(table()).replace('r="A2"', "r='A2'")), (), GOOD),
    Case("no-addresses.xlsx", lambda: xlsx(sheet(_without_addresses(table()))), (), GOOD),
    Case(
        "byte-order-mark.xlsx",
        lambda: xlsx("", extra={"xl/worksheets/sheet1.xml": "\ufeff" + sheet(table())}),
        (),
        GOOD,
    ),
    Case(
        "empty-tail-1-million.ods",
        lambda: ods(
            ods_table(
                '<table:table-row table:number-rows-repeated="1048573">'
                '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
            )
        ),
        (),
        GOOD,
    ),
    Case("header-only.xlsx", partial(_one_sheet, row(1, books.HEADER)), ("IKM218",)),
    Case("no-header.xlsx", partial(_one_sheet, row(1, PEOPLE[0]) + row(2, PEOPLE[1])), ("IKM217",)),
    Case("strings-under-another-name.xlsx", _other_strings, ("IKM207",)),
    Case("days-from-1904.xlsx", lambda: xlsx(sheet(table()), properties='<workbookPr date1904="1"/>'), (), GOOD),
)


def _without_addresses(text: str) -> str:
    import re

    return re.sub(r' r="[A-Z]*[0-9]+"', "", text)


CASES: tuple[Case, ...] = (*HOSTILE, *BROKEN, *ODD, *(Case(*line) for line in csvs.CASES))


def main(folder: str) -> int:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for case in CASES:
        (target / case.name).write_bytes(case.make())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
