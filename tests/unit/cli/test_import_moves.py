"""Import says whom a changed value moves on a list that exists."""

import json
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.tiny import tiny


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    root = tiny(tmp_path)
    assert ikmctl("curate --on 2025-10-02", root).code in (0, 1)
    return root


def test_a_changed_mark_names_who_enters_and_who_leaves(cohort: Path) -> None:
    (cohort / "test.csv").write_text("No Peserta,Skor\nP001,10\n", encoding="utf-8")
    told = ikmctl("import test.csv --item test --on 2025-10-03", cohort)
    assert told.code == 0, told.both
    lines = told.out.splitlines()
    at = lines.index("on the list of stage curation:")
    assert "~ P001 test: 90 -> 10" in lines[:at]
    assert lines[at + 1].startswith("  + P002 enters track batik at place 1")
    assert lines[at + 2].startswith("  - P001 leaves track batik, was at place 1")
    assert "P002" in (cohort / "curation" / "shortlist.yaml").read_text()


def test_the_same_values_move_nobody(cohort: Path) -> None:
    (cohort / "test.csv").write_text("No Peserta,Skor\nP001,90\n", encoding="utf-8")
    assert "on the list" not in ikmctl("import test.csv --item test --on 2025-10-03", cohort).out


def test_machines_get_the_moves_too(cohort: Path) -> None:
    (cohort / "test.csv").write_text("No Peserta,Skor\nP001,10\n", encoding="utf-8")
    told = json.loads(ikmctl("import test.csv --item test --on 2025-10-03 --format json", cohort).out)
    (moved,) = told["data"]["moved"]
    assert (moved["stage"], moved["stale"]) == ("curation", False)
    assert {one["number"]: one["kind"] for one in moved["moves"]}["P002"] == "in"


def test_a_list_that_cannot_be_written_is_said_to_be_stale(cohort: Path) -> None:
    assert ikmctl("lock rules --on 2025-10-02", cohort).code == 0
    assert ikmctl("lock pool --on 2025-10-02", cohort).code == 0
    (cohort / "test.csv").write_text("No Peserta,Skor\nP001,10\n", encoding="utf-8")
    told = ikmctl(["import", "test.csv", "--item", "test", "--on", "2025-10-03", "--reason", "salah ketik"], cohort)
    assert "the list of stage curation was not written anew; with these values:" in told.out
    assert "  - P001 leaves track batik" in told.out
