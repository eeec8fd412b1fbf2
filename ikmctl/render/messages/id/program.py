"""Problems 1xx: program.yaml and the other authored files, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM100": (
        "{subject} tidak dapat diterima: `{found}`",
        "lihat isi yang diharapkan di sini dengan `ikmctl schema`",
    ),
    "IKM101": (
        "bagian ini tidak dapat dibaca sebagai YAML",
        "penyebab yang lazim: tab sebagai pengganti spasi, tidak ada spasi setelah `:`, kurung atau tanda petik belum ditutup, teks berisi `: ` atau ` #` yang perlu tanda petik, atau spasi di depan baris yang tidak sejajar; periksa baris ini atau baris di atasnya",
    ),
    "IKM102": (
        "{subject} tidak dikenal di sini",
        "kunci yang paling mirip: {near}",
    ),
    "IKM103": (
        "{subject} belum diisi",
        "isi kunci itu, atau tambahkan bila belum ada; tidak ada nilai bawaannya",
    ),
    "IKM104": (
        "{subject} bukan bilangan bulat: `{found}`",
        "tulis bilangan, misalnya `{leaf}: 10`",
    ),
    "IKM105": (
        "{subject} bukan bilangan desimal: `{found}`",
        "tulis angka dengan titik, misalnya `{leaf}: {meant}`",
    ),
    "IKM106": (
        "{subject} bukan tanggal: `{found}`",
        "tulis tahun, bulan, hari, misalnya `{leaf}: 2025-09-29`",
    ),
    "IKM107": (
        "{subject} bukan salah satu kata yang dikenal di sini: `{found}`",
        "tulis salah satu dari {known}",
    ),
    "IKM108": (
        "kunci `{key}` ditulis dua kali",
        "kunci itu sudah ada di baris {line}; pertahankan salah satu",
    ),
    "IKM109": (
        "`{found}` termasuk bagian YAML yang tidak dipakai di sini",
        "tulis setiap nilai lengkap di tempatnya, tanpa jangkar (`&`), alias (`*`), tag (`!`), `<<`, baris `%` atau beberapa dokumen",
    ),
    "IKM110": (
        "daftar dan kunci bersarang lebih dari {limit} tingkat",
        "periksa kurung dan indentasi baris ini",
    ),
    "IKM111": (
        "berkas terlalu besar: lebih dari {characters} karakter atau {values} nilai",
        "data peserta disimpan di participants.csv, bukan di YAML",
    ),
    "IKM112": (
        "ada karakter tak terlihat di sini ({char})",
        "hapus karakter itu atau ketik ulang teksnya; karakter seperti ini ikut terbawa saat menyalin dari halaman web atau dokumen",
    ),
    "IKM113": (
        "{subject} bukan daftar",
        "tulis `{leaf}: [satu, dua]`, atau satu isian per baris yang diawali `- `",
    ),
    "IKM114": (
        "{subject} bukan kumpulan kunci",
        "tulis kunci beserta nilainya, misalnya `{leaf}: {{nama: nilai}}`; dalam daftar tiap isian begini: `- {{id: J1}}`",
    ),
    "IKM115": (
        "{subject} diisi satu nilai, bukan daftar atau kumpulan kunci",
        'tulis satu kata atau teks, misalnya `{leaf}: "..."`',
    ),
    "IKM116": (
        "{subject} terlalu kecil: `{found}`",
        "paling sedikit {limit}",
    ),
    "IKM117": (
        "{subject} terlalu besar: `{found}`",
        "paling banyak {limit}{percent:?; % ditulis}{share:? `%`}",
    ),
    "IKM118": (
        "{subject} bukan id: `{found}`",
        "pakai huruf kecil, angka, `-` dan `_`, paling banyak 48, diawali dan diakhiri huruf atau angka, misalnya `motorcycle-workshop`",
    ),
    "IKM119": (
        "bentuk {subject} tidak sesuai: `{found}`",
        "tulis seperti `{example}`",
    ),
    "IKM120": (
        "{subject} kosong",
        'isi nilai setelah titik dua atau hapus baris ini; teks kosong ditulis `""`',
    ),
    "IKM121": (
        "{subject} terlalu panjang",
        "ringkas menjadi paling banyak {limit} karakter",
    ),
    "IKM122": (
        "{subject} adalah tanggal yang tidak ada di kalender: `{found}`",
        "periksa bulan dan hari; urutannya tahun, bulan, hari, misalnya `2025-09-29`",
    ),
    "IKM123": (
        "{subject} bukan `true` atau `false`: `{found}`",
        "tulis `{leaf}: true` atau `{leaf}: false`",
    ),
    "IKM124": (
        "isi {subject} kurang",
        "tulis paling sedikit {limit}",
    ),
    "IKM125": (
        "{subject} belum menentukan apa pun: perlu salah satu dari {keys}",
        "tambahkan paling sedikit satu kunci itu, misalnya `min: 3`",
    ),
    "IKM126": (
        "{subject} bukan sumber nilai: `{found}`",
        "tulis `marks.NAMA`, `marks.NAMA.BUTIR`, `fields.NAMA`, `groups.NAMA`, `stage.ID.score`, `{{gain: [marks.A, marks.B]}}`, `{{ratio: [A, B]}}`, `{{share: marks.NAMA}}` atau `{{count: NAMA}}`",
    ),
    "IKM127": (
        "{subject} bukan syarat",
        "tulis kumpulan kunci dengan kunci `rule`, misalnya `{{rule: age, min: 18, max: 55}}`",
    ),
    "IKM128": (
        "{subject} bukan skala",
        "tulis tepat satu skala, misalnya `scale: {{linear: [0, 100]}}`",
    ),
    "IKM129": (
        "{subject} perlu tepat satu dari {keys}",
        "pertahankan yang dimaksud dan hapus yang lain",
    ),
    "IKM130": (
        "jumlah bobot kriteria pada tahap `{stage}` adalah 0",
        "beri paling sedikit satu kriteria bobot lebih dari 0, misalnya `weight: 30`",
    ),
    "IKM131": (
        "tanggal selesai `{end}` mendahului tanggal mulai `{start}`",
        "periksa keduanya; tulis `start` lebih dulu, misalnya `{{start: 2025-09-29, end: 2025-10-02}}`",
    ),
    "IKM132": (
        "hari libur `{day}` di luar tanggal pelatihan `{start}` sampai `{end}`",
        "hapus tanggal itu dari `off:` atau betulkan `start` dan `end`",
    ),
    "IKM133": (
        "nilai `{mark}` milik tahap `{stage}`, tetapi dipakai pada tahap `{used}`",
        "satu nilai milik satu tahap; untuk membawa hasil ke tahap berikut tulis `source: stage.{stage}.score`",
    ),
    "IKM134": (
        "nilai `{mark}` dipakai di sini tetapi tidak ada di `marks:`",
        "nilai yang ada: {known}; tambahkan `{mark}` di bawah `marks:` atau tulis `{near}`",
    ),
    "IKM135": (
        "butir `{item}` tidak ada pada nilai `{mark}`",
        "butir yang ada: {known}",
    ),
    "IKM136": (
        "kolom `{field}` tidak dikenal",
        "tambahkan di bawah `fields:` dengan jenisnya, misalnya `- {{id: {field}, type: integer}}`; nama yang mirip: `{near}`",
    ),
    "IKM137": (
        "kolom `{field}` bersifat pribadi dan tidak boleh dibaca aturan atau kriteria",
        "pakai fakta turunannya, misalnya `age` sebagai ganti `birth_date`, `district` sebagai ganti `address`",
    ),
    "IKM138": (
        "tahap `{stage}` tidak ada sebelum bagian ini",
        "tahap yang dapat dirujuk di sini: {known}",
    ),
    "IKM139": (
        "cara penilaian `{method}` tidak dikenal",
        "yang tersedia: {known}; yang paling mirip: `method: {near}`",
    ),
    "IKM140": (
        "skala `linear: [{low}, {high}]` pada kriteria `{criterion}` tidak naik",
        "tulis nilai yang lebih kecil lebih dulu, misalnya `linear: [0, 100]`; `direction: cost` membalik arahnya",
    ),
    "IKM141": (
        "skala kriteria `{criterion}` berlubang antara `{below}` dan `{from}`",
        "tulis `from: {below}` pada jenjang berikutnya, agar setiap nilai masuk tepat satu jenjang",
    ),
    "IKM142": (
        "dua jenjang skala kriteria `{criterion}` bertumpuk: yang satu sampai `{below}`, berikutnya mulai `{from}`",
        "`below` jenjang yang satu harus sama dengan `from` jenjang berikutnya, dari nilai kecil ke besar",
    ),
    "IKM143": (
        "jenjang pada skala kriteria `{criterion}` kosong: dari `{from}` sampai sebelum `{below}`",
        "isi skala dengan paling sedikit satu jenjang, misalnya `{{from: 0, below: 5, points: 40}}`",
    ),
    "IKM144": (
        "angka `{points}` untuk `{value}` pada kriteria `{criterion}` di luar 0-100",
        "semua skala berakhir pada 0-100; kepentingan kriteria diatur dengan `weight:`",
    ),
    "IKM145": (
        "angka pada skala kriteria `{criterion}` berlawanan dengan `direction: {direction}`",
        "`benefit` berarti makin besar makin baik, `cost` makin kecil makin baik; betulkan arah atau angkanya",
    ),
    "IKM146": (
        "kriteria `{criterion}` belum punya skala, padahal `method: {method}` memerlukannya",
        "tambahkan misalnya `scale: {{linear: [0, 100]}}`",
    ),
    "IKM147": (
        "kolom `{field}` peka: hanya boleh masuk berkas sebagai rentang, tetapi bagian ini memerlukan nilai aslinya",
        "pakai `scale: {{bands: [...]}}` atau aturan `range`; atau, bila kolom itu memang boleh terbuka, tulis `sensitive: false` di bawah `fields:`",
    ),
    "IKM148": (
        "`{id}` dipakai dua kali ({thing})",
        "beri masing-masing nama yang berbeda, atau hapus salah satu",
    ),
    "IKM149": (
        "diwajibkan hadir {needed} sesi, padahal hanya ada {sessions}",
        "turunkan `min_sessions` menjadi paling banyak {sessions}, atau periksa `dates:` dan `sessions_per_day`",
    ),
    "IKM150": (
        "aturan kehadiran memakai nilai `{mark}`, tetapi tanggal pelatihan belum ada sehingga tidak ada sesi",
        "tulis `dates: {{start: 2025-09-29, end: 2025-10-02}}`",
    ),
    "IKM151": (
        "ada {participants} peserta, lebih dari kapasitas `{max}`",
        "kapasitas adalah orang di ruangan; naikkan `max`, atau saring pendaftar dalam tahap tersendiri sebelum pelatihan",
    ),
    "IKM152": (
        "kenaikan nilai tidak dapat dihitung: `{source}` tidak punya nilai tertinggi",
        "tambahkan `max:` pada nilai itu, misalnya `{{per: participant, stage: curation, min: 0, max: 100}}`",
    ),
    "IKM153": (
        "kenaikan nilai membandingkan dua nilai dengan batas atas berbeda: `{first}` dan `{second}`",
        "tes awal dan tes akhir harus memakai skala yang sama",
    ),
    "IKM154": (
        "juri `{judge}` ditugaskan pada bidang `{track}` yang tidak ada",
        "bidang yang ada: {known}",
    ),
    "IKM155": (
        "juri `{judge}` ditugaskan menilai `{item}` yang tidak ada",
        "yang dapat dinilai juri: {known}",
    ),
    "IKM156": (
        "juri `{judge}` yang mengundurkan diri tidak ada dalam panel",
        "juri dalam panel: {known}",
    ),
    "IKM157": (
        "batas bawah `{low}` lebih besar daripada batas atas `{high}`",
        "tukar `min` dan `max`",
    ),
    "IKM158": (
        "tahap `{stage}` memuat `criteria:` dan `order:` sekaligus",
        "`order:` hanya untuk tahap tanpa kriteria; untuk nilai yang sama pakai `selection: {{ties: [...]}}`",
    ),
    "IKM159": (
        "tidak ada juri untuk `{item}` pada bidang `{track}`",
        "tambahkan bidang atau butir itu pada seorang juri di bawah `panel: {{judges: [...]}}`",
    ),
    "IKM160": (
        "ambang `{threshold}` untuk `{criterion}` di luar nilai yang mungkin, `{low}` sampai `{high}`",
        "ambang kriteria memakai satuan nilai mentah, ambang tahap memakai 0-100",
    ),
    "IKM161": (
        "{share} % dari {sessions} sesi = semua {sessions} sesi; satu kali tidak hadir berarti gugur",
        "",
    ),
    "IKM162": (
        "{share} % dari {sessions} sesi = paling sedikit {needed} sesi",
        "",
    ),
    "IKM163": (
        "`aggregate: trimmed` membuang nilai tertinggi dan terendah, tetapi `{item}` pada bidang `{track}` hanya punya {judges} juri",
        "perlu paling sedikit {least} juri; tulis `aggregate: mean` atau tambah juri",
    ),
    "IKM164": (
        "kelonggaran juri untuk `{mark}` tidak dapat dibandingkan (bidang `{track}`): kelompok juri tidak pernah menilai karya yang sama: {groups}",
        "biarkan paling sedikit satu juri menilai bersama kedua kelompok, atau tulis `aggregate: mean`",
    ),
    "IKM165": (
        "tidak ada hari pelatihan antara `{start}` dan `{end}`, atau lebih dari {most} hari",
        "periksa `start`, `end` dan `off:`",
    ),
    "IKM166": (
        "kelompok tidak punya keterangan `{attribute}`",
        "yang ada: {known}",
    ),
    "IKM167": (
        "`{later}` ({second}) mendahului `{earlier}` ({first})",
        "periksa kedua tanggal itu",
    ),
    "IKM168": (
        "nilai per sesi `{mark}` belum punya kode kehadiran",
        "tambahkan misalnya `codes: {{H: 1, S: 0, I: 0, A: 0}}`",
    ),
    "IKM169": (
        "`share` memerlukan nilai per sesi, `{source}` bukan",
        "tulis misalnya `{{share: marks.attendance}}`, dengan `per: session` di bawah `marks:`",
    ),
    "IKM170": (
        "batas minimum {min} lebih besar dari maksimum {max}",
        "tulis minimum yang tidak melebihi maksimum",
    ),
    "IKM171": (
        "`{found}` bukan nilai `{field}`",
        "nilainya: {known}",
    ),
    "IKM172": (
        "jumlah batas minimum untuk `{field}` melebihi semua kursi (porsi {share}, orang {count}, kursi {seats})",
        "turunkan sampai cukup",
    ),
    "IKM173": (
        "`{found}` tidak dapat memutus nilai sama: bukan kriteria tahap ini, bukan pula `panel` atau `ticket`",
        "pilih dari: {known}",
    ),
    "IKM174": (
        "`{after}` berada setelah pemutus terakhir, jadi tidak pernah dipakai",
        "tulis kriteria dahulu, lalu `panel`, lalu `ticket`",
    ),
    "IKM175": (
        "nilai sama pada tahap `{stage}` bisa tidak terputus: `ties` tidak diakhiri `ticket`",
        "tambahkan, misalnya `ties: [panel, ticket]`",
    ),
    "IKM176": (
        "hadiah berjumlah {places} tempat, sedangkan kursi {seats}",
        "samakan jumlah `places` semua tingkat dengan kursi (per bidang jika `group_by: track`)",
    ),
    "IKM177": (
        "pilihan kedua memerlukan nilai yang setara di semua bidang, padahal juri `{marks}` berbeda menurut bidang",
        "tulis `second_choice: false`, atau pakai juri yang sama untuk semua bidang",
    ),
    "IKM178": (
        "`compare: score` membandingkan peserta antarbidang, padahal juri `{marks}` berbeda menurut bidang",
        "tulis `compare: place` yang membandingkan urutan di dalam bidang",
    ),
    "IKM179": (
        "tidak ada bidang `{track}`",
        "bidangnya: {known}",
    ),
    "IKM180": (
        "keputusan menyebut tahap `{stage}` yang tidak ada di program.yaml",
        "tahapnya: {known}",
    ),
    "IKM181": (
        "peristiwa menyebut tahap `{stage}` yang tidak ada di program.yaml",
        "tahapnya: {known}",
    ),
    "IKM182": (
        "`{limit}: {share}` untuk `{field}` berarti {people} dari {seats} kursi{track:? bidang `%`}",
        "minimum dibulatkan ke atas, maksimum ke bawah; tulis `min` atau `max` untuk angka tetap",
    ),
    "IKM183": (
        "`{limit}: {share}` untuk `{field}` dibulatkan menjadi nol dari {seats} kursi{track:? bidang `%`}",
        "tulis porsi lebih besar, atau `max: 1`",
    ),
    "IKM185": (
        "hadiah berjumlah Rp{total}, sedangkan anggarannya Rp{budget}",
        "samakan `places` dan `amount` dengan `budget`",
    ),
    "IKM186": (
        "dua versi bertemu di baris {line} sampai {last} dan belum digabung (tanda `<<<<<<<`, `=======`, `>>>>>>>` dari git)",
        "hapus ketiga baris tanda itu; simpan entri dan baris dari kedua versi, dan bila keduanya mengubah isian yang sama, pilih yang benar; daftar hasil hitung tidak digabung dengan tangan, `ikmctl curate` menulisnya ulang",
    ),
    "IKM187": (
        "`{file}` adalah berkas, padahal di situ harus ada folder",
        "pindahkan berkas itu atau ganti namanya, lalu ulangi; foldernya dibuat sendiri",
    ),
    "IKM188": (
        "aturan `attendance` memerlukan nilai per sesi, `{mark}` bukan",
        "tulis misalnya `mark: attendance`, dengan `per: session` di bawah `marks:`",
    ),
    "IKM189": (
        "skala kriteria `{criterion}` tidak memberi angka untuk `{value}`, padahal nilai itu mungkin",
        "tambahkan, sebab siapa pun yang mendapatnya tetap tertunda; jenjang memuat `from` dan berakhir tepat sebelum `below`",
    ),
    "IKM190": (
        "`{found}` tidak dapat menjadi id bidang",
        "pakai id lain; `quota:` dan `reserves:` sebuah tahap membaca `min`, `max`, `everywhere`, dan `by_track` sebagai kata tersendiri",
    ),
    "IKM191": (
        "kode wilayah `{found}` tidak ada dalam daftar Kemendagri {vintage}, jadi tidak ada yang berdomisili di sana",
        'tulis kode provinsi, kabupaten/kota, atau kecamatan menurut Kemendagri, misalnya `within: "33.24"` untuk Kabupaten Kendal',
    ),
}
