"""One digest of all that follows from the example programs, under other Pythons, hash seeds, time zones and locales.

    python benchmarks/determinism.py [PYTHON ...] [--seeds 20]

Each Python (default: this one) must have the project's dependencies. Every hash seed is tried under each Python,
with another pair of time zone and locale each time, so that every pair occurs. One line per Python, and one digest
at the end; exit code 1 where there are several.
"""

import argparse
import itertools
import os
import subprocess
import sys
from collections import Counter
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
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
whole = hashlib.sha256()
for path in sorted(pathlib.Path("cohorts").iterdir()):
    if (path / "program.yaml").is_file():
        cohort, _ = load(CohortPaths(path.resolve()))
        for name, body in rebuild(cohort).bytes().items():
            whole.update(name.name.encode() + (body or b""))
            assert name.read_bytes() == body, name
        whole.update(decisions_digest(cohort.decisions).encode())
print(whole.hexdigest())
"""


def digest(python: str, seed: int, zone: str, locale: str) -> str:
    """What one process makes of the examples."""
    surroundings = {"PYTHONHASHSEED": str(seed), "TZ": zone, "LC_ALL": locale, "LANG": locale}
    done = subprocess.run(
        [python, "-B", "-c", PROGRAM], cwd=ROOT, env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def digests(python: str, seeds: int) -> Counter[str]:
    """The digests of all runs of one Python."""
    pairs = itertools.cycle(itertools.product(ZONES, LOCALES))
    return Counter(digest(python, seed, *next(pairs)) for seed in range(seeds))


def main() -> int:
    """Run the matrix."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pythons", nargs="*", default=[sys.executable])
    parser.add_argument("--seeds", type=int, default=20)
    asked = parser.parse_args()
    together: Counter[str] = Counter()
    for python in asked.pythons:
        version = subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        found = digests(python, asked.seeds)
        print(f"{version}: {found.total()} runs, {len(found)} digest(s)", flush=True)
        together += found
    print("\n".join(f"{value} {count} runs" for value, count in together.items()))
    return int(len(together) != 1)


if __name__ == "__main__":
    sys.exit(main())
