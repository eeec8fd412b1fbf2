"""The Pekalongan example: 30 startups in food, craft and services, five judges, six winners in three tiers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from synthetic.book import Sheet, Value, to_bytes
from synthetic.chance import Chance
from synthetic.people import Person, make_person
from synthetic.words import PEKALONGAN

AS_OF = date(2022, 6, 14)
SECTORS = {
    "Makanan": ("Keripik", "Kopi", "Sambal", "Bakery", "Olahan Ikan", "Teh Rempah", "Abon", "Es Buah", "Tauto", "Madu"),
    "Kerajinan": (
        "Batik Tulis",
        "Ecoprint",
        "Anyaman",
        "Tas Perca",
        "Sepatu Kulit",
        "Lampu Hias",
        "Tenun",
        "Mainan Kayu",
        "Sabun",
        "Keramik",
    ),
    "Jasa": (
        "Laundry",
        "Desain Grafis",
        "Servis Komputer",
        "Foto Produk",
        "Kursus Jahit",
        "Cuci Motor",
        "Katering Digital",
        "Percetakan",
        "Sewa Alat",
        "Antar Paket",
    ),
}
ITEMS = ("masalah", "keaslian", "pasar", "kelayakan", "dampak", "presentasi")
WEIGHTS = (15, 25, 20, 20, 10, 10)
JUDGES = ("J1", "J2", "J3", "J4", "J5")
LENIENCY = {"J1": 0, "J2": -1, "J3": 1, "J4": 0, "J5": -1}
TIER_LINE = 4
"""After four winners the second tier ends: the fourth and the fifth are made equal."""


@dataclass(frozen=True)
class Startup:
    """One business and its pitch."""

    number: str
    owner: Person
    name: str
    sector: str
    nib: str
    started: date
    marks: Mapping[str, tuple[int, ...]]
    registered: datetime


def _pitch(chance: Chance, strength: int) -> dict[str, tuple[int, ...]]:
    base = [max(2, min(10, strength + chance.between(-1, 1))) for _ in ITEMS]
    return {
        judge: tuple(max(1, min(10, level + LENIENCY[judge] + chance.between(-1, 1))) for level in base)
        for judge in JUDGES
    }


def total(one: Startup) -> Fraction:
    """The score by the rubric of program.yaml, worked out apart from the program."""
    means = [Fraction(sum(marks[place] for marks in one.marks.values()), len(JUDGES)) for place in range(len(ITEMS))]
    return sum((weight * mean * 10 for weight, mean in zip(WEIGHTS, means, strict=True)), Fraction(0)) / 100


def startups() -> tuple[Startup, ...]:
    """All 30 in the order of their registration numbers."""
    chance = Chance("pekalongan-startup-2022")
    trades = [(sector, trade) for sector, names in SECTORS.items() for trade in names]
    made = []
    for serial, (sector, trade) in enumerate(chance.shuffled(trades)):
        owner = make_person(
            chance,
            serial,
            female=chance.percent(45),
            age=chance.between(19, 44),
            occupations=("Wiraswasta",),
            as_of=AS_OF,
            region=PEKALONGAN,
        )
        made.append(
            Startup(
                number=f"SU-{serial + 1:02d}",
                owner=owner,
                name=f"{trade} {owner.name.split()[-1]}",
                sector=sector,
                nib=f"0220000{900000 + serial * 37:06d}",
                started=AS_OF - timedelta(days=chance.between(120, 1000)),
                marks=_pitch(chance, chance.between(4, 8)),
                registered=datetime(2022, 5, 16, 9) + timedelta(hours=serial * 7),  # noqa: DTZ001  a form's own clock
            )
        )
    return tuple(_with_special_cases(made))


def _with_special_cases(made: list[Startup]) -> list[Startup]:
    """One business is too old, and two are equal across a line between tiers."""
    made[6] = replace(made[6], started=date(2018, 2, 1))
    ranked = sorted((place for place in range(len(made)) if place != 6), key=lambda place: (-total(made[place]), place))
    last, first = ranked[TIER_LINE - 1], ranked[TIER_LINE]
    made[first] = replace(made[first], marks=made[last].marks)
    return made


def registration() -> Sheet:
    """The list of those who passed administration."""
    head: tuple[Value, ...] = (
        "No. Pendaftaran",
        "Waktu Pendaftaran",
        "Nama Usaha",
        "Nama Pemilik",
        "NIB",
        "Bidang Startup",
        "Tanggal Mulai Usaha",
        "Kecamatan",
        "Kabupaten/Kota",
        "No. HP",
        "Pernyataan",
    )
    rows = [
        (
            one.number,
            one.registered,
            one.name,
            one.owner.name,
            one.nib,
            one.sector,
            one.started,
            one.owner.district,
            one.owner.regency,
            one.owner.phone,
            "Setuju",
        )
        for one in startups()
    ]
    title: tuple[tuple[Value, ...], ...] = (("PESERTA PRESENTASI STARTUP KOTA PEKALONGAN 2022",), ())
    return Sheet(
        "Lolos administrasi", (*title, head, *rows), header=2, widths=(16, 19, 26, 24, 16, 14, 18, 20, 18, 16, 12)
    )


def judge_sheet(judge: str) -> Sheet:
    """One judge's form: a row for each pitch, a column for each item."""
    head: tuple[Value, ...] = ("No. Peserta", "Nama Usaha", *(item.capitalize() for item in ITEMS))
    rows = [(one.number, one.name, *one.marks[judge]) for one in startups()]
    title: tuple[tuple[Value, ...], ...] = ((f"LEMBAR PENILAIAN JURI {judge}",), ("Skala 1 sampai 10",), ())
    return Sheet("Penilaian", (*title, head, *rows), header=3, widths=(14, 26, 11, 11, 11, 11, 11, 11))


def books() -> Mapping[str, bytes]:
    """Every workbook of the example by file name."""
    sheets = {f"juri-{judge.lower()}.xlsx": to_bytes((judge_sheet(judge),)) for judge in JUDGES}
    return {"peserta.xlsx": to_bytes((registration(),)), **sheets}
