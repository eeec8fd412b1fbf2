"""What `git merge` leaves in a text where two versions met: neither can be read until somebody has joined them."""

import re
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Where

_OPENING: Final = "<<<<<<<"
_MEETING: Final = re.compile(r"^<{7}(?: .*)?\r?$(?:\n.*)*?\n={7}\r?$(?:\n.*)*?\n>{7}(?: .*)?$", re.MULTILINE)


def conflicts(text: str, file: str) -> list[Diagnostic]:
    """Each place where two versions stand one below the other, between the marks of git."""
    if _OPENING not in text:
        return []
    found = []
    for meeting in _MEETING.finditer(text):
        line = text.count("\n", 0, meeting.start()) + 1
        last = line + meeting.group().count("\n")
        found.append(Diagnostic("IKM186", Where(file, line, 1, len(_OPENING)), {"line": line, "last": last}))
    return found
