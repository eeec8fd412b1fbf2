"""People of whom no track is known are counted and named in every table."""

import csv
import io
import json
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.tiny import tiny


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tiny(tmp_path)
    people = folder / "participants.csv"
    people.write_text(people.read_text().replace("P004,las", "P004,"))
    return folder


def test_the_seats_count_everybody(root: Path) -> None:
    answer = ikmctl("curate --on 2025-10-01", root, "id")
    rows = [line.split() for line in answer.out.splitlines()]
    assert ["(belum", "ada)", "1", "0", "1", "0", "0", "0", "0"] in rows
    tracks = json.loads(ikmctl("show quotas --format json", root).out)["data"]["rows"]
    assert sum(int(one["applied"]) for one in tracks) == 6
    assert tracks[-1]["track"] == ""


def test_pending_says_what_is_missing(root: Path) -> None:
    assert "(belum ada)  P004   bidang          ya" in ikmctl("show pending", root, "id").out
    rows = list(csv.DictReader(io.StringIO(ikmctl("show pending --format csv", root, "id").out)))
    assert [(one["track"], one["id"], one["missing"]) for one in rows] == [("", "P004", "track")]


def test_explain_says_it_first(root: Path) -> None:
    assert ikmctl("explain P004", root, "id").out.startswith("P004, bidang belum ada, tahap curation: tertunda\n")
    assert ikmctl("explain P004", root).out.startswith("P004, no track yet, stage curation: pending\n")


def test_validate_counts_them(root: Path) -> None:
    said = ikmctl("validate --only tracks", root, "id")
    assert "participants.csv:5:6: peringatan[IKM629]: bidang 1 peserta belum ada (P004)" in said.both


def test_a_program_without_tracks_misses_none(root: Path) -> None:
    program, people = root / "program.yaml", root / "participants.csv"
    kept = [line for line in program.read_text().splitlines(keepends=True) if "quota: 1" not in line]
    program.write_text("".join(kept).replace("tracks:\n", ""))
    people.write_text(people.read_text().replace("batik", "").replace("las", ""))
    assert "belum ada" not in ikmctl("show participants", root, "id").out
    assert "IKM629" not in ikmctl("validate", root, "id").both
