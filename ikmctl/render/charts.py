"""Charts as SVG text: the same data gives the same bytes, on paper and on a screen.

Every chart has a title, a description and its values written beside the marks, so that it can be read
without colour; series differ by filling and hatching as well. Coordinates are whole numbers or exact
fractions written with one decimal.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from html import escape
from typing import Final

from msgspec import Struct

from ikmctl.domain.numbers import format_fixed
from ikmctl.render.safe import columns, cut, safe

_WIDTH: Final = 720
_LABELS: Final = 212
"""Where bars begin; their labels stand left of it."""
_ROOM: Final = 92
"""Kept free at the right, for the value of the longest bar."""
_LABEL_COLUMNS: Final = 30
_FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"


class Ink(Struct, frozen=True):
    """The colours of a chart: text, filled marks, hatched marks, lines of the frame, paper."""

    text: str
    strong: str
    soft: str
    line: str
    paper: str


SCREEN: Final = Ink("currentColor", "var(--strong)", "var(--soft)", "var(--line)", "var(--paper)")
"""The page decides: light, dark or printed."""
PAPER: Final = Ink("#1a1a1a", "#1f5c99", "#5f6b76", "#b9c0c6", "#ffffff")


class Heading(Struct, frozen=True):
    """What a chart is: an id that is unique on its page, a title, and what it says in a sentence."""

    id: str
    title: str
    description: str


class Bar(Struct, frozen=True):
    """One line of a bar chart: its label, a value for each series, and each value as it is written."""

    label: str
    values: tuple[Fraction, ...]
    texts: tuple[str, ...]


class Bin(Struct, frozen=True):
    """One class of a histogram."""

    start: Fraction
    end: Fraction
    count: int


class Dot(Struct, frozen=True):
    """One line of a dot plot: a share of 1, whether the dot is filled, and the share as it is written."""

    label: str
    share: Fraction
    filled: bool
    text: str


def bars(heading: Heading, ink: Ink, rows: Sequence[Bar], names: Sequence[str] = ()) -> str:
    """Horizontal bars, one or two a line.

    Args:
        heading: what the chart is.
        ink: its colours.
        rows: the lines, top down.
        names: names of the series, which are shown as a legend; the last series is filled, the first of two hatched.
    """
    thick, gap, top = 18, 12, 34 if names else 8
    series = max((len(row.values) for row in rows), default=1)
    most = max((value for row in rows for value in row.values), default=Fraction(0)) or Fraction(1)
    parts = _legend(heading, ink, names) if names else []
    y = top
    for row in rows:
        parts.append(_label(row.label, y + thick * series // 2 + 5, ink))
        for index, (value, words) in enumerate(zip(row.values, row.texts, strict=True)):
            wide = value / most * (_WIDTH - _LABELS - _ROOM)
            parts.append(_box(_LABELS, y, wide, thick - 2, _filling(heading, ink, index, series)))
            parts.append(_text(_LABELS + wide + 6, y + 13, words, ink))
            y += thick
        y += gap
    axis = _line(_LABELS, top - 4, _LABELS, y - gap + 4, ink.text)
    return _drawing(heading, ink, y - gap + 10, [*parts, axis])


def histogram(heading: Heading, ink: Ink, bins: Sequence[Bin], mark: Fraction | None, mark_text: str) -> str:
    """Classes on their true scale, the area standing for the people, with a dashed line at `mark`."""
    left, right, top, high = 30, _WIDTH - 30, 40, 150
    low, end = min(one.start for one in bins), max(one.end for one in bins)
    if mark is not None:
        low, end = min(low, mark), max(end, mark)
    peak = max(one.count / (one.end - one.start) for one in bins)
    parts: list[str] = []

    def at(value: Fraction) -> Fraction:
        return left + (value - low) / (end - low) * (right - left)

    for one in bins:
        tall = one.count / (one.end - one.start) / peak * high
        x, wide = at(one.start), at(one.end) - at(one.start)
        parts.append(_box(x + 1, top + high - tall, wide - 2, tall, f'fill="{ink.strong}"'))
        parts.append(_text(x + wide / 2, top + high - tall - 5, str(one.count), ink, "middle"))
    parts.append(_line(left, top + high, right, top + high, ink.text))
    parts += [_tick(at(value), top + high, value, ink) for value in _ticks(bins, at)]
    if mark is not None:
        x = at(mark)
        parts.append(_line(x, 20, x, top + high, ink.paper, 'stroke-width="5"'))
        parts.append(_line(x, 20, x, top + high, ink.text, 'stroke-width="2" stroke-dasharray="6 4"'))
        anchor, beside = ("end", -6) if x > _WIDTH // 2 else ("start", 6)
        parts.append(_text(x + beside, 16, mark_text, ink, anchor))
    return _drawing(heading, ink, top + high + 28, parts)


def dots(heading: Heading, ink: Ink, rows: Sequence[Dot], names: tuple[str, str]) -> str:
    """A dot a line between 0 and 100 percent; `names` says what filled and hollow dots are."""
    step, top, right = 22, 58, _WIDTH - _ROOM
    bottom = top + step * len(rows)
    parts: list[str] = []
    for index, name in enumerate(names):
        parts.append(_dot(_LABELS + 7 + 240 * index, 14, ink, filled=not index))
        parts.append(_text(_LABELS + 19 + 240 * index, 19, name, ink))
    for percent in (0, 25, 50, 75, 100):
        x = _LABELS + Fraction(percent, 100) * (right - _LABELS)
        parts.append(_line(x, top - 8, x, bottom, ink.line))
        parts.append(_text(x, top - 14, f"{percent} %", ink, "middle"))
    for index, row in enumerate(rows):
        y = top + step * index + 10
        x = _LABELS + row.share * (right - _LABELS)
        parts.append(_text(_LABELS - 10, y + 5, cut(row.label, _LABEL_COLUMNS), ink, "end"))
        parts.append(_line(_LABELS, y, x, y, ink.soft))
        parts += [_dot(x, y, ink, filled=row.filled), _text(right + 14, y + 5, row.text, ink)]
    return _drawing(heading, ink, bottom + 8, parts)


def _ticks(bins: Sequence[Bin], at: Callable[[Fraction], Fraction]) -> Iterable[Fraction]:
    """Bounds of classes whose numbers do not touch each other."""
    apart, last = 44, Fraction(-_WIDTH)
    for value in (*(one.start for one in bins), bins[-1].end):
        if at(value) - last >= apart:
            last = at(value)
            yield value


def _tick(x: Fraction, y: int, value: Fraction, ink: Ink) -> str:
    places = next((places for places in range(4) if (value * 10**places).denominator == 1), 4)
    words = format_fixed(value.numerator, value.denominator, places)
    return _line(x, y, x, y + 5, ink.text) + _text(x, y + 20, words, ink, "middle")


def _legend(heading: Heading, ink: Ink, names: Sequence[str]) -> list[str]:
    parts = []
    for index, name in enumerate(names):
        x = _LABELS + 240 * index
        parts.append(_box(x, 5, 16, 14, _filling(heading, ink, index, len(names))))
        parts.append(_text(x + 23, 17, name, ink))
    return parts


def _filling(heading: Heading, ink: Ink, index: int, series: int) -> str:
    if index + 1 < series:
        return f'fill="url(#{heading.id}-h)" stroke="{ink.soft}"'
    return f'fill="{ink.strong}"'


def _label(words: str, y: int, ink: Ink) -> str:
    """A label that ends where the bars begin, on two lines where it is long."""
    first, rest = words, ""
    if columns(words) > _LABEL_COLUMNS:
        head = cut(words, _LABEL_COLUMNS, "")
        first = head.rpartition(" ")[0] or head
        rest = cut(words[len(first) :].strip(), _LABEL_COLUMNS)
    if not rest:
        return _text(_LABELS - 10, y, first, ink, "end")
    return _text(_LABELS - 10, y - 7, first, ink, "end") + _text(_LABELS - 10, y + 8, rest, ink, "end")


def _number(value: Fraction | int) -> str:
    exact = Fraction(value)
    return format_fixed(exact.numerator, exact.denominator, 0 if exact.denominator == 1 else 1)


def _box(x: Fraction | int, y: Fraction | int, wide: Fraction | int, high: Fraction | int, filling: str) -> str:
    place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(max(0, wide))}" height="{_number(high)}"'
    return f"<rect {place} {filling}/>"


def _dot(x: Fraction | int, y: int, ink: Ink, *, filled: bool) -> str:
    filling = ink.strong if filled else ink.paper
    return f'<circle cx="{_number(x)}" cy="{y}" r="6" fill="{filling}" stroke="{ink.strong}" stroke-width="2"/>'


def _line(  # noqa: PLR0913  # two points and how they are joined
    x1: Fraction | int, y1: int, x2: Fraction | int, y2: int, colour: str, more: str = ""
) -> str:
    ends = f'x1="{_number(x1)}" y1="{y1}" x2="{_number(x2)}" y2="{y2}"'
    return f'<line {ends} stroke="{colour}"{" " if more else ""}{more}/>'


def _text(x: Fraction | int, y: Fraction | int, words: str, ink: Ink, anchor: str = "start") -> str:
    where = f'x="{_number(x)}" y="{_number(y)}"' + (f' text-anchor="{anchor}"' if anchor != "start" else "")
    return f'<text {where} fill="{ink.text}">{escape(safe(words))}</text>'


def _drawing(heading: Heading, ink: Ink, high: int, parts: Iterable[str]) -> str:
    hatch = (
        f'<defs><pattern id="{heading.id}-h" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="{ink.soft}" stroke-width="3"/>'
        "</pattern></defs>"
    )
    body = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{heading.id}-t {heading.id}-d" '
        f'viewBox="0 0 {_WIDTH} {high}" width="{_WIDTH}" height="{high}" font-family="{_FONT}" font-size="13">'
        f'<title id="{heading.id}-t">{escape(safe(heading.title))}</title>'
        f'<desc id="{heading.id}-d">{escape(safe(heading.description))}</desc>'
        f"{hatch if f'#{heading.id}-h' in body else ''}{body}</svg>"
    )
