"""Problems 2xx and 3xx: spreadsheets, fields, participants, duplicates, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM200": (
        "file spreadsheet ini tidak ada",
        "periksa ejaan nama dan foldernya; file yang namanya mirip di folder itu: {near}",
    ),
    "IKM201": ("ini folder, bukan file spreadsheet", "sebutkan filenya, contoh: `ikmctl import data/peserta.xlsx`"),
    "IKM202": (
        "nama file berisi spasi, jadi terbaca sebagai beberapa file; yang dimaksud mungkin `{name}`",
        'apit nama file dengan tanda kutip: `ikmctl import "{name}"`',
    ),
    "IKM203": (
        "file tidak dapat dibaca: {why}",
        "tutup file itu di program lain dan periksa izin foldernya, lalu ulangi",
    ),
    "IKM204": (
        "isi file ini {found}, bukan spreadsheet, apa pun akhiran namanya",
        "buka di Excel, pilih `Save As` dengan jenis `Excel Workbook (*.xlsx)`, lalu impor hasilnya",
    ),
    "IKM205": (
        "tidak ada isi yang dapat dibaca",
        "pastikan file yang benar yang dipilih dan sudah disimpan dari Excel",
    ),
    "IKM206": (
        "file ini dikunci dengan kata sandi",
        (
            "buka di Excel, hapus kata sandinya lewat `File > Info > Protect Workbook > Encrypt with Password` "
            "(kosongkan), simpan, lalu impor lagi"
        ),
    ),
    "IKM207": (
        "workbook rusak dan tidak dapat dibaca ({why})",
        (
            "minta pengirim mengirim ulang, atau buka di Excel, biarkan Excel memperbaikinya, lalu simpan sebagai"
            " `.xlsx` baru"
        ),
    ),
    "IKM208": (
        "file terlalu besar: {size} MB, paling besar {most} MB",
        "hapus gambar, lembar dan baris kosong yang tidak dipakai, atau bagi menjadi beberapa file",
    ),
    "IKM209": (
        "workbook ditolak karena bentuknya tidak wajar: {what}",
        "salin tabelnya ke workbook baru yang kosong, simpan sebagai `.xlsx`, lalu impor yang baru itu",
    ),
    "IKM210": (
        "ada isi jauh di luar tabel, di sel `{far}`, sehingga lembar ini terbaca {rows} baris x {columns} kolom",
        (
            "di Excel tekan `Ctrl+End`, hapus baris dan kolom di luar tabel (`Delete`, bukan hanya isinya), "
            "simpan, lalu impor lagi"
        ),
    ),
    "IKM211": (
        "workbook berisi makro; makro tidak dijalankan dan tidak dibaca",
        "simpan sebagai `Excel Workbook (*.xlsx)` agar peringatan ini hilang",
    ),
    "IKM212": (
        "pembacaan dihentikan: {why}",
        "salin tabelnya ke workbook baru yang kosong, simpan sebagai `.xlsx`, lalu impor yang baru itu",
    ),
    "IKM213": ("tidak ada lembar bernama `{sheet}`", "lembar yang ada: {sheets}"),
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
        "baris judul kolom tidak ditemukan; tidak ada baris yang dianggap judul",
        (
            "tulis judul di baris tepat di atas data, contoh: `Nama Lengkap`, `NIK`, `No. HP`; dugaan dari isi "
            "kolom: {guess}"
        ),
    ),
    "IKM218": (
        "tidak ada baris data di bawah judul kolom di baris {row}",
        "periksa apakah ini lembar dan file yang benar",
    ),
    "IKM219": (
        "lebih dari satu kolom cocok untuk `{field}`: {cells}",
        "pilih satu dengan huruf kolomnya: `--map {field}={letter}`",
    ),
    "IKM220": (
        "judul kolom `{header}` mirip `{alias}` ({likeness} %), tetapi tidak sama",
        "bila benar, jalankan dengan `--map {field}={quoted}`; pilihan ini diingat untuk impor berikutnya",
    ),
    "IKM221": ("`--map` menyebut judul kolom `{header}`, tetapi tidak ada", "judul yang ada: {headers}"),
    "IKM222": ("`--map` menyebut isian `{field}`, yang tidak dikenal", "isian yang dikenal mirip itu: {near}"),
    "IKM223": (
        "ada huruf yang bukan {encoding}",
        (
            "simpan ulang dari Excel sebagai `CSV UTF-8`, atau, bila file memang dari program lama, tambahkan "
            "`--encoding cp1252`"
        ),
    ),
    "IKM224": (
        "ada karakter rusak ({what}): sebagian isi hilang saat file disimpan",
        "ambil lagi file aslinya dan simpan sebagai `.xlsx` atau `CSV UTF-8`",
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
        "periksa tanda kutip dan akhir baris; file ini mungkin bukan tabel",
    ),
    "IKM228": (
        (
            "file CSV ini tersimpan dua kali: setiap baris terkumpul dalam satu sel; sudah dipecah lagi dengan "
            "pemisah `{inner}`"
        ),
        "lain kali buka lewat `Data > From Text/CSV` di Excel",
    ),
    "IKM229": ("`--encoding {encoding}` tidak dikenal", "yang lazim: `utf-8`, `cp1252`, `utf-16`"),
}
