"""Kill, full disk and broken disk at every system call of a whole process that writes.

Every call is tried with IKMCTL_EVERY_FAULT=1 (some minutes); else a few, spread over all kinds of call.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from ikmctl.store.atomic import LOCK, pending, recover
from tests.unit.store.faulty import leftovers, make, state

ROOT: Final = Path(__file__).resolve().parents[3]
MARKER: Final = "/ikmctl-marker"
CHILD: Final = f"""
import os, sys
from pathlib import Path
import filelock, json, shutil
from ikmctl.store import atomic, journal
from tests.unit.store.faulty import changes
root = Path(sys.argv[1])
os.path.exists({MARKER!r})
problems = atomic.commit(changes(root), root)
refused = any(one.severity == "error" for one in problems)
left = any(one.code == "IKM908" for one in problems)
os._exit(10 + 2 * refused + left)
"""
CALLS: Final = (
    "openat", "read", "write", "fsync", "close", "link", "rename", "unlink", "mkdir", "rmdir", "flock", "newfstatat",
    "getdents64", "getcwd",
)  # fmt: skip
TAKES_SPACE: Final = frozenset(("openat", "write", "fsync", "link", "rename", "mkdir"))
DONE, DONE_BUT_LEFT, REFUSED, REFUSED_AND_LEFT = 10, 11, 12, 13
"""How the process says what `commit` answered: calls that write words would be points of their own."""
EVERY: Final = os.environ.get("IKMCTL_EVERY_FAULT") == "1"
SAMPLE: Final = 2
"""Calls of each kind that are tried where not every one is."""


def can_trace() -> str:
    """Why there is no tracing here, or the empty text."""
    if shutil.which("strace") is None:
        return "there is no strace on this computer"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace may not trace on this computer"


REASON: Final = can_trace()
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON or "-")


def run(root: Path, log: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = ["strace", "-f", "-qq", "-o", str(log), f"-etrace={','.join(CALLS)}", *options]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [*command, sys.executable, "-B", "-c", CHILD, str(root)],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
        env={**kept, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def calls(log: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each call was made until the write began, and from then on."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    counting = before
    for line in log.read_text().splitlines():
        name = re.match(r"[0-9]+ +(\w+)\(", line)
        if name is None:
            continue
        counting[name[1]] += 1
        if MARKER in line:
            counting = after
    return before, after


@pytest.fixture(scope="module")
def baseline(tmp_path_factory: pytest.TempPathFactory) -> tuple[Counter[str], Counter[str]]:
    folder = tmp_path_factory.mktemp("baseline")
    warm = make(folder / "warm")
    run(warm, folder / "warm.log")
    root = make(folder / "c")
    done = run(root, folder / "c.log")
    assert (done.returncode, state(root)) == (DONE, "new"), done.stderr
    return calls(folder / "c.log")


def chosen(total: int) -> list[int]:
    if EVERY or total <= SAMPLE:
        return list(range(1, total + 1))
    return sorted({1 + (total - 1) * step // (SAMPLE - 1) for step in range(SAMPLE)})


def check(root: Path, answer: int, kind: str) -> str:
    """What is wrong after a fault, or the empty text."""
    after = state(root)
    if kind != "signal=KILL":
        if answer == REFUSED and (after != "old" or leftovers(root)):
            return f"refused, yet {after} {leftovers(root)}"
        if answer in (DONE, DONE_BUT_LEFT) and after != "new":
            return f"said to be done, yet {after}"
        if answer not in (DONE, DONE_BUT_LEFT, REFUSED, REFUSED_AND_LEFT):
            return f"ended with {answer}"
        if pending(root) != (answer in (DONE_BUT_LEFT, REFUSED_AND_LEFT)):
            return f"answered {answer}, pending {pending(root)}"
    if after == "mixed" and not pending(root):
        return "mixed, and nothing says so"
    if recover(root):
        return "cannot be ended"
    if state(root) == "mixed" or leftovers(root):
        return f"after the next command {state(root)} {leftovers(root)}"
    return ""


@pytest.mark.parametrize("kind", ["signal=KILL", "error=ENOSPC", "error=EIO"])
def test_a_fault_at_every_system_call(tmp_path: Path, baseline: tuple[Counter[str], Counter[str]], kind: str) -> None:
    before, after = baseline
    points, wrong, ends = 0, [], Counter[str]()
    for name in CALLS:
        if kind == "error=ENOSPC" and name not in TAKES_SPACE:
            continue
        for number in chosen(after[name]):
            points += 1
            root = make(tmp_path / f"{name}{number}")
            when = before[name] + number
            done = run(root, tmp_path / "log", f"-einject={name}:{kind}:when={when}")
            if problem := check(root, done.returncode, kind):
                wrong.append(f"{name} {number}: {problem}; {done.stderr[-300:]}")
            ends[state(root)] += 1
            (root / LOCK).unlink(missing_ok=True)
    assert wrong == []
    assert points >= len(TAKES_SPACE)
    assert set(ends) == {"old", "new"}
