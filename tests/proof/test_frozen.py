"""What engine 1 decided verifies for ever."""

from pathlib import Path

from ikmctl.store.layout import CohortPaths
from ikmctl.workflow.verify import run

FROZEN = Path(__file__).parent / "frozen-v1"


def test_the_frozen_list_still_follows() -> None:
    result = run(CohortPaths(FROZEN))
    assert result.data is not None
    assert (result.data.match, result.data.changed, result.data.stages) == (True, (), ("curation",))
