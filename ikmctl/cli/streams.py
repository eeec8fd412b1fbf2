"""Streams that never crash: redirected cp1252, a closed stdout, a reader that went away."""

import contextlib
import os
import sys
from pathlib import Path
from typing import TextIO


def _usable(stream: TextIO | None) -> TextIO:
    """A closed stream is None; nothing that is written to it may be missed."""
    return stream if stream is not None else Path(os.devnull).open("w", encoding="utf-8")


def prepare() -> None:
    """Make both streams safe to write to, whatever they are connected to."""
    sys.stdout, sys.stderr = _usable(sys.stdout), _usable(sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if hasattr(stream, "reconfigure"):
            # UTF-8 lacks nothing but bytes in the name of a file that are no letters
            stream.reconfigure(errors="backslashreplace" if encoding == "utf8" else "replace")


def use_utf8() -> None:
    """Write machine formats as UTF-8 with LF, whatever the console's own encoding is."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def abandon(stream: TextIO | None = None) -> None:
    """Point stdout, or `stream`, at nothing, so that the interpreter's own last flush stays quiet."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())
