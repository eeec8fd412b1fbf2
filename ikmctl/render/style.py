"""Colour and width: what the terminal can show. No meaning is carried by colour alone."""

import os
import sys
from collections.abc import Mapping
from typing import Final, Literal, TextIO

from msgspec import Struct

When = Literal["auto", "always", "never"]

_CODES: Final[Mapping[str, str]] = {
    "error": "31;1", "warning": "33;1", "note": "36;1", "hint": "32", "strong": "1", "dim": "2",
}  # fmt: skip
_DIGITS: Final = 5
"""Of a width that a terminal may have."""
WIDTH: Final = 80
"""Columns of a table where nobody says otherwise."""


class Style(Struct, frozen=True):
    """How one stream is written. `plain` means no boxes, one fact a line, for screen readers."""

    color: bool = False
    plain: bool = False
    width: int = WIDTH

    def paint(self, kind: str, words: str) -> str:
        """Colour `words` where colour is wanted."""
        return f"\x1b[{_CODES[kind]}m{words}\x1b[0m" if self.color else words


def wants_color(stream: TextIO, when: When, environ: Mapping[str, str]) -> bool:
    """Whether to colour: `--color` first, then NO_COLOR, FORCE_COLOR, and whether it is a terminal."""
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    if environ.get("TERM") == "dumb" or (sys.platform == "win32" and "WT_SESSION" not in environ):
        return False
    return stream.isatty()


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    given = environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) <= _DIGITS and int(given) > 0:
        return max(40, int(given))
    try:
        return max(40, os.get_terminal_size(stream.fileno()).columns) if stream.isatty() else WIDTH
    except (OSError, ValueError):
        return WIDTH


def style_of(stream: TextIO, when: When, environ: Mapping[str, str], *, plain: bool = False) -> Style:
    """What fits this stream."""
    return Style(wants_color(stream, when, environ) and not plain, plain, _width(stream, environ))
