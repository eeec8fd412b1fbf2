"""Write several files so that a crash, a full disk or another command meets all of them or none.

Order of things: take the lock; end what a crash left; prepare each new file beside its target and give
the old one a second name; put the journal in place; rename; take the journal away. A fault before the
journal leaves the old files, a fault after it is taken back, a crash is ended by the next command.
"""

import contextlib
import os
import re
import stat
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ikmctl.domain.diagnostic import NOWHERE, Diagnostic, Severity, Where
from ikmctl.store import journal
from ikmctl.store.changes import Changes, read_bytes
from ikmctl.store.journal import PENDING, TAKEN_BACK, Step
from ikmctl.store.layout import PRIVATE_VARIABLE
from ikmctl.store.lock import LOCK, WAIT_SECONDS, hold, home_of, is_home, named, shown
from ikmctl.store.oserrors import explain

__all__ = ["LOCK", "WAIT_SECONDS", "commit", "hold", "home_of", "pending", "recover", "unfinished"]

_PUBLIC: Final = 0o666
_PRIVATE_FOLDER: Final = 0o700
_PATIENCE: Final = 2
_DETOURS: Final = 20
"""Documents that may be open elsewhere before writing gives up."""
_DOCUMENTS: Final = frozenset((".xlsx", ".docx", ".pdf", ".png", ".html"))
_COUNTED: Final = re.compile(r" \([0-9]+\)\Z")


def pending(root: Path) -> bool:
    """Whether a crash left a write unfinished; the next writing command ends it."""
    home = home_of(root)
    if not _has_journal(home):
        return False
    # another command may be in the midst of its renames: wait for it
    with contextlib.suppress(OSError), hold(home, _PATIENCE):
        return _has_journal(home)
    return True


def _has_journal(home: Path) -> bool:
    return any((home / name).is_file() for name in (PENDING, TAKEN_BACK))


def unfinished(root: Path) -> tuple[Diagnostic, ...]:
    """What a reading command says where files may be half old and half new."""
    return (_cut_off(),) if pending(root) else ()


def _cut_off() -> Diagnostic:
    return Diagnostic("IKM908", severity=Severity.WARNING)


def recover(root: Path) -> tuple[Diagnostic, ...]:
    """End what a crash left, forward or back; `commit` does it by itself."""
    home = home_of(root)
    try:
        with hold(home) as busy:
            if not busy:
                _settle(home, ())
            return busy
    except OSError as fault:
        return (_explained(fault, home),)


def commit(changes: Changes, root: Path) -> tuple[Diagnostic, ...]:
    """Write all of `changes`, or nothing; files that hold the same bytes already are left alone.

    Returns:
        Nothing where all went well. With an error among the diagnostics no file was changed, or, where
        even taking back failed, IKM908 says so and the next writing command ends what is pending.
    """
    home = home_of(root)
    try:
        if not _has_journal(home) and not changes.differing():
            return ()
        with contextlib.ExitStack() as held:
            try:
                busy = held.enter_context(hold(home)) if is_home(home) or changes.files else None
            except OSError:
                if not _elsewhere(changes, home):
                    raise
                busy = None
            return busy or _write_beside(changes, None if busy is None else home)
    except OSError as fault:
        return (_explained(fault, home),)


def _elsewhere(changes: Changes, home: Path) -> bool:
    """Whether nothing but files that the user named outside of `home` is to be written: it may be read-only then."""
    return not changes.files and not any(journal.lies_in(path.absolute(), (home,)) for path in changes.named)


def _write_beside(changes: Changes, home: Path | None) -> tuple[Diagnostic, ...]:
    """Write; a document that another program holds open gets its new text beside it, as `recap (2).xlsx`."""
    moved: list[Diagnostic] = []
    for _ in range(_DETOURS):
        try:
            return (*_write(changes, home), *moved)
        except OSError as fault:
            held = _held_document(fault, changes)
            if held is None:
                raise
            beside = _free_name(held, changes)
            changes = changes.moved(held, beside)
            params = {"file": shown(held), "beside": shown(beside)}
            moved.append(Diagnostic("IKM963", Where(shown(held)), params, Severity.WARNING))
    return (*_write(changes, home), *moved)


def _held_document(fault: OSError, changes: Changes) -> Path | None:
    """The document that Excel or Word holds open on Windows, if that is the fault.

    Only what people open and nothing reads back may get another name: never a table, never program.yaml.
    """
    if _explained(fault, Path()).code != "IKM909" or not isinstance(fault.filename2 or fault.filename, str):
        return None
    path = Path(fault.filename2 or fault.filename)
    target = path.with_name(path.name.removeprefix(journal.NEW).removeprefix(journal.OLD))
    documents = [*changes.named, *(one for one, body in changes.files.items() if body and one.suffix in _DOCUMENTS)]
    return next((one for one in documents if one.absolute() == target.absolute()), None)


def _free_name(path: Path, changes: Changes) -> Path:
    stem = _COUNTED.sub("", path.stem)
    taken = {*changes.files, *changes.named}
    names = (path.with_name(f"{stem} ({number}){path.suffix}") for number in count(2))
    return next(name for name in names if name not in taken and not name.exists())


def _write(changes: Changes, home: Path | None) -> tuple[Diagnostic, ...]:
    """The work of `commit`, under the lock of `home`; without one only files elsewhere are written."""
    if home is None:
        _discard([Step(path.absolute(), fresh=False, delete=False) for path in changes.named], ())
    else:
        _settle(home, [path.absolute().parent for path in (*changes.files, *changes.named)])
    refused = (*_changed_meanwhile(changes), *_strayed(changes, home))
    if refused:
        return refused
    bodies = changes.differing()
    private = {path.absolute() for path in changes.private}
    named = {path.absolute() for path in changes.named}
    steps = [Step(path, fresh=not path.exists(), delete=body is None) for path, body in bodies.items()]
    roots = () if home is None else (home,)
    free = [step for step in steps if step.target in named and not journal.lies_in(step.target, roots)]
    kept = [step for step in steps if step not in free]
    made: list[Path] = []
    try:
        for step in steps:
            _prepare(step, bodies[step.target], private=step.target in private, made=made)
        # no journal may name a file elsewhere, so it comes first: no ledger tells of a document that is not there
        journal.forward(free)
        if kept and home is not None:
            journal.write_journal(home, kept)
    except BaseException:
        with contextlib.suppress(OSError):
            journal.back(free)
        _abandon(steps, home, made)
        raise
    return _finish(free, None) if home is None else _apply(kept, free, home, made)


def _changed_meanwhile(changes: Changes) -> tuple[Diagnostic, ...]:
    stale = [path for path, body in changes.base.items() if read_bytes(path) != body]
    return tuple(Diagnostic("IKM911", Where(shown(path)), {"file": shown(path)}) for path in stale)


def _strayed(changes: Changes, home: Path | None) -> tuple[Diagnostic, ...]:
    """Files that a link would lead out of the folder of programs and the office share."""
    roots = (*([] if home is None else [home]), *_shares())
    strayed = [path for path in changes.files if not journal.lies_in(path.absolute(), roots)]
    strayed += [path for path in changes.named if path.is_symlink()]
    return tuple(Diagnostic("IKM910", Where(shown(path)), {"file": shown(path)}) for path in strayed)


def _prepare(step: Step, body: bytes | None, *, private: bool, made: list[Path]) -> None:
    """Write the new file beside its target, and give the old one a second name."""
    _make_folder(step.target.parent, made, private=private)
    mode = _PUBLIC if step.fresh else stat.S_IMODE(step.target.stat().st_mode)
    if body is not None:
        journal.write_new(step.new, body, journal.PRIVATE if private else mode)
    if not step.fresh:
        try:
            os.link(step.target, step.old)
        except OSError:
            # no hard links here (exFAT, some shares): a copy serves as well
            journal.write_new(step.old, step.target.read_bytes(), mode)


def _make_folder(folder: Path, made: list[Path], *, private: bool) -> None:
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    for parent in reversed(missing):
        parent.mkdir(mode=_PRIVATE_FOLDER if private else 0o777)
        made.append(parent)
        journal.sync_folder(parent.parent)


def _abandon(steps: Sequence[Step], home: Path | None, made: Sequence[Path]) -> None:
    """Remove what was prepared. The journal goes first: without it, what stays behind is swept up later."""
    try:
        if home is not None:
            (home / PENDING).unlink(missing_ok=True)
    except OSError:
        return
    _discard(steps, made)
    with contextlib.suppress(OSError):
        if home is not None:
            (home / journal.DRAFT).unlink(missing_ok=True)


def _discard(steps: Sequence[Step], made: Sequence[Path]) -> None:
    for step in steps:
        for leftover in (step.new, step.old):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
    for folder in reversed(made):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _apply(kept: Sequence[Step], free: Sequence[Step], home: Path, made: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """Rename what the journal names; a fault is taken back, and where that fails too, left for later.

    Where `kept` is empty there is no journal. Files elsewhere, `free`, are in place already.
    """
    steps = [*kept, *free]
    try:
        journal.forward(kept)
    except BaseException as fault:
        if not _take_back(steps, home, made):
            if isinstance(fault, OSError):
                return _explained(fault, home), _cut_off()
            raise
        raise
    return _finish(steps, home if kept else None)


def _take_back(steps: Sequence[Step], home: Path, made: Sequence[Path]) -> bool:
    """Undo renames; False where the disk refuses that as well, so that the journal stays."""
    try:
        if (home / PENDING).exists():
            (home / PENDING).replace(home / TAKEN_BACK)
        journal.back(steps)
        (home / TAKEN_BACK).unlink(missing_ok=True)
    except OSError:
        return False
    _discard(steps, made)
    return True


def _finish(steps: Sequence[Step], home: Path | None) -> tuple[Diagnostic, ...]:
    """Take the journal of `home` away; a second name that stays behind is swept up later."""
    try:
        if home is not None:
            (home / PENDING).unlink(missing_ok=True)
    except OSError:
        return (_cut_off(),)
    _discard(steps, ())
    return ()


def _settle(home: Path, folders: Sequence[Path]) -> None:
    """End what a crash left: forward, back, or swept away."""
    for name, end in ((TAKEN_BACK, journal.back), (PENDING, journal.forward)):
        if (home / name).is_file():
            steps = journal.read_journal(home / name, home, _shares())
            end(steps)
            (home / name).unlink()
            _discard(steps, ())
    journal.sweep(home, folders)


def _shares() -> tuple[Path, ...]:
    share = os.environ.get(PRIVATE_VARIABLE)
    return (Path(share).absolute(),) if share else ()


def _explained(fault: OSError, home: Path) -> Diagnostic:
    """A fault by the name of the file that the user knows."""
    path = Path(os.fsdecode(fault.filename)) if isinstance(fault.filename, str | bytes) else home
    name = path.name.removeprefix(journal.NEW).removeprefix(journal.OLD)
    if name in ("", LOCK, PENDING, TAKEN_BACK, "journal"):
        return replace(explain(fault, named(home)), where=NOWHERE)
    return explain(fault, shown(path.with_name(name)))
