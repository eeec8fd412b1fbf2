"""What `doctor` looks at besides packages: git, fonts, encoding, write rights, space, long paths, clouds, clock."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from msgspec import Struct

from ikmctl.store.layout import all_cohorts

State: TypeAlias = Literal["ok", "missing", "doubt", "broken"]

PLATFORM: str = sys.platform
"""A name of its own, so that the type checker looks at the parts for every system."""
_FONTS: Final = Path(__file__).resolve().parents[1] / "render" / "documents" / "fonts"
_ROOM: Final = 200
"""Megabytes below which a program of the usual size may not find room for its documents and backups."""
_LEAST: Final = 20
_LONG: Final = 120
"""Letters of a folder's path beyond which files below it pass the 260 that Windows allows."""
_CLOUDS: Final = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mega", "nextcloud", "syncthing")
_DAY: Final = 86_400
_GIT: Final = {
    "win32": "winget install --id Git.Git",
    "darwin": "xcode-select --install",
}
_CLOCK: Final = {"win32": "w32tm /resync", "darwin": "sudo sntp -sS time.apple.com"}
_LONG_PATHS: Final = (
    r"New-ItemProperty -Path HKLM:\SYSTEM\CurrentControlSet\Control\FileSystem"
    " -Name LongPathsEnabled -Value 1 -PropertyType DWORD -Force"
)


class Check(Struct, frozen=True):
    """One thing looked at. `key` names its text.

    A `broken` one keeps ikmctl from working, a `missing` one does not, a `doubt` is for a person to look at.
    """

    key: str
    state: State
    found: str = ""
    command: str = ""


def git() -> Check:
    """Whether git is there, and how to get it."""
    if shutil.which("git"):
        return Check("git", "ok")
    return Check("git", "missing", command=_GIT.get(PLATFORM, "sudo apt install git"))


def fonts() -> Check:
    """The fonts of documents come with ikmctl; none is taken from the computer."""
    found = sorted(path.name for path in _FONTS.glob("*.ttf"))
    fix = "" if found else "python -m pip install --force-reinstall ikmctl"
    return Check("fonts", "ok" if found else "broken", str(len(found)), fix)


def console() -> Check:
    """Whether names with letters beyond the console's own can be shown as they are."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    if encoding.startswith("utf"):
        return Check("console", "ok", encoding)
    return Check("console", "missing", encoding, "chcp 65001" if PLATFORM == "win32" else "export LC_ALL=C.UTF-8")


def writable(folder: Path, key: str) -> Check:
    """Whether a file can be made in a folder: asked by making one, since Windows answers `yes` to less."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Check(key, "ok", folder.as_posix())
    except OSError:
        return Check(key, "broken", folder.as_posix())


def share() -> Iterator[Check]:
    """The office share, where one is named."""
    if named := os.environ.get("IKMCTL_PRIVATE"):
        yield writable(Path(named), "share")


def space(folder: Path) -> Check:
    """Room on the disk of a folder, in megabytes."""
    free = shutil.disk_usage(folder).free // 1_000_000
    return Check("space", "ok" if free >= _ROOM else "doubt" if free >= _LEAST else "broken", str(free))


def long_path(folder: Path) -> Iterator[Check]:
    """Windows alone counts the letters of a path."""
    if PLATFORM == "win32" and len(str(folder)) > _LONG and not _long_paths_enabled():
        yield Check("path", "doubt", str(len(str(folder))), _LONG_PATHS)


def _long_paths_enabled() -> bool:
    winreg: Any = import_module("winreg")
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def clouds(folder: Path) -> Iterator[Check]:
    """Private folders that a program for sharing files carries away."""
    for paths in all_cohorts(folder):
        place = paths.private.absolute()
        if any(cloud in part.lower() for part in place.parts for cloud in _CLOUDS):
            yield Check("cloud", "doubt", place.as_posix(), _keep_home(paths.private))


def _keep_home(private: Path) -> str:
    home = Path.home() / "ikmctl-private"
    word = "set" if PLATFORM == "win32" else "export"
    return f"{word} IKMCTL_PRIVATE={home.as_posix()}" if private.name == "private" else ""


def clock(folder: Path, now: float) -> Check:
    """A clock that is behind files that exist already would date decisions wrongly."""
    files = [Path(__file__), *(path.program for path in all_cohorts(folder))]
    newest = max(path.stat().st_mtime for path in files)
    if now + _DAY >= newest:
        return Check("clock", "ok")
    return Check("clock", "doubt", command=_CLOCK.get(PLATFORM, "timedatectl set-ntp true"))
