"""A workbook in memory. Nothing of the moment goes in: the same calls give the same bytes."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from ikmctl.xlsx.sheet import Sheet
from ikmctl.xlsx.style import Style
from ikmctl.xlsx.text import cell_text, sheet_title

_CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # a constant that means no moment; XlsxWriter wants it naive
_LISTS: Final = "ikmctl lists"
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Book:
    """Sheets to be written as one xlsx file: `book.sheet("Ditolak").cell(0, 0, "NIK")`, then `book.to_bytes()`."""

    def __init__(self, title: str = "", *, subject: str = "") -> None:
        import xlsxwriter

        self._buffer = io.BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._buffer, _OPTIONS)
        self._book.set_properties({"title": cell_text(title), "subject": cell_text(subject), "created": _CREATED})
        self._forms: dict[Style, Any] = {}
        self._sheets: list[Sheet] = []
        self._lists: list[tuple[str, ...]] = []

    def sheet(self, name: str) -> Sheet:
        """Add a sheet; the name is shortened and made different where Excel needs it."""
        taken = frozenset([sheet.title.casefold() for sheet in self._sheets] + [_LISTS])
        title = sheet_title(name, taken)
        sheet = Sheet(self._book.add_worksheet(title), self._form, self._reference, self._chart, title)
        self._sheets.append(sheet)
        return sheet

    def _form(self, style: Style) -> Any:
        if style not in self._forms:
            self._forms[style] = self._book.add_format(dict(style.properties()))
        return self._forms[style]

    def _chart(self, kind: Mapping[str, str]) -> Any:
        return self._book.add_chart(kind)

    def _reference(self, options: Sequence[str]) -> str:
        """Where the options of a long drop-down stand: one column each on a hidden sheet."""
        from xlsxwriter.utility import xl_range_abs

        wanted = tuple(options)
        if wanted not in self._lists:
            self._lists.append(wanted)
        column = self._lists.index(wanted)
        return f"='{_LISTS}'!{xl_range_abs(0, column, len(wanted) - 1, column)}"

    def to_bytes(self) -> bytes:
        """The finished file. Call once, at the end."""
        for sheet in self._sheets:
            sheet.finish()
        if self._lists:
            hidden = self._book.add_worksheet(_LISTS)
            for column, options in enumerate(self._lists):
                for row, option in enumerate(options):
                    hidden.write_string(row, column, cell_text(option))
            hidden.very_hidden()
        self._book.close()
        return self._buffer.getvalue()
