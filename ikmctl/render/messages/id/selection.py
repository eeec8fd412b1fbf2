"""Problems 5xx: selection, locks, verify, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM553": (
        "program.yaml tidak ada di folder ini",
        "buat program baru dengan `ikmctl init ID`, atau pilih program dengan `--cohort`",
    ),
    "IKM554": (
        "tidak ada pemeriksaan bernama `{found}`",
        "yang ada: {known}",
    ),
    "IKM556": (
        "`--per-track {found}` di bawah kuota minimum {min} untuk bidang `{track}`",
        "pakai angka {min} atau lebih, atau ubah `quota` di program.yaml",
    ),
    "IKM557": (
        "hadiah berjumlah {places} tempat, tetapi `--per-track` memberi {seats} kursi",
        "samakan `awards.tiers` dengan jumlah kursi di program.yaml",
    ),
    "IKM558": (
        "`--per-track {found}` berbeda dari aturan yang sudah disegel untuk tahap `{stage}`",
        'ubah kuota di program.yaml lalu segel lagi dengan alasan: `ikmctl lock rules --stage {stage} --reason "..."`',
    ),
    "IKM559": (
        "perintah ini perlu alasan tertulis",
        'tambahkan `--reason "..."`; alasan dicetak di berita acara',
    ),
    "IKM560": (
        "{place} berisi `{found}`, sedangkan hitung ulang dari masukan memberi `{expected}`",
        "jalankan `ikmctl curate`, lalu tinjau perubahannya dengan `git diff`",
    ),
    "IKM561": (
        "teksnya lain tetapi isinya sama dengan hitung ulang",
        "tidak ada yang perlu diperbaiki; `ikmctl curate` menulis bentuk bakunya",
    ),
    "IKM562": (
        "berkas hasil ini tidak ada atau kosong",
        "jalankan `ikmctl curate`",
    ),
    "IKM563": (
        "berkas hasil ini tidak berasal dari masukan mana pun: tahapnya belum dapat dihitung",
        "hapus berkas ini, atau kembalikan keputusan tahap sebelumnya",
    ),
    "IKM564": (
        "{count} peserta belum lengkap dan masih dapat masuk daftar: {people}",
        'lihat yang kurang dengan `ikmctl show pending --stage {stage}`, impor lembarnya, lalu `ikmctl curate` lagi; atau `ikmctl curate --accept-pending --reason "..."`',
    ),
    "IKM565": (
        "{count} kursi bidang `{track}` kosong: calon yang memenuhi syarat tidak cukup",
        "kursi tetap kosong; lihat alasannya dengan `ikmctl show quotas --stage {stage}`",
    ),
    "IKM566": (
        "tahap `{stage}` belum dapat dihitung: tahap sebelumnya belum ditetapkan",
        "tetapkan dulu tahap sebelumnya dengan `ikmctl finalize`",
    ),
    "IKM567": (
        "tidak ada tahap `{found}`",
        "yang ada: {known}",
    ),
    "IKM568": (
        "program ini punya beberapa tahap",
        "sebutkan satu dengan `--stage`: {known}",
    ),
    "IKM569": (
        "tidak ada bidang `{found}`",
        "yang ada: {known}",
    ),
    "IKM570": (
        "tidak ada peserta bernomor `{found}`",
        "daftar nomor: `ikmctl show participants`{near}",
    ),
    "IKM571": (
        "`{found}` cocok dengan beberapa peserta: {known}",
        "sebutkan nomornya, misalnya `{first}`",
    ),
    "IKM572": (
        "nilai lama yang disebut `{old}`, padahal yang tercatat `{found}`",
        "periksa nilai tercatat dengan `ikmctl show marks` atau `ikmctl show participants`, lalu ulangi dengan `--old {found}`",
    ),
    "IKM573": (
        "nama tidak dapat ditampilkan: folder private/ program ini tidak ada di komputer ini",
        "pulihkan dengan `ikmctl restore BERKAS`, atau jalankan tanpa `--names`",
    ),
    "IKM574": (
        "program `{found}` sudah ada",
        "pilih id lain, atau buka program itu dengan `--cohort {found}`",
    ),
    "IKM575": (
        "`{found}` bukan id program yang sah",
        "pakai huruf kecil, angka dan tanda hubung, paling banyak 48, misalnya `kendal-wub-2025`",
    ),
    "IKM576": (
        "tidak ada jenis program `{found}`",
        "yang ada: {known}",
    ),
    "IKM577": (
        "`{found}` bukan peserta, kode atau kunci program.yaml",
        "contoh: `ikmctl explain P017`, `ikmctl explain IKM104`, `ikmctl explain tracks.quota`",
    ),
    "IKM578": (
        "folder `{found}` sudah berisi",
        "sebutkan folder lain yang kosong atau baru",
    ),
    "IKM579": (
        "`decide {act}` perlu {needed}",
        "contoh: `{example}`",
    ),
    "IKM580": (
        "contoh `{example}` tidak ikut terpasang",
        "pasang ulang ikmctl, atau jalankan `ikmctl demo` di salinan repositorinya",
    ),
}
