"""How a command begins to write, and how its changes come to stand on disk."""

import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from ikmctl.domain.diagnostic import Diagnostic, Severity, has_errors

if TYPE_CHECKING:
    from ikmctl.store.changes import Changes
    from ikmctl.store.layout import CohortPaths
    from ikmctl.workflow.result import Result


def shown(path: Path) -> str:
    """A path as the user would type it from where they stand."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()


def undisturbed(work: "Callable[[CohortPaths], Result[Any]]", paths: "CohortPaths") -> "Result[Any]":
    """Work on files that no other command replaces meanwhile; where one did, once more while it is kept out."""
    from ikmctl.store.lock import hold, stamp

    before = stamp(paths.root)
    result = work(paths)
    if stamp(paths.root) == before:
        return result
    with ExitStack() as held:
        with suppress(OSError):  # where no lock can be made, a second look is the best there is
            held.enter_context(hold(paths.root))
        return work(paths)


def begin(held: ExitStack, root: Path) -> tuple[Diagnostic, ...]:
    """Take the lock and end what a crash left, so that nothing is worked out from files half old and half new.

    Where no lock can be made, writing itself will say why.
    """
    from ikmctl.store.atomic import pending, recover
    from ikmctl.store.lock import hold

    try:
        if busy := held.enter_context(hold(root)):
            return busy
    except OSError:
        return ()
    if not pending(root):
        return ()
    return recover(root) or (Diagnostic("IKM940", severity=Severity.NOTE),)


def with_warning(result: "Result[Any]", root: Path, begun: tuple[Diagnostic, ...]) -> "Result[Any]":
    """Add that a crash left files half old and half new, or that this was ended just now."""
    from ikmctl.store.atomic import unfinished

    warned = begun or unfinished(root)
    return replace(result, diagnostics=(*warned, *result.diagnostics)) if warned else result


class Touched(Struct, frozen=True):
    """The files that a command wrote and took away, or would."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything on disk is otherwise than before."""
        return bool(self.written or self.removed)


def _touched(changes: "Changes | None") -> Touched:
    if changes is None:
        return Touched()
    try:
        files = changes.differing()
    except OSError:  # writing itself will say why
        files = {**changes.files, **changes.named}
    return Touched(
        tuple(shown(path) for path, body in files.items() if body is not None),
        tuple(shown(path) for path, body in files.items() if body is None),
    )


def _nowhere(changes: "Changes", root: Path) -> tuple[Diagnostic, ...]:
    """Files named with `-o` in a folder that is not there, most often misspelt; the program's own are made."""
    folders = {Path(os.path.realpath(path.parent)) for path in changes.named}  # links in a circle stay as they are
    missing = [folder for folder in folders if not folder.exists() and root.resolve() not in folder.parents]
    return tuple(Diagnostic("IKM677", params={"folder": shown(folder)}) for folder in sorted(missing))


def _undone(result: "Result[Any]", faults: "tuple[Diagnostic, ...]") -> "Result[Any]":
    """Why nothing was written, and no word of what would have been."""
    diagnostics = (*result.diagnostics, *faults)
    return replace(result, data=None, diagnostics=diagnostics, next_step="", unusable=True)


def commit(result: "Result[Any]", root: Path | None, *, dry_run: bool) -> "tuple[Result[Any], Touched]":
    """Write what differs from the files on disk; a fault of the machine joins the problems."""
    changes = result.changes
    touched = _touched(changes)
    if changes is None or not touched.any or root is None:
        return result, touched
    if nowhere := _nowhere(changes, root):
        return _undone(result, nowhere), Touched()
    if dry_run:
        return result, touched
    from ikmctl.store import atomic

    faults = atomic.commit(changes, root)
    beside = {
        shown(Path(str(one.params["file"]))): str(one.params["beside"]) for one in faults if "beside" in one.params
    }
    if has_errors(faults):
        return _undone(result, faults), Touched()
    together = replace(result, diagnostics=(*result.diagnostics, *faults))
    return together, replace(touched, written=tuple(beside.get(file, file) for file in touched.written))
