"""xlsx and xlsm before any reader: which parts matter, how large they are, what they hide."""

import posixpath
from collections.abc import Mapping
from typing import Final, NamedTuple

from ikmctl.sheets.inspection import Inspection, SheetFacts, SheetName, choose
from ikmctl.sheets.package import Package, check_declared
from ikmctl.sheets.quickscan import quick_sheet, quick_strings
from ikmctl.sheets.refuse import MOST_SHEETS, SMALL, RefusedError, odd
from ikmctl.sheets.sheetscan import SheetScan
from ikmctl.sheets.xmlscan import attributes, local, scan

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedstrings.xml"
_COMMON: Final = ("[content_types].xml", "_rels/.rels", "xl/styles.xml", _STRINGS)
_SLACK: Final = 1_000_000
_MACROS: Final = "vbaproject.bin"


class _Book:
    """What xl/workbook.xml says: sheets in order, their relation ids, the epoch."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.epoch_1904 = False

    def start(self, name: str, pairs: list[str]) -> None:
        found = attributes(pairs)
        if local(name) == "sheet":
            self.sheets.append((found.get("name", ""), found.get("id", ""), found.get("state", "visible")))
            if len(self.sheets) > MOST_SHEETS:
                raise odd(f"{len(self.sheets)} sheets")
        elif local(name) == "workbookPr":
            self.epoch_1904 = found.get("date1904") in ("1", "true")


class _Relations:
    """xl/_rels/workbook.xml.rels: relation id -> (part, last word of the type)."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[str, str]] = {}

    def start(self, name: str, pairs: list[str]) -> None:
        if local(name) == "Relationship":
            found = attributes(pairs)
            target = found.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            self.parts[found.get("Id", "")] = (path, found.get("Type", "").rpartition("/")[2])


class _Strings:
    """xl/sharedStrings.xml: the stated number of strings must be near the real one."""

    def __init__(self) -> None:
        self.stated = 0
        self.real = 0

    def start(self, name: str, pairs: list[str]) -> None:
        kind = local(name)
        if kind == "si":
            self.real += 1
        elif kind == "sst":
            for key in ("count", "uniqueCount"):
                text = attributes(pairs).get(key, "0")
                if not (text.isascii() and text.isdigit()):
                    raise odd(f"sharedStrings {key}")
                self.stated = max(self.stated, int(text) if key == "uniqueCount" else min(int(text), 1 << 40))

    def check(self) -> None:
        if self.stated > _SLACK * 100 or self.stated > self.real * 1000 + _SLACK:
            raise odd("sharedStrings count")


def _find(package: Package, wanted: str) -> str | None:
    return next((name for name in package.parts if name.casefold() == wanted.casefold()), None)


def _require(package: Package, wanted: str) -> str:
    found = _find(package, wanted)
    if found is None:
        raise RefusedError("IKM207", why=f"{wanted}: missing")
    return found


class _Sheets(NamedTuple):
    """The sheets, the part of each worksheet, whether days count from 1904."""

    names: tuple[SheetName, ...]
    parts: Mapping[str, str]
    epoch_1904: bool


def _sheets(package: Package) -> _Sheets:
    book, relations = _Book(), _Relations()
    for part, reader in ((_WORKBOOK, book), (_RELATIONS, relations)):
        name = _require(package, part)
        check_declared(package, [name])
        scan(package.chunks(name), name, reader.start)
    names: list[SheetName] = []
    parts: dict[str, str] = {}
    for title, relation, state in book.sheets:
        part, kind = relations.parts.get(relation, ("", ""))
        if title.casefold() in map(str.casefold, parts):
            raise odd("duplicate sheet name")
        if kind in ("worksheet", ""):
            names.append(SheetName(title, hidden=state != "visible"))
            parts[title] = part
    return _Sheets(tuple(names), parts, book.epoch_1904)


def inspect_xlsx(package: Package, sheet: str | None, *, close: bool = False) -> Inspection:
    """Inspect the parts that a reader of the wanted sheets would read; raises `RefusedError`.

    Args:
        package: the opened zip.
        sheet: the one sheet wanted, or None for the visible ones.
        close: look at every cell, also of sheets that look plain.
    """
    sheets = _sheets(package)
    chosen = choose(sheets.names, sheet)
    wanted = [_require(package, sheets.parts[title]) for title in chosen]
    common = [found for name in (*_COMMON, _WORKBOOK, _RELATIONS) if (found := _find(package, name)) is not None]
    check_declared(package, [*common, *wanted])
    size = sum(package.parts[name].file_size for name in [*common, *wanted])
    facts: dict[str, SheetFacts] = {}
    for title, part in zip(chosen, wanted, strict=True):
        facts[title] = _sheet_facts(package, title, part, count=size <= SMALL, close=close)
    for name in common:
        _check_common(package, name)
    macros = any(name.casefold().endswith(_MACROS) for name in package.parts)
    return Inspection(
        sheets.names, chosen, facts, (*common, *wanted), size, epoch_1904=sheets.epoch_1904, macros=macros
    )


def _sheet_facts(package: Package, title: str, part: str, *, count: bool, close: bool) -> SheetFacts:
    hidden = None if close else quick_sheet(package.chunks(part), count=count)
    if hidden is not None:
        return SheetFacts(hidden)
    seen = SheetScan(title)
    scan(package.chunks(part), part, seen.start, seen.attach)
    seen.finish()
    return SheetFacts(frozenset(seen.hidden_rows), frozenset(seen.hidden_columns), seen.faults)


def _check_common(package: Package, name: str) -> None:
    """Well-formed, without a document type, and as many strings as stated."""
    strings = _Strings()
    if name.casefold() != _STRINGS:
        scan(package.chunks(name), name, _pass)
        return
    if (quick := quick_strings(package.chunks(name))) is not None:
        strings.stated, strings.real = quick
    else:
        scan(package.chunks(name), name, strings.start)
    strings.check()


def _pass(_name: str, _pairs: list[str]) -> None:
    """Well-formed and without a document type is all that is asked of a part."""
