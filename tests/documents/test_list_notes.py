"""What stands below the lists: reserves for certain seats, people with the same score; the reasons of reserves."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tools.console import ikmctl
from tools.office import made, office, words_of
from tools.scratch import made as scratch_made
from tools.scratch import office as scratch

GENDERS = {"P002": "female"}


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """Batik has two seats, one of all for a woman: P001 and P002, the only woman; P003 waits. P005 equals P006."""
    root = office(tmp_path)
    program = root / "program.yaml"
    text = program.read_text().replace(
        "{ties: [ticket]}", "{ties: [ticket], balance: [{field: gender, value: female, min: 1}]}"
    )
    program.write_text(text.replace("quota: 1, reserves: 1", "quota: 2, reserves: 1"))
    head, *lines = (root / "participants.csv").read_text().splitlines()
    rows = [f"{head},gender", *(f"{line},{GENDERS.get(line[:4], 'male')}" for line in lines)]
    (root / "participants.csv").write_text("\n".join(rows) + "\n")
    marks = (root / "marks.csv").read_text()
    (root / "marks.csv").write_text(marks.replace("P006,test,,,40", "P006,test,,,80"))  # 85, as P005
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    return root


@pytest.mark.parametrize(
    ("kind", "form"),
    [("announcement", "md"), ("announcement", "txt"), ("announcement", "pdf"), ("decree-annex", "docx"),
     ("decree-annex", "pdf")],
)  # fmt: skip
def test_a_reserve_for_certain_seats_is_named_below_the_list(cohort: Path, kind: str, form: str) -> None:
    body = made(cohort, kind, form)[1]
    words = " ".join(body.decode().split()) if form in ("md", "txt") else words_of(body)
    assert words.count("Cadangan 1 (P003) hanya dapat mengisi kursi tertentu: laki-laki.") == 1
    assert "(P004)" not in words  # any seat of Las will do


def test_what_a_program_asks_for_itself_is_not_named_below_a_public_list(cohort: Path) -> None:
    for name in ("program.yaml", "participants.csv"):
        (cohort / name).write_text((cohort / name).read_text().replace("gender", "illness"))
    with (cohort / "program.yaml").open("a") as file:
        file.write("fields: [{id: illness, type: choice, values: [female, male]}]\n")
    answer = ikmctl("curate --on 2025-10-02", cohort)
    assert answer.code == 0, answer.both
    words = made(cohort, "announcement", "txt")[1].decode()
    assert "Cadangan 1 (P003) hanya dapat mengisi kursi tertentu." in words
    assert "illness" not in words


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_minutes_say_how_to_read_seats_and_equal_people(cohort: Path, form: str) -> None:
    words = words_of(made(cohort, "minutes", form)[1])
    assert "Untuk kursi: kursi siapa yang boleh diisi cadangan itu bila kosong" in words
    assert "dicetak menurut nomor peserta: P005, P006." in words


def test_three_equal_people_are_one_group(cohort: Path) -> None:
    """Las has three seats now; P004, P005 and P006 have 85 points each."""
    program, marks = cohort / "program.yaml", cohort / "marks.csv"
    program.write_text(program.read_text().replace("Las, quota: 2", "Las, quota: 3"))
    marks.write_text(
        marks.read_text().replace("P004,test,,,60", "P004,test,,,80").replace("P004,work,,,60", "P004,work,,,90")
    )
    assert ikmctl("curate --on 2025-10-02", cohort).code == 0
    assert "dicetak menurut nomor peserta: P004, P005, P006." in words_of(made(cohort, "minutes", "docx")[1])


def test_minutes_without_such_lists_have_no_such_notes(tmp_path: Path) -> None:
    root = office(tmp_path)
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    words = words_of(made(root, "minutes", "docx")[1])
    assert "kursi siapa" not in words
    assert "dicetak menurut" not in words


def test_the_sheet_of_reasons_says_why_a_reserve_is_not_on_the_list(cohort: Path) -> None:
    sheet = load_workbook(io.BytesIO(made(cohort, "recap", "xlsx")[1]))["Alasan"]
    told = {str(row[0].value): str(row[4].value) for row in sheet.iter_rows(min_row=2)}
    assert told["P003"] == "cadangan bidang Batik; 2 kursi bidang Batik sudah terisi peserta dengan urutan lebih baik"


def test_after_a_draw_equal_people_stand_in_the_order_of_their_tickets(cohort: Path) -> None:
    for command in (
        "lock rules --by K --on 2025-09-28",
        "lock pool --by K --on 2025-10-02",
        "draw --value 1234567890 --source dadu --by K --on 2025-10-03 --reason berjaga",
    ):
        answer = ikmctl(command, cohort)
        assert answer.code == 0, answer.both
    words = words_of(made(cohort, "minutes", "docx")[1])
    listed = sorted(("P005", "P006"), key=words.index)
    assert f"dicetak menurut nomor undian: {', '.join(listed)}." in words


NO_LIST = "Tidak ada daftar yang memenuhi semua aturan ini sekaligus: bidang Batik."


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A class of batik that needs eight people where three applied: nobody is selected in any track."""
    root = office(tmp_path)
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("quota: 1, reserves: 1", "quota: {min: 8, max: 9}, reserves: 1", 1))
    assert ikmctl("lock rules --by Ketua --on 2025-09-28", root).code == 0
    return root


@pytest.mark.parametrize(
    ("kind", "form"),
    [("minutes", "docx"), ("minutes", "pdf"), ("announcement", "md"), ("announcement", "txt"), ("announcement", "pdf"),
     ("brief", "pdf"), ("summary", "html")],
)  # fmt: skip
def test_papers_of_a_list_that_cannot_be_say_so(closed: Path, kind: str, form: str) -> None:
    answer, body = made(closed, kind, form)
    assert answer.code == 0
    words = body.decode() if form in ("md", "txt", "html") else words_of(body)
    assert NO_LIST in words
    assert ("IKM694" in answer.err) == (kind in ("minutes", "announcement"))


def test_nobody_hears_of_a_tie_where_there_is_no_list(closed: Path) -> None:
    body = made(closed, "messages", "xlsx")[1]
    said = [
        row[4] for row in load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True) if row[2] == "menunggu"
    ]
    assert len(said) == 6
    assert all("Daftarnya belum dapat disusun, jadi hasil Anda belum ada." in one for one in said)
    assert "nilai yang sama" not in " ".join(said)


def test_an_order_of_the_jury_on_which_a_prize_hung_is_not_said_to_be_one_of_numbers(tmp_path: Path) -> None:
    words = words_of(scratch_made(scratch(tmp_path, "pekalongan-startup-2022"), "minutes", "pdf").read_bytes())
    assert "SU-30 (Batik Tulis" in words  # whom the jury put before SU-09, for the better prize
    assert "bila tidak ada yang bergantung padanya" not in words
