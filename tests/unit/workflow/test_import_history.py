from datetime import date
from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import has_errors
from ikmctl.store.atomic import commit
from ikmctl.workflow import lock
from ikmctl.workflow.lock import EventOptions
from tests.unit.workflow.importing import BUDI, DEWI, HEADER, PROGRAM, SITI, Office, codes, counts, data

AIDED = PROGRAM.replace("- {rule: age, min: 18, max: 55}", "- {rule: no_previous_aid, years: 3}")
LATER = date(2025, 9, 28)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.open(tmp_path, AIDED)


def old_list(office: Office, *lines: str) -> Path:
    return office.csv("No,Nama,NIK,Tahun,Jenis Bantuan", *lines, name="lama.csv")


def test_old_lists_are_kept_under_the_office_key_alone(office: Office) -> None:
    file = old_list(office, "1,Siti,3324015509879001,2023,Alat", "2,Rudi,3324010101809005,2021,", "3,X,12,2021,")
    result = office.take(file, as_="history", list_name="wub-2023")
    assert counts(result) == [(3, 2, 0, 1, 0)]
    assert codes(result) == ["IKM252"]
    text = office.paths.history.read_text(encoding="utf-8")
    assert "3324015509879001" not in text
    assert "Siti" not in text
    assert [line.split(",")[1:] for line in sorted(text.splitlines()[1:], key=lambda line: line.split(",")[2])] == [
        ["wub-2023", "2021", "training", "wub-2023", "2025-09-26"],
        ["wub-2023", "2023", "alat", "wub-2023", "2025-09-26"],
    ]
    assert office.paths.history.stat().st_mode & 0o777 == 0o600
    assert office.table("imports.csv")[0]["kind"] == "history"


def test_participants_are_looked_up_and_the_ledger_says_in_which_lists(office: Office) -> None:
    office.take(old_list(office, "1,Siti,3324015509879001,2023,"), as_="history", list_name="wub-2023")
    office.take(office.csv(HEADER, SITI, BUDI, DEWI), on=LATER)
    assert office.column("participants.csv", "previous_aid_year") == {"P001": "2023", "P002": "0", "P003": "0"}
    (line,) = [line for line in office.table("imports.csv") if line["kind"] == "check"]
    assert (line["rows"], line["kept"], line["on"], line["reason"]) == (
        "3",
        "3",
        "2025-09-28",
        "wub-2023 (1, 2025-09-26)",
    )


def test_without_a_history_it_is_not_known(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    assert office.column("participants.csv", "previous_aid_year") == {"P001": "", "P002": ""}
    assert [line["kind"] for line in office.table("imports.csv")] == ["participants"]


def test_a_list_that_comes_later_is_searched_at_once(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    result = office.take(old_list(office, "1,B,3324010101909002,2024,"), as_="history", list_name="dak-2024")
    assert office.column("participants.csv", "previous_aid_year") == {"P001": "0", "P002": "2024"}
    shown = [(one.number, one.field, one.old, one.new) for one in data(result).changed]
    assert shown == [("P001", "previous_aid_year", "", "0"), ("P002", "previous_aid_year", "", "2024")]


def test_the_latest_year_counts_and_what_a_sheet_states_counts_too(office: Office) -> None:
    for year in ("2021", "2023"):
        office.take(old_list(office, f"1,S,3324015509879001,{year},"), as_="history", list_name=f"wub-{year}")
    office.take(office.csv(HEADER + ",Tahun Bantuan Terakhir", SITI + ",2022", BUDI + ",2019"))
    assert office.column("participants.csv", "previous_aid_year") == {"P001": "2023", "P002": "2019"}


def test_a_former_nik_is_found_too(office: Office) -> None:
    office.take(old_list(office, "1,S,3324015509879001,2023,"), as_="history", list_name="wub-2023")
    office.take(office.csv(HEADER, SITI))
    office.take(office.csv("No Peserta,Nama,NIK", "P001,Siti Aminah,3324015509879007"))
    assert office.column("participants.csv", "previous_aid_year") == {"P001": "2023"}


def test_the_same_list_again_adds_nothing(office: Office) -> None:
    file = old_list(office, "1,S,3324015509879001,2023,", "2,S,3324015509879001,2023,")
    first = office.take(file, as_="history", list_name="wub-2023")
    assert counts(first) == [(2, 1, 1, 0, 0)]
    before = office.snapshot()
    office.take(file, as_="history", list_name="wub-2023", on=LATER)
    assert office.snapshot() == before


def test_a_year_may_come_from_the_command(office: Office) -> None:
    file = office.csv("Nama,NIK,Alamat", "S,3324015509879001,x", name="lama.csv")
    assert codes(office.take(file, as_="history", list_name="wub-2023")) == ["IKM351"]
    assert codes(office.take(file, as_="history", list_name="wub-2023", year=2023)) == []


def test_what_an_old_list_needs(office: Office) -> None:
    file = office.csv("Nama,Alamat,Tahun,No HP", "S,x,2023,081200001234", name="lama.csv")
    result = office.take(file, as_="history")
    assert codes(result) == ["IKM350", "IKM352"]
    assert result.exit_code() == 2


@pytest.mark.parametrize("year", ["dulu", "23", "20230"])
def test_a_cell_that_is_no_year(office: Office, year: str) -> None:
    result = office.take(old_list(office, f"1,S,3324015509879001,{year},"), as_="history", list_name="a")
    assert codes(result) == ["IKM353"]


def test_after_a_lock_a_new_list_needs_a_reason(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    locked = lock.lock(office.paths, "rules", EventOptions(LATER, by="Ketua Tim"))
    assert locked.changes is not None
    assert not has_errors(commit(locked.changes, office.root))
    file = old_list(office, "1,B,3324010101909002,2024,")
    refused = office.take(file, as_="history", list_name="dak-2024")
    assert codes(refused) == ["IKM318"]
    assert not office.paths.history.exists()
    assert codes(office.take(file, as_="history", list_name="dak-2024", reason="daftar baru dari provinsi")) == []
