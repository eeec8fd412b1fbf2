from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ikmctl.domain.diagnostic import Severity, has_errors
from ikmctl.store.atomic import commit
from ikmctl.workflow import curate, lock, verify
from ikmctl.workflow.load import load
from ikmctl.workflow.lock import EventOptions
from ikmctl.workflow.record_notes import record_notes
from ikmctl.workflow.result import Result
from tests.unit.workflow.importing import BUDI, DEWI, HEADER, PROGRAM, SITI, Office, codes, data

DAY = date(2025, 10, 3)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.open(tmp_path, PROGRAM.replace("min_share: 0.3", "max_share: 1"))
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    office.take(office.csv("No Peserta,Nilai", "P001,70", "P002,80", "P003,90", name="n.csv"), item="post_test")
    return office


def write(office: Office, result: Result[Any]) -> Result[Any]:
    assert result.changes is not None, result.diagnostics
    assert not has_errors(commit(result.changes, office.root))
    return result


def locked(office: Office, *what: str, reason: str = "") -> None:
    for one in what:
        write(office, lock.lock(office.paths, one, EventOptions(DAY, by="Ketua Tim", reason=reason)))  # type: ignore[arg-type]  # texts that are kinds of locks


def test_before_a_lock_values_change_freely(office: Office) -> None:
    assert codes(office.take(office.csv(HEADER, SITI.replace("Ecoprint", "mebel")))) == []


def test_after_a_lock_a_changed_value_needs_a_reason(office: Office) -> None:
    locked(office, "rules")
    changed = office.csv(HEADER, SITI.replace("Ecoprint", "mebel"))
    refused = office.take(changed)
    assert codes(refused) == ["IKM318"]
    assert (refused.changes, refused.exit_code()) == (None, 1)
    assert data(refused).changed_people == ("P001",)
    allowed = office.take(changed, reason="salah ketik panitia")
    assert codes(allowed) == []
    assert [line["reason"] for line in office.table("imports.csv")][-1] == "salah ketik panitia"


def test_a_private_change_needs_none(office: Office) -> None:
    locked(office, "rules", "pool")
    result = office.take(office.csv(HEADER, SITI.replace("081200001234", "081200007777")))
    assert codes(result) == []
    assert result.changes is not None


def test_newcomers_need_a_reason_only_once_the_pool_is_locked(office: Office) -> None:
    new = office.csv(HEADER, DEWI.replace("9003", "9009").replace("081200002222", "081200009999"))
    locked(office, "rules")
    assert codes(office.plan(new)) == []
    locked(office, "pool")
    assert codes(office.plan(new)) == ["IKM318"]


def test_marks_that_change_after_a_lock_need_a_reason(office: Office) -> None:
    locked(office, "rules")
    assert codes(office.plan(office.csv("No Peserta,Nilai", "P001,71", name="n.csv"), item="post_test")) == ["IKM404"]
    assert codes(office.plan(office.csv("No Peserta,Nilai", "P001,50", name="n.csv"), item="pre_test")) == []
    locked(office, "pool")
    assert codes(office.plan(office.csv("No Peserta,Nilai", "P001,50", name="n.csv"), item="pre_test")) == ["IKM404"]
    with_reason = office.take(
        office.csv("No Peserta,Nilai", "P001,71", name="n.csv"), item="post_test", reason="salah catat"
    )
    told = [(one.code, one.severity) for one in with_reason.diagnostics]
    assert told == [("IKM513", Severity.WARNING)], "nothing is curated, and `verify` differs from here on all the same"
    assert [one.code for one in verify.run(office.paths).diagnostics if one.severity is Severity.ERROR] == ["IKM513"]
    locked(office, "pool", reason="nilai dibetulkan")
    assert not has_errors(verify.run(office.paths).diagnostics)


def test_a_decided_stage_takes_no_marks_until_it_is_reopened(office: Office) -> None:
    write(office, curate.run(office.paths, curate.CurateOptions(on=DAY)))
    options = EventOptions(DAY, by="Ketua Tim", reason="masa sanggah ditiadakan")
    write(office, lock.announce(office.paths, options))
    write(office, lock.finalize(office.paths, "SK/1", options))
    file = office.csv("No Peserta,Nilai", "P001,71", name="n.csv")
    assert codes(office.plan(file, item="post_test", reason="x")) == ["IKM415"]
    write(office, lock.reopen(office.paths, "SK/2", options))
    assert "IKM415" not in codes(office.plan(file, item="post_test", reason="x"))


def test_what_was_curated_is_rebuilt_in_the_same_write(office: Office) -> None:
    write(office, curate.run(office.paths, curate.CurateOptions(on=DAY)))
    before = office.paths.scores("curation").read_text(encoding="utf-8")
    office.take(office.csv("No Peserta,Nilai", "P001,100", name="n.csv"), item="post_test")
    assert office.paths.scores("curation").read_text(encoding="utf-8") != before
    assert not has_errors(verify.run(office.paths).diagnostics)
    office.take(office.csv(HEADER, SITI.replace("Ecoprint", "mebel")))
    assert not has_errors(verify.run(office.paths).diagnostics)


def test_a_decided_list_keeps_its_people_and_facts_but_not_a_wrong_phone_number(office: Office) -> None:
    locked(office, "rules", "pool")
    write(office, curate.run(office.paths, curate.CurateOptions(on=DAY)))
    options = EventOptions(DAY, by="Ketua Tim", reason="masa sanggah ditiadakan")
    write(office, lock.finalize(office.paths, "SK/1", options))
    before = office.snapshot()
    new = DEWI.replace("9003", "9009").replace("081200002222", "081200009999")
    for rows, flags in (
        ([SITI.replace("Ecoprint", "mebel")], {}),
        ([SITI, BUDI, DEWI, new], {}),
        ([SITI, BUDI], {"allow_removals": True}),
    ):
        refused = office.take(office.csv(HEADER, *rows), reason="harus", **flags)
        assert (codes(refused), refused.changes, data(refused).refused) == (["IKM315"], None, True)
    office.csv(HEADER, SITI, BUDI, DEWI)
    assert office.snapshot() == before
    phone = office.take(office.csv(HEADER, SITI.replace("081200001234", "081200007777")))
    assert (codes(phone), data(phone).changed_people) == ([], ("P001",))
    assert not has_errors(verify.run(office.paths).diagnostics)
    write(office, lock.reopen(office.paths, "SK/2", options))
    reopened = office.plan(office.csv(HEADER, SITI.replace("Ecoprint", "mebel")), reason="harus")
    assert "IKM315" not in codes(reopened)
    assert reopened.changes is not None


def test_the_record_says_how_many_values_a_reason_changed_and_once_for_one_act(office: Office) -> None:
    locked(office, "rules")
    changed = office.csv("No Peserta,Nilai", "P001,71", "P002,80", "P003,91", name="a.csv")
    same = office.csv("No Peserta,Nilai", "P002,80", name="b.csv")
    office.take(changed, same, item="post_test", reason="salah catat")
    office.take(office.csv(HEADER, SITI.replace("Ecoprint", "mebel")), reason="pindah bidang")
    assert [line["changed"] for line in office.table("imports.csv")] == ["", "", "2", "0", "1"]
    cohort, _ = load(office.paths)
    assert cohort is not None
    notes = [note for note in record_notes(cohort, "curation") if note.key != "record.marks_first"]
    assert [(note.key, note.params["values"]) for note in notes] == [
        ("record.changed.marks", 2),
        ("record.changed.participants", 1),
    ]
    locked(office, "pool")
    office.take(office.csv("No Peserta,Nilai", "P001,50", "P002,50", name="c.csv"), item="pre_test", reason="susulan")
    assert office.table("imports.csv")[-1]["changed"] == "2"


def test_rejected_rows_are_imported_as_their_file_was(office: Office) -> None:
    locked(office, "rules")
    bad = office.csv("No Peserta,Nilai", "P001,171", "P002,81", name="a.csv")
    step = office.take(bad, item="post_test", reason="salah catat").next_step
    assert step.endswith('rejects-a.xlsx --as marks --item post_test --reason "salah catat"')
    row = office.csv(HEADER, SITI.replace("3324015509879001", "33240155098790"), BUDI.replace("mebel", "Ecoprint"))
    assert office.take(row, reason="susulan").next_step.endswith("rejects-peserta.xlsx --reason susulan")


def test_no_list_goes_out_whose_record_is_wrong(office: Office) -> None:
    """`verify` calls it different: the pool is no longer the one that was locked."""
    locked(office, "rules", "pool")
    write(office, curate.run(office.paths, curate.CurateOptions(DAY)))
    write(office, office.take(office.csv(HEADER, SITI.replace("Ecoprint", "mebel")), reason="salah ketik panitia"))
    for act in (lock.announce, lambda paths, options: lock.finalize(paths, "1/SK", options)):
        refused = act(office.paths, EventOptions(DAY, by="Ketua Tim", reason="mendesak"))
        assert refused.changes is None
        assert [one.code for one in refused.diagnostics if one.severity is Severity.ERROR] == ["IKM513"]
    locked(office, "pool", reason="salah ketik panitia")
    write(office, lock.announce(office.paths, EventOptions(DAY, by="Ketua Tim")))
