"""Whole terminal output of the commands on the Kendal program, in both languages.

After a wanted change of words: `pytest tests/unit/cli/test_kendal.py --inline-snapshot=fix`, then read the diff.
"""

import shutil
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from ikmctl.render.safe import columns
from tests.unit.cli.running import ikmctl

KENDAL = Path(__file__).resolve().parents[3] / "cohorts" / "kendal-wub-2025"


@pytest.fixture(scope="module")
def _copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    target = folder / "cohorts" / KENDAL.name
    shutil.copytree(KENDAL, target, ignore=shutil.ignore_patterns("sample", "private", "reports"))
    return folder


@pytest.fixture(autouse=True)
def _office(_copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_copied)
    for name in ("IKMCTL_COHORT", "IKMCTL_PRIVATE", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def _both(*argv: str, lang: str = "en", head: int | None = None) -> str:
    """The answer, then the talk, then the exit code; of a long answer the first and last lines."""
    ran = ikmctl(*argv, f"--lang={lang}")
    lines = ran.out.splitlines()
    shown = [*lines[:head], "...", *lines[-3:]] if head and len(lines) > head + 3 else lines
    return "\n".join([*shown, "--- stderr", *ran.err.splitlines(), f"--- exit {ran.code}"])


def test_status() -> None:
    assert _both("status") == snapshot("""\
kendal-wub-2025: Penumbuhan dan Pengembangan Wirausaha Baru IKM Kabupaten Kendal
curation: 240 participants, 140 eligible, 0 pending, 30 selected, 9 reserves

 1. [done] write program.yaml
 2. [done] import participants (240 so far)
 3. [done] mend what `validate` finds (0 errors)
 4. [done] lock the rules of stage curation before marks arrive
 5. [done] import marks for stage curation (4 of 4 kinds have arrived)
 6. [done] curate stage curation
 7. [done] announce the list of stage curation
 8. [done] make the list of stage curation decided
--- stderr
--- exit 0\
""")
    assert _both("status", lang="id") == snapshot("""\
kendal-wub-2025: Penumbuhan dan Pengembangan Wirausaha Baru IKM Kabupaten Kendal
curation: 240 peserta, 140 lolos, 0 belum lengkap, 30 terpilih, 9 cadangan

 1. [selesai] tulis program.yaml
 2. [selesai] impor peserta (sejauh ini 240)
 3. [selesai] perbaiki temuan `validate` (0 kesalahan)
 4. [selesai] segel aturan tahap curation sebelum nilai masuk
 5. [selesai] impor nilai mentah tahap curation (4 dari 4 jenis sudah masuk)
 6. [selesai] kurasi tahap curation
 7. [selesai] umumkan daftar tahap curation
 8. [selesai] tetapkan daftar tahap curation
--- stderr
--- exit 0\
""")


def test_validate() -> None:
    assert _both("validate") == snapshot("""\
cohorts/kendal-wub-2025/program.yaml:52:11: note[IKM182]: `min_share: 0.3` on `gender` means 9 of 30 seats
52 |         - {field: gender, value: female, min_share: 0.3}     # at least 9 of 30
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: minimums round up, maximums down; write `min` or `max` for a fixed number

1 note
ok: kendal-wub-2025: 240 participants, 3 tracks, 3806 marks, 0 warnings
--- stderr
next: ikmctl curate
--- exit 0\
""")
    assert _both("validate", lang="id") == snapshot("""\
cohorts/kendal-wub-2025/program.yaml:52:11: catatan[IKM182]: `min_share: 0.3` untuk `gender` berarti 9 dari 30 kursi
52 |         - {field: gender, value: female, min_share: 0.3}     # at least 9 of 30
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
saran: minimum dibulatkan ke atas, maksimum ke bawah; tulis `min` atau `max` untuk angka tetap

1 catatan
baik: kendal-wub-2025: 240 peserta, 3 bidang, 3806 nilai mentah, 0 peringatan
--- stderr
berikutnya: ikmctl curate
--- exit 0\
""")


def test_verify() -> None:
    assert _both("verify") == snapshot("""\
MATCH: kendal-wub-2025: cohorts/kendal-wub-2025/curation/scores.csv, cohorts/kendal-wub-2025/curation/shortlist.yaml
--- stderr
--- exit 0\
""")
    assert _both("verify", lang="id") == snapshot("""\
COCOK: kendal-wub-2025: cohorts/kendal-wub-2025/curation/scores.csv, cohorts/kendal-wub-2025/curation/shortlist.yaml
--- stderr
--- exit 0\
""")


def test_score() -> None:
    assert _both("score", "-n", head=6) == snapshot("""\
track         number  standing    post_test    gain  practice  readiness   score
------------  ------  ----------  ---------  ------  --------  ---------  ------
ecoprint      P020    eligible       100.00  100.00    100.00     100.00  100.00
ecoprint      P172    eligible        84.00  100.00     92.50     100.00   92.20
ecoprint      P221    eligible        80.00  100.00     87.50     100.00   89.00
ecoprint      P220    eligible        88.00  100.00     90.00      67.00   87.45
...
furniture     P213    ineligible      52.00   41.67     35.00      33.00   40.80
furniture     P149    ineligible      40.00   41.67         -       0.00       -
curation: 240 participants, 140 eligible, 0 pending, 100 ineligible
--- stderr
nothing changed on disk
next: ikmctl curate
--- exit 0\
""")
    assert _both("score", "-n", lang="id", head=6) == snapshot("""\
bidang             nomor  status  post_test    gain  practice  readiness   nilai
-----------------  -----  ------  ---------  ------  --------  ---------  ------
ecoprint           P020   lolos      100.00  100.00    100.00     100.00  100.00
ecoprint           P172   lolos       84.00  100.00     92.50     100.00   92.20
ecoprint           P221   lolos       80.00  100.00     87.50     100.00   89.00
ecoprint           P220   lolos       88.00  100.00     90.00      67.00   87.45
...
furniture          P213   gugur       52.00   41.67     35.00      33.00   40.80
furniture          P149   gugur       40.00   41.67         -       0.00       -
curation: 240 peserta, 140 lolos, 0 belum lengkap, 100 gugur
--- stderr
tidak ada berkas yang berubah
berikutnya: ikmctl curate
--- exit 0\
""")


def test_curate() -> None:
    assert _both("curate", "-n") == snapshot("""\
track                result    number   score  because
-------------------  --------  ------  ------  ------------
ecoprint             selected  P020    100.00  place
ecoprint             selected  P172     92.20  place
ecoprint             selected  P221     89.00  place
ecoprint             selected  P080     87.38  place
ecoprint             selected  P004     85.80  place
ecoprint             selected  P055     80.60  place
ecoprint             selected  P116     80.40  place
ecoprint             selected  P115     78.35  place
ecoprint             selected  P094     77.71  place
ecoprint             selected  P224     77.54  floor gender
motorcycle-workshop  selected  P012     95.40  place
motorcycle-workshop  selected  P059     94.40  place
motorcycle-workshop  selected  P029     90.45  place
motorcycle-workshop  selected  P054     88.26  place
motorcycle-workshop  selected  P230     88.25  place
motorcycle-workshop  selected  P170     87.40  place
motorcycle-workshop  selected  P120     86.50  place
motorcycle-workshop  selected  P153     85.38  place
motorcycle-workshop  selected  P195     84.69  place
motorcycle-workshop  selected  P135     83.91  draw
furniture            selected  P021     93.00  place
furniture            selected  P157     91.45  place
furniture            selected  P193     88.74  place
furniture            selected  P083     87.66  place
furniture            selected  P018     86.26  place
furniture            selected  P046     86.25  place
furniture            selected  P028     83.80  place
furniture            selected  P019     82.92  place
furniture            selected  P162     79.73  place
furniture            selected  P128     63.14  floor gender
ecoprint             reserve   P220     87.45  reserve
ecoprint             reserve   P061     77.63  reserve
ecoprint             reserve   P217     77.18  reserve
motorcycle-workshop  reserve   P069     83.91  reserve
motorcycle-workshop  reserve   P040     83.07  reserve
motorcycle-workshop  reserve   P024     83.05  reserve
furniture            reserve   P111     77.78  reserve
furniture            reserve   P058     77.54  reserve
furniture            reserve   P030     74.78  reserve

track                applied  eligible  pending  quota  selected  reserve  empty
-------------------  -------  --------  -------  -----  --------  -------  -----
ecoprint                  80        46        0     10        10        3      0
motorcycle-workshop       80        52        0     10        10        3      0
furniture                 80        42        0     10        10        3      0

Rules in force:
  who may enter: age, domicile, not_one_of, attendance
  points: weighted_sum with weights post_test 30, gain 15, practice 40, readiness 15
  seats: ecoprint 10, motorcycle-workshop 10, furniture 10
  balance: gender female min_share 0.3; district max 6; household max 1
  order: best first, compared by place, ties by practice, post_test, panel, ticket

kendal-wub-2025, stage curation: 30 selected, 9 reserves (decided)
--- stderr
nothing changed on disk
next: ikmctl explain P020
--- exit 0\
""")
    assert _both("curate", "-n", lang="id") == snapshot("""\
bidang               hasil     nomor   nilai  alasan
-------------------  --------  -----  ------  --------------------
ecoprint             terpilih  P020   100.00  peringkat
ecoprint             terpilih  P172    92.20  peringkat
ecoprint             terpilih  P221    89.00  peringkat
ecoprint             terpilih  P080    87.38  peringkat
ecoprint             terpilih  P004    85.80  peringkat
ecoprint             terpilih  P055    80.60  peringkat
ecoprint             terpilih  P116    80.40  peringkat
ecoprint             terpilih  P115    78.35  peringkat
ecoprint             terpilih  P094    77.71  peringkat
ecoprint             terpilih  P224    77.54  batas minimal gender
motorcycle-workshop  terpilih  P012    95.40  peringkat
motorcycle-workshop  terpilih  P059    94.40  peringkat
motorcycle-workshop  terpilih  P029    90.45  peringkat
motorcycle-workshop  terpilih  P054    88.26  peringkat
motorcycle-workshop  terpilih  P230    88.25  peringkat
motorcycle-workshop  terpilih  P170    87.40  peringkat
motorcycle-workshop  terpilih  P120    86.50  peringkat
motorcycle-workshop  terpilih  P153    85.38  peringkat
motorcycle-workshop  terpilih  P195    84.69  peringkat
motorcycle-workshop  terpilih  P135    83.91  undian
furniture            terpilih  P021    93.00  peringkat
furniture            terpilih  P157    91.45  peringkat
furniture            terpilih  P193    88.74  peringkat
furniture            terpilih  P083    87.66  peringkat
furniture            terpilih  P018    86.26  peringkat
furniture            terpilih  P046    86.25  peringkat
furniture            terpilih  P028    83.80  peringkat
furniture            terpilih  P019    82.92  peringkat
furniture            terpilih  P162    79.73  peringkat
furniture            terpilih  P128    63.14  batas minimal gender
ecoprint             cadangan  P220    87.45  cadangan
ecoprint             cadangan  P061    77.63  cadangan
ecoprint             cadangan  P217    77.18  cadangan
motorcycle-workshop  cadangan  P069    83.91  cadangan
motorcycle-workshop  cadangan  P040    83.07  cadangan
motorcycle-workshop  cadangan  P024    83.05  cadangan
furniture            cadangan  P111    77.78  cadangan
furniture            cadangan  P058    77.54  cadangan
furniture            cadangan  P030    74.78  cadangan

bidang               daftar  lolos  tertunda  kuota  terpilih  cadangan  kosong
-------------------  ------  -----  --------  -----  --------  --------  ------
ecoprint                 80     46         0     10        10         3       0
motorcycle-workshop      80     52         0     10        10         3       0
furniture                80     42         0     10        10         3       0

Aturan yang berlaku:
  siapa yang boleh ikut: age, domicile, not_one_of, attendance
  nilai: weighted_sum dengan bobot post_test 30, gain 15, practice 40, readiness 15
  kursi: ecoprint 10, motorcycle-workshop 10, furniture 10
  keseimbangan: gender female min_share 0.3; district max 6; household max 1
  urutan: terbaik lebih dulu, dibandingkan menurut peringkat, nilai sama diputus oleh practice, post_test, panel, ticket

kendal-wub-2025, tahap curation: 30 terpilih, 9 cadangan (ditetapkan)
--- stderr
tidak ada berkas yang berubah
berikutnya: ikmctl explain P020
--- exit 0\
""")


def test_show() -> None:
    assert _both("show", "shortlist", "--track", "ecoprint") == snapshot("""\
track     result    number   score  because
--------  --------  ------  ------  ------------
ecoprint  selected  P020    100.00  place
ecoprint  selected  P172     92.20  place
ecoprint  selected  P221     89.00  place
ecoprint  selected  P080     87.38  place
ecoprint  selected  P004     85.80  place
ecoprint  selected  P055     80.60  place
ecoprint  selected  P116     80.40  place
ecoprint  selected  P115     78.35  place
ecoprint  selected  P094     77.71  place
ecoprint  selected  P224     77.54  floor gender
ecoprint  reserve   P220     87.45  reserve
ecoprint  reserve   P061     77.63  reserve
ecoprint  reserve   P217     77.18  reserve
--- stderr
--- exit 0\
""")
    assert _both("show", "shortlist", "--track", "ecoprint", lang="id") == snapshot("""\
bidang    hasil     nomor   nilai  alasan
--------  --------  -----  ------  --------------------
ecoprint  terpilih  P020   100.00  peringkat
ecoprint  terpilih  P172    92.20  peringkat
ecoprint  terpilih  P221    89.00  peringkat
ecoprint  terpilih  P080    87.38  peringkat
ecoprint  terpilih  P004    85.80  peringkat
ecoprint  terpilih  P055    80.60  peringkat
ecoprint  terpilih  P116    80.40  peringkat
ecoprint  terpilih  P115    78.35  peringkat
ecoprint  terpilih  P094    77.71  peringkat
ecoprint  terpilih  P224    77.54  batas minimal gender
ecoprint  cadangan  P220    87.45  cadangan
ecoprint  cadangan  P061    77.63  cadangan
ecoprint  cadangan  P217    77.18  cadangan
--- stderr
--- exit 0\
""")
    assert _both("show", "quotas", lang="id") == snapshot("""\
bidang               daftar  lolos  tertunda  kuota  terpilih  cadangan  kosong
-------------------  ------  -----  --------  -----  --------  --------  ------
ecoprint                 80     46         0     10        10         3       0
motorcycle-workshop      80     52         0     10        10         3       0
furniture                80     42         0     10        10         3       0
--- stderr
--- exit 0\
""")
    assert _both("show", "pending", lang="id") == snapshot("""\
tidak ada baris
--- stderr
--- exit 0\
""")
    assert _both("show", "marks", head=5) == snapshot("""\
number  mark        item         by            value
------  ----------  -----------  ------------  -----
P001    attendance               2025-09-29/1      H
P001    attendance               2025-09-30/1      H
P001    attendance               2025-10-01/1      H
...
P240    practice    waktu        J5                5
P240    practice    waktu        J6                5
P240    pre_test                                  44
--- stderr
--- exit 0\
""")
    assert _both("show", "participants", head=12) == snapshot("""\
number  track        age  district  gender  household  occupation   workshop_rea
                                                                    dy
------  -----------  ---  --------  ------  ---------  -----------  ------------
P001    ecoprint     47   33.24.14  male    H001       Buruh        0
P002    furniture    26   33.24.04  male    H002       Karyawan     2
                                                       swasta
P003    ecoprint     37   33.24.20  female  H003       Ibu rumah    2
                                                       tangga
P004    ecoprint     44   33.24.16  male    H004       Karyawan     3
                                                       swasta
P005    ecoprint     41   33.24.13  female  H005       TNI          1
P006    ecoprint     39   33.24.15  male    H006       Pedagang     2
...
                                                       bekerja
P240    furniture    30   33.24.19  male    H226       Belum/tidak  2
                                                       bekerja
--- stderr
--- exit 0\
""")
    assert _both("show", "panel", lang="id") == snapshot("""\
Setiap juri (kelonggaran: + murah, - ketat terhadap panel)
nilai       bidang       juri  nilai  rata-rata  simpangan  kelonggaran  catatan
mentah
----------  -----------  ----  -----  ---------  ---------  -----------  -------
practice    ecoprint     J1      390      3.700      0.893        0.147  -
practice    ecoprint     J2      390      3.405      0.890       -0.147  -
practice    motorcycle-  J3      400      4.050      0.787        0.140  -
            workshop
practice    motorcycle-  J4      400      3.770      0.827       -0.140  -
            workshop
practice    furniture    J5      395      3.658      0.865       -0.063  -
practice    furniture    J6      395      3.785      0.847        0.063  -
Kesepakatan antarjuri atas rata-rata peserta
nilai mentah  bidang        orang  lengkap  W Kendall  ICC(2,1)  ICC(2,k)   alfa
------------  ------------  -----  -------  ---------  --------  --------  -----
practice      ecoprint         78       78      0.921     0.814     0.898  0.806
practice      motorcycle-      80       80      0.921     0.784     0.879  0.773
              workshop
practice      furniture        79       79      0.951     0.887     0.940  0.885
Nilai yang jauh dari dugaan: salah ketik, atau lain
tidak ada baris
Bila satu juri ditinggalkan
juri  berpindah  terjauh  masuk       keluar
----  ---------  -------  ----------  ----------
J1           33        6  P061        P094
J2           33       10  P039, P121  P115, P224
J3           46        5  P069        P153
J4           44        9  P040, P182  P135, P195
J5           25        5  -           -
J6           21        5  -           -
--- stderr
hanya untuk tim penilai: bukan dasar daftar, dan bukan alasan mengganti aturan setelah nilai terlihat
--- exit 0\
""")


def test_explain_a_person_below_a_threshold() -> None:
    assert _both("explain", "P017") == snapshot("""\
P017, track ecoprint, stage curation: not selected
does not meet post_test
  post_test 56, below the threshold 60

Rules:
  [met] age: 34 years old (Juknis WUB, huruf C.1)
  [met] domicile: lives in 33.24.15 (Juknis WUB, huruf C.2)
  [met] not_one_of: occupation: Wiraswasta (Juknis WUB, huruf C.4)
  [met] attendance: attended 4 of 4 sessions (Tata tertib pelatihan, butir 3)

criterion  value  points  weight   adds
---------  -----  ------  ------  -----
post_test     56   56.00      30  16.80
gain        0.42   70.18      15  10.53
practice    3.60   65.00      40  26.00
readiness      2   67.00      15  10.05
score: 63.38
lowest score that entered track ecoprint: 77.71
short of that line by 14.34
ticket: 70400df8196ea4f39ae72d4dbe3cf4e85a4205e92469e2e51cb4e625fc83a231
--- stderr
--- exit 0\
""")
    assert _both("explain", "P017", lang="id") == snapshot("""\
P017, bidang ecoprint, tahap curation: tidak terpilih
tidak memenuhi post_test
  post_test 56, di bawah ambang 60

Aturan:
  [terpenuhi] age: umur 34 tahun (Juknis WUB, huruf C.1)
  [terpenuhi] domicile: berdomisili di 33.24.15 (Juknis WUB, huruf C.2)
  [terpenuhi] not_one_of: occupation: Wiraswasta (Juknis WUB, huruf C.4)
  [terpenuhi] attendance: hadir 4 dari 4 sesi (Tata tertib pelatihan, butir 3)

kriteria    isi  nilai  bobot  menambah
---------  ----  -----  -----  --------
post_test    56  56.00     30     16.80
gain       0.42  70.18     15     10.53
practice   3.60  65.00     40     26.00
readiness     2  67.00     15     10.05
nilai akhir: 63.38
nilai terendah yang masuk bidang ecoprint: 77.71
kurang 14.34 dari garis itu
nomor undian: 70400df8196ea4f39ae72d4dbe3cf4e85a4205e92469e2e51cb4e625fc83a231
--- stderr
--- exit 0\
""")


def test_explain_a_person_with_too_few_points() -> None:
    assert _both("explain", "P142", "--what-if") == snapshot("""\
P142, track ecoprint, stage curation: not selected
all 10 seats of track ecoprint went to people with a better place

Rules:
  [met] age: 51 years old (Juknis WUB, huruf C.1)
  [met] domicile: lives in 33.24.19 (Juknis WUB, huruf C.2)
  [met] not_one_of: occupation: Belum/tidak bekerja (Juknis WUB, huruf C.4)
  [met] attendance: attended 4 of 4 sessions (Tata tertib pelatihan, butir 3)

criterion  value  points  weight   adds
---------  -----  ------  ------  -----
post_test     64   64.00      30  19.20
gain        0.25   41.67      15   6.25
practice    3.40   60.00      40  24.00
readiness      2   67.00      15  10.05
score: 59.50
lowest score that entered track ecoprint: 77.71
short of that line by 18.21
ticket: e9f948ec862628d7523ee94e0a5265b0040ebc9951f1c6d572f0408e4f7064d3
what it would have taken: 18.212496 more points
--- stderr
--- exit 0\
""")
    assert _both("explain", "P142", "--what-if", lang="id") == snapshot("""\
P142, bidang ecoprint, tahap curation: tidak terpilih
10 kursi bidang ecoprint sudah terisi peserta dengan urutan lebih baik

Aturan:
  [terpenuhi] age: umur 51 tahun (Juknis WUB, huruf C.1)
  [terpenuhi] domicile: berdomisili di 33.24.19 (Juknis WUB, huruf C.2)
  [terpenuhi] not_one_of: occupation: Belum/tidak bekerja (Juknis WUB, huruf C.4)
  [terpenuhi] attendance: hadir 4 dari 4 sesi (Tata tertib pelatihan, butir 3)

kriteria    isi  nilai  bobot  menambah
---------  ----  -----  -----  --------
post_test    64  64.00     30     19.20
gain       0.25  41.67     15      6.25
practice   3.40  60.00     40     24.00
readiness     2  67.00     15     10.05
nilai akhir: 59.50
nilai terendah yang masuk bidang ecoprint: 77.71
kurang 18.21 dari garis itu
nomor undian: e9f948ec862628d7523ee94e0a5265b0040ebc9951f1c6d572f0408e4f7064d3
yang kurang untuk masuk: nilai akhir naik 18.212496
--- stderr
--- exit 0\
""")


def test_explain_people_on_the_list() -> None:
    assert _both("explain", "P224", head=2) == snapshot("""\
P224, track ecoprint, stage curation: selected
place 12 in track ecoprint, in because of the minimum for gender
...
score: 77.54
lowest score that entered track ecoprint: 77.71
ticket: 00103475556e9c9b5a74610d63c47afc73e9e638c896fb5109db09b07b838ce8
--- stderr
--- exit 0\
""")
    assert _both("explain", "P224", lang="id", head=2) == snapshot("""\
P224, bidang ecoprint, tahap curation: terpilih
urutan 12 di bidang ecoprint, masuk karena batas minimum gender
...
nilai akhir: 77.54
nilai terendah yang masuk bidang ecoprint: 77.71
nomor undian: 00103475556e9c9b5a74610d63c47afc73e9e638c896fb5109db09b07b838ce8
--- stderr
--- exit 0\
""")
    assert _both("explain", "P135", head=2) == snapshot("""\
P135, track motorcycle-workshop, stage curation: selected
place 10 in track motorcycle-workshop, by draw among people with the same score
...
score: 83.91
lowest score that entered track motorcycle-workshop: 83.91
ticket: b93fff639ea2c893d369b9c09878a6ee76876f7aeb4674904baa5f7e46214b5b
--- stderr
--- exit 0\
""")
    assert _both("explain", "P135", lang="id", head=2) == snapshot("""\
P135, bidang motorcycle-workshop, tahap curation: terpilih
urutan 10 di bidang motorcycle-workshop, berdasarkan undian di antara nilai yang sama
...
nilai akhir: 83.91
nilai terendah yang masuk bidang motorcycle-workshop: 83.91
nomor undian: b93fff639ea2c893d369b9c09878a6ee76876f7aeb4674904baa5f7e46214b5b
--- stderr
--- exit 0\
""")
    assert _both("explain", "P069", head=2) == snapshot("""\
P069, track motorcycle-workshop, stage curation: reserve
reserve of track motorcycle-workshop
...
score: 83.91
lowest score that entered track motorcycle-workshop: 83.91
ticket: f8f2ace0232b4b9a42b853d25f81c2bdf3fee2df7c9830e7224b9d473a820493
--- stderr
--- exit 0\
""")
    assert _both("explain", "P069", lang="id", head=2) == snapshot("""\
P069, bidang motorcycle-workshop, tahap curation: cadangan
cadangan bidang motorcycle-workshop
...
nilai akhir: 83.91
nilai terendah yang masuk bidang motorcycle-workshop: 83.91
nomor undian: f8f2ace0232b4b9a42b853d25f81c2bdf3fee2df7c9830e7224b9d473a820493
--- stderr
--- exit 0\
""")


def test_explain_a_code_a_key_and_nothing() -> None:
    assert _both("explain", "IKM104") == snapshot("""\
IKM104 not-a-whole-number
... is not a whole number: `...`
hint: write a number, for example `...: 10`
--- stderr
--- exit 0\
""")
    assert _both("explain", "tracks.quota", lang="id") == snapshot("""\
tracks.quota: Seats: `10` is a ceiling, `{min: 15, max: 20}` a class that opens from `min`, `all` everyone in the pool.
isinya: integer | object
salah satu dari: all
kunci: min, max
--- stderr
--- exit 0\
""")
    assert _both("explain", "P999") == snapshot("""\
--- stderr
error[IKM570]: there is no participant `P999`
hint: see the numbers with `ikmctl show participants` (P199, P099?)

1 error
--- exit 2\
""")
    assert _both("explain", "P999", lang="id") == snapshot("""\
--- stderr
kesalahan[IKM570]: tidak ada peserta bernomor `P999`
saran: daftar nomor: `ikmctl show participants` (P199, P099?)

1 kesalahan
--- exit 2\
""")


WITHDRAW = ("decide", "withdraw", "P217", "--by", "Ketua Tim", "--reason", "pindah kota", "--on", "10-10-2025", "-n")


def test_decide() -> None:
    assert _both(*WITHDRAW) == snapshot("""\
recorded: P217 withdraws from stage curation
~ P217 in track ecoprint: withdrawn
--- stderr
would write (dry run, nothing was written):
  cohorts/kendal-wub-2025/decisions.yaml
  cohorts/kendal-wub-2025/curation/scores.csv
  cohorts/kendal-wub-2025/curation/shortlist.yaml
next: ikmctl show shortlist
--- exit 0\
""")
    assert _both(*WITHDRAW, lang="id") == snapshot("""\
dicatat: P217 mundur dari tahap curation
~ P217 di bidang ecoprint: mundur
--- stderr
akan ditulis (uji coba, tidak ada yang ditulis):
  cohorts/kendal-wub-2025/decisions.yaml
  cohorts/kendal-wub-2025/curation/scores.csv
  cohorts/kendal-wub-2025/curation/shortlist.yaml
berikutnya: ikmctl show shortlist
--- exit 0\
""")


def test_what_a_decided_list_refuses() -> None:
    assert _both("lock", "rules", "-n") == snapshot("""\
--- stderr
cohorts/kendal-wub-2025/events.yaml: error[IKM515]: stage `curation` is decided; its list is frozen
hint: take it up again with `ikmctl reopen --stage curation --decree "..." --reason "..."`

1 error
--- exit 1\
""")
    assert _both("announce", "-n", lang="id") == snapshot("""\
--- stderr
cohorts/kendal-wub-2025/events.yaml: kesalahan[IKM515]: tahap `curation` sudah ditetapkan; daftarnya beku
saran: buka kembali dengan `ikmctl reopen --stage curation --decree "..." --reason "..."`

1 kesalahan
--- exit 1\
""")


def test_init() -> None:
    assert _both("init", "contoh-2026", "-n", "--on", "2026-01-05") == snapshot("""\
program contoh-2026 in cohorts/contoh-2026
the registration form must ask: nik, name, phone, track
--- stderr
would write (dry run, nothing was written):
  cohorts/contoh-2026/program.yaml
  cohorts/program.schema.json
  .gitignore
  .gitattributes
next: ikmctl validate --cohort contoh-2026
--- exit 0\
""")
    assert _both("init", "contoh-2026", "-n", "--on", "2026-01-05", lang="id") == snapshot("""\
program contoh-2026 di cohorts/contoh-2026
formulir pendaftaran harus menanyakan: nik, name, phone, track
--- stderr
akan ditulis (uji coba, tidak ada yang ditulis):
  cohorts/contoh-2026/program.yaml
  cohorts/program.schema.json
  .gitignore
  .gitattributes
berikutnya: ikmctl validate --cohort contoh-2026
--- exit 0\
""")
    assert _both("init", "kendal-wub-2025", "-n") == snapshot("""\
--- stderr
cohorts/kendal-wub-2025: error[IKM574]: program `kendal-wub-2025` exists already
hint: choose another id, or open it with `--cohort kendal-wub-2025`

1 error
--- exit 2\
""")


EVERYTHING = [
    ("status",), ("validate",), ("curate", "-n"), ("show", "participants"), ("show", "marks"), ("show", "scores"),
    ("show", "panel"), ("explain", "P142"), WITHDRAW,
]  # fmt: skip


@pytest.mark.parametrize("argv", EVERYTHING, ids=" ".join)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_tables_fit_80_columns_and_no_colour_is_redirected(argv: tuple[str, ...], lang: str) -> None:
    ran = ikmctl(*argv, f"--lang={lang}")
    assert "\x1b" not in ran.out + ran.err
    assert "IKM980" not in ran.err
    lines = ran.out.splitlines()
    rules = [at for at, line in enumerate(lines) if line and set(line) == {"-", " "}]
    for at in rules:
        until = next((end for end in range(at, len(lines)) if not lines[end]), len(lines))
        assert max(columns(line) for line in lines[at - 1 : until]) <= 80


@pytest.mark.parametrize("argv", EVERYTHING, ids=" ".join)
def test_a_cp1252_redirect_prints_everything(argv: tuple[str, ...]) -> None:
    ran = ikmctl(*argv, "--lang=id", encoding="cp1252")
    assert "IKM980" not in ran.err
    assert "?" not in ran.out


@pytest.mark.parametrize("argv", EVERYTHING, ids=" ".join)
def test_plain_output_has_no_ruled_lines(argv: tuple[str, ...]) -> None:
    ran = ikmctl(*argv, "--lang=id", "--plain")
    assert "IKM980" not in ran.err
    assert not [line for line in ran.out.splitlines() if line and set(line) <= {"-", " "}]


@pytest.mark.parametrize("argv", EVERYTHING, ids=" ".join)
def test_quiet_leaves_the_answer(argv: tuple[str, ...]) -> None:
    ran = ikmctl(*argv, "-q")
    assert ran.err == ""
    assert ran.code == 0
