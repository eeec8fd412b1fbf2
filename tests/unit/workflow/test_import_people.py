import random
from datetime import date
from pathlib import Path

import pytest

from ikmctl.domain.diagnostic import Severity
from ikmctl.workflow import import_
from ikmctl.workflow.importing.data import ImportOptions
from tests.unit.workflow.importing import BUDI, DAY, DEWI, HEADER, PROGRAM, SITI, Office, codes, counts, data


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.open(tmp_path)


def test_first_import_mints_numbers_by_registration_time(office: Office) -> None:
    result = office.take(office.csv(HEADER, DEWI, SITI, BUDI))
    assert counts(result) == [(3, 3, 0, 0, 0)]
    assert data(result).new == ("P001", "P002", "P003")
    assert office.column("private/people.csv", "name") == {
        "P001": "Siti Aminah",
        "P002": "Budi Santoso",
        "P003": "Dewi Lestari",
    }
    assert result.exit_code() == 0
    assert result.next_step == "ikmctl validate"


def test_the_public_file_holds_only_what_rules_name(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    assert (office.root / "participants.csv").read_text(encoding="utf-8") == (
        "number,track,track_2,registered_at,group,age,gender,household,income\n"
        "P001,ecoprint,,2025-09-01T08:00:00,,38,female,H001,0\n"
        "P002,furniture,,2025-09-02T09:00:00,,35,male,H002,0\n"
        "P003,ecoprint,,2025-09-03T10:00:00,,30,female,H001,0\n"
    )


def test_money_reaches_the_public_file_only_as_a_band(office: Office) -> None:
    rich = SITI.replace(",2000000", ",7500000")
    office.take(office.csv(HEADER, rich, BUDI))
    assert office.column("participants.csv", "income") == {"P001": "5000001", "P002": "0"}
    assert office.column("private/people.csv", "income") == {"P001": "7500000", "P002": "3000000"}


def test_a_range_that_crosses_a_band_stays_open(office: Office) -> None:
    office.take(office.csv(HEADER, SITI.replace("2000000", "4-6 juta"), BUDI.replace("3 juta", "2-3 jt"), DEWI))
    assert office.column("participants.csv", "income") == {"P001": "", "P002": "0", "P003": "0"}


def test_private_files_are_for_their_owner_alone(office: Office) -> None:
    office.take(office.csv(HEADER, SITI))
    key = office.paths.key
    assert len(key.read_bytes()) == 32
    assert key.stat().st_mode & 0o777 == 0o600
    assert office.paths.people.stat().st_mode & 0o777 == 0o600


def test_no_private_value_is_in_tracked_files_or_messages(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI, BUDI, "x,Rudi,3324010101909,,L,,08120000,Tata Boga,"))
    tracked = "".join(path.read_text(encoding="utf-8") for path in office.root.glob("*.csv"))
    said = tracked + repr(result.diagnostics) + repr(result.data)
    for secret in ("3324015509879001", "3324010101909", "Siti", "Budi", "Rudi", "1200001234", "1987-09-15"):
        assert secret not in said


def test_a_second_import_changes_nothing(office: Office) -> None:
    file = office.csv(HEADER, SITI, BUDI, DEWI)
    office.take(file)
    before = office.snapshot()
    result = office.take(file, on=date(2025, 9, 27))
    assert data(result).same == ("P001", "P002", "P003")
    assert data(result).changed == ()
    assert {k: v for k, v in office.snapshot().items() if "lock" not in k} == {
        k: v for k, v in before.items() if "lock" not in k
    }


def test_rows_have_no_power(tmp_path: Path) -> None:
    lines = [SITI, BUDI, DEWI, SITI.replace("081200001234", "081200009999").replace("08:00", "11:00")]
    texts = set()
    for at in range(6):
        office = Office.open(tmp_path / str(at))
        office.paths.key.parent.mkdir()
        office.paths.key.write_bytes(b"k" * 32)
        random.Random(at).shuffle(lines)  # any order will do
        office.take(office.csv(HEADER, *lines))
        files = office.snapshot()
        texts.add(
            (files["cohorts/kendal-wub-2025/participants.csv"], files["cohorts/kendal-wub-2025/private/people.csv"])
        )
    assert len(texts) == 1


def test_changed_values_are_shown_old_and_new(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    moved = BUDI.replace("mebel", "Ecoprint").replace("081200001111", "081200005555")
    result = office.take(office.csv(HEADER, SITI, moved))
    shown = [(one.number, one.field, one.old, one.new, one.private) for one in data(result).changed]
    assert shown == [("P002", "track", "furniture", "ecoprint", False), ("P002", "phone", "", "", True)]
    assert data(result).same == ("P001",)


def test_an_absent_or_blank_column_never_erases(office: Office) -> None:
    office.take(office.csv(HEADER, SITI))
    before = office.table("private/people.csv")
    office.take(office.csv("Nama Lengkap,NIK,No HP", "Siti Aminah,3324015509879001,"))
    assert office.table("private/people.csv") == before


def test_an_older_answer_only_fills_blanks(office: Office) -> None:
    office.take(office.csv(HEADER, SITI.replace(",081200001234", ",").replace("09-01", "09-10")))
    result = office.take(office.csv(HEADER, SITI.replace("Ecoprint", "mebel")))
    assert counts(result) == [(1, 0, 1, 0, 0)]
    (line,) = office.table("private/people.csv")
    assert (line["track"], line["phone"], line["registered_at"]) == (
        "ecoprint",
        "+6281200001234",
        "2025-09-10T08:00:00",
    )


def test_a_corrected_nik_beside_the_number_keeps_the_number(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    result = office.take(office.csv("No Peserta,Nama Lengkap,NIK", "P001,Siti Aminah,3324015509879007"))
    assert counts(result) == [(1, 1, 0, 0, 0)]
    (siti, _) = office.table("private/people.csv")
    assert (siti["number"], siti["identity"], siti["former"]) == ("P001", "3324015509879007", "3324015509879001")
    again = office.take(office.csv(HEADER, SITI))
    assert data(again).new == ()
    assert office.column("private/people.csv", "identity")["P001"] == "3324015509879001"


def test_another_nik_with_the_same_phone_and_name_waits_for_an_answer(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    result = office.take(office.csv(HEADER, SITI.replace("9879001", "9879007"), BUDI))
    assert counts(result) == [(2, 1, 0, 1, 0)]
    assert codes(result) == ["IKM306"]
    assert data(result).new == ()
    assert [path.split("/")[-1] for path in data(result).rejects] == ["rejects-peserta.xlsx"]


def test_newcomers_with_one_phone_and_name_come_in_with_a_warning(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI, SITI.replace("9879001", "9879007")))
    assert counts(result) == [(2, 2, 0, 0, 0)]
    assert [(item.code, item.severity) for item in result.diagnostics] == [("IKM309", Severity.WARNING)] * 2
    assert result.exit_code() == 0


def test_several_files_are_taken_together(office: Office) -> None:
    one = office.csv(HEADER, SITI, BUDI, name="a.csv")
    two = office.csv(HEADER, BUDI, DEWI, name="b.csv")
    result = office.take(one, two)
    assert counts(result) == [(2, 2, 0, 0, 0), (2, 1, 1, 0, 0)]
    assert data(result).files[1].merged_rows[0].into == "P002"
    assert len(office.table("imports.csv")) == 2


def test_the_ledger_accounts_for_every_row(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, SITI, BUDI.replace("1990-01-01", "31 Februari 1990"), "Jumlah,2,,,,,,,"))
    (line,) = office.table("imports.csv")
    assert [line[name] for name in ("kind", "rows", "kept", "merged", "rejected", "skipped", "on")] == [
        "participants", "4", "1", "1", "1", "1", "2025-09-26",
    ]  # fmt: skip
    assert len(line["digest"]) == 64


def test_people_vanish_only_when_removal_is_allowed(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    kept = office.take(office.csv(HEADER, SITI))
    assert data(kept).absent == ("P002", "P003")
    assert len(office.table("participants.csv")) == 3
    gone = office.take(office.csv(HEADER, SITI), allow_removals=True)
    assert data(gone).removed == ("P002", "P003")
    assert [line["number"] for line in office.table("participants.csv")] == ["P001"]


def test_a_removed_number_is_never_given_again_and_its_owner_gets_it_back(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    office.take(office.csv(HEADER, SITI), allow_removals=True)
    office.take(office.csv(HEADER, SITI, DEWI))
    assert [line["number"] for line in office.table("participants.csv")] == ["P001", "P003"]
    office.take(office.csv(HEADER, BUDI))
    assert [line["number"] for line in office.table("participants.csv")] == ["P001", "P002", "P003"]


def test_people_with_marks_are_not_removed(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    office.take(office.csv("No Peserta,Nilai", "P002,80", name="n.csv"), item="post_test")
    result = office.take(office.csv(HEADER, SITI), allow_removals=True)
    assert "IKM319" in codes(result)
    assert result.changes is None
    assert len(office.table("participants.csv")) == 2


def test_a_rejected_row_of_a_known_person_leaves_the_old_values(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    result = office.take(office.csv(HEADER, SITI, BUDI.replace("mebel", "Tata Boga")), allow_removals=True)
    assert data(result).removed == ()
    assert office.column("participants.csv", "track") == {"P001": "ecoprint", "P002": "furniture"}


@pytest.mark.parametrize(
    "line",
    [
        BUDI.replace("3324010101909002", "3.32E+15"),
        BUDI.replace("3324010101909002", "").replace("Budi Santoso", "H. Budi Santoso"),
        BUDI.replace("3324010101909002", "12").replace("Budi Santoso", "Budi S"),
        BUDI.replace("Budi Santoso", "Budi Santoso, S.E."),
    ],
)
def test_whoever_may_stand_in_a_rejected_row_is_not_taken_out(office: Office, line: str) -> None:
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    result = office.take(office.csv(HEADER, SITI, line), allow_removals=True)
    assert counts(result) == [(2, 1, 0, 1, 0)]
    assert data(result).removed == ("P003",)
    assert office.column("participants.csv", "track") == {"P001": "ecoprint", "P002": "furniture"}


def test_a_fault_in_a_value_that_no_rule_needs_is_a_warning(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI.replace("081200001234", "12")))
    assert counts(result) == [(1, 1, 0, 0, 0)]
    assert [(item.code, item.severity) for item in result.diagnostics] == [("IKM265", Severity.WARNING)]


def test_participants_without_their_register_are_refused(office: Office) -> None:
    office.take(office.csv(HEADER, SITI))
    office.paths.people.unlink()
    result = office.take(office.csv(HEADER, SITI, BUDI))
    assert codes(result) == ["IKM316"]
    assert result.exit_code() == 2


def test_an_example_with_made_up_people_may_rebuild_its_register(tmp_path: Path) -> None:
    office = Office.open(tmp_path, PROGRAM.replace("title:", "synthetic: true\ntitle:"))
    file = office.csv(HEADER, SITI, BUDI)
    office.take(file)
    before = (office.root / "participants.csv").read_bytes()
    office.paths.people.unlink()
    result = office.take(file)
    assert data(result).same == ("P001", "P002")
    assert (office.root / "participants.csv").read_bytes() == before


def test_a_file_without_the_identity_is_unusable(office: Office) -> None:
    result = office.take(office.csv("Nama Lengkap,No HP,Bidang,Alamat", "Siti,081200001234,Ecoprint,Jl. Melati"))
    assert codes(result) == ["IKM317"]
    assert result.exit_code() == 2
    assert not (office.root / "participants.csv").exists()


def test_a_column_of_sixteen_digits_is_offered_as_the_identity(office: Office) -> None:
    file = office.csv(HEADER.replace("NIK", "Identitas warga"), SITI, BUDI)
    (problem,) = office.take(file).diagnostics
    assert problem.code == "IKM317"
    command = str(problem.params["command"])
    assert command.startswith("ikmctl import ")
    assert command.endswith(' --map "nik=Identitas warga"')
    assert counts(office.take(file, maps={"nik": "Identitas warga"})) == [(2, 2, 0, 0, 0)]


def test_several_headers_in_question_have_one_whole_command(office: Office) -> None:
    odd = {"Nama Lengkap": "Nama Lengkapp", "Penghasilan": "Penghasilann $"}
    header = HEADER
    for known, typed in odd.items():
        header = header.replace(known, typed)
    file = office.csv(header, SITI)
    asked = office.take(file, encoding="utf-8")
    second, first = asked.diagnostics  # the name is no column of a rule, so its question is a warning
    assert [(one.code, one.severity) for one in (first, second)] == [
        ("IKM220", Severity.ERROR), ("IKM220", Severity.WARNING),
    ]  # fmt: skip
    letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[header.split(",").index("Penghasilann $")]
    assert str(first.params["all"]).endswith(f' --encoding utf-8 --map "name=Nama Lengkapp" --map income={letter}')
    assert second.params["above"] == first.where.cell
    assert counts(office.take(file, maps={"name": "Nama Lengkapp", "income": letter})) == [(1, 1, 0, 0, 0)]


def test_a_header_that_only_resembles_is_asked_about_and_remembered(office: Office) -> None:
    file = office.csv(HEADER.replace("Penghasilan", "Penghasilann"), SITI)
    asked = office.take(file)
    assert codes(asked) == ["IKM220"]
    assert asked.exit_code() == 2
    confirmed = office.take(file, maps={"income": "Penghasilann"})
    assert counts(confirmed) == [(1, 1, 0, 0, 0)]
    assert '"Penghasilann": income' in (office.root / "columns.yaml").read_text(encoding="utf-8")
    assert counts(office.take(file)) == [(1, 1, 0, 0, 0)]


def test_a_column_may_be_left_out_for_good(office: Office) -> None:
    file = office.csv(HEADER.replace("Penghasilan", "Penghasilann"), SITI)
    result = office.take(file, maps={"-": "Penghasilann"})
    assert counts(result) == [(1, 1, 0, 0, 0)]
    assert office.column("participants.csv", "income") == {"P001": ""}
    assert codes(result) == ["IKM321"]


def test_an_unknown_field_in_map_is_said(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI), maps={"incom": "Penghasilan"})
    assert codes(result) == ["IKM222"]
    assert "income" in str(result.diagnostics[0].params["near"])


def test_a_new_rule_finds_its_column_in_the_register(office: Office) -> None:
    office.take(office.csv(HEADER + ",Pendidikan", SITI + ",SMA"))
    text = PROGRAM.replace("selection:", "selection:\n      mode: strict").replace(
        "{rule: age, min: 18, max: 55}", "{rule: one_of, field: education, values: [sma]}"
    )
    (office.root / "program.yaml").write_text(text, encoding="utf-8")
    office.take(office.csv("Nama Lengkap,NIK,No HP", "Siti Aminah,3324015509879001,081200001234"))
    assert office.column("participants.csv", "education")["P001"] != ""


def test_ctrl_c_leaves_everything_as_it_was(office: Office) -> None:
    office.take(office.csv(HEADER, SITI))
    file = office.csv(HEADER, SITI, BUDI, DEWI)
    before = office.snapshot()

    def interrupted(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_.run(office.paths, [file], ImportOptions(on=DAY), interrupted)
    assert office.snapshot() == before


def test_progress_counts_all_rows(office: Office) -> None:
    seen: list[tuple[int, int]] = []
    file = office.csv(HEADER, SITI, BUDI)
    import_.run(
        office.paths, [file], ImportOptions(on=DAY),
        lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert seen == [(1, 2), (2, 2)]


def test_a_list_of_numbers_alone_cannot_begin_a_register(office: Office) -> None:
    result = office.take(office.csv("number,track,registered_at,gender", "P001,ecoprint,2025-09-01,female"))
    assert codes(result) == ["IKM317"]
    assert result.exit_code() == 2


@pytest.mark.parametrize(("name", "code"), [("private/people.csv", "IKM310"), ("../../private/history.csv", "IKM313")])
def test_a_private_file_that_was_cut_off_is_not_taken_for_none(office: Office, name: str, code: str) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    (office.root / name).write_bytes(b"")
    before = office.snapshot()
    assert codes(office.take(office.csv(HEADER, DEWI, name="susulan.csv"))) == [code]
    assert {**office.snapshot(), "susulan.csv": b""} == {**before, "susulan.csv": b""}


def test_an_older_answer_brings_no_end_of_a_range_to_a_newer_amount(office: Office) -> None:
    office.take(office.csv(HEADER, SITI.replace("2025-09-01", "2025-09-05").replace(",2000000", ",2500000")))
    office.take(office.csv(HEADER, SITI.replace(",2000000", ",2-6 juta/bulan")))
    (line,) = office.table("private/people.csv")
    assert (line["income"], line.get("income.high", ""), line.get("income.note", "")) == ("2500000", "", "")
    assert office.column("participants.csv", "income") == {"P001": "0"}


def test_a_day_of_the_register_that_was_written_otherwise_is_refused(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    for nik in ("3324015509879011", "3324015509879012"):
        office.take(office.csv("No. Peserta," + HEADER, "P001," + SITI.replace("3324015509879001", nik)))
    text = office.paths.people.read_text(encoding="utf-8").replace("1990-01-01", "01/01/1990")
    office.paths.people.write_text(text, encoding="utf-8")
    result = office.take(office.csv(HEADER, DEWI))
    assert [(one.code, one.params["line"]) for one in result.diagnostics] == [("IKM310", "4")]
    assert office.paths.people.read_text(encoding="utf-8") == text


def test_a_year_under_the_name_of_a_known_day_gives_no_age_of_the_business(tmp_path: Path) -> None:
    text = PROGRAM.replace("stages:", "fields: [{id: business_start, type: integer}]\nstages:", 1)
    office = Office.open(tmp_path, text.replace("range, field: income", "range, field: business_age"))
    office.take(office.csv(HEADER + ",Tahun Berdiri", SITI + ",2015"))
    assert office.column("private/people.csv", "business_start") == {"P001": "2015"}
    assert office.column("participants.csv", "business_age") == {"P001": ""}


def test_a_list_by_participant_number_adds_to_those_who_are_known(office: Office) -> None:
    office.take(office.csv(HEADER, SITI, BUDI))
    result = office.take(office.csv("No. Peserta,Nama Lengkap,Penghasilan,No HP", "P002,Budi Santoso,2500000,"))
    assert (codes(result), counts(result)) == ([], [(1, 1, 0, 0, 0)])
    assert office.column("private/people.csv", "income") == {"P001": "2000000", "P002": "2500000"}
    assert office.column("private/people.csv", "nik")["P002"] == "3324010101909002"
    assert office.column("private/people.csv", "former") == {"P001": "", "P002": ""}


def test_a_second_list_that_counts_from_one_takes_nobody_s_number(office: Office) -> None:
    """Each office numbers its own list: the people of the first one were overwritten by those of the second."""
    top = "No. Peserta," + HEADER
    office.take(office.csv(top, "1," + SITI, "2," + BUDI))
    result = office.take(office.csv(top, "1," + DEWI, "2," + BUDI.replace("3324010101909002", "3324010101909004")))
    assert [(one.code, one.params["id"], one.where.cell) for one in result.diagnostics] == [("IKM297", "1", "A2")]
    assert counts(result) == [(2, 1, 0, 1, 0)]
    assert office.column("private/people.csv", "name") == {"1": "Siti Aminah", "2": "Budi Santoso"}
    assert office.column("private/people.csv", "identity")["2"] == "3324010101909004"
    again = office.take(office.csv(top, "BARU," + DEWI))
    assert (codes(again), len(office.table("participants.csv"))) == ([], 3)


def test_a_dry_run_without_an_office_key_names_rows_in_place_of_numbers_that_it_cannot_know(tmp_path: Path) -> None:
    """The numbers of people who registered at the same moment follow from the key, which only a real run keeps."""
    office = Office.open(tmp_path)
    rows = [one.replace("2025-09-02 09:00:00", "").replace("2025-09-01 08:00:00", "") for one in (SITI, BUDI)]
    file = office.csv(HEADER, rows[0], rows[1].replace("081200001111", "").replace("mebel", ""))
    for language, word in (("id", "baris 3"), ("en", "row 3")):
        planned = office.plan(file, dry_run=True, language=language)
        assert [(item.code, item.params["people"]) for item in planned.diagnostics] == [
            ("IKM629", word),
            ("IKM631", word),
        ]
        assert len(data(planned).new) == 2
        assert word in data(planned).new
    office.take(file)
    later = office.plan(office.csv(HEADER, DEWI.replace("Ecoprint", "")), dry_run=True)
    assert data(later).new == ("P003",)  # the key is there now: the real run gives the same
