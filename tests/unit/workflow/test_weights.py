"""Weights by command: worked by hand, and an example of Saaty's."""

from pathlib import Path

import pytest
from tools.console import ikmctl


def test_roc_of_three(tmp_path: Path) -> None:
    # (1 + 1/2 + 1/3)/3 = 0.6111, (1/2 + 1/3)/3 = 0.2778, (1/3)/3 = 0.1111
    answer = ikmctl("weights roc practice post_test gain", tmp_path)
    assert (answer.code, answer.out) == (0, "practice: 61\npost_test: 28\ngain: 11\n")


def test_ahp_of_consistent_judgements(tmp_path: Path) -> None:
    # 4 : 2 : 1 without any contradiction: 57.14, 28.57, 14.29
    answer = ikmctl("weights ahp practice/test=2 practice/gain=4 test/gain=2", tmp_path)
    assert answer.out.splitlines()[:3] == ["practice: 57", "test: 29", "gain: 14"]
    assert answer.out.splitlines()[3] == "consistency ratio 0.000 (random-index table saaty-1980)"


def test_ahp_matches_the_hand_calculation_of_a_slightly_inconsistent_table(tmp_path: Path) -> None:
    # a/b=3, a/c=5, b/c=3: principal eigenvector 0.637, 0.258, 0.105; lambda 3.0385; CI 0.0193; CR 0.0193/0.58 = 0.033
    answer = ikmctl("weights ahp a/b=3 a/c=5 b/c=3", tmp_path)
    assert answer.out.splitlines() == [
        "a: 64",
        "b: 26",
        "c: 10",
        "consistency ratio 0.033 (random-index table saaty-1980)",
    ]


@pytest.mark.parametrize("table", ["saaty-1980", "saaty-2013"])
def test_contradictions_warn_but_answer(tmp_path: Path, table: str) -> None:
    answer = ikmctl(["weights", "ahp", "a/b=9", "b/c=9", "a/c=1/9", "--table", table], tmp_path)
    assert answer.code == 0
    assert "IKM493" in answer.err
    assert table in answer.out
