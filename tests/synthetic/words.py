"""Common names and places, from which people are made up."""

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Region:
    """A regency with its districts in the order of their codes, each with some of its villages.

    `crowd` says how many of 100 applicants come from each district.
    """

    code: str
    name: str
    districts: Mapping[str, tuple[str, ...]]
    crowd: tuple[int, ...]
    birthplaces: tuple[str, ...]


KENDAL = Region(
    "3324",
    "Kabupaten Kendal",
    {
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
    },
    (2, 2, 4, 3, 2, 3, 9, 13, 5, 4, 4, 10, 5, 7, 12, 3, 3, 3, 3, 3),
    ("Kendal", "Kendal", "Kendal", "Semarang", "Batang", "Pekalongan", "Temanggung", "Demak", "Jakarta"),
)
PEKALONGAN = Region(
    "3375",
    "Kota Pekalongan",
    {
        "Pekalongan Barat": ("Medono", "Podosugih", "Sapuro Kebulen", "Tirto"),
        "Pekalongan Timur": ("Kauman", "Noyontaansari", "Poncol", "Klego"),
        "Pekalongan Selatan": ("Buaran Kradenan", "Jenggot", "Kuripan Kertoharjo", "Banyurip"),
        "Pekalongan Utara": ("Bandengan", "Krapyak", "Panjang Wetan", "Kandang Panjang"),
    },
    (30, 25, 25, 20),
    ("Pekalongan", "Pekalongan", "Batang", "Pemalang"),
)
KENDARI = Region(
    "7471",
    "Kota Kendari",
    {
        "Mandonga": ("Mandonga", "Korumba"),
        "Kendari": ("Kampung Salo", "Mata"),
        "Baruga": ("Baruga", "Lepo-Lepo"),
        "Poasia": ("Andounohu", "Rahandouna"),
        "Kendari Barat": ("Kemaraya", "Benu-Benua"),
        "Abeli": ("Abeli", "Lapulu"),
        "Wua-Wua": ("Wua-Wua", "Bonggoeya"),
        "Kadia": ("Kadia", "Bende"),
        "Puuwatu": ("Puuwatu", "Watulondo"),
        "Kambu": ("Kambu", "Mokoau"),
    },
    (12, 9, 11, 12, 9, 10, 10, 10, 8, 9),
    ("Kendari", "Kendari", "Konawe", "Kolaka", "Makassar"),
)

STREETS = ("Dk. Krajan", "Jl. Masjid", "Jl. Pahlawan", "Dsn. Sawahjati", "Jl. Raya Timur", "Gg. Mawar", "Dk. Tegalsari")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
