"""One writer at a time: the lock of a folder of programs, and where its lock and journal lie."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic
from ikmctl.store.layout import COHORTS, PROGRAM

LOCK: Final = ".ikmctl-lock"
WAIT_SECONDS: Final = 10


def home_of(root: Path) -> Path:
    """The folder that holds lock and journal: the one above `cohorts/`, else that of program.yaml."""
    root = root.absolute()
    for folder in (root, *root.parents):
        if folder.name == COHORTS:
            return folder.parent
        if folder.parent.name == COHORTS:
            return folder.parent.parent
        if os.path.isfile(folder / PROGRAM):  # noqa: PTH113  # unlike Path.is_file it never raises
            return folder
    return root


def is_home(home: Path) -> bool:
    """Whether any program lies there; else there is nothing that a lock would guard."""
    return (home / COHORTS).is_dir() or (home / PROGRAM).is_file()


def shown(path: Path) -> str:
    """A path as the user would type it from where they stand."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()


def named(home: Path) -> str:
    """A folder of programs by its own name: seen from inside, its path would read `../..`."""
    return home.name or str(home)


def stamp(root: Path) -> frozenset[tuple[str, int, int, int]]:
    """What tells the files of a program from those that another command puts in their place."""
    found = set()
    folders = [str(root)]
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if folder == folders[0] and entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    state = entry.stat(follow_symlinks=False)
                    found.add((entry.path, state.st_ino, state.st_mtime_ns, state.st_size))
    return frozenset(found)


@contextlib.contextmanager
def hold(root: Path, seconds: float = WAIT_SECONDS) -> Iterator[tuple[Diagnostic, ...]]:
    """Keep other writing commands out while the block runs; blocks may stand inside of each other.

    Yields:
        Nothing where the lock is held; where another command keeps it for longer than `seconds`, the
        diagnostic that says so: then nothing may be written.

    Raises:
        OSError: the lock cannot be made, for example in a folder that is read-only.
    """
    from filelock import FileLock, Timeout

    home = home_of(root)
    home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home / LOCK, is_singleton=True)
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        yield (Diagnostic("IKM907", params={"seconds": int(seconds)}),)
        return
    try:
        yield ()
    finally:
        # the work is done either way, and the end of the process frees what cannot be freed here
        with contextlib.suppress(OSError):
            lock.release()
