"""Whoever was erased by `purge --person` stays a participant, whatever is imported afterwards."""

from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import has_errors
from ikmctl.store.atomic import commit
from ikmctl.workflow import purge
from tests.unit.workflow.importing import BUDI, DAY, DEWI, HEADER, SITI, Office, codes, data

ANI = "2025-09-04 10:00:00,Ani Rahayu,3324014303969004,3324010101019004,P,1996-03-03,081200003333,Ecoprint,4500000"


def erase(office: Office, number: str) -> None:
    result = purge.run(office.paths, purge.PurgeOptions(DAY, number))
    assert result.changes is not None
    assert not has_errors(commit(result.changes, office.root))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """P003 was the last to register, has a household label of her own, and was erased."""
    office = Office.open(tmp_path)
    office.take(office.csv(HEADER, SITI, BUDI, DEWI.replace("3324010101019001", "3324010101019003")))
    erase(office, "P003")
    return office


def test_an_import_keeps_who_was_erased_and_gives_nobody_the_number_or_the_label(office: Office) -> None:
    before = office.table("participants.csv")[2]
    result = office.take(office.csv(HEADER, SITI.replace("081200001234", "081200007777")))
    assert (codes(result), data(result).absent) == ([], ("P002", "P003"))
    assert office.table("participants.csv")[2] == before
    joined = office.take(office.csv(HEADER, SITI, ANI))
    assert (codes(joined), data(joined).new) == (["IKM314"], ("P004",))
    assert [line["number"] for line in office.table("participants.csv")] == ["P001", "P002", "P003", "P004"]
    assert office.table("participants.csv")[2] == before
    labels = office.column("participants.csv", "household")
    assert len(set(labels.values())) == 4


def test_a_row_that_names_the_number_is_the_erased_one_again(office: Office) -> None:
    row = f"P003,{DEWI}"
    result = office.take(office.csv(f"No Peserta,{HEADER}", row))
    assert (codes(result), data(result).new) == ([], ())
    assert [line["number"] for line in office.table("participants.csv")] == ["P001", "P002", "P003"]


def test_only_allow_removals_takes_the_erased_out_and_only_without_records(office: Office) -> None:
    everybody = office.csv(HEADER, SITI, BUDI)
    office.take(office.csv("No Peserta,Nilai", "P003,70", name="n.csv"), item="post_test")
    kept = office.take(everybody, allow_removals=True)
    assert (codes(kept), data(kept).removed, data(kept).absent) == ([], (), ("P003",))
    office.paths.marks.unlink()
    gone = office.take(everybody, allow_removals=True)
    assert (codes(gone), data(gone).removed) == ([], ("P003",))
    assert [line["number"] for line in office.table("participants.csv")] == ["P001", "P002"]
    office.take(office.csv(HEADER, ANI))
    assert [line["number"] for line in office.table("participants.csv")] == ["P001", "P002", "P004"]
