"""The road of a program from its tables to the list, at several sizes: what each command costs as a whole process.

    python benchmarks/road.py [--people 240 16000 200000 1000000] [--folder DIR]

Three tracks; one seat for every eight people at 240, for every 53 at 16,000, 3,000 seats beyond; 40-60 % of each
gender, 10-30 % from each of five districts, one of a household, a test and an age rule. Participants and marks are
written as import leaves them. Each line is a fresh process: CPU seconds, and peak memory where the system says it.
"""

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

SEATS = {240: 30, 16_000: 300}
MOST_SEATS = 3_000
TRACKS = ("batik", "furnitur", "kuliner")
DISTRICTS = ("33.24.01", "33.24.02", "33.24.03", "33.24.04", "33.24.05")
PROGRAM = """\
format: 1
id: road
synthetic: true
title: Road
as_of: 2025-09-29
region: "33.24"
tracks:
{tracks}
marks:
  post_test: {{per: participant, stage: curation, min: 0, max: 100}}
stages:
  - id: curation
    eligibility:
      - {{rule: age, min: 18, max: 60}}
      - {{rule: domicile, within: "33.24"}}
    criteria:
      - {{id: post_test, source: marks.post_test, direction: benefit, scale: {{linear: [0, 100]}}, weight: 1,
         missing: reject}}
    selection:
      compare: place
      balance:
        - {{field: gender, each: {{min_share: 0.4, max_share: 0.6}}}}
        - {{field: district, each: {{min_share: 0.1, max_share: 0.3}}}}
      max_per: {{household: 1}}
      ties: [ticket]
"""
COMMANDS: Sequence[tuple[str, ...]] = (
    ("validate",), ("score",), ("curate",), ("verify",), ("explain", "P0000100"), ("diff",),
)  # fmt: skip


def people(count: int) -> Iterator[tuple[list[str], list[str]]]:
    """Lines of participants.csv and marks.csv; women and far districts score lower, so that the rules bind."""
    chance = random.Random(2025)  # noqa: S311  # made-up people, no secret
    for index in range(count):
        gender = chance.choices(("female", "male"), (3, 7))[0]
        district = chance.choices(DISTRICTS, (30, 25, 20, 15, 10))[0]
        score = chance.gauss(70, 12) - 5 * (gender == "female") - 8 * (district == DISTRICTS[-1])
        number, track = f"P{index:07d}", chance.choice(TRACKS)
        household = f"H{chance.randrange(count):07d}"
        fact = [str(chance.randint(17, 62)), district, gender, household]
        mark = [number, "post_test", "", "", f"{max(0, min(100, score)):.4f}"]
        yield [number, track, "", "2025-09-01T08:00", "", *fact], mark


def write(folder: Path, count: int) -> None:
    """The folder of a program with so many people, tracked by git."""
    folder.mkdir(parents=True)
    seats = SEATS.get(count, MOST_SEATS) // len(TRACKS)
    tracks = "\n".join(f"  - {{id: {name}, name: {name.title()}, quota: {seats}, reserves: 10}}" for name in TRACKS)
    (folder / "program.yaml").write_text(PROGRAM.format(tracks=tracks), encoding="utf-8")
    with (
        (folder / "participants.csv").open("w", encoding="utf-8", newline="") as facts,
        (folder / "marks.csv").open("w", encoding="utf-8", newline="") as marks,
    ):
        first, second = csv.writer(facts, lineterminator="\n"), csv.writer(marks, lineterminator="\n")
        first.writerow(
            ("number", "track", "track_2", "registered_at", "group", "age", "district", "gender", "household")
        )
        second.writerow(("number", "mark", "item", "by", "value"))
        for one, mark in people(count):
            first.writerow(one)
            second.writerow(mark)


def commit(folder: Path) -> None:
    """Let git know the folder as it is, so that `diff` has something to compare with."""
    named = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "core.autocrlf=false")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "bench")):
        subprocess.run(("git", *named, *words), cwd=folder, check=True, capture_output=True)


def change_one_mark(folder: Path) -> None:
    """Correct one mark, so that the comparison has something to tell."""
    file = folder / "marks.csv"
    text = file.read_text(encoding="utf-8")
    start = text.index("P0000100,")
    end = text.index("\n", start)
    file.write_text(text[:start] + "P0000100,post_test,,,99.9" + text[end:], encoding="utf-8")


def prepare(folder: Path, count: int) -> None:
    """A program as it stands after `curate`, known to git, with one mark corrected since."""
    write(folder, count)
    measure(("curate",), folder)
    commit(folder)
    change_one_mark(folder)


def measure(argv: Sequence[str], folder: Path) -> tuple[float, float, int, int]:
    """CPU seconds, clock seconds, peak MB and exit code of one fresh process."""
    environment = {**os.environ, "IKMCTL_LANG": "id"}
    start = time.perf_counter()
    process = subprocess.Popen(
        (sys.executable, "-m", "ikmctl", *argv),
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if sys.platform == "win32":
        code = process.wait()
        clock = time.perf_counter() - start
        return clock, clock, 0, code
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - start
    return used.ru_utime + used.ru_stime, clock, used.ru_maxrss // 1024, process.returncode


def main() -> int:
    """Print one table a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, nargs="+", default=[240, 16_000])
    parser.add_argument("--folder", type=Path, help="keep the programs here")
    parser.add_argument("--only", nargs="+", help="these commands alone")
    chosen = parser.parse_args()
    home = chosen.folder or Path(tempfile.mkdtemp())
    for count in chosen.people:
        folder = home / f"road-{count}"
        if not folder.exists():
            prepare(folder, count)
        print(f"{count} people\n{'command':24}{'CPU s':>9}{'clock s':>9}{'peak MB':>9}{'exit':>6}")
        for argv in COMMANDS:
            if not chosen.only or argv[0] in chosen.only:
                cpu, clock, peak, code = measure(argv, folder)
                print(f"{' '.join(argv):24}{cpu:9.2f}{clock:9.2f}{peak:9}{code:6}", flush=True)
    if chosen.folder is None:
        shutil.rmtree(home)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
