"""Seconds and megabytes to select under balance rules: ours beside HiGHS and sortition-algorithms.

    python benchmarks/selection.py [s m l]

Three tracks with equal quotas, 40-60 % of each gender, 10-30 % from each of five districts; women and far
districts score lower, so that the rules bind. `in` is the selection alone in a warm process, `walk` the part of ours
that goes down the order (both in processor seconds), `whole` a new process from start to exit with the people read
from a CSV file, by the clock.
`held` tells whether every quota and share holds in the list that came out. HiGHS gets one variable a person.

The others run under interpreters of their own: IKMCTL_HIGHS_PYTHON (highspy), IKMCTL_SORTITION_PYTHON
(sortition-algorithms); what is not installed is left out. Others are stopped after 150 seconds.
"""

import csv
import gc
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

SIZES = {"s": (240, 30), "m": (16_000, 300), "l": (1_000_000, 3_000)}
TRACKS = ("a", "b", "c")
SHARES = {"gender": ("0.4", "0.6"), "district": ("0.1", "0.3")}
STOP = 150
KILOBYTES = 1024
Row = list[str]
"""Number, track, gender, district, score."""


def people(count: int) -> list[Row]:
    """A pool in which the best are mostly men from near districts."""
    chance = random.Random(2025)  # noqa: S311  # made-up scores, no secret
    rows = []
    for index in range(count):
        gender = chance.choices(["female", "male"], [3, 7])[0]
        district = chance.choices(["D1", "D2", "D3", "D4", "D5"], [30, 25, 20, 15, 10])[0]
        score = chance.gauss(70, 12) - 5 * (gender == "female") - 8 * (district == "D5")
        rows.append(
            [f"P{index:07d}", chance.choice(TRACKS), gender, district, str(round(max(0, min(100, score)) * 10000))]
        )
    return rows


def limits(seats: int) -> dict[str, tuple[int, int]]:
    """Least and most by value, all values of the pool."""
    found = dict.fromkeys(TRACKS, (seats // 3, seats // 3))
    for values, (low, high) in zip((("female", "male"), ("D1", "D2", "D3", "D4", "D5")), SHARES.values(), strict=True):
        found |= dict.fromkeys(values, (ceil(Fraction(low) * seats), floor(Fraction(high) * seats)))
    return found


def held(rows: Sequence[Row], chosen: Sequence[str], seats: int) -> bool:
    """Whether a list keeps every quota and share."""
    members = set(chosen)
    counts = Counter(value for row in rows if row[0] in members for value in row[1:4])
    return len(members) == seats and all(low <= counts[value] <= high for value, (low, high) in limits(seats).items())


def ours(rows: Sequence[Row], seats: int) -> dict[str, object]:
    """The merit walk of this project."""
    from ikmctl.domain.participant import Participant
    from ikmctl.domain.program import Program
    from ikmctl.domain.scorecard import Evaluation, ScoreCard
    from ikmctl.engine.selection import Given, Settled, run
    from ikmctl.engine.selection.frame import lay_out, walk_frame

    program = Program.model_validate(
        {
            "id": "benchmark",
            "title": "Benchmark",
            "as_of": "2025-09-29",
            "tracks": [{"id": track, "name": track, "quota": seats // 3, "reserves": 10} for track in TRACKS],
            "stages": [
                {
                    "id": "s",
                    "selection": {
                        "balance": [
                            {"field": field, "each": {"min_share": low, "max_share": high}}
                            for field, (low, high) in SHARES.items()
                        ]
                    },
                }
            ],
        }
    )
    known = {row[0]: Participant(row[0], row[1], facts={"gender": row[2], "district": row[3]}) for row in rows}
    cards = {row[0]: ScoreCard(row[0], row[1], "eligible", key=int(row[4]), unit=10000) for row in rows}
    tickets = {number: number[::-1] for number in known}
    stage = program.stages[0]
    given = Given(program, stage, Evaluation("s", cards, ()), known, Settled(tickets=tickets))
    start = time.process_time()
    selection = run(given)
    whole = time.process_time() - start
    laid = lay_out(given)
    start = time.process_time()
    walk_frame(laid)
    walk = time.process_time() - start
    return {"in": whole, "walk": walk, "chosen": [one.number for one in selection.selected]}


def highs(rows: Sequence[Row], seats: int) -> dict[str, object]:
    """The greatest sum of scores by HiGHS, one variable a person."""
    import highspy

    start = time.process_time()
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003  # the name of the option is its meaning
    solver.setOptionValue("mip_rel_gap", 0)
    solver.setMaximize()
    solver.addVars(len(rows), [0] * len(rows), [1] * len(rows))
    whole = list(range(len(rows)))
    solver.changeColsCost(len(rows), whole, [int(row[4]) for row in rows])
    solver.changeColsIntegrality(len(rows), whole, [highspy.HighsVarType.kInteger] * len(rows))
    for value, (low, high) in limits(seats).items():
        mine = [index for index, row in enumerate(rows) if value in row]
        solver.addRow(low, high, len(mine), mine, [1] * len(mine))
    solver.run()
    values = solver.getSolution().col_value
    chosen = [row[0] for row, value in zip(rows, values, strict=True) if round(value)]
    return {"in": time.process_time() - start, "chosen": chosen}


def _lottery(algorithm: str) -> Callable[[Sequence[Row], int], dict[str, object]]:
    def method(rows: Sequence[Row], seats: int) -> dict[str, object]:
        from sortition_algorithms import read_in_features, read_in_people, run_stratification
        from sortition_algorithms.settings import Settings

        names = {"track": TRACKS, "gender": ("female", "male"), "district": ("D1", "D2", "D3", "D4", "D5")}
        bounds = limits(seats)
        table = [
            {"feature": name, "value": value, "min": str(bounds[value][0]), "max": str(bounds[value][1])}
            for name, values in names.items()
            for value in values
        ]
        head = ["id", "track", "gender", "district"]
        settings = Settings(
            id_column="id",
            columns_to_keep=[],
            check_same_address=False,
            check_same_address_columns=[],
            selection_algorithm=algorithm,
            random_number_seed=1,
        )
        start = time.process_time()
        features, _, _ = read_in_features(["feature", "value", "min", "max"], table)
        pool, _ = read_in_people(head, [dict(zip(head, row, strict=False)) for row in rows], features, settings)
        done, committees, _ = run_stratification(features, pool, seats, settings)
        return {"in": time.process_time() - start, "chosen": sorted(committees[0]) if done else []}

    return method


METHODS: dict[str, Callable[[Sequence[Row], int], dict[str, object]]] = {
    "ours": ours,
    "highs": highs,
    "sortition legacy": _lottery("legacy"),
    "sortition maximin": _lottery("maximin"),
}
INTERPRETERS = {"ours": "", "highs": "IKMCTL_HIGHS_PYTHON", "sortition legacy": "IKMCTL_SORTITION_PYTHON"}
INTERPRETERS["sortition maximin"] = INTERPRETERS["sortition legacy"]


def child(method: str, file: str, seats: int) -> None:
    """Run one method in this process and print what it found."""
    with Path(file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    gc.disable()  # as the program itself does
    found = METHODS[method](rows, seats)
    found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILOBYTES
    sys.stdout.write("\n" + json.dumps(found))


def measure(method: str, file: Path, rows: Sequence[Row], seats: int) -> str:
    """One line of the table."""
    python = os.environ.get(INTERPRETERS[method], sys.executable)
    start = time.perf_counter()
    try:
        done = subprocess.run(
            [python, __file__, "--child", method, str(file), str(seats)],
            check=False,
            capture_output=True,
            text=True,
            timeout=None if method == "ours" else STOP,
        )
    except subprocess.TimeoutExpired:
        return f"{method:18} more than {STOP} s"
    if done.returncode:
        return f"{method:18} left out: {done.stderr.strip().splitlines()[-1]}"
    whole = time.perf_counter() - start
    found = json.loads(done.stdout.splitlines()[-1])
    total = sum(int(row[4]) for row in rows if row[0] in set(found["chosen"])) / 10000
    walk = f"{found['walk']:9.3f}" if "walk" in found else " " * 9
    kept = "yes" if held(rows, found["chosen"], seats) else "NO"
    return f"{method:18} {found['in']:9.3f} {walk} {whole:9.2f} {found['peak']:8} {kept:>5} {total:14.2f}"


def main(sizes: Sequence[str]) -> None:
    """Print one table a size."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            count, seats = SIZES[size]
            rows, file = people(count), Path(folder) / f"{size}.csv"
            with file.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(rows)
            print(f"{seats} of {count}")
            print(f"{'':18} {'in s':>9} {'walk s':>9} {'whole s':>9} {'peak MB':>8} {'held':>5} {'sum of scores':>14}")
            for method in METHODS:
                print(measure(method, file, rows, seats), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        main(sys.argv[1:] or list(SIZES))
