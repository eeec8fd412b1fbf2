"""`verify` says so, whatever was done by hand to the record or to a list."""

import shutil
from pathlib import Path

import pytest
from tools.console import Answer, ikmctl
from tools.tiny import tiny

BY = "--by Ketua --on"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A list that was locked and decided: P001 and P005 are selected."""
    root = tiny(tmp_path)
    does(root, "curate", f"lock rules {BY} 2025-10-01", f"lock pool {BY} 2025-10-01")
    does(root, f"announce {BY} 2025-10-02", f"finalize --decree 1/SK {BY} 2025-10-03", "verify")
    return root


def does(root: Path, *commands: str) -> None:
    for command in commands:
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both


def differs(root: Path, *codes: str) -> Answer:
    answer = ikmctl("verify", root)
    assert answer.code == 1, answer.both
    assert [code for code in codes if f"[{code}]" not in answer.both] == []
    return answer


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_stage_by_another_name_does_not_shake_off_its_record(root: Path) -> None:
    does(root, f"decide withdraw P001 {BY} 2025-10-04 --reason surat")
    edit(root / "program.yaml", "curation", "kurasi")
    (root / "curation").rename(root / "kurasi")
    for act in (f"announce {BY} 2025-10-05", f"decide withdraw P005 {BY} 2025-10-05 --reason surat"):
        answer = ikmctl(act, root)
        assert answer.code == 1, answer.both
        assert "[IKM181]" in answer.both
        assert "wrote" not in answer.both
    answer = differs(root, "IKM180", "IKM181")
    assert "the decisions, the events" in answer.both


def test_a_list_on_record_does_not_vanish_with_its_files(root: Path) -> None:
    before = (root / "curation" / "shortlist.yaml").read_bytes()
    shutil.rmtree(root / "curation")
    differs(root, "IKM562")
    does(root, "curate", "verify")
    assert (root / "curation" / "shortlist.yaml").read_bytes() == before
