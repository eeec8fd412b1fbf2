"""The minutes: what went on and what came out, in Word and PDF alike, and nothing of the private register."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest
from tools.console import ikmctl
from tools.office import NIK, PAPERS, made, office, one_track, words_of

FORMS = ("docx", "pdf")


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """Locked after twelve marks, curated; then P001 withdraws after the objection window."""
    root = office(tmp_path)
    for command in (
        "lock rules --by Ketua --on 2025-09-28",
        "curate --on 2025-10-02",
        "announce --by Ketua --on 2025-10-06",
        "decide withdraw P001 --kind mundur --by Ketua --reason pindah --document SP/1 --on 2025-10-10",
    ):
        assert ikmctl(command, root).code == 0, command
    (root / "objections.yaml").write_text(
        "- {id: 1, participant: P003, received: 2025-10-08, ground: nilai keliru, status: rejected, "
        "answered: 2025-10-09, answer: nilai sudah benar}\n"
    )
    return root


FOOT = re.compile(r"segel aturan ke-1; sidik hasil [0-9a-f]{64} Halaman \d / \d ")
"""Where a page ends in the middle of a sentence."""
SAID = (
    "DINAS PERINDUSTRIAN",
    "BERITA ACARA HASIL SELEKSI",
    "NOMOR: 500/1",
    "Pada hari ini, Kamis tanggal dua bulan Oktober tahun dua ribu dua puluh lima, bertempat di Kendal,",
    "Petunjuk Teknis 2025",
    "Baris dibaca dari berkas pendaftaran 11",
    "Disimpan: baru, berubah atau tetap 6",
    "Digabung karena kembar atau jawaban lama 2",
    "Ditolak saat diimpor karena datanya salah (dapat dibetulkan dan diimpor lagi) 1",
    "Peserta terdaftar 6",
    "Memenuhi syarat 5",
    "Mundur atau didiskualifikasi 1",
    "Terpilih 2",
    "Cadangan 2",
    "Aturan disegel (segel ke-1) pada 28 September 2025 oleh Ketua, setelah 12 nilai mentah masuk",
    "Batik: 1 terpilih, 1 cadangan",
    "1 P002 <PT> & {{ number }} 70,00",
    "1 P003 Budi Santoso 65,00",
    "1 P005 Joko Susilo 85,00",
    "10 Oktober 2025, Ketua: P001 (Siti Aminah) mundur (mengundurkan diri); alasan: pindah; dokumen SP/1",
    "1 sanggahan diterima: 0 dikabulkan, 1 ditolak, 0 belum dijawab.",
    "Sanggahan 1 dari P003 (Budi Santoso), diterima 8 Oktober 2025: ditolak 9 Oktober 2025",
    "Perubahan sejak pengumuman",
    "Kendal, 2 Oktober 2025",
    "Ketua Tim,",
    "Contoh Ketua",
    "NIP 123",
)


@pytest.mark.parametrize("form", FORMS)
def test_minutes_say_how_it_went(cohort: Path, form: str) -> None:
    answer, body = made(cohort, "minutes", form)
    assert answer.code == 0
    words = words_of(body)
    assert [part for part in SAID if part not in words] == []
    assert words.count("mundur (mengundurkan diri)") == 2  # among the decisions, and among what came late
    for hidden in (NIK[:8], "0812", "Rahasia", "nilai keliru", "nilai sudah benar", "Nilai sama yang belum diputus"):
        assert hidden not in words


@pytest.mark.parametrize("form", FORMS)
def test_the_rows_of_several_imports_add_up(cohort: Path, form: str) -> None:
    ledger = cohort / "imports.csv"
    ledger.write_text(ledger.read_text() + f"{'b' * 64},participants,3,1,0,2,0,2025-09-25,,\n")
    words = " ".join(words_of(made(cohort, "minutes", form)[1]).split())
    rows = "dalam 2 kali impor; baris yang diimpor lagi terhitung lagi 14"
    assert f"Baris dibaca dari berkas pendaftaran, {rows} Disimpan: baru, berubah atau tetap 7" in words
    assert "jawaban lama 2 Ditolak" in words
    assert "diimpor lagi) 3 Dilewati karena bukan data 2 Peserta terdaftar 6" in words  # 14 = 7 + 2 + 3 + 2


@pytest.mark.parametrize("form", FORMS)
def test_the_same_data_gives_the_same_bytes(cohort: Path, form: str) -> None:
    assert made(cohort, "minutes", form)[1] == made(cohort, "minutes", form)[1]


def test_minutes_are_official(cohort: Path) -> None:
    assert ikmctl("report minutes --on 2025-10-06", cohort).code == 0
    lines = (cohort / "documents.csv").read_text().splitlines()[1:]
    assert [line.split(",")[:4] for line in lines] == [["minutes", "curation", "500/1", "2025-10-06"]] * 2
    assert sorted(path.suffix for path in (cohort / "reports").iterdir()) == [".docx", ".pdf"]
    words = words_of((cohort / "reports" / "curation-minutes.pdf").read_bytes())
    assert f"sidik hasil {lines[0].split(',')[4]}" in words


@pytest.mark.parametrize("form", FORMS)
def test_what_the_office_has_not_stated_is_dots_and_a_warning(tmp_path: Path, form: str) -> None:
    root = office(tmp_path, "")
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    answer, body = made(root, "minutes", form)
    assert answer.code == 0
    assert [code for code in (*CODES, "IKM972") if code in answer.err] == CODES
    words = words_of(body)
    assert "NOMOR: ...................." in words
    assert "Pada hari ini, ...................., bertempat di ...................." in words
    assert "Aturan tidak disegel; tidak ada bukti bahwa aturan ditulis sebelum nilai masuk." in words
    assert "Tidak ada keputusan yang mengubah hasil hitungan." in words
    assert "Tidak ada sanggahan yang tercatat." in words


@pytest.mark.parametrize("form", FORMS)
def test_a_second_lock_open_ties_and_seats_unlike_the_rules_are_said(tmp_path: Path, form: str) -> None:
    root = office(tmp_path)
    for command in (
        "curate --per-track 2 --on 2025-10-01 --by Ketua --reason tambahan",
        "lock rules --by Ketua --on 2025-10-02",
        "lock rules --by Ketua --reason salah-ketik --on 2025-10-03",
    ):
        ikmctl(command, root)
    answer, body = made(root, "minutes", form)
    words = words_of(body)
    assert "segel ke-2) pada 3 Oktober 2025 oleh Ketua, setelah 12 nilai mentah masuk; alasan: salah-ketik" in words
    assert "2 kursi di tiap bidang, berbeda dari aturan (Batik 1, Las 1); dicatat pada 1 Oktober 2025" in words
    assert answer.code == 0


@pytest.mark.parametrize("form", FORMS)
def test_an_open_tie_is_named_and_must_not_be_signed(tmp_path: Path, form: str) -> None:
    root = office(tmp_path)
    marks = (root / "marks.csv").read_text()
    (root / "marks.csv").write_text(marks.replace("P003,test,,,50", "P003,test,,,70"))  # 75, as P001
    ikmctl("curate --on 2025-10-02", root)
    answer, body = made(root, "minutes", form)
    assert "IKM972" in answer.err
    words = words_of(body)
    assert "1 kursi bidang Batik di antara P001 (Siti Aminah), P003 (Budi Santoso)" in words
    assert "Batik: 0 terpilih, 0 cadangan Tidak ada." in words


CODES = ["IKM973", "IKM978", "IKM681"]
TIERS = """
    quota: 2
    awards: {tiers: [{name: Juara I, places: 1, amount: 3000000}, {name: Juara II, places: 1, amount: 2400000}]}"""


@pytest.mark.parametrize("form", FORMS)
def test_prizes_stand_in_figures_and_in_words(tmp_path: Path, form: str) -> None:
    root = office(tmp_path)
    program = root / "program.yaml"
    program.write_text(program.read_text().replace("  - id: curation", f"  - id: curation{TIERS}"))
    one_track(root)
    assert ikmctl("curate --on 2025-10-02", root).code == 0
    words = words_of(made(root, "minutes", form)[1])
    assert "Rp3.000.000,00 tiga juta rupiah Rp3.000.000,00" in words
    assert "Rp2.400.000,00 dua juta empat ratus ribu rupiah Rp2.400.000,00" in words
    assert "Jumlah: Rp5.400.000,00 (lima juta empat ratus ribu rupiah)" in words
    assert "P005 Joko Susilo" in words.split("Hadiah")[1]


def test_minutes_are_written_in_the_language_of_the_program(tmp_path: Path) -> None:
    root = office(tmp_path, "language: en\n" + PAPERS)
    ikmctl("curate --on 2025-10-02", root)
    for form in FORMS:
        words = words_of(made(root, "minutes", form)[1])
        assert "On Thursday, 2 October 2025, at Kendal, we, the undersigned," in words
        assert "Selected" in words
        assert "Terpilih" not in words


@pytest.mark.parametrize("form", FORMS)
def test_without_names_numbers_stand_alone(cohort: Path, form: str) -> None:
    words = words_of(made(cohort, "minutes --anon", form)[1])
    assert "Joko" not in words
    assert "P005" in words


def test_a_draw_made_void_stays_on_paper(tmp_path: Path) -> None:
    root = office(tmp_path)
    for command in (
        "lock rules --by Ketua --on 2025-09-28",
        "curate --on 2025-10-02",
        "lock pool --by Ketua --on 2025-10-02",
        'draw --value 1234567890123456 --source dadu --by Ketua --on 2025-10-03 --reason "dewan juri menyerahkan"',
        'void draw --by Ketua --on 2025-10-03 --reason "dadu jatuh dari meja"',
    ):
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both
    _, body = made(root, "minutes", "docx")
    assert (
        "undian tanggal 3 Oktober 2025 (1234567890123456) dibatalkan oleh Ketua; alasan: dadu jatuh dari meja"
        in words_of(body)
    )


LOCKED = (
    "lock rules --by Ketua --on 2025-09-28",
    "curate --on 2025-10-02",
    "lock pool --by Ketua --on 2025-10-02",
)


def tied(folder: Path) -> Path:
    """P001 and P003 have 75 points each and one seat of Batik before them."""
    root = office(folder)
    marks = (root / "marks.csv").read_text()
    (root / "marks.csv").write_text(marks.replace("P003,test,,,50", "P003,test,,,70"))
    for command in LOCKED:
        assert ikmctl(command, root).code == 0, command
    return root


def order_by_ticket(seed: str) -> list[str]:
    """P001 and P003, the smaller ticket first, worked out as a stranger would."""
    return sorted(NAMED, key=lambda one: hashlib.sha256(f"ikmctl/ticket/v1\n{seed}\n{one}".encode()).hexdigest())


NAMED = {"P001": "P001 (Siti Aminah)", "P003": "P003 (Budi Santoso)"}


@pytest.mark.parametrize("form", FORMS)
def test_the_seed_of_a_draw_can_be_worked_out_from_the_paper(tmp_path: Path, form: str) -> None:
    root = tied(tmp_path)
    locked = re.findall(" pool: ([0-9a-f]{64})", (root / "events.yaml").read_text())
    assert len(locked) == 1
    for command in (
        "draw --value 'AB12 3456789' --source dadu --by Ketua --on 2025-10-03",
        "decide withdraw P002 --by Ketua --reason pindah --on 2025-10-04",
    ):
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both
    words = FOOT.sub("", words_of(made(root, "minutes", form)[1]))
    assert f"Calon disegel (segel ke-1) pada 2 Oktober 2025 oleh Ketua; sidik {locked[0]}" in words
    found = re.search(
        r"Benih undian itu ([0-9a-f]{64}) adalah SHA-256 dari enam baris \(.*?\): (.*?ab123456789)", words
    )
    assert found is not None
    lines = found[2].split("; ")
    assert lines[:3] == ["ikmctl/seed/v1", "tiny", "curation"]
    assert lines[4] == locked[0]
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == found[1]
    assert words.count(locked[0]) == 3  # where it was locked, in the seed, and under the proof
    first, second = (NAMED[one] for one in order_by_ticket(found[1]))
    assert (
        "Undian itu untuk 1 kursi bidang Batik di antara P001 (Siti Aminah), P003 (Budi Santoso); "
        f"nomor undian terkecil didahulukan. Yang mendapat: {first}; yang tidak: {second}"
    ) in words


def test_a_draw_made_void_keeps_its_value_and_those_it_was_for(tmp_path: Path) -> None:
    root = tied(tmp_path)
    for command in (
        "draw --value 1234567890123456 --source dadu --by Ketua --on 2025-10-03",
        'void draw --by Ketua --on 2025-10-04 --reason "dadu jatuh dari meja"',
        'lock pool --by Ketua --on 2025-10-04 --reason "diulang"',
    ):
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both
    words = words_of(made(root, "minutes", "docx")[1])
    assert "Pada 3 Oktober 2025 nilai sama diputus dengan undian: angka 1234567890123456, sumbernya dadu" in words
    assert "Undian itu untuk 1 kursi bidang Batik di antara P001 (Siti Aminah), P003 (Budi Santoso)" in words
    assert (
        "Pada 4 Oktober 2025 undian tanggal 3 Oktober 2025 (1234567890123456) dibatalkan oleh Ketua; "
        "alasan: dadu jatuh dari meja"
    ) in words
    assert "Calon disegel (segel ke-2) pada 4 Oktober 2025 oleh Ketua; alasan: diulang; sidik " in words


@pytest.mark.parametrize("form", FORMS)
def test_lots_for_a_reserve_place_say_who_got_it(tmp_path: Path, form: str) -> None:
    root = office(tmp_path)
    marks = (root / "marks.csv").read_text()
    (root / "marks.csv").write_text(marks.replace("P003,test,,,50", "P003,test,,,60"))  # 70, as P002
    for command in (*LOCKED, "draw --by-lot P003 P002 --witness Notaris --by Ketua --on 2025-10-03"):
        answer = ikmctl(command, root)
        assert answer.code == 0, answer.both
    words = words_of(made(root, "minutes", form)[1])
    assert "diputus dengan lot, urutannya P003, P002; saksi Notaris" in words
    assert "1 tempat cadangan bidang Batik di antara P002" in words
    assert "yang lotnya keluar lebih dulu didahulukan. Yang mendapat: P003 (Budi Santoso); yang tidak: P002" in words
    assert "nomor undian" not in words  # lots make no ticket


@pytest.mark.parametrize("form", FORMS)
def test_lots_that_put_reserves_in_order_say_the_order(tmp_path: Path, form: str) -> None:
    root = office(tmp_path)
    program, marks = root / "program.yaml", root / "marks.csv"
    program.write_text(program.read_text().replace("Batik, quota: 1, reserves: 1", "Batik, quota: 1, reserves: 2"))
    marks.write_text(marks.read_text().replace("P003,test,,,50", "P003,test,,,60"))  # 70, as P002
    for command in (*LOCKED, "draw --by-lot P003 P002 --witness Notaris --by Ketua --on 2025-10-03"):
        assert ikmctl(command, root).code == 0, command
    words = words_of(made(root, "minutes", form)[1])
    assert "untuk urutan 2 tempat cadangan bidang Batik di antara P002" in words
    assert "Urutannya: P003 (Budi Santoso), P002" in words
    assert "Yang mendapat" not in words
    assert "menurut daftar pada hari undian" not in words


@pytest.mark.parametrize("form", FORMS)
def test_a_draw_whose_outcome_was_changed_since_says_so(tmp_path: Path, form: str) -> None:
    root = tied(tmp_path)
    draw = "draw --by-lot P003 P001 --witness Notaris --by Ketua --on 2025-10-03"
    correct = "decide correct P001 --mark test --old 90 --new 95 --by Ketua --reason 'salah ketik' --on 2025-10-04"
    assert ikmctl(draw, root).code == 0
    before = words_of(made(root, "minutes", form)[1])
    assert "menurut daftar pada hari undian" not in before
    assert ikmctl(correct, root).code == 0
    words = words_of(made(root, "minutes", form)[1])
    assert (
        "Yang mendapat: P003 (Budi Santoso); yang tidak: P001 (Siti Aminah). Itu menurut daftar pada hari undian"
        in words
    )


def test_what_was_corrected_is_called_by_its_name(tmp_path: Path) -> None:
    root = office(tmp_path)
    program = root / "program.yaml"
    text = program.read_text().replace("  work: {per", "  work: {name: Nilai praktik, per")
    program.write_text(text.replace("  - id: curation", "  - id: curation\n    name: Kurasi"))
    for command in (
        "curate --on 2025-10-02",
        "decide correct P003 --mark work --old 80 --new 80.5 --by Ketua --reason 'salah ketik' --on 2025-10-03",
        "decide disqualify P006 --by Ketua --reason palsu --on 2025-10-03",
    ):
        assert ikmctl(command, root).code == 0, command
    words = words_of(made(root, "minutes", "docx")[1])
    assert "Nilai praktik milik P003 (Budi Santoso) dibetulkan dari 80 menjadi 80,5; alasan: salah ketik" in words
    assert "P006 (Tri Wahyuningsih) didiskualifikasi; alasan: palsu" in words
    assert "tahap Kurasi" in words
    assert "curation" not in words
    with zipfile.ZipFile(io.BytesIO(made(root, "minutes", "docx")[1])) as file:
        assert re.search(r"aturan tidak disegel; sidik hasil [0-9a-f]{64}", file.read("word/footer1.xml").decode())
