"""Workbooks as values, written the same to the byte every time."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TypeAlias

import xlsxwriter

Value: TypeAlias = str | int | date | datetime | None
FIRST_DAY = datetime(2025, 1, 1)  # noqa: DTZ001  the date that the file says it was made on has no zone


@dataclass(frozen=True)
class Sheet:
    """A sheet as a list of rows; `header` is the row (from 0) that is set in bold, `merges` are joined cells."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    header: int = 0
    merges: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


def to_bytes(sheets: tuple[Sheet, ...]) -> bytes:
    """The workbook as a file."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": FIRST_DAY})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    formats = {
        "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        "moment": book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"}),
        "long": book.add_format({"num_format": "0"}),
        "title": book.add_format({"bold": True, "align": "center"}),
    }
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for index, width in enumerate(sheet.widths):
            page.set_column(index, index, width)
        for number, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                _write(page, number, column, value, bold if number == sheet.header else None, formats)
        for span in sheet.merges:
            page.merge_range(span, _text_at(sheet, span), formats["title"])
    book.close()
    return target.getvalue()


def _text_at(sheet: Sheet, span: str) -> str:
    row = int("".join(ch for ch in span.split(":", maxsplit=1)[0] if ch.isdigit())) - 1
    return str(sheet.rows[row][0])


def _write(page: object, row: int, column: int, value: Value, style: object, formats: dict[str, object]) -> None:
    if isinstance(value, datetime):
        page.write_datetime(row, column, value, formats["moment"])
    elif isinstance(value, date):
        page.write_datetime(row, column, value, formats["day"])
    elif isinstance(value, int):
        page.write_number(row, column, value, formats["long"])
    elif value:
        page.write_string(row, column, value, style)
