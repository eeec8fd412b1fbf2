"""Problems 4xx: marks and scores, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM400": (
        "tidak ada kolom nilai{mark:? `%`} di berkas ini; judul kolom yang ada: {headers}",
        (
            '{known:?sebutkan nilainya: `--item NAMA` (yang dikenal: %), atau `--map marks.NAMA="JUDUL KOLOM"`}'
            '{column:?tunjukkan kolomnya: `--map %`}{mapped:?tunjukkan kolomnya: `--map %="JUDUL KOLOM"`}'
        ),
    ),
    "IKM401": (
        "tidak ada peserta yang cocok dengan baris ini",
        "isi nomor peserta; di buku kerja tolakan nama yang mirip dapat dipilih dari daftar",
    ),
    "IKM402": (
        "lebih dari satu peserta cocok dengan baris ini: {ids}",
        "isi nomor peserta; tidak pernah ditebak",
    ),
    "IKM403": (
        "nilai yang berbeda untuk peserta dan nilai mentah yang sama; bandingkan dengan baris {rows}",
        "hapus baris yang salah; tidak satu pun yang diimpor",
    ),
    "IKM404": (
        "tahap `{stage}` sudah disegel; impor ini mengubah nilai {count} peserta",
        'bila memang harus, ulangi dengan `--reason "ALASAN"`; alasan itu dicatat, dan tampil bersama daftarnya dan di berita acara',
    ),
    "IKM405": (
        "`--item {found}` tidak ada di `marks:` program.yaml",
        "yang dikenal: {known}",
    ),
    "IKM406": (
        "kolom ini berisi nilai, tetapi tidak jelas nilai yang mana",
        "sebutkan: `--item NAMA`; yang dikenal: {known}",
    ),
    "IKM407": (
        "juri `{found}` tidak ada di `panel:` program.yaml",
        "juri yang dikenal: {known}",
    ),
    "IKM408": (
        "nilai mentah `{found}` tidak ada di `marks:` program.yaml",
        "yang dikenal: {known}",
    ),
    "IKM409": (
        "unsur `{found}` tidak dikenal untuk nilai ini",
        "yang dikenal: {known}",
    ),
    "IKM410": (
        "sesi `{found}` bukan hari pelatihan program ini",
        "sesi yang dikenal: {known}",
    ),
    "IKM412": (
        "tidak jelas nilai ini dari juri siapa",
        "tambahkan kolom `Juri`, atau sebutkan: `--judge J1`; juri yang dikenal: {known}",
    ),
    "IKM413": (
        "belum ada peserta, jadi nilai ini belum punya pemilik",
        "impor daftar peserta lebih dulu: `ikmctl import FILE`",
    ),
    "IKM414": (
        "nomor, NIK atau nama di baris ini menunjuk orang yang berbeda: {ids}",
        "perbaiki sehingga semuanya menunjuk orang yang sama; tidak pernah ditebak",
    ),
    "IKM415": (
        "hasil tahap `{stage}` sudah ditetapkan; nilainya tidak diubah lagi",
        'bila harus, buka kembali: `ikmctl reopen --stage {stage} --decree NOMOR --reason "ALASAN"`',
    ),
    "IKM430": (
        "nilai `{mark}` tidak ada di `marks:` program.yaml",
        "nilai yang ada: {known}; yang paling mirip: `{near}`",
    ),
    "IKM431": (
        "butir `{item}` tidak ada pada nilai `{mark}`",
        "butir yang ada: {known}",
    ),
    "IKM432": (
        "juri `{judge}` tidak ada dalam panel",
        "juri dalam panel: {known}; tambahkan di bawah `panel: {{judges: [...]}}` bila memang menilai",
    ),
    "IKM433": (
        "sesi `{session}` tidak ada dalam tanggal pelatihan",
        "sesi ditulis tanggal/urutan, misalnya {known}; periksa `dates:` di program.yaml",
    ),
    "IKM434": (
        "kode `{code}` tidak dikenal untuk `{mark}`",
        "kode yang dikenal: {known}",
    ),
    "IKM435": (
        "nilai `{mark}` bukan angka: `{found}`",
        "betulkan di lembar asal lalu impor lagi, atau catat angkanya: `ikmctl decide correct ... --new ANGKA`",
    ),
    "IKM436": (
        "nilai `{mark}` di luar batas: `{found}`, seharusnya `{low}` sampai `{high}`",
        "betulkan di lembar asal lalu impor lagi, atau catat nilai di antara batas itu: `ikmctl decide correct ... --new NILAI`",
    ),
    "IKM437": (
        "nomor peserta `{number}` tidak ada di participants.csv",
        "impor daftar peserta lebih dulu: `ikmctl import peserta.xlsx`",
    ),
    "IKM439": (
        "juri `{judge}` tidak ditugaskan menilai `{item}` pada bidang `{track}`; nilai ini tidak dihitung",
        "tambahkan bidang atau butir itu pada juri tersebut di program.yaml, atau hapus nilainya",
    ),
    "IKM440": (
        "peserta `{number}` memilih bidang `{track}` yang tidak ada",
        "bidang yang ada: {known}; tambahkan kata itu pada `aliases:` bidangnya lalu impor lagi",
    ),
    "IKM441": (
        "peserta `{number}` dalam `recusals:` tidak ada di participants.csv",
        "tulis nomor peserta seperti di participants.csv, misalnya `id: P017`",
    ),
    "IKM443": (
        "skala kriteria `{criterion}` tidak memuat nilai `{value}`",
        "tambahkan nilai itu pada skalanya, atau betulkan datanya",
    ),
    "IKM444": (
        "juri `{judge}` belum memberi {marks} nilai `{mark}` untuk {people} peserta",
        "impor lembar juri itu, atau catat juri yang mengundurkan diri di `panel: {{recusals: [...]}}`",
    ),
    "IKM445": (
        "`method: {method}` membandingkan calon satu sama lain: nilai seseorang bergantung pada siapa saja yang mendaftar, dan urutan dapat terbalik bila ada yang keluar",
        "nilai dihitung sekali atas seluruh calon yang disegel dan tidak dihitung ulang bila ada yang mundur; `method: weighted_sum` tidak mempunyai masalah ini",
    ),
    "IKM446": (
        "kriteria `{criterion}` memuat nilai negatif, yang tidak punya arti dalam `method: {method}`",
        "pakai `method: weighted_sum`, atau beri kriteria itu `scale:` agar semua nilainya 0-100",
    ),
    "IKM447": (
        "semua calon bernilai 0 pada kriteria `{criterion}`, jadi kriteria itu tidak membedakan siapa pun; semua mendapat nilai penuh",
        "periksa apakah datanya sudah diimpor",
    ),
    "IKM448": (
        "pada kriteria biaya `{criterion}` ada nilai 0: yang bernilai 0 mendapat nilai penuh dan semua yang lain 0 dalam `method: {method}`",
        "beri kriteria itu `scale:`, atau pakai `method: weighted_sum`",
    ),
    "IKM449": (
        "semua calon bernilai sama pada kriteria `{criterion}`, jadi kriteria itu tidak membedakan siapa pun",
        "daftar tidak berubah tanpa kriteria ini; periksa apakah kolom yang diimpor sudah benar",
    ),
    "IKM451": (
        "juri `{judge}` mengundurkan diri dari peserta `{number}` tetapi nilainya ada; nilai itu tidak dihitung",
        "hapus nilai itu dari lembar, atau hapus pengunduran dirinya",
    ),
    "IKM452": (
        "`recused` hanya untuk nilai juri, `{mark}` bukan",
        "kosongkan nilai itu bila memang belum ada",
    ),
    "IKM453": (
        "nilai `{mark}` diberikan sekali per peserta, tanpa juri atau sesi, tetapi tertulis `{by}`",
        "kosongkan kolom `by`, atau tulis `per: judge` pada nilai itu",
    ),
    "IKM490": (
        "urutan kriteria tidak dapat dipakai: `{found}`",
        "tulis tiap kriteria sekali, yang terpenting dulu: `ikmctl weights roc praktik post_test minat`",
    ),
    "IKM491": (
        "`{found}` bukan perbandingan dua kriteria",
        "tulis berapa kali lebih penting, lebih dari nol: `praktik/post_test=3` atau `praktik/post_test=1/3`",
    ),
    "IKM492": (
        "tidak ada tabel indeks acak `{found}`",
        "yang ada: {known}",
    ),
    "IKM493": (
        "rasio konsistensi {found} di atas {limit}: perbandingan saling bertentangan",
        "periksa lagi perbandingan yang paling mencolok; bobot ini jangan dipakai begitu saja",
    ),
    "IKM494": (
        "perbandingan `{first}` dengan `{second}` belum ada",
        "tambahkan `{first}/{second}=...`",
    ),
    "IKM495": (
        "perbandingan `{first}` dengan `{second}` ditulis dua kali",
        "hapus salah satu",
    ),
    "IKM496": (
        "AHP membandingkan 1 sampai {most} kriteria, ditemukan {count}",
        "kelompokkan kriteria, atau pakai `ikmctl weights roc`",
    ),
    "IKM497": (
        "`{first}` dibandingkan dengan dirinya sendiri",
        "bandingkan dua kriteria yang berbeda",
    ),
}
