"""`doctor`: what this computer has, what is missing, and how to get it."""

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from msgspec import Struct

from ikmctl import __version__
from ikmctl.workflow import computer
from ikmctl.workflow.computer import Check, State
from ikmctl.workflow.result import Result

PACKAGE: Final = "ikmctl"
_INSIDE: Final = ("dev", "all")
"""Extras that are not for users, or only name others."""
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA: Final = re.compile(r"extra == ['\"]([a-z]+)['\"]")
OLDEST: Final = (3, 11)


class Health(Struct, frozen=True):
    """Everything looked at, in order."""

    checks: tuple[Check, ...]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _needs() -> dict[str, tuple[str, str]]:
    """Packages that ikmctl declares: name -> the extra that brings it (empty for the core), and what pip is told."""
    found: dict[str, tuple[str, str]] = {}
    for line in metadata.requires(PACKAGE) or ():
        name, extra = _NAME.match(line), _EXTRA.search(line)
        if name and name[0] != PACKAGE and not (extra and extra[1] in _INSIDE):
            found.setdefault(name[0], (extra[1] if extra else "", line.partition(";")[0].strip()))
    return found


def _packages() -> Iterator[Check]:
    for name, (extra, wanted) in _needs().items():
        found = _version(name)
        fix = "" if found else f'python -m pip install "{wanted}"'
        state: State = "ok" if found else "missing" if extra else "broken"
        yield Check(f"{'extra' if extra else 'package'} {name}", state, found, fix)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("python", "ok" if sys.version_info >= OLDEST else "broken", found)


def run(folder: Path, now: float) -> Result[Health]:
    """Look at Python, packages and everything else that work may stumble over; `now` is the clock's own time."""
    checks = (
        Check("ikmctl", "ok", __version__), _python(), *_packages(), computer.fonts(), computer.git(),
        computer.writable(folder, "folder"), *computer.share(), computer.space(folder), *computer.long_path(folder),
        *computer.clouds(folder), computer.clock(folder, now), computer.console(),
    )  # fmt: skip
    return Result(Health(checks), failed=any(check.state == "broken" for check in checks))
