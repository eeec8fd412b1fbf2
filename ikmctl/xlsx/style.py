"""How a cell looks, as a value."""

from collections.abc import Mapping
from typing import Any, Final, Literal

from msgspec import Struct


class Style(Struct, frozen=True):
    """Look of a cell. `form` is the number format: `@` text, `0`, `#,##0`, `dd/mm/yyyy`."""

    bold: bool = False
    italic: bool = False
    wrap: bool = False
    border: bool = False
    locked: bool = True
    size: int = 11
    fill: str | None = None
    color: str | None = None
    align: Literal["left", "center", "right", "fill"] | None = None
    valign: Literal["top", "vcenter", "bottom"] = "top"
    form: str | None = None

    def properties(self) -> Mapping[str, Any]:
        """The same in the words of XlsxWriter."""
        found: dict[str, Any] = {"valign": self.valign, "locked": self.locked, "font_size": self.size}
        found |= {"bold": self.bold, "italic": self.italic, "text_wrap": self.wrap, "border": int(self.border)}
        stated = {"bg_color": self.fill, "font_color": self.color, "align": self.align, "num_format": self.form}
        return found | {key: value for key, value in stated.items() if value is not None}


PLAIN: Final = Style()
"""Nothing special."""
TEXT: Final = Style(form="@")
"""Identifiers: Excel keeps what is typed here as text, leading zeros and all 16 digits."""
WRAP: Final = Style(wrap=True)
"""Long text over several lines."""
TITLE: Final = Style(bold=True, size=14)
"""The title of a sheet."""
HEADER: Final = Style(bold=True, wrap=True, border=True, fill="#D9E2F3", valign="vcenter")
"""Headers of a table."""
INPUT: Final = Style(border=True, fill="#FFF9DB", locked=False)
"""A cell that the user fills in, also in a protected sheet."""
RUPIAH: Final = '[>=1000000]"Rp"0\\.000\\.000",00";[>=1000]"Rp"0\\.000",00";"Rp"0",00"'
"""Whole rupiah as documents write them, `Rp3.000.000,00`, whatever the language of the spreadsheet program."""
RUPIAH_LARGE: Final = '[>=1000000000]"Rp"0\\.000\\.000\\.000",00";[>=1000000]"Rp"0\\.000\\.000",00";"Rp"0\\.000",00"'
"""The same from a thousand million on; a format has room for two limits, so amounts under 1,000 look odd in it."""
BAD: Final = Style(border=True, fill="#F8CBAD", form="@")
"""A cell to be corrected."""
WARN: Final = Style(border=True, fill="#FFE699", form="@")
"""A cell to be looked at."""
