"""From the announcement over objections to the decided list and back, by commands, with every refusal on the way."""

import json
import shutil
from pathlib import Path

import pytest
from tools.console import Answer, ikmctl

BASE = Path(__file__).parents[1] / "errors" / "_base" / "tiny"
SCHEDULE = "as_of: 2025-09-29\nschedule: {objection: {start: 2025-10-07, end: 2025-10-09}}\n"
SCHEDULE += "privacy: {retention: 2030-12-31}\n"
OPEN = "- {id: 1, participant: P02, received: 2025-10-08, ground: nilai praktik keliru, status: open}\n"
DONE = OPEN.replace("status: open", "status: accepted, answered: 2025-10-09, answer: diperbaiki")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    shutil.copytree(BASE, folder)
    program = folder / "program.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("as_of: 2025-09-29\n", SCHEDULE), encoding="utf-8")
    for command in (
        "ikmctl curate --on 2025-10-02",
        "ikmctl lock rules --on 2025-10-02 --by Ketua",
        "ikmctl announce --on 2025-10-06 --by Ketua",
    ):
        assert ikmctl(command, folder).code == 0
    return folder


def _says(answer: Answer, *codes: str) -> bool:
    return all(f"[{code}]" in answer.both for code in codes)


def _object(root: Path, text: str) -> None:
    (root / "objections.yaml").write_text(text, encoding="utf-8")


def _old_mark(root: Path) -> str:
    lines = (root / "marks.csv").read_text(encoding="utf-8").splitlines()
    return next(line.split(",")[4] for line in lines if line.startswith("P02,test,"))


def test_the_whole_road(root: Path) -> None:
    _object(root, OPEN)
    status = ikmctl("ikmctl status", root)
    assert "answer 1 open objection in objections.yaml" in status.out
    finalize = "ikmctl finalize --decree SK/1 --by Kepala --on"
    assert _says(ikmctl(f"{finalize} 2025-10-08", root), "IKM530", "IKM614")
    old = _old_mark(root)
    correct = f"ikmctl decide correct P02 --mark test --old {old} --new 100 --by Tim --reason salah --document BA/2"
    wrong = ikmctl(correct.replace(f"--old {old}", "--old 1") + " --on 2025-10-09", root)
    assert _says(wrong, "IKM572")
    assert ikmctl(correct + " --on 2025-10-09", root).code == 0
    _object(root, DONE)
    assert ikmctl("ikmctl validate", root).code == 0
    revised = json.loads(ikmctl("ikmctl status --format json", root).out)["data"]["revised"]
    assert [one["stage"] for one in revised] == ["curation"]
    assert "P02" in {move["number"] for move in revised[0]["moves"]}
    assert _says(ikmctl(f"{finalize} 2025-10-13", root), "IKM539"), "the list as it stands was not announced"
    decided = ikmctl(f"{finalize} 2025-10-13 --reason 'sanggahan 1 diterima'", root)
    assert decided.code == 0, decided.both
    assert _says(ikmctl(f"{finalize} 2025-10-13", root), "IKM515")
    again = correct.replace(f"--old {old} --new 100", "--old 100 --new 90")
    assert _says(ikmctl(f"{again} --on 2025-10-14", root), "IKM504")
    assert ikmctl("ikmctl verify", root).code == 0
    assert ikmctl("ikmctl reopen --decree SK/2 --by Kepala --on 2025-10-20", root).code != 0
    reopened = ikmctl('ikmctl reopen --decree SK/2 --by Kepala --reason "putusan banding" --on 2025-10-20', root)
    assert reopened.code == 0, reopened.both
    assert ikmctl("ikmctl decide withdraw P01 --kind mundur --by Tim --reason surat --on 2025-10-21", root).code == 0
    assert ikmctl("ikmctl verify", root).code == 0


FINALIZE = "ikmctl finalize --decree SK/1 --by Kepala --on 2025-10-13"


def test_an_open_objection_needs_a_reason_at_the_end(root: Path) -> None:
    _object(root, OPEN)
    refused = ikmctl(FINALIZE, root)
    assert refused.code == 1
    assert "error[IKM614]" in refused.err
    late = ikmctl(f'{FINALIZE} --reason "keberatan dijawab bersama SK"', root)
    assert late.code == 0
    assert "warning[IKM614]" in late.err


def test_objections_that_cannot_be_read_stop_the_end_and_the_purge(root: Path) -> None:
    """A second objection lacks what it needs: whether the first is open nobody can say."""
    _object(root, OPEN + "- {id: 2, participant: P03, received: 2025-10-08, ground: nilai, status: accepted}\n")
    events = (root / "events.yaml").read_bytes()
    for command in (FINALIZE, f'{FINALIZE} --reason "tetap"', "ikmctl purge --yes --on 2031-01-01"):
        answer = ikmctl(command, root)
        assert answer.code == 1, command
        assert "objections.yaml:2" in answer.err, command
    assert (root / "events.yaml").read_bytes() == events


def test_a_list_that_was_not_announced_needs_a_reason(root: Path) -> None:
    assert ikmctl(FINALIZE, root).code == 0
    assert ikmctl('ikmctl reopen --decree SK/2 --by Kepala --reason "banding" --on 2025-10-20', root).code == 0
    again = FINALIZE.replace("2025-10-13", "2025-10-21")
    assert _says(ikmctl(again, root), "IKM539")
    backwards = ikmctl(again.replace("2025-10-21", "2025-10-19") + ' --reason "tidak berubah"', root)
    assert _says(backwards, "IKM537")
    assert ikmctl(f'{again} --reason "tidak berubah"', root).code == 0


def test_an_open_objection_keeps_private_data(root: Path) -> None:
    (root / "private").mkdir()
    register = root / "private" / "people.csv"
    register.write_text("number,identity,former,name\nP01,3324014101959001,,Siti Contoh\n", encoding="utf-8")
    (root / "private" / "key").write_bytes(b"k" * 32)
    _object(root, OPEN)
    assert _says(ikmctl("ikmctl purge --yes --on 2031-01-01", root), "IKM614")
    _object(root, OPEN.replace("status: open", "status: rejected, answered: 2025-10-09, answer: tetap"))
    assert _says(ikmctl("ikmctl purge --yes --on 2030-12-31", root), "IKM621")
    assert _says(ikmctl("ikmctl purge --on 2031-01-01", root), "IKM622")
    assert register.exists()
    gone = ikmctl("ikmctl purge --yes --on 2031-01-01", root)
    assert gone.code == 0, gone.both
    assert _says(gone, "IKM623")
    assert not register.exists()
    assert (root / "private" / "key").read_bytes() == b"k" * 32
    assert ikmctl("ikmctl verify", root).code == 0
