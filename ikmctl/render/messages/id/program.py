"""Problems 1xx: program.yaml and the other authored files, in Indonesian."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "IKM100": (
        "{subject} tidak dapat diterima: `{found}`",
        "lihat isi yang diharapkan di sini dengan `ikmctl schema`",
    ),
    "IKM101": (
        "bagian ini tidak dapat dibaca sebagai YAML",
        "penyebab yang lazim: tab sebagai pengganti spasi, tidak ada spasi setelah `:`, kurung atau tanda petik belum ditutup, atau teks berisi `: ` atau ` #` yang perlu tanda petik",
    ),
    "IKM102": (
        "{subject} tidak dikenal di sini",
        "kunci yang dikenal di sini, yang paling mirip lebih dulu: {near}",
    ),
    "IKM103": (
        "{subject} belum ada",
        "tambahkan kunci itu; tidak ada nilai bawaannya",
    ),
    "IKM104": (
        "{subject} bukan bilangan bulat: `{found}`",
        "tulis angka saja, misalnya `{key}: 10`",
    ),
    "IKM105": (
        "{subject} bukan bilangan desimal: `{found}`",
        "tulis angka dengan titik, misalnya `{key}: 0.6`",
    ),
    "IKM106": (
        "{subject} bukan tanggal: `{found}`",
        "tulis tahun, bulan, hari, misalnya `{key}: 2025-09-29`",
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
        "tulis `{key}: [satu, dua]`, atau satu isian per baris yang diawali `- `",
    ),
    "IKM114": (
        "{subject} bukan kumpulan kunci",
        "tulis kunci beserta nilainya, misalnya `{key}: {{nama: nilai}}`",
    ),
    "IKM115": (
        "{subject} diisi satu nilai, bukan daftar atau kumpulan kunci",
        "tulis satu kata atau teks, misalnya `{key}: \"...\"`",
    ),
    "IKM116": (
        "{subject} terlalu kecil: `{found}`",
        "paling sedikit {limit}",
    ),
    "IKM117": (
        "{subject} terlalu besar: `{found}`",
        "paling banyak {limit}",
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
        "isi nilai setelah titik dua atau hapus baris ini; teks kosong ditulis `\"\"`",
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
        "tulis `{key}: true` atau `{key}: false`",
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
}
