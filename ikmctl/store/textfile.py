"""Text files as they lie on the disk: bytes into text, every way in which that fails as a diagnostic."""

from pathlib import Path
from typing import Final

from ikmctl.domain.diagnostic import Diagnostic, Where
from ikmctl.store.oserrors import explain

MAX_BYTES: Final = 512 * 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"


def load_text(path: Path, shown: str, *, limit: int = MAX_BYTES) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Read a text file; a file that is not there gives neither text nor a problem.

    Args:
        path: the file.
        shown: its name in problems, relative to where the user stands.
        limit: bytes beyond which the file is refused unread.
    """
    try:
        with path.open("rb") as source:
            data = source.read(limit + 1)
    except FileNotFoundError:
        return None, ()
    except OSError as fault:
        return None, (explain(fault, shown, path),)
    if len(data) > limit:
        return None, (Diagnostic("IKM904", Where(shown), {"file": shown, "limit": limit // (1024 * 1024)}),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        start = data.rfind(b"\n", 0, fault.start) + 1
        column = len(data[start : fault.start].decode("utf-8", "replace")) + 1
        return None, (Diagnostic("IKM903", Where(shown, line, column), {"file": shown}),)
