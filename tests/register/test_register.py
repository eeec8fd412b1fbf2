"""The main road on a real register of 1,483 small industries, which stays outside the project."""

import os
import shutil
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import has_errors
from ikmctl.store.atomic import commit
from ikmctl.store.changes import Changes
from ikmctl.store.layout import CohortPaths
from ikmctl.workflow import curate, import_, lock, verify
from ikmctl.workflow.importing.data import ImportData, ImportOptions
from ikmctl.workflow.listing import Listing
from ikmctl.workflow.lock import EventOptions
from ikmctl.workflow.result import Result

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FILE = Path(os.environ.get("IKMCTL_TEST_REGISTER") or ROOT.parent / "shared" / "data" / "ikm-register.xlsx")
DAY = date(2025, 1, 2)

pytestmark = pytest.mark.skipif(
    not FILE.is_file(),
    reason="the real register is not part of the project; IKMCTL_TEST_REGISTER may name a copy of ikm-register.xlsx",
)


@pytest.fixture
def paths(tmp_path: Path) -> CohortPaths:
    shutil.copy(HERE / "program.yaml", tmp_path)
    return CohortPaths(tmp_path)


def take(paths: CohortPaths, maps: Mapping[str, str]) -> ImportData:
    result = import_.run(paths, [FILE], ImportOptions(on=DAY, maps=maps))
    assert result.data is not None
    write(paths, result.changes)
    return result.data


def write(paths: CohortPaths, changes: Changes | None) -> None:
    assert changes is not None
    assert not has_errors(commit(changes, paths.root))


def curated(paths: CohortPaths) -> Result[Listing]:
    result = curate.run(paths, curate.CurateOptions(on=DAY, per_track=10))
    assert result.data is not None
    write(paths, result.changes)
    return result


def test_every_odd_row_is_accounted_for(paths: CohortPaths) -> None:
    data = take(paths, {"track": "Komoditi"})
    (file,) = data.files
    assert (file.rows, file.kept, file.merged, file.rejected, file.skipped) == (1483, 1456, 3, 24, 0)
    assert file.unknown == ()
    # Three rows repeat another word for word; nine pairs give one firm and product two sets of figures;
    # five rows hold the placeholder `Belum pilih komoditi`, one has no product.
    assert Counter(note.why for note in file.merged_rows) == {"repeat": 3}
    assert Counter(note.why for note in file.rejected_rows) == {"IKM302": 18, "IKM278": 5, "IKM301": 1}
    assert len(data.new) == 1456


def test_amounts_are_whole_rupiah(paths: CohortPaths) -> None:
    take(paths, {"track": "Komoditi"})
    lines = paths.participants.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "number,track,track_2,registered_at,group,investment,production_value,workers"
    amounts = {int(cell) for line in lines[1:] for cell in line.split(",")[5:7] if cell}
    # The header says thousands of rupiah: the smallest figure is 30, the largest of a row that came in 3,601,200.
    assert (min(amounts), max(amounts)) == (30_000, 3_601_200_000)
    assert not any("Usaha" in line for line in lines)


def test_the_confirmed_column_is_remembered_and_the_second_import_changes_nothing(paths: CohortPaths) -> None:
    take(paths, {"track": "Komoditi"})
    before = {path: path.read_bytes() for path in paths.root.rglob("*") if path.suffix != ".xlsx" and path.is_file()}
    data = take(paths, {})
    assert (len(data.new), len(data.changed), len(data.same), len(data.absent)) == (0, 0, 1456, 0)
    assert {path: path.read_bytes() for path in before} == before


def test_without_the_column_of_tracks_the_import_says_so(paths: CohortPaths) -> None:
    result = import_.run(paths, [FILE], ImportOptions(on=DAY))
    (said,) = (item for item in result.diagnostics if item.code == "IKM321")
    assert said.params["fields"] == "`track`"
    assert said.params["headers"] == "`Komoditi`"


def test_ten_in_each_track_after_locks_and_a_draw(paths: CohortPaths) -> None:
    take(paths, {"track": "Komoditi"})
    write(paths, lock.lock(paths, "rules", EventOptions(DAY, by="Ketua Tim")).changes)
    first = curated(paths).data
    assert first is not None
    assert first.undecided
    write(paths, lock.lock(paths, "pool", EventOptions(DAY, by="Ketua Tim")).changes)
    write(paths, lock.draw(paths, "20250102731", "undian dadu", EventOptions(DAY, by="Ketua Tim")).changes)
    listing = curated(paths).data
    assert listing is not None
    assert Counter(entry.track for entry in listing.selected) == dict.fromkeys((t.track for t in listing.tracks), 10)
    assert Counter(entry.track for entry in listing.reserves) == dict.fromkeys((t.track for t in listing.tracks), 2)
    assert listing.undecided == ()
    checked = verify.run(paths)
    assert not has_errors(checked.diagnostics)
    assert checked.exit_code() == 0
