"""Problems 9xx: files, machine, bugs, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM900": (
        "tidak ada berkas `{file}`",
        "periksa nama dan foldernya",
    ),
    "IKM901": (
        "`{file}` adalah folder, bukan berkas",
        "sebutkan berkas di dalamnya",
    ),
    "IKM902": (
        "tidak ada izin membaca atau menulis `{file}`",
        "minta izin memakai folder ini atau hapus tanda hanya-baca",
    ),
    "IKM903": (
        "`{file}` bukan teks UTF-8",
        "simpan ulang sebagai UTF-8; di Excel: CSV UTF-8, di Notepad: Encoding UTF-8",
    ),
    "IKM904": (
        "`{file}` lebih besar dari {limit} MB",
        "ini bukan berkas tulisan ikmctl; periksa apakah berkasnya benar",
    ),
    "IKM905": (
        "komputer gagal membaca atau menulis `{file}` ({error}); tidak ada yang berubah",
        "coba lagi; jika gagal lagi, periksa disk atau folder jaringan",
    ),
    "IKM906": (
        "disk penuh: `{file}` tidak dapat ditulis; tidak ada yang berubah",
        "kosongkan sebagian disk lalu jalankan lagi perintahnya",
    ),
    "IKM907": (
        "perintah ikmctl lain sudah lebih dari {seconds} detik menulis ke program di folder ini",
        "tunggu sampai selesai atau tutup jendela yang macet, lalu jalankan lagi perintahnya",
    ),
    "IKM908": (
        "perintah sebelumnya terputus saat menulis; berkas mungkin setengah lama setengah baru",
        "jalankan perintah apa pun yang menulis, misalnya `ikmctl curate`: penulisan lama diselesaikan atau dibatalkan lebih dulu",
    ),
    "IKM909": (
        "`{file}` sedang dibuka program lain; tidak ada yang berubah",
        "tutup berkas itu di Excel (atau tunggu pemindai virus) lalu jalankan lagi perintahnya",
    ),
    "IKM910": (
        "`{file}` mengarah ke luar folder program melalui tautan; tidak ada yang ditulis",
        "hapus tautan itu; untuk menyimpan data pribadi di folder kantor, setel IKMCTL_PRIVATE",
    ),
    "IKM911": (
        "`{file}` diubah pihak lain selagi perintah ini berjalan; tidak ada yang ditulis",
        "jalankan lagi perintahnya: perintah akan mulai dari isi berkas yang sekarang",
    ),
    "IKM920": (
        "`{file}` tidak dapat dibaca sebagai tabel: tanda petik belum ditutup atau tidak ada judul kolom",
        "pulihkan dari git atau cadangan, atau tulis ulang dengan `{command}`",
    ),
    "IKM921": (
        "`{file}` tidak memiliki kolom `{column}`",
        "tulis ulang dengan `{command}`",
    ),
    "IKM922": (
        "`{file}` memiliki kolom yang tidak disebut aturan mana pun: `{column}`",
        "hapus kolom itu; berkas terbuka hanya memuat yang dipakai syarat dan nilai",
    ),
    "IKM923": (
        "`{file}` pernah disimpan ulang oleh program lembar kerja",
        "tulis ulang dengan `{command}`, dan lihat isinya dengan `ikmctl show`, bukan di Excel",
    ),
    "IKM924": (
        "baris berisi {found} sel, seharusnya {expected}",
        "teks yang memuat koma perlu diapit tanda petik",
    ),
    "IKM925": (
        "isi kolom `{column}` tidak sesuai",
        "isi sel seharusnya seperti `{example}`; `{command}` menulis ulang berkas ini",
    ),
    "IKM926": (
        "`{found}` sudah ada di baris {line}",
        "pertahankan salah satu baris",
    ),
    "IKM930": (
        "program tidak ditemukan: tidak ada program.yaml di sini atau di atasnya, dan tidak ada `cohorts/` yang berisi program",
        (
            "{misnamed:?`%` tampaknya programnya: ganti nama berkas itu menjadi `program.yaml` (di Notepad: `Save as`, jenis `All Files`)}"
            "{none:?pindah ke folder yang memuat `cohorts/`, atau mulai dengan `ikmctl init %`}"
        ),
    ),
    "IKM931": (
        "ada beberapa program: {names}",
        "sebutkan salah satu dengan `--cohort`, atau pindah ke foldernya",
    ),
    "IKM932": (
        "tidak ada program `{found}`",
        "{misnamed:?`%` tampaknya programnya: ganti nama berkas itu menjadi `program.yaml` (di Notepad: `Save as`, jenis `All Files`)}{names:?program yang ada: %}{none:?belum ada program di sini; mulai dengan `ikmctl init %`}",
    ),
    "IKM940": (
        "perintah sebelumnya terputus saat menulis; penulisan itu kini dituntaskan dan semua berkas cocok satu sama lain",
        "lihat dengan `git diff` atau `ikmctl status` apakah perintah tadi perlu dijalankan lagi",
    ),
    "IKM941": (
        "{subject} tidak dapat menjadi nama folder: `{found}`",
        "pakai id lain; Windows memakai sendiri nama seperti `con` dan `nul`, dan program sudah punya folder `private`, `reports`, dan `sample`",
    ),
    "IKM942": (
        "teks pada `{flag}` {most:?memuat karakter tak terlihat, atau lebih panjang dari % karakter}{nik:?memuat angka yang tampak seperti NIK}{phone:?memuat nomor telepon}{email:?memuat alamat email}",
        "{most:?ketik ulang, jangan ditempel, dan taruh teks panjang di dokumen yang disebut}{nik:?hapus angka itu; sebut orangnya dengan nomor peserta}{phone:?hapus nomor itu; nomor telepon hanya boleh ada di private/}{email:?hapus alamat itu; alamat hanya boleh ada di private/}",
    ),
    "IKM960": (
        "participants.csv tidak punya kolom `{found}`",
        "kolom yang dapat dibetulkan: {known}",
    ),
    "IKM961": (
        "register identitas program ini tidak ada di komputer ini",
        "impor dulu daftar peserta, atau kembalikan registernya dengan `ikmctl restore FILE`",
    ),
    "IKM962": (
        "tahap `{stage}` tidak punya kriteria: orang diurutkan menurut `order:`, bukan nilai akhir",
        "lihat urutannya dengan `ikmctl show shortlist --stage {stage}`",
    ),
    "IKM963": (
        "`{file}` sedang dibuka program lain, jadi yang baru ditulis sebagai `{beside}`",
        "tutup berkas lama di Excel atau Word, lalu pakai `{beside}`",
    ),
    "IKM970": (
        "tidak ada dokumen jenis `{found}`",
        "yang ada: {known}",
    ),
    "IKM971": (
        "dokumen `{kind}` tidak dibuat dalam bentuk itu",
        "akhiran berkas yang dapat dipakai: {known}",
    ),
    "IKM972": (
        "tahap `{stage}` masih punya nilai sama yang belum diputus; dokumen ini belum boleh ditandatangani",
        "putuskan dengan `ikmctl draw` atau `ikmctl decide order`, lalu buat lagi",
    ),
    "IKM973": (
        "aturan tahap `{stage}` tidak pernah disegel; dokumen menyebutkannya",
        "segel aturan sebelum nilai masuk pada program berikutnya: `ikmctl lock rules`",
    ),
    "IKM974": (
        "templat ini bukan berkas Word yang dapat dibaca",
        "simpan dari Word sebagai .docx di folder program atau satu folder di atasnya, lalu tulis namanya relatif terhadap program.yaml",
    ),
    "IKM975": (
        "templat memuat tanda isian yang tidak dikenal dokumen ini: `{found}`{near:?; yang terdekat: `%`}",
        "tanda isian dokumen ini: {known}",
    ),
    "IKM976": (
        "templat tidak dapat diisi: {fault}",
        "tanda isian ditulis {{{{ nama }}}}, baris yang berulang {{%tr for satu in daftar %}} ... {{%tr endfor %}}",
    ),
    "IKM977": (
        "berkas {form} memerlukan paket Python `{package}`, yang belum terpasang",
        'jalankan `python -m pip install "ikmctl[documents]"`',
    ),
    "IKM978": (
        "dokumen `{kind}` belum bernomor; tempatnya diisi titik-titik",
        "tulis di program.yaml sebelum ditandatangani: `documents: {{{spec}: {{number: ...}}}}`, atau berikan dengan `--number`",
    ),
    "IKM979": (
        "`report {kind}` harus diberi tahu tentang siapa atau apa",
        "misalnya `ikmctl report {kind} {example}`",
    ),
    "IKM980": (
        "ikmctl sendiri yang keliru ({kind}); tidak ada data yang hilang",
        "laporkan dan lampirkan `{log}`; isinya tanpa data pribadi",
    ),
    "IKM981": (
        "komputer menolak `{file}`: {reason}",
        "periksa namanya, apakah sedang dibuka program lain, dan izin Anda untuk memakainya",
    ),
    "IKM982": (
        "tidak ada perintah `{found}`",
        "lihat semua perintah dengan `ikmctl --help`",
    ),
    "IKM983": (
        "tidak ada perintah `{found}`",
        "maksud Anda `ikmctl {near}`?",
    ),
    "IKM984": (
        "`ikmctl {command}` tidak punya pilihan `{found}`",
        "lihat pilihannya dengan `ikmctl {command} --help`",
    ),
    "IKM985": (
        "`{found}` tidak cocok untuk {flag}",
        "pilih salah satu: {known}",
    ),
    "IKM986": (
        "{flag} memerlukan bilangan bulat: `{found}`",
        "tulis angka saja, misalnya `{flag} 10`",
    ),
    "IKM987": (
        "{flag} memerlukan tanggal yang ada di kalender: `{found}`",
        "tulis `2025-10-02`, `2-10-2025` atau `2 Oktober 2025`",
    ),
    "IKM988": (
        "tidak ada program di bawah folder ini",
        "buka folder yang berisi `cohorts/`, atau mulai program dengan `ikmctl init ID`",
    ),
    "IKM989": (
        "`ikmctl {command}` tidak punya pilihan `{found}`",
        "maksud Anda `{near}`?",
    ),
    "IKM990": (
        "`ikmctl {command}` memerlukan {name}",
        "{example:?contoh: `%`; }lihat caranya dengan `ikmctl {command} --help`",
    ),
    "IKM991": (
        "{flag} memerlukan isi",
        "tulis isinya sesudah pilihan itu; lihat `ikmctl {command} --help`",
    ),
    "IKM992": (
        "`ikmctl {command}` tidak menerima kata tambahan: `{found}`",
        "apit teks yang berspasi dengan tanda kutip; lihat `ikmctl {command} --help`",
    ),
    "IKM993": (
        "baris perintah tidak dipahami: {found}",
        "lihat `ikmctl {command} --help`",
    ),
    "IKM994": (
        "komputer tidak dapat melanjutkan: {reason}",
        "kosongkan ruang simpan, periksa sambungan penyimpanan, lalu jalankan lagi perintahnya",
    ),
    "IKM995": (
        "`ikmctl draw` menerima nilai publik atau undian tangan, salah satu saja",
        'tulis `ikmctl draw --value 83920174659201746382 --source "..."` atau `ikmctl draw --by-lot P017 P031 --witness "..."`',
    ),
    "IKM996": (
        "`--map {found}` tidak menyebut judul kolomnya",
        'tulis `--map ISIAN=JUDUL`, misalnya `--map nik="No KTP"`',
    ),
    "IKM997": (
        "kata sandi diperlukan, tetapi di sini tidak ada yang dapat ditanya",
        "sebutkan berkasnya dengan `--passphrase-file FILE`, atau isi variabel {variable}",
    ),
    "IKM998": (
        "kedua kata sandi berbeda",
        "jalankan lagi perintahnya dan ketik kata yang sama dua kali",
    ),
}
