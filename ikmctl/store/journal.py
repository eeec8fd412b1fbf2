"""The small file that names an unfinished write, and how the next writing command ends it.

A write prepares every new file beside its target, then puts the journal in place: from that moment on
it is rolled forward, unless the journal was renamed to say that it is being taken back. File names
alone tell the state, so a torn journal cannot mislead.
"""

import contextlib
import errno
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

PENDING: Final = ".ikmctl-pending"
"""The journal of a write that will be finished."""
TAKEN_BACK: Final = ".ikmctl-pending-back"
"""The journal of a write that will be undone."""
NEW: Final = ".ikmctl-pending-new-"
OLD: Final = ".ikmctl-pending-old-"
DRAFT: Final = NEW + "journal"
_LEFTOVER: Final = (NEW, OLD)
_DEPTH: Final = 5
"""From the folder of programs down to `cohorts/<program>/private/sheets/<number>`."""
PRIVATE: Final = 0o600
_LONGEST_NAME: Final = 255
_LONGEST_PATH: Final = 4000
_NO_SUCH_CALL: Final = frozenset((errno.EINVAL, errno.ENOTSUP, errno.ENOSYS))


class Step(Struct, frozen=True):
    """One target: `fresh` where no file stood there before, `delete` where none shall stand after."""

    target: Path
    fresh: bool
    delete: bool

    @property
    def new(self) -> Path:
        """The prepared file."""
        return self.target.with_name(NEW + self.target.name)

    @property
    def old(self) -> Path:
        """A second name of the file as it was before."""
        return self.target.with_name(OLD + self.target.name)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last; Windows and some network shares have no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(handle)


def write_new(path: Path, body: bytes, mode: int) -> None:
    """Write a file that must not exist yet, down to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        rest = memoryview(body)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def write_journal(home: Path, steps: Sequence[Step]) -> None:
    """Put the journal in place: the moment from which a write counts."""
    entries = [{"target": _spell(step.target, home), "fresh": step.fresh, "delete": step.delete} for step in steps]
    write_new(home / DRAFT, json.dumps({"format": 1, "steps": entries}).encode(), PRIVATE)
    (home / DRAFT).replace(home / PENDING)
    sync_folder(home)


def _spell(target: Path, home: Path) -> str:
    try:
        return target.relative_to(home).as_posix()
    except ValueError:
        return str(target)


def read_journal(path: Path, home: Path, shares: Sequence[Path]) -> list[Step]:
    """The steps of a journal; none where it is torn, or where it names a file outside of `home` and `shares`.

    A journal may come with a cloned repository, so it is believed only about files of this program.
    """
    try:
        entries = json.loads(path.read_bytes())["steps"]
        steps = [
            Step(home / _a_name(entry["target"]), bool(entry["fresh"]), bool(entry["delete"])) for entry in entries
        ]
        return steps if all(_is_ours(step.target, (home, *shares)) for step in steps) else []
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def _a_name(target: str) -> str:
    """What can be the name of a file at all: a journal of ours holds no other, and the disk would never take it."""
    spelled = os.fsencode(target)
    parts = re.split(rb"[/\\]", spelled)
    if b"\0" in spelled or len(spelled) > _LONGEST_PATH or any(len(part) > _LONGEST_NAME for part in parts):
        raise ValueError(target)
    return target


def _is_ours(target: Path, roots: Iterable[Path]) -> bool:
    """Whether a file of that name may lie under `roots`; a folder, or a file in a file, can never be written."""
    in_file = any(folder.is_file() for folder in target.parents)
    return lies_in(target, roots) and not target.is_dir() and not in_file


def lies_in(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a file, with every link on the way to it followed, lies under one of `roots` and is no link."""
    if ".." in path.parts or path.is_symlink():
        return False
    real = Path(os.path.realpath(path.parent))
    return any(real.is_relative_to(os.path.realpath(root)) for root in roots)


def forward(steps: Sequence[Step]) -> None:
    """Do what is left to do of a write."""
    for step in steps:
        if step.delete:
            step.target.unlink(missing_ok=True)
        elif _is_file(step.new):
            step.new.replace(step.target)
    _sync(steps)


def back(steps: Sequence[Step]) -> None:
    """Undo what was done of a write."""
    for step in steps:
        if _untouched(step):
            step.old.unlink(missing_ok=True)
        elif _is_file(step.old):
            step.old.replace(step.target)
        elif step.fresh:
            step.target.unlink(missing_ok=True)
        step.new.unlink(missing_ok=True)
    _sync(steps)


def _untouched(step: Step) -> bool:
    """Whether the target is still as it was: Windows refuses to put a file over one that is open, even the same."""
    return _is_file(step.target) if step.delete else _is_file(step.new)


def _sync(steps: Sequence[Step]) -> None:
    for folder in dict.fromkeys(step.target.parent for step in steps):
        if folder.is_dir():
            sync_folder(folder)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def sweep(home: Path, folders: Iterable[Path]) -> None:
    """Delete prepared files that no journal names: their write never came to count."""
    for folder in dict.fromkeys([*_folders(home, _DEPTH), *folders]):
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for leftover in [Path(entry.path) for entry in entries if entry.name.startswith(_LEFTOVER)]:
                leftover.unlink(missing_ok=True)


def _folders(home: Path, depth: int) -> Iterator[Path]:
    yield home
    if depth == 0:
        return
    with contextlib.suppress(OSError), os.scandir(home) as entries:
        below = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False) and entry.name[0] != "."]
        for folder in sorted(below):
            yield from _folders(Path(folder), depth - 1)
