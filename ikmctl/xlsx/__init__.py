"""Safe cells: the only writer of workbooks. Strings stay strings; the same input gives the same bytes."""

from ikmctl.xlsx.book import Book
from ikmctl.xlsx.chart import Bars
from ikmctl.xlsx.sheet import Area, Sheet
from ikmctl.xlsx.style import BAD, HEADER, INPUT, PLAIN, RUPIAH, RUPIAH_LARGE, TEXT, TITLE, WARN, WRAP, Style

__all__ = [
    "BAD", "HEADER", "INPUT", "PLAIN", "RUPIAH", "RUPIAH_LARGE", "TEXT", "TITLE", "WARN", "WRAP",
    "Area", "Bars", "Book", "Sheet", "Style",
]  # fmt: skip
