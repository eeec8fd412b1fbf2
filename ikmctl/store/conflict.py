"""What `git merge` leaves in a text where two versions met: neither can be read until somebody has joined them."""

import re
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Where

_OPENING: Final = "<<<<<<<"
_MARKS: Final = re.compile(r"^(?:<{7}(?= |\r?$)|={7}(?=\r?$)|>{7}(?= |\r?$))", re.MULTILINE)
_AFTER: Final = {"<": "=", "=": ">", ">": "<"}


def conflicts(text: str, file: str) -> list[Diagnostic]:
    """Each place where two versions stand one below the other, between the marks of git."""
    found = []
    wanted, first, line, seen = "<", 0, 1, 0
    for mark in _MARKS.finditer(text) if _OPENING in text else ():
        line, seen = line + text.count("\n", seen, mark.start()), mark.start()
        kind = mark[0][0]
        if kind != wanted:
            continue
        wanted = _AFTER[kind]
        if kind == "<":
            first = line
        elif kind == ">":
            found.append(Diagnostic("IKM186", Where(file, first, 1, len(_OPENING)), {"line": first, "last": line}))
    return found
