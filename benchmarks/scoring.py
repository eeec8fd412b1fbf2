"""Processor seconds and megabytes to score many participants on eight criteria, beside a plain Python sum of floats.

    python benchmarks/scoring.py [PARTICIPANTS ...]

The floor does the least that any scoring must do: take eight numbers a person, scale, weigh and add them,
in binary floats, without rules, missing values, reasons or exactness. Each size runs in a process of its own.
"""

import resource
import subprocess
import sys
import time
from hashlib import sha256

from ikmctl.domain.mark import Mark
from ikmctl.domain.participant import Participant
from ikmctl.domain.program import Program
from ikmctl.engine.evaluate import evaluate
from ikmctl.engine.rules import RULES
from ikmctl.engine.scales import SCALES

SIZES = (16_000, 200_000)
CRITERIA = 8
MEGABYTE = 1024


def program() -> Program:
    """Eight marks from 0 to 100, three rules, three tracks."""
    return Program.model_validate(
        {
            "id": "benchmark",
            "title": "Benchmark",
            "as_of": "2025-09-29",
            "tracks": [{"id": track, "name": track, "quota": "100"} for track in ("a", "b", "c")],
            "marks": {
                f"m{n}": {"per": "participant", "stage": "curation", "min": "0", "max": "100"} for n in range(CRITERIA)
            },
            "stages": [
                {
                    "id": "curation",
                    "eligibility": [
                        {"rule": "age", "min": "18", "max": "55"},
                        {"rule": "domicile", "within": "33.24"},
                        {"rule": "not_one_of", "field": "occupation", "values": ["ASN", "TNI", "Polri"]},
                    ],
                    "criteria": [
                        {
                            "id": f"m{n}",
                            "source": f"marks.m{n}",
                            "direction": "benefit",
                            "scale": {"linear": ["0", "100"]},
                            "weight": str(5 + n),
                            "missing": "pending",
                        }
                        for n in range(CRITERIA)
                    ],
                }
            ],
        },
        context={"rules": RULES, "scales": SCALES},
    )


def population(count: int) -> tuple[list[Participant], list[Mark]]:
    """People with marks to one decimal, the same on every run."""
    people, marks = [], []
    for index in range(count):
        number = f"P{index:07d}"
        digest = sha256(number.encode()).digest()
        facts = {
            "age": str(16 + digest[0] % 45),
            "district": f"33.24.{1 + digest[1] % 20:02d}",
            "occupation": "Wiraswasta",
        }
        people.append(Participant(number, "abc"[digest[2] % 3], facts=facts))
        for n in range(CRITERIA):
            tenths = int.from_bytes(digest[3 + 2 * n : 5 + 2 * n]) % 1001
            marks.append(
                Mark(number, f"m{n}", "", "", f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10))
            )
    return people, marks


def floor(marks: list[Mark]) -> dict[str, float]:
    """A plain sum."""
    totals: dict[str, float] = {}
    weight = {f"m{n}": 5 + n for n in range(CRITERIA)}
    for mark in marks:
        totals[mark.number] = totals.get(mark.number, 0.0) + weight[mark.mark] * float(mark.value)
    return totals


def memory() -> int:
    """Most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


def measure(count: int) -> None:
    """Print one line for one size."""
    rules = program()
    people, marks = population(count)
    before = memory()
    start = time.process_time()
    floor(marks)
    plain = time.process_time() - start
    start = time.process_time()
    cards = evaluate(rules, rules.stages[0], people, marks).cards
    seconds = time.process_time() - start
    eligible = sum(card.standing == "eligible" for card in cards.values())
    print(
        f"{count:>8} people x {CRITERIA}: {seconds:6.2f} s, {memory() - before:4} MB beyond {before} MB of input,"
        f" floor {plain:5.2f} s, ratio {seconds / plain:4.1f} x, {eligible} eligible"
    )


def main(arguments: list[str]) -> None:
    """Measure the given sizes, or run each usual size apart."""
    if arguments:
        for size in arguments:
            measure(int(size))
        return
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
