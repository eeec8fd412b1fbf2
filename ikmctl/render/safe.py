"""The one door through which foreign text reaches a terminal, a log or a message.

Names and cells come from strangers. A control character can repaint the screen, a direction mark can
turn `P017` around, and markup can hide words. Here they become visible escapes and nothing else changes.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

_UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_INLINE: Final = re.compile(r"[\\|*_`~\[\]]")
_BLOCK: Final = re.compile(r"\A(?:[0-9]{1,9}(?=[.)](?:\s|\Z))|(?=#{1,6}(?:\s|\Z)|>|[-+](?:\s|\Z)|-[-\s]+\Z))")
"""Where a heading, a quotation, a list or a rule would begin."""
_FORMULA: Final = re.compile(r"(?:\A|;)\s*(?=[=+@\uff1d\uff0b\uff20\uff0d-])")
_LINK: Final = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
"""What code hosts make a link of without being asked."""
_LIVELY: Final = frozenset("$`!")
"""What a shell reads even within double quotes."""
_JOINING: Final = frozenset("&|<>^%")
"""What the Windows prompt reads outside of double quotes; it knows no others."""


def is_unseen(char: str) -> bool:
    """Whether a character shows nothing, or moves what stands around it."""
    return unicodedata.category(char) in _UNSEEN


def _shown(char: str) -> str:
    code = ord(char)
    if code in (0x09, 0x0A, 0x0D):
        return {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}[code]
    if code <= 0xFF:  # noqa: PLR2004  # the bound of the two-digit escape
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004  # of the four-digit escape


def safe(text: str) -> str:
    r"""Show every control, direction-changing or unassigned character of `text` as an escape.

    The answer is one line: line breaks and tabs are shown as `\n` and `\t`.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) if is_unseen(char) else char for char in text)


def safe_all(value: Any) -> Any:
    """The same plain data with every text in it made safe."""
    match value:
        case str():
            return safe(value)
        case Mapping():
            return {key: safe_all(inner) for key, inner in value.items()}
        case list() | tuple():
            return [safe_all(inner) for inner in value]
        case _:
            return value


def csv_cell(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet program would begin a formula.

    Excel set to Indonesian splits lines at semicolons, so that a formula may also begin behind one.
    """
    return _FORMULA.sub(r"\g<0>'", safe(text))


def cut(text: str, width: int, end: str = "...") -> str:
    """Shorten `text` to `width` columns, with `end` where something was left out."""
    if columns(text) <= width:
        return text
    kept, used = [], columns(end)
    for char in text:
        used += columns(char)
        if used > width:
            break
        kept.append(char)
    return "".join(kept).rstrip() + end


def columns(text: str) -> int:
    """How many terminal columns `text` takes: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill `text` with spaces to `width` columns, on the left when `right` is asked for."""
    gap = " " * max(0, width - columns(text))
    return gap + text if right else text + gap


def markdown(text: str) -> str:
    """Escape what Markdown and HTML would read as markup, in a table cell, a heading or a line of a list."""
    shown = safe(text).replace("&", "&amp;").replace("<", "&lt;")
    return _LINK.sub(r"\\\g<0>", _BLOCK.sub(r"\g<0>\\", _INLINE.sub(r"\\\g<0>", shown)))


def quoted(text: str) -> str:
    """A word of a command line, in quotes where it needs them on Windows and elsewhere.

    Whoever copies the command must not run what a stranger wrote into a header or the name of a file. What no quotes
    keep in the shells of all systems stands as dots.
    """
    plain = all(ch.isalnum() or ch in "._-/=:\\" for ch in text)
    if text and plain:
        return text
    lively = not _LIVELY.isdisjoint(text) or text.endswith("\\")
    if not lively and ('"' not in text or _JOINING.isdisjoint(text)):
        return '"' + text.replace('"', '\\"') + '"'
    return f"'{text}'" if _JOINING.isdisjoint(text) and "'" not in text else '"..."'
