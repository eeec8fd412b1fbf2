"""The answer to one person: own values, the rules, what it would have taken; nobody else's number, name or value."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from tools.console import ikmctl
from tools.office import NAMES, NIK, made, office, words_of

FORMS = ("docx", "pdf")
RULES = """\
    eligibility:
      - {rule: age, min: 18, max: 55, basis: "Juknis, huruf C.1"}
    criteria:
"""
OBJECTION = """\
- id: 4
  participant: P003
  received: 2025-10-08
  ground: "<nilai> & praktik"
  status: rejected
  answered: 2025-10-09
  answer: sudah benar
- {id: 5, participant: P004, received: 2025-10-08, ground: rahasia orang lain, status: open, answered: null, answer: ""}
"""


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """An age rule; P001 to P006 are 30, P004 is 60; a threshold of 60 on the test."""
    root = office(tmp_path)
    program = root / "program.yaml"
    text = program.read_text().replace("    criteria:\n", RULES)
    program.write_text(text.replace("weight: 50, missing", "weight: 50, threshold: 45, missing", 1))
    people = [
        f"{line},{'age' if n == 0 else '60' if n == 4 else '30'}"
        for n, line in enumerate((root / "participants.csv").read_text().splitlines())
    ]
    (root / "participants.csv").write_text("\n".join(people) + "\n")
    (root / "objections.yaml").write_text(OBJECTION)
    for command in ("lock rules --by Ketua --on 2025-09-28", "curate --on 2025-10-02"):
        assert ikmctl(command, root).code == 0, command
    return root


def others(words: str, own: str) -> list[str]:
    """Numbers and names of other people in the words."""
    return [one for pair in NAMES.items() if pair[0] != own for one in pair if one in words]


@pytest.mark.parametrize("form", FORMS)
def test_an_objection_is_answered_with_ground_outcome_and_own_values(cohort: Path, form: str) -> None:
    answer, body = made(cohort, "answer P003 --number 500/9", form)
    assert answer.code == 0
    words = words_of(body)
    for part in (
        "JAWABAN ATAS SANGGAHAN", "NOMOR: 500/9", "Kepada peserta P003 (Budi Santoso)",
        "Sanggahan nomor 4, diterima 8 Oktober 2025: <nilai> & praktik",
        "Sanggahan ini ditolak pada 9 Oktober 2025: sudah benar",
        "paling sedikit 18, paling banyak 55", "Juknis, huruf C.1", "umur 30 tahun", "terpenuhi",
        # raw, threshold, points, weight, adds: 50 x 0.5 = 25 and 80 x 0.5 = 40
        "test 50 45 50,00 50 25,00", "work 80 - 80,00 50 40,00", "Nilai akhir: 65",
        # P001 has 75 and the one seat; a score above it would have done
        "nilai akhir harus naik sekurang-kurangnya 10,0",
    ):  # fmt: skip
        assert part in words, part
    assert others(words, "P003") == []
    for hidden in (NIK[:8], "0812", "Rahasia", "rahasia orang lain"):
        assert hidden not in words
    assert body == made(cohort, "answer P003 --number 500/9", form)[1]


@pytest.mark.parametrize("form", FORMS)
def test_without_an_objection_the_own_result_is_explained(cohort: Path, form: str) -> None:
    words = words_of(made(cohort, "answer P006", form)[1])
    assert "PENJELASAN HASIL SELEKSI" in words
    assert "Tidak ada sanggahan tercatat atas nama peserta ini" in words
    assert "test 40, di bawah ambang 45" in words
    assert others(words, "P006") == []


@pytest.mark.parametrize("form", FORMS)
def test_a_failed_rule_is_told_and_the_selected_lack_nothing(cohort: Path, form: str) -> None:
    words = words_of(made(cohort, "answer P004", form)[1])
    assert "umur 60 tahun, paling tua 55 tahun" in words
    assert "tidak terpenuhi" in words
    assert "Sanggahan ini belum diputus." in words
    assert "Peserta terpilih; tidak ada yang kurang." in words_of(made(cohort, "answer P005", form)[1])


def test_the_one_who_has_the_household_s_seat_is_not_named(tmp_path: Path) -> None:
    root = office(tmp_path)
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("{ties: [ticket]}", "{ties: [ticket], max_per: {household: 1}}"))
    program.write_text(
        program.read_text().replace("name: Batik, quota: 1, reserves: 1", "name: Batik, quota: 2, reserves: 0")
    )
    labels = {"P001": "H001", "P002": "H001"}
    head, *lines = (root / "participants.csv").read_text().splitlines()
    rows = [f"{head},household", *(f"{line},{labels.get(line[:4], '')}" for line in lines)]
    (root / "participants.csv").write_text("\n".join(rows) + "\n")
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    assert "P001" in ikmctl("explain P002", root).out  # the committee is told
    for kind in ("answer P002", "receipts"):
        words = words_of(made(root, kind, "pdf")[1])
        page = words if kind != "receipts" else re.findall("Peserta P002.*?Peserta P003", words)[0]
        assert "rumah tangga H001 sudah mendapat kursinya" in page
        assert "P001" not in page


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_rule_that_passes_what_is_not_known_says_so(tmp_path: Path, lang: str) -> None:
    root = office(tmp_path)
    program = root / "program.yaml"
    rules = """\
    eligibility:
      - {rule: no_previous_aid, years: 3, missing: pass}
    criteria:
"""
    program.write_text(f"language: {lang}\n" + program.read_text().replace("    criteria:\n", rules))
    head, *lines = (root / "participants.csv").read_text().splitlines()
    rows = [f"{head},previous_aid_year", *(f"{line}," for line in lines)]
    (root / "participants.csv").write_text("\n".join(rows) + "\n")
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    said = {
        "id": "riwayat bantuan belum diketahui; dianggap terpenuhi menurut aturan",
        "en": "former aid is not known; taken as met by the rule",
    }[lang]
    assert said.replace(";", "") in " ".join(ikmctl("explain P003", root, lang).out.split())
    assert said in words_of(made(root, "answer P003", "docx")[1])


def test_somebody_must_be_named_and_known(cohort: Path) -> None:
    assert "IKM979" in ikmctl("report answer", cohort).err
    assert "IKM570" in ikmctl("report answer P999", cohort).err
    assert ikmctl("report answer Budi --on 2025-10-06", cohort).code == 0
    names = sorted(path.name for path in (cohort / "reports").iterdir())
    assert names == ["curation-answer-P003.docx", "curation-answer-P003.pdf"]


def test_a_place_stays_a_number_and_a_domicile_becomes_a_name(tmp_path: Path) -> None:
    """33 is a place on the list, and the code of Jawa Tengah."""
    root = office(tmp_path)
    program = root / "program.yaml"
    rule = '    eligibility: [{rule: domicile, within: "33.24"}]\n    criteria:\n'
    text = (
        program.read_text().replace("    criteria:\n", rule).replace("name: Batik, quota: 1", "name: Batik, quota: 40")
    )
    program.write_text(text)
    numbers = [f"P{number:03}" for number in range(1, 41)]
    people = [f"{number},batik,,,,33.24.08" for number in numbers]
    (root / "participants.csv").write_text(
        "\n".join(["number,track,track_2,registered_at,group,district", *people]) + "\n"
    )
    marks = [f"{number},{mark},,,{100 - index}" for index, number in enumerate(numbers) for mark in ("test", "work")]
    (root / "marks.csv").write_text("\n".join(["number,mark,item,by,value", *marks]) + "\n")
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    words = words_of(made(root, "answer P033 --anon", "pdf")[1])
    assert "urutan 33 dari semua calon, bidang Batik" in words
    assert "berdomisili di Kaliwungu" in words
    assert "33.24" not in words


def test_who_lost_a_tie_is_told_the_draw_and_nobody_s_number(tmp_path: Path) -> None:
    root = office(tmp_path)
    marks = (root / "marks.csv").read_text()
    (root / "marks.csv").write_text(marks.replace("P003,test,,,50", "P003,test,,,70"))  # 75, as P001
    for command in (
        "lock rules --by Ketua --on 2025-09-28",
        "curate --on 2025-10-02",
        "lock pool --by Ketua --on 2025-10-02",
        "draw --value 1234567890 --source dadu --by Ketua --on 2025-10-03",
    ):
        assert ikmctl(command, root).code == 0, command
    told = {one: " ".join(ikmctl(f"explain {one}", root, "id").out.split()) for one in ("P001", "P003")}
    (lost,) = (one for one, words in told.items() if "dan undian mendahulukan yang lain" in words)
    said = "1 kursi bidang Batik diundi dengan angka 1234567890, nomor undian terkecil didahulukan"
    words = words_of(made(root, f"answer {lost}", "pdf")[1])
    assert f"nilainya sama dengan 1 peserta lain: {said}" in words
    assert others(words, lost) == []
    pages = words_of(made(root, "receipts", "pdf")[1])
    assert pages.count(f"nilainya sama dengan 1 peserta lain: {said}") == 2


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_has_its_day_and_a_place_to_sign_where_nobody_is_named(cohort: Path, form: str) -> None:
    words = words_of(made(cohort, "answer P003", form)[1])
    assert re.search(r"Kendal, 6 Oktober 2025 .*Panitia seleksi,? \.{20}", words)


def test_equal_scores_are_said_to_be_equal_and_not_a_millionth_apart(tmp_path: Path) -> None:
    root = office(tmp_path)
    marks = (root / "marks.csv").read_text()
    (root / "marks.csv").write_text(marks.replace("P003,test,,,50", "P003,test,,,70"))  # 75, as P001
    for command in ("lock rules --by K --on 2025-09-28", "curate --on 2025-10-02", "lock pool --by K --on 2025-10-02"):
        assert ikmctl(command, root).code == 0, command
    assert ikmctl("draw --by-lot P003 P001 --witness Notaris --by K --on 2025-10-03", root).code == 0
    words = words_of(made(root, "answer P001", "pdf")[1])
    assert "Nilai akhirnya sama dengan peserta yang terpilih; yang memutuskan di antara mereka: lot" in words
    assert "0,000001" not in words
    out = ikmctl("explain P001 --what-if", root, "en").out
    assert "the score is equal to that of others" in out
    assert "0.000001" not in out


def test_a_letter_of_usual_length_stands_on_one_sheet(cohort: Path) -> None:
    pages = PdfReader(io.BytesIO(made(cohort, "answer P004", "pdf")[1])).pages
    assert len(pages) == 1


def decided(root: Path, *acts: str) -> None:
    """A list with a draw, and then what people decided."""
    for command in (
        "lock rules --by Ketua --on 2025-09-28", "curate --on 2025-10-02", "lock pool --by Ketua --on 2025-10-02",
        "draw --value 83920174659201746382 --source dadu --by Ketua --reason rapat --on 2025-10-03", *acts,
    ):  # fmt: skip
        assert ikmctl(command, root).code == 0, command


def test_who_was_disqualified_reads_when_by_whom_and_why_without_the_names_of_others(tmp_path: Path) -> None:
    root = office(tmp_path)
    decided(
        root, "decide disqualify P003 --by 'Ketua Tim' --reason 'sama dengan P006, p004, Siti Aminah' --on 2025-10-04"
    )
    words = words_of(made(root, "answer P003 --number 500/9", "pdf")[1])
    assert "Hasil Tidak terpilih, bidang Batik: didiskualifikasi dengan keputusan." in words
    assert (
        "Keputusan 4 Oktober 2025, Ketua Tim: P003 (Budi Santoso) didiskualifikasi; "
        "alasan: sama dengan peserta lain, peserta lain, peserta lain."
    ) in words
    assert "Sesudah keputusan di atas peserta tidak lagi diperhitungkan" in words
    assert "tidak membuat peserta terpilih" not in words
    assert others(words, "P003") == []


def test_the_result_begins_with_whether_somebody_is_selected(tmp_path: Path) -> None:
    root = office(tmp_path)
    decided(root, "decide withdraw P005 --kind mundur --by Ketua --reason sakit --on 2025-10-04")
    for number, begins in (
        ("P001", "Hasil Terpilih: urutan 1 dari semua calon, bidang Batik."),
        ("P002", "Hasil Cadangan bidang Batik."),
        ("P003", "Hasil Tidak terpilih: 1 kursi bidang Batik sudah terisi"),
        ("P005", "Hasil Tidak terpilih, bidang Las: mengundurkan diri. Keputusan 4 Oktober 2025, Ketua: P005"),
    ):
        assert begins in words_of(made(root, f"answer {number} --number 1/{number}", "docx")[1]), number


def test_a_ticket_that_settled_nothing_says_so(tmp_path: Path) -> None:
    root = office(tmp_path)
    decided(root)
    words = words_of(made(root, "answer P001", "docx")[1])
    assert re.search(r"Nomor undian: [0-9a-f]{64} \(tidak ikut menentukan\)", words)


def test_a_sensitive_fact_is_told_as_the_band_that_is_on_file(tmp_path: Path) -> None:
    root = office(tmp_path)
    bands = (
        "[{below: 12000000, points: 30}, {from: 12000000, below: 60000000, points: 70}, {from: 60000000, points: 100}]"
    )
    line = (
        "      - {id: turnover, source: fields.turnover, direction: benefit, "
        f"scale: {{bands: {bands}}}, weight: 10, missing: worst}}\n    selection:"
    )
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("    selection:", line))
    banded = {"P001": "60000000", "P002": "12000000"}
    head, *lines = (root / "participants.csv").read_text().splitlines()
    rows = [f"{head},turnover", *(f"{one},{banded.get(one[:4], '0')}" for one in lines)]
    (root / "participants.csv").write_text("\n".join(rows) + "\n")
    decided(root)
    for number, told in (
        ("P001", "Omzet Rp60.000.000 ke atas - 100,00 10"),
        ("P002", "Omzet Rp12.000.000 sampai di bawah Rp60.000.000 - 70,00 10"),
        ("P003", "Omzet di bawah Rp12.000.000 - 30,00 10"),
    ):
        assert told in words_of(made(root, f"answer {number} --number 1/{number}", "docx")[1]), number
    assert "| Omzet | Rp60.000.000 ke atas | 100,00 | 10 |" in made(root, "receipts", "md")[1].decode()
    assert "Rp12.000.000 sampai di bawah Rp60.000.000 = 70" in made(root, "rules", "md")[1].decode()


def test_a_number_given_to_another_answer_is_a_warning_that_names_it(cohort: Path) -> None:
    assert ikmctl("report answer P003 --number 500/9 --on 2025-10-06", cohort).code == 0
    assert "IKM636" not in ikmctl("report answer P003 --number 500/9 --on 2025-10-07", cohort).err
    again = ikmctl("report answer P006 --number 500/9 --on 2025-10-06", cohort, "id")
    assert again.code == 0
    assert "nomor `500/9` sudah dipakai untuk `answer P003` di documents.csv" in again.err
    assert "IKM636" not in ikmctl("report answer P005 --number 500/1 --on 2025-10-06", cohort).err
    assert "answer P005" in ikmctl("report minutes --on 2025-10-06", cohort).err  # 500/1 in program.yaml


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_said_to_be_lacking_while_there_is_no_result(tmp_path: Path, form: str) -> None:
    root = office(tmp_path)
    text = (root / "marks.csv").read_text()
    # P001 and P002 both have 75 for the one seat of batik; the test of P006 is not in
    (root / "marks.csv").write_text(text.replace("P002,test,,,70", "P002,test,,,80").replace("P006,test,,,40\n", ""))
    for command in ("lock rules --by K --on 2025-09-28", "curate --on 2025-10-02"):
        ikmctl(command, root)
    for number, said in (
        ("P001", "Hasilnya belum ada selama daftar ini belum diputus."),
        ("P003", "Hasilnya belum ada selama daftar ini belum diputus."),
        ("P006", "Hasilnya belum ada selama yang disebut di atas belum masuk."),
    ):
        words = words_of(made(root, f"answer {number}", form)[1])
        assert f"Yang kurang untuk terpilih {said} Bukti" in words, number


def test_a_letter_is_entered_once_for_each_file(cohort: Path) -> None:
    for _ in "12":
        assert ikmctl("report answer P003 --number 500/9 --on 2025-10-09", cohort).code == 0
    lines = (cohort / "documents.csv").read_text().splitlines()[1:]
    assert [line.split(",")[:3] for line in lines] == [["answer P003", "curation", "500/9"]] * 2
    assert len({line.split(",")[-1] for line in lines}) == 2
