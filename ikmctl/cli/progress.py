"""How far a long reading is: one line on stderr that rewrites itself, on a terminal only."""

import os
import sys
import time
from collections.abc import Callable
from typing import Final

from ikmctl.cli.session import Session

_AFTER: Final = 1.0
"""Seconds before anything is shown: most files are read sooner."""
_EVERY: Final = 0.1


def _silent(done: int, total: int) -> None:
    """Say nothing."""


def counter(session: Session) -> Callable[[int, int], None]:
    """Called with rows done and rows in all; silent off a terminal, with `-q` or IKMCTL_NO_PROGRESS."""
    quiet = session.quiet or session.plain or "IKMCTL_NO_PROGRESS" in os.environ or os.environ.get("TERM") == "dumb"
    if quiet or not sys.stderr.isatty():
        return _silent
    shown = time.monotonic() + _AFTER
    written = False

    def show(done: int, total: int) -> None:
        nonlocal shown, written
        now = time.monotonic()
        if done >= total and written:
            sys.stderr.write("\r\x1b[K")
            written = False
        elif now >= shown and done < total:
            sys.stderr.write("\r" + session.say("progress", done=done, total=total))
            sys.stderr.flush()
            shown, written = now + _EVERY, True

    return show
