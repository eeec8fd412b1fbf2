"""Problems 2xx: spreadsheets and the values in them, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM200": (
        "berkas spreadsheet ini tidak ada",
        (
            "periksa ejaan nama dan foldernya{near:?; berkas yang namanya mirip di folder itu: %}"
            "{mended:?; `%` dihapus sendiri setelah semua barisnya masuk, jadi tidak perlu diimpor lagi}"
        ),
    ),
    "IKM201": ("ini folder, bukan berkas spreadsheet", "sebutkan berkasnya, contoh: `ikmctl import data/peserta.xlsx`"),
    "IKM202": (
        "nama berkas berisi spasi, jadi terbaca sebagai beberapa berkas; yang dimaksud mungkin `{name}`",
        'apit nama berkas dengan tanda kutip: `ikmctl import "{name}"`',
    ),
    "IKM203": (
        "berkas tidak dapat dibaca: {why}",
        "tutup berkas itu di program lain dan periksa izin foldernya, lalu ulangi",
    ),
    "IKM204": (
        "isi berkas ini {found}, bukan spreadsheet, apa pun akhiran namanya",
        "{save:?buka di Excel, pilih `Save As` dengan jenis `Excel Workbook (*.xlsx)`, lalu impor hasilnya}{unpack:?buka arsipnya, lalu impor spreadsheet yang ada di dalamnya}{copy:?minta berkas Excel aslinya kepada pengirim; bila tidak ada, salin isi tabelnya ke lembar Excel yang baru, periksa setiap kolom, simpan, lalu impor lembar itu}",
    ),
    "IKM205": (
        "tidak ada isi yang dapat dibaca",
        "pastikan berkas yang benar yang dipilih dan sudah disimpan dari Excel",
    ),
    "IKM206": (
        "berkas ini dikunci dengan kata sandi",
        (
            "buka di Excel, hapus kata sandinya lewat `File > Info > Protect Workbook > Encrypt with Password` "
            "(kosongkan), simpan, lalu impor lagi"
        ),
    ),
    "IKM207": (
        "buku kerja rusak dan tidak dapat dibaca ({why})",
        (
            "minta pengirim mengirim ulang, atau buka di Excel, biarkan Excel memperbaikinya, lalu simpan sebagai"
            " `.xlsx` baru"
        ),
    ),
    "IKM208": (
        "isi berkas terlalu besar: {size} MB, paling besar {most} MB",
        "hapus gambar, lembar dan baris kosong yang tidak dipakai, atau bagi menjadi beberapa berkas",
    ),
    "IKM209": (
        "buku kerja ditolak karena bentuknya tidak wajar: {what}",
        "salin tabelnya ke buku kerja baru yang kosong, simpan sebagai `.xlsx`, lalu impor yang baru itu",
    ),
    "IKM210": (
        (
            "ada isi atau format jauh di luar tabel, di sel `{far}`, sehingga lembar ini terbaca {rows} baris x "
            "{columns} kolom"
        ),
        (
            "di Excel tekan `Ctrl+End`, hapus baris dan kolom di luar tabel (`Delete`, bukan hanya isinya), "
            "simpan, lalu impor lagi"
        ),
    ),
    "IKM211": (
        "buku kerja berisi makro; makro tidak dijalankan dan tidak dibaca",
        "simpan sebagai `Excel Workbook (*.xlsx)` agar peringatan ini hilang",
    ),
    "IKM212": (
        "pembacaan dihentikan: {why}",
        "salin tabelnya ke buku kerja baru yang kosong, simpan sebagai `.xlsx`, lalu impor yang baru itu",
    ),
    "IKM213": ("tidak ada lembar bernama `{name}`", "lembar yang ada: {sheets}"),
    "IKM214": (
        "ada {count} lembar yang berisi tabel: {sheets}",
        'pilih satu dengan `--sheet`, contoh: `--sheet "{first}"`',
    ),
    "IKM215": ("lembar tersembunyi `{sheet}` tidak dibaca", 'bila isinya perlu diimpor: `--sheet "{sheet}"`'),
    "IKM216": (
        "ada baris atau kolom tersembunyi yang ikut dibaca: {what}",
        "tampilkan di Excel (`Unhide`) dan periksa; hapus yang bukan data",
    ),
    "IKM217": (
        "judul kolom yang dikenal terlalu sedikit; tidak ada baris yang dianggap judul",
        (
            "tulis judul di baris tepat di atas data, contoh: `Nama Lengkap`, `NIK`, `No. HP`; "
            'judul yang lain sebutkan artinya: `--map name="JUDUL KOLOM"`'
            "{guess:?; dugaan dari isi kolom: %}"
        ),
    ),
    "IKM218": (
        "tidak ada baris data di bawah judul kolom di baris {row}",
        "periksa apakah ini lembar dan berkas yang benar",
    ),
    "IKM219": (
        "lebih dari satu kolom cocok untuk `{field}`: {cells}",
        "pilih satu dengan huruf kolomnya: `--map {field}={letter}`",
    ),
    "IKM220": (
        "judul kolom `{header}` mirip `{alias}` ({likeness} %), tetapi tidak sama",
        "{command:?bila benar, jalankan `%`; pilihan ini diingat untuk impor berikutnya}{all:?bila semuanya benar, jalankan `%`, tanpa `--map` yang tidak benar; pilihan ini diingat untuk impor berikutnya}{above:?perintahnya ada pada saran untuk judul di %}",
    ),
    "IKM221": ("`--map` menyebut judul kolom `{header}`, tetapi tidak ada", "judul yang ada: {headers}"),
    "IKM222": ("`--map` menyebut isian `{field}`, yang tidak dikenal", "isian yang dikenal mirip itu: {near}"),
    "IKM223": (
        "ada huruf yang bukan {encoding}",
        (
            "simpan ulang dari Excel sebagai `CSV UTF-8`, atau, bila berkas memang dari program lama, tambahkan "
            "`--encoding {likely}`"
        ),
    ),
    "IKM224": (
        "ada karakter rusak ({what}): sebagian isi hilang saat berkas disimpan",
        "ambil lagi berkas aslinya dan simpan sebagai `.xlsx` atau `CSV UTF-8`",
    ),
    "IKM225": (
        "tanda kutip tidak berpasangan mulai baris ini, sehingga baris sesudahnya dapat ikut tertelan",
        'tutup tanda kutipnya, atau tulis `""` untuk tanda kutip di dalam isi',
    ),
    "IKM226": (
        (
            "baris ini punya {found} sel, padahal judulnya {expected}: ada pemisah di dalam isi yang tidak diapit"
            " tanda kutip"
        ),
        'apit isi yang berisi pemisah dengan tanda kutip, contoh: `"Jl. Melati 3, Kendal"`',
    ),
    "IKM227": (
        "baris ini lebih panjang dari {most} KB",
        "periksa tanda kutip dan akhir baris; berkas ini mungkin bukan tabel",
    ),
    "IKM228": (
        (
            "berkas CSV ini tersimpan dua kali: setiap baris terkumpul dalam satu sel; sudah dipecah lagi dengan "
            "pemisah `{inner}`"
        ),
        "lain kali buka lewat `Data > From Text/CSV` di Excel",
    ),
    "IKM229": ("`--encoding {encoding}` tidak dikenal", "yang lazim: `utf-8`, `cp1252`, `utf-16`"),
    "IKM230": (
        "sel yang digabung ke bawah diisikan ke setiap barisnya: {cells}",
        "periksa apakah isinya memang berlaku untuk semua baris itu; lebih aman tanpa `Merge Cells`",
    ),
    "IKM240": (
        "`{field}`: sel ini menampilkan kesalahan Excel `{found}`",
        "perbaiki rumusnya di Excel, atau ketik nilainya",
    ),
    "IKM241": (
        "`{field}`: sel ini berisi rumus yang hasilnya tidak tersimpan",
        "buka berkas di Excel, simpan ulang, lalu ulangi perintah ini; atau tempel sebagai nilai (`Paste Special > Values`)",
    ),
    "IKM242": (
        "`{field}`: isi sel {length} huruf, paling banyak {most}",
        "pendekkan isinya; kolom ini mungkin tertukar dengan kolom lain",
    ),
    "IKM243": (
        "`{field}`: `{found}` bukan bilangan bulat",
        "tulis angka saja, contoh: `5`; bila nol tulis `0`, bila belum tahu kosongkan",
    ),
    "IKM244": (
        "`{field}`: `{found}` bukan angka",
        "tulis angka dengan koma desimal, contoh: `12,5`; bila belum tahu kosongkan",
    ),
    "IKM245": (
        "`{field}`: `{found}` kurang dari batas terkecil {least}",
        "periksa angkanya; batas kolom ini ada di program.yaml (`min:`)",
    ),
    "IKM246": (
        "`{field}`: `{found}` lebih dari batas terbesar {most}",
        "periksa angkanya; batas kolom ini ada di program.yaml (`max:`)",
    ),
    "IKM247": (
        "`{field}`: `{found}` dapat dibaca dengan dua cara, misalnya seribu lima ratus atau satu setengah",
        (
            "tulis tanpa titik dan dengan satuan, contoh: `1500000` atau `1,5 juta`; atau beri batas `min:` dan "
            "`max:` kolom ini di program.yaml"
        ),
    ),
    "IKM248": ("`{field}`: `{found}` tidak dikenal", "{known:?pakai salah satu: %}"),
    "IKM249": ("`{field}`: `{found}` tidak ada dalam daftar", "mungkin maksudnya `{near}`; tulis persis seperti itu"),
    "IKM250": (
        (
            "`{field}`: tersimpan sebagai angka ({digits} angka); Excel hanya menyimpan 15 angka, sisanya berubah "
            "menjadi 0"
        ),
        (
            "di Excel format kolom ini sebagai `Text`, lalu ketik ulang nomornya dari KTP atau KK; jangan hanya "
            "mengubah formatnya"
        ),
    ),
    "IKM251": (
        "`{field}`: nomor ini berubah menjadi notasi ilmiah (seperti `3,32E+15`), angkanya sudah hilang",
        "format kolom sebagai `Text` di Excel, lalu ketik ulang nomornya dari dokumen asli",
    ),
    "IKM252": ("`{field}`: NIK ini {digits} angka, seharusnya 16", "salin ulang dari KTP; 16 angka tanpa spasi"),
    "IKM253": (
        "`{field}`: NIK berisi huruf atau tanda selain angka",
        "salin ulang dari KTP; huruf O sering tertulis untuk angka 0",
    ),
    "IKM254": (
        "`{field}`: angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang ada di kalender",
        "salin ulang dari KTP; untuk perempuan tanggalnya ditambah 40",
    ),
    "IKM255": (
        "`{field}`: angka ke-{digits} NIK bukan kode wilayah yang dikenal",
        "salin ulang dari KTP; bila memang begitu di KTP, laporkan",
    ),
    "IKM256": (
        "`{field}`: NIK berakhir dengan 0000; nomor urut dimulai dari 0001",
        "salin ulang dari KTP; angka terakhir mungkin hilang karena kolom berformat angka",
    ),
    "IKM257": (
        "`{field}`: {share} % NIK di kolom ini berakhir dengan 0; biasanya sekitar 10 %",
        "kolom ini mungkin pernah tersimpan sebagai angka; cocokkan beberapa NIK dengan KTP sebelum melanjutkan",
    ),
    "IKM258": (
        "`{field}`: tersimpan sebagai angka dengan {digits} angka; nol di depan hilang (seharusnya {expected} angka)",
        "format kolom sebagai `Text` di Excel, lalu ketik ulang dengan nol di depan",
    ),
    "IKM259": (
        "`{field}`: nomor ini {digits} angka, seharusnya {expected}",
        "salin ulang dari dokumen aslinya; bila belum punya, kosongkan",
    ),
    "IKM260": (
        "`{field}`: `{found}` tanpa tanggal lengkap, dihitung dari {day}",
        "tulis tanggal lengkap bila diketahui, contoh: `17-08-2015`",
    ),
    "IKM261": (
        "`{field}`: angka pemeriksa NPWP tidak cocok, mungkin ada angka yang tertukar",
        "cocokkan dengan kartu NPWP",
    ),
    "IKM262": (
        "`{field}`: `{found}` bukan kode KBLI (5 angka); sel ini dianggap kosong",
        "tulis lima angka, contoh: `10794`",
    ),
    "IKM263": ("`{field}`: `{found}` tidak termasuk golongan KBLI 2020 maupun 2025", "periksa kodenya di OSS"),
    "IKM264": (
        "`{field}`: `{found}` dibaca sebagai {near}",
        "bila benar tidak perlu apa-apa; bila salah perbaiki ejaannya",
    ),
    "IKM265": ("`{field}`: bukan nomor telepon ({digits} angka)", "tulis satu nomor, contoh: `0812-0000-1234`"),
    "IKM266": (
        "`{field}`: ada {count} nilai dalam satu sel, yang pertama dipakai",
        "bila yang pertama bukan yang utama, ubah urutannya",
    ),
    "IKM267": (
        "`{field}`: bukan alamat email; sel ini dianggap kosong",
        "perbaiki, contoh bentuknya: `nama@contoh.id`",
    ),
    "IKM268": (
        "`{field}`: `{found}` bukan tanggal",
        "tulis tanggal-bulan-tahun, contoh: `17-08-1987` atau `17 Agustus 1987`",
    ),
    "IKM269": (
        "`{field}`: tanggal atau jam `{found}` tidak ada",
        "periksa harinya: 31 Februari tidak ada, 29 Februari hanya pada tahun kabisat",
    ),
    "IKM270": (
        "`{field}`: `{found}` tampaknya tertulis bulan/hari/tahun",
        "tulis hari dahulu, contoh: `17-08-1987`; di Google Sheets atur `File > Settings > Locale` ke Indonesia",
    ),
    "IKM271": (
        "`{field}`: tahun ditulis dua angka, dibaca sebagai {year}{century:?tahun %-an}",
        "tulis tahun dengan empat angka bila itu salah",
    ),
    "IKM272": (
        "`{field}`: tanggal `{found}` tidak mungkin di kolom ini",
        "periksa tahunnya; tanggal lahir tidak boleh sesudah hari `as_of` program",
    ),
    "IKM273": (
        "`{field}`: `{found}` tertulis per hari, minggu atau bulan dan disimpan apa adanya",
        "bila kolom ini menanyakan setahun, tulis jumlah setahunnya",
    ),
    "IKM274": (
        "`{field}`: `{found}` mungkin ASN, TNI atau Polri, mungkin bukan; belum dapat diputuskan",
        "tulis `ASN`, `TNI`, `Polri`, atau pekerjaan yang jelas, contoh: `Guru honorer`, `Karyawan swasta`",
    ),
    "IKM275": (
        "`{field}`: wilayah `{found}` tidak dikenal",
        "{near:?nama yang paling mirip: %; }kode Kemendagri juga diterima, contoh: `33.24.08`",
    ),
    "IKM276": (
        "`{field}`: ada beberapa wilayah bernama `{found}`: {choices}",
        "tulis lengkap dengan `Kabupaten` atau `Kota`, atau tulis kodenya",
    ),
    "IKM277": ("`{field}`: `{found}` bukan bagian dari {inside}", "periksa kedua kolom; salah satunya keliru"),
    "IKM278": (
        "`{field}`: bidang `{found}` tidak dikenal{near:?; yang paling mirip: %}",
        "bidang yang ada: {known}; kata lain untuk bidang ditambahkan di program.yaml, contoh: `aliases: [mebel]`",
    ),
    "IKM279": (
        "`{field}`: kelompok `{found}` tidak dikenal{near:?; yang paling mirip: %}",
        "kelompok yang ada: {known}; kata lain ditambahkan di program.yaml pada `groups:`, contoh: `aliases: [...]`",
    ),
    "IKM280": (
        "`{field}`: `{found}` tidak dapat menjadi nomor peserta",
        "pakai huruf, angka, titik, garis miring atau tanda hubung, paling panjang 32, contoh: `P017`",
    ),
    "IKM281": (
        "`{field}`: nomor peserta ini 16 angka, tampaknya NIK",
        "NIK tidak boleh menjadi nomor peserta; kosongkan, nanti dibuatkan nomor",
    ),
    "IKM282": (
        "`{field}`: `{found}` bukan jumlah rupiah",
        "tulis angka, contoh: `3500000`, `Rp 3.500.000` atau `3,5 juta`",
    ),
    "IKM283": (
        "`{field}`: isinya kisaran, bukan satu angka; hanya dipakai bila seluruh kisaran berada dalam satu golongan",
        "tulis satu angka bila diketahui",
    ),
    "IKM284": (
        "`{field}`: tanggal lahir berbeda dari NIK pada `{parts}`",
        "dd hari, mm bulan, yy tahun; cocokkan dengan KTP, baris ini tetap diterima",
    ),
    "IKM285": ("`{field}`: jenis kelamin berbeda dari NIK", "cocokkan keduanya dengan KTP; baris ini tetap diterima"),
    "IKM286": (
        "`{field}`: NIK diterbitkan di kabupaten/kota lain daripada alamatnya",
        "wajar bila orangnya pindah; domisili dinilai dari alamat, bukan dari NIK",
    ),
    "IKM287": ("`{field}`: `{found}` bukan kode kehadiran", "kode yang dipakai: {known}"),
    "IKM288": (
        "`{field}`: nilai `{found}` dihitung dari maksimum lain; nilai ini seharusnya dari {most}",
        "ubah jumlah poin kuis, atau `max:` nilai ini di program.yaml; angka tidak diubah sendiri",
    ),
    "IKM289": ("`{field}`: tidak tampak seperti nama (`{found}`)", "periksa apakah kolomnya tertukar"),
    "IKM290": (
        "isi berkas ini teks biasa, bukan spreadsheet: tidak ada satu baris pun yang berisi judul kolom",
        "pilih spreadsheet yang akan diimpor (`.xlsx`, `.xls`, `.ods` atau `.csv`); catatan dan program.yaml tidak diimpor",
    ),
    "IKM291": (
        "`--year {found}` bukan tahun yang dapat dimuat suatu daftar",
        "tulis empat angka, contoh: `--year 2023`",
    ),
    "IKM292": (
        "`{field}`: `{found}` tidak mungkin, paling sedikit {least}",
        "betulkan angkanya; bila belum tahu, kosongkan selnya",
    ),
    "IKM293": (
        "pasangan ini dijawab dua macam; bandingkan dengan {cells}",
        "pertahankan jawaban yang benar, lalu kosongkan yang lain atau hapus barisnya",
    ),
    "IKM294": (
        "baris ini menyebut peserta {id} di kedua sisi",
        "pakai buku kerja dari `ikmctl duplicates`, jangan mengubah kolom nomornya",
    ),
    "IKM295": (
        "buku kerja ini berisi jawaban yang belum dibaca ({count}); isinya dibiarkan",
        "bacalah: `{command}`; atau pindahkan ke folder lain, lalu jalankan lagi",
    ),
    "IKM296": (
        "buku kerja ini sudah diisi dan belum dibaca; bila dibuat ulang, isinya hilang",
        "bacalah (`{command}`), atau pindahkan ke folder lain; lalu jalankan lagi",
    ),
    "IKM297": (
        "{id} adalah nomor peserta lain yang identitas, nama, dan nomor HP-nya berbeda; tidak ada tanda bahwa orangnya sama",
        "bila orang lain, kosongkan nomornya atau tulis `BARU`; bila orang yang sama, tulis namanya seperti semula",
    ),
    "IKM298": (
        "lembar juri `{judge}`: nomor `{id}` tertulis di beberapa baris ({cells}), sedangkan {lacking} tidak ada",
        "tanyakan kepada juri baris mana milik siapa, tulis kembali nomornya, lalu kumpulkan lagi",
    ),
    "IKM299": (
        "lembar juri `{judge}` ini masih kosong seluruhnya; tidak ada yang diambil",
        "kumpulkan berkas yang dikirim kembali oleh juri; lembar cetak (`-cetak`) diketik lebih dulu ke lembar dari `ikmctl sheets make`",
    ),
}
