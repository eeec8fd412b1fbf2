"""Mutation testing of the core: how many small errors the tests notice.

    python benchmarks/mutation.py                                  # all of domain and engine
    python benchmarks/mutation.py ikmctl/engine/selection --sample 500 --seed 7 --out /tmp/mutants.jsonl

The tests are collected once. One process runs them all and records which test runs which line; then every error of
`mutants.py` gets a forked process in which the code of its function is replaced, and which runs the tests of its
line, quickest first, until one fails or the processor time is used up (an endless loop is noticed too). An error in
what runs once, when a module is imported, gets a fork from before any of the program was imported. Needs `os.fork`.
"""

import argparse
import functools
import gc
import importlib
import json
import os
import pickle
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import coverage
import hypothesis
import pydantic
import pytest
import typer
from _pytest.runner import runtestprotocol
from mutants import Code, Mutant, mutants

ROOT: Final = Path(__file__).resolve().parents[1]
CORE: Final = ("ikmctl/domain", "ikmctl/engine")
NEAR: Final = ("tests/unit/domain", "tests/unit/engine", "tests/cases")
PROPERTIES: Final = (f"tests/properties/test_{name}.py" for name in ("scoring", "selection", "matching", "duplicates"))
TESTS: Final = (*NEAR, "tests/proof/test_frozen.py", "tests/proof/test_stated.py", "tests/errors", *PROPERTIES)
OPTIONS: Final = ("-s", "-q", "--no-header", "-p", "no:randomly", "-p", "no:cacheprovider", "--import-mode=importlib",
                  "-o", "tmp_path_retention_policy=none", "-o", "tmp_path_retention_count=0")  # fmt: skip
EXAMPLES: Final = 15
SLOW: Final = 1.0
"""A test that takes more seconds, under the tracer, is left out."""
READY: Final = (hypothesis, pydantic, typer)
"""Imported before the fork, since every run needs them."""
NOTICED, LIVED, ENDLESS, NO_TEST = "killed", "survived", "timed out", "not run"


@dataclass
class Record:
    """Seconds of the tests (None: too slow), and which of them run which lines of which file."""

    seconds: dict[str, float | None] = field(default_factory=dict)
    lines: dict[str, dict[int, set[str]]] = field(default_factory=dict)

    def quickest(self, tests: set[str], about: Path, seconds: float) -> list[str]:
        """As many tests as the time allows: those in a file named like the module first, then the quickest."""
        chosen, spent = [], 0.0
        told = {test: took for test in tests if (took := self.seconds.get(test)) is not None}
        for name in sorted(told, key=lambda test: (about.stem not in test.partition("::")[0], told[test], test)):
            if not chosen or spent + told[name] <= seconds:
                spent += told[name]
                chosen.append(name)
        return chosen

    def of(self, one: Mutant) -> set[str]:
        """The tests that run the line of an error, or its statement."""
        lines = self.lines.get(str(ROOT / one.path), {})
        return lines.get(one.line) or set().union(*(lines.get(line, ()) for line in one.lines))


def forked(work: Callable[[], int], seconds: float) -> str:
    """What becomes of a fork that answers whether a test failed."""
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, 20 * seconds)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        code = 3
        try:
            code = work()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return ENDLESS
    noticed = dict.fromkeys((1, 2, 4, 5), NOTICED)  # 4: conftest.py cannot even be imported
    return {0: LIVED, **noticed}.get(os.waitstatus_to_exitcode(status), "no answer")


class Session:
    """A pytest plugin that tries errors in place of running the tests once."""

    def __init__(self, asked: argparse.Namespace, chosen: Sequence[Mutant], told: Callable[..., None]) -> None:
        self.asked, self.chosen, self.told = asked, chosen, told
        self.record = Record()
        self.left: list[int] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record, then try one error after another; those of import time are left."""
        few_examples(session.items)
        for part in CORE:
            for path in sorted((ROOT / part).rglob("*.py")):
                importlib.import_module(module_of(path.relative_to(ROOT)))
        forked(lambda: _recorded(session.items, self.asked.record), 3600)  # no cache of this process is filled
        self.record = pickle.loads(self.asked.record.read_bytes())  # noqa: S301  # written by the line above
        items = {item.nodeid: item for item in session.items}
        self.record.seconds = {name: took for name, took in self.record.seconds.items() if name in items}
        functions, caches = _alive()
        gc.freeze()
        self.told(-1, f"{len(items)} tests, {sum(took or 0 for took in self.record.seconds.values()):.0f} s")
        for number, one in enumerate(self.chosen):
            if one.owner is None:
                self.left.append(number)
            else:
                self.told(number, self._tried(items, number, functions, caches))
        return True

    def _tried(
        self,
        items: dict[str, pytest.Item],
        number: int,
        functions: dict[tuple[str, Code], list[FunctionType]],
        caches: list[Any],
    ) -> str:
        one = self.chosen[number]
        tests = self.record.quickest(self.record.of(one), one.path, self.asked.seconds)
        if not tests:
            return NO_TEST
        code = next((code for code in _codes(one.code()) if (code.co_firstlineno, code.co_qualname) == one.owner), None)
        alive = functions.get((str(ROOT / one.path), one.owner or (0, "")), [])
        if code is None or not alive or any(len(code.co_freevars) != len(it.__code__.co_freevars) for it in alive):
            self.left.append(number)
            return "left"

        def work() -> int:
            for function in alive:
                function.__code__ = code
            for cache in caches:
                cache.cache_clear()
            return int(any(report.failed for test in tests for report in runtestprotocol(items[test], log=False)))

        return forked(work, 2 + 5 * sum(self.record.seconds[test] for test in tests))


def _recorded(items: Sequence[pytest.Item], kept: Path) -> int:
    """Run every test that the record does not know yet."""
    record = pickle.loads(kept.read_bytes()) if kept.exists() else Record()  # noqa: S301  # our own file
    traced = coverage.Coverage(data_file=None, include=[f"{ROOT / part}/*" for part in CORE], config_file=False)
    signal.signal(signal.SIGPROF, signal.default_int_handler)
    traced.start()
    for item in items:
        if item.nodeid in record.seconds:
            continue
        record.seconds[item.nodeid] = None
        traced.switch_context(item.nodeid)
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, SLOW)
        try:
            if all(report.passed for report in runtestprotocol(item, log=False)):
                record.seconds[item.nodeid] = time.process_time() - began
        except KeyboardInterrupt:
            item.session._setupstate.teardown_exact(None)  # noqa: SLF001  # pytest has no public way
        signal.setitimer(signal.ITIMER_PROF, 0)
    traced.stop()
    data = traced.get_data()
    for path in data.measured_files():
        of_file = record.lines.setdefault(path, {})
        for line, ran in data.contexts_by_lineno(path).items():
            of_file[line] = of_file.get(line, set()) | (set(ran) - {""})
    kept.write_bytes(pickle.dumps(record))
    return 0


def few_examples(items: Sequence[pytest.Item]) -> None:
    """Few examples of every property, the same in each run."""
    for item in items:
        test: Any = getattr(item, "obj", None)
        test = getattr(test, "__func__", test)
        if (old := getattr(test, "_hypothesis_internal_use_settings", None)) is not None:
            phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
            test._hypothesis_internal_use_settings = hypothesis.settings(  # noqa: SLF001  # fewer examples
                old, max_examples=min(EXAMPLES, old.max_examples), derandomize=True, database=None, phases=phases,
                deadline=None, suppress_health_check=list(hypothesis.HealthCheck),
            )  # fmt: skip


def _alive() -> tuple[dict[tuple[str, Code], list[FunctionType]], list[Any]]:
    """The functions of the program by file, line and name; and its caches."""
    functions: dict[tuple[str, Code], list[FunctionType]] = defaultdict(list)
    caches = []
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(ROOT / "ikmctl")):
            code = one.__code__
            functions[code.co_filename, (code.co_firstlineno, code.co_qualname)].append(one)
        elif isinstance(one, functools._lru_cache_wrapper) and str(one.__module__).startswith(("ikmctl", "tests")):  # noqa: SLF001  # its type
            caches.append(one)
    return functions, caches


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)


def module_of(path: Path) -> str:
    """The dotted name of a file of the program."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def afresh(one: Mutant, record: Record, seconds: float) -> str:
    """Import the program with an error in it; run a few tests of that module, then those of the core."""
    touching = set().union(*record.lines.get(str(ROOT / one.path), {}).values())
    near = record.quickest(touching, one.path, seconds)[:60]

    def work() -> int:
        plain, wrong, name = SourceFileLoader.get_code, one.code(), module_of(one.path)
        SourceFileLoader.get_code = (  # type: ignore[method-assign]  # put in its place for a fresh import
            lambda self, asked: wrong if asked == name else plain(self, asked)
        )
        few = type("Few", (), {"pytest_collection_modifyitems": staticmethod(few_examples)})()
        runs = (run for run in (near, NEAR) if run)
        return next((code for run in runs if (code := int(pytest.main([*OPTIONS, "-x", *run], plugins=[few])))), 0)

    return forked(work, 60 + 5 * seconds)


def main() -> None:
    """Try the errors, and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=CORE, help="files or folders of the core")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="files of tests, where not all are wanted")
    parser.add_argument("--sample", type=int, help="so many errors, drawn over all the files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=10, help="seconds of tests for one error")
    parser.add_argument("--only", choices=("functions", "imports"), help="errors within functions, or all others")
    parser.add_argument("--again", type=Path, help="only what survived in this file of an earlier run")
    record_text = "kept between runs while the program is unchanged: which tests run which lines"
    parser.add_argument("--record", type=Path, default=Path(tempfile.mkdtemp()) / "record", help=record_text)
    parser.add_argument("--out", type=Path, default=Path("mutants.jsonl"), help="a line for each error tried")
    asked = parser.parse_args()
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    paths = [
        path for part in asked.parts for path in ([Path(part)] if Path(part).is_file() else Path(part).rglob("*.py"))
    ]
    made = [one for path in sorted(paths) for one in mutants(path)]
    made = [one for one in made if asked.only in (None, "imports" if one.owner is None else "functions")]
    if asked.again:
        lines = map(json.loads, asked.again.read_text(encoding="utf-8").splitlines())
        alive = {(one["path"], one["change"], one["in"]) for one in lines if one.get("outcome") in (LIVED, NO_TEST)}
        made = [one for one in made if (str(one.path), one.change, one.owner and one.owner[1]) in alive]
    random.Random(asked.seed).shuffle(made)  # noqa: S311  # whatever has been tried is a fair sample
    made = made[: asked.sample]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with asked.out.open("w", encoding="utf-8", buffering=1) as out:

        def told(number: int, outcome: str) -> None:
            one = made[number]
            if number < 0:
                out.write(json.dumps({"tests": outcome}) + "\n")
            elif outcome != "left":
                line = {"outcome": outcome, "path": str(one.path), "line": one.line, "in": one.owner and one.owner[1]}
                out.write(json.dumps(line | {"change": one.change}) + "\n")

        with tempfile.NamedTemporaryFile() as file:

            def work() -> int:
                session = Session(asked, made, told)
                pytest.main([*OPTIONS, *asked.tests], plugins=[session])
                Path(file.name).write_bytes(pickle.dumps((session.record, session.left)))
                return 0

            forked(work, 10**6)
            record, left = pickle.loads(Path(file.name).read_bytes())  # noqa: S301  # written by the line above
        for number in left:
            told(number, afresh(made[number], record, asked.seconds))
    for text in asked.out.read_text(encoding="utf-8").splitlines():
        if "tests" in (line := json.loads(text)):
            continue
        counts[line["path"]][line["outcome"]] += 1
        counts["all"][line["outcome"]] += 1
        if line["outcome"] not in (NOTICED, ENDLESS):
            print(f"{line['outcome']} {line['path']}:{line['line']} {line['in'] or ''} {line['change']}")
    for path, found in sorted(counts.items()):
        print(f"{path}: {(found[NOTICED] + found[ENDLESS])} of {found.total()} noticed {dict(found)}")


if __name__ == "__main__":
    main()
