"""What the operating system says when a file cannot be read or written, as diagnostics."""

import errno
from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Where

_NO_SPACE: Final = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))
_NO_PERMISSION: Final = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))
_WINDOWS_SHARING: Final = frozenset((5, 32, 33))
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: mostly an open Excel window."""


def explain(fault: OSError, shown: str, path: Path | None = None) -> Diagnostic:
    """Name what went wrong with the file `shown`; `path` lets a folder be told from a forbidden file."""
    params = {"file": shown}
    where = Where(shown)
    # Windows answers EACCES for a folder, so the folder is asked about first
    if isinstance(fault, IsADirectoryError) or (path is not None and path.is_dir()):
        return Diagnostic("IKM901", where, params)
    if isinstance(fault, NotADirectoryError | FileExistsError) and (file := _file_above(Path(shown))):
        return Diagnostic("IKM187", Where(file), {"file": file})
    if getattr(fault, "winerror", None) in _WINDOWS_SHARING:
        return Diagnostic("IKM909", where, params)
    if isinstance(fault, FileNotFoundError):
        return Diagnostic("IKM900", where, params)
    if fault.errno in _NO_PERMISSION:
        return Diagnostic("IKM902", where, params)
    if fault.errno in _NO_SPACE:
        return Diagnostic("IKM906", where, params)
    return Diagnostic("IKM905", where, params | {"error": errno.errorcode.get(fault.errno or 0, "OSError")})


def _file_above(path: Path) -> str:
    """The file that stands where a folder on the way to `path` belongs; empty where there is none."""
    return next((folder.as_posix() for folder in path.parents if folder.is_file()), "")
