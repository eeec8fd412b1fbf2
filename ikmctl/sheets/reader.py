"""Any spreadsheet file to grids: what it is is told by its bytes, never by its name."""

from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where
from ikmctl.sheets.compound import SIGNATURE
from ikmctl.sheets.csvfile import read_csv
from ikmctl.sheets.grid import Grid
from ikmctl.sheets.refuse import MOST_FILE, way_to_table
from ikmctl.sheets.workbook import read_book

REJECTS: Final = "rejects-"
"""What names of workbooks of rejected rows begin with."""
PACKED: Final = b"PK\x03\x04"
"""How a zip begins, and every file of an office program since 2007."""
_FOREIGN: Final = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"GIF8", "GIF"),
    (b"PK\x05\x06", "ZIP"),
)
_HEAD: Final = 4096


def read_workbook(
    path: Path, sheet: str | None = None, encoding: str | None = None
) -> tuple[list[Grid], list[Diagnostic]]:
    """Read the sheets of a file: visible ones that hold anything, or the one that `sheet` names.

    Args:
        path: an xlsx, xlsm, xls, ods or CSV file.
        sheet: what `--sheet` says; a hidden sheet is read only if named.
        encoding: what `--encoding` says, for CSV.
    """
    data, faults = bytes_of(path)
    return ([], faults) if data is None else read_bytes(data, _name(path), sheet, encoding)


def bytes_of(path: Path) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a file, read once: whoever needs its digest too must take it of these."""
    if fault := _cannot_open(path):
        return None, [fault]
    try:
        size = path.stat().st_size
        return (None, [_too_big(path, size)]) if size > MOST_FILE else (path.read_bytes(), [])
    except OSError as error:
        return None, [Diagnostic("IKM203", Where(_name(path)), {"why": error.strerror or type(error).__name__})]


def read_bytes(
    data: bytes, file: str, sheet: str | None = None, encoding: str | None = None
) -> tuple[list[Grid], list[Diagnostic]]:
    """Read the sheets of a file whose bytes are at hand; see `read_workbook`."""
    if not data.strip():
        return [], [Diagnostic("IKM205", Where(file))]
    if data.startswith((PACKED, SIGNATURE)):
        return read_book(data, file, sheet)
    if other := foreign(data):
        return [], [Diagnostic("IKM204", Where(file), way_to_table(other))]
    grid, problems = read_csv(data, file, encoding)
    if grid is not None and not grid.filled():
        return [], [Diagnostic("IKM205", Where(file))]
    if grid is not None and sheet is not None:
        problems.append(Diagnostic("IKM213", Where(file), {"name": sheet, "sheets": "CSV"}, Severity.WARNING))
    return ([grid] if grid is not None else []), problems


def foreign(data: bytes) -> str:
    """The name of a format that is no spreadsheet, or nothing."""
    for start, name in _FOREIGN:
        if data.startswith(start):
            return name
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<style")):
        return "HTML"
    return "XML" if head.startswith((b"<?xml", b"<workbook", b"mime-version")) else ""


def _name(path: Path) -> str:
    return path.name or str(path)


def _too_big(path: Path, size: int) -> Diagnostic:
    mega = 1024 * 1024
    return Diagnostic("IKM208", Where(_name(path)), {"size": size // mega, "most": MOST_FILE // mega})


def _cannot_open(path: Path) -> Diagnostic | None:
    if path.is_dir():
        return Diagnostic("IKM201", Where(_name(path)))
    if path.is_file():
        return None
    if path.exists():
        return Diagnostic("IKM204", Where(_name(path)), way_to_table("device"))
    import difflib

    near = difflib.get_close_matches(path.name, [other.name for other in _siblings(path)])
    mended = path.name if path.name.startswith(REJECTS) else ""
    names = ", ".join(f"`{name}`" for name in near)
    return Diagnostic("IKM200", Where(_name(path)), {"near": names, "mended": mended})


def _siblings(path: Path) -> list[Path]:
    suffixes = {".xlsx", ".xlsm", ".xls", ".ods", ".csv"}
    try:
        return [other for other in path.parent.iterdir() if other.suffix.casefold() in suffixes]
    except OSError:
        return []


def unquoted_name(paths: list[Path]) -> str | None:
    """The file name with spaces that the shell cut into `paths`, where none exists but the joined name does."""
    for start in range(len(paths)):
        if paths[start].exists():
            continue
        for end in range(start + 2, len(paths) + 1):
            joined = Path(" ".join(str(path) for path in paths[start:end]))
            if joined.is_file():
                return str(joined)
    return None
