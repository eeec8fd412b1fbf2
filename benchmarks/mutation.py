"""Mutation testing of the core with cosmic-ray, on a copy: how many small errors the tests notice.

    python -m pip install cosmic-ray
    python benchmarks/mutation.py ikmctl/domain/numbers.py --tests tests/unit/domain/test_numbers.py [--minutes N]

cosmic-ray changes one operator, constant or branch at a time and runs the tests; the mutants that no test notices
are listed. Name the tests that are about the module and are quick: each mutant runs them once. Not needed by `[dev]`.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
COPIED: Final = ("ikmctl", "tests", "cohorts", "pyproject.toml")
CONFIG: Final = """\
[cosmic-ray]
module-path = {modules}
timeout = 60.0
excluded-modules = []
test-command = {command}

[cosmic-ray.distributor]
name = "local"
"""


def _copy(target: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)


def _outcomes(folder: Path) -> tuple[Counter[str], list[str]]:
    """Counts, and each survivor as file, line and what was changed."""
    tool = [sys.executable, "-m", "cosmic_ray.cli", "dump", "s.sqlite"]
    dump = subprocess.run(tool, cwd=folder, capture_output=True, text=True, check=True).stdout
    counts: Counter[str] = Counter()
    alive = []
    for line in dump.splitlines():
        item, result = json.loads(line)
        outcome = result["test_outcome"] if result else "left"
        counts[outcome] += 1
        if outcome == "survived":
            for one in item["mutations"]:
                spot = f"{one['module_path']}:{one['start_pos'][0]}"
                alive.append(f"{spot} {one['operator_name'].split('/')[-1]} #{one['occurrence']}")
    return counts, alive


def main() -> None:
    """Run, and print the figures and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--minutes", type=float, default=600)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _copy(folder)
        command = f"{sys.executable} -m pytest -q -x -p no:randomly -p no:cacheprovider {' '.join(asked.tests)}"
        config = CONFIG.format(modules=json.dumps(asked.modules), command=json.dumps(command))
        (folder / "c.toml").write_text(config, encoding="utf-8")
        tool = [sys.executable, "-m", "cosmic_ray.cli"]
        subprocess.run([*tool, "init", "c.toml", "s.sqlite"], cwd=folder, check=True)
        subprocess.run([*tool, "baseline", "c.toml"], cwd=folder, check=True)
        try:
            subprocess.run([*tool, "exec", "c.toml", "s.sqlite"], cwd=folder, check=True, timeout=60 * asked.minutes)
        except subprocess.TimeoutExpired:
            print("stopped before the end")
        counts, alive = _outcomes(folder)
        tried = counts["killed"] + counts["survived"]
        print(f"{', '.join(asked.modules)}: {counts['killed']} of {tried} killed, {counts['left']} not tried")
        print("\n".join(sorted(alive)))


if __name__ == "__main__":
    main()
