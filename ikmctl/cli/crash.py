"""A log that may be attached to a report: where the program stood, never what it held.

No message of an exception, no local variable, no argument: each could carry a name or a NIK.
"""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from ikmctl import __version__
from ikmctl.cli.table import COMMANDS


def _spot(frame: traceback.FrameSummary) -> str:
    """File, line and function; only the last parts of the path, since folders can be named after people."""
    parts = Path(frame.filename).parts
    start = next((index for index, part in enumerate(parts) if part in ("ikmctl", "site-packages")), len(parts) - 1)
    return f"  {'/'.join(parts[start:])}:{frame.lineno} {frame.name}"


def _said(argv: Sequence[str]) -> str:
    """The command and the names of its flags, without any value."""
    return " ".join(word.split("=")[0] for word in argv if word in COMMANDS or word.startswith("--"))


def log_text(error: BaseException, argv: Sequence[str]) -> str:
    """The whole log."""
    lines = [
        f"ikmctl {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"command: ikmctl {_said(argv)}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines += [_spot(frame) for frame in traceback.extract_tb(seen.__traceback__)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def write_log(error: BaseException, argv: Sequence[str]) -> str:
    """Write the log beside other temporary files and answer its path; `-` where nothing can be written."""
    body = log_text(error, argv)
    name = f"ikmctl-bug-{sha256(body.encode()).hexdigest()[:8]}.txt"
    try:
        path = os.path.join(tempfile.gettempdir(), name)  # noqa: PTH118  # a plain path for people to copy
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as out:
            out.write(body)
    except OSError:
        sys.stderr.write(body)
        return "-"
    return path
