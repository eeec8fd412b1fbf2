"""The small file that names an unfinished write, and how the next writing command ends it.

A write prepares every new file beside its target, then puts the journal in place: from that moment on
it is rolled forward, unless the journal was renamed to say that it is being taken back. File names
alone tell the state, so a torn journal cannot mislead.
"""

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PENDING: Final = ".ikmctl-pending"
"""The journal of a write that will be finished."""
TAKEN_BACK: Final = ".ikmctl-pending-back"
"""The journal of a write that will be undone."""
NEW: Final = ".ikmctl-pending-new-"
OLD: Final = ".ikmctl-pending-old-"
_DEPTH: Final = 3
_PRIVATE: Final = 0o600


@dataclass(frozen=True, slots=True)
class Step:
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
        import errno

        if fault.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
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
    draft = home / (NEW + "journal")
    write_new(draft, json.dumps({"format": 1, "steps": entries}, ensure_ascii=False).encode(), _PRIVATE)
    draft.replace(home / PENDING)
    sync_folder(home)


def _spell(target: Path, home: Path) -> str:
    try:
        return target.relative_to(home).as_posix()
    except ValueError:
        return str(target)


def read_journal(path: Path, home: Path, shares: Sequence[Path]) -> list[Step]:
    """The steps of a journal; none where it is torn, or where it names a file outside of `home` and `shares`."""
    try:
        entries = json.loads(path.read_bytes())["steps"]
        steps = [Step(home / entry["target"], bool(entry["fresh"]), bool(entry["delete"])) for entry in entries]
    except (ValueError, KeyError, TypeError):
        return []
    return steps if all(inside(step.target, (home, *shares)) for step in steps) else []


def inside(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a file, with every link on the way to it followed, lies under one of `roots`."""
    real = Path(os.path.realpath(path.parent)) / path.name
    if ".." in path.parts or path.is_symlink():
        return False
    return any(real.is_relative_to(os.path.realpath(root)) for root in roots)


def forward(steps: Iterable[Step]) -> None:
    """Do what is left to do of a write."""
    for step in steps:
        if step.delete:
            step.target.unlink(missing_ok=True)
        elif _is_file(step.new):
            step.new.replace(step.target)
    for folder in {step.target.parent for step in steps}:
        sync_folder(folder)


def back(steps: Iterable[Step]) -> None:
    """Undo what was done of a write."""
    for step in steps:
        if _is_file(step.old):
            step.old.replace(step.target)
        elif step.fresh:
            step.target.unlink(missing_ok=True)
        step.new.unlink(missing_ok=True)
    for folder in {step.target.parent for step in steps if step.target.parent.is_dir()}:
        sync_folder(folder)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def sweep(home: Path, folders: Iterable[Path]) -> None:
    """Delete prepared files that no journal names: their write never came to count."""
    for folder in {*_folders(home, _DEPTH), *folders}:
        with contextlib.suppress(OSError):
            for leftover in [*folder.glob(NEW + "*"), *folder.glob(OLD + "*")]:
                leftover.unlink(missing_ok=True)


def _folders(home: Path, depth: int) -> Iterator[Path]:
    yield home
    if depth == 0:
        return
    with contextlib.suppress(OSError), os.scandir(home) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from _folders(Path(entry.path), depth - 1)
