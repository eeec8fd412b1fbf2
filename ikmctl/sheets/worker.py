"""Run the reader in a child process with limits on memory and time: the second fence after the guard.

A child costs about 50 ms, most of what a small import takes, so it is used for all that the guard cannot
vouch for: xls, xlsb and ods, whose insides it does not know in full, and anything large.
"""

import importlib.util
import io
import pickle  # a child of our own writes it, and `_Plain` admits days and times alone
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from ikmctl.sheets import child

SECONDS: Final = 60
"""Longest time that one workbook may take."""
_BASE: Final = 128 * 1024 * 1024
_PER_BYTE: Final = 6
"""Measured: 200,000 rows of 20 columns unpack to 218 MB and need 640 MB."""
_MOST: Final = 3 * 1024 * 1024 * 1024
_PLAIN: Final = frozenset(("date", "datetime", "time", "timedelta"))


class _Plain(pickle.Unpickler):
    """Days and times are the only things that a child may send besides plain values."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if module_name == "datetime" and global_name in _PLAIN:
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(global_name)


def memory_for(size: int) -> int:
    """Address space that a child gets for a file that unpacks to `size` bytes."""
    return min(_MOST, _BASE + _PER_BYTE * size)


def read_apart(data: bytes, wanted: list[str] | None, size: int, seconds: int = SECONDS) -> dict[str, Any]:
    """`child.read_sheets` in a process of its own; a dead or late child is the error `stopped`.

    Args:
        data: the file.
        wanted: names of sheets, or None for the visible ones.
        size: bytes that the file unpacks to, which bounds the memory of the child.
        seconds: how long the child may take.
    """
    found = importlib.util.find_spec("python_calamine")
    library = str(Path(found.origin).parent.parent) if found and found.origin else ""
    command = [sys.executable, "-I", "-S", child.__file__, library, str(memory_for(size)), str(seconds)]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and our own file; sheet names are plain arguments
            [*command, *(wanted or [])], input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return {"error": "stopped", "why": f"> {seconds} s"}
    except (OSError, ValueError) as error:  # a name of a sheet that no command line can carry
        return {"error": "stopped", "why": type(error).__name__}
    if done.returncode:
        signal = -done.returncode
        return {"error": "stopped", "why": f"signal {signal}" if signal > 0 else f"exit {done.returncode}"}
    try:
        answer: dict[str, Any] = _Plain(io.BytesIO(done.stdout)).load()
    except (pickle.UnpicklingError, EOFError, ValueError):
        return {"error": "stopped", "why": "answer"}
    return answer
