"""Small workbooks from parts: xlsx, ods, and the compound file around xls."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = ("Nama Lengkap", "NIK", "No. HP")
PEOPLE = (
    ("Siti Aminah", "3324016708909001", "0812-0000-1001"),
    ("Budi Santoso", "3324011203859002", "0812-0000-1002"),
)


ROOT_LINK = (
    f'<Relationships {PACKAGE}><Relationship Id="rId1" Type="{KIND}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)


def cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, texts: Sequence[str], extra: str = "") -> str:
    cells = "".join(cell(f"{chr(65 + index)}{number}", text) for index, text in enumerate(texts))
    return f'<row r="{number}"{extra}>{cells}</row>'


def table(*more: str) -> str:
    """Header and two people in rows 1 to 3, then whatever comes after."""
    return row(1, HEADER) + row(2, PEOPLE[0]) + row(3, PEOPLE[1]) + "".join(more)


def sheet(data: str, before: str = "", after: str = "", root: str = MAIN) -> str:
    inside = f"{before}<sheetData>{data}</sheetData>{after}"
    return f"<?xml version='1.0' encoding='UTF-8'?>\n<worksheet {root}>{inside}</worksheet>"


def book_xml(names: Sequence[tuple[str, str]], properties: str = "") -> str:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{index}" r:id="rId{index}"{state}/>'
        for index, (name, state) in enumerate(names, 1)
    )
    inside = f"{properties}<sheets>{listed}</sheets>"
    return f'<?xml version="1.0" encoding="UTF-8"?><workbook {MAIN} {LINKS}>{inside}</workbook>'


def links_xml(count: int, strings: bool = False) -> str:
    listed = "".join(
        f'<Relationship Id="rId{index}" Type="{KIND}/worksheet" Target="worksheets/sheet{index}.xml"/>'
        for index in range(1, count + 1)
    )
    listed += f'<Relationship Id="rIdS" Type="{KIND}/sharedStrings" Target="sharedStrings.xml"/>' if strings else ""
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships {PACKAGE}>{listed}</Relationships>'


def parts(
    *sheets: str, names: Sequence[tuple[str, str]] = (), strings: str | None = None, properties: str = ""
) -> dict[str, str | bytes]:
    """The parts of an xlsx file with these worksheets."""
    titles = names or [(f"Lembar{index}", "") for index in range(1, len(sheets) + 1)]
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": ROOT_LINK,
        "xl/workbook.xml": book_xml(titles, properties),
        "xl/_rels/workbook.xml.rels": links_xml(len(sheets), strings is not None),
    }
    found |= {f"xl/worksheets/sheet{index}.xml": text for index, text in enumerate(sheets, 1)}
    return found | ({"xl/sharedStrings.xml": strings} if strings is not None else {})


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as target:
        for name, content in members.items():
            target.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def xlsx(*sheets: str, extra: Mapping[str, str | bytes] | None = None, **more: object) -> bytes:
    """An xlsx file with these worksheets and extra or replaced parts."""
    return zipped(parts(*sheets, **more) | dict(extra or {}))  # type: ignore[arg-type]  # passed through


OFFICE = " ".join(
    f'xmlns:{word}="urn:oasis:names:tc:opendocument:xmlns:{word}:1.0"' for word in ("office", "table", "text")
)


def ods_row(texts: Sequence[str], extra: str = "", cells: str = "") -> str:
    listed = "".join(
        f'<table:table-cell office:value-type="string"{cells}><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row{extra}>{listed}</table:table-row>"


def ods(rows: str, extra: Mapping[str, str | bytes] | None = None, head: str = "", sheet: str = "") -> bytes:
    tables = sheet or f'<table:table table:name="Data">{rows}</table:table>'
    body = f"<office:spreadsheet>{tables}</office:spreadsheet>"
    inside = f"<office:document-content {OFFICE}><office:body>{body}</office:body></office:document-content>"
    content = f'<?xml version="1.0" encoding="UTF-8"?>{head}{inside}'
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    members: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": manifest,
    }
    return zipped(members | dict(extra or {}), zipfile.ZIP_STORED)


def ods_table(*more: str) -> str:
    return ods_row(HEADER) + "".join(ods_row(person) for person in PEOPLE) + "".join(more)


SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file (the container of xls and of encrypted workbooks) with these streams."""
    padded = {name: data.ljust(max(4096, -(-len(data) // SECTOR) * SECTOR), b"\0") for name, data in streams.items()}
    directory_sectors = -(-(len(padded) + 1) // 4)
    table_sectors = 1
    chain: list[int] = [FAT] * table_sectors
    chain += [*range(table_sectors + 1, table_sectors + directory_sectors), END]
    body = b""
    starts = {}
    for name, data in padded.items():
        start, count = len(chain), len(data) // SECTOR
        starts[name] = start
        chain += [*range(start + 1, start + count), END]
        body += data
    entries = _entry("Root Entry", 5, END, 0, child=1 if padded else FREE)
    for index, (name, data) in enumerate(padded.items(), 1):
        entries += _entry(name, 2, starts[name], len(data), right=index + 1 if index < len(padded) else FREE)
    entries = entries.ljust(directory_sectors * SECTOR, b"\0")
    fat = struct.pack("<128I", *chain, *[FREE] * (128 - len(chain)))
    return _compound_header(table_sectors) + fat + entries + body


def small_compound(name: str, data: bytes) -> bytes:
    """An OLE compound file whose one stream is short, so that it lies in 64-byte pieces inside the root's own."""
    pieces = -(-len(data) // 64)
    pool = data.ljust(-(-pieces * 64 // SECTOR) * SECTOR, b"\0")
    sectors = len(pool) // SECTOR
    chain = [FAT, END, END, *range(4, 3 + sectors), END]
    entries = _entry("Root Entry", 5, 3, len(pool), child=1) + _entry(name, 2, 0, len(data))
    small = struct.pack(f"<{pieces}I", *range(1, pieces), END).ljust(SECTOR, b"\xff")
    fat = struct.pack("<128I", *chain, *[FREE] * (128 - len(chain)))
    return _compound_header(1, small=2) + fat + entries.ljust(SECTOR, b"\0") + small + pool


def _compound_header(directory_start: int, small: int = END) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory_start, 0, 4096, small, int(small != END), END, 0)
    return head + struct.pack("<109I", 0, *[FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    head = coded.ljust(64, b"\0") + struct.pack("<HBBIII", len(coded), kind, 1, FREE, right, child)
    return head + bytes(16 + 4 + 16) + struct.pack("<IQ", start, size)


def record(code: int, data: bytes) -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def label(line: int, column: int, text: str) -> bytes:
    """A BIFF8 LABEL record."""
    return record(0x204, struct.pack("<HHHHB", line, column, 0, len(text), 0) + text.encode("latin-1"))


def xls(cells: bytes, extra: bytes = b"") -> bytes:
    """A BIFF8 workbook with one sheet of these cell records; `extra` stands among the globals."""
    sheet_data = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + cells + record(0x0A, b"")
    name = b"Data"
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + extra
    bound_size = 4 + 4 + 2 + 2 + len(name)
    offset = len(begin) + bound_size + 4
    bound = record(0x85, struct.pack("<IBBBB", offset, 0, 0, len(name), 0) + name)
    return compound({"Workbook": begin + bound + record(0x0A, b"") + sheet_data})


def xls_table() -> bytes:
    lines = (HEADER, *PEOPLE)
    return b"".join(label(at, column, text) for at, line in enumerate(lines) for column, text in enumerate(line))
