"""Programs that ended in an accident once; each was found by the broken texts of `test_fuzz.py`."""

import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from tools.console import ikmctl

CASES: Final = Path(__file__).resolve().parents[1] / "cases"


@pytest.mark.parametrize("method", ["saw", "topsis", "weighted_sum", "wp"])
def test_a_criterion_that_stands_twice_is_said_and_nothing_else_breaks(tmp_path: Path, method: str) -> None:
    root = tmp_path / "cohorts" / "p"
    shutil.copytree(CASES / f"method-{method}", root)
    program = (root / "program.yaml").read_text(encoding="utf-8")
    criterion = re.search(r"^ +- \{id: .*\}\n", program, re.MULTILINE)
    assert criterion
    (root / "program.yaml").write_text(program.replace(criterion[0], 2 * criterion[0]), encoding="utf-8")
    for command in ("validate", "score", "curate --on 2025-10-02"):
        answer = ikmctl(f"ikmctl {command}", root)
        assert "IKM148" in answer.both, command
        assert answer.code == 1, (command, answer.both)
    assert "IKM980" not in ikmctl("ikmctl show scores --steps", root).both
