"""Problems 3xx: participants, the register, duplicates, backup, old lists, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM300": (
        "berkas ini tampaknya daftar nilai atau hadir, bukan daftar peserta; tidak ada yang diimpor",
        "jalankan: `{command}`; bila memang daftar peserta, tambahkan `--as participants`",
    ),
    "IKM301": (
        "baris ini tidak menyebut siapa pendaftarnya: `{fields}` kosong",
        "isi kolom itu, atau isi nomor peserta bila sudah terdaftar",
    ),
    "IKM302": (
        "isian yang berbeda dari pendaftar yang sama; bandingkan dengan baris {rows} (kolom: {fields})",
        "hapus baris yang salah, atau isi waktu pendaftaran agar isian terbaru yang dipakai",
    ),
    "IKM303": (
        "nomor pendaftaran `{id}` dipakai dua pendaftar yang berbeda; keduanya belum diimpor",
        "perbaiki nomor salah satunya, atau kosongkan agar dibuatkan nomor",
    ),
    "IKM304": (
        "nomor di baris ini milik peserta `{id}`, tetapi identitasnya milik peserta `{other}`",
        "perbaiki nomor atau identitasnya sehingga keduanya menunjuk orang yang sama",
    ),
    "IKM305": (
        "nomor `{found}` tidak dipakai: orang ini sudah terdaftar sebagai `{id}` dan nomor tidak pernah berubah",
        "tidak perlu apa-apa; pakai `{id}` di daftar nilai dan dokumen",
    ),
    "IKM306": (
        "identitas ini baru, tetapi nomor HP dan namanya sama dengan peserta {ids}; apakah orangnya sama?",
        "di buku kerja tolakan pilih nomor pesertanya bila sama (identitas lama tetap dicatat), atau tulis `BARU` bila orang lain",
    ),
    "IKM307": (
        "identitas ini pernah dipakai peserta {ids}, tetapi namanya lain; apakah orangnya sama?",
        "di buku kerja tolakan pilih nomor pesertanya bila sama, atau tulis `BARU` bila orang lain",
    ),
    "IKM308": (
        "nama ini hampir sama dengan peserta {ids}, hanya ejaannya berbeda; apakah sama?",
        "di buku kerja tolakan pilih nomor pesertanya bila sama, atau tulis `BARU` bila lain",
    ),
    "IKM309": (
        "nomor HP dan nama sama dengan baris {rows}, tetapi identitasnya berbeda; keduanya diimpor",
        "jalankan `ikmctl duplicates` untuk memeriksa dan menjawabnya",
    ),
    "IKM310": (
        "daftar identitas ini rusak atau disimpan ulang oleh Excel{line:? (baris %)}",
        "pulihkan dari cadangan: `ikmctl restore FILE`; jangan mengedit berkas ini dengan Excel",
    ),
    "IKM311": (
        "nomor `{id}` ada dua kali di daftar identitas{line:? (baris %)}",
        "pulihkan dari cadangan: `ikmctl restore FILE`",
    ),
    "IKM312": (
        "kunci kantor rusak: bukan 32 byte",
        "pulihkan dari cadangan: `ikmctl restore FILE`; kunci yang hilang tidak dapat dibuat ulang",
    ),
    "IKM313": (
        "catatan bantuan terdahulu ini rusak{line:? (baris %)}",
        "pulihkan dari cadangan: `ikmctl restore FILE`, atau impor lagi daftarnya dengan `--as history`",
    ),
    "IKM314": (
        "{count} peserta ({people}) tetap peserta, tetapi data pribadinya sudah dihapus, jadi tidak dikenali lagi",
        "bila salah seorang peserta baru di berkas ini sebenarnya mereka, tulis nomornya di kolom `No. peserta`, atau keluarkan barisnya",
    ),
    "IKM315": (
        "hasil tahap `{stage}` sudah ditetapkan; impor ini mengubah {count} peserta ({people}), maka tidak ada yang ditulis",
        'nama dan nomor telepon tetap dapat diperbaiki; bila data lain harus berubah, buka kembali: `ikmctl reopen --stage {stage} --decree NOMOR --reason "ALASAN"`',
    ),
    "IKM316": (
        "ada {count} peserta, tetapi daftar identitasnya tidak ada di komputer ini; tidak ada yang diimpor",
        "pulihkan folder `private/` dari cadangan: `ikmctl restore FILE`, atau tunjuk folder kantor dengan IKMCTL_PRIVATE",
    ),
    "IKM317": (
        "tidak ada kolom untuk `{fields}`, jadi tidak jelas baris mana milik siapa; judul kolom yang ada: {headers}",
        '{likely:?isi kolom `%` tampak seperti NIK (16 digit); bila benar, jalankan }{command:?`%`}{other:?bila ada di kolom lain: `--map %="JUDUL KOLOM"`}',
    ),
    "IKM318": (
        "aturan atau calon sudah disegel; impor ini mengubah {count} peserta ({people})",
        'bila memang harus, ulangi dengan `--reason "ALASAN"`; alasan itu dicatat, dan tampil bersama daftarnya dan di berita acara',
    ),
    "IKM319": (
        "{count} peserta tidak dapat dikeluarkan karena sudah punya nilai atau keputusan: {people}",
        'catat sebagai mundur: `ikmctl decide withdraw NOMOR --kind mundur --reason "..."`',
    ),
    "IKM320": (
        "berkas ini tampaknya daftar peserta, bukan daftar nilai; tidak ada yang diimpor",
        "jalankan: `{command}`",
    ),
    "IKM321": (
        "berkas ini tidak punya kolom untuk {fields}, padahal aturan program membutuhkannya; peserta baru masuk tanpa isian itu",
        'bila ada di kolom lain: `--map {field}="JUDUL KOLOM"`; judul yang tidak dibaca: {headers}',
    ),
    "IKM330": (
        "cadangan terenkripsi memerlukan paket `pyrage`, yang belum terpasang",
        "jalankan: `python -m pip install pyrage`",
    ),
    "IKM331": (
        "kata sandi terlalu pendek; paling sedikit {least} huruf",
        "pakai beberapa kata yang mudah diingat, contoh: empat kata acak dengan spasi; simpan juga di amplop tertutup",
    ),
    "IKM332": (
        "tidak ada daftar identitas untuk dicadangkan",
        "impor daftar peserta lebih dulu: `ikmctl import FILE`",
    ),
    "IKM333": (
        "cadangan tidak terbuka: kata sandinya salah, atau berkasnya rusak",
        "ketik ulang kata sandinya; huruf besar dan kecil dibedakan",
    ),
    "IKM334": (
        "berkas ini terbuka, tetapi bukan cadangan ikmctl yang utuh; tidak ada yang dipulihkan",
        "pakai berkas yang dibuat dengan `ikmctl backup`",
    ),
    "IKM335": (
        "cadangan ini milik program `{found}`, bukan `{expected}`",
        "pilih programnya: `ikmctl restore FILE --cohort {found}`",
    ),
    "IKM336": (
        "kantor ini sudah punya kunci lain; kunci tidak pernah ditimpa",
        "pindahkan kunci yang ada ke tempat aman lebih dulu, lalu ulangi; riwayat bantuan hanya terbaca dengan kuncinya sendiri",
    ),
    "IKM338": (
        "berkas ini sudah ada dengan isi lain; tidak ada yang dipulihkan",
        "bila yang di sini memang boleh hilang, ulangi dengan `--force`",
    ),
    "IKM339": (
        "cadangan ini lebih lama: {count} peserta tidak ada identitasnya di dalamnya ({people})",
        "cari cadangan yang lebih baru, atau impor lagi daftar peserta yang memuat nomor mereka",
    ),
    "IKM340": (
        "catatan jawaban pendaftar ganda ini rusak{line:? (baris %)}",
        "pulihkan dari cadangan: `ikmctl restore FILE`; jangan mengedit berkas ini dengan Excel",
    ),
    "IKM341": (
        "jawaban `{found}` tidak dikenal",
        "tulis `SAMA` atau `BERBEDA`, atau kosongkan bila belum tahu",
    ),
    "IKM342": (
        "tidak ada peserta dengan nomor {found}",
        "pakai buku kerja dari `ikmctl duplicates`, jangan mengubah kolom nomornya",
    ),
    "IKM343": (
        "ini bukan buku kerja jawaban pendaftar ganda",
        "pakai berkas yang dibuat `ikmctl duplicates`",
    ),
    "IKM350": (
        "daftar lama ini tidak punya kolom NIK, padahal orang hanya dikenali lagi lewat NIK; judul kolom yang ada: {headers}",
        'bila NIK ada di kolom lain: `--map nik="JUDUL KOLOM"`',
    ),
    "IKM351": (
        "tidak jelas tahun berapa bantuan dalam daftar ini",
        "sebutkan tahunnya: `--year 2023`, atau tambahkan kolom `Tahun`",
    ),
    "IKM352": (
        "daftar ini perlu nama pendek, agar kelak jelas daftar mana yang sudah diperiksa",
        "sebutkan: `--list wub-2023`",
    ),
    "IKM353": (
        "`{field}`: ini bukan tahun",
        "tulis empat angka, contoh: `2023`",
    ),
    "IKM354": (
        "tidak ada kolom hasil pemantauan di berkas ini; judul kolom yang ada: {headers}",
        'kolom yang dikenal antara lain omzet, jumlah tenaga kerja, izin; petakan dengan `--map turnover="JUDUL KOLOM"`',
    ),
    "IKM355": (
        "`{field}`: sumber `{found}` tidak dikenal",
        "tulis `sendiri`, `kunjungan`, `dokumen` atau `tidak terhubungi`",
    ),
    "IKM356": (
        "berkas ini berisi catatan tangan, yang akan hilang bila ditulis ulang",
        "tambahkan kebutuhan perusahaan langsung di berkas ini, atau pindahkan berkas ini dulu lalu impor lagi",
    ),
    "IKM357": (
        "calon sudah disegel; impor ini mengubah kebutuhan {lines}",
        'bila memang harus, ulangi dengan `--reason "ALASAN"`',
    ),
    "IKM358": (
        "`{field}` kosong, padahal wajib diisi",
        "isi selnya, atau hapus barisnya",
    ),
}
