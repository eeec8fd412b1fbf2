"""Both Kendari examples: ten sentra nominate people; in 2025 only priority sentra with DAK support may.

The city had two or three centres; ten are made up so that the rules about shares have something to do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from synthetic.book import Sheet, Value, to_bytes
from synthetic.chance import Chance
from synthetic.people import Person, make_person
from synthetic.words import KENDARI

AS_OF_2022 = date(2022, 7, 19)
AS_OF_2025 = date(2025, 11, 18)
ROLES = ("pengelola", "pengurus", "UPT", "anggota")
SENTRA = (
    "Sentra Perak Kendari",
    "Sentra Tenun Masalili",
    "Sentra Meubel Baruga",
    "Sentra Abon Ikan Abeli",
    "Sentra Mete Poasia",
    "Sentra Batik Tolaki",
    "Sentra Kerajinan Gembol",
    "Sentra Kue Kering Kadia",
    "Sentra Perahu Lapulu",
    "Sentra Anyaman Puuwatu",
)
NOMINATED_2022 = (4, 3, 3, 4, 3, 3, 3, 3, 3, 3)
PRIORITY_2025 = (0, 2, 3, 4, 5, 7)
"""Places in SENTRA of the priority sentra with DAK support."""
NOMINATED_2025 = {0: 5, 1: 2, 2: 4, 3: 5, 4: 4, 5: 4, 6: 2, 7: 4}

TRAINED_2025 = (1, 2, 5, 8, 9, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 27, 28, 29)
"""Numbers (S01, S02, ...) of the twenty who got a seat, and so appear in the lists of the training."""


@dataclass(frozen=True)
class Nominee:
    """One nominated person, with what is observed of them."""

    number: str
    person: Person
    sentra: str
    role: str
    rank: int
    trained: int | None
    years: int
    registered: datetime
    motivation: Mapping[str, int]
    attendance: tuple[str, ...]
    post: int | None


def _nominee(chance: Chance, serial: int, sentra: str, rank: int, as_of: date) -> Nominee:
    person = make_person(
        chance,
        serial,
        female=chance.percent(45),
        age=chance.between(23, 58),
        occupations=("Wiraswasta",),
        as_of=as_of,
        region=KENDARI,
    )
    quality = chance.between(2, 4)
    start = datetime(as_of.year, as_of.month, 1, 8) - timedelta(days=20)  # noqa: DTZ001  a form's own clock
    return Nominee(
        number=f"S{serial + 1:02d}",
        person=person,
        sentra=sentra,
        role=chance.pick(ROLES[: 2 if rank == 1 else 4]),
        rank=rank,
        trained=None,
        years=chance.between(1, 12),
        registered=start + timedelta(hours=5 * serial),
        motivation={judge: max(1, min(5, quality + chance.between(-1, 1))) for judge in ("A1", "A2")},
        attendance=tuple("H" if chance.percent(88) else chance.pick(("S", "I")) for _ in range(3)),
        post=chance.between(13, 24) * 4,
    )


def nominees_2022() -> tuple[Nominee, ...]:
    """32 nominated people, two of whom were trained in the same course a year before."""
    chance = Chance("kendari-sentra-2022")
    made = [(place, rank) for place, count in enumerate(NOMINATED_2022) for rank in range(1, count + 1)]
    people = [_nominee(chance, serial, SENTRA[place], rank, AS_OF_2022) for serial, (place, rank) in enumerate(made)]
    barred = {3, 13}
    return tuple(
        Nominee(**{**vars(one), "trained": 2021 if place in barred else (2015 if place % 9 == 4 else None)})
        for place, one in enumerate(people)
    )


def nominees_2025() -> tuple[Nominee, ...]:
    """30 nominated people, 26 of them from priority sentra."""
    chance = Chance("kendari-sentra-2025")
    made = [(place, rank) for place, count in NOMINATED_2025.items() for rank in range(1, count + 1)]
    return tuple(_nominee(chance, serial, SENTRA[place], rank, AS_OF_2025) for serial, (place, rank) in enumerate(made))


def nominations(people: tuple[Nominee, ...], title: str) -> Sheet:
    """The list that the sentra sent in."""
    head: tuple[Value, ...] = (
        "No. Peserta",
        "Waktu Pendaftaran",
        "Nama Lengkap",
        "NIK",
        "Jenis Kelamin",
        "Nama Sentra",
        "Jabatan",
        "Urutan Usulan",
        "Lama di Sentra (tahun)",
        "Tahun Pelatihan Terakhir",
        "No. HP",
    )
    rows = [
        (
            one.number,
            one.registered,
            one.person.name,
            one.person.nik,
            "P" if one.person.gender == "female" else "L",
            one.sentra,
            one.role,
            one.rank,
            one.years,
            one.trained,
            one.person.phone,
        )
        for one in people
    ]
    top: tuple[tuple[Value, ...], ...] = ((title,), ())
    return Sheet("Usulan", (*top, head, *rows), header=2, widths=(12, 19, 26, 19, 14, 26, 14, 14, 14, 16, 16))


def motivation_sheet() -> Sheet:
    """What two assessors say of the motivation letters."""
    head: tuple[Value, ...] = ("No. Peserta", "Nama", "Juri", "Motivasi")
    rows = [
        (one.number, one.person.name, judge, mark)
        for judge in ("A1", "A2")
        for one in nominees_2025()
        for mark in (one.motivation[judge],)
    ]
    return Sheet("Penilaian", (head, *rows), widths=(12, 26, 8, 12))


def trained() -> list[Nominee]:
    """The nominees of 2025 who got a seat."""
    people = nominees_2025()
    return [people[place - 1] for place in TRAINED_2025]


def attendance_sheet() -> Sheet:
    """Attendance on the three days."""
    head: tuple[Value, ...] = ("No. Peserta", "Nama", "18 November 2025", "19 November 2025", "20 November 2025")
    rows = [(one.number, one.person.name, *one.attendance) for one in trained()]
    return Sheet("Hadir", (head, *rows), widths=(12, 26, 18, 18, 18))


def quiz_sheet() -> Sheet:
    """The post-test."""
    head: tuple[Value, ...] = ("No. Peserta", "Nama", "Skor post test")
    return Sheet("Post test", (head, *((one.number, one.person.name, one.post) for one in trained())))


def books_2022() -> Mapping[str, bytes]:
    """The one workbook of 2022."""
    return {"usulan.xlsx": to_bytes((nominations(nominees_2022(), "USULAN PESERTA PELATIHAN SENTRA IKM 2022"),))}


def books_2025() -> Mapping[str, bytes]:
    """The workbooks of 2025."""
    return {
        "usulan.xlsx": to_bytes((nominations(nominees_2025(), "USULAN PESERTA PELATIHAN SENTRA IKM 2025"),)),
        "motivasi.xlsx": to_bytes((motivation_sheet(),)),
        "daftar-hadir.xlsx": to_bytes((attendance_sheet(),)),
        "post-test.xlsx": to_bytes((quiz_sheet(),)),
    }
