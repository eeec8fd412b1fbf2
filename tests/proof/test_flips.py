"""A changed byte is noticed and rightly named; a changed comment is MATCH; line ends of Windows change nothing."""

import os
import shutil
from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import Severity
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.verify import run
from tests.proof.flips import flip

COHORTS = Path(__file__).parents[2] / "cohorts"
KENDAL = COHORTS / "kendal-wub-2025"
KALIWUNGU = COHORTS / "kaliwungu-kemitraan"
TRIALS = int(os.environ.get("IKMCTL_FLIPS", "25"))
TEXTS = ("program.yaml", "decisions.yaml", "events.yaml", "participants.csv", "marks.csv", "curation/scores.csv",
         "curation/shortlist.yaml")  # fmt: skip


@pytest.mark.parametrize(("cohort", "trials"), [(KENDAL, TRIALS), (KALIWUNGU, TRIALS // 4)])
def test_changed_bytes_are_noticed_and_named(cohort: Path, trials: int, tmp_path: Path) -> None:
    work = tmp_path / cohort.name
    for number in range(trials):
        found = flip(cohort, work, number)
        assert found.noticed == found.changed, found
        assert found.named == found.noticed, found


@pytest.mark.parametrize("name", ["program.yaml", "events.yaml", "decisions.yaml", "curation/shortlist.yaml"])
def test_a_changed_comment_is_a_match(name: str, tmp_path: Path) -> None:
    work = tmp_path / KENDAL.name
    shutil.copytree(KENDAL, work)
    path = work / name
    path.write_text("# catatan baru\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    result = run(CohortPaths(work))
    assert result.data is not None
    assert (result.data.match, result.data.changed) == (True, ())


def test_a_checkout_with_crlf_verifies_the_same(tmp_path: Path) -> None:
    work = tmp_path / KENDAL.name
    shutil.copytree(KENDAL, work)
    for name in TEXTS:
        path = work / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    result = run(CohortPaths(work))
    assert result.data is not None
    assert result.data.match
    assert not [item for item in result.diagnostics if item.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("name", "old", "new", "changed"),
    [
        ("program.yaml", "weight: 15,", "weight: 16,", "rules"),
        ("marks.csv", ",post_test,,,8", ",post_test,,,7", "marks"),
        ("participants.csv", ",female,", ",male,", "pool"),
        ("decisions.yaml", "do: withdraw", "do: disqualify", "decisions"),
        ("events.yaml", 'value: "8', 'value: "9', "seed"),
        ("events.yaml", "by: Ketua Tim", "by: Ketua Tem", "events"),
        ("events.yaml", "on: 2025-09-20", "on: 2025-09-19", "events"),
        ("events.yaml", "marks: 0", "marks: 1", "events"),
        ("events.yaml", "20 dadu", "21 dadu", "events"),
        ("events.yaml", "500.9/0102/2025", "500.9/0103/2025", "events"),
        ("program.yaml", "venue: ", "venue: X", "words"),
        ("program.yaml", "headers: [", "headers: [X", "words"),
        ("program.yaml", "role: Ketua Tim", "role: Ketua", "words"),
        ("curation/shortlist.yaml", "\nevents: ", "\nevents: 0", "output"),
        ("curation/shortlist.yaml", "\nevents: ", "\newents: ", "output"),
        ("curation/shortlist.yaml", "\nwords: ", "\nworde: ", "output"),
        ("curation/shortlist.yaml", "because: place", "because: draw", "output"),
    ],
)
def test_the_input_that_changed_is_named(name: str, old: str, new: str, changed: str, tmp_path: Path) -> None:
    work = tmp_path / KENDAL.name
    shutil.copytree(KENDAL, work)
    path = work / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = run(CohortPaths(work))
    assert result.data is not None
    assert changed in result.data.changed


def test_a_list_of_another_engine_cannot_be_judged(tmp_path: Path) -> None:
    work = tmp_path / KENDAL.name
    shutil.copytree(KENDAL, work)
    path = work / "curation" / "shortlist.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("engine: 1", "engine: 7"), encoding="utf-8")
    result = run(CohortPaths(work))
    assert "IKM605" in {item.code for item in result.diagnostics}
    assert result.exit_code() == 1


def test_an_event_that_moves_to_another_stage_is_named(tmp_path: Path) -> None:
    work = tmp_path / KALIWUNGU.name
    shutil.copytree(KALIWUNGU, work)
    path = work / "events.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("stage: partners", "stage: pardners"), encoding="utf-8")
    result = run(CohortPaths(work))
    assert result.data is not None
    assert (result.data.match, result.data.changed) == (False, ("events",))
