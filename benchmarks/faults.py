"""A fault at every system call of every writing command: points tried, torn, mixed, as a table.

    PYTHONPATH=tests:. python benchmarks/faults.py [--jobs 2] [--only WORD] [--minutes N] [--kinds signal=KILL ...]

Each command is told that the disk is broken at each of its calls that touch a file, that it is full at each that
takes space, and is killed, or interrupted, before each call that meets other files than the kill before. Afterwards
the files must be as before or as after, nothing half. `demo` writes a dozen times; each of its writes is tried from
the files that the one before left. Linux with strace; some hours of one core. `--calls` names what
is tried: `changing` what changes something, and every kill; `first` what only looks; `again` the same look after the
same call as before. `--minutes` stops earlier. `left` says how many points were not tried. TMPDIR=/dev/shm spares the
disk.
"""

import argparse
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from reliability import tracing
from reliability.scenes import Scene, alone, judge, lay, parts, same_bytes, scenes

CALLS: Final = ("changing", "first", "again")


def _share(
    scene: Scene, folder: str, stop: float, kinds: tuple[str, ...], calls: tuple[str, ...]
) -> tuple[str, Counter[str], list[str]]:
    """All points of one command."""
    done: Counter[str] = Counter()
    wrong: list[str] = []
    root = Path(folder)
    with same_bytes(), alone(scene):
        points = tracing.points(lay(root / "warm" / "c", scene.before), scene.command)
        points = tracing.points(lay(root / "all" / "c", scene.before), scene.command)
        every = [(point, kind) for kind in kinds for point in points if tracing.fits(point, kind)]
        todo = [one for call in CALLS if call in calls for one in every if _sort(*one) == call]
        done["left"] = len(every) - len(todo)
        for number, (point, kind) in enumerate(todo):
            if time.monotonic() > stop:
                done["left"] += len(todo) - number
                break
            with tempfile.TemporaryDirectory(dir=root) as spot:
                here = lay(Path(spot) / "c", scene.before)
                ended = tracing.fault(here, scene.command, point, kind)
                done[kind] += 1
                done["changing"] += point.changes
                done["hit"] += bool(ended.hit) or ended.code == tracing.KILLED
                if problem := judge(scene, here, ended.code, ended.said):
                    wrong.append(f"{scene.command}: {point.call} {point.number} {kind}: {problem} [{ended.hit[:120]}]")
                    done["mixed" if "mixed" in problem else "torn" if "neither" in problem else "other"] += 1
    return scene.name, done, wrong


def _sort(point: tracing.Point, kind: str) -> str:
    """Which of `CALLS` a point is."""
    if point.changes or kind.startswith("signal"):
        return "changing"
    return "again" if point.twin else "first"


def main() -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="")
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--calls", nargs="*", default=CALLS, choices=CALLS)
    parser.add_argument("--kinds", nargs="*", default=tracing.KINDS, choices=tracing.KINDS)
    asked = parser.parse_args()
    stop = time.monotonic() + 60 * asked.minutes
    with tempfile.TemporaryDirectory() as folder:
        every = [part for scene in scenes(Path(folder) / "roads") for part in parts(scene)]
        chosen = [(number, scene) for number, scene in enumerate(every) if asked.only in scene.name]
        with ProcessPoolExecutor(asked.jobs) as pool:
            jobs = []
            for number, scene in chosen:
                spot = Path(folder) / str(number)
                spot.mkdir()
                jobs.append(pool.submit(_share, scene, str(spot), stop, tuple(asked.kinds), tuple(asked.calls)))
            print(
                "| command | points | changing | hit | killed | full | broken | Ctrl-C | torn | mixed | other | left |"
            )
            print("|---" * 12 + "|")
            total: Counter[str] = Counter()
            for job in jobs:
                name, done, wrong = job.result()
                total += done
                _line(name, done)
                for problem in wrong:
                    print(f"    {problem}", flush=True)
            _line("all", total)


def _line(name: str, done: Counter[str]) -> None:
    kinds = [done[kind] for kind in tracing.KINDS]
    cells = [
        sum(kinds),
        done["changing"],
        done["hit"],
        *kinds,
        *(done[key] for key in ("torn", "mixed", "other", "left")),
    ]
    print(f"| {name} | " + " | ".join(map(str, cells)) + " |", flush=True)


if __name__ == "__main__":
    main()
