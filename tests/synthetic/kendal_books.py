"""The workbooks of the Kendal example as an office would send them: right in substance, messy in form."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from synthetic.book import Sheet, Value, to_bytes
from synthetic.chance import Chance
from synthetic.kendal import AS_OF, ITEMS, JUDGES, TEAM, WORK, Applicant, applicants
from synthetic.people import make_person
from synthetic.words import MONTHS

HEADERS = (
    "Stempel waktu", "Nama Lengkap (sesuai KTP)", "NIK", "Nomor Kartu Keluarga", "Tempat Lahir", "Tanggal Lahir",
    "Jenis Kelamin", "Alamat", "Desa/Kelurahan", "Kecamatan", "Kabupaten/Kota", "Pekerjaan", "No. HP/WA",
    "Pelatihan yang Diminati", "Kesiapan tempat", "Pernyataan", "Tahun bantuan terakhir",
)  # fmt: skip
TITLE: tuple[tuple[Value, ...], ...] = (
    ("DAFTAR PENDAFTAR PENUMBUHAN DAN PENGEMBANGAN WIRAUSAHA BARU IKM",),
    ("Dinas Perindustrian Kabupaten Kendal, Tahun Anggaran 2025",),
    (),
)
TRACK_WORDS = {
    "ecoprint": ("Ecoprint", "Ecoprint", "ecoprint", "ECOPRINT"),
    "motorcycle-workshop": (
        "Perbengkelan Sepeda Motor", "Perbengkelan Sepeda Motor", "perbengkelan sepeda motor", "Bengkel Motor",
    ),
    "furniture": ("Furnitur", "Furnitur", "Mebel", "meubelair"),
}  # fmt: skip
GENDER_WORDS = {
    "female": ("Perempuan", "Perempuan", "P", "pr", "PEREMPUAN", "Wanita"),
    "male": ("Laki-laki", "Laki-laki", "L", "lk", "LAKI-LAKI", "Pria"),
}
DAYS = tuple(
    f"{day} sesi {turn}"
    for day in ("29 September 2025", "30 September 2025", "1 Oktober 2025", "2 Oktober 2025")
    for turn in (1, 2)
)


def _name(chance: Chance, name: str) -> str:
    style = chance.below(20)
    spellings: Mapping[int, str] = {
        0: name.upper(), 1: name.upper(), 2: name.lower(), 3: f"{name} ", 4: name.replace(" ", "  "),
        5: f"H. {name}", 6: f"{name}, S.Pd.", 7: f"{name}, S.E.",
    }  # fmt: skip
    return spellings.get(style, name)


def _day(chance: Chance, day: date) -> Value:
    style = chance.below(12)
    month = MONTHS[day.month - 1]
    spellings: Mapping[int, str] = {
        0: f"{day.day} {month} {day.year}", 1: f"{day.day} {month.lower()} {day.year}", 2: f"{day:%d-%m-%Y}",
        3: f"{day:%d/%m/%Y}", 4: day.isoformat(), 5: f"{day.day} {month[:3]} {day.year}", 6: f"{day.day}.{day:%m.%Y}",
    }  # fmt: skip
    return spellings.get(style, day)


def _phone(chance: Chance, phone: str) -> Value:
    start, middle, end = phone[1:4], phone[4:8], phone[8:]
    spellings: tuple[Value, ...] = (
        phone, phone, phone, f"0{start}-{middle}-{end}", f"+62 {start}-{middle}-{end}", f"62{start}{middle}{end}",
        f"0{start} {middle} {end}", int(phone),
    )  # fmt: skip
    return chance.pick(spellings)


def _district(chance: Chance, name: str) -> str:
    return chance.pick((name, name, name, name.upper(), f"Kec. {name}", name.lower(), f"{name} "))


def _nik(chance: Chance, nik: str) -> str:
    style = chance.below(25)
    spellings = {
        0: f"{nik[:6]} {nik[6:12]} {nik[12:]}",
        1: f"'{nik}",
        2: f"{nik} ",
        3: f"{nik[:6]}.{nik[6:12]}.{nik[12:]}",
    }
    return spellings.get(style, nik)


def _row(chance: Chance, one: Applicant) -> tuple[Value, ...]:
    who = one.person
    regency = who.regency if who.regency != "Kabupaten Kendal" else chance.pick((who.regency, "Kendal", "Kab. Kendal"))
    return (
        one.registered, _name(chance, who.name), _nik(chance, who.nik), who.family_card, who.birth_place,
        _day(chance, who.birth), chance.pick(GENDER_WORDS[who.gender]), who.address, who.village,
        _district(chance, who.district), regency, who.occupation, _phone(chance, who.phone),
        chance.pick(TRACK_WORDS[one.track]), one.readiness, ", ".join(one.statements), one.aid_year,
    )  # fmt: skip


def _set(row: tuple[Value, ...], header: str, value: Value) -> tuple[Value, ...]:
    place = HEADERS.index(header)
    return (*row[:place], value, *row[place + 1 :])


FAULTS: Mapping[str, Callable[[tuple[Value, ...]], tuple[Value, ...]]] = {
    "NIK kept as a number, so Excel has destroyed its last digit": lambda row: _set(
        row, "NIK", int(str(row[2]).strip("' ")[:15] + "0")
    ),
    "NIK with 15 digits": lambda row: _set(row, "NIK", str(row[2]).strip("' ")[:15]),
    "no NIK": lambda row: _set(row, "NIK", None),
    "a birthday that no calendar has": lambda row: _set(row, "Tanggal Lahir", "31 Februari 1990"),
    "a track that the program does not offer": lambda row: _set(row, "Pelatihan yang Diminati", "Tata Boga"),
    "readiness beyond the scale": lambda row: _set(row, "Kesiapan tempat", 7),
}
"""What is wrong with the rows that import must reject, each in one row."""


def rejected_rows(chance: Chance, first: Applicant) -> list[tuple[Value, ...]]:
    """One row for each fault, all of people who are in no other row."""
    rows = []
    for serial, fault in enumerate(FAULTS.values(), 900):
        person = make_person(chance, serial, female=serial % 2 == 0, age=30, occupations=WORK[:5], as_of=AS_OF)
        person = replace(person, nik=person.nik.replace(" ", ""))
        one = replace(first, person=person, registered=first.registered + timedelta(hours=serial - 800))
        clean = _set(_row(chance, one), "NIK", person.nik)
        rows.append(fault(clean))
    return rows


def registration() -> Sheet:
    """The answers of the form: 240 people, six rows to reject, three rows to merge, blanks and a total."""
    people, chance = applicants(), Chance("kendal-registration")
    rows = [_row(chance, one) for one in people]
    early = _set(_set(rows[141], HEADERS[0], people[141].registered - timedelta(minutes=3)), "Kesiapan tempat", 1)
    late = _set(_set(rows[77], HEADERS[0], people[77].registered - timedelta(minutes=2)), "Alamat", "Jl. Masjid")
    bad = rejected_rows(chance, people[0])
    body: list[tuple[Value, ...]] = []
    for place, row in enumerate(rows):
        body += [early] if place == 141 else [late] if place == 77 else []
        body.append(row)
        body += [row] if place == 30 else []
        body += [()] if place in (60, 61, 200) else []
        body += [bad[place // 40]] if place % 40 == 17 else []
    total = ("Jumlah", len(body) - 3)
    closing: list[tuple[Value, ...]] = [total, (), (None, "Kendal, 22 September 2025"), (None, "Ketua Panitia")]
    return Sheet(
        "Form Responses 1", (*TITLE, HEADERS, *body, *closing), header=len(TITLE), merges=("A1:Q1", "A2:Q2"),
        widths=(19, 28, 19, 19, 14, 18, 12, 26, 18, 20, 18, 22, 18, 28, 10, 26, 12),
    )  # fmt: skip


def attendance() -> Sheet:
    """The attendance list of the committee: one column for each session."""
    chance = Chance("kendal-attendance")
    lower = {"H": ("H", "H", "H", "h"), "S": ("S",), "I": ("I", "i"), "A": ("A",)}
    rows = tuple(
        (one.number, one.person.name, *(chance.pick(lower[code]) for code in one.attendance)) for one in applicants()
    )
    head: tuple[Value, ...] = ("No. Peserta", "Nama Peserta", *DAYS)
    title: tuple[tuple[Value, ...], ...] = (("REKAP DAFTAR HADIR",), ("H = hadir, S = sakit, I = izin, A = alpa",), ())
    return Sheet("Daftar hadir", (*title, head, *rows), header=3, widths=(12, 28, *(12 for _ in DAYS)))


def quiz(name: str) -> Sheet:
    """A test as the quiz form answers it: newest name and NIK typed again, the mark as `80 / 100`."""
    chance = Chance("kendal-quiz", name)
    day = AS_OF if name == "pre_test" else AS_OF + timedelta(days=3)
    rows: list[tuple[Value, ...]] = []
    for place, one in enumerate(chance.shuffled(applicants())):
        mark = one.pre if name == "pre_test" else one.post
        if mark is not None:
            moment = one.registered.replace(year=day.year, month=day.month, day=day.day, hour=8 + place // 60)
            rows.append((moment, f"{mark} / 100", _name(chance, one.person.name), one.person.nik))
    head: tuple[Value, ...] = ("Stempel waktu", "Skor", "Nama Lengkap", "NIK")
    return Sheet("Form Responses 1", (head, *rows), widths=(19, 12, 28, 19))


def practice(track: str) -> Sheet:
    """The practical work of one track: a row for each participant and judge."""
    people = [one for one in applicants() if one.track == track]
    rows = [
        (one.number, one.person.name, judge, *one.practice[judge])
        for judge in JUDGES[track] for one in people if one.practice
    ]  # fmt: skip
    head: tuple[Value, ...] = ("No. Peserta", "Nama Peserta", "Juri", *(item.capitalize() for item in ITEMS))
    title: tuple[tuple[Value, ...], ...] = (
        ("LEMBAR PENILAIAN PRAKTIK",),
        ("Skala 1 (kurang) sampai 5 (sangat baik)",),
        (),
    )
    return Sheet("Penilaian", (*title, head, *rows), header=3, widths=(12, 28, 8, 12, 12, 14, 12, 12))


def plans() -> Sheet:
    """What the team says of business plans and interviews: a row for each participant and judge, two marks in it."""
    rows = [
        (one.number, one.person.name, judge, one.plan[judge], one.interview[judge])
        for judge in TEAM for one in applicants() if one.plan
    ]  # fmt: skip
    head: tuple[Value, ...] = ("No. Peserta", "Nama Peserta", "Juri", "Rencana usaha", "Wawancara")
    title: tuple[tuple[Value, ...], ...] = (("PENILAIAN RENCANA USAHA DAN WAWANCARA",), ())
    return Sheet("Penilaian tim", (*title, head, *rows), header=2, widths=(12, 28, 8, 16, 12))


def books() -> Mapping[str, bytes]:
    """Every workbook of the example by file name."""
    return {
        "pendaftaran.xlsx": to_bytes((registration(),)),
        "daftar-hadir.xlsx": to_bytes((attendance(),)),
        "pre-test.xlsx": to_bytes((quiz("pre_test"),)),
        "post-test.xlsx": to_bytes((quiz("post_test"),)),
        "praktik-ecoprint.xlsx": to_bytes((practice("ecoprint"),)),
        "praktik-bengkel.xlsx": to_bytes((practice("motorcycle-workshop"),)),
        "praktik-furnitur.xlsx": to_bytes((practice("furniture"),)),
        "rencana-wawancara.xlsx": to_bytes((plans(),)),
    }
