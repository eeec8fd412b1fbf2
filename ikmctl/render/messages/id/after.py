"""Problems 6xx: matching, follow-up, and what comes after a list. Indonesian."""

from typing import Final

PROBLEMS: Final[dict[str, tuple[str, str]]] = {
    "IKM600": (
        "daftar `{program}` tidak sesuai dengan berkasnya, jadi tidak ada yang dapat dibuktikan",
        "masalah lain di sini menyebut bedanya dan jalan keluarnya; sesudah itu ulangi perintah ini",
    ),
    "IKM601": (
        "`{program}` belum punya daftar, jadi tidak ada yang dapat dibuktikan",
        "buat daftarnya dengan `ikmctl curate`",
    ),
    "IKM602": (
        "berkas ini bukan paket bukti ikmctl yang utuh",
        "pakai zip buatan `ikmctl audit-kit`, seperti aslinya",
    ),
    "IKM603": (
        "paket bukti ini milik program `{found}`, bukan `{expected}`",
        "sebut program yang benar dengan `--cohort {found}`",
    ),
    "IKM604": (
        "revisi dan paket bukti tidak dapat sama-sama menjadi keadaan lama",
        "beri `REV_A` atau `--since FILE`, salah satu",
    ),
    "IKM605": (
        "daftar ini dibuat dengan mesin hitung {found}, sedangkan ikmctl ini memakai mesin hitung {known}: benar atau tidaknya tidak dapat diperiksa di sini",
        "periksa dengan ikmctl yang menulisnya (lihat CHANGELOG.md), atau dengan `verify.py` dari paket buktinya",
    ),
    "IKM606": (
        "{file} tidak sesuai dengan `private/`: {place} di sini `{found}`, di sana `{expected}`",
        "cari siapa yang mengubahnya; data yang salah diperbaiki dengan `ikmctl decide correct`, atau dengan mengimpor lagi",
    ),
    "IKM607": (
        "`verify --deep` memerlukan register `{file}`, yang tidak ada di komputer ini",
        "kembalikan dengan `ikmctl restore FILE`, atau jalankan tanpa `--deep`",
    ),
    "IKM608": (
        "daftar yang diumumkan untuk tahap `{stage}` tidak sesuai dengan aturan, peserta, nilai dan keputusan hari itu",
        "bandingkan events.yaml dengan pengumuman yang ditandatangani, lalu kembalikan yang diubah: `git log -p`",
    ),
    "IKM609": (
        "{list} ditulis dengan peristiwa lain: ada baris events.yaml yang diubah, ditambah atau dibuang dengan tangan",
        "bandingkan dengan `git diff` dan surat yang ditandatangani lalu kembalikan barisnya; bila memang benar, `ikmctl curate` menulis ulang daftarnya",
    ),
    "IKM610": (
        "sanggahan {id} diajukan `{number}`, yang tidak ada di participants.csv",
        "tulis nomor peserta seperti di participants.csv{near:?; yang terdekat `%`}",
    ),
    "IKM611": (
        "sanggahan {id} tertulis dua kali di objections.yaml",
        "beri tiap sanggahan nomor sendiri",
    ),
    "IKM612": (
        "sanggahan {id} diterima tanggal {received}, di luar masa sanggah {start} sampai {end}",
        "periksa tanggalnya; apakah sanggahan yang terlambat diterima diputuskan tim, dalam jawabannya",
    ),
    "IKM613": (
        "sanggahan {id} dijawab tanggal {answered}, sebelum diterima tanggal {received}",
        "perbaiki tanggalnya",
    ),
    "IKM614": (
        "{count} sanggahan belum dijawab ({ids})",
        'jawab di objections.yaml: `status: accepted` atau `rejected`, dengan `answered` dan `answer`{flag:?; bila tetap ditetapkan: `% "..."`}',
    ),
    "IKM615": (
        "sanggahan {id} dari {number} diterima, tetapi tidak ada keputusan sesudahnya",
        "catat apa yang diubah, misalnya `ikmctl decide correct {number} ... --document REF`, atau sebut di `answer` bahwa tidak ada yang berubah",
    ),
    "IKM616": (
        "{list} ditulis dengan kata lain di program.yaml: judul, tempat, tanggal, penanda tangan atau judul kolom; tidak ada aturan yang berubah",
        "daftarnya tetap cocok; `ikmctl curate` menulisnya ulang dengan kata yang baru, `git restore` mengembalikan kata yang lama",
    ),
    "IKM617": (
        "daftar ini tidak memuat sidik peristiwa dan judulnya: perubahan kata di events.yaml dan program.yaml tidak ketahuan",
        "tidak ada yang perlu diperbaiki; `ikmctl curate` menambahkan sidiknya ke daftar yang masih boleh ditulis",
    ),
    "IKM618": (
        "marks.csv tidak sesuai dengan lembar nilai di `private/`: {place} di sini `{found}`, di sana `{expected}`",
        "cari siapa yang mengubahnya: `git log -p marks.csv`; nilai yang salah diperbaiki dengan `ikmctl decide correct`, atau dengan mengimpor lembarnya lagi",
    ),
    "IKM619": (
        "lembar nilai yang tidak ada di `private/`, tidak boleh dibaca, atau tidak lagi terbaca seperti dulu: {count} ({sheets}); tidak dapat dikatakan untuk {marks} nilai yang mungkin berasal dari sana",
        "kembalikan berkasnya ke `private/` bila masih ada (imports.csv menyebut sidiknya); bila tidak, bandingkan nilai itu dengan kertasnya",
    ),
    "IKM620": (
        "program.yaml tidak menyebut sampai kapan data pribadi disimpan",
        "tambahkan `privacy: {{retention: 2030-12-31}}`, menurut jadwal retensi arsip kantor",
    ),
    "IKM621": (
        "data pribadi disimpan sampai {retention}, sedangkan ini {on}",
        "tunggu sampai tanggal itu lewat; satu orang dihapus lebih awal dengan `ikmctl purge --person NUMBER`",
    ),
    "IKM622": (
        "penghapusan tidak dapat dibatalkan, dan tidak ada terminal untuk bertanya",
        "tambahkan `--yes` jika memang itu maksudnya",
    ),
    "IKM623": (
        "register belum dicadangkan dalam keadaannya sekarang",
        "jika arsip memerlukannya, berhenti dan jalankan dulu `ikmctl backup -o FILE`",
    ),
    "IKM624": (
        "tidak ada data pribadi `{program}` di komputer ini",
        "sebut folder bersama kantor di IKMCTL_PRIVATE, jika letaknya di sana",
    ),
    "IKM625": (
        "register tidak memuat baris `{number}`",
        "periksa nomornya dengan `ikmctl show participants`; mungkin sudah pernah dihapus",
    ),
    "IKM626": (
        "tidak ada yang dihapus: jawabannya bukan `{program}`",
        "ketik id program untuk setuju",
    ),
    "IKM627": (
        "git melacak berkas ini, dan isinya memuat data pribadi (angka yang tampak seperti NIK: {nik}, nomor telepon: {phone}, alamat email: {email})",
        'simpan berkas ini di private/ dan keluarkan dari git: `git rm --cached "{name}"`; bila sudah di-commit, riwayat git masih memuatnya: baca docs/privacy.md',
    ),
    "IKM628": (
        "isi berkas ini tidak dapat diperiksa{what:?: %}",
        "buka dan pastikan sendiri bahwa isinya tidak memuat data pribadi; bila memuat, simpan di private/",
    ),
    "IKM629": (
        "bidang {count} peserta belum ada ({people}); selama itu mereka tidak dapat terpilih",
        "isi bidangnya di buku kerja pendaftaran lalu impor lagi; nomor peserta tetap sama",
    ),
    "IKM630": (
        "nama {count} peserta belum ada ({people})",
        "isi namanya di buku kerja pendaftaran lalu impor lagi; nomor peserta tetap sama",
    ),
    "IKM631": (
        "nomor telepon {count} peserta belum ada ({people}), jadi mereka tidak dapat dikabari lewat `ikmctl report messages`",
        "isi nomornya di buku kerja pendaftaran lalu impor lagi; nomor peserta tetap sama",
    ),
    "IKM632": (
        "nama {count} peserta belum ada ({people}); yang tercantum di dokumen ini dicetak `{shown}`",
        "isi namanya di buku kerja pendaftaran, impor lagi, lalu buat dokumennya sekali lagi",
    ),
    "IKM633": (
        "`{left}` dan `{right}` adalah orang yang sama menurut jawaban `ikmctl duplicates`, dan keduanya ada di dokumen ini",
        "putuskan siapa yang menerima, lalu hapus yang lain dari dokumen ini sebelum ditandatangani",
    ),
    "IKM635": (
        "keputusan yang tercatat pada `finalize` bernomor `{recorded}`, bukan `{stated}`; yang tercetak `{printed}`",
        "periksa surat keputusannya: samakan nomor di program.yaml atau pada `--number`; bila yang tercatat salah, `ikmctl reopen` lalu `ikmctl finalize`",
    ),
    "IKM636": (
        "nomor `{number}` sudah dipakai untuk `{other}` di documents.csv",
        "beri nomor lain: `--number`",
    ),
    "IKM637": (
        "hook pre-commit `{file}` bukan skrip shell, jadi tidak dapat ditambahi",
        "panggil `ikmctl git-hook pre-commit` dari dalam hook itu, dan gagalkan commit jika perintah itu gagal",
    ),
    "IKM638": (
        "`decide {act}` berlaku untuk satu peserta, sedangkan yang disebut {count}",
        "catat satu per satu untuk setiap peserta, contoh: `{example}`",
    ),
    "IKM640": (
        "tahap `{stage}` belum dapat dibuka kembali: tahap `{later}`, yang pesertanya diambil dari daftar itu, sudah ditetapkan",
        'buka kembali tahap yang lebih akhir dulu: `ikmctl reopen --stage {later} --decree "..." --reason "..."`',
    ),
    "IKM641": (
        "{id} sudah dimasukkan ke tahap `{stage}` dengan kursi `{seat}`; tidak ada yang akan berubah",
        "lihat daftarnya dengan `ikmctl show shortlist --stage {stage}`; jika yang dimaksud orang lain, tulis nomornya",
    ),
    "IKM642": (
        "`--map {field}=...` ditulis dua kali, untuk `{first}` dan untuk `{second}`",
        "tulis tiap isian satu kali saja, dengan judul kolom yang benar",
    ),
    "IKM643": (
        "isi variabel `{variable}` bukan teks UTF-8",
        "isi ulang di terminal ini, atau taruh kata sandinya di sebuah berkas: `--passphrase-file BERKAS`",
    ),
    "IKM644": (
        "folder `{folder}` sesudah `-C` tidak ada",
        "periksa ejaannya; folder itu dicari dari tempat Anda sekarang",
    ),
    "IKM650": (
        "belum ada kebutuhan perusahaan untuk dipasangkan",
        "tulis di partners.yaml, atau masukkan dengan `ikmctl import FILE.xlsx --as partners`",
    ),
    "IKM651": (
        "kebutuhan perusahaan tidak punya `{attribute}`",
        "yang ada: {known}; mungkin `line.{near}`",
    ),
    "IKM652": (
        "`{found}` membaca kebutuhan perusahaan, sedangkan tahap `{stage}` tidak memasangkan anggota dengan kebutuhan",
        "beri tahap itu `kind: match`, atau hapus bagian ini",
    ),
    "IKM653": (
        "tahap `{stage}` memasangkan, jadi perlu kriteria dengan `method: weighted_sum`: nilai cara lain hanya dapat dibandingkan di dalam satu kebutuhan",
        "tulis kriteria dengan skala tetap, misalnya `{{source: {{ratio: [fields.capacity, line.volume]}}, scale: {{linear: [0.2, 1]}}}}`",
    ),
    "IKM654": (
        "tahap `{stage}` mengusulkan anggota kepada perusahaan tanpa meminta persetujuannya",
        "tambahkan `- {{rule: consent}}` di bawah `eligibility:`",
    ),
    "IKM655": (
        "tidak ada tahap{stage:? bernama `%`} yang memasangkan anggota dengan kebutuhan",
        "{known:?yang memasangkan: `--stage %`; atau }beri satu tahap di program.yaml `kind: match`",
    ),
    "IKM656": (
        "tahap `{stage}` memasangkan anggota dengan kebutuhan perusahaan, tidak membuat daftar orang",
        "jalankan `ikmctl match --stage {stage}`",
    ),
    "IKM657": (
        "dua kebutuhan bernama `{line}`",
        "beri setiap kebutuhan dari setiap perusahaan id sendiri",
    ),
    "IKM658": (
        "`{who}` memegang dua peran: {roles}",
        "serahkan salah satunya kepada orang lain, atau biarkan dan sebutkan alasannya di berita acara",
    ),
    "IKM659": (
        "tidak ada yang ditambahkan ke tahap `{stage}`: tahap ini memasangkan anggota dengan kebutuhan",
        "perbaiki data anggota dengan `ikmctl decide correct`, atau hapus catatan ini",
    ),
    "IKM660": (
        "belum ada yang memenuhi kebutuhan `{line}` dari perusahaan `{firm}` ({gaps} anggota hampir cocok)",
        "lihat yang kurang dengan `ikmctl explain {line}`",
    ),
    "IKM661": (
        "outcomes.csv tidak memuat {lacking} sesudah program",
        "masukkan tindak lanjut dengan `ikmctl import FILE.xlsx --as outcomes`; satu baris per orang dan hari, dengan sumbernya",
    ),
    "IKM662": ("`{value}` bukan kebutuhan di partners.yaml", "tulis id kebutuhannya; yang dikenal: {known}"),
    "IKM663": (
        "`days: {days}`, padahal {start} sampai {end} tanpa {off} hari libur berisi {found} hari latihan",
        "perbaiki `start`, `end`, atau `off`, atau tulis `days: {found}`",
    ),
    "IKM664": (
        "kelas {track} tidak dapat dibuka: {eligible} calon memenuhi syarat, paling sedikit {least}{pending:?; tertunda: %}",
        "lihat yang kurang dengan `ikmctl show scores` dan `ikmctl show pending`, atau turunkan `quota: {{min: {least}}}` dengan keputusan kantor",
    ),
    "IKM665": (
        "nilai publik `{value}` begitu pendek sehingga siapa yang menang pada hasil yang mana dapat dihitung sebelumnya",
        'undi paling sedikit {enough} tanda, lebih baik dua puluh angka dengan dadu bersisi sepuluh{flag:?; bila nilai ini tetap dipakai: `% "..."`}',
    ),
    "IKM670": (
        "{subject} ditulis dengan koma desimal: `{found}`",
        "tulis `{leaf}: {meant}`, dengan titik",
    ),
    "IKM671": (
        "{subject} `{found}` belum dikenal",
        "versi ikmctl ini membaca format {limit}: pasang versi yang lebih baru, atau tulis `format: {limit}`",
    ),
    "IKM672": (
        "id program `{id}` berbeda dari nama foldernya `{folder}`",
        "samakan keduanya, agar `--cohort` dan dokumen menyebut program yang sama: tulis `id: {folder}`, atau ganti nama foldernya",
    ),
    "IKM673": (
        "paling sedikit {min} orang dengan `{field}` = `{value}`, sedangkan yang terdaftar {count}",
        "bila pendaftaran sudah tutup, batas ini tidak dapat dipenuhi: ubah `min` dengan keputusan kantor, atau terima pendaftar lagi",
    ),
    "IKM674": (
        "kode wilayah `{found}` tidak ada dalam daftar Kemendagri {vintage}",
        'tulis kode kabupaten atau kota menurut Kemendagri, misalnya `region: "33.24"` untuk Kabupaten Kendal',
    ),
    "IKM675": (
        "aturan tahap `{stage}` ini belum dapat dipenuhi oleh calon yang sudah lolos: {rules}; {count} orang tertunda masih mungkin memenuhinya",
        "jangan longgarkan aturan dulu: impor yang kurang, lihat `ikmctl show pending --stage {stage}`",
    ),
    "IKM676": (
        "tahap `{stage}` tidak punya nilai sama yang terbuka, jadi tidak ada yang diundi",
        'lihat langkah berikutnya dengan `ikmctl status`{flag:?; bila tetap diundi untuk nilai sama yang mungkin timbul: `% "..."`}',
    ),
    "IKM677": (
        "folder `{folder}` tidak ada; tidak ada yang ditulis",
        "buat foldernya lebih dulu, atau periksa ejaannya",
    ),
    "IKM680": (
        "tidak ada templat Word untuk `{kind}`, yang dibuat sebagai {forms}",
        "dokumen dengan templat Word: {known}",
    ),
    "IKM681": (
        "dokumen `{kind}` belum bertanggal; tempatnya diisi titik-titik",
        "tulis di program.yaml sebelum ditandatangani: `documents: {{{spec}: {{date: ...}}}}`",
    ),
    "IKM682": (
        "templat lebih besar dari {packed} MB, atau {unpacked} MB setelah dibuka",
        "perkecil atau hapus gambarnya",
    ),
    "IKM683": (
        "templat memakai `{found}`, yang tidak boleh dipakai dalam templat",
        "templat berisi tanda isian, `if`, dan `for` di dalam paling banyak satu `for` lain; hapus selebihnya",
    ),
    "IKM684": (
        "{number} tidak ikut tahap `{stage}`",
        "sebutkan tahap yang dijawab: `--stage ...`",
    ),
    "IKM685": (
        "tidak ada daftar keluaran bernama `{found}` di `documents.exports`; yang ada: {known}",
        "tulis namanya seperti di program.yaml, atau tambahkan di sana: `exports: {{{found}: {{columns: [{{head: Nama, field: name}}]}}}}`",
    ),
    "IKM686": (
        "daftar keluaran `{export}` meminta kolom `{found}` yang tidak dikenal; yang terdekat: `{near}`",
        "pakai kolom yang dikenal: isian pendaftaran, isian di `fields`, atau {known}",
    ),
    "IKM687": (
        "tidak ada dasar pembayaran untuk tahap `{stage}`: tarif tidak ditulis, dan tahap ini tanpa hadiah",
        "tulis `documents: {{payments: {{rate: 150000}}}}` (rupiah tiap sesi yang dihadiri), atau `awards` pada tahap itu",
    ),
    "IKM688": (
        "tarif {rate} dibayar menurut kehadiran, tetapi program ini tidak mencatat kehadiran per sesi",
        "tambahkan nilai mentah `attendance: {{per: session, ...}}` dan `dates`, atau tulis `per: person` dan `people: selected`",
    ),
    "IKM689": (
        "{people} orang di daftar pembayaran punya sesi yang belum dicatat; sesi itu tidak dibayar",
        "isi kehadiran yang kurang: `ikmctl report attendance`, lalu `ikmctl import` berkas itu",
    ),
    "IKM690": (
        "pembayaran {total} melebihi pagu {budget} sebesar {over}",
        "periksa `rate` dan `budget` pada `documents: {{payments: ...}}`; daftar tetap dibuat dan menyebut kelebihannya",
    ),
    "IKM691": (
        "sebelum pesan dikirim: {unannounced:?daftar belum diumumkan; }{without} orang tanpa nomor telepon",
        (
            "{unannounced:?umumkan dulu dengan `ikmctl announce`}{both:?; }"
            "{unreached:?hubungi yang tanpa nomor telepon dengan cara lain}"
        ),
    ),
    "IKM692": (
        "nomor sertifikat `{found}` tidak memuat `{{n}}`, jadi semua sertifikat akan bernomor sama",
        "tulis deretnya, contoh: `number: 500.9/{{n:03}}/WUB/2025`",
    ),
    "IKM693": (
        "tahap `{stage}` tidak meminta persetujuan siapa pun, jadi tidak ada anggota yang boleh dicantumkan",
        "tambahkan `- {{rule: consent}}` di bawah `eligibility:` tahap itu, lalu impor jawaban anggota",
    ),
    "IKM694": (
        "tahap `{stage}` belum punya daftar{rules:?: tidak ada yang memenuhi semua aturan ini sekaligus, %}; dokumen ini belum boleh ditandatangani",
        "lihat yang dapat diubah dengan `ikmctl curate`, lalu buat lagi",
    ),
    "IKM695": (
        "{people} penerima sertifikat punya sesi yang belum dicatat; sertifikatnya tidak menyebut kehadiran",
        "isi kehadiran yang kurang: `ikmctl report attendance`, lalu `ikmctl import` berkas itu",
    ),
    "IKM696": (
        "teks pengumuman untuk WhatsApp berisi {length} karakter, padahal pesan terpotong sesudah {most}",
        "kirim PDF-nya, atau bagi teks itu menurut bidang sebelum dikirim",
    ),
    "IKM697": (
        "{people:?nama %}{both:? dan }{own:?tulisan dinas di program.yaml} memuat huruf yang tidak ada di jenis huruf PDF; di kertas, huruf itu menjadi kotak kosong",
        "tulis ejaan seperti di KTP, dengan huruf Latin dan tanpa gambar, lalu buat dokumennya sekali lagi",
    ),
    "IKM698": (
        "dokumen `{kind}` bertanggal {found}, padahal daftarnya baru {announced:?diumumkan}{decided:?ditetapkan} pada {act}",
        "{spec:?betulkan `date:` di bawah `%:` pada bagian `documents:` di program.yaml}{on:?ulangi dengan `--on %` atau hari sesudahnya}",
    ),
    "IKM699": (
        "juri {judges} memberi nilai `{mark}` yang sama di semua {count} sel; mungkin lembar yang satu disalin dari yang lain",
        "cocokkan dengan lembar yang ditandatangani tiap juri; bila memang disalin, minta juri itu menilai sendiri",
    ),
}
