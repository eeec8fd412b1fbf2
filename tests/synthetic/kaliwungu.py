"""The forum of small firms at Kaliwungu: forty made-up members, nine demand lines of made-up large firms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from synthetic.book import Sheet, Value, to_bytes
from synthetic.chance import Chance
from synthetic.people import Person, make_person

AS_OF = date(2025, 10, 1)
OPENED = datetime(2025, 9, 1, 8)  # noqa: DTZ001  a form's own clock
JUDGES = ("K1", "K2")
SEEN_ON = date(2026, 1, 20)


@dataclass(frozen=True)
class Trade:
    """What members of one trade make, and what is usual among them."""

    name: str
    kbli: str
    unit: str
    members: int
    capacity: tuple[int, int]
    price: tuple[int, int]
    papers: tuple[str, ...]


TRADES = (
    Trade("Mebel", "31001", "pcs", 11, (20, 160), (380_000, 620_000), ("SVLK", "SNI", "ISO 9001")),
    Trade("Konveksi", "14111", "pcs", 10, (150, 1200), (62_000, 98_000), ("SNI", "ISO 9001")),
    Trade("Makanan ringan", "10794", "kg", 10, (60, 600), (31_000, 52_000), ("PIRT", "Halal", "BPOM")),
    Trade("Pengerjaan logam", "25920", "pcs", 6, (300, 4000), (8_000, 16_000), ("ISO 9001", "SNI")),
    Trade("Katering", "56210", "kotak", 3, (900, 4000), (16_000, 24_000), ("Laik Higiene", "Halal")),
)
DEMANDS: tuple[tuple[Value, ...], ...] = (
    ("PT Contoh Mebel Ekspor", "Kusen pintu", "31001", 120, "pcs", "SVLK", 500_000, 2, date(2026, 1, 15)),
    ("PT Contoh Mebel Ekspor", "Kursi makan", "31001", 300, "pcs", "SVLK, SNI", 450_000, 3, date(2026, 2, 1)),
    ("PT Contoh Hotel", "Meja kamar", "31001", 60, "pcs", None, 520_000, 1, None),
    ("PT Contoh Garmen", "Seragam kerja", "14111", 1000, "pcs", "SNI", 85_000, 3, date(2026, 1, 5)),
    ("PT Contoh Ritel", "Keripik kemasan", "10794", 400, "kg", "PIRT, Halal", 42_000, 3, None),
    ("PT Contoh Hotel", "Kudapan tamu", "10794", 80, "kg", "PIRT", 45_000, 1, None),
    ("PT Contoh Otomotif", "Braket baja", "25920", 6000, "pcs", "ISO 9001", 11_000, 2, date(2026, 3, 1)),
    ("PT Contoh Otomotif", "Kotak karton", "17021", 2000, "pcs", None, 6_000, 1, None),
    ("PT Contoh Garmen", "Makan siang", "56210", 3000, "kotak", "Laik Higiene, Halal", 20_000, 1, None),
)
"""Nobody in the forum makes cardboard boxes, and few caterers hold every paper."""


@dataclass(frozen=True)
class Member:
    """One member of the forum, with what two assessors say of the product."""

    number: str
    firm: str
    person: Person
    trade: Trade
    nib: str
    capacity: int
    price: int
    papers: tuple[str, ...]
    on_time: int
    distance: int
    lines: int
    active: bool
    consent: bool | None
    registered: datetime
    fit: Mapping[str, int]
    turnover: int
    workers: int


def _member(chance: Chance, serial: int, trade: Trade) -> Member:
    person = make_person(
        chance, serial + 600, female=chance.percent(50), age=chance.between(24, 60), occupations=("Wiraswasta",),
        as_of=AS_OF,
    )  # fmt: skip
    quality = chance.between(2, 5)
    low, high = trade.capacity
    held = tuple(paper for place, paper in enumerate(trade.papers) if chance.percent((80, 55, 25)[place]))
    return Member(
        number=f"A{serial + 1:03d}",
        firm=f"UD {person.name.split()[0]} {trade.name}",
        person=person,
        trade=trade,
        nib=f"9900000{serial + 1:06d}",
        capacity=chance.between(low // 10, high // 10) * 10,
        price=chance.between(trade.price[0] // 500, trade.price[1] // 500) * 500,
        papers=held,
        on_time=chance.between(12, 20) * 5,
        distance=chance.between(1, 28),
        lines=chance.pick((1, 1, 2)),
        active=not chance.percent(6),
        consent=None if chance.percent(6) else not chance.percent(6),
        registered=OPENED + timedelta(hours=7 * serial),
        fit={judge: max(1, min(5, quality + chance.between(-1, 1))) for judge in JUDGES},
        turnover=chance.between(12, 190) * 10_000_000,
        workers=chance.between(2, 18),
    )


def members() -> tuple[Member, ...]:
    """Forty members, trade by trade in a mixed order."""
    chance = Chance("kaliwungu-kemitraan")
    trades = chance.shuffled([trade for trade in TRADES for _ in range(trade.members)])
    return tuple(_member(chance, serial, trade) for serial, trade in enumerate(trades))


def _said(consent: bool | None) -> str | None:
    return None if consent is None else "Ya" if consent else "Tidak"


def member_sheet() -> Sheet:
    """The forum's list of members."""
    head: tuple[Value, ...] = (
        "No. Peserta", "Waktu Pendaftaran", "Nama Usaha", "Nama Pemilik", "NIB", "Status Anggota", "KBLI",
        "Kapasitas Produksi per Bulan", "Satuan", "Harga Satuan", "Sertifikat", "Ketepatan Kirim (%)", "Jarak (km)",
        "Sanggup Memasok", "Persetujuan Data", "Omzet per Tahun", "Tenaga Kerja", "No. HP",
    )  # fmt: skip
    rows = [
        (
            one.number, one.registered, one.firm, one.person.name, one.nib, "aktif" if one.active else "calon",
            one.trade.kbli, one.capacity, one.trade.unit, one.price, ", ".join(one.papers) or "-", one.on_time,
            one.distance, one.lines, _said(one.consent), one.turnover, one.workers, one.person.phone,
        )
        for one in members()
    ]  # fmt: skip
    top: tuple[tuple[Value, ...], ...] = (("DAFTAR ANGGOTA FORUM UMKM KALIWUNGU",), ())
    return Sheet("Anggota", (*top, head, *rows), header=2, widths=(12, 19, 30, 26, 16, 12, 9, 14, 9, 13, 24, 12, 9))


def demand_sheet() -> Sheet:
    """What the large firms want to buy."""
    head: tuple[Value, ...] = (
        "Nama Perusahaan", "Produk", "KBLI", "Volume per Bulan", "Satuan", "Dokumen Mutu", "Harga Tertinggi",
        "Jumlah Pemasok", "Mulai Kirim",
    )  # fmt: skip
    return Sheet("Kebutuhan", (head, *DEMANDS), widths=(26, 20, 9, 12, 9, 22, 14, 12, 14))


def fit_sheet() -> Sheet:
    """What two assessors say of product and process, after a visit."""
    head: tuple[Value, ...] = ("No. Peserta", "Nama Usaha", "Juri", "Kecocokan")
    rows = [(one.number, one.firm, judge, one.fit[judge]) for judge in JUDGES for one in members()]
    return Sheet("Penilaian", (head, *rows), widths=(12, 30, 8, 12))


def follow_sheet() -> Sheet:
    """What became of matched members three months later: meetings, samples, contracts, workers, turnover."""
    known = {one.number: one for one in members()}
    head: tuple[Value, ...] = (
        "No. Peserta", "Nama Usaha", "Tanggal Kunjungan", "Sumber Data", "Temu Bisnis", "Sampel", "Kontrak",
        "Berhenti Usaha", "Tenaga Kerja", "Omzet per Tahun",
    )  # fmt: skip
    chance = Chance("kaliwungu-kemitraan", "tindak lanjut")
    rows: list[tuple[Value, ...]] = []
    for number, line in FOLLOWED:
        one = known[number]
        if number in UNREACHED:
            rows.append((number, one.firm, SEEN_ON, "tidak terhubungi", *(None,) * 6))
            continue
        if number in STOPPED:
            rows.append((number, one.firm, SEEN_ON, "kunjungan", line, None, None, "Ya", 0, None))
            continue
        reached = chance.between(1, 3)
        steps = tuple(line if place < reached else None for place in range(3))
        workers, turnover = one.workers + chance.between(0, 4), one.turnover * chance.between(95, 165) // 100
        source = chance.pick(("kunjungan", "pengakuan", "dokumen"))
        rows.append((number, one.firm, SEEN_ON, source, *steps, None, workers, turnover))
    return Sheet("Tindak lanjut", (head, *rows), widths=(12, 30, 14, 16, 18, 18, 18, 12, 16))


FOLLOWED: tuple[tuple[str, str], ...] = (
    ("A029", "braket-baja"),
    ("A010", "braket-baja"),
    ("A036", "keripik-kemasan"),
    ("A038", "keripik-kemasan"),
    ("A017", "keripik-kemasan"),
    ("A031", "kudapan-tamu"),
    ("A005", "kusen-pintu"),
    ("A002", "kusen-pintu"),
    ("A021", "makan-siang"),
    ("A009", "seragam-kerja"),
    ("A012", "seragam-kerja"),
    ("A011", "seragam-kerja"),
)
"""Members and the line whose firm they met, taken from the matches of this example."""
UNREACHED = ("A011",)
STOPPED = ("A021",)


def books() -> Mapping[str, bytes]:
    """The workbooks of the example."""
    return {
        "anggota.xlsx": to_bytes((member_sheet(),)),
        "kebutuhan.xlsx": to_bytes((demand_sheet(),)),
        "kecocokan.xlsx": to_bytes((fit_sheet(),)),
        "tindak-lanjut.xlsx": to_bytes((follow_sheet(),)),
    }
