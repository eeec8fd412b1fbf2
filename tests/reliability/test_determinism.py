"""The same bytes whatever surrounds the process; `benchmarks/determinism.py` tries the whole matrix."""

import importlib.util
import sys
from pathlib import Path

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "determinism.py"


def test_one_digest_in_other_surroundings() -> None:
    spec = importlib.util.spec_from_file_location("determinism", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    determinism = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(determinism)
    found, _ = determinism.digests(sys.executable, determinism.some(3))
    assert list(found.values()) == [3]
