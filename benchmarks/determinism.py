"""One digest of all that follows from the example programs, under other Pythons, hash seeds, time zones and locales.

    python benchmarks/determinism.py [PYTHON ...] [--seeds 20]

Each Python (default: this one) must have the project's dependencies. Every hash seed is tried under each Python with
every pair of time zone and locale. One line per Python, and one digest at the end; exit code 1 where there are several,
or where a locale is not on this computer and so was not tried (`localedef -i id_ID -f UTF-8 DIR/id_ID.UTF-8` and
`LOCPATH=DIR` bring it without an administrator).
"""

import argparse
import itertools
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
ZONES: Final = ("UTC", "Asia/Jakarta", "America/St_Johns")
LOCALES: Final = ("C.UTF-8", "id_ID.UTF-8")
PROGRAM: Final = """
import hashlib, locale, pathlib, time
from ikmctl.engine.canonical import decisions_digest
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.derive import rebuild
from ikmctl.workflow.load import load
try:
    taken = locale.setlocale(locale.LC_ALL, "").split(";")[0]
except locale.Error:
    taken = ""
whole = hashlib.sha256()
for path in sorted(pathlib.Path("cohorts").iterdir()):
    if (path / "program.yaml").is_file():
        cohort, _ = load(CohortPaths(path.resolve()))
        for name, body in rebuild(cohort).bytes().items():
            whole.update(name.name.encode() + (body or b""))
            assert name.read_bytes() == body, name
        whole.update(decisions_digest(cohort.decisions).encode())
print(whole.hexdigest(), taken)
"""
Surroundings = tuple[int, str, str]
"""Hash seed, time zone, locale."""


def digest(python: str, seed: int, zone: str, locale: str) -> tuple[str, bool]:
    """What one process makes of the examples, and whether it took the locale."""
    surroundings = {"PYTHONHASHSEED": str(seed), "TZ": zone, "LC_ALL": locale, "LANG": locale}
    done = subprocess.run(
        [python, "-B", "-c", PROGRAM], cwd=ROOT, env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    value, _, taken = done.stdout.strip().partition(" ")
    return value, bool(taken)


def some(seeds: int) -> list[Surroundings]:
    """Each seed once, with another pair of zone and locale each time."""
    pairs = itertools.cycle(itertools.product(ZONES, LOCALES))
    return [(seed, *next(pairs)) for seed in range(seeds)]


def digests(python: str, tried: Iterable[Surroundings]) -> tuple[Counter[str], set[str]]:
    """The digests of all runs of one Python, and the locales that it did not get."""
    found: Counter[str] = Counter()
    absent = set()
    for seed, zone, locale in tried:
        value, taken = digest(python, seed, zone, locale)
        found[value] += 1
        if not taken:
            absent.add(locale)
    return found, absent


def main() -> int:
    """Run the matrix."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pythons", nargs="*", default=[sys.executable])
    parser.add_argument("--seeds", type=int, default=20)
    asked = parser.parse_args()
    together: Counter[str] = Counter()
    lacking: set[str] = set()
    for python in asked.pythons:
        version = subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        found, absent = digests(python, itertools.product(range(asked.seeds), ZONES, LOCALES))
        print(f"{version}: {found.total()} runs, {len(found)} digest(s)", flush=True)
        together += found
        lacking |= absent
    print("\n".join(f"{value} {count} runs" for value, count in together.items()))
    for locale in sorted(lacking):
        print(f"not tried, not on this computer: {locale}")
    return int(len(together) != 1 or bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
