"""One sheet: cells, comments, drop-downs, protection, print settings. Rows and columns count from 0."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from ikmctl.xlsx.chart import Bars
from ikmctl.xlsx.style import PLAIN, Style
from ikmctl.xlsx.text import cell_text, lines_of, row_height

Value: TypeAlias = str | int | Decimal | date | None

_DAY: Final = "dd/mm/yyyy"
_SAFE_DIGITS: Final = 15
_INLINE: Final = 255
_PAPER: Final = {"A4": 9, "F4": 14}
_MARGINS: Final = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}
"""Inches; the foot needs its room."""
_FILLS: Final = ("#9DC3E6", "#FFD966", "#D0CECE", "#A9D18E")
"""Light enough for dark numbers on them."""


def _number(value: int | Decimal) -> int | float:
    """What the file format holds: whole numbers as they are, others as the nearest double."""
    return int(value) if value == int(value) else float(value)


class Area(NamedTuple):
    """A rectangle of cells, both corners included."""

    row: int
    column: int
    last_row: int
    last_column: int


class Sheet:
    """Made by `Book.sheet`. Text never becomes a formula or a link, a long number never loses digits."""

    def __init__(
        self,
        sheet: Any,
        form: Callable[[Style], Any],
        lists: Callable[[Sequence[str]], str],
        charts: Callable[[Mapping[str, str]], Any],
        title: str,
    ) -> None:
        self.title: Final = title
        self._sheet = sheet
        self._form = form
        self._lists = lists
        self._charts = charts
        self._widths: dict[int, float] = {}
        self._wrapped: list[tuple[int, int, str]] = []
        self._heights: dict[int, float] = {}
        self._least: dict[int, float] = {}

    def cell(self, row: int, column: int, value: Value, style: Style = PLAIN) -> None:
        """Write one value: text as text, numbers as numbers (text if they have over 15 digits), days as days."""
        form = self._form(style)
        if value is None or value == "":
            self._sheet.write_blank(row, column, None, form)
        elif isinstance(value, str):
            text = cell_text(value)
            self._sheet.write_string(row, column, text, form)
            if style.wrap:
                self._wrapped.append((row, column, text))
        elif isinstance(value, datetime | date):
            self._sheet.write_datetime(row, column, value, self._form(replace(style, form=style.form or _DAY)))
        elif len(Decimal(value).as_tuple().digits) > _SAFE_DIGITS or not Decimal(value).is_finite():
            self._sheet.write_string(row, column, str(value), form)
        else:
            self._sheet.write_number(row, column, _number(value), form)

    def row(self, row: int, values: Sequence[Value], style: Style = PLAIN, start: int = 0) -> None:
        """Write values side by side."""
        for offset, value in enumerate(values):
            self.cell(row, start + offset, value, style)

    def formula(self, row: int, column: int, formula: str, result: Value, style: Style = PLAIN) -> None:
        """A live formula of our own (never foreign text), with its result stored for readers that do not compute."""
        shown: Any = _number(result) if isinstance(result, int | Decimal) else str(result or "")
        self._sheet.write_formula(row, column, f"={formula}", self._form(style), shown)

    def merge(self, area: Area, text: str, style: Style = PLAIN) -> None:
        """One text across several cells."""
        if (area.row, area.column) != (area.last_row, area.last_column):
            self._sheet.merge_range(*area, "", self._form(style))
        self._sheet.write_string(area.row, area.column, cell_text(text), self._form(style))

    def comment(self, row: int, column: int, text: str, author: str = "ikmctl") -> None:
        """A note that shows when the pointer rests on the cell."""
        short = cell_text(text)
        size = {"width": 280, "height": max(40, 18 * lines_of(short, 42))}
        self._sheet.write_comment(row, column, short, {"author": author, **size})

    def choices(self, area: Area, options: Sequence[str], prompt: str = "") -> None:
        """A drop-down of `options`; any other text stays possible."""
        if not options:
            return
        inline = sum(len(option) + 1 for option in options) <= _INLINE and not any("," in option for option in options)
        source: Any = list(options) if inline else self._lists(options)
        self._validate(area, {"validate": "list", "source": source, "error_type": "information"}, prompt)

    def between(self, area: Area, low: Decimal, high: Decimal, prompt: str = "") -> None:
        """Refuse numbers outside `low` to `high`, both allowed, when they are typed."""
        rule = {"validate": "decimal", "criteria": "between", "minimum": _number(low), "maximum": _number(high)}
        self._validate(area, rule, prompt)

    def chart(self, row: int, column: int, bars: Bars) -> None:
        """A bar chart whose upper left corner lies in a cell."""
        drawn = self._charts({"type": "column", **({"subtype": "stacked"} if bars.stacked else {})})
        first, last = bars.rows
        for index, series in enumerate(bars.series):
            names = [self.title, first, bars.labels, last, bars.labels]
            drawn.add_series({
                "name": [self.title, bars.head, series], "categories": names,
                "values": [self.title, first, series, last, series],
                "fill": {"color": _FILLS[index % len(_FILLS)]}, "border": {"color": "#404040"},
                "data_labels": {"value": True, "num_format": "0;;", "font": {"size": 8}}, "gap": 60,
            })  # fmt: skip
        drawn.set_title({"name": cell_text(bars.title), "name_font": {"size": 12}, "overlay": False})
        drawn.set_x_axis({"name": cell_text(bars.across), "name_font": {"bold": False}})
        drawn.set_y_axis({"name": cell_text(bars.up), "name_font": {"bold": False}, "min": 0, "num_format": "0"})
        drawn.set_legend({"position": "bottom"} if len(bars.series) > 1 else {"none": True})
        drawn.set_size({"width": bars.size[0], "height": bars.size[1]})
        self._sheet.insert_chart(row, column, drawn, {"description": cell_text(bars.description)})

    def _validate(self, area: Area, rule: Mapping[str, Any], prompt: str) -> None:
        shown = {"input_message": prompt[:255], "error_message": prompt[:255]} if prompt else {}
        self._sheet.data_validation(*area, {**rule, **shown})

    def widths(self, *widths: float, start: int = 0) -> None:
        """Widths of columns in characters, from `start` on."""
        for offset, width in enumerate(widths):
            self._widths[start + offset] = width
            self._sheet.set_column(start + offset, start + offset, width)

    def height(self, row: int, points: float) -> None:
        """Height of one row; wrapped text sets it by itself."""
        self._heights[row] = points

    def least(self, row: int, points: float) -> None:
        """Least height of one row; wrapped text may need more."""
        self._least[row] = points

    def hide_column(self, column: int) -> None:
        """Keep a column out of sight."""
        self._sheet.set_column(column, column, self._widths.get(column), None, {"hidden": True})

    def hide(self) -> None:
        """Keep the whole sheet out of sight."""
        self._sheet.hide()

    def freeze(self, rows: int, columns: int = 0) -> None:
        """Keep the first rows and columns on the screen."""
        self._sheet.freeze_panes(rows, columns)

    def protect(self) -> None:
        """Allow typing only in cells whose style is not locked; no password, it guards against slips."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})

    def filter(self, area: Area) -> None:
        """Filter buttons on a header row and what stands below."""
        self._sheet.autofilter(*area)

    def page(
        self,
        paper: Literal["A4", "F4"] = "A4",
        *,
        landscape: bool = False,
        repeat: int | tuple[int, int] | None = None,
        footer: str = "",
        area: Area | None = None,
    ) -> None:
        """How it prints: one page wide, on A4 or F4.

        Args:
            paper: the sheet of paper.
            landscape: whether it lies on its side.
            repeat: rows on top of every page: the last one, or the first and the last.
            footer: what stands below each page, beside its number.
            area: what is printed; everything where it is not stated.
        """
        if area is not None:
            self._sheet.print_area(*area)
        self._sheet.set_paper(_PAPER[paper])
        if landscape:
            self._sheet.set_landscape()
        self._sheet.set_margins(**_MARGINS)
        self._sheet.fit_to_pages(1, 0)
        if repeat is not None:
            self._sheet.repeat_rows(*((0, repeat) if isinstance(repeat, int) else repeat))
        if footer:
            self._sheet.set_footer(f"&L{cell_text(footer).replace('&', '&&')[:200]}&R&P / &N")

    def finish(self) -> None:
        """Set the heights that wrapped text needs; `Book.to_bytes` calls it."""
        needed: dict[int, int] = {}
        for row, column, text in self._wrapped:
            needed[row] = max(needed.get(row, 1), lines_of(text, self._widths.get(column, 8.43)))
        heights: dict[int, float] = {row: row_height(lines) for row, lines in needed.items() if lines > 1}
        heights |= {row: max(points, heights.get(row, 0)) for row, points in self._least.items()}
        for row, points in sorted((heights | self._heights).items()):
            self._sheet.set_row(row, points)
