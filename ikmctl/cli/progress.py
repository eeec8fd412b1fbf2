"""How far a long reading is: a bar on stderr, on a terminal only."""

import atexit
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from ikmctl.cli.session import Session

if TYPE_CHECKING:
    from rich.progress import Progress

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
    return _Bar(session.say("progress")).show


class _Bar:
    """Starts when reading takes long, redraws ten times a second, and leaves no trace."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._next = time.monotonic() + _AFTER
        self._drawn: Progress | None = None

    def show(self, done: int, total: int) -> None:
        """Redraw where it is time to; take the bar away at the end."""
        if done >= total:
            self._stop()
        elif time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            bar = self._drawn or self._start()
            bar.update(bar.task_ids[0], completed=done, total=total, refresh=True)

    def _start(self) -> "Progress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True, markup=False, emoji=False, highlight=False)
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        self._drawn = Progress(*columns, console=console, transient=True, auto_refresh=False)
        self._drawn.add_task(self._label)
        self._drawn.start()
        atexit.register(self._stop)  # an interrupted command gives the cursor back
        return self._drawn

    def _stop(self) -> None:
        if self._drawn is not None:
            self._drawn.stop()
            self._drawn = None
