"""Other programs in processes of their own: they cannot share one with each other, and one is GPL."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "peers"


def python_with(package: str, variable: str) -> str:
    """An interpreter that has `package`: the one that `variable` names, else this one; skip where neither has it."""
    chosen = os.environ.get(variable, sys.executable)
    found = subprocess.run([chosen, "-c", f"import {package}"], check=False, capture_output=True)
    if found.returncode:
        pytest.skip(f"{package} is not installed; name an interpreter that has it in {variable}")
    return chosen


def ask(python: str, script: str, questions: Iterable[Any]) -> Iterator[Any]:
    """Ask one question after the other of one process."""
    root = HERE.parents[2]
    paths = os.pathsep.join([str(root), str(root / "tests")])
    with subprocess.Popen(
        [python, str(HERE / script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question in questions:
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            yield json.loads(process.stdout.readline())
        process.stdin.close()
