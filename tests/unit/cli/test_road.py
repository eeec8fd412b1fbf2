"""The whole road by commands on a tiny program, as it reads in a terminal, in both languages.

After a wanted change of words: `pytest tests/unit/cli/test_road.py --inline-snapshot=fix`, then read the diff.
"""

import json
import shlex
from pathlib import Path

import pytest
from inline_snapshot import snapshot
from openpyxl import Workbook

from tests.unit.cli.running import ikmctl

PROGRAM = """\
format: 1
id: kue-2025
title: Kue kering 2025
as_of: 2025-09-29
schedule: {objection: {start: 2025-10-07, end: 2025-10-09}}
tracks:
  - {id: kue, name: Kue, quota: 1, reserves: 1}
marks:
  test: {per: participant, stage: curation, min: 0, max: 100, headers: [Nilai]}
stages:
  - id: curation
    eligibility:
      - {rule: age, min: 18, max: 55, basis: "Juknis, huruf A"}
    criteria:
      - {id: test, source: marks.test, direction: benefit, scale: {linear: [0, 100]}, weight: 1, missing: pending}
    selection:
      ties: [ticket]
"""
HEADERS = ("Stempel waktu", "Nama Lengkap", "NIK", "Tanggal Lahir", "No. HP", "Bidang")
PEOPLE = (
    ("2025-09-01 08:00:00", "Siti Aminah", "3324015501909001", "1990-01-15", "081200001001", "Kue"),
    ("2025-09-02 08:00:00", "Budi Santoso", "3324010202859002", "1985-02-02", "081200001002", "Kue"),
    ("2025-09-03 08:00:00", "Ayu Lestari", "3324014303929003", "1992-03-03", "081200001003", "Kue"),
    ("2025-09-04 08:00:00", "Dewi Anggraini", "332401440495900", "1995-04-04", "081200001004", "Kue"),
)
MARKS = (("Siti Aminah", 70), ("Budi Santoso", 80), ("Ayu Lestari", 80))
DAY = ("--on", "2025-10-03", "--by", "Ketua Tim")


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cohorts" / "kue-2025"
    folder.mkdir(parents=True)
    (folder / "program.yaml").write_text(PROGRAM, encoding="utf-8")
    _book(tmp_path / "peserta.xlsx", [HEADERS, *PEOPLE])
    _book(tmp_path / "nilai.xlsx", [("Nama", "Nilai"), *MARKS])
    monkeypatch.chdir(tmp_path)
    for name in ("IKMCTL_COHORT", "IKMCTL_PRIVATE", "IKMCTL_PASSPHRASE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def _book(path: Path, rows: list[tuple[object, ...]]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)


STEPS = (
    ("import", "peserta.xlsx", *DAY),
    ("lock", "rules", *DAY),
    ("import", "nilai.xlsx", "--as", "marks", "--item", "test", *DAY),
    ("import", "nilai.xlsx", "--as", "marks", "--item", "test", *DAY),
    ("status",),
    ("curate", *DAY),
    ("finalize", "--decree", "SK/1", *DAY),
    ("draw", "--value", "1234567890", "--source", "dadu", *DAY),
    ("lock", "pool", *DAY),
    ("draw", "--value", "1234567890", "--source", "dadu", *DAY),
    ("void", "draw", "--reason", "angka salah dibacakan", *DAY),
    ("draw", "--by-lot", "P003", "P002", "--witness", "Inspektorat", *DAY),
    ("announce", "--on", "2025-10-06", "--by", "Ketua Tim"),
    ("finalize", "--decree", "SK/1", "--on", "10 Oktober 2025", "--by", "Kepala Dinas"),
    ("decide", "withdraw", "ayu", "--kind", "mundur", "--reason", "pindah kota", "--on", "2025-10-11", "--by", "Ketua"),
    ("reopen", "--decree", "SK/2", "--reason", "putusan pengadilan", "--on", "2025-10-20", "--by", "Kepala Dinas"),
    ("explain", "P003"),
    ("verify",),
)


def _road(lang: str) -> str:
    said = []
    for argv in STEPS:
        ran = ikmctl(*argv, f"--lang={lang}")
        words = shlex.join(word for word in argv if word not in DAY)
        said.append(f"$ ikmctl {words}\n{ran.out}{ran.err}[{ran.code}]")
    return "\n\n".join(said)


def test_the_road_in_english() -> None:
    assert _road("en") == snapshot("""\
$ ikmctl import peserta.xlsx
peserta.xlsx, sheet Sheet, headers in row 1
  read: registered_at = Stempel waktu, name = Nama Lengkap, nik = NIK,
    birth_date = Tanggal Lahir, phone = No. HP, track = Bidang
  4 rows: 3 kept, 0 merged, 1 rejected, 0 skipped

rejected rows: cohorts/kue-2025/private/rejects-peserta.xlsx; mend them there and import that file
participants: 3 new, 0 changed, 0 the same
peserta.xlsx!Sheet!C5: error[IKM252]: `NIK`: this NIK has 15 digits instead of 16
hint: copy it again from the identity card: 16 digits without blanks

1 error
wrote:
  cohorts/kue-2025/participants.csv
  cohorts/kue-2025/private/people.csv
  cohorts/kue-2025/imports.csv
  private/key
  cohorts/kue-2025/private/rejects-peserta.xlsx
next: ikmctl import cohorts/kue-2025/private/rejects-peserta.xlsx
[1]

$ ikmctl lock rules
rules lock 1 of stage curation; 0 marks had arrived before
  rules: a57279307aa317ff8d2c58fc2f0b6b61c41f79ce036e2877f7dc4e5cd0ecd7df
wrote:
  cohorts/kue-2025/events.yaml
next: ikmctl status
[0]

$ ikmctl import nilai.xlsx --as marks --item test
nilai.xlsx, sheet Sheet, headers in row 1
  read: name = Nama, marks.test = Nilai
  3 rows: 3 kept, 0 merged, 0 rejected, 0 skipped

marks: 3 new, 0 changed, 0 the same
wrote:
  cohorts/kue-2025/imports.csv
  cohorts/kue-2025/marks.csv
  cohorts/kue-2025/private/sheets/001/nilai.xlsx
  cohorts/kue-2025/private/sheets/index.jsonl
next: ikmctl validate
[0]

$ ikmctl import nilai.xlsx --as marks --item test
nilai.xlsx, sheet Sheet, headers in row 1
  read: name = Nama, marks.test = Nilai
  3 rows: 3 kept, 0 merged, 0 rejected, 0 skipped

marks: 0 new, 0 changed, 3 the same
nothing changed on disk
next: ikmctl validate
[0]

$ ikmctl status
kue-2025: Kue kering 2025
curation: 3 participants, 3 eligible, 0 pending, if curated now 0 selected, 0 reserves

 1. [done] write program.yaml
 2. [done] import participants (3 so far)
 3. [done] mend what `validate` finds (0 errors)
 4. [done] lock the rules of stage curation before marks arrive
 5. [done] import marks for stage curation (1 of 1 kinds have arrived)
 6. [NEXT] curate stage curation
      ikmctl curate
private/ was never backed up as it is now: `ikmctl backup -o FILE`
next: ikmctl curate
[0]

$ ikmctl curate
track  applied  eligible  pending  quota  selected  reserve  empty  waiting
-----  -------  --------  -------  -----  --------  -------  -----  -------
kue          3         3        0      1         0        0      0        1

Rules in force:
  who may enter: age
  points: weighted_sum with weights test 1
  seats: kue 1
  balance: -
  order: best first, compared by score, ties by ticket
undecided: 1 seat of track `kue` among P002, P003 (tied on every key)

kue-2025, stage curation: 0 selected, 0 reserves (proposed)
wrote:
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl lock pool --stage curation
[0]

$ ikmctl finalize --decree SK/1
cohorts/kue-2025/events.yaml: error[IKM528]: stage `curation` of `kue-2025` has nobody selected
hint: see how many are eligible and pending with `ikmctl status`, and why, one by one, with `ikmctl explain NUMBER`

1 error
[1]

$ ikmctl draw --value 1234567890 --source dadu
cohorts/kue-2025/events.yaml: error[IKM519]: a draw needs both locks; `pool` of stage `curation` is not locked
hint: run `ikmctl lock pool --stage curation` before the public value is known

1 error
[1]

$ ikmctl lock pool
pool lock 1 of stage curation
  pool: dcaa3fc635a592ed0b99b45b9697794d9be65148d4e8f2588caf316d3c57c296
write this digest on paper that witnesses sign before anything is drawn: it proves that the lock came first
still undecided: 1 tie
wrote:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl status
[0]

$ ikmctl draw --value 1234567890 --source dadu
draw 1 of stage curation is recorded
  rules: a57279307aa317ff8d2c58fc2f0b6b61c41f79ce036e2877f7dc4e5cd0ecd7df
  pool: dcaa3fc635a592ed0b99b45b9697794d9be65148d4e8f2588caf316d3c57c296
  seed: 2b7172f57520cf544f40435067875e333f1100f2d6669a3b71b1e5fb0a5a5f20
+ P003 enters track kue at place 1 (draw)
~ P002 becomes reserve 1 of track kue (reserve)
wrote:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl status
[0]

$ ikmctl void draw --reason 'angka salah dibacakan'
the draw of stage curation is void
- P003 leaves track kue, was at place 1 (ticket)
~ P002 in track kue: ticket
still undecided: 1 tie
wrote:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl status
[0]

$ ikmctl draw --by-lot P003 P002 --witness Inspektorat
draw 2 of stage curation is recorded
+ P003 enters track kue at place 1 (draw)
~ P002 becomes reserve 1 of track kue (reserve)
stage curation: a draw was made void on 2025-10-03: angka salah dibacakan
wrote:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl status
[0]

$ ikmctl announce 2025-10-06
the list of stage curation is announced
  result: 0b1ddbde2aa01aeffa43a079915e8d327ec1add943ca09973dcc38c858deae27
stage curation: a draw was made void on 2025-10-03: angka salah dibacakan
wrote:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl status
[0]

$ ikmctl finalize --decree SK/1 '10 Oktober 2025' 'Kepala Dinas'
the list of stage curation is decided by SK/1
  result: 0b1ddbde2aa01aeffa43a079915e8d327ec1add943ca09973dcc38c858deae27
nobody moved on the list
stage curation: a draw was made void on 2025-10-03: angka salah dibacakan
wrote:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl status
[0]

$ ikmctl decide withdraw ayu --kind mundur --reason 'pindah kota' 2025-10-11 Ketua
recorded: P003 withdraws from stage curation
+ P002 enters track kue at place 1 (reserve P003)
- P003 leaves track kue, was at place 1 (withdrawn)
wrote:
  cohorts/kue-2025/decisions.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl show shortlist
[0]

$ ikmctl reopen --decree SK/2 --reason 'putusan pengadilan' 2025-10-20 'Kepala Dinas'
the list of stage curation is proposed again by SK/2
~ P001 becomes reserve 1 of track kue (reserve)
~ P002 in track kue: place
stage curation: a draw was made void on 2025-10-03: angka salah dibacakan
wrote:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
next: ikmctl status
[0]

$ ikmctl explain P003
P003, track kue, stage curation: not selected
withdrew

Rules:
  [met] age: 33 years old (Juknis, huruf A)

criterion  value  points  weight   adds
---------  -----  ------  ------  -----
test          80   80.00       1  80.00

score: 80.00
lowest score that entered track kue by place: 80.00
stage curation: a draw was made void on 2025-10-03: angka salah dibacakan
stage curation: the decided list was reopened on 2025-10-20 by SK/2: putusan pengadilan
[0]

$ ikmctl verify
MATCH: kue-2025: cohorts/kue-2025/curation/scores.csv, cohorts/kue-2025/curation/shortlist.yaml
stage curation: a draw was made void on 2025-10-03: angka salah dibacakan
stage curation: the decided list was reopened on 2025-10-20 by SK/2: putusan pengadilan
[0]\
""")


def test_the_road_in_indonesian() -> None:
    assert _road("id") == snapshot("""\
$ ikmctl import peserta.xlsx
peserta.xlsx, lembar Sheet, judul kolom di baris 1
  dibaca: waktu pendaftaran = Stempel waktu, nama lengkap = Nama Lengkap, NIK =
    NIK, tanggal lahir = Tanggal Lahir, no hp = No. HP, bidang = Bidang
  4 baris: 3 disimpan, 0 digabung, 1 ditolak, 0 dilewati

baris yang ditolak: cohorts/kue-2025/private/rejects-peserta.xlsx; perbaiki di sana lalu impor berkas itu
peserta: 3 baru, 0 berubah, 0 tetap
peserta.xlsx!Sheet!C5: kesalahan[IKM252]: `NIK`: NIK ini 15 angka, seharusnya 16
saran: salin ulang dari KTP; 16 angka tanpa spasi

1 kesalahan
ditulis:
  cohorts/kue-2025/participants.csv
  cohorts/kue-2025/private/people.csv
  cohorts/kue-2025/imports.csv
  private/key
  cohorts/kue-2025/private/rejects-peserta.xlsx
berikutnya: ikmctl import cohorts/kue-2025/private/rejects-peserta.xlsx
[1]

$ ikmctl lock rules
segel aturan 1 tahap curation; sebelumnya sudah masuk 0 nilai mentah
  rules: a57279307aa317ff8d2c58fc2f0b6b61c41f79ce036e2877f7dc4e5cd0ecd7df
ditulis:
  cohorts/kue-2025/events.yaml
berikutnya: ikmctl status
[0]

$ ikmctl import nilai.xlsx --as marks --item test
nilai.xlsx, lembar Sheet, judul kolom di baris 1
  dibaca: nama lengkap = Nama, marks.test = Nilai
  3 baris: 3 disimpan, 0 digabung, 0 ditolak, 0 dilewati

nilai mentah: 3 baru, 0 berubah, 0 tetap
ditulis:
  cohorts/kue-2025/imports.csv
  cohorts/kue-2025/marks.csv
  cohorts/kue-2025/private/sheets/001/nilai.xlsx
  cohorts/kue-2025/private/sheets/index.jsonl
berikutnya: ikmctl validate
[0]

$ ikmctl import nilai.xlsx --as marks --item test
nilai.xlsx, lembar Sheet, judul kolom di baris 1
  dibaca: nama lengkap = Nama, marks.test = Nilai
  3 baris: 3 disimpan, 0 digabung, 0 ditolak, 0 dilewati

nilai mentah: 0 baru, 0 berubah, 3 tetap
tidak ada berkas yang berubah
berikutnya: ikmctl validate
[0]

$ ikmctl status
kue-2025: Kue kering 2025
curation: 3 peserta, 3 lolos, 0 tertunda, bila dikurasi sekarang 0 terpilih, 0 cadangan

 1. [selesai] tulis program.yaml
 2. [selesai] impor peserta (sejauh ini 3)
 3. [selesai] perbaiki temuan `validate` (0 kesalahan)
 4. [selesai] segel aturan tahap curation sebelum nilai masuk
 5. [selesai] impor nilai mentah tahap curation (1 dari 1 jenis sudah masuk)
 6. [BERIKUTNYA] kurasi tahap curation
      ikmctl curate
keadaan private/ yang sekarang belum dicadangkan: `ikmctl backup -o FILE`
berikutnya: ikmctl curate
[0]

$ ikmctl curate
bidang  daftar  lolos  tertunda  kuota  terpilih  cadangan  kosong  menunggu
------  ------  -----  --------  -----  --------  --------  ------  --------
kue          3      3         0      1         0         0       0         1

Aturan yang berlaku:
  siapa yang boleh ikut: age
  nilai: weighted_sum dengan bobot test 1
  kursi: kue 1
  keseimbangan: -
  urutan: terbaik lebih dulu, dibandingkan menurut nilai akhir, nilai sama diputus oleh ticket
belum diputuskan: 1 kursi bidang `kue` di antara P002, P003 (sama pada semua kunci)

kue-2025, tahap curation: 0 terpilih, 0 cadangan (usulan)
ditulis:
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl lock pool --stage curation
[0]

$ ikmctl finalize --decree SK/1
cohorts/kue-2025/events.yaml: kesalahan[IKM528]: belum ada yang terpilih pada tahap `curation` program `kue-2025`
saran: lihat jumlah yang lolos dan tertunda dengan `ikmctl status`, dan sebab tiap orang dengan `ikmctl explain NOMOR`

1 kesalahan
[1]

$ ikmctl draw --value 1234567890 --source dadu
cohorts/kue-2025/events.yaml: kesalahan[IKM519]: undian memerlukan kedua segel; `pool` tahap `curation` belum disegel
saran: jalankan `ikmctl lock pool --stage curation` sebelum nilai publik diketahui

1 kesalahan
[1]

$ ikmctl lock pool
segel calon 1 tahap curation
  pool: dcaa3fc635a592ed0b99b45b9697794d9be65148d4e8f2588caf316d3c57c296
tulis sidik ini di kertas yang ditandatangani saksi sebelum mengundi: itulah bukti bahwa segel lebih dulu
1 nilai sama belum diputuskan
ditulis:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl status
[0]

$ ikmctl draw --value 1234567890 --source dadu
undian 1 tahap curation dicatat
  rules: a57279307aa317ff8d2c58fc2f0b6b61c41f79ce036e2877f7dc4e5cd0ecd7df
  pool: dcaa3fc635a592ed0b99b45b9697794d9be65148d4e8f2588caf316d3c57c296
  seed: 2b7172f57520cf544f40435067875e333f1100f2d6669a3b71b1e5fb0a5a5f20
+ P003 masuk bidang kue di urutan 1 (undian)
~ P002 menjadi cadangan 1 bidang kue (cadangan)
ditulis:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl status
[0]

$ ikmctl void draw --reason 'angka salah dibacakan'
undian tahap curation batal
- P003 keluar dari bidang kue, semula urutan 1 (nomor undian)
~ P002 di bidang kue: nomor undian
1 nilai sama belum diputuskan
ditulis:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl status
[0]

$ ikmctl draw --by-lot P003 P002 --witness Inspektorat
undian 2 tahap curation dicatat
+ P003 masuk bidang kue di urutan 1 (undian)
~ P002 menjadi cadangan 1 bidang kue (cadangan)
tahap curation: undian dibatalkan 2025-10-03: angka salah dibacakan
ditulis:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl status
[0]

$ ikmctl announce 2025-10-06
daftar tahap curation diumumkan
  result: 0b1ddbde2aa01aeffa43a079915e8d327ec1add943ca09973dcc38c858deae27
tahap curation: undian dibatalkan 2025-10-03: angka salah dibacakan
ditulis:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl status
[0]

$ ikmctl finalize --decree SK/1 '10 Oktober 2025' 'Kepala Dinas'
daftar tahap curation ditetapkan dengan SK/1
  result: 0b1ddbde2aa01aeffa43a079915e8d327ec1add943ca09973dcc38c858deae27
tidak ada yang berpindah di daftar
tahap curation: undian dibatalkan 2025-10-03: angka salah dibacakan
ditulis:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl status
[0]

$ ikmctl decide withdraw ayu --kind mundur --reason 'pindah kota' 2025-10-11 Ketua
dicatat: P003 mundur dari tahap curation
+ P002 masuk bidang kue di urutan 1 (cadangan P003)
- P003 keluar dari bidang kue, semula urutan 1 (mundur)
ditulis:
  cohorts/kue-2025/decisions.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl show shortlist
[0]

$ ikmctl reopen --decree SK/2 --reason 'putusan pengadilan' 2025-10-20 'Kepala Dinas'
daftar tahap curation kembali menjadi usulan dengan SK/2
~ P001 menjadi cadangan 1 bidang kue (cadangan)
~ P002 di bidang kue: peringkat
tahap curation: undian dibatalkan 2025-10-03: angka salah dibacakan
ditulis:
  cohorts/kue-2025/events.yaml
  cohorts/kue-2025/curation/scores.csv
  cohorts/kue-2025/curation/shortlist.yaml
berikutnya: ikmctl status
[0]

$ ikmctl explain P003
P003, bidang kue, tahap curation: tidak terpilih
mengundurkan diri

Aturan:
  [terpenuhi] age: umur 33 tahun (Juknis, huruf A)

kriteria  isi  angka  bobot  sumbangan
--------  ---  -----  -----  ---------
test       80  80.00      1      80.00

nilai akhir: 80.00
nilai akhir terendah yang masuk bidang kue lewat peringkat: 80.00
tahap curation: undian dibatalkan 2025-10-03: angka salah dibacakan
tahap curation: daftar yang sudah ditetapkan dibuka lagi 2025-10-20 dengan SK/2: putusan pengadilan
[0]

$ ikmctl verify
COCOK: kue-2025: cohorts/kue-2025/curation/scores.csv, cohorts/kue-2025/curation/shortlist.yaml
tahap curation: undian dibatalkan 2025-10-03: angka salah dibacakan
tahap curation: daftar yang sudah ditetapkan dibuka lagi 2025-10-20 dengan SK/2: putusan pengadilan
[0]\
""")


def test_backup_and_restore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyrage", reason="the optional package pyrage is not installed")
    monkeypatch.setenv("IKMCTL_PASSPHRASE", "empat kata acak sekali")
    assert ikmctl("import", "peserta.xlsx", *DAY).code == 1
    people = tmp_path / "cohorts" / "kue-2025" / "private" / "people.csv"
    kept = people.read_bytes()
    ran = ikmctl("backup", "-o", "kue.age", *DAY[:2])
    assert ran.out == snapshot("""\
kue-2025: 3 people and 3 files are in kue.age, encrypted
keep the passphrase in a sealed envelope: without it nobody can open the backup
""")
    assert ran.code == 0
    people.unlink()
    ran = ikmctl("restore", "kue.age", "--lang=id")
    assert (ran.code, ran.out) == snapshot((0, "kue-2025: 3 orang dan 3 berkas kembali seperti pada 2025-10-03\n"))
    assert people.read_bytes() == kept
    monkeypatch.delenv("IKMCTL_PASSPHRASE")
    ran = ikmctl("restore", "tidak.age")  # nobody is asked for the words of a file that is not there
    assert (ran.code, "IKM900" in ran.err, "IKM997" in ran.err) == (2, True, False)


def test_duplicates_are_named_by_number_alone(tmp_path: Path) -> None:
    twin = ("2025-09-09 08:00:00", "Siti Aminah", "3324015501909004", "1990-01-15", "081200001001", "Kue")
    _book(tmp_path / "peserta.xlsx", [HEADERS, *PEOPLE[:3], twin])
    ikmctl("import", "peserta.xlsx", *DAY)
    ran = ikmctl("duplicates", *DAY)
    assert "Siti" not in ran.out + ran.err
    assert ran.out == snapshot("""\
one   other  what agrees and what differs
----  -----  -------------------------------------------------------------------
P001  P004   same birth date; same name apart from titles and abbreviations;
             same phone number; NIK differs in the serial only, as with twins
1 open, 0 the same, 0 different
answer in cohorts/kue-2025/private/duplicates.xlsx; names stand there and nowhere else
""")


def test_schema_and_doctor(tmp_path: Path) -> None:
    schema = json.loads(ikmctl("schema").out)
    assert schema["properties"]["tracks"]
    ran = ikmctl("schema", "-o", "program.schema.json")
    assert ran.code == 0
    assert json.loads((tmp_path / "program.schema.json").read_text(encoding="utf-8")) == schema
    nowhere = ikmctl("schema", "-o", "none/program.schema.json")
    assert (nowhere.code, "[IKM677]" in nowhere.err, (tmp_path / "none").exists()) == (2, True, False)
    doctor = json.loads(ikmctl("doctor", "--format", "json").out)
    assert {"key", "state", "found", "command"} == set(doctor["data"]["checks"][0])
    assert "Python" in ikmctl("doctor", "--lang=id").out


def test_init_from_another_program(tmp_path: Path) -> None:
    ran = ikmctl("init", "kue-2026", "--from", "kue-2025", "--on", "2026-01-05")
    assert (ran.code, ran.out, ran.err) == snapshot(
        (
            0,
            """\
program kue-2026 in cohorts/kue-2026
the registration form must ask: nik, name, phone, birth_date
""",
            """\
wrote:
  cohorts/kue-2026/program.yaml
  cohorts/program.schema.json
  .gitignore
  .gitattributes
next: ikmctl validate --cohort kue-2026
""",
        )
    )
    assert "id: kue-2026" in (tmp_path / "cohorts" / "kue-2026" / "program.yaml").read_text(encoding="utf-8")
    assert ikmctl("init", "lain", "--from", "tidak-ada").code == 2


def test_a_trial_import_sends_nobody_to_a_workbook_that_was_not_written() -> None:
    said = ikmctl("import", "peserta.xlsx", "--dry-run", *DAY)
    assert "rejected rows would go to cohorts/kue-2025/private/rejects-peserta.xlsx, to be mended there" in said.out
    assert said.err.endswith("next: the same command without `--dry-run`\n")
    assert "ikmctl import" not in said.err
    assert not Path("cohorts/kue-2025/private").exists()


def test_nobody_selected_is_no_curation_done(tmp_path: Path) -> None:
    program = tmp_path / "cohorts" / "kue-2025" / "program.yaml"
    program.write_text(PROGRAM.replace("min: 18, max: 55", "min: 80, max: 95"), encoding="utf-8")
    for command in (
        ("import", "peserta.xlsx", *DAY),
        ("import", "nilai.xlsx", "--as", "marks", *DAY),
        ("curate", *DAY),
    ):
        ikmctl(*command)
    assert "] curate stage curation (0 selected)\n      ikmctl curate\n" in ikmctl("status").out
