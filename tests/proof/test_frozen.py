"""What engine 1 decided verifies for ever, also lists written before they held a digest of their events."""

import shutil
from pathlib import Path

import pytest

from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.verify import run

HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "notes"), [("frozen-v1", ["IKM617"]), ("frozen-v2", [])])
def test_the_frozen_list_still_follows(name: str, notes: list[str]) -> None:
    result = run(CohortPaths(HERE / name))
    assert result.data is not None
    assert (result.data.match, result.data.changed, result.data.stages) == (True, (), ("curation",))
    assert [item.code for item in result.diagnostics] == notes


def test_a_list_may_not_lose_the_digest_of_its_events(tmp_path: Path) -> None:
    work = tmp_path / "cohort"
    shutil.copytree(HERE / "frozen-v2", work)
    path = work / "curation" / "shortlist.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("events: ")), encoding="utf-8")
    result = run(CohortPaths(work))
    assert result.data is not None
    assert (result.data.match, result.data.changed) == (False, ("events",))
