"""A terminal as a picture: coloured text becomes SVG with the reader's own monospace font and nothing from outside."""

import itertools
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from rich.style import Style
from rich.text import Text

CHAR, LINE, EDGE, BAR, SIZE = 8.4, 19, 14, 30, 14
PAPER, INK, FRAME = "#1c1f26", "#d8dee4", "#31363f"
COLOURS: Final = {1: "red", 2: "green", 3: "yellow", 6: "cyan"}
"""Numbers of the terminal's colours that are used."""
LOOKS: Final = {
    "text": f"font:{SIZE}px Consolas,'DejaVu Sans Mono',Menlo,monospace;fill:{INK}",
    ".bold": "font-weight:700", ".dim": "opacity:.65",
    ".red": "fill:#ff8577", ".green": "fill:#86d98b", ".yellow": "fill:#f2cc60", ".cyan": "fill:#76d9e6",
}  # fmt: skip
WORDS: Final = re.compile(r"\S+(?: \S+)*")
DOTS: Final = ("#ff5f57", "#febc2e", "#28c840")


def _look(style: Style) -> str:
    """The class of a piece of text that is not plain."""
    words = [*(["bold"] if style.bold else []), *(["dim"] if style.dim else [])]
    if style.color and style.color.number is not None:
        words.append(COLOURS[style.color.number])
    return f' class="{" ".join(words)}"' if words else ""


def _pieces(line: Text) -> Iterator[tuple[int, str, str]]:
    """Column, words and look of what is drawn of one line: runs of words that look alike, with single blanks."""
    cuts = sorted({0, len(line), *(edge for span in line.spans for edge in (span.start, span.end))})
    for start, end in itertools.pairwise(cuts):
        looks = [span.style for span in line.spans if span.start <= start and end <= span.end]
        look = _look(Style.combine([Style.null(), *(style for style in looks if isinstance(style, Style))]))
        for words in WORDS.finditer(line.plain, start, end):
            yield words.start(), words[0], look


def _folded(text: Text, columns: int) -> Iterator[Text]:
    """The lines as a terminal breaks them: after so many characters, wherever that is."""
    for line in text.split("\n", allow_blank=True):
        yield from (line[at : at + columns] for at in range(0, max(len(line), 1), columns))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def terminal(text: str, title: str, columns: int) -> str:
    """The picture of a terminal `columns` wide that shows `text`, which may hold ANSI colours."""
    lines = list(_folded(Text.from_ansi(text), columns))
    width, height = columns * CHAR + 2 * EDGE, BAR + len(lines) * LINE + EDGE
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<style>{''.join(f'{name}{{{look}}}' for name, look in LOOKS.items())}</style>",
        f'<rect width="100%" height="100%" rx="8" fill="{PAPER}" stroke="{FRAME}"/>',
        *(f'<circle cx="{18 + 18 * n}" cy="17" r="5.5" fill="{colour}"/>' for n, colour in enumerate(DOTS)),
    ]
    for row, line in enumerate(lines):
        y = BAR + (row + 1) * LINE - 5
        drawn += [
            f'<text x="{_number(EDGE + column * CHAR)}" y="{y}" textLength="{_number(len(words) * CHAR)}"'
            f' lengthAdjust="spacingAndGlyphs"{look}>{escape(words)}</text>'
            for column, words, look in _pieces(line)
        ]
    return "\n".join([*drawn, "</svg>"]) + "\n"
