"""E-mail addresses, lower case."""

import re
from typing import Final

from ikmctl.sheets.fields.base import BLANK, FieldContext, Parsed, clean, warned
from ikmctl.sheets.fields.phone import no_number
from ikmctl.sheets.grid import Cell

_EMAIL: Final = re.compile(r"[a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}\Z")


def parse(cell: Cell, _: FieldContext) -> Parsed:
    """Read one address; blanks around `@` and a `mailto:` are dropped, a wrong shape is a warning."""
    plain = clean(cell.value).casefold().replace(" ", "").removeprefix("mailto:").strip("<>;,")
    if no_number(cell.value):
        return BLANK
    return Parsed(plain) if _EMAIL.match(plain) and ".." not in plain else warned(None, "IKM267")
