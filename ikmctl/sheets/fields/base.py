"""What a parser of one kind of value gets and gives."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from msgspec import Struct, field

from ikmctl.domain.diagnostic import NOWHERE, Diagnostic, Param, Severity, Where
from ikmctl.sheets.grid import Cell

_SHOWN: Final = 40


class Problem(Struct, frozen=True):
    """Something wrong with one value. Its parameters never carry a private value."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def at(self, where: Where = NOWHERE, column: str = "") -> Diagnostic:
        """The diagnostic for a value under the header `column`."""
        return Diagnostic(self.code, where, {**self.params, "field": column}, self.severity)


class Parsed(NamedTuple):
    """What a cell means.

    `value` is the canonical text, None where the cell is blank or unusable. `low` and `high` stand
    for a range (`2-3 jt`), whose `value` is the lower end. `note` keeps a detail of the value, such
    as the vintage of a KBLI code.
    """

    value: str | None = None
    problems: tuple[Problem, ...] = ()
    low: str | None = None
    high: str | None = None
    note: str = ""

    @property
    def rejected(self) -> bool:
        """Whether an error makes the row unusable."""
        return any(item.severity is Severity.ERROR for item in self.problems)


class FieldContext(Struct, frozen=True, eq=False):
    """What a parser may know besides the cell.

    `as_of` is the program's day and `region` its Kemendagri code. `values`, `least` and `most` come
    from the column's declaration, `multiplier` from its header (`(Rp.000)` is 1000). `aliases` maps
    folded words to ids (tracks, groups). `within` is the code of the region that other columns of the
    row already gave. `month_first` says that text dates are month/day/year,
    `coarse` that a year or month without a day is enough. `private` and `sensitive`
    keep the value itself out of messages.
    """

    as_of: date
    region: str = ""
    values: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    multiplier: int = 1
    aliases: Mapping[str, str] = field(default_factory=dict)
    epoch_1904: bool = False
    within: str = ""
    month_first: bool = False
    coarse: bool = False
    private: bool = False
    sensitive: bool = False


Parser: TypeAlias = Callable[[Cell, FieldContext], Parsed]

BLANK: Final = Parsed()


def failed(code: str, **params: Param) -> Parsed:
    """A value that cannot be used."""
    return Parsed(None, (Problem(code, params),))


def warned(value: str | None, code: str, **params: Param) -> Parsed:
    """A value that somebody should look at."""
    return Parsed(value, (Problem(code, params, Severity.WARNING),))


_NO_WORD: Final = re.compile(r"[\W_]")
"""Neither letter nor digit."""

_INVISIBLE: Final = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)),
    None,
) | {9: " ", 10: " ", 13: " ", 0xA0: " ", 0x202F: " ", 0x2007: " ", 0xFEFF: None, 0x2028: " ", 0x2029: " "}


def clean(text: str) -> str:
    """NFC text on one line: single blanks, no invisible or direction-changing characters.

    Leading apostrophes, which people type to keep Excel from changing digits, are dropped.
    """
    if text.isascii() and text.isprintable():
        plain = text
    else:
        import unicodedata

        known = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
        plain = "".join(ch for ch in known if unicodedata.category(ch) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(plain.split()).lstrip("' ")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Words for comparing: lower case, letters and digits only, single blanks."""
    plain = clean(text)
    if plain.isascii():
        plain = plain.lower()
    else:
        import unicodedata

        known = unicodedata.normalize("NFKD", plain).casefold()
        plain = "".join(ch for ch in known if not unicodedata.combining(ch))
    return " ".join(_NO_WORD.sub(" ", plain).split())


def shown(text: str, context: FieldContext) -> str:
    """How a value may appear in a message: itself, its digits masked, or only its length."""
    if context.private:
        return shape(text)
    plain = clean(text)
    if context.sensitive:
        plain = "".join("#" if ch.isdigit() else ch for ch in plain)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def shape(text: str) -> str:
    """The pattern of a private value without the value: `17 Agt 1987` is `## xxx ####`."""
    masked = "".join("#" if ch.isdigit() else "x" if ch.isalpha() else ch for ch in clean(text))
    return masked if len(masked) <= _SHOWN else masked[: _SHOWN - 1] + "…"
