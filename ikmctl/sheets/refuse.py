"""How the guard says no, and the limits that it keeps."""

from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Param, Where

MEGA: Final = 1024 * 1024
MOST_FILE: Final = 64 * MEGA
"""Largest file read, of any kind."""
MOST_XML: Final = 512 * MEGA
"""Most XML unpacked from one workbook."""
FREE_XML: Final = 8 * MEGA
"""Size up to which one part may be packed as tightly as it likes."""
MOST_RATIO: Final = 100
"""Packing beyond which a larger part is no office work: honest sheets stay below 40."""
SMALL: Final = 4 * MEGA
"""Unpacked size up to which an xlsx file is inspected cell by cell and read without a child process (5,000 rows)."""
MOST_PARTS: Final = 5_000
MOST_SHEETS: Final = 250
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
WIDE: Final = 256
"""Columns that no honest table has; beyond them a stray cell is looked for to the right, else at the bottom."""
MOST_AREA: Final = 8_000_000
"""Cells from A1 to the last one used."""
FREE_AREA: Final = 1_000_000
"""Area up to which a sheet may be as sparse as it likes."""
SPARSE: Final = 50
"""Cells of area for each cell in use, beyond which a stray cell is suspected."""
MOST_EMPTY: Final = 300_000
"""Formatted cells without content that are read before the sheet is called blown up."""


class RefusedError(Exception):
    """Ends an inspection. `code` and `params` become the problem that the user sees."""

    def __init__(self, code: str, sheet: str | None = None, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.sheet = sheet
        self.params = params

    def problem(self, file: str) -> Diagnostic:
        """The problem as a value."""
        return Diagnostic(self.code, Where(file, sheet=self.sheet), self.params)


def odd(what: str) -> RefusedError:
    """A workbook whose structure no office program writes."""
    return RefusedError("IKM209", what=what)


_UNPACK: Final = frozenset(("ZIP", "RAR", "7z", "gzip"))
_SAVE: Final = frozenset(("HTML", "XML", "Numbers"))
"""What a spreadsheet program opens as a table; of the rest it makes none."""


def way_to_table(found: str) -> dict[str, str]:
    """What a file holds that is no spreadsheet, with the one way to a table that it has."""
    way = "unpack" if found in _UNPACK else "save" if found in _SAVE else "copy"
    return {"found": found, **dict.fromkeys(("unpack", "save", "copy"), ""), way: found}
