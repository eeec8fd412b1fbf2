import hashlib
from pathlib import Path
from typing import Any

import pytest

from ikmctl.render.messages.lookup import problem as problem_text
from ikmctl.workflow.importing import read
from ikmctl.workflow.importing.data import Values
from tests.unit.workflow.importing import BUDI, DEWI, HEADER, PROGRAM, SITI, Office, codes, counts, data

WIDE = "No Peserta,Nama,29 September 2025,30 Sep 2025"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office.open(tmp_path)
    office.take(office.csv(HEADER, SITI, BUDI, DEWI))
    return office


def marks(office: Office) -> list[tuple[str, ...]]:
    return [tuple(line.values()) for line in office.table("marks.csv")]


def test_a_file_of_marks_is_not_taken_for_participants(office: Office) -> None:
    result = office.take(
        office.csv("Timestamp,Skor,Nama Lengkap,NIK", "2025-09-29 08:00:00,80,Siti,", name="post_test.csv")
    )
    assert codes(result) == ["IKM300"]
    assert str(result.diagnostics[0].params["command"]).endswith("post_test.csv --as marks --item post_test")
    assert result.exit_code() == 2
    assert result.changes is None


def test_a_command_for_an_unclear_quiz_names_every_test(office: Office) -> None:
    result = office.take(office.csv("Skor,Nama Lengkap,NIK", "80,Siti,", name="kuis.csv"))
    assert str(result.diagnostics[0].params["command"]).endswith("--item pre_test|post_test")


def test_numbers_beside_known_people_are_marks_whatever_their_header(office: Office) -> None:
    path = office.csv("No. Peserta,Nama,Ujian tulis", "P001,Siti,80", "P002,Budi,75.5", name="post-test.csv")
    result = office.take(path)
    assert codes(result) == ["IKM300"]
    command = str(result.diagnostics[0].params["command"])
    assert command.endswith('post-test.csv --as marks --map "marks.post_test=Ujian tulis"')
    assert codes(office.take(office.csv("No. Peserta,Nama,Catatan kelas", "P001,Siti,A", name="a.csv"))) != ["IKM300"]
    with_identity = office.csv("No. Peserta,NIK,Ujian tulis", "P001,3324015509879001,80", name="b.csv")
    assert codes(office.take(with_identity)) != ["IKM300"]


def test_a_command_that_fits_keeps_how_the_file_is_to_be_read(office: Office) -> None:
    path = office.csv("No Peserta,Nama,Ujian Akhir", "P001,Siti,80", name="ujian.csv")
    result = office.take(path, maps={"marks.post_test": "Ujian Akhir"}, reason="susulan")
    assert codes(result) == ["IKM300"]
    command = str(result.diagnostics[0].params["command"])
    assert command.endswith('ujian.csv --as marks --reason susulan --map "marks.post_test=Ujian Akhir"')
    wrong = office.take(office.csv(HEADER, SITI, name="form.csv"), as_="marks", maps={"business_name": "Timestamp"})
    assert str(wrong.diagnostics[0].params["command"]).endswith("form.csv --map business_name=Timestamp")


@pytest.mark.parametrize(
    "header", ["Nilai Post Test", "Skor post-test", "Posttest", "NILAI POSTTEST", "Post test score"]
)
def test_a_header_that_holds_the_name_of_a_mark_is_known(office: Office, header: str) -> None:
    path = office.csv(f"No Peserta,Nama,{header}", "P001,Siti Aminah,80", name="nilai.csv")
    assert codes(office.take(path)) == ["IKM300"]
    office.take(path, as_="marks")
    assert marks(office) == [("P001", "post_test", "", "", "80")]


def test_a_mark_that_no_column_is_known_as_is_shown_by_the_column_that_may_hold_it(office: Office) -> None:
    path = office.csv("No Peserta,Nama,Kelas,Ujian tulis", "P001,Siti,A,80", name="ujian.csv")
    (problem,) = office.take(path, as_="marks", item="post_test").diagnostics
    assert problem.code == "IKM400"
    assert problem_text("en", problem) == (
        (
            "there is no column of marks called `post_test` in this file; "
            "the headers are: `No Peserta`, `Nama`, `Kelas`, `Ujian tulis`"
        ),
        'show its column: `--map "marks.post_test=Ujian tulis"`',
    )
    (problem,) = office.take(office.csv("No Peserta,Nama", "P001,Siti"), as_="marks", item="post_test").diagnostics
    assert problem_text("id", problem)[1] == 'tunjukkan kolomnya: `--map marks.post_test="JUDUL KOLOM"`'


def test_a_header_that_names_two_marks_is_not_guessed(office: Office) -> None:
    path = office.csv("No Peserta,Nama,Nilai pre test dan post test", "P001,Siti Aminah,80", name="nilai.csv")
    office.take(path, as_="marks")
    assert not (office.root / "marks.csv").exists()


def test_a_registration_is_not_taken_for_marks(office: Office) -> None:
    result = office.take(office.csv(HEADER, SITI), as_="marks")
    assert codes(result) == ["IKM320"]
    assert result.exit_code() == 2


def test_attendance_wide_with_codes_and_ticks(office: Office) -> None:
    file = office.csv(WIDE, "P001,Siti Aminah,H,✓", "P002,Budi Santoso,izin,A", "P003,Dewi Lestari,,", name="hadir.csv")
    result = office.take(file, as_="marks")
    assert counts(result) == [(3, 2, 0, 0, 1)]
    assert marks(office) == [
        ("P001", "attendance", "", "2025-09-29/1", "H"),
        ("P001", "attendance", "", "2025-09-30/1", "H"),
        ("P002", "attendance", "", "2025-09-29/1", "I"),
        ("P002", "attendance", "", "2025-09-30/1", "A"),
    ]


@pytest.mark.parametrize("headers", ["Hari 1,Hari 2", "Sesi 1,Sesi 2", "29/9,30/9", "2025-09-29,2025-09-30", "H1,H2"])
def test_sessions_are_found_under_many_headers(office: Office, headers: str) -> None:
    office.take(office.csv(f"No Peserta,Nama,{headers}", "P001,Siti Aminah,H,S", name="hadir.csv"), as_="marks")
    assert [line[3:] for line in marks(office)] == [("2025-09-29/1", "H"), ("2025-09-30/1", "S")]


def test_attendance_long(office: Office) -> None:
    lines = ("P001,2025-09-29,hadir", "P001,hari 2,sakit", "P002,29 September 2025,alpa", "P002,1 Mei 2025,H")
    result = office.take(office.csv("No Peserta,Tanggal,Kehadiran", *lines, name="hadir.csv"), item="attendance")
    assert counts(result) == [(4, 3, 0, 1, 0)]
    assert codes(result) == ["IKM410"]
    assert [(line[0], line[3], line[4]) for line in marks(office)] == [
        ("P001", "2025-09-29/1", "H"),
        ("P001", "2025-09-30/1", "S"),
        ("P002", "2025-09-29/1", "A"),
    ]


def test_a_quiz_by_item_matches_people_by_nik(office: Office) -> None:
    file = office.csv("Timestamp,Skor,NIK", "2025-09-29 08:00:00,80 / 100,3324015509879001", name="kuis.csv")
    result = office.take(file, item="pre_test")
    assert data(result).new == ("P001",)
    assert marks(office) == [("P001", "pre_test", "", "", "80")]


def test_a_score_that_nothing_names_is_asked_about(office: Office) -> None:
    result = office.take(office.csv("Skor,NIK", "80,3324015509879001", name="kuis.csv"), as_="marks")
    assert codes(result) == ["IKM406"]


def test_an_item_that_the_program_does_not_have(office: Office) -> None:
    result = office.take(office.csv("Skor,NIK", "80,3324015509879001", name="kuis.csv"), item="kuis")
    assert codes(result) == ["IKM405"]
    assert result.exit_code() == 2


def test_a_file_without_marks(office: Office) -> None:
    result = office.take(office.csv("No Peserta,Nama,NIK", "P001,Siti,", name="n.csv"), as_="marks")
    assert codes(result) == ["IKM400"]


def test_marks_by_header(office: Office) -> None:
    office.take(
        office.csv("No Peserta,Nama,pre_test,post_test", 'P001,Siti Aminah,40,"82,5"', name="n.csv"), as_="marks"
    )
    assert [(line[1], line[4]) for line in marks(office)] == [("post_test", "82.5"), ("pre_test", "40")]


def test_a_judges_sheet_names_the_judge_in_a_column(office: Office) -> None:
    lines = ("P001,Siti Aminah,J1,4,5", "P001,Siti Aminah,j2,3,4", "P002,Budi Santoso,J9,4,4")
    result = office.take(office.csv("No Peserta,Nama,Juri,Hasil,Waktu", *lines, name="n.csv"), as_="marks")
    assert counts(result) == [(3, 2, 0, 1, 0)]
    assert codes(result) == ["IKM407"]
    assert marks(office) == [
        ("P001", "practice", "hasil", "J1", "4"),
        ("P001", "practice", "hasil", "J2", "3"),
        ("P001", "practice", "waktu", "J1", "5"),
        ("P001", "practice", "waktu", "J2", "4"),
    ]


def test_a_judges_sheet_may_name_the_judge_by_flag_sheet_or_file(office: Office) -> None:
    rows = [["No Peserta", "Nama", "Hasil", "Waktu"], ["P001", "Siti Aminah", 4, 5]]
    for file, flags in (
        (office.book(rows, name="nilai.xlsx"), {"judge": "J1"}),
        (office.book(rows, name="nilai2.xlsx", sheet="Lembar J1"), {}),
        (office.book(rows, name="praktik J1.xlsx"), {}),
    ):
        result = office.take(file, as_="marks", **flags)
        assert counts(result) == [(1, 1, 0, 0, 0)]
        assert {line[3] for line in marks(office)} == {"J1"}


def test_without_a_judge_no_mark_is_taken(office: Office) -> None:
    result = office.take(office.csv("No Peserta,Nama,Hasil,Waktu", "P001,Siti Aminah,4,5", name="n.csv"), as_="marks")
    assert codes(result) == ["IKM412"]
    assert counts(result) == [(1, 0, 0, 1, 0)]


def test_a_recused_judge_is_neither_missing_nor_zero(office: Office) -> None:
    office.take(
        office.csv("No Peserta,Nama,Juri,Hasil,Waktu", "P001,Siti,J1,berhalangan,recused", name="n.csv"), as_="marks"
    )
    assert [line[4] for line in marks(office)] == ["recused", "recused"]


def test_a_long_list_with_mark_item_and_judge(office: Office) -> None:
    lines = ("P001,practice,hasil,J1,4", "P001,post_test,,,88", "P001,pretest,,,1", "P002,practice,gaya,J1,4")
    result = office.take(office.csv("number,mark,item,by,value", *lines, name="n.csv"), as_="marks")
    assert codes(result) == ["IKM408", "IKM409"]
    assert marks(office) == [("P001", "post_test", "", "", "88"), ("P001", "practice", "hasil", "J1", "4")]


def test_a_mark_outside_its_range_keeps_the_row_out(office: Office) -> None:
    result = office.take(office.csv("No Peserta,Nilai", "P001,101", "P002,80", name="n.csv"), item="post_test")
    assert codes(result) == ["IKM246"]
    assert result.diagnostics[0].where.cell == "B2"
    assert marks(office) == [("P002", "post_test", "", "", "80")]
    assert result.exit_code() == 1


def test_people_are_matched_by_name_with_titles(office: Office) -> None:
    office.take(office.csv("Nama,Nilai,Keterangan", "Hj. SITI AMINAH,80,", name="n.csv"), item="post_test")
    assert marks(office) == [("P001", "post_test", "", "", "80")]


def test_two_people_of_one_name_are_never_guessed_between(office: Office) -> None:
    office.take(office.csv(HEADER, DEWI.replace("9003", "9004").replace("2222", "3333"), name="b.csv"))
    result = office.take(office.csv("Nama,Nilai,Keterangan", "Dewi Lestari,80,", name="n.csv"), item="post_test")
    assert codes(result) == ["IKM402"]
    assert result.diagnostics[0].params["ids"] == "P003, P004"


def test_number_and_name_of_two_people_contradict(office: Office) -> None:
    result = office.take(office.csv("No Peserta,Nama,Nilai", "P001,Budi Santoso,80", name="n.csv"), item="post_test")
    assert codes(result) == ["IKM414"]


def test_a_nickname_beside_the_number_is_fine(office: Office) -> None:
    office.take(office.csv("No Peserta,Nama,Nilai", "P001,Bu Iti,80", name="n.csv"), item="post_test")
    assert marks(office) == [("P001", "post_test", "", "", "80")]


@pytest.mark.parametrize("line", ["P099,Siti,80", ",Rudi Hartono,80", "-,-,80"])
def test_nobody_matches(office: Office, line: str) -> None:
    result = office.take(office.csv("No Peserta,Nama,Nilai", line, name="n.csv"), item="post_test")
    assert codes(result) == ["IKM401"]
    assert result.changes is not None
    assert not (office.root / "marks.csv").exists() or marks(office) == []


def test_a_second_import_changes_nothing(office: Office) -> None:
    file = office.csv("No Peserta,Nilai", "P001,70", "P002,80", name="n.csv")
    office.take(file, item="post_test")
    before = office.snapshot()
    result = office.take(file, item="post_test")
    assert (data(result).new, data(result).changed, data(result).same) == ((), (), ("P001", "P002"))
    assert office.snapshot() == before


def test_a_changed_mark_is_shown_old_and_new(office: Office) -> None:
    office.take(office.csv("No Peserta,Nilai", "P001,70", name="n.csv"), item="post_test")
    result = office.take(office.csv("No Peserta,Nilai", "P001,75", name="n.csv"), item="post_test")
    assert [(one.number, one.field, one.old, one.new) for one in data(result).changed] == [
        ("P001", "post_test", "70", "75")
    ]


def test_a_blank_cell_never_erases_a_mark(office: Office) -> None:
    office.take(office.csv("No Peserta,pre_test,post_test", "P001,70,80", name="n.csv"), as_="marks")
    office.take(office.csv("No Peserta,pre_test,post_test", "P001,,85", name="n.csv"), as_="marks")
    assert [(line[1], line[4]) for line in marks(office)] == [("post_test", "85"), ("pre_test", "70")]


def test_the_newest_answer_of_a_quiz_counts(office: Office) -> None:
    lines = ("2025-09-29 09:00:00,90,3324015509879001", "2025-09-29 08:00:00,60,3324015509879001")
    result = office.take(office.csv("Timestamp,Skor,NIK", *lines, name="n.csv"), item="post_test")
    assert counts(result) == [(2, 1, 1, 0, 0)]
    assert marks(office) == [("P001", "post_test", "", "", "90")]


def test_two_marks_for_one_thing_without_a_time_go_back(office: Office) -> None:
    result = office.take(office.csv("No Peserta,Nilai", "P001,70", "P001,80", name="n.csv"), item="post_test")
    assert counts(result) == [(2, 0, 0, 2, 0)]
    assert codes(result) == ["IKM403", "IKM403"]
    assert result.diagnostics[0].params == {"rows": "3"}


def test_rows_of_different_shape_may_not_contradict_either(office: Office) -> None:
    lines = ("P001,70,", "P001,80,90")
    result = office.take(office.csv("No Peserta,pre_test,post_test", *lines, name="n.csv"), as_="marks")
    assert codes(result) == ["IKM403", "IKM403"]
    assert counts(result) == [(2, 0, 0, 2, 0)]


def test_marks_before_participants(tmp_path: Path) -> None:
    office = Office.open(tmp_path / "empty")
    result = office.take(office.csv("No Peserta,Nilai", "P001,70", name="n.csv"), item="post_test")
    assert codes(result) == ["IKM413"]
    assert result.exit_code() == 2


def test_without_the_register_numbers_still_work_but_names_do_not(office: Office) -> None:
    office.paths.people.unlink()
    by_number = office.take(office.csv("No Peserta,Nama,Nilai", "P001,Siti,70", name="n.csv"), item="post_test")
    assert counts(by_number) == [(1, 1, 0, 0, 0)]
    by_name = office.take(office.csv("Nama,Nilai,Keterangan", "Siti Aminah,70,", name="n.csv"), item="post_test")
    assert codes(by_name) == ["IKM316"]


def test_an_item_wins_over_a_registration_column_of_the_same_name(tmp_path: Path) -> None:
    office = Office.open(tmp_path / "x", PROGRAM.replace("items: [hasil, waktu]", "items: [pasar, produk, modal]"))
    office.take(office.csv(HEADER, SITI, BUDI))
    result = office.take(
        office.csv("No Peserta,Nama,Juri,Pasar,Produk,Modal", "P001,Siti,J1,4,5,3", name="n.csv"), as_="marks"
    )
    assert counts(result) == [(1, 1, 0, 0, 0)]
    assert [line[2] for line in marks(office)] == ["modal", "pasar", "produk"]


def test_items_called_like_registration_columns_do_not_fool_the_import(tmp_path: Path) -> None:
    office = Office.open(tmp_path / "x", PROGRAM.replace("items: [hasil, waktu]", "items: [pasar, produk, modal]"))
    office.take(office.csv(HEADER, SITI, BUDI))
    result = office.take(office.csv("No Peserta,Nama,Juri,Pasar,Produk,Modal", "P001,Siti,J1,4,5,3", name="n.csv"))
    assert codes(result) == ["IKM300"]


def test_marks_are_counted_one_by_one(office: Office) -> None:
    header = "No Peserta,Pre Test,Post Test"
    office.take(office.csv(header, "P001,50,80", "P002,60,70", name="a.csv"), as_="marks")
    result = office.take(office.csv(header, "P001,50,85", "P002,60,70", "P003,40,90", name="b.csv"), as_="marks")
    assert data(result).values == Values(new=2, changed=1, same=3)


@pytest.mark.parametrize(
    ("flags", "code", "known"),
    [
        ({"item": "practice.salah", "judge": "J1"}, "IKM405", "practice.hasil, practice.waktu"),
        ({"item": "pre_test.x"}, "IKM405", "attendance, pre_test, post_test, practice"),
        ({"item": "practice", "judge": "J1"}, "IKM406", "practice.hasil, practice.waktu"),
        ({"item": "attendance"}, "IKM410", "2025-09-29/1, 2025-09-30/1"),
    ],
)
def test_a_column_that_names_no_item_or_session_gives_no_marks(
    office: Office, flags: dict[str, str], code: str, known: str
) -> None:
    result = office.take(office.csv("No Peserta,Nilai", "P001,4", name="n.csv"), **flags)
    assert [(one.code, one.params["known"]) for one in result.diagnostics] == [(code, known)]
    assert not office.paths.marks.exists()


@pytest.mark.parametrize("target", ["marks.practice", "marks.attendance", "session.2031-01-01/1"])
def test_no_column_is_mapped_to_a_part_that_is_not_there(office: Office, target: str) -> None:
    result = office.take(office.csv("No Peserta,Angka", "P001,4", name="n.csv"), as_="marks", maps={target: "Angka"})
    assert codes(result) == ["IKM222"]


def test_a_total_beside_the_items_of_a_mark_is_not_a_mark(office: Office) -> None:
    office.take(office.csv("No Peserta,hasil,waktu,Nilai", "P001,4,5,9", name="n.csv"), item="practice", judge="J1")
    assert [(line["item"], line["value"]) for line in office.table("marks.csv")] == [("hasil", "4"), ("waktu", "5")]


def test_a_mark_that_was_renamed_is_no_longer_what_a_remembered_column_holds(office: Office) -> None:
    file = office.csv("No Peserta,Angka", "P001,80", name="n.csv")
    office.take(file, as_="marks", maps={"marks.pre_test": "Angka"})
    office.paths.marks.unlink()
    (office.root / "program.yaml").write_text(PROGRAM.replace("pre_test", "tes_awal"), encoding="utf-8")
    assert codes(office.take(file, as_="marks")) == ["IKM400"]


@pytest.mark.parametrize(
    ("item", "target"),
    [("practice", "marks.practice.hasil"), ("practice.waktu", "marks.practice.waktu"),
     ("attendance", "session.2025-09-29/1"), ("pre_test", "marks.pre_test")],
)  # fmt: skip
def test_the_advice_for_an_unknown_column_names_what_it_may_hold(office: Office, item: str, target: str) -> None:
    file = office.csv("No Peserta,Angka", "P001,H" if item == "attendance" else "P001,4", name="n.csv")
    (problem,) = office.take(file, item=item, judge="J1" if item.startswith("practice") else "").diagnostics
    assert (problem.code, problem.params["column"]) == ("IKM400", f"{target}=Angka")
    result = office.take(file, maps={target: "Angka"}, item=item, judge="J1" if item.startswith("practice") else "")
    assert counts(result) == [(1, 1, 0, 0, 0)]


def test_a_file_that_is_saved_again_meanwhile_is_kept_as_it_was_read(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The digest of the ledger, the copy that is kept and the marks are of the same bytes."""
    file = office.csv("No Peserta,Nilai", "P001,80", name="n.csv")
    was = file.read_bytes()
    find = read.find_table

    def saved_meanwhile(*args: Any) -> Any:
        file.write_bytes(was.replace(b"80", b"20"))
        return find(*args)

    monkeypatch.setattr(read, "find_table", saved_meanwhile)
    office.take(file, item="post_test")
    assert [line[-1] for line in marks(office)] == ["80"]
    assert office.table("imports.csv")[-1]["digest"] == hashlib.sha256(was).hexdigest()
    assert [path.read_bytes() for path in office.paths.sheets.rglob("n.csv")] == [was]
