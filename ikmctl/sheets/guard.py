"""The pre-flight guard: what a workbook holds, from its own bytes, before any reader opens it.

It trusts neither declared sizes nor dimensions, unpacks only in counted pieces, and keeps nothing. An
xlsx file that passes and is small is handed on as a fresh zip of just the parts that were inspected.
"""

from msgspec import Struct

from ikmctl.sheets.compound import SIGNATURE
from ikmctl.sheets.inspection import Inspection
from ikmctl.sheets.odsguard import inspect_ods
from ikmctl.sheets.package import Package, open_package
from ikmctl.sheets.refuse import SMALL, RefusedError, way_to_table
from ikmctl.sheets.xlsguard import inspect_xls
from ikmctl.sheets.xlsxguard import inspect_xlsx


class Passed(Struct, frozen=True):
    """A workbook that may be read: `inspection` is None where the guard cannot look inside (xlsb, very old xls)."""

    data: bytes
    inspection: Inspection | None
    vouched: bool
    """Whether it may be read in this process."""


def inspect(data: bytes, sheet: str | None = None) -> Passed:
    """Look at a workbook, or raise `RefusedError`.

    Args:
        data: the file.
        sheet: the one sheet wanted, or None for the visible ones.
    """
    if data.startswith(SIGNATURE):
        return Passed(data, inspect_xls(data, sheet), vouched=False)
    package = open_package(data)
    folded = {name.casefold() for name in package.parts}
    if "xl/workbook.xml" in folded:
        return _passed(data, package, inspect_xlsx(package, sheet))
    if "content.xml" in folded:
        return Passed(data, inspect_ods(package, sheet), vouched=False)
    if "xl/workbook.bin" in folded:
        return Passed(data, None, vouched=False)
    raise RefusedError("IKM204", **way_to_table(_what(folded)))


def explain(data: bytes, sheet: str | None) -> None:
    """Look at every cell of a workbook that killed its reader: raises `RefusedError` where that tells why."""
    if not data.startswith(SIGNATURE):
        package = open_package(data)
        if "xl/workbook.xml" in {name.casefold() for name in package.parts}:
            inspect_xlsx(package, sheet, close=True)


def _passed(data: bytes, package: Package, inspection: Inspection) -> Passed:
    if inspection.size > SMALL:
        return Passed(data, inspection, vouched=False)
    contents = {name: package.content(name) for name in inspection.parts}
    return Passed(package.rebuilt(contents), inspection, vouched=True)


def _what(folded: set[str]) -> str:
    if "word/document.xml" in folded:
        return "Word"
    if "ppt/presentation.xml" in folded:
        return "PowerPoint"
    return "Numbers" if any(name.startswith("index/") for name in folded) else "ZIP"
