"""One byte of a cohort is changed; what `verify` says of it."""

import csv
import io
import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ikmctl.domain.diagnostic import Severity
from ikmctl.engine.canonical import rules_digest
from ikmctl.store.files import read_program
from ikmctl.store.layout import CohortPaths
from ikmctl.store.yamlnodes import plain, read_nodes
from ikmctl.workflow.verify import run

FILES = {
    "program.yaml": {"rules"},
    "participants.csv": {"pool"},
    "marks.csv": {"marks", "pool"},
    "decisions.yaml": {"decisions"},
    "events.yaml": {"seed", "result", "rules", "pool", "decisions", "marks", "output"},
    "curation/scores.csv": {"output"},
    "curation/shortlist.yaml": {"output"},
}
"""Each file with the names that are right for a change in it."""


@dataclass(frozen=True)
class Flip:
    """What one change did: `changed` a parsed value that bears on the list (None: words alone), noticed, named."""

    file: str
    at: int
    old: bytes
    new: bytes
    changed: bool | None
    noticed: bool
    named: bool


def meaning(name: str, body: bytes) -> Any:
    """What a file says, without comments and layout; None where it says nothing that can be read."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if name.endswith(".csv"):
        return list(csv.reader(io.StringIO(text, newline="")))
    node, faults = read_nodes(text, name)
    return None if faults or node is None else plain(node)


def bears(name: str, old: bytes, new: bytes) -> bool | None:
    """Whether the new bytes say something else that the list follows from.

    A title or venue is no rule, and words around an event (by, on, reason, source, decree) bear on nothing.
    """
    before, after = meaning(name, old), meaning(name, new)
    if before == after:
        return False
    if name == "program.yaml" and after is not None:
        programs = [read_program(body.decode(), name).value for body in (old, new)]
        if all(programs):
            first, second = (rules_digest(one, one.stages[0]) for one in programs if one is not None)
            return True if first != second else None
    if name == "events.yaml" and isinstance(after, list) and len(after) == len(before):
        words = {"by", "on", "reason", "source", "decree", "witness", "marks", "number"}
        pairs = [(a, b) for a, b in zip(before, after, strict=True) if isinstance(b, dict)]
        told = any(a.get(key) != b.get(key) for a, b in pairs for key in {*a, *b} - words)
        return True if told or len(pairs) < len(before) or any(set(a) != set(b) for a, b in pairs) else None
    return True


def flip(cohort: Path, work: Path, number: int) -> Flip:
    """Change one byte of a copy of `cohort` in `work`, ask `verify`, and put the byte back."""
    chance = random.Random(number)
    if not work.exists():
        shutil.copytree(cohort, work)
    name = chance.choice(sorted(FILES))
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
    names = set(result.data.changed) if result.data else set()
    codes = {item.code for item in errors}
    in_file = any((item.where.file or "").endswith(name) for item in errors)
    named = bool(names & FILES[name]) or in_file or (name == "program.yaml" and "IKM512" in codes)
    return Flip(name, at, body[at : at + 1], new, bears(name, body, flipped), bool(errors), named)
