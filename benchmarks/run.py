"""Every measurement of the road beside its peer or the bare limit, in one table.

    python benchmarks/run.py [AREA ...] [--rounds N]

Areas: startup, import, score, curate, road, documents; without one, all. Ours and the other run in turn, each round a
fresh process; a line shows the least CPU seconds of each (without imports, except where whole processes are compared)
and their ratio. Peers live in environments of their own: a variable such as IKMCTL_PANDERA_PYTHON names the Python
that has one; what is not named or does not run is shown as absent.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

ROWS, PEOPLE, SMALL = 16_000, 16_000, 240
ALTERNATIVES, CRITERIA = 5_000, 8
VERSIONS = ("typer", "pydantic", "ruamel.yaml", "python-calamine", "XlsxWriter")


@dataclass(frozen=True)
class Side:
    """One thing to time: a function below, run with an argument under this Python or that of a peer."""

    name: str
    argument: str = ""
    peer: str = ""

    def python(self) -> str | None:
        """The interpreter, or None where the peer is absent."""
        return os.environ.get(f"IKMCTL_{self.peer}_PYTHON") if self.peer else sys.executable


@dataclass(frozen=True)
class Line:
    """One comparison; the budget is a ratio, or seconds where nothing stands beside."""

    what: str
    ours: Side
    beside: Side | None = None
    budget: float | None = None


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of some work, its child processes included."""
    import resource

    def used() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)

    start = used()
    work()
    return used() - start


def command(words: str) -> float:
    """A whole process: `-c pass`, `-m ikmctl curate`, in the folder before the bar."""
    folder, _, rest = words.partition("|")
    argv = [sys.executable, *rest.split(" ")]
    done: list[int] = []

    def work() -> None:
        done.append(subprocess.run(argv, cwd=folder or None, check=False, capture_output=True).returncode)

    seconds = timed(work)
    if done[0] not in (0, 1):
        raise SystemExit(f"exit {done[0]}")
    return seconds


def reading(step: str) -> Callable[[str], float]:
    """A step of benchmarks/import.py: `bare` or the `whole` import."""

    def measure(path: str) -> float:
        return timed(getattr(import_module("import"), step)(Path(path)))

    return measure


def frictionless(path: str) -> float:
    """The same checks by frictionless."""
    from frictionless import Dialect, Resource, Schema, formats, validate

    kinds = json.loads(import_module("import").checks())
    fields = [{"name": name, "type": kind, "constraints": rules} for name, kind, rules in kinds]
    dialect = Dialect(header_rows=[3], controls=[formats.ExcelControl(stringified=True)])
    folder, _, name = path.rpartition("/")
    schema = Schema.from_descriptor({"fields": fields})
    return timed(lambda: validate(Resource(path=name, basepath=folder, schema=schema, dialect=dialect)))


def pandera(path: str) -> float:
    """The same checks by pandera, on a frame that pandas reads with the same reader."""
    import pandas as pd
    import pandera.pandas as pa

    columns = {}
    for name, _, rules in json.loads(import_module("import").checks()):
        checks = [pa.Check.str_matches(f"^{rules['pattern']}$")] if "pattern" in rules else []
        checks += [pa.Check.isin(rules["enum"])] if "enum" in rules else []
        columns[name] = pa.Column(str, checks, unique=rules.get("unique", False), nullable=not rules.get("required"))
    schema = pa.DataFrameSchema(columns)

    def work() -> None:
        frame = pd.read_excel(path, header=2, dtype=str, engine="calamine")
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors:
            return

    return timed(work)


def score(count: str) -> float:
    """Exact scoring of so many people on eight criteria, with rules and reasons."""
    scoring = import_module("scoring")
    rules, (people, marks) = scoring.program(), scoring.population(int(count))
    return timed(lambda: scoring.evaluate(rules, rules.stages[0], people, marks))


def plain_sum(count: str) -> float:
    """The least that any scoring must do: a weighted sum of floats."""
    scoring = import_module("scoring")
    _, marks = scoring.population(int(count))
    return timed(lambda: scoring.floor(marks))


def _numbers() -> list[list[int]]:
    return [[1 + (row * 7919 + column * 104_729) % 997 for column in range(CRITERIA)] for row in range(ALTERNATIVES)]


def topsis(_: str) -> float:
    """TOPSIS with 50 digits."""
    from fractions import Fraction

    from ikmctl.engine.scoring import METHODS
    from ikmctl.engine.scoring.base import Column, Matrix

    columns = tuple(Column(f"c{index}", 1, "benefit") for index in range(CRITERIA))
    rows = {f"P{index:05d}": tuple(map(Fraction, row)) for index, row in enumerate(_numbers())}
    method = METHODS["topsis"]
    return timed(lambda: method.score(Matrix(columns, rows)))


def pymcdm(_: str) -> float:
    """TOPSIS in floats by pymcdm."""
    import numpy as np
    from pymcdm.methods import TOPSIS

    numbers, weights = np.array(_numbers(), dtype=float), np.full(CRITERIA, 1 / CRITERIA)
    return timed(lambda: TOPSIS()(numbers, weights, np.ones(CRITERIA)))


def select(method: str) -> Callable[[str], float]:
    """A method of benchmarks/selection.py on `people/seats`."""

    def measure(size: str) -> float:
        selection = import_module("selection")
        count, seats = map(int, size.split("/"))
        return float(str(selection.METHODS[method](selection.people(count), seats)["in"]))

    return measure


SIDES: dict[str, Callable[[str], float]] = {
    "command": command,
    "bare reader": reading("bare"),
    "import": reading("whole"),
    "frictionless": frictionless,
    "pandera": pandera,
    "score": score,
    "sum of floats": plain_sum,
    "topsis": topsis,
    "pymcdm": pymcdm,
    "curate": select("ours"),
    "HiGHS": select("highs"),
    "sortition": select("sortition legacy"),
}
BARE = Side("command", "|-c pass")


def startup(home: Path) -> Iterator[Line]:
    """What a user waits for."""
    kendal = home / "kendal-wub-2025"
    startup = import_module("startup")
    startup.copy(startup.KENDAL, kendal)
    for case in startup.cases()[1:]:
        yield Line(case.name, Side("command", f"{kendal}|{' '.join(case.argv)}"), BARE, case.budget)


def imports(home: Path) -> Iterator[Line]:
    """A registration workbook."""
    path = home / "peserta.xlsx"
    import_module("import").write(path, ROWS)
    for beside in (
        Side("bare reader", str(path)),
        *(Side(n, str(path), n.upper()) for n in ("frictionless", "pandera")),
    ):
        budget = 8.0 if beside.name == "bare reader" else None
        yield Line(f"import {ROWS} x 20", Side("import", str(path)), beside, budget)


def scores(_: Path) -> Iterator[Line]:
    """Points and methods."""
    yield Line(f"score {PEOPLE} x 8", Side("score", str(PEOPLE)), Side("sum of floats", str(PEOPLE)))
    yield Line(f"topsis {ALTERNATIVES} x 8", Side("topsis"), Side("pymcdm", "", "PYMCDM"))


def curate(_: Path) -> Iterator[Line]:
    """Selection under balance rules, in process; the budgets are seconds."""
    for size, seconds in ((f"{SMALL}/30", 0.1), (f"{PEOPLE}/300", 1.0)):
        what = f"curate {size.replace('/', ', ')} seats"
        yield Line(what, Side("curate", size), None, seconds)
        yield Line(what, Side("curate", size), Side("HiGHS", size, "HIGHS"))
        yield Line(what, Side("curate", size), Side("sortition", size, "SORTITION"))


def road(home: Path) -> Iterator[Line]:
    """Whole commands on 16,000 people."""
    road = import_module("road")
    folder = home / "road"
    road.prepare(folder, PEOPLE)
    for argv in road.COMMANDS:
        yield Line(f"{argv[0]} {PEOPLE}", Side("command", f"{folder}|-m ikmctl {' '.join(argv)}"), BARE)


def documents(home: Path) -> Iterator[Line]:
    """Every kind of document for 240 people, without names, nothing written."""
    from ikmctl.render.documents import DOCUMENTS

    kendal = home / "documents"
    import_module("startup").copy(import_module("startup").KENDAL, kendal)
    for name, kind in DOCUMENTS.items():
        about = {"": "", "participant": " P001"}.get(kind.about)
        if about is not None:
            yield Line(f"report {name}", Side("command", f"{kendal}|-m ikmctl report {name}{about} --anon -n"), BARE)


AREAS: dict[str, Callable[[Path], Iterator[Line]]] = {
    "startup": startup, "import": imports, "score": scores, "curate": curate, "road": road, "documents": documents,
}  # fmt: skip


def once(side: Side) -> float | None:
    """Seconds of one round in a fresh process, or None where it cannot be run."""
    python = side.python()
    if python is None:
        return None
    done = subprocess.run(
        [python, __file__, "--one", side.name, side.argument], check=False, capture_output=True, text=True
    )
    return float(done.stdout.split()[-1]) if done.returncode == 0 else None


def show(line: Line, rounds: int) -> None:
    """Measure and print one line."""
    sides = [line.ours, *([line.beside] if line.beside else [])]
    taken = [[once(side) for side in sides] for _ in range(rounds)]
    best = [min((row[at] for row in taken if row[at] is not None), default=None) for at in range(len(sides))]
    ours, other = best[0], best[1] if line.beside else None
    beside = "" if line.beside is None else line.beside.name if line.beside is not BARE else "bare Python"
    ratio = ours / other if ours is not None and other else None
    found = ratio if line.beside else ours
    over = "  over" if line.budget is not None and found is not None and found > line.budget else ""
    cells = [f"{one:9.3f}" if one is not None else "   absent" for one in (ours, *((other,) if line.beside else ()))]
    print(
        f"{line.what:28}{cells[0]}  {beside:14}{cells[1] if line.beside else '':>9}"
        f"{'' if ratio is None else f'{ratio:.1f}':>8}{'' if line.budget is None else f'{line.budget:g}':>8}{over}",
        flush=True,
    )


def main() -> int:
    """Print the machine, then one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("areas", nargs="*", metavar="AREA", help=", ".join(AREAS))
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    if unknown := [name for name in chosen.areas if name not in AREAS]:
        parser.error(f"unknown: {', '.join(unknown)}; known: {', '.join(AREAS)}")
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in VERSIONS)
    print(f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} cores, {platform.platform(terse=True)}")
    print(f"Python {platform.python_version()}, {versions}\n")
    print(f"{'what':28}{'ours s':>9}  {'beside':14}{'its s':>9}{'ratio':>8}{'budget':>8}")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(home) / "pyc")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["IKMCTL_LANG"] = "id"
        for name in chosen.areas or AREAS:
            for line in AREAS[name](Path(home)):
                show(line, chosen.rounds)
    return 0


def one(argv: list[str]) -> Any:
    """Child: time one side and print the seconds."""
    import gc

    gc.disable()  # as the command does
    print(SIDES[argv[0]](argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(one(sys.argv[2:]) if sys.argv[1:2] == ["--one"] else main())
