"""One byte of a cohort is changed; what `verify` says of it."""

import csv
import io
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ikmctl.domain.diagnostic import Severity
from ikmctl.store.files import read_decisions, read_events, read_partners, read_program
from ikmctl.store.layout import CohortPaths
from ikmctl.store.yamlnodes import plain, read_nodes
from ikmctl.workflow.verify import run

NAMES: dict[str, set[str]] = {
    "program.yaml": {"rules", "words", "pool"},
    "participants.csv": {"pool", "marks"},
    "marks.csv": {"marks", "pool", "result"},
    "partners.yaml": {"pool", "marks"},
    "decisions.yaml": {"decisions"},
    "events.yaml": {"events"},
    "scores.csv": {"output"},
    "shortlist.yaml": {"output"},
    "matches.yaml": {"output"},
}
"""Each file with the names that are right for a change in it: recusals of judges are part of the pool."""
READERS: dict[str, Callable[..., Any]] = {
    "program.yaml": read_program,
    "decisions.yaml": read_decisions,
    "events.yaml": read_events,
    "partners.yaml": read_partners,
}


@dataclass(frozen=True)
class Flip:
    """What one change did: whether it changed a parsed value, was noticed (no MATCH, or one that names what
    else is written otherwise), and rightly named."""

    file: str
    at: int
    old: bytes
    new: bytes
    changed: bool
    noticed: bool
    named: bool
    names: tuple[str, ...]


def meaning(name: str, body: bytes) -> Any:
    """What a file says, without comments and layout; None where it says nothing that can be read."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if name.endswith(".csv"):
        return list(csv.reader(io.StringIO(text, newline="")))
    if name in READERS:
        read = READERS[name](text, name)
        return None if any(item.severity is Severity.ERROR for item in read.diagnostics) else read.value
    node, faults = read_nodes(text, name)
    return None if faults or node is None else plain(node)


def files_of(cohort: Path) -> list[str]:
    """The tracked files of a cohort that a list follows from, and the list itself."""
    found = [path for path in cohort.rglob("*") if path.name in NAMES and "sample" not in path.parts]
    return sorted(path.relative_to(cohort).as_posix() for path in found)


def flip(cohort: Path, work: Path, number: int) -> Flip:
    """Change one byte of a copy of `cohort` in `work`, ask `verify`, and put the byte back."""
    chance = random.Random(number)
    if not work.exists():
        shutil.copytree(cohort, work)
    name = chance.choice(files_of(work))
    path = work / name
    body = path.read_bytes()
    at = chance.randrange(len(body))
    new = bytes([body[at] ^ (1 << chance.randrange(8))])
    flipped = body[:at] + new + body[at + 1 :]
    path.write_bytes(flipped)
    try:
        result = run(CohortPaths(work))
    finally:
        path.write_bytes(body)
    errors = [item for item in result.diagnostics if item.severity is Severity.ERROR]
    names = result.data.changed if result.data else ()
    unreadable = result.data is None and any((item.where.file or "").endswith(name) for item in errors)
    changed = meaning(path.name, body) != meaning(path.name, flipped)
    return Flip(
        name, at, body[at : at + 1], new, changed, bool(errors or names),
        unreadable or bool(NAMES[path.name] & set(names)), names,
    )  # fmt: skip
