"""A small cohort to write to, and what became of it: old, new, or something in between."""

import os
from pathlib import Path
from typing import Final, Literal

from ikmctl.store.atomic import LOCK
from ikmctl.store.changes import Changes

OLD: Final[dict[str, bytes | None]] = {
    "program.yaml": b"id: x\n",
    "marks.csv": b"old marks\n",
    "decisions.yaml": b"old decisions\n",
    "curation/scores.csv": None,
    "old.csv": b"old\n",
    "private/people.csv": None,
}
NEW: Final[dict[str, bytes | None]] = {
    "program.yaml": b"id: x\n",
    "marks.csv": b"new marks\n" * 50,
    "decisions.yaml": b"new decisions\n",
    "curation/scores.csv": b"new scores\n",
    "old.csv": None,
    "private/people.csv": b"new people\n",
}


def make(root: Path) -> Path:
    """The cohort before the write."""
    root.mkdir(parents=True, exist_ok=True)
    for name, body in OLD.items():
        if body is not None:
            (root / name).write_bytes(body)
    return root


def changes(root: Path) -> Changes:
    """The write: a changed, a new, a deleted and a private file, two of them in new folders."""
    files = {root / name: body for name, body in NEW.items() if name != "program.yaml"}
    return Changes(files, frozenset((root / "private/people.csv",)))


def files(root: Path) -> dict[str, bytes]:
    """Every file below, without the lock."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder) / name
            if name != LOCK:
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def state(root: Path) -> Literal["old", "new", "mixed"]:
    """What the files say, whatever else lies beside them."""
    found = {name: body for name, body in files(root).items() if ".ikmctl-" not in name}
    for word, wanted in (("old", OLD), ("new", NEW)):
        if found == {name: body for name, body in wanted.items() if body is not None}:
            return word  # type: ignore[return-value]  # one of the two words above
    return "mixed"


def leftovers(root: Path) -> list[str]:
    """Prepared files and journals that stayed behind."""
    return sorted(name for name in files(root) if ".ikmctl-" in name)
