"""Fail one system call of one command, from outside: strace on a child that was forked when all was loaded.

The child waits for a signal until strace holds it, so only the command itself is counted. What it says goes
to a file. Linux only; `hook.py` does the same from inside on every system.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reliability.scenes import ENVIRONMENT
from tools.console import standing_in

from ikmctl import cli

MARKER: Final = "/ikmctl-marker"
TRACED: Final = "%file,%desc"
LEFT_OUT: Final = frozenset(
    ("mmap", "munmap", "mprotect", "epoll_wait", "poll", "select", "pselect6", "execve", "close_range")
)
"""Calls about memory and waiting, which touch no file."""
SPACE: Final = frozenset(
    ("openat", "open", "write", "pwrite64", "fsync", "link", "linkat", "rename", "renameat", "mkdir")
)
"""Calls that may answer that the disk is full."""
KINDS: Final = ("signal=KILL", "error=ENOSPC", "error=EIO", "signal=INT")
KILLED: Final = -signal.SIGKILL
NOT_OVER: Final = 99
"""The exit code of a command that something escaped from."""


CHANGING: Final = re.compile(
    r"openat\(.*O_(CREAT|WRONLY|RDWR)|(write|fsync|link|linkat|rename|renameat|unlink|unlinkat|mkdir|rmdir|f?chmod|ftruncate|flock)\("
)
"""Calls that change what a later look at the files can see."""


@dataclass(frozen=True)
class Point:
    """One call: its name, and the how-maniest of that name it is.

    A kill at a call that only looks, after another that only looks, meets the same files: `fresh` is false there.
    A `twin` only looks, at what was looked at before, after the same call as then.
    """

    call: str
    number: int
    changes: bool = False
    fresh: bool = True
    twin: bool = False


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code (negative for a signal), all it said, and the call that failed."""

    code: int
    said: str
    hit: str


def reason() -> str:
    """Why there is no tracing here, or the empty text."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "there is no strace on this computer"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace may not trace on this computer"


def _child(root: Path, command: str) -> None:
    """What the forked process does; it never returns."""
    code, words = NOT_OVER, io.StringIO()
    with standing_in(root, {"IKMCTL_LANG": "en", **ENVIRONMENT}):
        sys.stdout = sys.stderr = words
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.sigwait({signal.SIGUSR1})
        Path(MARKER).exists()
        escaped = ""
        try:
            code = cli.run(shlex.split(command)[1:])
        except BaseException as error:  # noqa: BLE001  # whatever escapes is what the tests look for
            # a Ctrl-C between the return and this line meets a command that is over, so only the code tells
            escaped = f"escaped: {error!r}" if code == NOT_OVER else ""
        finally:
            with contextlib.suppress(BaseException):
                (root.parent / "said").write_text(words.getvalue() + escaped)
            os._exit(code)


def run(root: Path, command: str, options: Sequence[str] = ()) -> tuple[Ended, list[str]]:
    """Run a command below strace and answer how it ended and the calls it made."""
    log, said = root.parent / "log", root.parent / "said"
    said.unlink(missing_ok=True)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    pid = os.fork()
    if pid == 0:
        try:
            _child(root, command)
        finally:
            os._exit(130)  # interrupted before its first word; a second test process must never live on
    with subprocess.Popen(
        ["strace", "-p", str(pid), "-o", str(log), f"-etrace={TRACED}", *options],
        stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
    ) as tracer:  # fmt: skip
        assert tracer.stderr is not None
        assert b"attached" in tracer.stderr.readline()
        os.kill(pid, signal.SIGUSR1)
        _, status = os.waitpid(pid, 0)
        tracer.stderr.read()
    lines = log.read_text(errors="replace").splitlines()
    hit = next((line for line in lines if "(INJECTED" in line), "")
    text = said.read_text() if said.exists() else ""
    return Ended(os.waitstatus_to_exitcode(status), text, hit), lines


def points(root: Path, command: str) -> list[Point]:
    """Every call that one undisturbed run makes, from its first word on."""
    ended, lines = run(root, command)
    assert ended.code in (0, 1), ended
    seen: dict[str, int] = {}
    met: set[tuple[str, str]] = set()
    found, counting, fresh, last = [], False, True, ""
    for line in lines:
        name = re.match(r"(\w+)\(", line)
        if name is None or name[1] in LEFT_OUT:
            continue
        seen[name[1]] = seen.get(name[1], 0) + 1
        if str(root.parent / "said") in line:
            break
        if counting:
            changes = CHANGING.match(line) is not None
            pair, last = (last, _alike(line)), _alike(line)
            found.append(Point(name[1], seen[name[1]], changes, fresh, not changes and pair in met))
            met.add(pair)
            fresh = changes
        counting = counting or MARKER in line
    return found


def _alike(line: str) -> str:
    """A call without the numbers that differ from one run to the next."""
    return re.sub(r"0x[0-9a-f]+|\b[0-9]+\b|\{.*\}", "#", line.partition(") = ")[0])


def fault(root: Path, command: str, point: Point, kind: str) -> Ended:
    """Run with one fault."""
    return run(root, command, [f"-einject={point.call}:{kind}:when={point.number}"])[0]


def fits(point: Point, kind: str) -> bool:
    """Whether a fault of this kind says anything at this call."""
    return point.call in SPACE if kind == "error=ENOSPC" else kind == "error=EIO" or point.fresh
