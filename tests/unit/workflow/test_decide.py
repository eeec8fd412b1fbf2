"""Decisions in a program of two stages, in a match, and named twice."""

import re
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.tiny import PROGRAM, tiny

ACT = "--by Ketua --reason surat --on"
SECOND = """\
  - id: visit
    from: curation
    criteria: []
    order: [{by: fields.years}]
fields:
  - {id: years, type: integer, min: 0, max: 60}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two stages; the first is decided. P001 and P005 are selected, with 9 and 4 years."""
    root = tiny(tmp_path)
    (root / "program.yaml").write_text(PROGRAM + SECOND)
    people = (root / "participants.csv").read_text().splitlines()
    years = {"P001": "9", "P005": "4"}
    rows = [f"{people[0]},years", *(f"{row},{years.get(row[:4], '1')}" for row in people[1:])]
    (root / "participants.csv").write_text("\n".join(rows) + "\n")
    does(root, "curate --stage curation")
    return root


def does(root: Path, *commands: str) -> None:
    for command in commands:
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both


def test_a_later_stage_goes_on_with_what_was_corrected(root: Path) -> None:
    does(root, f"decide correct P001 --field years --old 9 --new 3 --stage curation {ACT} 2025-10-01")
    does(root, "finalize --stage curation --decree 1/SK --by Ketua --on 2025-10-02")
    does(root, "curate --stage visit")
    assert re.findall(r"id: (P...)", (root / "visit" / "shortlist.yaml").read_text()) == ["P001", "P005"]  # 3 years, 4
    again = ikmctl(f"decide correct P001 --field years --old 9 --new 2 --stage visit {ACT} 2025-10-03", root)
    assert (again.code, "[IKM572]" in again.both) == (1, True)
    does(root, f"decide correct P001 --field years --old 3 --new 2 --stage visit {ACT} 2025-10-03")
    does(root, f"decide correct P001 --field years --old 2 --new 1 --stage visit {ACT} 2025-10-03", "verify")


def test_nobody_stands_twice_in_an_order(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    (root / "program.yaml").write_text(PROGRAM.replace("ties: [ticket]", "ties: [panel, ticket]"))
    does(root, "curate")
    answer = ikmctl(f"decide order P001 P002 p001 {ACT} 2025-10-01", root)
    assert (answer.code, "[IKM579]" in answer.both) == (2, True), answer.both
    assert not (root / "decisions.yaml").exists()


def test_only_an_order_is_about_several(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    (root / "program.yaml").write_text(PROGRAM)
    does(root, "curate")
    for act in ("withdraw --kind mundur", "disqualify", "admit --seat extra", "reinstate"):
        word, _, flags = act.partition(" ")
        answer = ikmctl(f"decide {word} P001 P002 {flags} {ACT} 2025-10-01", root)
        assert (answer.code, "[IKM638]" in answer.both) == (2, True), answer.both
    assert not (root / "decisions.yaml").exists()


def test_what_to_do_next_names_the_stage(root: Path) -> None:
    """Where there are several, a command without one is refused."""
    for command, step in (
        ("curate --stage curation", "ikmctl explain P001 --stage curation"),
        ("score --stage curation", "ikmctl curate --stage curation"),
        ("validate", "ikmctl curate --stage visit"),
        (f"decide withdraw P003 --stage curation {ACT} 2025-10-01", "ikmctl show shortlist --stage curation"),
    ):
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both
        assert f"next: {step}" in answer.both.splitlines(), answer.both
    (root / "curation" / "scores.csv").unlink()
    assert "next: ikmctl curate --stage curation" in ikmctl("verify", root).both.splitlines()
    for path in (root / "curation").iterdir():
        path.unlink()
    assert "next: ikmctl curate --stage curation" in ikmctl("verify", root).both.splitlines()


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("--field nonsense --old '' --new ''", "IKM960"),
        ("--field track --old batik --new ''", "IKM960"),  # no column that may be corrected, not even to nothing
        ("--mark nonsense --old '' --new ''", "IKM430"),
    ],
)
def test_nothing_is_corrected_to_nothing_that_is_not_there(root: Path, what: str, code: str) -> None:
    answer = ikmctl(f"decide correct P001 {what} --stage curation {ACT} 2025-10-01", root)
    assert (answer.code, f"[{code}]" in answer.both) == (1, True), answer.both
    assert not (root / "decisions.yaml").exists()


@pytest.mark.parametrize("command", ["validate", "curate --stage curation", "score --stage curation"])
def test_corrections_written_by_hand_are_checked_as_those_of_decide(root: Path, command: str) -> None:
    said = "id: P003, stage: curation, by: Ketua, on: 2025-10-01, reason: surat"
    text = f"- {{do: correct, mark: test, old: '50', new: '500000', {said}}}\n"
    (root / "decisions.yaml").write_text(text + f"- {{do: correct, field: nonsense, old: '', new: x, {said}}}\n")
    answer = ikmctl(command, root)
    assert answer.code == 1
    assert "decisions.yaml:1:" in answer.both
    assert "500000" in answer.both
    assert "decisions.yaml:2:" in answer.both
    assert "[IKM960]" in answer.both
