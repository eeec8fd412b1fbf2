"""How long a user waits: every command's start against `python -c pass`, in one interleaved run.

    python benchmarks/startup.py [-n ROUNDS] [--cohort FOLDER]

Each line is the least CPU time of all rounds (user and system of a fresh process), and its ratio to bare Python
in the same run. Rounds are interleaved, so that a busy machine slows all cases alike. Compiled files are kept in
a folder of their own, as an installed package has them. Ratios beyond the budget of the design are marked.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from ikmctl.cli.table import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
KENDAL = ROOT / "cohorts" / "kendal-wub-2025"


@dataclass
class Case:
    """One command line and its budget as a multiple of bare Python."""

    argv: tuple[str, ...]
    budget: float
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What was run."""
        return " ".join(("python", *self.argv)).replace("python -m ", "")


def cases() -> list[Case]:
    """Bare Python first, then everything that has a budget."""
    helps = [Case(("-m", "ikmctl", name, "--help"), 10) for name in COMMANDS]
    return [
        Case(("-c", "pass"), 1),
        Case(("-m", "ikmctl", "--version"), 3),
        Case(("-m", "ikmctl", "--help"), 10),
        *helps,
        Case(("-m", "ikmctl", "kurasi"), 10),
        Case(("-m", "ikmctl", "validate"), 20),
        Case(("-m", "ikmctl", "curate"), 25),
        Case(("-m", "ikmctl", "verify"), 25),
        Case(("-m", "ikmctl", "status"), 25),
        Case(("-m", "ikmctl", "show", "shortlist"), 25),
    ]


def _children() -> float:
    """CPU seconds of all processes waited for; where the system does not say, the clock has to do."""
    if sys.platform == "win32":
        return time.perf_counter()
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _measure(case: Case, folder: Path, environment: dict[str, str]) -> None:
    before, start = _children(), time.perf_counter()
    subprocess.run([sys.executable, *case.argv], cwd=folder, env=environment, check=False, capture_output=True)
    case.wall.append(time.perf_counter() - start)
    case.cpu.append(_children() - before)


def copy(cohort: Path, folder: Path) -> None:
    """A copy of a program to try commands on, with what git tracks of it."""
    shutil.copytree(cohort, folder, ignore=shutil.ignore_patterns("sample", "private"))


def run(rounds: int, cohort: Path) -> list[Case]:
    """Measure all cases, one round after the other; the first round only compiles and is thrown away."""
    found = cases()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "cohorts" / cohort.name
        copy(cohort, folder)
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(scratch) / "pyc"), "IKMCTL_LANG": "id"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds + 1):
            for case in found:
                _measure(case, folder, environment)
                if number == 0:
                    case.cpu.clear()
                    case.wall.clear()
    return found


def main() -> int:
    """Print the table; exit 1 where a budget is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-n", "--rounds", type=int, default=15)
    parser.add_argument("--cohort", type=Path, default=KENDAL)
    chosen = parser.parse_args()
    found = run(chosen.rounds, chosen.cohort)
    bare = min(found[0].cpu)
    print(f"{'command':34}{'CPU ms':>8}{'wall ms':>9}{'x bare':>8}{'budget':>8}")
    broken = 0
    for case in found:
        ratio = min(case.cpu) / bare
        broken += ratio > case.budget
        mark = "  over" if ratio > case.budget else ""
        print(
            f"{case.name:34}{min(case.cpu) * 1000:8.0f}{min(case.wall) * 1000:9.0f}{ratio:8.1f}{case.budget:8.0f}{mark}"
        )
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
