"""Common names and the places of Kendal, from which people are made up."""

MEN = (
    "Agus", "Ahmad", "Andi", "Ari", "Arif", "Bagus", "Bambang", "Bayu", "Budi", "Cahyo", "Danang", "Dedi", "Didik",
    "Dwi", "Edi", "Eko", "Fajar", "Faizal", "Galih", "Gunawan", "Hadi", "Hari", "Hendra", "Heru", "Ilham", "Imam",
    "Indra", "Irfan", "Joko", "Khoirul", "Kurniawan", "Lukman", "Mahfud", "Muhammad", "Mukti", "Nanang", "Nur",
    "Pandu", "Purwanto", "Rahmat", "Rizal", "Rizki", "Rudi", "Saiful", "Samsul", "Slamet", "Sugeng", "Sutrisno",
    "Taufik", "Teguh", "Tri", "Wahyu", "Warsito", "Yanto", "Yoga", "Yusuf", "Zaenal", "Zainuri",
)  # fmt: skip
WOMEN = (
    "Alfi", "Anik", "Anisa", "Ari", "Asih", "Ayu", "Christina", "Dewi", "Dian", "Dwi", "Eka", "Endang", "Erna", "Evi",
    "Fitri", "Hana", "Heni", "Ika", "Indah", "Isti", "Jumiati", "Khotimah", "Kiki", "Lestari", "Lilis", "Lina",
    "Maya", "Mei", "Muslimah", "Nanik", "Novi", "Nur", "Nurul", "Pipit", "Puji", "Rahayu", "Ratna", "Retno", "Rina",
    "Rini", "Riyanti", "Siti", "Sri", "Sulastri", "Suci", "Titik", "Tri", "Umi", "Uswatun", "Wahyu", "Wati",
    "Winarti", "Wiwik", "Yanti", "Yuli", "Yuni", "Zulaikha", "Zumrotun",
)  # fmt: skip
LAST = {
    "male": (
        "Abdullah", "Adi Nugroho", "Arifin", "Budiman", "Cahyono", "Fauzi", "Firmansyah", "Hakim", "Hartono",
        "Hermawan", "Hidayat", "Ibrahim", "Kuncoro", "Kusuma", "Mahendra", "Maulana", "Mulyono", "Mustofa",
        "Nugroho", "Prabowo", "Prasetyo", "Pratama", "Purnomo", "Rahman", "Ramadhan", "Ridwan", "Rohman", "Santoso",
        "Saputra", "Setiawan", "Siswanto", "Subekti", "Sudarmono", "Suharto", "Suprapto", "Susanto", "Susilo",
        "Utomo", "Wibowo", "Widodo", "Wijaya", "Yulianto",
    ),
    "female": (
        "Agustina", "Aminah", "Andriani", "Anggraini", "Astuti", "Azizah", "Fatimah", "Fauziah", "Fitriani",
        "Handayani", "Hartati", "Hasanah", "Hidayah", "Isnaini", "Khasanah", "Kusumawati", "Lestari", "Maesaroh",
        "Mahmudah", "Marlina", "Mulyani", "Munawaroh", "Ningsih", "Nurhayati", "Oktaviani", "Permatasari",
        "Pratiwi", "Purwanti", "Puspitasari", "Rahmawati", "Rohmah", "Safitri", "Sari", "Setyowati", "Solikhah",
        "Sulistyowati", "Susanti", "Utami", "Wahyuni", "Widyastuti", "Wulandari", "Yuliana",
    ),
}  # fmt: skip

# Kecamatan of Kabupaten Kendal in the order of their codes 33.24.01 to 33.24.20, each with some of its villages.
DISTRICTS = {
    "Plantungan": ("Tirtomulyo", "Wonodadi", "Jurangagung"),
    "Pageruyung": ("Pageruyung", "Getasblawong", "Surokonto Wetan"),
    "Sukorejo": ("Sukorejo", "Ngadiwarno", "Bringinsari"),
    "Patean": ("Curugsewu", "Plososari", "Sidokumpul"),
    "Singorojo": ("Singorojo", "Ngareanak", "Kaliputih"),
    "Limbangan": ("Limbangan", "Gonoharjo", "Peron"),
    "Boja": ("Boja", "Meteseh", "Campurejo", "Bebengan"),
    "Kaliwungu": ("Krajan Kulon", "Kutoharjo", "Sarirejo", "Mororejo"),
    "Brangsong": ("Brangsong", "Kebonadem", "Sidorejo"),
    "Pegandon": ("Pegandon", "Tegorejo", "Penanggulan"),
    "Gemuh": ("Gemuh Blanten", "Sojomerto", "Tamangede"),
    "Weleri": ("Weleri", "Karangdowo", "Penyangkringan", "Nawangsari"),
    "Cepiring": ("Cepiring", "Karangayu", "Botomulyo"),
    "Patebon": ("Jambearum", "Bangunrejo", "Kebonharjo"),
    "Kendal": ("Pegulon", "Patukangan", "Langenharjo", "Bandengan"),
    "Rowosari": ("Rowosari", "Gempolsewu", "Sendang Sikucing"),
    "Kangkung": ("Kangkung", "Truko", "Sendangdawung"),
    "Ringinarum": ("Ringinarum", "Caruban", "Wungurejo"),
    "Ngampel": ("Ngampel Kulon", "Sudipayung", "Winong"),
    "Kaliwungu Selatan": ("Plantaran", "Protomulyo", "Magelung"),
}
# How many of 100 applicants come from each district; the towns along the coast road send most.
CROWD = (2, 2, 4, 3, 2, 3, 9, 13, 5, 4, 4, 10, 5, 7, 12, 3, 3, 3, 3, 3)

BIRTHPLACES = ("Kendal", "Kendal", "Kendal", "Semarang", "Batang", "Pekalongan", "Temanggung", "Demak", "Jakarta")
STREETS = ("Dk. Krajan", "Jl. Masjid", "Jl. Pahlawan", "Dsn. Sawahjati", "Jl. Raya Timur", "Gg. Mawar", "Dk. Tegalsari")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
