"""Write several files so that a crash, a full disk or another command meets all of them or none.

Order of things: take the lock; end what a crash left; prepare each new file beside its target and give
the old one a second name; put the journal in place; rename; take the journal away. A fault before the
journal leaves the old files, a fault after it is taken back, a crash is ended by the next command.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Severity, Where, has_errors
from ikmctl.store import journal
from ikmctl.store.journal import PENDING, TAKEN_BACK, Step
from ikmctl.store.layout import COHORTS, PRIVATE_VARIABLE, PROGRAM
from ikmctl.store.oserrors import explain

LOCK: Final = ".ikmctl-lock"
WAIT_SECONDS: Final = 10
_PUBLIC: Final = 0o666
_PRIVATE: Final = 0o600
_PRIVATE_FOLDER: Final = 0o700


@dataclass(frozen=True, slots=True)
class Changes:
    """The files to write; None deletes one. `private` files are readable by their owner alone."""

    files: Mapping[Path, bytes | None]
    private: frozenset[Path] = field(default_factory=frozenset)


def home_of(root: Path) -> Path:
    """The folder that holds lock and journal: the one above `cohorts/`, else that of program.yaml."""
    root = root.absolute()
    for folder in (root, *root.parents):
        if folder.name == COHORTS:
            return folder.parent
        if folder.parent.name == COHORTS:
            return folder.parent.parent
        if (folder / PROGRAM).is_file():
            return folder
    return root


def pending(root: Path) -> bool:
    """Whether a crash left a write unfinished; the next writing command ends it."""
    home = home_of(root)
    return any((home / name).is_file() for name in (PENDING, TAKEN_BACK))


def unfinished(root: Path) -> tuple[Diagnostic, ...]:
    """What a reading command says where files may be half old and half new."""
    return (Diagnostic("IKM908", Where(_shown(home_of(root))), severity=Severity.WARNING),) if pending(root) else ()


def recover(root: Path) -> tuple[Diagnostic, ...]:
    """End what a crash left, forward or back; `commit` does it by itself."""
    home = home_of(root)
    try:
        with _lock(home) as busy:
            if not busy:
                _settle(home, ())
            return busy
    except OSError as fault:
        return (explain(fault, _shown(_file_of(fault, home))),)


def commit(changes: Changes, root: Path) -> tuple[Diagnostic, ...]:
    """Write all of `changes`, or nothing; files that hold the same bytes already are left alone.

    Returns:
        Nothing where all went well. With an error among the diagnostics no file was changed, or, where
        even taking back failed, the next writing command will end what is pending.
    """
    home = home_of(root)
    if not pending(root) and not _differing(changes):
        return ()
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _lock(home) as busy:
            return busy or _write(changes, home)
    except OSError as fault:
        return (explain(fault, _shown(_file_of(fault, home))),)


def _write(changes: Changes, home: Path) -> tuple[Diagnostic, ...]:
    """The work of `commit`, under the lock."""
    _settle(home, [path.parent for path in changes.files])
    roots = (home, *_shares())
    files = {path.absolute(): body for path, body in _differing(changes).items()}
    strayed = [path for path in files if not journal.inside(path, roots)]
    if strayed:
        return tuple(Diagnostic("IKM910", Where(_shown(path)), {"file": _shown(path)}) for path in strayed)
    private = {path.absolute() for path in changes.private}
    steps = [Step(path, not path.exists(), body is None) for path, body in files.items()]
    made: list[Path] = []
    try:
        for step in steps:
            _prepare(step, files[step.target], private=step.target in private, made=made)
        journal.write_journal(home, steps)
    except BaseException:
        _discard(steps, home, made)
        raise
    return _apply(steps, home, made)


def _prepare(step: Step, body: bytes | None, *, private: bool, made: list[Path]) -> None:
    """Write the new file beside its target, and give the old one a second name."""
    _make_folder(step.target.parent, made, private=private)
    if body is not None:
        journal.write_new(step.new, body, _PRIVATE if private else _PUBLIC)
    if not step.fresh:
        try:
            os.link(step.target, step.old)
        except OSError:
            # no hard links here (exFAT, some shares): a copy serves as well
            shutil.copyfile(step.target, step.old)


def _make_folder(folder: Path, made: list[Path], *, private: bool) -> None:
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir(mode=_PRIVATE_FOLDER if private else 0o777)
        made.append(parent)


def _discard(steps: list[Step], home: Path, made: list[Path]) -> None:
    """Remove all that was prepared; what cannot be removed now the next command sweeps up."""
    for step in steps:
        for leftover in (step.new, step.old):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
    for name in (journal.NEW + "journal", PENDING, TAKEN_BACK):
        with contextlib.suppress(OSError):
            (home / name).unlink(missing_ok=True)
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _apply(steps: list[Step], home: Path, made: list[Path]) -> tuple[Diagnostic, ...]:
    """Rename all that was prepared; a fault is taken back, and where that fails too, left for later."""
    try:
        journal.forward(steps)
    except BaseException as fault:
        try:
            (home / PENDING).replace(home / TAKEN_BACK)
            journal.back(steps)
        except OSError:
            if isinstance(fault, OSError):
                return (explain(fault, _shown(_file_of(fault, home))), *unfinished(home))
            raise fault from None
        _discard(steps, home, made)
        raise
    return _finish(steps, home)


def _finish(steps: list[Step], home: Path) -> tuple[Diagnostic, ...]:
    """Take the journal away; a second name that stays behind harms nobody."""
    try:
        (home / PENDING).unlink()
    except OSError:
        return unfinished(home)
    for step in steps:
        with contextlib.suppress(OSError):
            step.old.unlink(missing_ok=True)
    return ()


def _settle(home: Path, folders: list[Path] | tuple[Path, ...]) -> None:
    """End what a crash left: forward, back, or swept away."""
    for name, end in ((TAKEN_BACK, journal.back), (PENDING, journal.forward)):
        if (home / name).is_file():
            steps = journal.read_journal(home / name, home, _shares())
            end(steps)
            (home / name).unlink()
            _discard(steps, home, [])
    journal.sweep(home, folders)


def _differing(changes: Changes) -> dict[Path, bytes | None]:
    return {path: body for path, body in changes.files.items() if _read(path) != body}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def _lock(home: Path) -> Iterator[tuple[Diagnostic, ...]]:
    """Hold the lock; where another command holds it for too long, say so instead."""
    from filelock import FileLock, Timeout

    lock = FileLock(home / LOCK, timeout=WAIT_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        yield (Diagnostic("IKM907", Where(_shown(home)), {"seconds": WAIT_SECONDS}),)
        return
    try:
        yield ()
    finally:
        lock.release()


def _shares() -> tuple[Path, ...]:
    share = os.environ.get(PRIVATE_VARIABLE)
    return (Path(share).absolute(),) if share else ()


def _file_of(fault: OSError, home: Path) -> Path:
    """The file that a fault speaks of, by the name that the user knows."""
    path = Path(fault.filename) if isinstance(fault.filename, str) else home
    for prefix in (journal.NEW, journal.OLD):
        path = path.with_name(path.name.removeprefix(prefix) or path.name)
    return home if path.name in (LOCK, PENDING, "journal") else path


def _shown(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


__all__ = ["LOCK", "WAIT_SECONDS", "Changes", "commit", "has_errors", "home_of", "pending", "recover", "unfinished"]
