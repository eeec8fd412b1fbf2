"""Whole commands with a fault at every call that opens, writes or renames, from inside: quick, and on every system.

`test_faults.py` does the same from outside and at every kind of call, but on Linux alone.
"""

import builtins
import errno
import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from reliability.hook import CALLS, Faults, Killed
from reliability.scenes import ENVIRONMENT, INTERRUPTED, Scene, judge, lay, same_bytes, walk
from reliability.test_faults import EVERY, MEMORY
from tools.console import ikmctl
from tools.tiny import tiny

COMMANDS: Final = (
    "ikmctl curate --per-track 2 --on 2025-10-02 --by Ketua",
    "ikmctl import nilai.csv --as marks --item test --on 2025-10-02",
    "ikmctl decide withdraw P001 --kind mundur --on 2025-10-03 --by Ketua --reason surat",
    "ikmctl report announcement --on 2025-10-02 -o umumkan.md",
)
SPACE: Final = frozenset(("open", "write", "fsync", "link", "replace", "mkdir"))
CHANGING: Final = frozenset(CALLS) - {"stat", "lstat", "scandir"}
KILLED: Final = -9


def full() -> BaseException:
    return OSError(errno.ENOSPC, "no space left")


def broken() -> BaseException:
    return OSError(errno.EIO, "input/output error")


FAULTS: Final[dict[str, tuple[Callable[[], BaseException], frozenset[str], bool]]] = {
    "full": (full, SPACE, False),
    "broken": (broken, CHANGING, False),
    "Ctrl-C": (KeyboardInterrupt, CHANGING, False),
    "full from then on": (full, SPACE, True),
    "killed": (Killed, CHANGING, True),
}


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    """The commands, each on the files that the one before left."""
    root = tmp_path_factory.mktemp("road")
    tiny(root)
    (root / "nilai.csv").write_text("No. peserta,Skor\nP001,91\nP002,92\n")
    with same_bytes():
        return {command: walk(root, command) for command in COMMANDS}


def run(root: Path, scene: Scene, faults: Faults, number: int, kind: str) -> tuple[int, str]:
    fault, _, lasting = FAULTS[kind]
    with faults.at_call(number, fault, lasting=lasting):
        try:
            answer = ikmctl(scene.command, root, environment=ENVIRONMENT)
        except Killed:
            return KILLED, ""
        except KeyboardInterrupt:
            return INTERRUPTED, ""
    return answer.code, answer.both


PAIRS: Final = [
    (kind, command)
    for seat, kind in enumerate(FAULTS)
    for number, command in enumerate(COMMANDS)
    if EVERY or number == min(seat, len(COMMANDS) - 1)
]
"""Every fault in one of the commands; with IKMCTL_EVERY_FAULT=1 in all of them."""


@pytest.mark.parametrize(("kind", "command"), PAIRS)
def test_old_or_new_whatever_fails(
    every: dict[str, Scene], monkeypatch: pytest.MonkeyPatch, kind: str, command: str
) -> None:
    scene, wrong, codes = every[command], [], set()
    with same_bytes(), tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        faults = Faults(monkeypatch, ((io, "open"), (builtins, "open")))
        faults.only = FAULTS[kind][1]
        code, said = run(lay(Path(folder) / "all", scene.before), scene, faults, 0, kind)
        assert code in (0, 1), said
        assert faults.count > 20
        for number in range(1, faults.count + 1):
            root = lay(Path(folder) / str(number), scene.before)
            code, said = run(root, scene, faults, number, kind)
            codes.add(code)
            if problem := judge(scene, root, code, said):
                wrong.append(f"{number} {faults.names[number - 1]}: {problem}")
    assert wrong == []
    assert {"killed": KILLED, "Ctrl-C": INTERRUPTED}.get(kind, 2) in codes
