"""Whole terminal output of the commands on the Kendal program, in both languages.

After a wanted change of words: `pytest tests/unit/cli/test_kendal.py --inline-snapshot=fix`, then read the diff.
"""

# ruff: noqa: E501  # a terminal line stands as it was printed

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
curation: 240 participants, 126 eligible, 3 pending, 30 selected, 9 reserves

 1. [done] write program.yaml
 2. [done] import participants (240 so far)
 3. [done] mend what `validate` finds (0 errors)
 4. [done] lock the rules of stage curation before marks arrive
 5. [done] import marks for stage curation (6 of 6 kinds have arrived)
 6. [done] curate stage curation
 7. [done] announce the list of stage curation
 8. [done] decide the list of stage curation by a decree

stage curation: changes since the list was announced on 2025-10-06:
  + P028 enters track furniture at place 10 (place)
  - P146 leaves track furniture, was at place 6 (withdrawn)
  ~ P192 becomes reserve 3 of track furniture (reserve)
  ~ P193 moves from reserve 2 to 1 in track furniture
  ~ P179 moves from reserve 3 to 2 in track furniture
  ~ P088 moves from place 7 to 6 in track furniture
  ~ P229 moves from place 8 to 7 in track furniture
  ~ P191 moves from place 9 to 8 in track furniture
  ~ P074 moves from place 10 to 9 in track furniture
--- stderr
track ecoprint: no reserve could take the place of P005, P041, P045, P115, P139, P161, P165, P232 without breaking a rule of balance; were one of them to leave, the seat would stay empty
--- exit 0\
""")
    assert _both("status", lang="id") == snapshot("""\
kendal-wub-2025: Penumbuhan dan Pengembangan Wirausaha Baru IKM Kabupaten Kendal
curation: 240 peserta, 126 lolos, 3 tertunda, 30 terpilih, 9 cadangan

 1. [selesai] tulis program.yaml
 2. [selesai] impor peserta (sejauh ini 240)
 3. [selesai] perbaiki temuan `validate` (0 kesalahan)
 4. [selesai] segel aturan tahap curation sebelum nilai masuk
 5. [selesai] impor nilai mentah tahap curation (6 dari 6 jenis sudah masuk)
 6. [selesai] kurasi tahap curation
 7. [selesai] umumkan daftar tahap curation
 8. [selesai] tetapkan daftar tahap curation dengan surat keputusan

tahap curation: perubahan sejak daftar diumumkan pada 2025-10-06:
  + P028 masuk bidang furniture di urutan 10 (peringkat)
  - P146 keluar dari bidang furniture, semula urutan 6 (mundur)
  ~ P192 menjadi cadangan 3 bidang furniture (cadangan)
  ~ P193 pindah dari cadangan 2 ke 1 di bidang furniture
  ~ P179 pindah dari cadangan 3 ke 2 di bidang furniture
  ~ P088 pindah dari urutan 7 ke 6 di bidang furniture
  ~ P229 pindah dari urutan 8 ke 7 di bidang furniture
  ~ P191 pindah dari urutan 9 ke 8 di bidang furniture
  ~ P074 pindah dari urutan 10 ke 9 di bidang furniture
--- stderr
bidang ecoprint: tidak ada cadangan yang dapat menggantikan P005, P041, P045, P115, P139, P161, P165, P232 tanpa melanggar aturan keseimbangan; bila salah satunya mundur, kursinya tetap kosong
--- exit 0\
""")


def test_validate() -> None:
    assert _both("validate") == snapshot("""\
cohorts/kendal-wub-2025/program.yaml:48:39: note[IKM162]: 80 % of 8 sessions = at least 7 sessions
48 |       - {rule: attendance, min_share: 0.8, basis: "Tata tertib pelatihan, butir 3"}
   |                                       ^^^

cohorts/kendal-wub-2025/program.yaml:63:11: note[IKM182]: `min_share: 0.3` on `gender` means 9 of 30 seats
63 |         - {field: gender, value: female, min_share: 0.3}     # at least 9 of 30
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: minimums round up, maximums down; write `min` or `max` for a fixed number

2 notes
ok: kendal-wub-2025: 240 participants, 3 tracks, 5726 marks, 0 warnings
--- stderr
next: ikmctl curate
--- exit 0\
""")
    assert _both("validate", lang="id") == snapshot("""\
cohorts/kendal-wub-2025/program.yaml:48:39: catatan[IKM162]: 80 % dari 8 sesi = paling sedikit 7 sesi
48 |       - {rule: attendance, min_share: 0.8, basis: "Tata tertib pelatihan, butir 3"}
   |                                       ^^^

cohorts/kendal-wub-2025/program.yaml:63:11: catatan[IKM182]: `min_share: 0.3` untuk `gender` berarti 9 dari 30 kursi
63 |         - {field: gender, value: female, min_share: 0.3}     # at least 9 of 30
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
saran: minimum dibulatkan ke atas, maksimum ke bawah; tulis `min` atau `max` untuk angka tetap

2 catatan
baik: kendal-wub-2025: 240 peserta, 3 bidang, 5726 nilai mentah, 0 peringatan
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


def test_verify_strictly_minds_changed_words(tmp_path: Path) -> None:
    folder = shutil.copytree(KENDAL, tmp_path / "cohorts" / "kendal-wub-2025")
    program = folder / "program.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("title: ", "title: X ", 1), encoding="utf-8")
    gentle, strict = ikmctl("verify", "-C", str(folder)), ikmctl("verify", "--strict", "-C", str(folder))
    assert (gentle.code, strict.code) == (0, 1)
    assert "warning[IKM616]" in gentle.out
    assert "MATCH: kendal-wub-2025" in strict.out


def test_score() -> None:
    assert _both("score", "-n", head=6) == snapshot("""\

track: ecoprint
number: P041
standing: eligible
post_test: 84.00
gain: 100.00
...
interview: 25.00
score: -
curation: 240 participants, 126 eligible, 3 pending, 110 ineligible, 1 withdrawn or disqualified
--- stderr
nothing changed on disk
next: ikmctl curate
--- exit 0\
""")
    assert _both("score", "-n", lang="id", head=6) == snapshot("""\

bidang: ecoprint
nomor: P041
status: lolos
post_test: 84.00
gain: 100.00
...
interview: 25.00
nilai: -
curation: 240 peserta, 126 lolos, 3 tertunda, 110 gugur, 1 mundur atau didiskualifikasi
--- stderr
tidak ada berkas yang berubah
berikutnya: ikmctl curate
--- exit 0\
""")


def test_curate() -> None:
    assert _both("curate", "-n") == snapshot("""\
track                result    number  score  because
-------------------  --------  ------  -----  ------------------
ecoprint             selected  P041    87.88  place
ecoprint             selected  P017    86.82  place
ecoprint             selected  P005    85.03  place
ecoprint             selected  P045    84.13  place
ecoprint             selected  P165    84.01  place
ecoprint             selected  P122    83.95  place
ecoprint             selected  P232    81.90  place
ecoprint             selected  P115    81.70  place
ecoprint             selected  P139    81.66  place
ecoprint             selected  P161    79.30  minimum for gender
motorcycle-workshop  selected  P153    96.18  place
motorcycle-workshop  selected  P069    92.25  place
motorcycle-workshop  selected  P131    91.18  place
motorcycle-workshop  selected  P070    90.65  place
motorcycle-workshop  selected  P100    87.28  place
motorcycle-workshop  selected  P011    85.97  place
motorcycle-workshop  selected  P140    85.65  place
motorcycle-workshop  selected  P236    84.85  place
motorcycle-workshop  selected  P013    84.51  place
motorcycle-workshop  selected  P049    84.40  draw
furniture            selected  P240    96.53  place
furniture            selected  P018    95.73  place
furniture            selected  P062    95.10  place
furniture            selected  P190    94.68  place
furniture            selected  P234    90.55  place
furniture            selected  P088    89.85  place
furniture            selected  P229    89.58  place
furniture            selected  P191    88.78  place
furniture            selected  P074    87.53  place
furniture            selected  P028    87.42  place
ecoprint             reserve   P221    84.47  reserve
ecoprint             reserve   P129    81.53  reserve
ecoprint             reserve   P101    80.96  reserve
motorcycle-workshop  reserve   P059    84.40  reserve
motorcycle-workshop  reserve   P215    83.37  reserve
motorcycle-workshop  reserve   P141    83.25  reserve
furniture            reserve   P193    86.83  reserve
furniture            reserve   P179    86.53  reserve
furniture            reserve   P192    85.83  reserve

track                applied  eligible  pending  quota  selected  reserve  empty
-------------------  -------  --------  -------  -----  --------  -------  -----
ecoprint                  80        43        1     10        10        3      0
motorcycle-workshop       80        43        1     10        10        3      0
furniture                 80        40        1     10        10        3      0

Rules in force:
  who may enter: age, domicile, not_one_of, no_previous_aid, documents, attendance, tests_taken
  points: weighted_sum with weights post_test 20, gain 10, practice 25, attendance 10, plan 15, readiness 10, interview 10
  seats: ecoprint 10, motorcycle-workshop 10, furniture 10
  balance: women at least 30 %; each district at most 6; each household at most 1
  order: best first, compared by place, ties by practice, post_test, panel, ticket
track ecoprint: no reserve could take the place of P005, P041, P045, P115, P139, P161, P165, P232 without breaking a rule of balance; were one of them to leave, the seat would stay empty

kendal-wub-2025, stage curation: 30 selected, 9 reserves (decided)
--- stderr
nothing changed on disk
next: ikmctl explain P041
--- exit 0\
""")
    assert _both("curate", "-n", lang="id") == snapshot("""\
bidang               hasil     nomor  nilai  alasan
-------------------  --------  -----  -----  --------------------
ecoprint             terpilih  P041   87.88  peringkat
ecoprint             terpilih  P017   86.82  peringkat
ecoprint             terpilih  P005   85.03  peringkat
ecoprint             terpilih  P045   84.13  peringkat
ecoprint             terpilih  P165   84.01  peringkat
ecoprint             terpilih  P122   83.95  peringkat
ecoprint             terpilih  P232   81.90  peringkat
ecoprint             terpilih  P115   81.70  peringkat
ecoprint             terpilih  P139   81.66  peringkat
ecoprint             terpilih  P161   79.30  batas minimal gender
motorcycle-workshop  terpilih  P153   96.18  peringkat
motorcycle-workshop  terpilih  P069   92.25  peringkat
motorcycle-workshop  terpilih  P131   91.18  peringkat
motorcycle-workshop  terpilih  P070   90.65  peringkat
motorcycle-workshop  terpilih  P100   87.28  peringkat
motorcycle-workshop  terpilih  P011   85.97  peringkat
motorcycle-workshop  terpilih  P140   85.65  peringkat
motorcycle-workshop  terpilih  P236   84.85  peringkat
motorcycle-workshop  terpilih  P013   84.51  peringkat
motorcycle-workshop  terpilih  P049   84.40  undian
furniture            terpilih  P240   96.53  peringkat
furniture            terpilih  P018   95.73  peringkat
furniture            terpilih  P062   95.10  peringkat
furniture            terpilih  P190   94.68  peringkat
furniture            terpilih  P234   90.55  peringkat
furniture            terpilih  P088   89.85  peringkat
furniture            terpilih  P229   89.58  peringkat
furniture            terpilih  P191   88.78  peringkat
furniture            terpilih  P074   87.53  peringkat
furniture            terpilih  P028   87.42  peringkat
ecoprint             cadangan  P221   84.47  cadangan
ecoprint             cadangan  P129   81.53  cadangan
ecoprint             cadangan  P101   80.96  cadangan
motorcycle-workshop  cadangan  P059   84.40  cadangan
motorcycle-workshop  cadangan  P215   83.37  cadangan
motorcycle-workshop  cadangan  P141   83.25  cadangan
furniture            cadangan  P193   86.83  cadangan
furniture            cadangan  P179   86.53  cadangan
furniture            cadangan  P192   85.83  cadangan

bidang               daftar  lolos  tertunda  kuota  terpilih  cadangan  kosong
-------------------  ------  -----  --------  -----  --------  --------  ------
ecoprint                 80     43         1     10        10         3       0
motorcycle-workshop      80     43         1     10        10         3       0
furniture                80     40         1     10        10         3       0

Aturan yang berlaku:
  siapa yang boleh ikut: age, domicile, not_one_of, no_previous_aid, documents, attendance, tests_taken
  nilai: weighted_sum dengan bobot post_test 20, gain 10, practice 25, attendance 10, plan 15, readiness 10, interview 10
  kursi: ecoprint 10, motorcycle-workshop 10, furniture 10
  keseimbangan: perempuan paling sedikit 30 %; tiap kecamatan paling banyak 6; tiap rumah tangga paling banyak 1
  urutan: terbaik lebih dulu, dibandingkan menurut peringkat, nilai sama diputus oleh practice, post_test, panel, ticket
bidang ecoprint: tidak ada cadangan yang dapat menggantikan P005, P041, P045, P115, P139, P161, P165, P232 tanpa melanggar aturan keseimbangan; bila salah satunya mundur, kursinya tetap kosong

kendal-wub-2025, tahap curation: 30 terpilih, 9 cadangan (ditetapkan)
--- stderr
tidak ada berkas yang berubah
berikutnya: ikmctl explain P041
--- exit 0\
""")


def test_show() -> None:
    assert _both("show", "shortlist", "--track", "ecoprint") == snapshot("""\
track     result    number  score  because
--------  --------  ------  -----  ------------------
ecoprint  selected  P041    87.88  place
ecoprint  selected  P017    86.82  place
ecoprint  selected  P005    85.03  place
ecoprint  selected  P045    84.13  place
ecoprint  selected  P165    84.01  place
ecoprint  selected  P122    83.95  place
ecoprint  selected  P232    81.90  place
ecoprint  selected  P115    81.70  place
ecoprint  selected  P139    81.66  place
ecoprint  selected  P161    79.30  minimum for gender
ecoprint  reserve   P221    84.47  reserve
ecoprint  reserve   P129    81.53  reserve
ecoprint  reserve   P101    80.96  reserve
--- stderr
--- exit 0\
""")
    assert _both("show", "shortlist", "--track", "ecoprint", lang="id") == snapshot("""\
bidang    hasil     nomor  nilai  alasan
--------  --------  -----  -----  --------------------
ecoprint  terpilih  P041   87.88  peringkat
ecoprint  terpilih  P017   86.82  peringkat
ecoprint  terpilih  P005   85.03  peringkat
ecoprint  terpilih  P045   84.13  peringkat
ecoprint  terpilih  P165   84.01  peringkat
ecoprint  terpilih  P122   83.95  peringkat
ecoprint  terpilih  P232   81.90  peringkat
ecoprint  terpilih  P115   81.70  peringkat
ecoprint  terpilih  P139   81.66  peringkat
ecoprint  terpilih  P161   79.30  batas minimal gender
ecoprint  cadangan  P221   84.47  cadangan
ecoprint  cadangan  P129   81.53  cadangan
ecoprint  cadangan  P101   80.96  cadangan
--- stderr
--- exit 0\
""")
    assert _both("show", "quotas", lang="id") == snapshot("""\
bidang               daftar  lolos  tertunda  kuota  terpilih  cadangan  kosong
-------------------  ------  -----  --------  -----  --------  --------  ------
ecoprint                 80     43         1     10        10         3       0
motorcycle-workshop      80     43         1     10        10         3       0
furniture                80     40         1     10        10         3       0
--- stderr
--- exit 0\
""")
    assert _both("show", "pending", lang="id") == snapshot("""\
bidang               nomor  yang belum ada  masih bisa
-------------------  -----  --------------  ----------
ecoprint             P009   practice        tidak
motorcycle-workshop  P035   practice        tidak
furniture            P044   practice        tidak
--- stderr
--- exit 0\
""")
    assert _both("show", "marks", head=5) == snapshot("""\
number  mark        item         by            value
------  ----------  -----------  ------------  -----
P001    attendance               2025-09-29/1      H
P001    attendance               2025-09-29/2      H
P001    attendance               2025-09-30/1      H
...
P240    practice    waktu        J5                5
P240    practice    waktu        J6                5
P240    pre_test                                  48
--- stderr
--- exit 0\
""")
    assert _both("show", "participants", head=12) == snapshot("""\
number  track   age  distri  gender  househo  occupat  previou  stateme  worksho
                     ct              ld       ion      s_aid_y  nts      p_ready
                                                       ear
------  ------  ---  ------  ------  -------  -------  -------  -------  -------
P001    ecopri  47   33.24.  male    H001     Buruh             Kebenar  0
        nt           14                                         an
                                                                data|Ko
                                                                mitmen
P002    furnit  37   33.24.  female  H002     Pedagan           Kebenar  2
        ure          10                       g                 an
                                                                data|Ko
                                                                mitmen
...
        ure          08                       sta               an
                                                                data|Ko
                                                                mitmen
--- stderr
--- exit 0\
""")
    assert _both("show", "panel", lang="id") == snapshot("""\
Setiap juri (kelonggaran: + murah, - ketat terhadap panel)
nilai       bidang       juri  nilai  rata-rata  simpangan  kelonggaran  catatan
mentah
----------  -----------  ----  -----  ---------  ---------  -----------  -------
practice    ecoprint     J1      395      3.678      0.831        0.151  -
practice    ecoprint     J2      395      3.377      0.807       -0.151  -
practice    motorcycle-  J3      395      3.868      0.933        0.157  -
            workshop
practice    motorcycle-  J4      395      3.554      0.939       -0.157  -
            workshop
practice    furniture    J5      395      3.646      0.988       -0.046  -
practice    furniture    J6      395      3.737      0.965        0.046  -
plan        ecoprint,    K1      240      3.746      0.945        0.200  -
            motorcycle-
            workshop,
            furniture
plan        ecoprint,    K2      240      3.346      0.964       -0.200  -
            motorcycle-
            workshop,
            furniture
interview   ecoprint,    K1      240      3.746      0.923        0.188  -
            motorcycle-
            workshop,
            furniture
interview   ecoprint,    K2      240      3.371      0.985       -0.188  -
            motorcycle-
            workshop,
            furniture
Kesepakatan antarjuri atas rata-rata peserta
nilai mentah  bidang        orang  lengkap  W Kendall  ICC(2,1)  ICC(2,k)   alfa
------------  ------------  -----  -------  ---------  --------  --------  -----
practice      ecoprint         79       79      0.929     0.782     0.877  0.769
practice      motorcycle-      79       79      0.938     0.835     0.910  0.828
              workshop
practice      furniture        79       79      0.957     0.916     0.956  0.915
plan          ecoprint,       240      240      0.760     0.491     0.658  0.469
              motorcycle-
              workshop,
              furniture
interview     ecoprint,       240      240      0.764     0.507     0.673  0.488
              motorcycle-
              workshop,
              furniture
Nilai yang jauh dari dugaan: salah ketik, atau lain
tidak ada baris
Bila satu juri ditinggalkan
juri  berpindah  terjauh  masuk                       keluar
----  ---------  -------  --------------------------  --------------------------
J1           26        8  P099, P129                  P028, P161
J2           30        7  P099, P129, P196            P028, P115, P161
J3           28        4  P151                        P049
J4           29        6  P059                        P013
J5           29        4  P193                        P028
J6           31        4  -                           -
K1          106        9  P099, P129, P135, P141,     P013, P028, P115, P161,
                          P196                        P236
K2          102       10  P025, P099, P101, P129,     P045, P074, P122, P139,
                          P179, P228                  P191, P229
--- stderr
hanya untuk tim penilai: bukan dasar daftar, dan bukan alasan mengganti aturan setelah nilai terlihat
--- exit 0\
""")


def test_explain_a_person_below_a_threshold() -> None:
    assert _both("explain", "P003") == snapshot("""\
P003, track ecoprint, stage curation: not selected
does not meet post_test
  post_test 56, below the threshold 60

Rules:
  [met] age: 29 years old (Juknis WUB, huruf C.1)
  [met] domicile: lives in 33.24.19 (Juknis WUB, huruf C.2)
  [met] not_one_of: occupation: Ibu rumah tangga (Juknis WUB, huruf C.4)
  [met] no_previous_aid: last helped in 2019 (Juknis WUB, huruf C.5)
  [met] documents: statements complete (Juknis WUB, huruf C.6)
  [met] attendance: attended 8 of 8 sessions (Tata tertib pelatihan, butir 3)
  [met] tests_taken: took pre_test, post_test (Tata tertib pelatihan, butir 5)

criterion    value  points  weight   adds
----------  ------  ------  ------  -----
post_test       56   56.00      20  11.20
gain        0.2667   44.44      10   4.44
practice      3.20   55.00      25  13.75
attendance       1  100.00      10  10.00
plan          3.50   62.50      15   9.38
readiness        1   33.00      10   3.30
interview     3.50   62.50      10   6.25
The figures of this table are rounded; the exact ones stand in scores.csv.

score: 58.32
lowest score that entered track ecoprint by place: 81.66
23.34 short of it
ticket: bd19367a6c159f6e4f3415d759d4ea48d4a6c21e9cb6dc77356d3d34878fdc66
--- stderr
--- exit 0\
""")
    assert _both("explain", "P003", lang="id") == snapshot("""\
P003, bidang ecoprint, tahap curation: tidak terpilih
tidak memenuhi syarat post_test
  post_test 56, di bawah ambang 60

Aturan:
  [terpenuhi] age: umur 29 tahun (Juknis WUB, huruf C.1)
  [terpenuhi] domicile: berdomisili di 33.24.19 (Juknis WUB, huruf C.2)
  [terpenuhi] not_one_of: occupation: Ibu rumah tangga (Juknis WUB, huruf C.4)
  [terpenuhi] no_previous_aid: terakhir dibantu tahun 2019 (Juknis WUB, huruf C.5)
  [terpenuhi] documents: statements lengkap (Juknis WUB, huruf C.6)
  [terpenuhi] attendance: hadir 8 dari 8 sesi (Tata tertib pelatihan, butir 3)
  [terpenuhi] tests_taken: mengikuti pre_test, post_test (Tata tertib pelatihan, butir 5)

kriteria       isi   angka  bobot  sumbangan
----------  ------  ------  -----  ---------
post_test       56   56.00     20      11.20
gain        0.2667   44.44     10       4.44
practice      3.20   55.00     25      13.75
attendance       1  100.00     10      10.00
plan          3.50   62.50     15       9.38
readiness        1   33.00     10       3.30
interview     3.50   62.50     10       6.25
Angka di tabel ini dibulatkan; yang pasti ada di scores.csv.

nilai akhir: 58.32
nilai akhir terendah yang masuk bidang ecoprint lewat peringkat: 81.66
kurang 23.34 dari nilai itu
nomor undian: bd19367a6c159f6e4f3415d759d4ea48d4a6c21e9cb6dc77356d3d34878fdc66
--- stderr
--- exit 0\
""")


def test_explain_a_person_with_too_few_points() -> None:
    assert _both("explain", "P004", "--what-if") == snapshot("""\
P004, track ecoprint, stage curation: not selected
the 10 seats of track ecoprint went to people with a better place

Rules:
  [met] age: 33 years old (Juknis WUB, huruf C.1)
  [met] domicile: lives in 33.24.18 (Juknis WUB, huruf C.2)
  [met] not_one_of: occupation: Karyawan swasta (Juknis WUB, huruf C.4)
  [met] no_previous_aid: former aid is not known (Juknis WUB, huruf C.5)
      taken as met by the rule (missing: pass)
  [met] documents: statements complete (Juknis WUB, huruf C.6)
  [met] attendance: attended 7 of 8 sessions (Tata tertib pelatihan, butir 3)
  [met] tests_taken: took pre_test, post_test (Tata tertib pelatihan, butir 5)

criterion    value  points  weight    adds
----------  ------  ------  ------  ------
post_test       64   64.00      20  12.800
gain        0.5909   98.48      10   9.848
practice         4   75.00      25  18.750
attendance  0.8750   37.50      10   3.750
plan          3.50   62.50      15   9.375
readiness        1   33.00      10   3.300
interview     3.50   62.50      10   6.250
The figures of this table are rounded; the exact ones stand in scores.csv.

score: 64.073
lowest score that entered track ecoprint by place: 81.658
17.585 short of it
ticket: dd2ae9496b49bb83525e30c9f15917de3d9add58b2be9d0ff28a8677604e2fb7
with 15.225050 points more this person would be in
--- stderr
--- exit 0\
""")
    assert _both("explain", "P004", "--what-if", lang="id") == snapshot("""\
P004, bidang ecoprint, tahap curation: tidak terpilih
10 kursi bidang ecoprint sudah terisi peserta dengan urutan lebih baik

Aturan:
  [terpenuhi] age: umur 33 tahun (Juknis WUB, huruf C.1)
  [terpenuhi] domicile: berdomisili di 33.24.18 (Juknis WUB, huruf C.2)
  [terpenuhi] not_one_of: occupation: Karyawan swasta (Juknis WUB, huruf C.4)
  [terpenuhi] no_previous_aid: riwayat bantuan belum diketahui (Juknis WUB, huruf C.5)
      dianggap terpenuhi menurut aturan (missing: pass)
  [terpenuhi] documents: statements lengkap (Juknis WUB, huruf C.6)
  [terpenuhi] attendance: hadir 7 dari 8 sesi (Tata tertib pelatihan, butir 3)
  [terpenuhi] tests_taken: mengikuti pre_test, post_test (Tata tertib pelatihan, butir 5)

kriteria       isi  angka  bobot  sumbangan
----------  ------  -----  -----  ---------
post_test       64  64.00     20     12.800
gain        0.5909  98.48     10      9.848
practice         4  75.00     25     18.750
attendance  0.8750  37.50     10      3.750
plan          3.50  62.50     15      9.375
readiness        1  33.00     10      3.300
interview     3.50  62.50     10      6.250
Angka di tabel ini dibulatkan; yang pasti ada di scores.csv.

nilai akhir: 64.073
nilai akhir terendah yang masuk bidang ecoprint lewat peringkat: 81.658
kurang 17.585 dari nilai itu
nomor undian: dd2ae9496b49bb83525e30c9f15917de3d9add58b2be9d0ff28a8677604e2fb7
seandainya nilai akhirnya 15.225050 lebih tinggi, orang ini masuk
--- stderr
--- exit 0\
""")


def test_explain_people_on_the_list() -> None:
    assert _both("explain", "P161", head=2) == snapshot("""\
P161, track ecoprint, stage curation: selected
place 13 among all candidates, track ecoprint, in because of the minimum for women
...
score: 79.30
lowest score that entered track ecoprint by place: 81.66
ticket: 90e78b37fd1047cc9543e8df3507ece85d02f73f32c1e1a0ce7ddda011cf5121
--- stderr
--- exit 0\
""")
    assert _both("explain", "P161", lang="id", head=2) == snapshot("""\
P161, bidang ecoprint, tahap curation: terpilih
urutan 13 dari semua calon, bidang ecoprint, masuk karena batas minimum perempuan
...
nilai akhir: 79.30
nilai akhir terendah yang masuk bidang ecoprint lewat peringkat: 81.66
nomor undian: 90e78b37fd1047cc9543e8df3507ece85d02f73f32c1e1a0ce7ddda011cf5121
--- stderr
--- exit 0\
""")
    assert _both("explain", "P059", head=2) == snapshot("""\
P059, track motorcycle-workshop, stage curation: reserve
reserve of track motorcycle-workshop
...
score: 84.400
lowest score that entered track motorcycle-workshop by place: 84.400
ticket: dd1d1d920355c32c76fe6d9825c24f7a0a3a44d2516436ff31daf8f36bd2d76a
--- stderr
--- exit 0\
""")
    assert _both("explain", "P059", lang="id", head=2) == snapshot("""\
P059, bidang motorcycle-workshop, tahap curation: cadangan
cadangan bidang motorcycle-workshop
...
nilai akhir: 84.400
nilai akhir terendah yang masuk bidang motorcycle-workshop lewat peringkat: 84.400
nomor undian: dd1d1d920355c32c76fe6d9825c24f7a0a3a44d2516436ff31daf8f36bd2d76a
--- stderr
--- exit 0\
""")
    assert _both("explain", "P049", head=2) == snapshot("""\
P049, track motorcycle-workshop, stage curation: selected
place 10 among all candidates, track motorcycle-workshop, by draw among people with the same score
...
score: 84.400
lowest score that entered track motorcycle-workshop by place: 84.400
ticket: 41dd44ad41c78e0df2be5f337dbc0b1afe4a774ad3542f91e054df6e5aef9d80
--- stderr
--- exit 0\
""")
    assert _both("explain", "P049", lang="id", head=2) == snapshot("""\
P049, bidang motorcycle-workshop, tahap curation: terpilih
urutan 10 dari semua calon, bidang motorcycle-workshop, berdasarkan undian di antara nilai yang sama
...
nilai akhir: 84.400
nilai akhir terendah yang masuk bidang motorcycle-workshop lewat peringkat: 84.400
nomor undian: 41dd44ad41c78e0df2be5f337dbc0b1afe4a774ad3542f91e054df6e5aef9d80
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
tracks.quota: Kursi di daftar terpilih: `10` paling banyak, `{min: 15, max: 20}` untuk kelas yang baru dibuka mulai 15 orang, atau `all` untuk semua.
isinya: bilangan bulat, kunci-kunci di bawahnya
salah satu dari: all
kunci: min, max
--- stderr
--- exit 0\
""")
    assert _both("explain", "P999") == snapshot("""\
--- stderr
error[IKM570]: there is no participant `P999`
hint: did you mean `P199`, `P099`? see the numbers with `ikmctl show participants`

1 error
--- exit 2\
""")
    assert _both("explain", "P999", lang="id") == snapshot("""\
--- stderr
kesalahan[IKM570]: tidak ada peserta bernomor `P999`
saran: maksud Anda `P199`, `P099`? lihat semua nomor dengan `ikmctl show participants`

1 kesalahan
--- exit 2\
""")


WITHDRAW = ("decide", "withdraw", "P139", "--by", "Ketua Tim", "--reason", "pindah kota", "--on", "14-10-2025", "-n")


def test_decide() -> None:
    assert _both(*WITHDRAW) == snapshot("""\
recorded: P139 withdraws from stage curation
- P139 leaves track ecoprint, was at place 9 (withdrawn)
~ P161 moves from place 10 to 9 in track ecoprint
--- stderr
P221 was passed over for the seat of P139: it would break household H017
P129 was passed over for the seat of P139: it would break gender
P101 was passed over for the seat of P139: it would break gender
the seat of P139 in track ecoprint stays empty: no reserve may take it; by decision P196 could: `ikmctl decide admit P196 --seat quota --by ROLE --reason "WHY"`
would write (dry run, nothing was written):
  cohorts/kendal-wub-2025/decisions.yaml
  cohorts/kendal-wub-2025/curation/scores.csv
  cohorts/kendal-wub-2025/curation/shortlist.yaml
next: the same command without `--dry-run`
--- exit 0\
""")
    assert _both(*WITHDRAW, lang="id") == snapshot("""\
dicatat: P139 mundur dari tahap curation
- P139 keluar dari bidang ecoprint, semula urutan 9 (mundur)
~ P161 pindah dari urutan 10 ke 9 di bidang ecoprint
--- stderr
P221 dilewati untuk kursi P139: akan melanggar household H017
P129 dilewati untuk kursi P139: akan melanggar gender
P101 dilewati untuk kursi P139: akan melanggar gender
kursi P139 di bidang ecoprint tetap kosong: tidak ada cadangan yang boleh mengisinya; dengan keputusan, P196 dapat masuk: `ikmctl decide admit P196 --seat quota --by JABATAN --reason "ALASAN"`
akan ditulis (uji coba, tidak ada yang ditulis):
  cohorts/kendal-wub-2025/decisions.yaml
  cohorts/kendal-wub-2025/curation/scores.csv
  cohorts/kendal-wub-2025/curation/shortlist.yaml
berikutnya: perintah yang sama tanpa `--dry-run`
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
next: the same command without `--dry-run`
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
berikutnya: perintah yang sama tanpa `--dry-run`
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
    ("show", "panel"), ("explain", "P004"), WITHDRAW,
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
