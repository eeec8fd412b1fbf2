"""Texts that nobody meant to write: sound ones, broken in the ways in which people and programs break them."""

import random
import re
from collections.abc import Callable, Sequence
from typing import Final

HOSTILE: Final = (
    "[/]", "[bold red]x[/bold red]", "[link=https://contoh.id]k[/link]", ":warning:", "\x1b[31m", "\x1b]52;c;eA==\x07",
    "\x9b2J", "\u202eabc\u202c", "\u2066x\u2069", "\u200b", "\ufeff", "\x00", "\x7f", "\u2028", "\x85",
    "=1+1", "+6281200001234", "-2+3", "@SUM(A1)", '=HYPERLINK("https://contoh.id")', "|calc", "\t=1", "<PT & Co>",
    "{{ 7*7 }}", "{% raw %}", "#{x}", "$(id)", "`id`", "../../evil", "..\\evil", "con", "nul.txt", "a" * 300,
)  # fmt: skip
"""Payloads for markup, terminals, spreadsheets, templates, shells and paths."""
WORDS: Final = (
    *HOSTILE,
    "",
    "0",
    "-1",
    "1e999",
    "1_000",
    "0x10",
    "007",
    "1.5.2",
    "1,5",
    ".5",
    "5.",
    "NaN",
    "inf",
    "true",
    "yes",
    "~",
    "null",
    "[]",
    "{}",
    "[[",
    "{a: b",
    "'",
    '"',
    "- ",
    "? ",
    ": ",
    "#",
    "&a",
    "*a",
    "!!python/object",
    "<<: *a",
    "%YAML 1.1",
    "---",
    "...",
    "|",
    ">",
    "2026-13-45",
    "2025-02-30",
    "0000-00-00",
    "9999-12-31",
    "9" * 40,
    "0." + "1" * 60,
    "P001",
    "batik",
    "curation",
    "all",
    "any",
    "nik",
    "marks.test",
    "fields.x",
    "stage.curation.score",
    "\n",
    "\r\n",
    "\r",
    "\t",
    ",",
    ";",
    '"a',
    "é",
    "e\u0301",
    "٣",
    "²",
    "Ⅳ",
    "\U0001f600",
    "\ud800".encode("utf-8", "replace").decode(),
    "juta",
    "3/4",
    "Rp 1.000.000,00",
)
_TOKEN: Final = re.compile(r"[A-Za-z0-9_.\-]+")
Mangler = Callable[[random.Random, str], str]


def _replace_token(chance: random.Random, text: str) -> str:
    tokens = list(_TOKEN.finditer(text))
    if not tokens:
        return text
    token = chance.choice(tokens)
    other = chance.choice(tokens)[0] if chance.random() < 0.4 else chance.choice(WORDS)
    return text[: token.start()] + other + text[token.end() :]


def _insert(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(WORDS) + text[at:]


def _cut(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randrange(1, 30) :]


def _line(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    deed = chance.randrange(4)
    if deed == 0:
        del lines[at]
    elif deed == 1:
        lines.insert(chance.randrange(len(lines) + 1), lines[at])
    elif deed == 2:
        lines[at] = chance.choice(("  ", " ", "- ", "\t")) + lines[at]
    else:
        lines[at] = lines[at].lstrip()
    return "".join(lines)


def _truncate(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _other_ends(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n")))


_DEEDS: Final[Sequence[Mangler]] = (
    _replace_token, _replace_token, _replace_token, _insert, _insert, _cut, _line, _line, _truncate, _other_ends,
)  # fmt: skip


def mangled(chance: random.Random, text: str) -> str:
    """The text with one to four things wrong."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        text = chance.choice(_DEEDS)(chance, text)
    return text


def soup(chance: random.Random, most: int = 6) -> str:
    """A few words thrown together."""
    return chance.choice(("", " ", ",", "-", "/")).join(
        chance.choice(WORDS) for _ in range(chance.randrange(1, most + 1))
    )


def mangled_bytes(chance: random.Random, data: bytes) -> bytes:
    """The bytes with a few of them changed, cut out or repeated."""
    body = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        if not body:
            break
        at, length = chance.randrange(len(body)), chance.randrange(1, 40)
        deed = chance.randrange(4)
        if deed == 0:
            body[at] = chance.randrange(256)
        elif deed == 1:
            del body[at : at + length]
        elif deed == 2:
            body[at:at] = body[at : at + length]
        else:
            body[at : at + length] = chance.randbytes(length)
    return bytes(body)
