"""Frozen runs: once written down they are never written again, only added to.

Each file holds the inputs of a cohort and everything that followed from them when it was frozen: digests of
rules, pool and result included. Whatever the engine becomes, these must stay verifiable for ever.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ikmctl.domain.decision import Decision
from ikmctl.domain.event import Event
from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.domain.selection import Entry
from ikmctl.engine.canonical import result_digest
from ikmctl.engine.replay import StageResult, replay
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES

FILES = sorted((Path(__file__).parent / "selection").glob("*.json"))


def results_of(inputs: dict[str, Any]) -> dict[str, Any]:
    """Replay the inputs of a frozen run."""
    program = Program.model_validate(inputs["program"], context={"rules": RULES, "scales": SCALES})
    people = [
        Participant(one["number"], one["track"], one["track_2"], "", one["group"], one["facts"])
        for one in inputs["people"]
    ]
    marks = [Mark(*row) for row in inputs["marks"]]
    decisions = [Decision.model_validate(one) for one in inputs["decisions"]]
    events = [Event.model_validate(one) for one in inputs["events"]]
    return {name: plain(result) for name, result in replay(program, people, marks, decisions, events).items()}


def line(one: Entry) -> str:
    """One outcome in one line."""
    because = f"{one.because} {one.detail}".strip()
    score = "-" if one.key is None else f"{one.key}/{one.unit}"
    return " | ".join((one.number, one.track, one.result, because, score, ", ".join(one.seats), one.tier))


def plain(result: StageResult) -> dict[str, Any]:
    """Everything that a frozen run holds of one stage."""
    chosen = result.selection
    return {
        "status": result.status,
        "rules": result.rules,
        "pool": result.pool,
        "result": result_digest(chosen),
        "seed": result.seed,
        "selected": [line(one) for one in chosen.selected],
        "reserves": [line(one) for one in chosen.reserves],
        "entries": [line(one) for one in chosen.entries.values()],
        "undecided": [[one.track, one.seats, list(one.among), one.place] for one in chosen.undecided],
        "pending": list(chosen.pending),
        "shortfall": dict(chosen.shortfall),
        "infeasible": list(chosen.infeasible),
        "relaxations": [[[one.rule, one.limit, one.was, one.now] for one in change] for change in chosen.relaxations],
        "notes": [[key, dict(params)] for key, params in chosen.notes],
        "findings": [[one.code, str(one.severity)] for one in result.findings],
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_frozen_run_is_what_it_was(file: Path) -> None:
    frozen = json.loads(file.read_text(encoding="utf-8"))
    assert results_of(frozen["inputs"]) == frozen["results"]


def test_every_mode_is_frozen() -> None:
    kinds = {
        "place", "score", "lottery", "all", "range", "order-only", "share", "each", "per-track", "max-per", "groups",
        "second-choice", "awards", "awards-by-track", "tie-open", "tie-jury", "tie-draw", "tie-lots", "tie-late",
        "pending", "infeasible", "short", "withdraw", "correct", "admit", "decided-promotion", "decided-awards",
        "reopened", "two-stages", "saw", "thresholds", "per-track-event",
    }  # fmt: skip
    assert kinds <= {file.stem for file in FILES}


SCRIPT = """
import hashlib, json, sys
sys.path[:0] = [{root!r}, {tests!r}]
from tests.cases.test_frozen_selections import FILES, results_of
frozen = [json.loads(file.read_text(encoding="utf-8")) for file in FILES]
print(hashlib.sha256(json.dumps([results_of(one["inputs"]) for one in frozen]).encode()).hexdigest())
"""


def test_hash_seed_and_time_zone_have_no_power() -> None:
    root = Path(__file__).parents[2]
    script = SCRIPT.format(root=str(root), tests=str(root / "tests"))
    found = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Jakarta"), ("4242", "America/St_Johns")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=environment
        )
        found.add(done.stdout.strip())
    assert len(found) == 1
