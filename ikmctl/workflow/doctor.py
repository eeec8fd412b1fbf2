"""`doctor`: what this computer has, what is missing, and how to get it."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final, Literal, TypeAlias

from ikmctl import __version__
from ikmctl.workflow.result import Result

State: TypeAlias = Literal["ok", "missing", "broken"]

PACKAGE: Final = "ikmctl"
_INSIDE: Final = ("dev", "all")
"""Extras that are not for users, or only name others."""
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA: Final = re.compile(r"extra == ['\"]([a-z]+)['\"]")
OLDEST: Final = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `key` names its text; a broken one keeps ikmctl from working, a missing one does not."""

    key: str
    state: State
    found: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """Everything looked at, in order."""

    checks: tuple[Check, ...]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _needs() -> dict[str, str]:
    """Packages that ikmctl declares: name -> the extra that brings it, empty for the core."""
    found: dict[str, str] = {}
    for line in metadata.requires(PACKAGE) or ():
        name, extra = _NAME.match(line), _EXTRA.search(line)
        if name and name[0] != PACKAGE and not (extra and extra[1] in _INSIDE):
            found.setdefault(name[0], extra[1] if extra else "")
    return found


def _packages() -> Iterator[Check]:
    for name, extra in _needs().items():
        found = _version(name)
        wanted = f"{PACKAGE}[{extra}]" if extra else name
        fix = "" if found else f'python -m pip install "{wanted}"'
        state: State = "ok" if found else "missing" if extra else "broken"
        yield Check(f"{'extra' if extra else 'package'} {name}", state, found, fix)


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("python", "ok" if sys.version_info >= OLDEST else "broken", found)


def _git() -> Check:
    return Check("git", "ok" if shutil.which("git") else "missing")


def _writable(folder: Path) -> Check:
    return Check("folder", "ok" if os.access(folder, os.W_OK) else "broken", folder.as_posix())


def _share() -> Iterator[Check]:
    """The office share, where one is named."""
    if named := os.environ.get("IKMCTL_PRIVATE"):
        usable = Path(named).is_dir() and os.access(named, os.W_OK)
        yield Check("share", "ok" if usable else "broken", named)


def _console() -> Check:
    """Whether names with letters beyond the console's own can be shown as they are."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    return Check(
        "console", "ok" if encoding.startswith("utf") else "missing", encoding, "chcp 65001" * (os.name == "nt")
    )


def run(folder: Path) -> Result[Health]:
    """Look at Python, packages, git, the folder, the office share and the console."""
    checks = (
        Check("ikmctl", "ok", __version__), _python(), *_packages(), _git(), _writable(folder), *_share(), _console(),
    )  # fmt: skip
    return Result(Health(checks), failed=any(check.state == "broken" for check in checks))
